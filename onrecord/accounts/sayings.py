"""What each report says that somebody said, with what linking knows of it, ready to be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.accounts.cues import load_words
from onrecord.accounts.homes import find_homes
from onrecord.accounts.loose import BY as LOOSE
from onrecord.accounts.loose import find_loose
from onrecord.accounts.offices import find_holder, find_office_holders, name_mentions
from onrecord.accounts.whereabouts import find_named, find_names, find_places
from onrecord.identity import mark_id
from onrecord.linking.countries import countries_in, find_countries
from onrecord.linking.factuality import judge_saying
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import (
    Attribution,
    Document,
    Entity,
    Interval,
    Marks,
    Member,
    MentionKind,
    Sentence,
    Span,
    Statement,
    Things,
)

_SENTENCE = re.compile(r"[^\s.!?](?:[^.!?\n]|[.!?](?!\s|[\"'\u201d\u2019»]))*[.!?]?[\"'\u201d\u2019»]*")
_VOICE = re.compile(
    r"(?:[Tt]he )?[A-Z]|[Tt]he [\w'\u2019-]+(?: [\w'\u2019-]+)?(?: of .*)?$|[Aa]n? [\w ]+ (?:of|for|at|from) |[\w-]+$"
)
_GAP = " [...] "
_NO_LONGER = re.compile(r"\b(?:no longer|never|not)\s+\Z")
_LEAST_SHARED_NAMES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One attribution with its words, its speaker across reports, the speaker's country and the day of saying."""

    attribution: Attribution
    document: str
    words: str
    cue: str
    speaker: str | None
    actor: str | None
    kind: MentionKind | None
    country: str | None
    said: Interval | None
    statement: str
    in_title: bool

    @property
    def start(self) -> int:
        """The first character of the content."""
        return self.attribution.content[0].start if self.attribution.content else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: its text, its marks, its sayings in the order of the text, and the text that it is a copy of.

    `places` are the names of the places in it, `names` the roots of these and of the surnames; `named` is where it
    names somebody or something, and the roots of the words of each name.
    """

    document: Document
    marks: Marks
    sayings: tuple[Saying, ...]
    text_of: str
    published: Interval | None
    places: frozenset[str]
    names: frozenset[str]
    named: tuple[tuple[int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """All reports of a story, with the countries that they name.

    `places` is where each report comes in the order; `named_in` are the reports that name a place or a person, by the
    root of the name, and `holders` those that hold a capitalised word.
    """

    reports: Mapping[str, Report]
    countries: Mapping[str, str]
    things: Things
    places: Mapping[str, int]
    named_in: Mapping[str, tuple[str, ...]]
    holders: Mapping[str, tuple[str, ...]]

    def sayings(self) -> Iterator[Saying]:
        """Go through everything said, report by report."""
        for report in self.reports.values():
            yield from report.sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speakers:
    """The entities, and the country that each of them speaks for."""

    entities: Mapping[str, Entity]
    homes: Mapping[str, str]
    countries: Mapping[str, str]
    holders: Mapping[frozenset[str], Entity] = field(default_factory=dict)


def gather(documents: Sequence[Document], marks: Sequence[Marks], things: Things) -> Collection:
    """Return the collection in one order, whatever order the documents came in."""
    ordered = sorted(documents, key=lambda document: document.uri)
    by_document = {found.document: found for found in marks}
    countries = find_countries(ordered, marks)
    statements = {a: statement for statement in things.statements for a in statement.attributions}
    speakers = _Speakers(
        entities=_called_by_surname(things.entities, by_document),
        homes=find_homes(things, ordered, by_document, countries),
        countries=countries,
    )
    families = {member: copy.id for copy in things.copies for member in copy.members}
    published = {dated.document: dated.publication.interval for dated in things.publications}
    named = name_mentions(speakers.entities.values())
    reports = {}
    for document in ordered:
        found = by_document.get(document.id, Marks(document=document.id))
        if not found.sentences:
            found = replace(found, sentences=cut_sentences(document))
        holders = find_office_holders(found, named)
        own = replace(speakers, holders=holders)
        sayings = (
            _saying(document, attribution, statements[told], own)
            for attribution, told in (*((a, a.id) for a in found.attributions), *find_loose(document, found))
            if told in statements and attribution.content
            if judge_saying(attribution, document.text) == "said"
        )
        reports[document.id] = Report(
            document=document,
            marks=found,
            sayings=tuple(sorted(sayings, key=lambda saying: (saying.start, saying.attribution.id))),
            text_of=families.get(document.id, document.id),
            published=published.get(document.id),
            places=(places := find_places(document.text, found)),
            names=find_names(places, found),
            named=find_named(document, found),
        )
    return Collection(
        reports=reports,
        countries=countries,
        things=things,
        places={document: number for number, document in enumerate(reports)},
        named_in=_turn_round({document: report.names for document, report in reports.items()}),
        holders=_turn_round({document: _capitalised(report) for document, report in reports.items()}),
    )


def _capitalised(report: Report) -> frozenset[str]:
    return frozenset(word for word in find_words(report.document.text) if word[:1].isupper())


def _turn_round(held: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Return who holds each word."""
    found: dict[str, list[str]] = {}
    for holder, words in held.items():
        for word in words:
            found.setdefault(word, []).append(holder)
    return {word: tuple(holders) for word, holders in found.items()}


def cut_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return sentences cut at full stops and line ends, for marks that were stored without theirs."""
    spans = (Span(start=m.start(), end=m.end()) for m in _SENTENCE.finditer(document.text))
    return tuple(
        Sentence(id=mark_id("sentence", document.id, span.start), document=document.id, span=span) for span in spans
    )


def _called_by_surname(entities: Sequence[Entity], marks: Mapping[str, Marks]) -> dict[str, Entity]:
    """Return every entity by its id; a lone surname stands for the one person so named, if reports on both share names.

    The entities themselves stay apart: to merge them on a surname would be too much, to read a stance is not.
    """
    found = {entity.id: entity for entity in entities}
    full: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == "person" and " " in entity.name:
            full.setdefault(entity.name.split()[-1], []).append(entity)
    home = {mention.id: document for document, marked in marks.items() for mention in marked.mentions}
    names = {document: {m.name for m in marked.mentions} for document, marked in marks.items()}
    for entity in entities:
        named = full.get(entity.name, [])
        if entity.kind == "person" and len(named) == 1 and _share_names(entity, named[0], home, names):
            found[entity.id] = named[0]
    return found


def _share_names(left: Entity, right: Entity, home: Mapping[str, str], names: Mapping[str, set[str]]) -> bool:
    one, other = (
        {name for mention in entity.mentions for name in names.get(home.get(mention, ""), ())}
        for entity in (left, right)
    )
    return len(one & other) >= _LEAST_SHARED_NAMES


def _saying(
    document: Document,
    attribution: Attribution,
    statement: Statement,
    speakers: _Speakers,
) -> Saying:
    text = document.text
    source = " ".join(span.of(text) for span in attribution.source)
    entity = speakers.entities.get(statement.entity or "") or find_holder(attribution.speaker, speakers.holders)
    own = countries_in(f"{source} {attribution.speaker or ''}", speakers.countries)
    title = document.title.span if document.title else None
    return Saying(
        attribution=attribution,
        document=document.id,
        words=words_of(attribution, text),
        cue=_cue_of(attribution, text),
        speaker=entity.name if entity else attribution.speaker,
        actor=entity.id if entity else (attribution.speaker or "").casefold() or None,
        kind=entity.kind if entity else None,
        country=speakers.homes.get(entity.id if entity else "") or (next(iter(own)) if len(own) == 1 else None),
        said=statement.said,
        statement=statement.id,
        in_title=bool(title and title.start <= attribution.content[0].start < title.end),
    )


def _cue_of(attribution: Attribution, text: str) -> str:
    """Return the words that tell of the saying, with "no longer" or "never" right before them."""
    words = " ".join(span.of(text) for span in attribution.cue)
    start = attribution.cue[0].start if attribution.cue else 0
    before = _NO_LONGER.search(text, max(0, start - 20), start)
    return f"{before.group().strip()} {words}" if before else words


def words_of(attribution: Attribution, text: str) -> str:
    """Return the words of an attribution's content, with a mark where the report's own words come between."""
    return _GAP.join(span.of(text) for span in attribution.content)


def make_member(saying: Saying, span: Span | None = None) -> Member:
    """Return a saying as a member of a comparison; its span is its longest piece, its words are all pieces."""
    return Member(
        document=saying.document,
        span=span or max(saying.attribution.content, key=lambda piece: piece.end - piece.start),
        mark=None if saying.attribution.by == LOOSE else saying.attribution.id,
        speaker=saying.speaker,
        says=saying.words,
        said=saying.said,
    )


_DEEDS = frozenset({"request", "intend", "promise", "ask"})
_LEAST_STRETCH = 40


def own_voice(report: Report) -> Iterator[Span]:
    """Go through what a report says itself: the stretches of its sentences that are in nobody's mouth.

    A sentence in which somebody asserts something is nobody's own voice as a whole, since the edges of what is
    asserted may be off; one in which somebody demands or intends something is told by the report, but for that.
    """
    spoken = [s for a in report.marks.attributions if a.act not in _DEEDS for s in (*a.content, *a.source, *a.cue)]
    spoken += report.document.debris
    inside = [s for a in report.marks.attributions if a.act in _DEEDS for s in a.content]
    for sentence in report.marks.sentences:
        span = sentence.span
        if any(s.start < span.end and span.start < s.end for s in spoken):
            continue
        held = [s for s in inside if s.start < span.end and span.start < s.end]
        start = max((s.end for s in held), default=span.start)
        while start < span.end and not report.document.text[start].isalnum():
            start += 1
        if span.end - start >= _LEAST_STRETCH:
            yield Span(start=start, end=span.end)


def has_voice(saying: Saying) -> bool:
    """True for what a person, a body or "the union" says; not "some", "it", "many observers"."""
    speaker = saying.speaker or ""
    return bool(_VOICE.match(speaker)) and speaker.casefold() not in load_words("nobody")


def is_before(left: Interval | None, right: Interval | None) -> bool:
    """True when the first is known to have been said on an earlier day than the second; unknown days give False."""
    if left is None or right is None or left.latest is None or right.earliest is None:
        return False
    return left.latest[:10] < right.earliest[:10]


def shared_stems(left: str, right: str) -> frozenset[str]:
    """Return the content words that two texts have in common."""
    return content_stems(left) & content_stems(right)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Return a text in small letters, its blanks and apostrophes plain, as the tables of cues expect it."""
    return re.sub(r"\s+", " ", text.replace("\u2019", "'").replace("\u00a0", " ")).casefold()
