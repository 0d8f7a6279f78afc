"""Gives a relay its whole name: without what describes it, with what the parse cut off, "the paper" by its name."""

from __future__ import annotations

from onrecord.language import Parse
from onrecord.statements.grammar.trees import SUBJECTS
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.outlets import Outlets, is_address, is_own

_PROPER = ("NNP", "NNPS")
_KINDS = ("print", "air", "wire", "site")
_PLACING = ("in", "at", "on", "near", "from")
_POINTING = ("the", "same", "said", "that", "this")
_PARTICLES = ("do", "da", "dos", "das", "de", "del", "du", "des", "di", "della", "van", "der")


def full_name(parse: Parse, words: frozenset[int]) -> frozenset[int]:
    """Return the name of a relay alone: without "the Dornish news agency" before it, with what the parse cut off."""
    last = max(words)
    while last + 1 < len(parse.words) and _goes_on(parse, last + 1):
        last += 1
    whole = sorted(words | frozenset(range(max(words), last + 1)))
    kinds = load_words("outlet") | load_words("outlet_kind")
    kind = [k for k, i in enumerate(whole[:-1]) if parse.words[i].text in kinds]
    rest = _shortened(parse, _after(parse, whole, kind[-1]) if kind else whole)
    named = parse.words[rest[0]].text[0].isupper() or is_address(parse.words[rest[0]].text)
    return frozenset(rest if named else _shortened(parse, whole))


def _after(parse: Parse, words: list[int], kind: int) -> list[int]:
    """The words behind "the agency", "the website of the"."""
    part = parse.words[words[kind]].lower in load_words("outlet_part")
    skipped = ("of", "the") if part else ()
    start = kind + 1
    while start < len(words) - 1 and parse.words[words[start]].lower in skipped:
        start += 1
    named = parse.words[words[start]].text[0].isupper()
    return words[start:] if named else words[kind + 1 :]


def _shortened(parse: Parse, words: list[int]) -> list[int]:
    """Without a clause on it or what is set off by a comma: "Calna who had it", "the Mail, from its cellar"."""
    kinds = load_words("outlet") | load_words("outlet_kind")
    ends = (
        i
        for i in words[1:]
        if parse.words[i].text == ","
        or (_is_relative(parse, i) and parse.words[i - 1].tag in _PROPER)
        or (
            parse.words[i].lower in _PLACING
            and (parse.words[i - 1].tag in _PROPER or parse.words[i - 1].lower in kinds)
        )
    )
    end = next(ends, words[-1] + 1)
    return [i for i in words if i < end]


def _is_relative(parse: Parse, i: int) -> bool:
    return parse.words[i].tag in ("WP", "WDT") and parse.words[i].dep in SUBJECTS


def _goes_on(parse: Parse, i: int) -> bool:
    word, before = parse.words[i], parse.words[i - 1]
    if word.sentence != before.sentence:
        return False
    numbered = word.tag == "CD" and before.tag in _PROPER and word.head == before.i
    led = before.lower in load_words("outlet") or (before.lower in _PARTICLES and i > 1)
    leads = word.lower in _PARTICLES and i + 1 < len(parse.words) and parse.words[i + 1].tag in _PROPER
    return is_address(word.text) or numbered or (word.tag in _PROPER and led) or leads


def name_outlet(parse: Parse, outlets: Outlets, words: frozenset[int]) -> frozenset[int]:
    """Lead "the newspaper", "the same station" to the outlet named last before it; any other name stays as it is."""
    head = head_of(parse, words)
    if any(parse.words[i].tag in _PROPER or is_address(parse.words[i].text) for i in words):
        return words
    rest = [i for i in words if parse.words[i].lower not in _POINTING]
    if head.lower not in load_words("outlet") | load_words("outlet_kind") or len(rest) > 1:
        return words
    kind = _kind_of(head.lower)
    before = [name for name in outlets.names if max(name) < min(words) and not is_own(parse, name, outlets)]
    fitting = [name for name in before if not kind or _kind_of_name(parse, name) in ("", kind)]
    return fitting[-1] if fitting else words


def _kind_of_name(parse: Parse, name: frozenset[int]) -> str:
    """What an outlet is called: by its own words, else by the noun before its name."""
    around = [parse.words[i].lower for i in sorted(name)]
    around += [parse.words[i].lower for i in (min(name) - 1, max(name) + 1) if 0 <= i < len(parse.words)]
    return next((kind for kind in map(_kind_of, around) if kind), "")


def _kind_of(word: str) -> str:
    """ "The paper" is no radio station: print, air, wire or site."""
    return next((kind for kind in _KINDS if word in load_words(f"kind_{kind}")), "")
