"""What words do to a thing: lift the ban, extend the truce, no end to the talks; and what the thing is called."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from onrecord.accounts.cues import load_words
from onrecord.linking.wording import load_function_words, stem

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\w\s]")
JOINTS = frozenset(["of", "on", "to", "for", "in", "at", "from", "with", "between", "by", "against", "over", "into"])
_OF_ITSELF = {
    **dict.fromkeys(["go", "goes", "gone", "expire", "expires", "lapse", "lapses", "fall", "falls", "end", "ends"], -1),
    **dict.fromkeys(["cease", "ceases", "stop", "stops", "close", "closes", "dropped", "scrapped", "over"], -1),
    **dict.fromkeys(
        ["stay", "stays", "remain", "remains", "continue", "continues", "last", "hold", "open", "reopen"], 1
    ),
    **dict.fromkeys(["start", "begin", "resume", "proceed", "happen", "prevail", "stand", "return"], 1),
}
_SHUT = re.compile(r"^(?:\w+ )?(?:shut|closed|banned|barred|suspended|blocked|frozen|cancelled|off|unbuilt|dead)\b")
_LASTING = frozenset({"stay", "stays", "remain", "remains", "stand", "stands"})
_STANDING = frozenset({"open", "in", "standing", "valid", "where"})
POINTER = "*"  # the head of "it", "the project": what it is must be looked for before it
_VERBAL = ("isation", "ization", "ise", "ize", "is", "iz", "at", "al")
_BEFORE_NOUNS = frozenset({"of", "for", "on", "about", "over"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their", "our", "whole"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "whole"})
_BEING = frozenset(["be", "been", "being", "is", "are", "was", "were", "immediately", "finally", "soon", "now", "at"])
_NO_ARTICLES = frozenset({"no", "any", "some"})
_NOMINAL = re.compile(r"(?:tion|sion|ment|ity|ness|ance|ence|ship|age|ism|[^sui]s)$")
_DONE = re.compile(r"^[a-z]+(?:ed|wn|en|pt)$|^(?:shut|held|built)$")  # "wants the ward shut", "the charge withdrawn"
_LONGEST_RUN = 4
_LEAST_KEY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A thing that a clause names and what is to be done with it: +1 make or keep, -1 unmake, 0 nothing said.

    The head of "it" and "the project" is `POINTER`; `is_name` tells that the head stands in capitals, as in "Orm Dam".
    `first` and `last` are the tokens from the one to the other of doing and thing; `called` is the thing with its
    capitals; `about` are the stems that describe it, before and behind it; `is_noun` tells that an article or the like
    stands before it.
    """

    head: str
    words: tuple[str, ...]
    called: str
    sign: int
    at: int
    first: int
    last: int
    about: frozenset[str]
    is_noun: bool
    is_name: bool = False


@cache
def load_operators() -> dict[str, int]:
    """Read the verbs and nouns that make a thing or keep it, and those that do away with it, in all their forms."""
    return {form: 1 if sign == "make" else -1 for form, (_, sign) in _read_operators().items()}


@cache
def load_verbs() -> dict[str, str]:
    """Read the verb to which each form of making and undoing belongs: "closure" and "closed" to "close"."""
    return {form: verb for form, (verb, _) in _read_operators().items()}


def _read_operators() -> dict[str, tuple[str, str]]:
    """Read each form of the table's words with its verb and its sign; of two rows with one form the first holds."""
    found: dict[str, tuple[str, str]] = {}
    with (Path(__file__).parent / "operators.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for form in (*_inflect(row["verb"]), *row["forms"].split()):
                found.setdefault(form, (row["verb"], row["sign"]))
    return found


def _inflect(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb; those that English does not use are in nobody's way."""
    bare = verb.removesuffix("e")
    return (verb, f"{verb}s", f"{bare}ed", f"{bare}ing")


@cache
def load_phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read the verbs of several words, each with the one word that says the same."""
    with (Path(__file__).parent / "phrases.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((re.compile(rf"\b{row['phrase']}\b", re.IGNORECASE), row["verb"]) for row in rows)


@cache
def load_kin() -> dict[str, str]:
    """Read the nouns of doing that do not look like their verbs, with the verb: "sale" and "sold" for "sell"."""
    kin: dict[str, str] = {}
    with (Path(__file__).parent / "kin.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            kin |= dict.fromkeys(row["forms"].split(), row["verb"])
    return kin


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return what a thing and the doing of it share: "apology" and "apologise", "resettlement" and "resettle"."""
    key = stem(load_kin().get(word.casefold(), word))
    ending = next((e for e in _VERBAL if key.endswith(e) and len(key) - len(e) >= _LEAST_KEY), "")
    return key.removesuffix(ending)


@lru_cache(maxsize=20_000)
def plain_phrases(words: str) -> str:
    """Return words with every verb of several words as one: "call off the strike", "cancel the strike"."""
    for pattern, verb in load_phrases():
        words = pattern.sub(verb, words)
    return words


def cut_tokens(clause: str) -> list[str]:
    """Return the words and signs of a clause, capitals kept."""
    return _TOKEN.findall(clause)


@lru_cache(maxsize=20_000)
def find_handled(clause: str) -> tuple[Handled, ...]:
    """Return the things that a clause names as made, kept or unmade."""
    tokens = cut_tokens(plain_phrases(clause))
    found: dict[tuple[str, int], Handled] = {}
    for at, run, sign in _find_deeds(tokens):
        for one in name_thing(tokens, run, sign, at):
            found.setdefault((one.head, one.at), one)
    return tuple(found.values())


def _find_deeds(tokens: Sequence[str]) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Yield where a doing stands, the run of words that it may be done to, and its sign."""
    for at, token in enumerate(tokens):
        sign = 0 if _is_plain_noun(tokens, at) else load_operators().get(token.casefold(), 0) * _outer_sign(tokens, at)
        if sign:
            yield at, run_after(tokens, _behind_joint(tokens, at)), sign
            if _is_done_to(tokens, at):
                yield at, _run_before(tokens, at), sign
            elif token.casefold() in _OF_ITSELF and not _is_onward(tokens[at : at + 2]):
                yield at, _run_before(tokens, at), _sign_of_itself(tokens, at)
        elif token.casefold() in _OF_ITSELF and not _is_onward(tokens[at : at + 2]):
            yield at, _run_before(tokens, at), _sign_of_itself(tokens, at)


def _is_plain_noun(tokens: Sequence[str], at: int) -> bool:
    """True for "the ban falls", where a word that can be a doing is the thing itself."""
    before = tokens[at - 1].casefold() if at else ""
    after = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if tokens[at].casefold() == "close" and after == "to":
        return True  # "close to the border" closes nothing
    return before in _ARTICLES and after not in ("of", "to") and not _NOMINAL.search(tokens[at].casefold())


def _sign_of_itself(tokens: Sequence[str], at: int) -> int:
    """Return the sign of "stays", "goes": what stays shut does not stay."""
    sign = _OF_ITSELF[tokens[at].casefold()]
    return -1 if sign > 0 and _SHUT.match(" ".join(tokens[at + 1 : at + 3]).casefold()) else sign


def is_done(word: str) -> bool:
    """True for the form of what is done to a thing, behind it: "shut" in "wants the ward shut"."""
    return word.casefold() in load_operators() and bool(_DONE.search(word))


def name_thing(tokens: Sequence[str], run: tuple[int, int], sign: int, by: int) -> Iterator[Handled]:
    """Yield the thing that a run of words names, or the pointer that it is; nothing for names, numbers and the like."""
    first, last = run
    if last <= first:
        return
    undone = load_operators().get(tokens[last - 1].casefold(), 0) if last - first > 1 else 0
    if undone and is_done(tokens[last - 1]):
        yield from name_thing(tokens, (first, last - 1), undone * (sign or 1), by)
        return
    words = tuple(token.casefold() for token in tokens[first:last])
    head = words[-1]
    if points(tokens, run):
        yield make_pointer(tokens, run, sign, by)
        return
    is_name = tokens[last - 1][:1].isupper()
    if (
        head in load_words("general nouns")
        or not head.replace("-", "").isalpha()
        or (is_name and not _is_called(tokens, run))
    ):
        return
    if any(word[0].isdigit() or word in load_words("numbers") for word in words):
        return
    if len(head) >= _LEAST_KEY - 1 and not (head in load_operators() and _is_deed(tokens, run)):
        yield Handled(
            head=key_of(head),
            words=words,
            called=" ".join(tokens[first:last]),
            sign=sign,
            at=last - 1,
            first=min(first, by),
            last=max(last - 1, by),
            about=frozenset(key_of(word) for word in (*words[:-1], *_behind(tokens, last))),
            is_noun=is_name
            or bool(_NOMINAL.search(head))
            or (first > 0 and _is_before_nouns(tokens[first - 1].casefold())),
            is_name=is_name,
        )


def _is_called(tokens: Sequence[str], run: tuple[int, int]) -> bool:
    """True for "Orm Dam" and "the Dam", which may be called by a common word; not for a name that stands alone."""
    first, last = run
    before = tokens[first - 1].casefold() if first else ""
    return (last - first > 1 and tokens[last - 2][:1].isupper()) or before == "the"


def points(tokens: Sequence[str], run: tuple[int, int]) -> bool:
    """True for "it" and "the project", not for "a project" nor for "the plan to": these say what they mean."""
    first, last = run
    head = tokens[last - 1].casefold()
    if head in load_words("pronouns of things"):
        return last - first == 1 and not (head == "that" and first == 0) and _is_bare_pronoun(tokens, first)
    before = tokens[first - 1].casefold() if first else ""
    after = tokens[last].casefold() if last < len(tokens) else ""
    return head in load_words("pointing nouns") and before in _DEFINITE and after not in ("to", "for", "of", "on")


def make_pointer(tokens: Sequence[str], run: tuple[int, int], sign: int, by: int) -> Handled:
    """Return "it" or "the project" as a thing that is still to be looked for."""
    first, last = run
    return Handled(
        head=POINTER,
        words=tuple(token.casefold() for token in tokens[first:last]),
        called=" ".join(tokens[first:last]),
        sign=sign,
        at=last - 1,
        first=min(first, by),
        last=max(last - 1, by),
        about=frozenset(),
        is_noun=True,
    )


def _is_before_nouns(word: str) -> bool:
    return word in _BEFORE_NOUNS or word in load_words("determiners") - _NO_ARTICLES


def _behind(tokens: Sequence[str], end: int) -> list[str]:
    """Return the content words that hang on a thing: "the ban on herring fishing" gives "herring" and "fishing"."""
    if end >= len(tokens) or tokens[end].casefold() not in ("of", "on", "for", "at", "with", "between"):
        return []
    first, last = run_after(tokens, end + 1)
    return [token.casefold() for token in tokens[first:last]]


def is_deed_noun(word: str) -> bool:
    """True for nouns of doing that need to be told of what: "extension", "closure", "reopening"."""
    return word in load_operators() and (bool(_NOMINAL.search(word)) or word.endswith(("ing", "al", "ure", "end")))


def _is_done_to(tokens: Sequence[str], at: int) -> bool:
    """True for a form that follows its thing: "the ban is lifted", "the crossing reopened"; not for "a herring ban"."""
    before = tokens[at - 1].casefold() if at else ""
    return before in _BEING or tokens[at].casefold().endswith(("ed", "en", "wn", "pt"))


def _outer_sign(tokens: Sequence[str], at: int) -> int:
    """Return -1 where a doing is itself undone: "a halt to the building of", "stop lifting"; else +1."""
    before = at - 1
    while before >= 0 and tokens[before].casefold() in load_words("determiners") | {"to", "of"}:
        before -= 1
    outer = load_operators().get(tokens[before].casefold(), 1) if before >= 0 else 1
    return -1 if outer < 0 and before < at - 1 + (tokens[at].endswith("ing")) else 1


def _is_deed(tokens: Sequence[str], run: tuple[int, int]) -> bool:
    """True when a word that can be a verb is one here: "to ban", "banned", "the lifting of", and not "the ban"."""
    first, last = run
    before = tokens[first - 1].casefold() if first else ""
    after = tokens[last].casefold() if last < len(tokens) else ""
    if tokens[last - 1].endswith("ing") and (after in _ARTICLES or after in load_words("pronouns of things")):
        return True
    is_noun = last - first > 1 or before in load_words("determiners") or before in ("of", "for", "against", "on")
    is_towards = after == "to" and tokens[last + 1 : last + 2] != [] and tokens[last + 1] in load_words("determiners")
    return not is_noun or after == "of" or is_towards or tokens[last - 1].endswith("ed")


def _behind_joint(tokens: Sequence[str], at: int) -> int:
    """Return where the thing of a verb or noun begins: "lift the ban", "lifting of the ban", "an end to the ban"."""
    after = [token.casefold() for token in tokens[at + 1 : at + 3]]
    if after[:1] == ["of"] or (after[:1] == ["to"] and after[1:] and after[1] in load_words("determiners")):
        return at + 2
    is_other = bool(after) and (after[0] in JOINTS or bool(_NOMINAL.search(tokens[at].casefold())))
    return len(tokens) if is_other else at + 1


def run_after(tokens: Sequence[str], start: int) -> tuple[int, int]:
    """Return the run of content words after a place, behind determiners."""
    if start < len(tokens) and _is_bare_pronoun(tokens, start):
        return start, start + 1
    while start < len(tokens) and (tokens[start].casefold() in load_words("determiners") or tokens[start].isdigit()):
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST_RUN and _is_content(tokens[end]):
        end += 1
    return start, end


def _is_bare_pronoun(tokens: Sequence[str], at: int) -> bool:
    """True for "it", and for "this" and "that" where no thing follows."""
    word = tokens[at].casefold()
    after = tokens[at + 1 : at + 2]
    if word == "that":
        return not after or not after[0].isalpha() or after[0].casefold() in load_words("helping verbs")
    return word in load_words("pronouns of things") and (
        word in ("it", "them") or not (after and _is_content(after[0]))
    )


def _run_before(tokens: Sequence[str], end: int) -> tuple[int, int]:
    """Return the run of content words before a place, behind helping verbs and what hangs on the thing."""
    while end > 0 and tokens[end - 1].casefold() in load_words("helping verbs"):
        end -= 1
    if end > 0 and tokens[end - 1].casefold() in load_words("pronouns of things"):
        return end - 1, end
    start = go_back(tokens, end)
    while start > 1:
        before = start
        while before > 0 and tokens[before - 1].casefold() in load_words("determiners"):
            before -= 1
        if before == 0 or tokens[before - 1].casefold() not in JOINTS:
            break
        end = before - 1
        start = go_back(tokens, end)
    return start, end


def go_back(tokens: Sequence[str], end: int) -> int:
    """Return where the run of content words begins that ends at a place."""
    start = end
    while start > 0 and end - start < _LONGEST_RUN and _is_content(tokens[start - 1]):
        start -= 1
    return start


def _is_onward(verb_and_next: Sequence[str]) -> bool:
    """True for a word after which "go" no longer means to end: "go outside", "go far"; not for "stays shut"."""
    verb, *after = (word.casefold() for word in verb_and_next)
    if not after or not after[0].isalnum() or (verb in _LASTING and (_SHUT.match(after[0]) or after[0] in _STANDING)):
        return False
    return after[0] not in load_words("when") | load_words("days and months")


def is_thing(token: str) -> bool:
    """True for a word that can be a thing or describe one, and is no doing."""
    return _is_content(token) and token.casefold() not in load_operators()


def _is_content(token: str) -> bool:
    plain = token.casefold()
    if (
        plain in load_function_words()
        or plain in load_words("days and months")
        or plain in load_words("when")
        or plain in load_words("helping verbs")
        or plain in JOINTS
    ):
        return False
    return token[0].isalnum() and not plain.endswith("ly")
