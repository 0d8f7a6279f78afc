"""Gives capitals back to text that is written in capitals, or in small letters, throughout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.language.lemmas import Lemmas

_WORD = re.compile(r"[^\W\d_]+")
_LOUD_WORD = re.compile(r"[^\W\d_a-z]{2,}")
_FIRST = re.compile(r"(?:\A|[.\u2026][\"')\]]*\s+|[!?]\s+|[:,] ?[\"']|\) ?[-\u2013\u2014] |\A\W+|\n\W*)(?=[^\W\d_])")
_LABEL = re.compile(r"\A[^:.!?\n]{2,60}(?=:(?: |\n|$))|(?<= [-\u2013\u2014] )[^.!?:;,\u2013\u2014]{2,50}\Z")
_DAY = re.compile(r"\.? (?:[0-3]?\d(?:st|nd|rd|th)?|[12]\d{3})(?!\w)")
_CLOCK = re.compile(r"\b[ap]\.m\b")
_NUMBERED = re.compile(r"-\d")
_FORMS = {"name": "Capital", "letters": "LETTERS"}
_OPENING = re.compile(r"[.!?] ([^\W\d_])")
_FEW = 3
_CARELESS = 0.01
_QUIET = 0.1
_LOUD_TITLE = 0.5
_LONGEST_LABEL = 6
_SHORTEST = 3
_GLANCE = 40
_LOOK = 400
_LONG = 4
_WORD_BEFORE = 20
_ELISIONS = frozenset(("s", "t", "re", "ll", "ve", "d", "m"))
_VOWELS = frozenset("aeiouy")
_NAME = ("NNP", "NNPS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_IN_LABEL = frozenset(("of", "the", "for", "and", "in", "s"))
_BEFORE_MONTH = frozenset(("in", "last", "next", "since", "until", "by", "early", "late", "mid", "this", "from", "of"))
_CALLED = frozenset(("title", "courtesy", "given", "before"))
_TIED = ("ed", "ing", "led", "born", "run", "held", "made", "wide", "style", "like", "area", "era", "owned", "level")
_REACH = 3

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A run of letters of a text without capitals, and how it is written: as it stands, "Capital" or "LETTERS"."""

    start: int
    end: int
    lower: str
    form: str = ""


def find_uncased(folded: str, paragraphs: Iterable[Range]) -> list[Range]:
    """Return the paragraphs whose capitals tell nothing: all in capitals, or in a text whose sentences open without."""
    small = _is_small_throughout(folded)
    return [(a, b) for a, b in paragraphs if small or _is_loud(folded[a:b])]


def _is_small_throughout(folded: str) -> bool:
    """Tell whether a text has no capitals, or so few that its sentences open without; a menu below it may have some."""
    if sum(map(str.isupper, folded[:_LOOK])) > _FEW:
        return False
    openings = _OPENING.findall(folded)
    careless = len(openings) >= _FEW and sum(map(str.islower, openings)) >= (1 - _QUIET) * len(openings)
    return folded.islower() or (careless and sum(map(str.isupper, folded)) <= _CARELESS * len(folded))


def _is_loud(text: str) -> bool:
    """Tell whether a paragraph shouts; a name or two in small letters ("McORLOV") may stand in it."""
    if sum(map(str.islower, text[:_GLANCE])) > _QUIET * _GLANCE or len(_LOUD_WORD.findall(text[:_LOOK])) < _SHORTEST:
        return False
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return lower <= _QUIET * (upper + lower)


def lower_ranges(folded: str, ranges: Iterable[Range]) -> str:
    """Return the text with these ranges in small letters; a letter that would change its length stays as it is."""
    pieces, last = list[str](), 0
    for start, end in ranges:
        pieces += [folded[last:start], _change(folded[start:end], str.lower)]
        last = end
    return "".join([*pieces, folded[last:]])


def _change(text: str, how: Callable[[str], str]) -> str:
    changed = how(text)
    if len(changed) == len(text):
        return changed
    return "".join(new if len(new := how(one)) == 1 else one for one in text)


def restore_capitals(
    quiet: str, ranges: Iterable[Range], tags: Mapping[int, str], lemmas: Lemmas, written: Mapping[str, str]
) -> str:
    """Return text that was put in small letters with capitals where sentences, names and initials begin.

    `tags` are those of the words, by their starts. A name is what the tagger takes for one and what no dictionary
    knows; what the rest of the text writes in one way keeps to it (`written`).
    """
    pieces, last = list[str](), 0
    for start, end in ranges:
        pieces += [quiet[last:start], _restore(quiet[start:end], start, tags, lemmas, written)]
        last = end
    return "".join([*pieces, quiet[last:]])


def learn_writing(folded: str, cased: Iterable[Range]) -> Mapping[str, str]:
    """Learn from paragraphs that have both cases how each word is written, sentence openings and titles aside."""
    forms: dict[str, str] = {}
    for start, end in cased:
        piece = folded[start:end]
        words = list(_WORD.finditer(piece))
        if sum(match.group()[:1].isupper() for match in words) > _LOUD_TITLE * len(words):
            continue
        openings = {match.end() for match in _FIRST.finditer(piece)}
        for match in words:
            word = match.group()
            if match.start() not in openings and len(word) > 1:
                forms[word.lower()] = word if forms.get(word.lower(), word) == word else ""
    return forms


def _restore(text: str, offset: int, tags: Mapping[int, str], lemmas: Lemmas, written: Mapping[str, str]) -> str:
    spots = [
        _Spot(m.start(), m.end(), m.group(), _form(text, m, tags.get(offset + m.start()) in _NAME, lemmas, written))
        for m in _WORD.finditer(text)
    ]
    forms = [spot.form for spot in spots]
    _carry(text, spots, forms)
    _call(text, spots, forms, [tags.get(offset + spot.start, "") for spot in spots])
    opened = {match.end() for match in _FIRST.finditer(text)}
    pieces, last = list[str](), 0
    for at, (spot, form) in enumerate(zip(spots, forms, strict=True)):
        opens = spot.start in opened and not (at and _is_shortened(text, spots[at - 1], spot))
        form = form or ("Capital" if opens else "")
        pieces += [text[last : spot.start], _write(spot.lower, form)]
        last = spot.end
    return "".join([*pieces, text[last:]])


def _is_shortened(text: str, before: _Spot, here: _Spot) -> bool:
    """Tell whether the full stop before a word is that of an initial or a title: "U.S. ships", "9 a.m. yesterday"."""
    short = before.end - before.start == 1 or _kinds().get(before.lower) in ("courtesy", "month")
    return short and text[before.end : here.start] == ". "


def _write(word: str, form: str) -> str:
    if form == "LETTERS":
        return _change(word, str.upper)
    if form == "Capital":
        return _change(word[:1], str.upper) + word[1:]
    return form if form and len(form) == len(word) else word


def _form(text: str, match: re.Match[str], tagged: bool, lemmas: Lemmas, written: Mapping[str, str]) -> str:
    """Tell how a word is written, as far as it tells itself."""
    word = match.group()
    by_marks = _form_by_marks(text, word, match.start(), match.end())
    if by_marks is not None:
        return by_marks
    if known := written.get(word):
        return known if known != word else ""
    kind = _kinds().get(word, "")
    if kind in _FORMS:
        return _FORMS[kind]
    if kind == "month":
        return "Capital" if _is_dated(text, match.start(), match.end()) else ""
    if word == "us" and _is_country(text, match.start()):
        return "LETTERS"
    if kind or is_ordinary(word, lemmas):
        plural = word in lemmas.exceptions.get("noun", {})  # the tagger takes "geese" for a name
        return "Capital" if tagged and not (kind or plural or _is_small(word)) else ""
    return "LETTERS" if _VOWELS.isdisjoint(_plain(word)) else "Capital"


def _form_by_marks(text: str, word: str, start: int, end: int) -> str | None:
    """Tell how letters beside digits, apostrophes and full stops are written: "3rd", "F-16", "it's", "Oda K. Brenn"."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before == "'" and word in _ELISIONS and text[max(0, start - 2) : start - 1].isalnum():
        return ""
    if before.isdigit() or _CLOCK.search(text, max(0, start - 2), end + 2):
        return ""
    if after[:1].isdigit() or (_NUMBERED.match(after) and len(word) < _LONG):
        return "LETTERS"
    if len(word) > 1:
        return None
    initial = (
        after == "& " or after[1:].isalpha() or (after == ". " and word != "a" and text[end + 2 : end + 3].isalpha())
    )
    return "Capital" if word == "i" or (initial and before != "-" and after[0] in ".-'&") else ""


def _is_country(text: str, start: int) -> bool:
    """ "The US", not "told us"."""
    return start == 0 or text[max(0, start - 4) : start].endswith(("the ", ". ", "\n"))


def _is_dated(text: str, start: int, end: int) -> bool:
    """ "March 3", "3 March", "in May", but not "may 30 people be dead"."""
    before = text[max(0, start - _WORD_BEFORE) : start].rsplit(None, 1)[-1:]
    near = before[0] if before else ""
    if near.rstrip("stndrh.").isdigit() or near in _BEFORE_MONTH:
        return True
    day = _DAY.match(text, end) is not None
    return day and (text[start:end] != "may" or near.endswith((",", "(")) or near in ("", "on", "before", "after"))


def _is_small(word: str) -> bool:
    return word in _small_words()


def _carry(text: str, spots: list[_Spot], forms: list[str]) -> None:
    """Let names give their capitals to the words around that belong to them: "mayor", "Lake", "News Agency"."""
    kinds = [_kinds().get(spot.lower, "") for spot in spots]
    for at in range(len(spots) - 2, -1, -1):
        between = text[spots[at].end : spots[at + 1].start]
        if forms[at] or between not in (" ", ". ", "-"):
            continue
        if kinds[at] == "courtesy" and not forms[at + 1] and not _is_small(spots[at + 1].lower):
            forms[at + 1] = "Capital"
        if forms[at + 1] and (_gives_way(kinds[at]) or (between == "-" and _may_be_half(spots[at].lower))):
            forms[at] = "Capital"
    for at in range(1, len(spots)):
        if not forms[at] and "head" in kinds[at].split():
            _join(text, spots, forms, at)
        elif not forms[at] and _is_second_half(text, spots, forms, at):
            forms[at] = "Capital"
    for at in range(len(spots) - 2):
        of = text[spots[at].end : spots[at + 2].start] == " of "
        if of and "of" in kinds[at].split() and forms[at + 2]:
            forms[at] = forms[at] or "Capital"


def _gives_way(kind: str) -> bool:
    return not _CALLED.isdisjoint(kind.split())


def _may_be_half(word: str) -> bool:
    """ "Lind-Mensah", but not "pro-Russian"."""
    return len(word) >= _LONG and not _is_small(word)


def _is_second_half(text: str, spots: list[_Spot], forms: list[str], at: int) -> bool:
    """ "Achebe-Storm", but not "Velmar-backed", "Russian-speaking", "Velmar-wide"."""
    word, before = spots[at].lower, spots[at - 1]
    if text[before.end : spots[at].start] != "-" or forms[at - 1] != "Capital" or before.lower in _kinds():
        return False
    return _may_be_half(word) and not word.endswith(_TIED)


def _join(text: str, spots: list[_Spot], forms: list[str], at: int) -> None:
    """Write out a name up to its head, from the capital that opens it: "Harn news [agency]"."""
    for first in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if text[spots[first].end : spots[first + 1].start] != " " or _is_small(spots[first].lower):
            return
        if forms[first]:
            forms[first + 1 : at + 1] = ["Capital"] * (at - first)
            return


def _call(text: str, spots: list[_Spot], forms: list[str], tags: list[str]) -> None:
    """Write the speaker of a headline as a name: "FOREIGN MINISTER: NO TALKS", "NO TALKS - FOREIGN MINISTER"."""
    for label in _LABEL.finditer(text):
        inside = [i for i, spot in enumerate(spots) if label.start() <= spot.start and spot.end <= label.end()]
        named = all(spots[i].lower in _IN_LABEL or not _is_small(spots[i].lower) for i in inside)
        if named and len(inside) <= _LONGEST_LABEL and all(tags[i] not in _FINITE for i in inside):
            for i in inside:
                forms[i] = forms[i] or ("" if spots[i].lower in _IN_LABEL else "Capital")


def is_ordinary(word: str, lemmas: Lemmas) -> bool:
    """Tell whether the dictionary knows a word in small letters, as it stands or in the form it is led back to."""
    return word in _small_words() or lemmas.knows(word) or (not word.isascii() and lemmas.knows(_plain(word)))


def _plain(word: str) -> str:
    """ "Communiqué" stands in the dictionary without its accent."""
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for word, kind in _rows() if kind != "small"}


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for word, kind in _rows() if kind == "small")


def _rows() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "capitals.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(word, kind) for word, kind in (line.split("\t") for line in lines)]
