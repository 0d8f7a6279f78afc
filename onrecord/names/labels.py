"""Tells a place in capitals that heads a report, "VELLIN: The mayor said", from a speaker in a transcript.

Who speaks says "I", "we" or "you", or asks; what is reported from a place is told in the third person.
"""

from __future__ import annotations

from bisect import bisect_right

from onrecord.language import Parse, Word
from onrecord.names.lexicon import Lexicon

_SPOKEN = frozenset(("i", "me", "my", "we", "us", "our", "ours", "you", "your", "yours", "yes", "no", "please"))
_MARKS = frozenset('"\u201c\u201d\u00ab\u00bb\u201e')
_LONGEST = 5
_SHORTEST_REPORT = 8
_NEAR = 20  # paragraphs
_REACH = 1500  # words
_STOPS = (".", "!", "?")


def is_place_label(parse: Parse, first: int, colon: int, lexicon: Lexicon) -> bool:
    """Tell whether the words before a colon name where the paragraph is reported from, and not who says it."""
    name = parse.words[first:colon]
    if not _is_label(name) or name[0].text.title() in lexicon.first_names or _is_named_below(parse, name[-1]):
        return False
    if any(_names_somebody(word, lexicon) for word in name):
        return False
    number = bisect_right(parse.paragraphs, first, key=lambda paragraph: paragraph[0]) - 1
    last = parse.paragraphs[number][1]
    told = last - colon > _SHORTEST_REPORT and any(word.text in _STOPS for word in parse.words[last - 2 : last])
    near = parse.paragraphs[max(0, number - _NEAR) : number + _NEAR]
    return told and not any(_is_spoken(parse, *paragraph) for paragraph in near)


def _is_label(name: tuple[Word, ...]) -> bool:
    letters = [word for word in name if word.text.isalpha()]
    return 0 < len(name) <= _LONGEST and len(letters) > 0 and all(word.text.isupper() for word in letters)


def _names_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Tell "PROSECUTOR", "MS", "BANK": words of people and bodies, which speak."""
    known = any(word.lower in table for table in (lexicon.roles, lexicon.titles))
    head = lexicon.heads.get(word.lower)
    body = head is not None and head.kind == "organisation"
    return known or body or word.lower in lexicon.common


def _is_named_below(parse: Parse, label: Word) -> bool:
    """Tell "FROST" where the report speaks of "Ida Frost"."""
    usual = label.text.title()
    return any(
        word.text == usual
        and word.i
        and parse.words[word.i - 1].tag == "NNP"
        and parse.words[word.i - 1].dep == "compound"
        for word in parse.words[max(0, label.i - _REACH) : label.i + _REACH]
    )


def _is_spoken(parse: Parse, first: int, last: int) -> bool:
    """Tell a paragraph with a label whose words are somebody's, by those outside of quotation marks."""
    words = parse.words[first:last]
    colon = next((k for k, word in enumerate(words[: _LONGEST + 1]) if word.text == ":"), 0)
    if not colon or not _is_label(words[:colon]):
        return False
    inside = False
    outside = 0
    for word in words[colon + 1 :]:
        inside = not inside if word.text[0] in _MARKS else inside
        outside += not inside and word.text[0].isalnum()
        if not inside and (word.lower in _SPOKEN or word.text == "?"):
            return True
    return not outside
