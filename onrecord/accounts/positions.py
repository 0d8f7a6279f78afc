"""Where each actor stands on an issue, as said on one day; what is not said plainly is no position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.accounts.attitudes import tells_of_the_past
from onrecord.accounts.cues import find_stance
from onrecord.accounts.issues import (
    Topic,
    find_reports_of,
    folded_keeping_case,
    is_named,
    name_new_things,
    split_contrast,
    stems_of,
)
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice
from onrecord.identity import thing_id
from onrecord.linking.countries import countries_in, is_country
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words, load_function_words, stem
from onrecord.records import Position, Stance

_ACTS: dict[str, Stance] = {"propose": "for", "request": "for", "support": "for", "oppose": "against"}
_CLAUSE = re.compile(r"(?<=[.!?;])[\"'»”]*\s+|,? but |: ")
_PLAN = re.compile(r"^(?:the |this |that |such a )?(?:\w+ )?(?:plan|proposal|idea|project|initiative|it|this|that)s?$")
_TALKS = re.compile(r"^(?:nothing|no|a final|(?:the )?(?:talks|negotiations)|it has|there is no)\b")
_PRONOUN = re.compile(r"\b(?:for|against) (?:it|this|that|the (?:plan|proposal|idea|project))\b")
_ON_THIS = re.compile(r"\b(?:on|about|of) (?:this|it|that)\b|\b(?:this|that) (?:subject|question|matter|issue)\b")
_PAST = re.compile(r"\bwas\b")
_EXISTING = re.compile(r"\b(?:existing|current|present|exists?)\b")
_CREATES = re.compile(r"\b(?:build|open|put|deploy|establish|create|set up|place|station|host|wants?|wanted)\b")
_REACH = 700
_JUST_BEFORE = 300
_THE_THING = re.compile(r"(?:to \w+ |\w+ing )?the (\w+) ")
_AT_THE_START = 4
_CLOSE = 30
_MERE_POINTER = re.compile(r"(?:it|this|that|them|(?:the|this|these|any|such an?)(?: [\w'\u2019-]+){1,2})$")
_EDGES = " \"'\u00ab\u00bb\u201c\u201d.,"
_A_NAME = 12  # characters of a piece that may be no more than "Korva" before "she said"
_BEGINNING = 40  # characters by which a clause is found again


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position with the saying that carries it and the issue that it is on.

    `is_plain` tells that the act of saying is itself the stance, or says what is to be done with the thing; a good or
    bad word for a thing is a stance as well, but founds no opposition. `after` is what its speaker goes on to say in
    his own words in the same breath.
    """

    position: Position
    saying: Saying
    topic: Topic
    is_plain: bool = True
    after: Saying | None = None


def find_all_stands(collection: Collection, topics: Sequence[Topic]) -> tuple[Stand, ...]:
    """Return every stance that a saying expresses on an issue; what a headline says is the outlet's and left out."""
    return tuple(stand for topic in topics for stand in _on_topic(collection, topic))


def keep_outer(collection: Collection, found: Sequence[Stand]) -> tuple[Stand, ...]:
    """Return the stands without those told at second hand inside another: of a country, or of the speaker himself."""
    stands = [_of_outer(collection, stand) for stand in found]
    distinct = {(stand.saying.attribution.id, stand.topic.issue.id): stand for stand in reversed(stands)}
    kept = [stand for stand in reversed(distinct.values()) if not stand.saying.attribution.parent or _is_person(stand)]
    told = {(stand.saying.attribution.id, stand.topic.issue.id) for stand in kept}
    return tuple(s for s in kept if (s.saying.attribution.parent or "", s.topic.issue.id) not in told)


def _is_person(stand: Stand) -> bool:
    return stand.saying.kind == "person"


def _of_outer(collection: Collection, stand: Stand) -> Stand:
    """Return the outer saying in place of what its speaker is said to have said on the same occasion or before."""
    parent = stand.saying.attribution.parent
    outer = next((s for s in collection.reports[stand.saying.document].sayings if s.attribution.id == parent), None)
    if outer is None or outer.actor != stand.saying.actor:
        return stand
    return Stand(position=make_position(outer, stand.topic, stand.position.stance), saying=outer, topic=stand.topic)


def _is_somebody(collection: Collection, stand: Stand) -> bool:
    return _is_person(stand) and not is_country(stand.saying.speaker or "", collection.countries)


def choose_positions(collection: Collection, stands: Sequence[Stand]) -> tuple[Position, ...]:
    """Return one position for each act of saying and stance in each report that tells of it, in the order of reports.

    What two reports tell of one statement is shown for both, copies too: whoever counts voices goes by statements and
    independent texts. What a speaker says that a country or a body wants is his word for it, not its.
    """
    best: dict[tuple[str, str | None, str, str, str], Stand] = {}
    own = (s for s in stands if is_named(s.topic) or s.saying.attribution.parent is None or _is_somebody(collection, s))
    for stand in sorted(own, key=lambda stand: _directness(collection, stand)):
        position, report = stand.position, stand.saying.document
        best.setdefault((position.issue, stand.saying.actor, position.stance, stand.saying.statement, report), stand)
    told = sorted(best.values(), key=lambda stand: _when_told(collection, stand))
    return tuple(_in_own_words(stand) for stand in told)


def _when_told(collection: Collection, stand: Stand) -> tuple[int, int]:
    """Return where a position is told: in which report of the collection, and where in it."""
    return collection.places[stand.saying.document], stand.position.span.start


def _in_own_words(stand: Stand) -> Position:
    """Return a position at the quotation that explains it, where the stance itself only points: "the idea"."""
    pointing = _MERE_POINTER.match(folded(stand.saying.words).strip(_EDGES))
    if not (pointing and stand.after and stand.is_plain and stand.position.stance in ("for", "against")):
        return stand.position
    words = stand.after.attribution
    return replace(stand.position, span=max(words.content, key=lambda s: s.end - s.start), attribution=words.id)


def _directness(collection: Collection, stand: Stand) -> tuple[bool, int, str, str, bool, int]:
    saying = stand.saying
    report = collection.reports[saying.document]
    day = (report.published.earliest or report.published.latest) if report.published else None
    attribution = saying.attribution
    second_hand = attribution.parent is not None
    return second_hand, len(attribution.via), day or "9999", report.document.uri, not stand.is_plain, saying.start


def _on_topic(collection: Collection, topic: Topic) -> Iterator[Stand]:
    for report in find_reports_of(collection, topic):
        last_named: dict[str | None, int] = {}
        namings = [at for head, _, at in name_new_things(report.document.text) if head in topic.heads]
        namings += _name_at_sites(report.document.text, topic)
        named_at: int | None = None
        for saying in report.sayings:
            own = report.document.id in topic.reports and any(0 < saying.start - at < _JUST_BEFORE for at in namings)
            recent = own or (named_at is not None and saying.start - named_at < _REACH)
            same = saying.actor in last_named and saying.start - last_named[saying.actor] < _REACH
            stance, is_on = _judge(saying, topic, collection.countries, (recent, same))
            if is_on:
                named_at = last_named[saying.actor] = saying.start
            if stance and is_on and has_voice(saying) and not saying.in_title:
                yield Stand(position=make_position(saying, topic, stance), saying=saying, topic=topic)


def _name_at_sites(text: str, topic: Topic) -> Iterator[int]:
    """Yield where a text names the thing at a place proposed for it: "a foreign station at Tarn"."""
    for site in topic.sites:
        for match in re.finditer(rf"\b{re.escape(site)}\b", text):
            if topic.heads & stems_of(text[max(0, match.start() - _CLOSE) : match.start()]):
                yield match.start()


def _judge(
    saying: Saying, topic: Topic, countries: Mapping[str, str], near: tuple[bool, bool]
) -> tuple[Stance | None, bool]:
    """Return the stance of a saying on a topic, and whether it speaks of the topic at all."""
    recent, same = near
    words = folded(saying.words).strip(" \"'«»“”.,")
    words = words.removeprefix("that ")
    if saying.attribution.parent and _PAST.search(folded(saying.cue)):
        return None, False
    if _PLAN.match(words):
        return (_ACTS.get(saying.attribution.act) if recent else None), recent
    wanted, instead = split_contrast(saying.words)
    found: Stance | None = None
    is_on = bool(instead) and _speaks_of(wanted, instead, topic)
    for clause in (part for part in split_clauses(wanted) if not tells_of_the_past(part)):
        taken_up = (same or (recent and _leaves_open(clause, topic))) and _takes_up(clause)
        if not (is_on or _is_about(clause, topic, saying) or taken_up):
            continue
        is_on = True
        found = found or _stance_of(clause, topic, saying, countries)
    if is_on and found is None:
        found = _ACTS.get(saying.attribution.act)
    return found, is_on


def split_clauses(words: str) -> list[str]:
    """Return the sentences of what was said, cut also before "but"."""
    return _CLAUSE.split(words.removeprefix("that "))


def _stance_of(clause: str, topic: Topic, saying: Saying, countries: Mapping[str, str]) -> Stance | None:
    """Return the stance that a clause takes; what it says that somebody else wants is not the speaker's stance."""
    plain, cue = folded(clause), folded(saying.cue)
    act = saying.attribution.act
    named = [position for head, _, position in name_new_things(clause) if head in topic.heads]
    if act == "warn" and named and min(named) < _AT_THE_START:
        return "against"
    if act == "threaten" and re.search(r"\b(?:if|should|unless)\b", plain):
        return "against"
    found = find_stance(f"{cue} {plain}", topic.heads) or find_stance(plain, topic.heads)
    if found in ("for", "against") and _ACTS.get(act) != found and _is_anothers(clause, topic, saying, countries):
        return None
    return found


def _is_anothers(clause: str, topic: Topic, saying: Saying, countries: Mapping[str, str]) -> bool:
    """True when a clause begins with a name that is neither the speaker's nor the speaker's country's."""
    first = find_words(clause)[:1]
    if not first or not first[0][:1].isupper() or first[0].casefold() in load_function_words():
        return False
    if first[0] in topic.sites | topic.others or saying.country in countries_in(first[0], countries):
        return False
    return all(country_root(first[0]) != country_root(word) for word in (saying.speaker or "").split())


def _speaks_of(wanted: str, instead: str, topic: Topic) -> bool:
    return bool(topic.heads & stems_of(instead)) or any(site in wanted for site in topic.sites)


def _is_about(clause: str, topic: Topic, saying: Saying) -> bool:
    """True when a clause names the new thing, or a place proposed for it together with the thing or its making."""
    if any(head in topic.heads for head, _, _ in name_new_things(clause)):
        return saying.document in topic.reports
    plain, kept, stems = folded(clause), folded_keeping_case(clause), stems_of(clause)
    begins = _THE_THING.match(plain.strip(" \"'\u00ab\u00bb\u201c\u201d"))
    if (
        begins
        and saying.attribution.act in _ACTS
        and saying.document in topic.reports
        and stem(begins[1]) in topic.heads
    ):
        return True
    if any(site in kept for site in topic.sites):
        if saying.attribution.act == "threaten":
            return True
        has_plan = bool({"plan", "project", "proposal"} & stems)
        return bool(topic.heads & stems) or has_plan or bool(_CREATES.search(plain))
    if saying.document not in topic.reports:
        return False
    if re.search(rf"\bno (?:{'|'.join(map(re.escape, sorted(topic.heads)))})\w*\b", plain):
        return True
    if topic.heads & stems and _EXISTING.search(plain):
        return find_stance(plain, topic.heads) == "against"
    return any(other in clause for other in topic.others) and "enough" in stems


def _leaves_open(clause: str, topic: Topic) -> bool:
    """True when a clause says that nothing is decided: whoever says it, it is said of what was spoken of last."""
    return find_stance(folded(clause), topic.heads) == "unclear"


def _takes_up(clause: str) -> bool:
    plain = folded(clause)
    return bool(_PRONOUN.search(plain) or _ON_THIS.search(plain) or _TALKS.match(plain.strip(" \"'«»“”")))


def make_position(saying: Saying, topic: Topic, stance: Stance, clause: str = "") -> Position:
    """Return a stance that a saying takes on an issue as a position; its span is the piece that holds the clause."""
    attribution = saying.attribution
    pieces = zip(saying.words.split(" [...] "), attribution.content, strict=False)
    first = next((span for span in attribution.content if span.end - span.start > _A_NAME), attribution.content[0])
    span = next((span for words, span in pieces if clause and clause[:_BEGINNING] in words), first)
    return Position(
        id=thing_id("position", f"{topic.issue.id}|{attribution.id}"),
        issue=topic.issue.id,
        actor=saying.speaker or "",
        on_behalf=saying.country,
        stance=stance,
        said=saying.said,
        document=saying.document,
        span=span,
        attribution=attribution.id,
        via=tuple(relay.name for relay in attribution.via),
        by="accounts positions",
    )
