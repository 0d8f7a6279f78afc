"""Tells times from the verbs, names and titles that are spelt alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from onrecord.language import Parse, Word
from onrecord.times.grammar import Proposal
from onrecord.times.moving_feasts import is_feast
from onrecord.times.tense import find_direction
from onrecord.times.words import load_words, look_up

_VERBS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBN", "VBG"})
_NAMED = frozenset({"NNP", "NNPS"})
_INTRODUCING = frozenset({"in", "since", "until", "till", "during", "through"})
_DESCRIBING = frozenset({"DT", "PRP$", "JJ", "NNP", "POS"})


def is_spoken_as_time(proposal: Proposal, parse: Parse, starts: Sequence[int]) -> bool:
    """Return whether the words of a proposal are used as a time where they stand."""
    judge = _JUDGES.get(proposal.rule.reads)
    if judge is None:
        return True
    group, is_time = judge
    at = bisect_right(starts, proposal.match.start(group)) - 1
    return at < 0 or is_time(proposal, parse, starts, parse.words[at])


def _is_month_or_season(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """The envoys [may] come; the long [March]; [April Orlova]: no months. But "in April Orlova came"."""
    alone = proposal.end == word.end and proposal.start == word.start
    if word.tag in _VERBS or (alone and word.lower == "march" and _is_a_walk(parse, word)) or _is_water(parse, word):
        return False
    if alone and _speaks(parse, word):
        return False
    dated = proposal.match.groupdict().get("y3") is not None
    introduced = dated or (word.i > 0 and parse.words[word.i - 1].lower in _INTRODUCING)
    return not (alone and word.text[0].isupper() and not introduced and _is_in_name(parse, word))


def _is_reference(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """Soon is a time when it lies ahead; the ferry [soon] closed, as [soon] as it came: only an order.

    "To date" is one where it has no object: not up [to date], not [to date] the find.
    """
    if word.lower == "to":
        date = parse.words[min(word.i + 1, len(parse.words) - 1)]
        return date.tag == "NN" and (word.i == 0 or parse.words[word.i - 1].lower not in ("up", "date"))
    if word.lower == "current":
        return word.tag not in ("NN", "NNS")  # the current of the river
    if word.lower != "soon":
        return True
    following = parse.words[word.i + 1].lower if word.i + 1 < len(parse.words) else ""
    return following != "as" and find_direction(parse, starts, word.start, word.end) in ("after", "perhaps after")


def _is_today(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """Dorn [Today] is a newspaper, but for headlines, where every word has a capital."""
    if not word.text.istitle() or word.i == 0:
        return True
    first, last = parse.sentences[word.sentence]
    small = sum(other.text.islower() for other in parse.words[first:last])
    return parse.words[word.i - 1].tag not in _NAMED or word.i == first or 2 * small < last - first


def _is_year(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """Resolution [1483] has a number; [1500] demonstrators are counted."""
    before = parse.words[word.i - 1].lower if word.i else ""
    if before == "." and word.i > 1:
        before = parse.words[word.i - 2].lower + before
    after = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else word
    counted = word.text.endswith("00") and word.text != "2000" and after.tag == "NNS" and after.text.islower()
    return not (before in load_words()["numbered"] or counted)


def _is_stretch(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """A broadcast may be called "[This Week]"."""
    titled = proposal.match.group().istitle() and " " in proposal.match.group()
    return not (titled and word.i > 0 and parse.words[word.i - 1].text in _QUOTES)


def _is_quality(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """Two [bloody] weeks, five [trading] days; but not the three [villages] days ago."""
    number = look_up("number", word.text) or look_up("ten", word.text)
    return number is None and (word.tag in ("JJ", "JJR", "VBG", "VBN") or word.lower in ("trading", "business"))


def _is_repeated(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """The [daily] Dorn Post and the [weekly] that printed it are papers."""
    following = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else word
    titled = following.text[0].isupper() and following.tag in _NAMED and following.sentence == word.sentence
    return not titled and not (word.tag in ("NN", "NNP") and word.dep in _PARTS and word.lower.endswith("ly"))


def _is_feast(proposal: Proposal, parse: Parse, starts: Sequence[int], word: Word) -> bool:
    """A [Christmas] tree stands longer than a day, and [Ramadan] Orlov is a man."""
    last = parse.words[bisect_right(starts, proposal.match.end("k") - 1) - 1]
    following = parse.words[last.i + 1] if last.i + 1 < len(parse.words) else last
    beside = [parse.words[at] for at in (word.i - 1, last.i + 1) if 0 <= at < len(parse.words)]
    in_name = any(other.tag in _NAMED and other.sentence == word.sentence for other in beside)
    named = word.i == last.i and in_name and is_feast(look_up("holiday", word.text) or "")
    return not named and look_up("festive", following.lemma) is None


def _speaks(parse: Parse, word: Word) -> bool:
    """[May] said; [April] Orlova told: someone is called so, whatever stands beside."""
    head = parse.words[word.head]
    named = word.dep == "dep" and word.i + 1 < len(parse.words) and parse.words[word.i + 1].dep == "nsubj"
    return (named or word.dep == "nsubj") and look_up("speaks", head.lemma) is not None


def _is_water(parse: Parse, word: Word) -> bool:
    """The [spring] near the mill dried up."""
    places = (parse.words[i].lower for i in parse.children[word.i])
    return word.lower == "spring" and any(look_up("where", place) is not None for place in places)


def _is_a_walk(parse: Parse, word: Word) -> bool:
    """A march that has an article, an owner or a quality is no month, unless it qualifies a noun."""
    before = next((w for w in reversed(parse.words[max(0, word.i - 3) : word.i]) if w.pos != "PUNCT"), None)
    return before is not None and before.tag in _DESCRIBING and word.dep != "compound"


def _is_in_name(parse: Parse, word: Word) -> bool:
    beside = [parse.words[i] for i in (word.i - 1, word.i + 1) if 0 <= i < len(parse.words)]
    return any(
        other.tag in _NAMED and other.sentence == word.sentence and word.head in (other.i, other.head)
        for other in beside
        if word.dep == "compound" or other.dep == "compound"
    )


_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "poss", "attr", "conj"})
_QUOTES = frozenset({'"', "``", "\u201c", "\u201e", "\u00ab", "''"})
_JUDGES: dict[str, tuple[str, Callable[[Proposal, Parse, Sequence[int], Word], bool]]] = {
    "month": ("m", _is_month_or_season),
    "season": ("s", _is_month_or_season),
    "reference": ("k", _is_reference),
    "deictic": ("k", _is_today),
    "stretch": ("rel", _is_stretch),
    "year": ("y", _is_year),
    "repeated": ("k", _is_repeated),
    "told_repeated": ("k", _is_repeated),
    "holiday": ("k", _is_feast),
    "described_duration": ("between", _is_quality),
}
