"""Where a clause names a thing without saying what is done with it: first of all, by its word, or as "it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.accounts.cues import load_cues, load_words
from onrecord.accounts.objects import (
    JOINTS,
    POINTER,
    Handled,
    cut_tokens,
    find_handled,
    go_back,
    is_deed_noun,
    is_thing,
    key_of,
    load_operators,
    make_pointer,
    name_thing,
    plain_phrases,
    points,
    run_after,
)

_THERE = re.compile(
    r"\b[Tt]here (?:(?P<must>must|should|ought to|needs? to|has to|have to)|will|shall|can|is to|are to|would)"
    r"(?P<not> not| never)? be (?P<no>no|never an?|not an?)?"
)


def find_first(clause: str) -> tuple[Handled, ...]:
    """Return the thing that a clause begins with: "the herring ban in the bay", "a demand for a recount"."""
    tokens = cut_tokens(plain_phrases(clause))
    start = 0
    while start < len(tokens) and (tokens[start].casefold() in JOINTS or not tokens[start][0].isalnum()):
        start += 1
    if start == 1 < len(tokens) and tokens[0].casefold() == "to" and tokens[1].casefold() not in load_operators():
        return tuple(name_thing(tokens, (1, 2), 1, 1))
    first, last = run_after(tokens, start)
    if first < last < len(tokens) and tokens[last] in ("'", "\u2019"):
        first, last = run_after(tokens, last + 1)  # "the cantons' request"
    is_wish = first < last < len(tokens) and tokens[last - 1].casefold() in load_words("wishing nouns")
    if is_wish and tokens[last].casefold() in ("for", "of"):
        first, last = run_after(tokens, last + 1)
    while last - first > 1 and judges(tokens[last - 1]):
        last -= 1
    found = tuple(name_thing(tokens, (first, last), 0, start))
    return found or _deed_itself(tokens, (first, last), start)


def _deed_itself(tokens: Sequence[str], run: tuple[int, int], by: int) -> tuple[Handled, ...]:
    """Return the doing as the thing where what it is done to is only a name: "the removal of Old Tarn"."""
    first, last = run
    of_name = tokens[last : last + 1] == ["of"] and any(token[:1].isupper() for token in tokens[last + 1 : last + 4])
    if last - first != 1 or not of_name or not is_deed_noun(tokens[first].casefold()):
        return ()
    word = tokens[first].casefold()
    about = frozenset(key_of(token.casefold()) for token in tokens[last + 1 : last + 4] if token[:1].isupper())
    return (
        Handled(
            head=key_of(word),
            words=(word,),
            called=tokens[first],
            sign=1,
            at=first,
            first=min(first, by),
            last=first,
            about=about,
            is_noun=True,
        ),
    )


@cache
def _load_judging() -> tuple[re.Pattern[str], ...]:
    return tuple(cue.pattern for cue in load_cues("attitudes") if cue.name in ("for", "against"))


def judges(word: str) -> bool:
    """True for a word that says what its speaker thinks of a thing: "overdue", "illegal"."""
    return any(pattern.fullmatch(word.casefold()) for pattern in _load_judging())


def pointer_at_start(clause: str) -> Handled:
    """Return a pointer for a clause that leaves out what it speaks of, at its first word."""
    first = (cut_tokens(clause) or [""])[0]
    return Handled(
        head=POINTER,
        words=("it",),
        called=first,
        sign=1,
        at=0,
        first=0,
        last=0,
        about=frozenset(),
        is_noun=True,
    )


def find_awaited(clause: str) -> tuple[Handled, ...]:
    """Return what a clause says there will be, or must be: "there must be an inquiry", "there will be no truce"."""
    match = _THERE.search(clause)
    if not match:
        return ()
    tokens = cut_tokens(plain_phrases(clause))
    start = len(cut_tokens(plain_phrases(clause[: match.end()])))
    sign = 1 if match["must"] and not match["no"] else 0
    return tuple(name_thing(tokens, run_after(tokens, start), sign, start - 1))


def find_pointers(clause: str) -> tuple[Handled, ...]:
    """Return the places at which a clause says "it", "this project" and the like, whatever is done with it."""
    tokens = cut_tokens(plain_phrases(clause))
    handled = {one.at for one in find_handled(clause) if one.head == POINTER}
    runs = ((_start_of(tokens, at), at + 1) for at in range(len(tokens)) if at not in handled)
    return tuple(make_pointer(tokens, run, 0, run[0]) for run in runs if run[0] < run[1] and points(tokens, run))


def _start_of(tokens: Sequence[str], at: int) -> int:
    is_pronoun = tokens[at].casefold() in load_words("pronouns of things")
    return at if is_pronoun else go_back(tokens, at + 1)


@lru_cache(maxsize=20_000)
def find_named(clause: str, head: str) -> tuple[Handled, ...]:
    """Return the places at which a clause names a thing of that name without saying what is to be done with it."""
    tokens = cut_tokens(plain_phrases(clause))
    places = [at for at, token in enumerate(tokens) if key_of(token) == head]
    runs = [(go_back(tokens, at + 1), at + 1) for at in places if at + 1 == len(tokens) or not is_thing(tokens[at + 1])]
    found = [one for run in runs for one in name_thing(tokens, run, _done(tokens, run), run[0])]
    return tuple(found or [one for run in runs for one in _deed_itself(tokens, run, run[0])])


def _done(tokens: Sequence[str], run: tuple[int, int]) -> int:
    """Return +1 where a thing's word is a verb here: "to apologise", "that the tender be repeated"; else 0."""
    first, last = run
    before = tokens[first - 1].casefold() if first else ""
    is_verb = last - first == 1 and (before in load_words("helping verbs") or before == "to")
    return 1 if is_verb and not tokens[last - 1].endswith("s") else 0
