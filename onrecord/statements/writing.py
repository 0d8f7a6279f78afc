"""Writes what was decided as records: spans of the text instead of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.records import Attribution, Document, Named, Relay, Span
from onrecord.statements.candidates import Candidate
from onrecord.statements.denials.contested import Claims, gather_claims
from onrecord.statements.denials.denials import find_denial
from onrecord.statements.edges.sources import settle_source
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.judging.confidence import judge
from onrecord.statements.lexicon import load_words
from onrecord.statements.slots.addressees import find_addressee
from onrecord.statements.slots.particulars import find_act, find_hedge, find_negated, find_speech

_ARTICLES = ("the", "a", "an")
_MARKS = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"


def write_attributions(
    document: Document, parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]
) -> tuple[Attribution, ...]:
    """Write the records of one report, in the order of the text."""
    ids = _make_ids(document, parse, candidates)
    parents = [None if candidate.parent is None else ids[candidate.parent] for candidate in candidates]
    sure = judge(parse, quoted, candidates)
    claims = gather_claims(parse, candidates)
    written = (_write(document, parse, quoted, candidate, claims) for candidate in candidates)
    return tuple(replace(one, id=ids[k], parent=parents[k], confidence=sure[k]) for k, one in enumerate(written))


def _make_ids(document: Document, parse: Parse, candidates: Sequence[Candidate]) -> list[str]:
    ids: list[str] = []
    seen: dict[int, int] = {}
    for candidate in candidates:
        start = parse.words[min(candidate.cue or candidate.content)].start
        count = seen[start] = seen.get(start, 0) + 1
        ids.append(mark_id("attribution", document.id, start, "" if count == 1 else str(count)))
    return ids


def _write(document: Document, parse: Parse, quoted: Quoted, candidate: Candidate, claims: Claims) -> Attribution:
    named = without_pronoun(parse, candidate.source)
    source = make_spans(parse, settle_source(parse, candidate.source, candidate.cue | candidate.content))
    hedge = find_hedge(parse, candidate)
    addressee = find_addressee(parse, candidate)
    denial = find_denial(parse, candidate, claims)
    return Attribution(
        id="",
        document=document.id,
        source=source,
        cue=make_spans(parse, candidate.cue) or _whole_words(parse, candidate.cue),
        content=make_spans(parse, candidate.content),
        speaker=name_of(parse, named),
        mention=None,
        via=_relays(parse, candidate),
        addressee=_named(parse, addressee),
        denial=denial,
        act=find_act(parse, candidate, denial),
        speech=find_speech(quoted, candidate, parse),
        hedge=None if hedge is None else Span(start=hedge.start, end=hedge.end),
        said=None,
        parent=None,
        by=f"statements: {candidate.rule}",
        confidence=None,
        negated=find_negated(parse, candidate),
    )


def without_pronoun(parse: Parse, source: frozenset[int]) -> frozenset[int]:
    """Return the noun that a relative pronoun stands for, without the pronoun, which keeps a span of its own."""
    if len(source) < 2 or parse.words[max(source)].lower not in load_words("relative"):
        return source
    return source - {max(source)}


def make_spans(parse: Parse, words: Iterable[int]) -> tuple[Span, ...]:
    """Return the stretches of text that a set of words makes; punctuation between two of them joins them."""
    runs: list[list[int]] = []
    for i in sorted(words):
        if runs and _adjoin(parse, runs[-1][1], i):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    trimmed = (_trimmed(parse, first, last) for first, last in runs)
    return tuple(
        Span(start=parse.words[first].start, end=parse.words[last].end) for first, last in trimmed if first <= last
    )


def _whole_words(parse: Parse, words: Iterable[int]) -> tuple[Span, ...]:
    """A colon that stands for a verb of saying is all punctuation and stays."""
    return tuple(Span(start=parse.words[i].start, end=parse.words[i].end) for i in sorted(words))


def _adjoin(parse: Parse, before: int, after: int) -> bool:
    if after - before > 4 or "\n" in parse.text[parse.words[before].end : parse.words[after].start]:
        return after - before == 1 and "\n" not in parse.text[parse.words[before].end : parse.words[after].start]
    return all(parse.words[i].pos == "PUNCT" for i in range(before + 1, after))


def _trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Take punctuation from the edges, but leave quotation marks and what closes a quotation."""
    while first <= last and parse.words[first].pos == "PUNCT" and parse.words[first].text[0] not in _MARKS + "([$#":
        first += 1
    while last >= first and parse.words[last].pos == "PUNCT" and parse.words[last].text[-1] not in _MARKS + ")]!?%":
        last -= 1
    return first, last


def name_of(parse: Parse, words: Iterable[int]) -> str | None:
    """Return the words of a source as a name: without article, blanks folded; None for no words."""
    spans = make_spans(parse, words)
    text = " ".join(" ".join(parse.folded[span.start : span.end].split()) for span in spans)
    first, _, rest = text.partition(" ")
    return (rest if first.lower() in _ARTICLES and rest else text) or None


def _named(parse: Parse, words: frozenset[int]) -> Named | None:
    name = name_of(parse, words)
    return None if name is None else Named(name=name, span=make_spans(parse, words)[0])


def _relays(parse: Parse, candidate: Candidate) -> tuple[Relay, ...]:
    relays = []
    for words in candidate.relays:
        name = name_of(parse, words)
        if name is not None:
            relays.append(
                Relay(
                    name=name,
                    span=make_spans(parse, words)[0],
                    inherited=candidate.inherited,
                )
            )
    return tuple(relays)
