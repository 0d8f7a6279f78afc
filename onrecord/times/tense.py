"""Tells from the verb beside a time expression whether the time lies behind or ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.language import Parse, Word
from onrecord.records import Direction
from onrecord.times.words import look_up

_AHEAD_PREPOSITIONS = frozenset({"until", "till", "by", "through", "to"})
_WITHIN = frozenset({"in", "on", "since", "during", "at", "throughout"})
_SUPPOSED: dict[Direction, Direction] = {"before": "perhaps before", "after": "perhaps after"}
_REPORTED = frozenset({"would", "could", "might"})
_CLIMB = 10
_LINKS = frozenset({"on", "in", "by", "from", "as", "of", ","})


def find_direction(parse: Parse, starts: Sequence[int], start: int, end: int) -> Direction:
    """Return where the time at `start` to `end` lies, seen from the report; "nearest" when no verb tells.

    A verb that the time itself qualifies tells ("opened in 2003"); one further off only lets suppose ("the 2003 law
    was changed").
    """
    words = _words_within(parse, starts, start, end)
    if not words:
        return "nearest"
    if _falls_due(parse, words[0]):
        return "after"
    head = next((word for word in words if not words[0].i <= word.head <= words[-1].i), words[-1])
    if _stands_within(parse, head):
        verb = _governing_verb(parse, head, 2)
        told = _told_by(parse, verb) if verb else "nearest"
        if told != "nearest":
            return told
    verb = _governing_verb(parse, head, _CLIMB)
    if verb and _owns(parse, words[-1]) and _has_child(parse, verb, "aux", _REPORTED):
        return "nearest"
    return _suppose(parse, head, verb) if verb else "nearest"


def _falls_due(parse: Parse, word: Word) -> bool:
    """Debts, dividends and rules that are due, payable or effective at a time name one that lies ahead."""
    before = word.i - 1
    if before > 0 and parse.words[before].lower in _LINKS:
        before -= 1
    return before >= 0 and look_up("falling_due", parse.words[before].lower) is not None


def _suppose(parse: Parse, head: Word, verb: Word) -> Direction:
    told = _told_by(parse, verb)
    preposition = parse.words[head.head].lower
    if preposition in ("until", "till") and told == "before" and _has_child(parse, verb, "neg", None):
        return "perhaps before"
    if preposition in _AHEAD_PREPOSITIONS:
        return "nearest" if told == "before" and preposition in ("by", "to") else "perhaps after"
    return _SUPPOSED.get(told, "nearest")


def _owns(parse: Parse, last: Word) -> bool:
    """What a day owns has happened or is set: they would look for a way around [Wednesday]'s ruling."""
    return last.i + 1 < len(parse.words) and parse.words[last.i + 1].tag == "POS"


def _has_child(parse: Parse, verb: Word, dep: str, forms: frozenset[str] | None) -> bool:
    children = (parse.words[i] for i in parse.children[verb.i])
    return any(child.dep == dep and (forms is None or child.lower in forms) for child in children)


def _words_within(parse: Parse, starts: Sequence[int], start: int, end: int) -> Sequence[Word]:
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_right(starts, end - 1)
    return [word for word in parse.words[first:last] if word.end > start]


def _stands_within(parse: Parse, head: Word) -> bool:
    return head.dep == "npadvmod" or (head.dep == "pobj" and parse.words[head.head].lower in _WITHIN)


def _governing_verb(parse: Parse, word: Word, steps: int) -> Word | None:
    for _ in range(steps):
        if word.head == word.i:
            break
        word = parse.words[word.head]
        if word.pos == "VERB":
            return word
    return word if word.pos == "VERB" else None


def _told_by(parse: Parse, verb: Word) -> Direction:
    """Read tense and mood off a verb and its helpers; an infinitive takes them from the verb above it."""
    for _ in range(_CLIMB):
        helpers = [parse.words[i] for i in parse.children[verb.i] if parse.words[i].dep in ("aux", "auxpass")]
        told = _told_by_helpers(verb, helpers)
        if told:
            return told
        above = parse.words[verb.head]
        if above.i == verb.i:
            break
        if any(helper.lower == "to" for helper in helpers) and (
            look_up("intended", above.lemma) or above.pos != "VERB"
        ):
            return "nearest" if _is_past_perfect(parse, above) else "after"
        verb = above
    return "nearest"


def _is_past_perfect(parse: Parse, verb: Word) -> bool:
    """What had been planned may lie behind by now: "it had been due to end on Friday"."""
    beside = (*parse.children[verb.i], *parse.children[verb.head])
    return any(parse.words[i].dep == "aux" and parse.words[i].lower == "had" for i in beside)


def _told_by_helpers(verb: Word, helpers: Sequence[Word]) -> Direction | None:
    forms = {helper.lower for helper in helpers}
    if forms & {"will", "'ll", "shall", "wo", "would", "may", "might", "can", "could", "should", "must"}:
        return "nearest" if forms & {"have"} else "after"
    if "to" in forms:
        return None
    if look_up("arranged", verb.lemma) and verb.tag in ("VBN", "VBG", "VBZ", "VBP"):
        return "after"
    if forms & {"was", "were", "had", "did", "has", "have"} or verb.tag == "VBD":
        return "before"
    if verb.tag == "VBN":
        return "before" if not forms else "nearest"
    return "nearest" if verb.tag in ("VBZ", "VBP") or forms & {"is", "are", "'s", "'re", "am"} else None
