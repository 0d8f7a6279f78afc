"""Finds the clauses in which an outlet reports what stands beside them: "..., Calna reported", "as Calna puts it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.bearers import Bearer
from onrecord.statements.relays.citing import name_cited
from onrecord.statements.relays.outlets import Outlets

_HEARING = ("hear", "learn", "have", "get", "understand", "gather")
_LINKING = ("as", "if")


@dataclass(frozen=True, slots=True)
class Report:
    """A clause in which an outlet passes something on: its verb, the chain, and the words it reports."""

    verb: Word
    chain: tuple[frozenset[int], ...]
    region: frozenset[int]


def find_reports(parse: Parse, outlets: Outlets, bearers: dict[int, list[Bearer]]) -> list[Report]:
    """Return the clauses with an outlet as their subject that report the rest of their sentence, or a clause of it."""
    found = list(_told_us(parse))
    for bearer in (one for near in bearers.values() for one in near if one.outlet and one.head.dep == "nsubj"):
        verb = parse.words[bearer.head.head]
        if verb.pos != "VERB" or not _reports(parse, verb):
            continue
        region = _region(parse, bearer, verb)
        if region:
            cited = name_cited(parse, outlets, verb, bearer.name)
            found.append(Report(verb, (bearer.name, *cited, *_heard_from(parse, verb)), region))
    return found


def _reports(parse: Parse, verb: Word) -> bool:
    has_it = verb.lemma == "have" and any(word.lower == "it" for word in children(parse, verb.i, "dobj", "nsubj"))
    makes_say = verb.lemma == "have" and any(word.tag != "VBN" for word in children(parse, verb.i, "ccomp"))
    found = verb.lemma in ("find", "show") and verb.dep == "advcl"
    return has_it or makes_say or found or verb.lemma in load_words("relay_verb")


def _told_us(parse: Parse) -> Iterator[Report]:
    """ "The guests, I hear from the hotelier, are angry", "as her notary tells us"."""
    for verb in parse.words:
        if verb.pos != "VERB" or verb.dep not in ("parataxis", "advcl", "ccomp", "ROOT"):
            continue
        first, last = parse.sentences[verb.sentence]
        whole = frozenset(range(first, last))
        ours = any(word.lower in _US for word in children(parse, verb.i, "nsubj", "dobj", "dative"))
        aside = verb.dep == "parataxis" or _is_linked(parse, verb)
        chain = tuple(_teller(parse, verb)) if ours and aside else ()
        if chain:
            yield Report(verb, chain, whole - reach(verb))


_US = ("i", "we", "us", "me")


def _teller(parse: Parse, verb: Word) -> Iterator[frozenset[int]]:
    if verb.lemma in ("tell", "inform", "assure"):
        yield from (source_words(parse, w, verb) for w in children(parse, verb.i, "nsubj") if w.pos != "PRON")
    elif verb.lemma in ("hear", "learn", "understand", "gather"):
        yield from _heard_from(parse, verb)


def _heard_from(parse: Parse, verb: Word) -> Iterator[frozenset[int]]:
    """Whom the outlet has it from."""
    leading = [word for word in children(parse, verb.i, "prep") if word.lower == "from" and verb.lemma in _HEARING]
    heard = (word for preposition in leading for word in children(parse, preposition.i, "pobj"))
    yield from (source_words(parse, word, None) for word in heard if can_speak(parse, word))


def _region(parse: Parse, bearer: Bearer, verb: Word) -> frozenset[int]:
    first, last = parse.sentences[verb.sentence]
    if _is_linked(parse, verb) or verb.dep == "parataxis":
        return frozenset(range(first, last)) - reach(verb)
    clauses = [clause for clause in children(parse, verb.i, "ccomp") if bearer.head.i not in reach(clause)]
    start = bearer.head.left
    after = NONE.union(*(reach(clause) for clause in clauses if clause.left > verb.i))
    return after or (frozenset(range(first, start)) if _ends_report(parse, start, first) else NONE)


def _is_linked(parse: Parse, verb: Word) -> bool:
    return verb.dep == "advcl" and any(w.lower in _LINKING for w in children(parse, verb.i, "mark", "advmod"))


def _ends_report(parse: Parse, start: int, first: int) -> bool:
    """Before the outlet stands the comma or the mark that closes what it reports."""
    mark = parse.words[start - 1] if start > first else None
    told = parse.words[first : start - 1] if mark else ()
    closed = mark is not None and (mark.text in (",", "\u201d", '"', "\u2019", "\u00bb") or mark.lower == "and")
    return closed and any(word.pos == "VERB" for word in told) and not _only_leads(told)


def _only_leads(told: Sequence[Word]) -> bool:
    """ "On Friday, citing an aide, Calna wrote": what stands before has no subject of its own."""
    return not any(word.dep in ("nsubj", "nsubjpass") for word in told)


def report(reports: Sequence[Report], found: Sequence[Candidate], candidate: Candidate) -> Candidate:
    """Give what somebody says or wants within an outlet's report that outlet."""
    if candidate.relays or not candidate.source:
        return candidate
    outer = None if candidate.parent is None else found[candidate.parent]
    for one in reports:
        itself = any(name & candidate.source for name in one.chain)
        inside = candidate.head in one.region and candidate.head != one.verb.i and not itself
        if inside and (outer is None or outer.head == one.verb.i):
            return replace(candidate, relays=one.chain)
    return candidate
