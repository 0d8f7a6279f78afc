"""Who says what: every statement under its speaker, with the chain of mouths it came through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.dossier.catalogue import Catalogue, anchor, called_of, factuality_of, role_of, said_of, speaker_of
from onrecord.dossier.days import is_bounded, order_key, tell_days, tell_interval, tell_publication_briefly
from onrecord.dossier.filters import LOW_CONFIDENCE, Choices, Keys, key_attribution
from onrecord.dossier.identities import Identity, find_identity
from onrecord.dossier.passages import Citation, Passage, begin, cite, find_passage, tell_texts
from onrecord.records import Attribution, Relay, Statement

UNNAMED = "Speaker not named"
FACTUALITY = {
    "said": None,
    "not said": "the report says that this was not said",
    "open": "the report does not say that this was said",
}
NOT_NAMED = "Not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One mouth of a relay chain; `note` says what is not plain from its name."""

    name: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A statement as one report gives it."""

    passage: Passage
    chain: tuple[Link, ...]
    note: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One act of saying: when, in which words, through whom, and how many texts carry it."""

    anchor: str
    when: str
    is_dated: bool
    dated_by: str
    named_as: str
    tellings: tuple[Telling, ...]
    carried_by: str
    issues: tuple[str, ...]
    disputes: tuple[tuple[str, str], ...]
    is_doubtful: bool
    keys: Keys
    citation: Citation | None
    order: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Someone with all that they are reported to have said; dated statements apart from undated ones."""

    anchor: str
    name: str
    identity: Identity
    dated: tuple[Saying, ...]
    undated: tuple[Saying, ...]


def list_speakers(catalogue: Catalogue, choices: Choices) -> tuple[Speaker, ...]:
    """List the speakers of a story, those with most statements first; what nobody is named for comes last."""
    said: dict[str | None, list[Saying]] = defaultdict(list)
    entities: dict[str | None, dict[str, None]] = defaultdict(dict)
    roles: dict[str | None, dict[str, None]] = defaultdict(dict)
    for statement in catalogue.statements:
        found = _attributions(catalogue, statement)
        saying = _saying(catalogue, choices, statement, found)
        if saying is None:
            continue
        name = speaker_of(catalogue, found[0])
        said[name].append(saying)
        entities[name] |= dict.fromkeys([statement.entity] if statement.entity else [])
        roles[name] |= dict.fromkeys(role for role in (role_of(catalogue, one) for one in found) if role)
    names = sorted(said, key=lambda name: (name is None, -len(said[name]), (name or "").casefold()))
    return tuple(
        _speaker(i, name, _identity(catalogue, entities[name], roles[name]), said[name])
        for i, name in enumerate(names, 1)
    )


def _identity(catalogue: Catalogue, entities: Iterable[str], roles: Iterable[str]) -> Identity:
    """Who speaks; a story that was not linked knows the roles that stand beside the speakers, and no more."""
    identity = find_identity(catalogue, entities)
    return identity if identity.roles else replace(identity, roles=tuple(roles))


def draw_chain(catalogue: Catalogue, speaker: str | None, via: Sequence[Relay]) -> tuple[Link, ...]:
    """Return the mouths that words came through, the speaker first and "this report" last."""
    links = [Link(name=speaker or UNNAMED)]
    for relay in reversed(via):
        note = "named earlier in the report" if relay.inherited else None
        links.append(Link(name=catalogue.names.get(relay.name, relay.name), note=note))
    return (*links, Link(name="this report"))


def count_texts(catalogue: Catalogue, documents: Sequence[str]) -> str:
    """Say how many reports carry something, and how many independent texts those are; copies count once."""
    reports = set(documents)
    families = [set(family.members) & reports for family in catalogue.story.things.copies]
    copied = set().union(*families) if families else set()
    texts = len(reports - copied) + sum(1 for family in families if family)
    return "1 report" if len(reports) == 1 else tell_texts(len(reports), texts)


def _speaker(number: int, name: str | None, identity: Identity, said: Sequence[Saying]) -> Speaker:
    dated = sorted((saying for saying in said if saying.is_dated), key=lambda saying: saying.order)
    return Speaker(
        anchor=f"speaker-{number}",
        name=name or NOT_NAMED,
        identity=identity,
        dated=tuple(dated),
        undated=tuple(saying for saying in said if not saying.is_dated),
    )


def _attributions(catalogue: Catalogue, statement: Statement) -> list[Attribution]:
    return [catalogue.attributions[id] for id in statement.attributions if id in catalogue.attributions]


def _saying(
    catalogue: Catalogue, choices: Choices, statement: Statement, found: Sequence[Attribution]
) -> Saying | None:
    tellings = [telling for telling in (_telling(catalogue, one) for one in found) if telling]
    if not tellings:
        return None
    said = said_of(catalogue, found[0])
    disputes = {d.id: tell_days(d.question) for one in found for d in catalogue.disputes_of.get(one.id, ())}
    issues = dict.fromkeys(id for one in found for id in catalogue.issues_of.get(one.id, ()))
    keys = key_attribution(catalogue, choices, found)
    return Saying(
        anchor=anchor("statement", statement.id),
        when=tell_interval(said),
        is_dated=is_bounded(said),
        dated_by=_dated_by(catalogue, statement, found[0]) if said else _tell_undated(catalogue, found),
        named_as=(called_of(catalogue, found[0]) or "") if speaker_of(catalogue, found[0]) is None else "",
        tellings=tuple(tellings),
        carried_by=count_texts(catalogue, [one.document for one in found]),
        issues=tuple(begin(catalogue.issues[id].label) for id in issues if id in catalogue.issues),
        disputes=tuple((anchor("discrepancy", id), question) for id, question in disputes.items()),
        is_doubtful=keys.confidence is not None and keys.confidence < LOW_CONFIDENCE * 100,
        keys=keys,
        citation=cite(speaker_of(catalogue, found[0]), said, tellings[0].passage),
        order=order_key(said),
    )


def _dated_by(catalogue: Catalogue, statement: Statement, first: Attribution) -> str:
    timex = catalogue.timexes.get(first.said or "")
    report = catalogue.reports.get(timex.document) if timex else None
    if timex and report:
        return f"judging by “{timex.span.of(report.document.text)}”"
    return statement.said_by


def _tell_undated(catalogue: Catalogue, found: Sequence[Attribution]) -> str:
    """Say what is known of the day of an undated statement: only when its reports were published."""
    reports = [catalogue.reports[id] for id in dict.fromkeys(one.document for one in found) if id in catalogue.reports]
    return " ".join(f"Report {report.number}: {tell_publication_briefly(report.publication)}." for report in reports)


def _telling(catalogue: Catalogue, attribution: Attribution) -> Telling | None:
    passage = find_passage(catalogue, attribution.document, attribution.content, attribution.id)
    if passage is None:
        return None
    return Telling(
        passage=passage,
        chain=draw_chain(catalogue, speaker_of(catalogue, attribution), attribution.via) if attribution.via else (),
        note=_note(catalogue, attribution),
        record=anchor("record", attribution.id),
    )


def _note(catalogue: Catalogue, attribution: Attribution) -> str:
    notes = ["the speaker denies this"] if attribution.denial else []
    if told := FACTUALITY[factuality_of(catalogue, attribution)]:
        notes.append(told)
    if attribution.hedge:
        notes.append("hedged by the report")
    if attribution.parent:
        notes.append("within another statement")
    return "; ".join(notes)
