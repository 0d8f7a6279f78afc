"""Reads the set phrases right before and behind an event: "on trial for", "in no mood to", "is out of the question"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from onrecord.language import Parse, Word

_REACH = 12
_SKIPPED = ("DT", "PRP$", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "POS", "``", "''")
_NEGATORS = frozenset(("no", "not", "n't", "never", "neither", "hardly"))
_OWN = ("aux", "auxpass", "advmod", "det", "amod", "poss", "compound", "nummod", "neg", "case", "prt")
_STATES = ("be", "remain", "seem", "look", "appear", "stay")

Rows = tuple[tuple[tuple[str, ...], str], ...]


@cache
def load_phrases() -> dict[tuple[str, str], Rows]:
    """Return phrases and effects, the longest first, by place and by the word next to the event."""
    lines = (files("onrecord.events") / "phrases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for words, place, effect in (line.split("\t") for line in lines):
        for phrase in (tuple(one.split()) for one in words.split("|")):
            found.setdefault((place, phrase[-1 if place == "before" else 0]), []).append((phrase, effect))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


def find_phrase_before(parse: Parse, word: Word) -> tuple[str, Word] | None:
    """Return what a set phrase right before an event says of it, and the word that says so.

    Articles, adjectives and adverbs inside it are passed over: "under [formal] investigation for".
    """
    for start in dict.fromkeys((_skip_own(parse, word), word.left)):
        while start < word.i and (parse.words[start].tag == "TO" or parse.words[start].dep == "mark"):
            start += 1
        before = parse.words[max(0, start - _REACH) : start][::-1]
        found = _match([w for w in before if w.sentence == word.sentence], "before")
        if found is not None:
            return found
    return None


def find_phrase_after(parse: Parse, verb: Word) -> tuple[str, Word] | None:
    """Return what a set phrase behind "is" says of its subject: "is [out of the question]", "are [off]"."""
    if verb.lemma not in _STATES:
        return None
    behind = parse.words[verb.i + 1 : verb.i + 1 + _REACH]
    return _match([w for w in behind if w.sentence == verb.sentence and w.lower not in _NEGATORS], "after")


def _skip_own(parse: Parse, word: Word) -> int:
    """Go back over the words that belong to the event itself: helping verbs, articles; "to" belongs to the phrase."""
    i = word.i
    while i > word.left and parse.words[i - 1].dep in _OWN and parse.words[i - 1].tag != "TO":
        i -= 1
    return i


def _match(near: Sequence[Word], place: str) -> tuple[str, Word] | None:
    """Match the words next to an event, the nearest first, against the phrases of a place."""
    first = next((w for w in near if place == "before" or w.tag not in ("DT", "PRP$")), None)
    if first is None:
        return None
    for form in dict.fromkeys((first.lower, first.lemma)):
        for phrase, effect in load_phrases().get((place, form), ()):
            tail = _lay_out(near, phrase[::-1] if place == "before" else phrase)
            if tail and (place == "before" or _ends(near, tail[-1])):
                telling = [w for w in tail if w.tag not in ("IN", "TO", "RP", "DT")]
                return effect, (telling or tail)[-1]
    return None


def _lay_out(near: Sequence[Word], phrase: Sequence[str]) -> list[Word]:
    """Return the words that a phrase takes, or none; what it does not name may be passed over but for a negation."""
    taken, at = list[Word](), 0
    for wanted in phrase:
        while at < len(near) and not _is_form(near[at], wanted) and _may_skip(near[at]):
            at += 1
        if at == len(near) or not _is_form(near[at], wanted):
            return []
        taken.append(near[at])
        at += 1
    return taken


def _may_skip(word: Word) -> bool:
    return word.tag in _SKIPPED and word.lower not in _NEGATORS


def _ends(near: Sequence[Word], last: Word) -> bool:
    """ "Are off" and "is over" say it all; "is over pay" and "is next door" do not."""
    after = next((w for w in near if w.i > last.i), None)
    return after is None or after.pos == "PUNCT" or (after.tag in ("CC", "IN", "WDT", "RB") and after.lower != "of")


def _is_form(word: Word, wanted: str) -> bool:
    return wanted in (word.lower, word.lemma)
