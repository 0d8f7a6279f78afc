"""Reads the words right beside a number where the tree fails: "THREE HURT AS CRANE FALLS", "QUAKE KILLS 12"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.figures.counting import Counted
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a number: the harm that it measures, the noun between, and whether it is only feared."""

    measure: str
    noun: Word | None = None
    feared: bool = False
    total: Word | None = None


def read_beside(parse: Parse, counted: Counted, listed: bool) -> Beside | None:
    """Tell what the words right beside a number say of it; `listed` where the tree told already."""
    if counted.amount.unit is not None or counted.part or counted.size:
        return None
    alone = counted.noun is None and not listed
    found = _state_after(parse, counted) or (_verb_before(parse, counted) if alone else None)
    return found or _mistaken_verb(parse, counted)


def _mistaken_verb(parse: Parse, counted: Counted) -> Beside | None:
    """ "Landslide buries 60 houses", "Bomb kills 5 troops": a verb right before the number, taken for a noun."""
    before = parse.words[counted.first - 1] if counted.first > 1 else None
    if before is None or before.pos not in ("NOUN", "PROPN") or before.sentence != counted.anchor.sentence:
        return None
    measure = _look_up_stem(before.lower)
    return Beside(measure=measure, noun=counted.noun) if measure else None


def _state_after(parse: Parse, counted: Counted) -> Beside | None:
    """ "Three hurt in", "70 raiders killed and", "more than 40 feared dead": not "nine injured sailors"."""
    words, known = parse.words, load_knowledge()
    tail = [w for w in words[counted.last + 1 : counted.last + 7] if w.sentence == counted.anchor.sentence]
    for at, word in enumerate(tail[:5]):
        measure = known.measures.get((word.lower, "participle"))
        if measure and _ends(tail[at + 1 : at + 2]):
            between = [w for w in tail[:at] if w.lower not in known.words["before a harm"]]
            if len(between) > 2 or any(w.pos not in ("NOUN", "PROPN", "ADJ") for w in between):
                return None
            feared = any(w.lower in known.words["feared"] for w in tail[:at])
            return Beside(measure=measure, noun=between[-1] if between else None, feared=feared)
    return None


def _ends(following: list[Word]) -> bool:
    """A state is followed by nothing that it could modify."""
    closing = load_knowledge().words["after a harm"]
    return not following or following[0].pos == "PUNCT" or following[0].lower in closing


def _verb_before(parse: Parse, counted: Counted) -> Beside | None:
    """ "Quake kills 12 in", "the death toll has risen to 52" where the verb was not seen as one."""
    before = [
        w for w in parse.words[max(0, counted.first - 6) : counted.first] if w.sentence == counted.anchor.sentence
    ]
    if not before:
        return None
    last = before[-1].lower
    measure = _look_up_stem(last)
    if measure:
        return Beside(measure=measure)
    toll = next((w for w in before if w.lower == "toll"), None)
    filled = toll is not None and last in load_knowledge().words["before a level"]
    return Beside(measure="dead", total=toll) if filled else None


def _look_up_stem(word: str) -> str | None:
    """Return what the verb of "kills", "buried", "buries" does to its object."""
    measures = load_knowledge().measures
    stems = (word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"))
    ends = (f"{word[:-3]}y",) if word.endswith(("ies", "ied")) else ()
    return next(
        (measures[stem, "object"] for stem in (*stems, *ends) if stem != word and (stem, "object") in measures), None
    )
