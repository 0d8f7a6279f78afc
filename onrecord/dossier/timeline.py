"""What was said, published and what happened, each on its own clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.dossier.axes import Axis, Part, draw_bar, make_axis
from onrecord.dossier.catalogue import Catalogue, actor_of, anchor, factuality_of, said_of, speaker_of
from onrecord.dossier.days import is_bounded, order_key, tell_interval, tell_publication
from onrecord.dossier.filters import Choices, Keys, key_attribution, make_keys, outlet_of
from onrecord.dossier.passages import find_passage, shorten, words_of
from onrecord.dossier.speakers import FACTUALITY
from onrecord.records import Event, EventMention, Interval, Statement

_MOST = 180
_UNTOLD = "not known to have happened or not"
_LOOKS = {
    "happened": "solid",
    "ongoing": "solid",
    "planned": "outline",
    "proposed": "outline",
    "requested": "outline",
    "considered": "outline",
    "possible": "outline",
    "hypothetical": "outline",
    "alleged": "hatch",
    "denied": "strike",
    "negated": "strike",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a timeline: when, drawn and in words; who or what; the words; and where it leads."""

    anchor: str
    when: str
    parts: tuple[Part, ...]
    look: str
    subject: str
    words: str
    note: str
    link: str
    keys: Keys
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Rows on one clock: those whose day or stretch is known, and those without, in no order."""

    key: str
    label: str
    counted: str
    axis: Axis | None
    dated: tuple[Row, ...]
    undated: tuple[Row, ...]


def list_clocks(catalogue: Catalogue, choices: Choices) -> tuple[Clock, ...]:
    """List the clocks of a story: when things were said, when reports were published, when events took place."""
    said = [_said_row(catalogue, choices, statement) for statement in catalogue.statements]
    clocks = (
        _clock("said", "When it was said", "statement", lambda axis: [row(axis) for row in said if row]),
        _clock("published", "When it was published", "report", lambda axis: _reports(catalogue, choices, axis)),
        _clock("event", "When it took place", "event", lambda axis: _events(catalogue, choices, axis)),
    )
    return tuple(clock for clock in clocks if clock.dated or clock.undated)


def _clock(key: str, label: str, noun: str, rows: Callable[[Axis | None], Sequence[Row]]) -> Clock:
    axis = make_axis(row.interval for row in rows(None))
    drawn = rows(axis)
    dated = sorted((row for row in drawn if is_bounded(row.interval)), key=lambda row: order_key(row.interval))
    undated = tuple(row for row in drawn if not is_bounded(row.interval))
    total = f"{len(drawn)} {noun if len(drawn) == 1 else noun + 's'}"
    return Clock(
        key=key,
        label=label,
        counted=f"{total}, {len(undated)} of them without a date" if undated else total,
        axis=axis,
        dated=tuple(dated),
        undated=undated,
    )


def _said_row(catalogue: Catalogue, choices: Choices, statement: Statement) -> Callable[[Axis | None], Row] | None:
    found = [catalogue.attributions[id] for id in statement.attributions if id in catalogue.attributions]
    passage = find_passage(catalogue, found[0].document, found[0].content, found[0].id) if found else None
    if passage is None:
        return None
    said = said_of(catalogue, found[0])
    keys = key_attribution(catalogue, choices, found)
    numbers = sorted({catalogue.reports[one.document].number for one in found if one.document in catalogue.reports})
    carried = f"{'report' if len(numbers) == 1 else 'reports'} {', '.join(map(str, numbers))}"
    told = FACTUALITY[factuality_of(catalogue, found[0])]

    def row(axis: Axis | None) -> Row:
        return Row(
            anchor=anchor("said", statement.id),
            when=tell_interval(said),
            parts=draw_bar(axis, said) if axis else (),
            look="solid",
            subject=speaker_of(catalogue, found[0]) or "Speaker not named",
            words=shorten(words_of(passage), _MOST),
            note=f"{carried}; {told}" if told else carried,
            link=anchor("statement", statement.id),
            keys=keys,
            interval=said,
        )

    return row


def _reports(catalogue: Catalogue, choices: Choices, axis: Axis | None) -> list[Row]:
    rows = []
    for report in catalogue.reports.values():
        interval = report.publication.interval if report.publication else None
        rows.append(
            Row(
                anchor=anchor("published", report.document.id),
                when=tell_interval(interval),
                parts=draw_bar(axis, interval) if axis else (),
                look="solid",
                subject=report.outlet or "Outlet not known",
                words=report.title,
                note=tell_publication(report.publication),
                link=report.anchor,
                keys=make_keys(choices, speakers=(), outlets=[report.outlet], when=(interval, None)),
                interval=interval,
            )
        )
    return rows


def _events(catalogue: Catalogue, choices: Choices, axis: Axis | None) -> list[Row]:
    return [row for event in catalogue.story.things.events if (row := _event(catalogue, choices, event, axis))]


def _event(catalogue: Catalogue, choices: Choices, event: Event, axis: Axis | None) -> Row | None:
    found = [catalogue.events[id] for id in event.mentions if id in catalogue.events]
    if not found:
        return None
    claimants = [actor_of(catalogue, named.name) for one in found for named in one.claimants]
    confidences = [one.confidence for one in found if one.confidence is not None]
    return Row(
        anchor=anchor("event", event.id),
        when=tell_interval(event.when),
        parts=draw_bar(axis, event.when) if axis else (),
        look=_look(found),
        subject=event.label,
        words=_tell_sentence(catalogue, found[0]),
        note=_tell_claims(event, found, claimants),
        link=anchor("text", found[0].id),
        keys=make_keys(
            choices,
            speakers=claimants,
            outlets=[outlet_of(catalogue, one.document) for one in found],
            when=(event.when, max(confidences, default=None)),
        ),
        interval=event.when,
    )


def _look(found: Sequence[EventMention]) -> str:
    looks = {_LOOKS[one.modality] if one.modality else "mixed" for one in found}
    return looks.pop() if len(looks) == 1 else "mixed"


def _tell_sentence(catalogue: Catalogue, mention: EventMention) -> str:
    passage = find_passage(catalogue, mention.document, [mention.trigger], mention.id)
    return shorten("".join(words for words, _ in passage.pieces), _MOST) if passage else ""


def _tell_claims(event: Event, found: Sequence[EventMention], claimants: Sequence[str | None]) -> str:
    counts = Counter(one.modality or _UNTOLD for one in found)
    told = [f"{modality} in {count} {'mention' if count == 1 else 'mentions'}" for modality, count in counts.items()]
    given = next(iter(counts)) if len(found) == 1 else ", ".join(told)
    names = ", ".join(dict.fromkeys(name for name in claimants if name))
    deniers = ", ".join(dict.fromkeys(denier.name for one in found for denier in one.denied_by))
    claimed = f", according to {names or 'the reports themselves'}" if names or not deniers else ""
    denied = f", denied by {deniers}" if deniers else ""
    about = ", ".join(part for part in ((event.type or "").lower(), event.place) if part)
    return f"Given as {given}{claimed}{denied}{f' · {about}' if about else ''}"
