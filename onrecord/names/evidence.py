"""What a name itself and the words around it tell of its kind."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.language import Parse
from onrecord.names.candidates import Candidate
from onrecord.names.lexicon import Lexicon
from onrecord.names.runs import is_dotted

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]&[A-Z])")
_LEADING_PLACE = frozenset(("mount", "lake", "camp", "fort", "cape", "port", "gulf", "bay", "upper", "lower"))
_LINKS = ("of", "for", "on")
_ENDINGS = (2, 3, 4, 5, 6)


class Score(defaultdict[str, float]):
    """Weights by kind; a kind never weighed stands at nothing."""

    def __init__(self) -> None:
        super().__init__(float)


def weigh_name(text: str, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by its own words: known names, head words, first names, shape."""
    score = Score()
    words = text.split()
    if text in lexicon.known:
        score[lexicon.known[text]] += 10
    if text in lexicon.peoples:
        score["group"] += 10
    elif words[-1] in lexicon.peoples:
        score["group"] += 6
    if is_dotted(words[-1]):
        score["organisation"] += 6
    if _ACRONYM.fullmatch(text):
        score["organisation"] += 3
    for length in _ENDINGS:
        _add(score, lexicon, "ending", words[-1][-length:] if len(words[-1]) > length + 1 else "")
    if len(words) == 1:
        _weigh_single(score, text, lexicon)
    else:
        _weigh_head(score, words, lexicon)
        _weigh_person(score, words, lexicon)
    return score


def weigh_spot(parse: Parse, name: Candidate, has_role: bool, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by the words around one of its spots."""
    score, words, i, j = Score(), parse.words, name.first, name.last
    score["person"] += 6 * bool(name.title) + 4 * name.led + 3 * (has_role and not name.led)
    if i and words[i - 1].sentence == words[i].sentence:
        _weigh_before(score, parse, i, j, lexicon)
    if j + 1 < len(words) and words[j + 1].sentence == words[j].sentence:
        _add(score, lexicon, "after", words[j + 1].lower)
        if words[j + 1].text == ",":
            _weigh_comma(score, parse, i, j + 1, lexicon)
        if words[j + 1].tag == "POS":
            owned = words[words[j].head]
            _add(score, lexicon, "owner of", owned.lower)
    if name.text.isupper() and _is_dateline(parse, i, j):
        score["place"] += 4
    verb = words[words[j].head]
    if words[j].dep in ("dobj", "dative") and verb.pos == "VERB":
        _add(score, lexicon, "verb of", verb.lemma)
    return score


def _is_dateline(parse: Parse, first: int, last: int) -> bool:
    """A place in capitals that opens a paragraph: "ORVANE (Calna) -", "ORVANE, May 3"."""
    words = parse.words
    opens = any(start == first for start, _ in parse.paragraphs)
    return opens and last + 1 < len(words) and words[last + 1].text in (",", "(", "-", "\u2014", "\u2013", "--")


def _add(score: Score, lexicon: Lexicon, position: str, word: str) -> None:
    for kind, weight in lexicon.contexts.get((position, word), ()):
        score[kind] += weight


def _weigh_single(score: Score, text: str, lexicon: Lexicon) -> None:
    if text.lower() in lexicon.common and text not in lexicon.known:
        score["person"] -= 3
        score["place"] -= 2
    if text in lexicon.first_names:
        score["person"] += 2 if lexicon.first_names[text].strong else 1


def _weigh_head(score: Score, words: list[str], lexicon: Lexicon) -> None:
    link = next((i for i, word in enumerate(words) if word in _LINKS and i), len(words))
    pair, last = " ".join(words[max(link - 2, 0) : link]).lower(), words[link - 1].lower()
    head = lexicon.heads.get(pair) or lexicon.heads.get(last)
    if head:
        score[head.kind] += 6
    elif words[0].lower() in _LEADING_PLACE:
        score["place"] += 6
    elif link < len(words):
        score["organisation"] += 2
    if any(word.endswith(("'s", "s'")) or word == "&" for word in words[:-1]):
        score["organisation"] += 2


def _weigh_person(score: Score, words: list[str], lexicon: Lexicon) -> None:
    first = lexicon.first_names.get(words[0])
    head = lexicon.heads.get(words[-1].lower())
    if first and len(words) <= 4:
        score["person"] += 7 if first.strong and (head is None or head.surname) else 3
    if any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words):
        score["person"] += 4
    plain = all(word[0].isalpha() and not word.isupper() and word.lower() not in lexicon.not_names for word in words)
    if first is None and any(_is_common(word.lower(), lexicon) for word in words):
        score["person"] -= 2
    elif plain and 2 <= len(words) <= 3 and not any(word in _LINKS or word in lexicon.known for word in words):
        score["person"] += 2


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.common or (word.endswith("s") and word[:-1] in lexicon.common)


def _weigh_before(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    words = parse.words
    _add(score, lexicon, "before", words[i - 1].lower)
    if words[i - 1].lower == "the" and words[j].dep not in ("compound", "nmod", "poss"):
        score["person"] -= 3
        score["organisation"] += 0.3
    elif words[i - 1].lower == "of" and i > 1:
        _add(score, lexicon, "before of", words[i - 2].lower)


def _weigh_comma(score: Score, parse: Parse, first: int, comma: int, lexicon: Lexicon) -> None:
    """An age behind a comma tells a person; a state or country, in "in Fairfax, Virginia", a place."""
    following = parse.words[comma + 1 : comma + 3]
    if len(following) < 2 or following[1].text not in (",", "."):
        return
    if following[0].tag == "CD" and following[0].text.isdigit():
        score["person"] += 4
    if lexicon.known.get(following[0].text) == "place" and first and parse.words[first - 1].tag == "IN":
        score["place"] += 2
