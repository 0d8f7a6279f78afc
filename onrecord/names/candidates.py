"""Takes a run of capitals apart: what is a role or title, what is the name."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.names.lexicon import Head, Lexicon
from onrecord.names.runs import ADJECTIVE_ENDINGS, Run

_SHORT_PLURAL = 6
_SMALL = ("of", "the")
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words first to last that may be a name, as `text`.

    `title` is the courtesy title before it; `led` tells that a role word stands right before it.
    """

    first: int
    last: int
    text: str
    title: str
    led: bool

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words of the name, split at blanks."""
        return tuple(self.text.split())


def take_apart(parse: Parse, run: Run, lexicon: Lexicon) -> list[Candidate]:
    """Return the names that a run holds; empty when it holds none ("Deputy Prime Minister")."""
    found: list[Candidate] = []
    for first, last in _split(parse, run, lexicon):
        first += parse.words[first].lower == "the" and first < last
        first += _is_shouted(parse, first, last, lexicon)
        while last - first > 1 and parse.words[last].text in lexicon.honours:
            last -= 1
        start, title, led = _after_roles(parse, first, last, lexicon)
        start = _after_adjectives(parse, start, last, lexicon)
        if not led and start == first:
            led = _led_from_outside(parse, first, lexicon)
        if not title and start == first and start:
            title = _title_before(parse, first, lexicon)
        if start <= last and not _is_nobody(parse, start, last, lexicon):
            found.append(Candidate(start, last, text_of(parse, start, last), title, led))
    return found


def _is_shouted(parse: Parse, first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell a word in capitals for effect before a name: "FURIOUS Ana Diaz"."""
    word, name = parse.words[first], parse.words[first + 1 : last + 1]
    loud = len(word.text) > _SHORT_PLURAL and word.text.isupper() and word.text.isalpha()
    return loud and len(name) > 1 and all(one.text[1:].islower() for one in name) and word.text not in lexicon.known


def text_of(parse: Parse, first: int, last: int) -> str:
    """Return the words first to last as the text has them, with blanks made single and plain."""
    return " ".join(parse.folded[parse.words[first].start : parse.words[last].end].split())


def is_adjective(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word says of what country or creed something is, also of a country in no table."""
    return word.text in lexicon.adjectives or (word.tag == "JJ" and word.lower.endswith(ADJECTIVE_ENDINGS))


def is_role(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Tell whether word i says what someone is: "minister", also in "ex-minister"."""
    word = parse.words[i]
    if word.text == "FM" and i and _is_station(parse.words[i - 1], lexicon):
        return False
    noun = word.tag.startswith("NN") or word.text[0].isupper()
    return noun and (word.lower in lexicon.roles or word.lower.rpartition("-")[2] in lexicon.roles)


def _is_station(before: Word, lexicon: Lexicon) -> bool:
    """Tell the name of a station before FM, "Horizon FM", from the country of a foreign minister, "Saldovian FM"."""
    return before.tag == "NNP" and not is_adjective(before, lexicon) and before.text not in lexicon.countries


def _split(parse: Parse, run: Run, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cut a run where two names meet: "of Peru Ana Diaz", "Kyiv-Moscow", a credit "Ana Diaz/Rift Wire"."""
    for i in range(run.first + 1, run.last):
        credit = parse.words[i].text == "/" and parse.words[run.first].text in lexicon.first_names
        if credit or (parse.words[i].text == "-" and _hyphen_parts(parse, run, i, lexicon)):
            parts = Run(run.first, i - 1), Run(i + 1, run.last)
            return [piece for part in parts for piece in _split(parse, part, lexicon)]
    cut = _place_before_person(parse, run, lexicon)
    if cut:
        return [(run.first, cut), (cut + 1, run.last)]
    return [(run.first, run.last)]


def _hyphen_parts(parse: Parse, run: Run, i: int, lexicon: Lexicon) -> bool:
    left, right = text_of(parse, run.first, i - 1), text_of(parse, i + 1, run.last)
    if text_of(parse, run.first, run.last) in lexicon.known:
        return False
    whole = (left.split()[-1], right.split()[0])
    return all(part in lexicon.countries or part in lexicon.known or part in lexicon.adjectives for part in whole)


def _place_before_person(parse: Parse, run: Run, lexicon: Lexicon) -> int:
    """The last word of a country that is followed by someone's name: "the president of | Peru | Ana Diaz"."""
    if run.first == 0 or parse.words[run.first - 1].lower not in ("of", "the"):
        return 0
    for last in range(run.last - 1, run.first - 1, -1):
        known = text_of(parse, run.first, last) in lexicon.countries
        if known and parse.words[run.last].lower not in lexicon.heads and parse.words[last + 1].tag in ("NNP", "NNPS"):
            return last
    return 0


def _after_roles(parse: Parse, first: int, last: int, lexicon: Lexicon) -> tuple[int, str, bool]:
    """Where the name begins behind the titles and roles of a run, the courtesy title, and whether a role leads it."""
    words = parse.words
    if _is_organisation(parse, first, last, lexicon):
        return first, "", False
    for i in range(last, first - 1, -1):
        title, role = words[i].lower in lexicon.titles, is_role(parse, i, lexicon) or _is_plural_role(words[i], lexicon)
        if (
            not (title or role)
            or (i < last and words[i + 1].text == "-")
            or (i > first and i == last and words[i - 1].text in lexicon.first_names)
        ):
            continue
        return i + 1, words[i].lower if title else "", role
    return first, "", False


def _is_plural_role(word: Word, lexicon: Lexicon) -> bool:
    """Tell "Senators" before the names of two of them."""
    return word.lower.endswith("s") and word.lower[:-1] in lexicon.roles


def _is_organisation(parse: Parse, first: int, last: int, lexicon: Lexicon) -> bool:
    if text_of(parse, first, last) in lexicon.known:
        return True
    words = parse.words
    if words[first].text in lexicon.first_names and last - first == 1:
        return False
    if last > first and words[last - 1].text in lexicon.first_names and _are_titles(parse, first, last - 1, lexicon):
        return False
    end = _head_end(parse, first, last)
    head = head_of(parse, first, end, lexicon)
    if head is None or (head.surname and is_role(parse, first, lexicon)):
        return False
    if head.surname and last - first > 2 and is_role(parse, last - 2, lexicon):  # "Health Minister | Bisa Reef"
        return False
    return last > first and not is_role(parse, end, lexicon)


def _are_titles(parse: Parse, first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell "Prime Minister" before "Jonas Reef", whose name ends as those of places do."""
    words = parse.words[first:last]
    return all(one.lower in lexicon.titles or one.lower == "prime" or is_role(parse, one.i, lexicon) for one in words)


def _head_end(parse: Parse, first: int, last: int) -> int:
    """The word before "of", "for" or "on" in a name, else its last."""
    links = (i - 1 for i in range(first + 1, last) if parse.words[i].lower in ("of", "for", "on"))
    return next(links, last)


def head_of(parse: Parse, first: int, last: int, lexicon: Lexicon) -> Head | None:
    """Return what the head word or words ("Ministry", "Air Force") that end at word `last` tell, if anything."""
    pair = f"{parse.words[last - 1].lower} {parse.words[last].lower}" if last > first else ""
    return lexicon.heads.get(pair) or head_word(parse.words[last].lower, lexicon)


def head_word(word: str, lexicon: Lexicon) -> Head | None:
    """Return what a head word tells, in the plural too where that is seldom a surname ("Battalions")."""
    found = lexicon.heads.get(word)
    if found is None and word.endswith("s") and len(word) > _SHORT_PLURAL:
        single = lexicon.heads.get(word[:-1])
        found = single if single and not single.surname and single.kind != "other" else None
    return found


def _after_adjectives(parse: Parse, first: int, last: int, lexicon: Lexicon) -> int:
    """Skip "Russian", "Republican" where a person follows; keep them where they belong to the name of a body."""
    start = first
    while start <= last and _is_of_people(parse.words[start], lexicon):
        start += 1
    if start > last:
        return first
    whole = text_of(parse, first, last)
    if start == first or whole in lexicon.known or whole in lexicon.countries:
        return first
    return first if any(parse.words[i].lower in lexicon.heads for i in range(start, last + 1)) else start


def _is_of_people(word: Word, lexicon: Lexicon) -> bool:
    """Tell "Russian", "Democrats"; a side of a country belongs to its name: "Northern Saldovia"."""
    side = word.lower in lexicon.leading and word.lower.endswith("ern")
    return not side and (is_adjective(word, lexicon) or word.text in lexicon.peoples)


def _led_from_outside(parse: Parse, first: int, lexicon: Lexicon) -> bool:
    return first > 0 and parse.words[first - 1].text.islower() and is_role(parse, first - 1, lexicon)


def _title_before(parse: Parse, first: int, lexicon: Lexicon) -> str:
    before = parse.words[first - 1]
    return before.lower if before.lower in lexicon.titles and before.text[0].isupper() else ""


def _is_nobody(parse: Parse, first: int, last: int, lexicon: Lexicon) -> bool:
    """Months, adjectives, roles, single letters ("plan B") and other words that wear a capital and name nobody."""
    words = parse.words
    text = text_of(parse, first, last)
    if len(text) == 1:
        return True
    if text in lexicon.known or text in lexicon.peoples or (first == last and is_the_body(parse, first, lexicon)):
        return False
    if text in lexicon.adjectives:
        return True
    if _is_organisation(parse, first, last, lexicon) and first < last:
        return all(words[i].lower in lexicon.not_names for i in range(first, last + 1))
    if all(_means_nobody(parse, i, lexicon) for i in range(first, last + 1)):
        return True
    return (
        not any(character.isalpha() for character in text) or words[last].lower in _SMALL or words[first].text in _SMALL
    )


def is_the_body(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Tell the short name of a body, a head word alone that wears a capital behind "the": "the Ministry said"."""
    word = parse.words[i]
    head = lexicon.heads.get(word.lower)
    named = head is not None and head.kind == "organisation" and word.tag == "NNP" and word.text[1:].islower()
    return named and i > 0 and parse.words[i - 1].lower == "the" and word.lower not in lexicon.roles


def _means_nobody(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    word = parse.words[i]
    shouted = word.text.isupper() and len(word.text) > 1
    labels = i + 1 < len(parse.words) and parse.words[i + 1].text == ":"
    return (
        (shouted and (word.lower in lexicon.common or not (word.tag.startswith("NN") or labels)))
        or word.lower in lexicon.not_names
        or word.lower in _SUFFIXES
        or is_adjective(word, lexicon)
        or word.lower in lexicon.titles
        or word.lower in lexicon.portfolios
        or word.lower in lexicon.heads
        or is_role(parse, i, lexicon)
        or not word.text[0].isalnum()
    )
