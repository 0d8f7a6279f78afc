"""What reports of a day or later bring that earlier ones did not: positions, figures, denials, confirmations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.accounts.telling import tell_value
from onrecord.records import Agreement, Attribution, Discrepancy, Figure, Member, Position, Publication, Span, Story

NewsKind = Literal["position", "changed position", "changed figure", "denial", "confirmation", "discrepancy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that the reports of a day or later bring: who, what, what stood there before, and where it stands."""

    kind: NewsKind
    who: str | None
    what: str
    before: str | None
    document: str
    span: Span
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """The reports before a day, those from it on, and those that cannot be told: their day is not known so nearly."""

    old: frozenset[str]
    new: frozenset[str]
    unknown: frozenset[str]


def divide_reports(story: Story, since: str) -> Divided:
    """Divide the reports of a story by their day of publication."""
    dated = {dated.document: dated.publication for dated in story.things.publications}
    ages = {document.id: _age(dated.get(document.id, document.published), since) for document in story.documents}
    old, new, unknown = (
        frozenset(id for id, age in ages.items() if age == wanted) for wanted in ("old", "new", "unknown")
    )
    return Divided(old=old, new=new, unknown=unknown)


def find_news(story: Story, divided: Divided) -> tuple[News, ...]:
    """Return what the newer reports bring that the older ones did not; reports of an unknown day count as neither."""
    return (
        *_positions(story, divided),
        *_figures(story, divided),
        *_denials(story, divided),
        *_confirmations(story, divided),
        *_discrepancies(story, divided),
    )


def _age(publication: Publication | None, since: str) -> str:
    interval = publication.interval if publication else None
    if interval and interval.latest and interval.latest[:10] < since:
        return "old"
    return "new" if interval and interval.earliest and interval.earliest[:10] >= since else "unknown"


def _positions(story: Story, divided: Divided) -> Iterator[News]:
    labels = {issue.id: issue.label for issue in story.accounts.issues}
    held: dict[tuple[str, str], dict[str, None]] = {}
    for position in story.accounts.positions:
        if position.document in divided.old:
            held.setdefault((position.issue, position.actor), {})[position.stance] = None
    told: set[tuple[str, str, str]] = set()
    for position in story.accounts.positions:
        before = held.get((position.issue, position.actor), {})
        key = (position.issue, position.actor, position.stance)
        if position.document in divided.new and position.stance not in before and key not in told:
            told.add(key)
            yield _new_position(position, labels.get(position.issue, position.issue), tuple(before))


def _new_position(position: Position, issue: str, before: Sequence[str]) -> News:
    return News(
        kind="changed position" if before else "position",
        who=position.actor,
        what=f"{position.stance}: {issue}",
        before=", ".join(before) or None,
        document=position.document,
        span=position.span,
        id=position.id,
    )


def _figures(story: Story, divided: Divided) -> Iterator[News]:
    figures = {figure.id: figure for marks in story.marks for figure in marks.figures}
    for quantity in story.things.quantities:
        members = [figures[id] for id in quantity.figures if id in figures]
        before = dict.fromkeys(figure.value for figure in members if figure.document in divided.old)
        for figure in members:
            if figure.document in divided.new and before and figure.value not in before:
                yield _changed_figure(figure, quantity.measure, [value for value in before if value is not None])


def _changed_figure(figure: Figure, measure: str, before: Iterable[float]) -> News:
    return News(
        kind="changed figure",
        who=figure.claimants[0].name if figure.claimants else None,
        what=f"{measure}: {tell_value(figure.value or 0.0)}",
        before=", ".join(tell_value(value) for value in before),
        document=figure.document,
        span=figure.span,
        id=figure.id,
    )


def _denials(story: Story, divided: Divided) -> Iterator[News]:
    """A denial is new when no older report tells the same act of saying."""
    attributions = {one.id: one for marks in story.marks for one in marks.attributions}
    texts = {document.id: document.text for document in story.documents}
    for statement in story.things.statements:
        told = [attributions[id] for id in statement.attributions if id in attributions]
        fresh = [one for one in told if one.document in divided.new and one.denial and one.content and not one.parent]
        if fresh and not any(one.document in divided.old for one in told):
            yield _denial(fresh[0], statement.speaker, texts)


def _denial(one: Attribution, speaker: str | None, texts: Mapping[str, str]) -> News:
    words = " … ".join(span.of(texts[one.document]) for span in one.content)
    return News(
        kind="denial", who=speaker, what=words, before=None, document=one.document, span=one.content[0], id=one.id
    )


def _confirmations(story: Story, divided: Divided) -> Iterator[News]:
    """What only one independent text of the older reports had, and now another has too."""
    family = {member: copy.id for copy in story.things.copies for member in copy.members}
    for agreement in story.accounts.agreements:
        members = _members(agreement)
        old = {family.get(m.document, m.document) for m in members if m.document in divided.old}
        fresh = [m for m in members if m.document in divided.new and family.get(m.document, m.document) not in old]
        if len(old) == 1 and fresh:
            yield _confirmation(agreement, fresh[0])


def _confirmation(agreement: Agreement, member: Member) -> News:
    return News(
        kind="confirmation",
        who=member.speaker,
        what=agreement.why,
        before="one independent text",
        document=member.document,
        span=member.span,
        id=agreement.id,
    )


def _discrepancies(story: Story, divided: Divided) -> Iterator[News]:
    """A side that no older report gave makes a discrepancy a new one."""
    for found in story.accounts.discrepancies:
        for side in found.sides:
            if side.members and all(member.document in divided.new for member in side.members):
                member = side.members[0]
                yield News(
                    kind="discrepancy", who=member.speaker, what=found.question, before=_before(found, side.label),
                    document=member.document, span=member.span, id=found.id,
                )  # fmt: skip
                break


def _before(found: Discrepancy, label: str) -> str | None:
    return ", ".join(side.label for side in found.sides if side.label != label) or None


def _members(agreement: Agreement) -> list[Member]:
    return [member for side in agreement.sides for member in side.members]
