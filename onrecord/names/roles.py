"""What a text says that someone is, beside the name: before it, or set off behind it."""

from __future__ import annotations

from onrecord.language import Parse
from onrecord.names.candidates import Candidate, is_role
from onrecord.names.lexicon import Lexicon

_MODIFIERS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "POS", "HYPH", "CD", "AFX"))
_HOLDING = frozenset(
    (
        "acting",
        "outgoing",
        "incoming",
        "ruling",
        "sitting",
        "leading",
        "serving",
        "presiding",
        "elected",
        "retired",
        "appointed",
        "ousted",
        "jailed",
        "exiled",
    )
)
_OPENING = frozenset(("former", "then", "ex", "late", "acting"))
_PORTFOLIO_LINKS = frozenset(("of", "for", "and", "the"))
_REACH = 14


def find_role(parse: Parse, name: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the words (first, last) of the role that belongs to a name, or None."""
    return (
        _right_before(parse, name, lexicon)
        or _before_of(parse, name, lexicon)
        or _before_comma(parse, name, lexicon)
        or _behind(parse, name, lexicon)
    )


def _right_before(parse: Parse, name: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """Marks "Deputy Foreign Minister" in "Deputy Foreign Minister Ana Diaz"."""
    last = _before_title(parse, name.first - 1, lexicon)
    if last < 0 or parse.words[last].sentence != parse.words[name.first].sentence:
        return None
    head = last
    while (
        head >= 0
        and parse.words[head].lower in (lexicon.portfolios | _PORTFOLIO_LINKS)
        and not is_role(parse, head, lexicon)
    ):
        head -= 1
    if head < 0 or parse.words[last].lower in _PORTFOLIO_LINKS or not is_role(parse, head, lexicon):
        return None
    return _phrase_start(parse, head), last


def _before_title(parse: Parse, i: int, lexicon: Lexicon) -> int:
    """Step over courtesy titles that are no role: "minister Dr. Diaz"."""
    while i >= 0 and parse.words[i].lower in lexicon.titles and not is_role(parse, i, lexicon):
        i -= 1
    return i


def _phrase_start(parse: Parse, head: int) -> int:
    """The first word of the noun phrase that ends in the role word, its article left out."""
    first = head
    while first > 0 and head - first < _REACH and parse.words[first - 1].sentence == parse.words[head].sentence:
        word = parse.words[first - 1]
        opens = parse.words[first].lower in _OPENING and word.tag in ("NN", "NNS")
        if opens or (word.tag not in _MODIFIERS and word.lower not in _HOLDING):
            break
        first -= 1
    while first < head and (parse.words[first].tag in ("POS", "HYPH") or _is_loose_number(parse, first)):
        first += 1
    return first


def _is_loose_number(parse: Parse, i: int) -> bool:
    """A number that does not count the role, "1931 - mayor Diaz", and is not tied on as in "22-year-old"."""
    return parse.words[i].tag == "CD" and parse.words[i + 1].start != parse.words[i].end


def _before_of(parse: Parse, name: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """Marks "President of Peru" in "President of Peru Ana Diaz"."""
    words, sentence = parse.words, parse.words[name.first].sentence
    i = name.first - 1 if not name.title else 0
    while i > 0 and name.first - i < _REACH and words[i].sentence == sentence and words[i].tag in ("NNP", "NNPS", "JJ"):
        i -= 1
    place = i + 1
    i -= words[i].lower == "the"
    if i < 1 or place == name.first or words[i].lower != "of" or not is_role(parse, i - 1, lexicon):
        return None
    return _phrase_start(parse, i - 1), name.first - 1


def _before_comma(parse: Parse, name: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """Marks "head of the dam authority" in "The head of the dam authority, Ana Diaz, said"."""
    words, comma = parse.words, _before_title(parse, name.first - 1, lexicon)
    if comma < 1 or words[comma].text != "," or " " not in name.text:
        return None
    behind = words[name.last + 1] if name.last + 1 < len(words) else None
    if behind is None or not (behind.text in (",", ".", ")") or behind.tag.startswith("V")):
        return None
    head = _role_leftwards(parse, comma - 1, lexicon)
    if head is None or not (words[_owner(parse, name)].dep == "appos" or behind.text != "."):
        return None
    return _phrase_start(parse, head), comma - 1


def _owner(parse: Parse, name: Candidate) -> int:
    """The word of the name that governs the others."""
    inside = range(name.first, name.last + 1)
    return next((i for i in inside if parse.words[i].head not in inside or parse.words[i].head == i), name.last)


def _role_leftwards(parse: Parse, i: int, lexicon: Lexicon) -> int | None:
    """The role word that heads the noun phrase ending at word i, complements with "of" stepped over."""
    words, lowest = parse.words, max(i - _REACH, -1)
    if is_role(parse, i, lexicon):
        return i
    sentence = words[i].sentence
    while i > lowest and words[i].sentence == sentence:
        word = words[i]
        if (
            word.tag in ("IN", "TO")
            and word.lower in ("of", "for", "at", "in", "to")
            and is_role(parse, i - 1, lexicon)
        ):
            return i - 1
        if word.tag not in _MODIFIERS and word.tag not in ("DT", "IN", "TO", "PRP$", "CC"):
            return None
        i -= 1
    return None


def _behind(parse: Parse, name: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """Marks "head of the agency" in "Diaz, the head of the agency, said"."""
    words, i = parse.words, name.last + 1
    if i + 1 >= len(words) or words[i].text not in (",", "(") or words[i].sentence != words[name.last].sentence:
        return None
    first = i + 2 if words[i + 1].tag in ("DT", "PRP$") else i + 1
    head = first
    while head < len(words) and head - first < _REACH and words[head].tag in _MODIFIERS:
        head += 1
    head -= 1
    if head < first or not is_role(parse, head, lexicon) or words[head].sentence != words[i].sentence:
        return None
    last = _complement_end(parse, head)
    return None if _is_teller(parse, last) or _is_next(parse, name, last) else (first, last)


def _is_next(parse: Parse, name: Candidate, last: int) -> bool:
    """ "In Dorn, the mediator, Ana Diaz,": what stands behind a place is told of the name that follows."""
    behind = parse.words[last + 1 : last + 3]
    led = name.first > 0 and parse.words[name.first - 1].tag == "IN"
    return led and len(behind) == 2 and behind[0].text == "," and behind[1].tag == "NNP"


def _is_teller(parse: Parse, last: int) -> bool:
    """ "Diaz, his sister said, had left": who tells it between two commas is somebody else."""
    behind = parse.words[last + 1 : last + 2]
    return bool(behind) and behind[0].tag in ("VBD", "VBZ", "VBP")


def _complement_end(parse: Parse, head: int) -> int:
    """The last word of "head of the water agency in Drovna" before a comma, a verb or "who"."""
    words, last = parse.words, head
    if head + 1 < len(words) and words[head + 1].tag in ("IN", "TO"):
        while last + 1 < len(words) and last - head < _REACH and _continues(parse, last + 1, head):
            last += 1
    while last > head and words[last].tag in ("IN", "DT", "CC", "TO", "HYPH", "PRP$"):
        last -= 1
    return last


def _continues(parse: Parse, i: int, head: int) -> bool:
    word = parse.words[i]
    if word.tag == "CC" and i + 1 < len(parse.words) and parse.words[i + 1].tag == "DT":
        return False
    allowed = word.tag in _MODIFIERS or word.tag in ("IN", "TO", "DT", "CC", "PRP$")
    return allowed and word.sentence == parse.words[head].sentence
