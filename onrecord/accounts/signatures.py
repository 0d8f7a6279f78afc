"""Who put a name to a paper: two reports that name one signatory alike and another not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.accounts.counts import are_near
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Report, folded
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems
from onrecord.records import Discrepancy, Member, Side, Span

_MOST = 6
_MOST_SIGNED = 400  # sentences of signing; beyond that a collection is not one story


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A sentence in which people sign something: who, what words, where."""

    report: Report
    home: Span
    people: frozenset[str]
    about: frozenset[str]


def compare_signatures(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the papers that reports of the same days have signed by people who are not all the same."""
    names = {mention: entity.id for entity in collection.things.entities for mention in entity.mentions}
    called = {entity.id: entity.name for entity in collection.things.entities}
    signed = [found for report in collection.reports.values() for found in _find(report, names)][:_MOST_SIGNED]
    groups = Groups(range(len(signed)))
    apart = []
    for (left, one), (right, other) in combinations(enumerate(signed), 2):
        if _is_one_paper(one, other):
            groups.join(left, right)
            apart += [left] if one.people - other.people and other.people - one.people else []
    for members in groups.all():
        if set(members) & set(apart):
            yield _discrepancy([signed[member] for member in members], called)


def _find(report: Report, names: dict[str, str]) -> Iterator[Signature]:
    text = report.document.text
    for number, sentence in enumerate(report.marks.sentences):
        words = sentence.span.of(text)
        if not fits("happenings", "signed", folded(words)):
            continue
        people = frozenset(
            names.get(mention.id, mention.name)
            for mention in report.marks.mentions
            if mention.kind == "person" and sentence.span.start <= mention.span.start < sentence.span.end
        )
        before = report.marks.sentences[number - 1].span.of(text) if number else ""
        if len(people) > 1:
            yield Signature(report=report, home=sentence.span, people=people, about=content_stems(f"{before} {words}"))


def _is_one_paper(left: Signature, right: Signature) -> bool:
    """True for two sentences that share a signatory and a word for the paper, in reports of the same days."""
    if left.report.text_of == right.report.text_of or not left.people & right.people:
        return False
    named = left.report.names | right.report.names
    return are_near(left.report.published, right.report.published) and bool((left.about & right.about) - named)


def _discrepancy(signed: list[Signature], called: dict[str, str]) -> Discrepancy:
    sides: dict[frozenset[str], list[Signature]] = {}
    for one in signed:
        sides.setdefault(one.people, []).append(one)
    shared = frozenset.intersection(*sides)
    labels = {people: list_names(sorted(called.get(p, p) for p in people - shared)) or "no other" for people in sides}
    return Discrepancy(
        id=thing_id("detail", "|".join(sorted(f"{one.report.document.id}{one.home.start}" for one in signed))),
        kind="detail",
        severity="medium",
        question=f"Who signed: {' or '.join(labels.values())}?",
        sides=tuple(
            Side(label=labels[people], members=tuple(_member(one) for one in told[:_MOST]))
            for people, told in sides.items()
        ),
        why=f"Reports of the same days name {list_names(sorted(called.get(p, p) for p in shared))}, and not the same"
        " people besides.",
        reconciled_by="More people may have signed than any one report names.",
        missing="The paper itself.",
        confidence=0.6,
        by="accounts signatures",
    )


def _member(signed: Signature) -> Member:
    document = signed.report.document
    words = signed.home.of(document.text)
    return Member(document=document.id, span=signed.home, mark=None, speaker=None, says=words, said=None)
