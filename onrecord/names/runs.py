"""Where capitals, particles and "of" hold words together that may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.language import Parse, Word
from onrecord.names.lexicon import Head, Lexicon

ADJECTIVE_ENDINGS = ("ian", "ean", "ese", "ish", "ani", "eni", "aki", "ine", "ic", "an")
_FUNCTION_TAGS = frozenset(("DT", "IN", "PRP", "PRP$", "CC", "WRB", "WP", "WP$", "WDT", "TO", "MD", "EX", "PDT"))
_NAME_TAGS = frozenset(("NNP", "NNPS"))
_DOTTED = re.compile(r"[A-Za-z0-9][\w-]+(\.[\w-]+)*\.(?!am$|pm$|m$)[a-z]{2,5}")
_COMPLEMENTS = ("of", "for", "on")
_TELLING = frozenset(("the", "a", "an", "its", "who", "which", "whose", "once", "formerly"))
_JOINING = frozenset(("on", "upon", "under", "by", "the", "next", "in", "le", "la", "les", "lès", "am", "an", "sous"))
_CIVIC = frozenset(
    ("church", "tribunal", "court", "chamber", "school", "institute", "university", "college", "academy")
)
_CIVIC |= frozenset(("department", "assembly", "council", "board", "union", "association", "league", "party", "bank"))
_NO_AIM = frozenset(("president", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prime", "dr", "dr."))
_SAINTLY = frozenset(("st", "st.", "saint", "king", "queen", "children", "women"))
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_BODY = 3
_INSIDE = frozenset(("Without", "Against", "Beyond", "Versus"))
_LONGEST_HEADLINE = 30
_LONGEST_DATELINE = 4
_PREPOSITIONS = frozenset(["aboard", "in", "on", "at", "near", "off", "outside", "by", "from"])
_BEHIND_DATELINE = frozenset((",", "(", "-", "\u2014", "\u2013", "--"))


class Run(NamedTuple):
    """Words first to last (both included) that may be, or hold, a name."""

    first: int
    last: int


def find_runs(parse: Parse, lexicon: Lexicon) -> list[Run]:
    """Return the stretches of capitalised words of a text, in order; headlines above a text are left out."""
    body = [(a, b) for a, b in parse.sentences if not is_headline(parse.words[a:b])] or list(parse.sentences)
    shown = _shown_inside(parse, body)
    return [run for a, b in body for run in _sentence_runs(parse, a, b, lexicon, shown)]


def is_dotted(text: str) -> bool:
    """Tell whether a word looks like an address on the web that serves as a name ("Lenta.ru")."""
    return "." in text[1:-1] and _DOTTED.fullmatch(text) is not None


def is_dateline(parse: Parse, first: int, last: int) -> bool:
    """Tell a place in capitals that opens a paragraph: "ORVANE (Calna) -", "ORVANE, May 3"."""
    words = parse.words
    opens = any(start == first for start, _ in parse.paragraphs)
    if not opens or last + 1 >= len(words) or words[first].lower in _PREPOSITIONS:  # "ABOARD THE FRIGATE STORK -"
        return False
    tied = words[last + 1].start == words[last].end and words[last + 1].text != ","
    told = words[last + 1].text == "," and last + 2 < len(words) and words[last + 2].lower in _TELLING
    told = told or (words[last + 1].text == "," and last + 2 < len(words) and words[last + 2].text.islower())
    return words[last + 1].text in _BEHIND_DATELINE and not tied and not told


def _shown_inside(parse: Parse, body: list[tuple[int, int]]) -> frozenset[str]:
    """Words that wear a capital inside a sentence that is no headline, where only names do."""
    return frozenset(
        word.text
        for a, b in body
        for word in parse.words[a + 1 : b]
        if word.text[0].isupper() and word.tag in _NAME_TAGS
    )


def is_headline(words: tuple[Word, ...]) -> bool:
    """Tell whether a short sentence wears capitals nearly throughout, on words that are no names too."""
    if len(words) > _LONGEST_HEADLINE:
        return False
    long = [word for word in words if len(word.text) > 3 and word.text.isalpha()]
    if len(long) < 3:
        return False
    capital = [word for word in long if word.text[0].isupper()]
    plain = any(word.tag not in _NAME_TAGS and not word.lower.endswith(ADJECTIVE_ENDINGS) for word in capital[1:])
    return len(capital) >= 0.8 * len(long) and (plain or all(word.text.isupper() for word in long))


def _sentence_runs(parse: Parse, a: int, b: int, lexicon: Lexicon, shown: frozenset[str]) -> Iterator[Run]:
    i = _dateline_end(parse, a, b)
    if i > a:
        yield Run(a, i - 1)
    while i < b:
        if not _starts(parse, i, a, lexicon, shown):
            i += 1
            continue
        last = _joined(parse, i, _extended(parse, i, b, lexicon), b, lexicon)
        yield Run(i, last)
        i = last + 1


def _dateline_end(parse: Parse, a: int, b: int) -> int:
    """The word behind the place in capitals that opens a report, or `a`: "CAPE ORVIK | - Two boats sank"."""
    i = a
    while i < min(b, a + _LONGEST_DATELINE) and parse.words[i].text.isupper() and parse.words[i].text.isalpha():
        i += 1
    return i if i > a and len(parse.words[a].text) > 1 and is_dateline(parse, a, i - 1) else a


def _starts(parse: Parse, i: int, a: int, lexicon: Lexicon, shown: frozenset[str]) -> bool:
    word = parse.words[i]
    if not word.text[0].isupper():
        return is_dotted(word.text) or _is_prefixed(parse, i, lexicon)
    if word.tag in _FUNCTION_TAGS and not (word.text in lexicon.known and word.text.isupper()):
        return False
    if word.lower in lexicon.calendar and not (_is_first_name(parse, i, lexicon) or _is_sunday_paper(parse, i)):
        return False
    if i > a and not _opens(parse.words[i - 1]):
        return True
    if word.lower in lexicon.not_names and not _starts_known(parse, i, lexicon):
        return False
    hyphen = parse.words[i + 1 : i + 2]
    if hyphen and hyphen[0].text == "-" and _is_joined_place(parse.words[i + 2 : i + 5], lexicon):
        return True
    if any(letter.isupper() for letter in word.text[1:]) and not word.text.isupper():
        return True
    label = word.text.isupper() and bool(hyphen) and hyphen[0].text == ":" and word.text.title() in shown
    return (
        label or word.tag in _NAME_TAGS or word.text in shown or _is_familiar(word, lexicon) or not word.text.isascii()
    )


def _opens(word: Word) -> bool:
    return word.tag in ("``", "''", ":", "-LRB-", "NFP") or word.text in "\"'"


def _is_first_name(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    following = parse.words[i + 1 : i + 2]
    return parse.words[i].text in lexicon.first_names and bool(following) and following[0].tag == "NNP"


def _is_sunday_paper(parse: Parse, i: int) -> bool:
    """Tell a weekday that opens a name: "the Sunday Lantern"."""
    word, following = parse.words[i], parse.words[i + 1 : i + 2]
    called = i > 0 and parse.words[i - 1].lower == "the" and bool(following) and following[0].tag == "NNP"
    return called and word.lower in _WEEKDAYS and following[0].start == word.end + 1


def _is_prefixed(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A lower-case particle tied to a capital by a hyphen: "al-Rashid"."""
    word, rest = parse.words[i], parse.words[i + 1 : i + 3]
    if word.lower in lexicon.particles and len(rest) == 2:
        return rest[0].text == "-" and rest[0].start == word.end and rest[1].text[0].isupper()
    return word.text.partition("-")[0] in lexicon.particles and word.text.partition("-")[2][:1].isupper()


def _starts_known(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    text = parse.folded[parse.words[i].start : parse.words[min(i + 3, len(parse.words) - 1)].end].split()
    return any(" ".join(text[:length]) in lexicon.known for length in (2, 3))


def _is_familiar(word: Word, lexicon: Lexicon) -> bool:
    text = word.text
    return (
        text in lexicon.known
        or text in lexicon.adjectives
        or text in lexicon.peoples
        or is_dotted(text)
        or text in lexicon.starts
        or text in lexicon.first_names
        or word.lower in lexicon.titles
        or word.lower in lexicon.roles
    )


def _extended(parse: Parse, i: int, b: int, lexicon: Lexicon) -> int:
    """The last word of the unbroken run of capitals that begins at word i."""
    last = i + 2 if parse.words[i].text[0].islower() and parse.words[i].lower in lexicon.particles else i
    while last + 1 < b:
        step = _step(parse, last, b, lexicon)
        if not step:
            break
        last += step
    return last


def _step(parse: Parse, last: int, b: int, lexicon: Lexicon) -> int:
    words = parse.words
    word, following = words[last], words[last + 1]
    if _joins(parse, last + 1, lexicon):
        return 1
    if last + 2 >= b:
        return 0
    after = words[last + 2]
    if _is_number_of(word, following, lexicon) and after.text not in (",", "-", ":") and after.tag != "NNP":
        return 1
    tight = following.start == word.end and after.start == following.end
    if following.text in ("-", "/") and tight and (after.text[0].isupper() or following.text == "/"):
        return 2
    if following.text == "-" and tight and _is_given_part(words, last, lexicon):
        return 2
    if following.text == "-" and tight and _is_joined_place(words[last + 2 : last + 5], lexicon):
        return 4
    if following.text == "&" and after.text[0].isupper():
        return 2
    if _is_elided(following) or _is_linking(following, after, word):
        return 1
    if following.lower in lexicon.particles and following.text.islower() and word.tag in _NAME_TAGS:
        return _over_particles(parse, last, b, lexicon)
    return 0


def _is_number_of(word: Word, number: Word, lexicon: Lexicon) -> bool:
    """Tell the number that belongs to a body or a place: "Brigade 44", "Extension 9"."""
    short = number.text.isdigit() and len(number.text) <= 2 and number.start == word.end + 1
    head = lexicon.heads.get(word.lower)
    counts = head is not None and head.kind in ("organisation", "place") and not head.generic and word.tag == "NNP"
    return short and counts


def _is_elided(word: Word) -> bool:
    """Tell a word that an article has grown together with: "l'Espoir"."""
    return word.text[:2] in ("l'", "d'") and word.text[2:3].isupper()


def _is_linking(word: Word, after: Word, before: Word) -> bool:
    """Tell a preposition that wears a capital inside a name: "Shelter Without Borders"."""
    inside = word.text in _INSIDE and word.start == before.end + 1
    return inside and after.text[0].isupper() and after.text[1:].islower()


def _is_joined_place(rest: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """Tell the rest of a place name over hyphens: "Pont-sur-Arve"."""
    small = len(rest) == 3 and rest[0].lower in (lexicon.particles | _JOINING) and rest[1].text == "-"
    return small and rest[2].text[0].isupper()


def _is_given_part(words: tuple[Word, ...], last: int, lexicon: Lexicon) -> bool:
    """Tell the lower-case half of an East Asian given name: "Kim Jae-won"."""
    half = words[last + 2].text
    family = last > 0 and words[last - 1].text in lexicon.first_names and words[last].text[0].isupper()
    return family and half.islower() and half.isalpha() and len(half) <= 5 and half not in ("led", "era", "based")


def _over_particles(parse: Parse, last: int, b: int, lexicon: Lexicon) -> int:
    for step in range(2, 5):
        if last + step >= b:
            return 0
        word = parse.words[last + step]
        if (word.text[0].isupper() and word.tag not in _FUNCTION_TAGS) or _is_elided(word):
            return step
        if word.lower not in lexicon.particles and word.text != "-":
            return 0
    return 0


def _joins(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    word = parse.words[i]
    if not word.text[0].isupper():
        return is_dotted(word.text) and word.start == parse.words[i - 1].end
    if word.lower in lexicon.calendar:
        return parse.words[i - 1].text in lexicon.first_names and word.tag == "NNP" and "." not in word.text
    if word.tag.startswith("V") and _is_plain(word, lexicon) and not _starts_known(parse, i - 1, lexicon):
        return False
    return word.tag not in _FUNCTION_TAGS or (word.text.isupper() and len(word.text) > 1 and word.text in lexicon.known)


def _joined(parse: Parse, first: int, last: int, b: int, lexicon: Lexicon) -> int:
    """Go on over "of", "for", "on", "and" or a possessive where the head word before or behind it asks for that."""
    for _ in range(3):
        start = _over_preposition(parse, first, last, b, lexicon) or _over_possessive(parse, first, last, b, lexicon)
        if not start:
            break
        last = _extended(parse, start, b, lexicon)
    return last


def _over_preposition(parse: Parse, first: int, last: int, b: int, lexicon: Lexicon) -> int:
    """The word where the complement of a head word begins: "Ministry of | Defence", "Committee on | Trade"."""
    words = parse.words
    if last + 2 >= b:
        return 0
    word, link = words[last], words[last + 1].lower
    head = lexicon.heads.get(word.lower)
    if link == "and":
        inside = any(earlier.lower in _COMPLEMENTS for earlier in words[first:last])
        both = _is_plain(word, lexicon) and _is_plain(words[last + 2], lexicon)
        inside |= word.lower in lexicon.portfolios and words[last + 2].lower in lexicon.portfolios
        fits = (inside and both) or _pairs_nouns(parse, last, b, lexicon)
        fits |= first == last and first > 0 and _is_outlet_noun(words[first - 1].lower, lexicon, least=_BODY)
    else:
        leads = last == first and word.lower in lexicon.leading
        aims = leads and lexicon.leading[word.lower] == "organisation" and word.tag in ("NNPS", "NNS")
        complete = word.lower not in _CIVIC and last > first and _is_complete(words[first:last], lexicon)
        fits = (
            (leads and link == "of")
            or (aims and link in ("for", "against"))
            or (head is not None and (link in head.takes or (link == "of" and not complete)))
        )
        fits |= head is not None and last == first and _states_aim(words, last, head)
        fits |= link == "of" and first > 0 and _is_outlet_noun(words[first - 1].lower, lexicon)
        fits |= link == "of" and any(words[i].lower == "for" for i in range(first + 1, last))
    if not fits:
        return 0
    start = last + 3 if words[last + 2].lower in ("the", "a", "an") and last + 3 < b else last + 2
    name = words[start]
    if name.lower in lexicon.calendar or name.tag in _FUNCTION_TAGS or name.lower in lexicon.titles:
        return 0
    return start if name.text[0].isupper() else 0


def _is_complete(before: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """Tell a name that needs no "of": a word no table has stands in it, "Castellan Shipping", not "Supreme Court"."""
    tables = lexicon.common, lexicon.portfolios, lexicon.heads, lexicon.not_names, lexicon.roles
    return any(
        word.tag == "NNP"
        and word.text not in lexicon.countries
        and word.text not in lexicon.known
        and not word.lower.endswith(ADJECTIVE_ENDINGS)
        and not any(word.lower in table for table in tables)
        for word in before
    )


def _is_outlet_noun(word: str, lexicon: Lexicon, least: float = 5) -> bool:
    """Tell "newspaper", "channel" and the like, which name outlets without doubt; for less, "charity", "firm"."""
    weights = lexicon.contexts.get(("before", word), ())
    return any(kind == "organisation" and weight >= least for kind, weight in weights)


def _states_aim(words: tuple[Word, ...], last: int, head: Head) -> bool:
    """Tell a body that says in its name what it is for: "Movement for Bread", "Committee to Protect Wells"."""
    aim = words[last + 2]
    if head.kind != "organisation" or head.generic or aim.lower in _NO_AIM:
        return False
    return words[last + 1].lower in ("for", "against") or (words[last + 1].lower == "to" and aim.tag == "VB")


def _pairs_nouns(parse: Parse, last: int, b: int, lexicon: Lexicon) -> bool:
    """Tell whether "and" joins two common nouns in the name of a body: "Fish and Game Commission"."""
    following = parse.words[last + 2]
    if (
        not following.text[0].isupper()
        or not _is_plain(parse.words[last], lexicon)
        or not _is_plain(following, lexicon)
    ):
        return False
    end = _extended(parse, last + 2, b, lexicon)
    head = lexicon.heads.get(parse.words[end].lower)
    return head is not None and head.kind == "organisation" and end > last + 2


def _is_plain(word: Word, lexicon: Lexicon) -> bool:
    return any(
        form in table
        for form in (word.lower, word.lower.removesuffix("s"))
        for table in (lexicon.common, lexicon.portfolios, lexicon.heads)
    )


def _over_possessive(parse: Parse, first: int, last: int, b: int, lexicon: Lexicon) -> int:
    """The word behind a possessive that belongs to an organisation's name: "Farmers' | League"."""
    words = parse.words
    if last + 2 >= b or not _is_possessive(words[last + 1], words[last]) or not words[last + 2].text[0].isupper():
        return 0
    ends = words[last].lower.endswith(("men", "people", "children"))
    plural = words[last + 1].text == "'" or words[last].tag in ("NNS", "NNPS") or ends
    if plural and first == last and words[last].text != words[last].text.upper():
        return last + 2
    end = _extended(parse, last + 2, b, lexicon)
    head = lexicon.heads.get(words[end].lower)
    if head is None or head.kind != "organisation":
        return 0
    owner = " ".join(parse.folded[words[first].start : words[last].end].split())
    known = owner in lexicon.countries or owner in lexicon.known or (" " not in owner and words[last].tag == "NNP")
    known = known and (end + 1 >= b or words[end + 1].lower != "of")
    if words[first].lower in _SAINTLY:
        return last + 2
    return last + 2 if plural or (known and head.generic) else 0


def _is_possessive(word: Word, owner: Word) -> bool:
    """Tell the ending of "Farmers'", also where the parse takes it for a quotation mark that closes."""
    return word.tag == "POS" or (word.text == "'" and word.start == owner.end and owner.lower.endswith("s"))
