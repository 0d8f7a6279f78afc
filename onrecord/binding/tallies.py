"""Whose count a figure is where no statement carries it: "police counted 800", "raised the toll from 87 to 103"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.binding.claims import carriers
from onrecord.language import Parse, Word
from onrecord.records import Attribution, Figure, Named, Span

_APART = re.compile(r"(?:;|,? (?:while|whereas|but|although|though|and|yet)) $", re.IGNORECASE)
_LIST = re.compile(r"(?: [\w-]+){1,3},? and | [\w-]+(?: [\w-]+)?, ")
_OBJECTS = frozenset(("dobj", "prep", "ccomp", "oprd", "acomp", "npadvmod"))
_IN_NAME = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH")
_HOPS = 7


def claim_tallies(parse: Parse, figures: Iterable[Figure], attributions: Iterable[Attribution]) -> tuple[Figure, ...]:
    """Return the figures with those who count, revise or put a number, and without those who only deny it."""
    attributions = tuple(attributions)
    starts = [word.start for word in parse.words]
    claimed: list[Figure] = []
    for figure in figures:
        kept = _without_strangers(parse, starts, figure, carriers(figure.span, attributions))
        claimed.append(_claim(parse, starts, kept, claimed))
    return tuple(claimed)


def _claim(parse: Parse, starts: list[int], figure: Figure, earlier: list[Figure]) -> Figure:
    """Give a figure the claimant that its own words name, or those of the figure that it is a part of."""
    first = bisect_right(starts, figure.span.start) - 1
    if first < 0 or figure.status == "denied" or len(figure.claimants) > 1:
        return figure
    before = earlier[-1] if earlier else None
    counter = _left_out(parse, first, figure, before)
    if counter is None and not figure.claimants:
        counter = _find_counter(parse, first, figure, before)
    if counter is not None:
        return replace(figure, claimants=(counter,))
    whole = next((one for one in earlier if one.id == figure.part_of and one.claimants), None)
    whole = whole or (before if before is not None and _goes_on(parse, before, figure) else None)
    return figure if figure.claimants or whole is None else replace(figure, claimants=whole.claimants)


def _goes_on(parse: Parse, before: Figure, figure: Figure) -> bool:
    """ "Spoke of four sentries killed and eleven wounded": the list of one who counts goes on."""
    between = parse.folded[before.span.end : figure.span.start]
    return before.unit == figure.unit and _LIST.fullmatch(between) is not None and before.attribution is not None


def _without_strangers(parse: Parse, starts: list[int], figure: Figure, chain: tuple[Attribution, ...]) -> Figure:
    """Drop who denies or intends a figure, who backs what is voted on, and who spoke before "; Ostland says six"."""
    dropped = {a.speaker for a in chain if figure.status == "denied" and a.denial}
    dropped |= {a.speaker for a in chain if figure.unit == "vote" and a.act in ("support", "oppose")}
    dropped |= {a.speaker for a in chain if _intends(parse, a) or _is_label(parse, a) or _ends_apart(parse, a)}
    dropped |= {a.speaker for a in chain if _speaks_later(parse, figure, a)}
    dropped |= {a.speaker for a in chain if _is_withheld(parse, starts, a)}
    dropped |= {outer.speaker for outer in chain[1:] if _is_apart(parse, chain[0], outer)}
    if not dropped:
        return figure
    return replace(figure, claimants=tuple(c for c in figure.claimants if c.name not in dropped))


def _intends(parse: Parse, attribution: Attribution) -> bool:
    """Whoever plans or wants a number does not claim it; whoever says that he will, promises it."""
    cue = " ".join(span.of(parse.folded) for span in attribution.cue).lower().split()
    if attribution.content and not _words("settling").isdisjoint(cue):
        return not parse.folded.startswith("that ", attribution.content[0].start)
    return attribution.act == "intend" and not _words("intending").isdisjoint(cue)


def _is_withheld(parse: Parse, starts: list[int], attribution: Attribution) -> bool:
    """ "Has not confirmed that eight died": no claim."""
    for span in attribution.cue:
        for word in parse.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if word.lemma in _words("counting") and any(parse.words[c].dep == "neg" for c in parse.children[word.i]):
                return True
    return False


def _is_label(parse: Parse, attribution: Attribution) -> bool:
    """ "Rescued: 31": a participle before a colon is nobody."""
    words = " ".join(span.of(parse.folded) for span in attribution.source).lower()
    return words in _words("label") and any(span.of(parse.folded) == ":" for span in attribution.cue)


def _ends_apart(parse: Parse, attribution: Attribution) -> bool:
    """Whoever speaks after a semicolon does not say what stands before it: "X spoke of seven; later it said 15"."""
    if not attribution.cue or not attribution.content or attribution.cue[0].start < attribution.content[-1].end:
        return False
    starts = [word.start for word in parse.words]
    following = parse.words[bisect_right(starts, attribution.cue[-1].end - 1) :][:1]
    counted = bool(following) and following[0].tag == "CD" and following[0].start <= attribution.cue[-1].end + 1
    return counted or parse.folded.startswith(";", attribution.content[-1].end)


def _speaks_later(parse: Parse, figure: Figure, attribution: Attribution) -> bool:
    """ "X counted 212; Y [insists] there were 260": Y's clause begins behind the semicolon, with Y."""
    first = attribution.content[0]
    begins = attribution.source[0].start if attribution.source else first.end
    behind = first.end <= begins and len(attribution.content) > 1 and figure.span.end <= first.end
    return behind and ";" in parse.folded[figure.span.end : begins]


def _is_apart(parse: Parse, inner: Attribution, outer: Attribution) -> bool:
    """Tell whether one who is said to speak in the words of another begins a clause set apart from them."""
    if not inner.source or not outer.content or inner.source[0].start <= outer.content[0].start:
        return False
    start = inner.source[0].start
    return _APART.search(parse.folded, max(0, start - 12), start) is not None


def _find_counter(parse: Parse, first: int, figure: Figure, before: Figure | None) -> Named | None:
    """Find the subject of the verb of counting that a number stands under."""
    verb = _verb_above(parse, parse.words[first])
    if verb is None or not _counts(parse, verb, figure):
        return None
    subject = _find_subject(parse, verb)
    if subject is None or subject.start > figure.span.start:
        return None
    if subject.lower in _words("pronoun") and before is not None and len(before.claimants) == 1:
        return Named(name=before.claimants[0].name, span=Span(start=subject.start, end=subject.end))
    return _name(parse, subject)


def _find_subject(parse: Parse, verb: Word) -> Word | None:
    """Find the subject of a verb, or of the verb that it is joined to."""
    for word in (verb, parse.words[verb.head] if verb.dep == "conj" else verb):
        for child in parse.children[word.i]:
            if parse.words[child].dep == "nsubj":
                return parse.words[child]
    return None


def _verb_above(parse: Parse, word: Word) -> Word | None:
    """Climb from a number through nouns and prepositions to the verb of which it is an object."""
    for _ in range(_HOPS):
        head = parse.words[word.head]
        if head.i == word.i:
            return None
        if head.pos == "VERB":
            return head if head.i < word.i and word.dep in _OBJECTS else None
        word = head
    return None


def _counts(parse: Parse, verb: Word, figure: Figure) -> bool:
    """Tell whether a verb makes its subject the one who gives the number."""
    if any(parse.words[c].dep in ("auxpass", "neg") for c in parse.children[verb.i]):
        return False
    if verb.lemma in _words("amending"):
        return _amends(parse, verb)
    if verb.lemma in _words("witnessing") and (subject := _find_subject(parse, verb)) is not None:
        return subject.lemma in _words("witness") or verb.lemma == "count"
    if verb.lemma == "say":
        return figure.of is None or figure.unit == "vote"
    if verb.lemma in _words("of speaking"):
        return any(parse.words[c].lower == "of" and c > verb.i for c in parse.children[verb.i])
    return verb.lemma in _words("counting") and (verb.lemma != "give" or _numbers(parse, verb) or _is_harm(figure))


def _amends(parse: Parse, verb: Word) -> bool:
    """ "Put the damage at", "revised the number of roofs"; "raised the toll", but not "raised the number of seats"."""
    if not _numbers(parse, verb):
        return False
    return verb.lemma in _words("certain amending") or _tells_harm(parse, verb)


def _numbers(parse: Parse, verb: Word) -> bool:
    things = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep in ("dobj", "nsubjpass")]
    return any(thing.lemma in _words("number") for thing in things)


def _tells_harm(parse: Parse, verb: Word) -> bool:
    things = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep == "dobj"]
    inside = {parse.words[i].lower for thing in things for i in range(thing.left, min(thing.right, thing.i + 6) + 1)}
    return not inside.isdisjoint(_words("harm"))


def _is_harm(figure: Figure) -> bool:
    return figure.measure in _words("harm")


def _left_out(parse: Parse, first: int, figure: Figure, before: Figure | None) -> Named | None:
    """ "Police counted 800; the organisers, 5,000", "a tenants' group says 26": the name right before the number."""
    if before is None or not before.claimants or before.unit != figure.unit or first < 2:
        return None
    link, named = parse.words[first - 1], parse.words[first - 2]
    again = link.lower in ("of", "at") and parse.folded.endswith(f" {link.lower} ", 0, before.span.start)
    says = link.lemma in _words("saying")
    if named.pos not in ("NOUN", "PROPN") or named.start < before.span.end or not (again or says or link.lower == ","):
        return None
    start = _left_edge(parse, named)
    opened = parse.words[start - 1].lower
    apart = opened == ";" or opened in _words("contrast") or (opened in (",", "and") and link.lower != ",")
    return _name(parse, named, start) if apart else None


def _left_edge(parse: Parse, named: Word) -> int:
    start = named.i
    while start and parse.words[start - 1].tag in _IN_NAME and parse.words[start - 1].sentence == named.sentence:
        start -= 1
    return start


def _name(parse: Parse, head: Word, start: int | None = None) -> Named | None:
    """Name a speaker by the words up to its head, without article; None for a number, a thing or a pronoun."""
    if head.pos not in ("NOUN", "PROPN") or head.lemma in _words("no speaker"):
        return None
    first = parse.words[head.left if start is None else start]
    first = parse.words[first.i + 1] if first.tag == "DT" and first.i < head.i else first
    end = _end_of(parse, head) if start is None else head.end
    name = " ".join(parse.folded[first.start : end].split())
    return Named(name=name, span=Span(start=first.start, end=end))


def _end_of(parse: Parse, head: Word) -> int:
    """Return where a name ends: "the ministry [of health]"."""
    for of in (parse.words[c] for c in parse.children[head.i]):
        if of.lower == "of" and of.i == head.i + 1:
            return next((parse.words[c].end for c in parse.children[of.i] if parse.words[c].dep == "pobj"), head.end)
    return head.end


@cache
def _words(kind: str) -> frozenset[str]:
    rows = (Path(__file__).parent / "tallies.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(dict(row.split("\t") for row in rows)[kind].split())
