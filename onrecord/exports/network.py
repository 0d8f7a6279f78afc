"""The source network: from mouth to mouth to report, each step with the statements that took it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.exports.index import Index
from onrecord.exports.rows import Row
from onrecord.records import Attribution

_NOBODY = "(nobody named)"
_UNKNOWN = "(outlet not known)"


def list_sources(index: Index) -> list[Row]:
    """Return a row for each step of a relay chain, those that most statements took first.

    `from` told `to`: a speaker a relay, a relay the next one, the last of them the outlet of a report. Statements are
    acts of saying, so one that three reports carry through one agency is one; copies of a text count as one text.
    """
    steps: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for marks in index.story.marks:
        for one in marks.attributions:
            statement = index.statements.get(one.id)
            for step in _steps(index, one):
                statements, reports = steps.setdefault(step, (set(), set()))
                statements.add(statement.id if statement else one.id)
                reports.add(one.document)
    family = {member: copy.id for copy in index.story.things.copies for member in copy.members}
    rows: list[Row] = [
        {
            "from": left,
            "to": right,
            "statements": len(statements),
            "reports": len(reports),
            "independent_texts": len({family.get(report, report) for report in reports}),
            "documents": [*sorted(index.documents[report].uri for report in reports)],
        }
        for (left, right), (statements, reports) in steps.items()
    ]
    return sorted(rows, key=lambda row: (-int(str(row["statements"])), str(row["from"]), str(row["to"])))


def _steps(index: Index, one: Attribution) -> Iterator[tuple[str, str]]:
    """The mouths of one statement, two by two, the speaker first and the outlet of the report last."""
    names = index.names
    outlet = index.documents[one.document].outlet
    statement = index.statements.get(one.id)
    speaker = (statement.speaker if statement else None) or one.speaker or _NOBODY
    chain = [speaker, *(relay.name for relay in reversed(one.via)), outlet.value if outlet else _UNKNOWN]
    known = [names.get(name, name) for name in chain]
    yield from pairwise(known)
