"""Whether a speaker wants what a clause does to a thing: by the act of saying, and by the words of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.accounts.cues import load_cues, load_words
from onrecord.accounts.namings import find_awaited, find_first, find_named, find_pointers, pointer_at_start
from onrecord.accounts.objects import POINTER, Handled, cut_tokens, find_handled, plain_phrases
from onrecord.accounts.sayings import Saying, folded
from onrecord.linking.wording import find_words, load_function_words
from onrecord.records import Stance

_BY_ACT = {
    "propose": 1,
    "request": 1,
    "support": 1,
    "promise": 1,
    "intend": 1,
    "praise": 1,
    "oppose": -1,
    "criticise": -1,
}
_WARNS = re.compile(r"\bagainst\b")
_OWN = frozenset({"i", "we", "he", "she", "it", "they", "our", "my"})
_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|government|ambassador|envoy|spokes\w+|secretary|governor|mayor"
    r"|head|leader|chair\w*|director|chief|general|commander|speaks for)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:(?:not|never|no longer|without)(?: \w+){0,2}|(?:no|neither|nor)(?: \w+)?)$")
_NO_STANCE = re.compile(  # who quarrels over a thing is not against it, nor is who does not deny it
    r"\b(?:at odds|at loggerheads|disput\w*|quarrel\w*|clash\w*|differ\w*|disagree\w*|deny|denies|denied|contest\w*)\b"
)
_IF = re.compile(r"\b(?:if|unless|until|when|once|as soon as|should the|in case|provided|on condition)\b")
_PLAIN_ACTS = frozenset({"propose", "request", "support", "promise", "intend", "oppose", "warn"})
_REFUSABLE = frozenset({"support", "promise", "intend", "oppose"})  # not to support is to oppose; not to ask is nothing
_CALLS = re.compile(
    r"\b(?:call(?:s|ed)?|describ\w+|brand\w*|label\w*|dub\w*|term(?:s|ed)|regard\w*|consider\w*)\b(?! (?:for|on|off))"
)
_NOT = re.compile(r"(?:no longer|never|not|(?:do|does|did|will|would|can|could|is|are|was|were)(?:n't| not| never))\b")
_OPPOSING = re.compile(
    r"\b(?:against|oppos\w*|object\w*|reject\w*|refus\w*|resist\w*|rul(?:e|es|ed|ing) out|turn\w* down|block\w*)\b"
)
_ASIDE = re.compile(r", (?:as|while)\b|\b(?:because|which|who|whom|whose|where)\b")
_ASKS = re.compile(r"\W*(?:whether|if|(?:what|how|why|who|whom|when|where|which)(?= \w+))\b")
_LONGEST = 2000  # characters of a clause; what is longer has lost its stops
_AS_IT_WAS = re.compile(r"(?:i|we) (?:\w+ )?(?:was|were|had been|used to)\b")
_THEN = re.compile(r"\b(?:if|once|as soon as|provided|when)\b")
_NEW_THING = re.compile(r"\ban? (?:[\w-]+ ){0,3}[\w-]+\Z")
_AND = re.compile(r"(?:(?:an?|the|its|their) )?(?:[\w-]+ ){1,4}and (?:(?:on|for|to|of) )?(?:(?:an?|the|its|their) )?\Z")
_NO_OBJECTION = re.compile(r"\b(?:no|any) objections?\b(?! to)|\bnothing against it\b")
_OPPOSED = re.compile(r"\b(?:remain\w*|still|was|is|are|were) (?:firmly |strongly )?opposed\b(?! to)")
_REFUSES = re.compile(r"\b(?:refus\w*|reject\w*|rul(?:e|es|ed|ing) out|turn\w* down)\b")
_WOULD = re.compile(r" ?(?:would|will|could|may|might|can) (?!not)")
_BROKEN = re.compile(r" \[\.\.\.\] (?=[a-z])")
_NONE = re.compile(r"\b(?:no|not|never|nothing|neither|nor)\b")
_WISHED = re.compile(
    r"(?:to |of |on |for |with )?(?:[\w'\u2019-]+ ){0,4}?(?:' )?"
    r"(?:plan|proposal|idea|project|scheme|demand|request|call|appeal|offer|bid|petition|motion|application|wish"
    r"|suggestion|permission)s? (?:for|of) (?:(?:an?|the|any) )?\Z"
)
_GOES_ON = re.compile(r" (?:would|will|is|was|are|were|has|had|have|could|can|must|should|may|might|does|did)\b")
_DENIED = re.compile(r"(?:\bno|\bnot|\bnever|n't|\bhardly|\bno longer)(?: an?| the)? $")
_FAR = 120
_AT_THE_START = 12
_BESIDE = 40
_RIGHT_BESIDE = 10
_EDGES = " \"'«»“”.,"
_STOPS = re.compile(r"[,;:()]|\b(?:that|who|which|because|and|but|so)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a speaker is called, in small letters, to tell his own will from what he says of others."""

    names: frozenset[str]
    holds_office: bool


def find_things(saying: Saying, voice: Voice) -> tuple[tuple[Handled, Stance], ...]:
    """Return the things on which a saying takes a stance, with the stance on the thing itself."""
    found = []
    for number, clause in enumerate(cut_clauses(saying.words)):
        first = find_first(clause) if number == 0 and saying.attribution.act in _PLAIN_ACTS else ()
        for one in (*find_handled(clause), *find_awaited(clause), *first):
            stance = None if _is_loose(one) else judge_clause(clause, one, saying, voice)
            if stance:
                found.append((one, stance))
    return tuple(found)


def _is_loose(thing: Handled) -> bool:
    """True for "the law", "taxes" and the like, when nothing says which."""
    return thing.words[-1] in load_words("loose things") and not thing.about


def judge_saying(saying: Saying, head: str, voice: Voice) -> Stance | None:
    """Return the stance that a saying takes on a thing that it names; the first clause that takes one decides."""
    return next((stance for _, _, stance in judge_places(saying, head, voice)), None)


def judge_places(saying: Saying, head: str, voice: Voice) -> Iterator[tuple[str, Handled, Stance]]:
    """Yield the clauses of a saying that take a stance on a thing, or on "it" and "the project" for `POINTER`."""
    for clause in cut_clauses(saying.words):
        handled = {one.at: one for one in (*find_awaited(clause), *find_handled(clause)) if one.head == head}
        named = find_pointers(clause) if head == POINTER else find_named(clause, head)
        for one in (*handled.values(), *(one for one in named if one.at not in handled)):
            stance = judge_clause(clause, one, saying, voice)
            if stance:
                yield clause, one, stance
        if head == POINTER and not saying.attribution.denial:
            yield from _without_thing(clause, saying)


def _without_thing(clause: str, saying: Saying) -> Iterator[tuple[str, Handled, Stance]]:
    """Yield the stance of words that leave out what it is on: "had no objection", "remains opposed"."""
    plain = folded(clause)
    match = _NO_OBJECTION.search(plain)
    stance: Stance = "for" if match else "against"
    if match or _OPPOSED.search(plain):
        hangs = _THEN.search(plain) or _named("conditional", folded(saying.words))
        yield clause, pointer_at_start(clause), "conditional" if hangs and stance == "for" else stance


@lru_cache(maxsize=20_000)
def cut_clauses(words: str) -> tuple[str, ...]:
    """Return the sentences of what was said, cut also before "but"."""
    whole = _BROKEN.sub(" ", words)  # "That, she said, was a matter for the town" is one clause
    return tuple(
        part for part in re.split(r"(?<=[.!?;])[\"'»”]*\s+|,? but | \[\.\.\.\] ", whole) if 0 < len(part) < _LONGEST
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause as it stands and in small letters, and where in it the doing and its thing begin and end."""

    text: str
    plain: str
    start: int
    end: int


def judge_clause(clause: str, thing: Handled, saying: Saying, voice: Voice) -> Stance | None:
    """Return the stance that one clause takes on a thing in it."""
    placed = _place(clause, thing)
    if thing.head == POINTER and _named("neutral", placed.plain):
        return "neutral"
    if tells_of_the_past(clause):
        return None
    refuses = bool(_REFUSES.search(folded(saying.cue)))
    says_nothing = _is_negated(saying) and saying.attribution.act not in _REFUSABLE
    if not refuses and (saying.attribution.denial or says_nothing):
        return None
    hanging = _IF.search(placed.plain)
    is_hanging = bool(hanging and hanging.start() < placed.start)
    act = saying.attribution.act
    wanted: int | Stance | None = _by_act(saying, placed, thing)
    if wanted is None and act not in ("deny", "ask", "threaten", "estimate"):
        wanted = _by_words(placed, thing, voice)
    if _ASKS.match(placed.plain):
        return None
    if not isinstance(wanted, int):
        return wanted or _undecided(placed)
    stance = _signed(wanted * (thing.sign or 1))
    if is_hanging:
        return stance if act == "assert" and hanging and hanging.group() == "if" else None
    later = _THEN.search(placed.plain, placed.end)
    hangs = later is not None and (later.group() != "when" or act in ("intend", "promise"))
    return "conditional" if hangs or _named("conditional", folded(saying.words)) else stance


def is_plain(saying: Saying, thing: Handled) -> bool:
    """True where the act of saying is itself a stance on a thing, or the saying tells what is to be done with it."""
    by_cue = saying.attribution.act in ("assert", "deny") and _REFUSES.search(folded(saying.cue))
    judged = bool(_CALLS.search(folded(saying.cue)))
    return bool(by_cue) or judged or saying.attribution.act in _BY_ACT or thing.sign != 0


def tells_of_the_past(clause: str) -> bool:
    """True for what a speaker says of himself as it was: "I was for it in spring" is no stance of today."""
    return bool(_AS_IT_WAS.match(folded(clause).strip(_EDGES)))


def _signed(sign: int) -> Stance:
    return "for" if sign > 0 else "against"


def _place(clause: str, thing: Handled) -> _Clause:
    tokens = cut_tokens(plain_phrases(clause))
    before, inside = folded(" ".join(tokens[: thing.first])), folded(" ".join(tokens[thing.first : thing.last + 1]))
    start = len(before) + bool(before)
    text = " ".join(tokens)
    return _Clause(text=text, plain=folded(text), start=start, end=start + len(inside))


def _undecided(placed: _Clause) -> Stance | None:
    patterns = [cue.pattern for cue in load_cues("stances") if cue.name == "unclear"]
    found = (match for pattern in patterns for match in pattern.finditer(placed.plain))
    return "unclear" if any(_is_near(match, placed, _BESIDE) for match in found) else None


def _by_act(saying: Saying, placed: _Clause, thing: Handled) -> int | None:
    """Return +1 or -1 where the act of saying is itself a stance on what is said."""
    act = saying.attribution.act
    sign = _BY_ACT.get(act)
    if _NO_STANCE.search(folded(saying.cue)) or _CALLS.search(folded(saying.cue)):
        return None
    if act == "warn" and (_WARNS.search(folded(saying.cue)) or _WOULD.match(placed.plain, placed.end)):
        sign = -1
    if act in ("assert", "deny") and _REFUSES.search(folded(saying.cue)):
        sign = -1
    begins = folded(plain_phrases(saying.words)).strip(_EDGES).startswith(placed.plain[:20].strip(_EDGES))
    says_of_it = thing.sign == 0 and _GOES_ON.match(placed.plain, placed.end)
    if sign is None or not begins or (says_of_it and act not in ("support", "oppose", "warn")):
        return None
    is_new = act in ("propose", "request") and _NEW_THING.search(placed.plain, 0, placed.end)
    before = placed.plain[: placed.start]
    is_next = bool(_AND.match(before) or _WISHED.match(before))
    judged = act in ("criticise", "praise")  # who is criticised for lifting a ban is no enemy of lifting it
    far = is_next or (not judged and (thing.sign or is_new))
    if placed.start > (_FAR if far else _AT_THE_START):
        return None
    if _ASIDE.search(placed.plain[: placed.start]):
        return None
    if act == "oppose" and not _OPPOSING.search(folded(saying.cue)):
        return sign  # "We will not lift it" opposes lifting as a whole
    refused = _is_negated(saying) and not _is_double(saying) and not _REFUSES.search(folded(saying.cue))
    return -sign if refused or _NOT_BEFORE.search(placed.plain[: placed.start].rstrip()) else sign


def _is_negated(saying: Saying) -> bool:
    return saying.attribution.negated == "saying" or bool(_NOT.match(folded(saying.cue)))


def _is_double(saying: Saying) -> bool:
    """True where the act of saying has the negation in it already: "is not against" supports."""
    opposes = bool(_OPPOSING.search(folded(saying.cue)))
    return opposes if saying.attribution.act == "support" else saying.attribution.act == "oppose" and not opposes


def _by_words(placed: _Clause, thing: Handled, voice: Voice) -> int | Stance | None:
    """Return what the first row of the table that fits beside the thing says of it."""
    for cue in load_cues("attitudes"):
        stance, _, need = cue.name.partition(" ")
        is_own = "of subject" in need
        if stance == "conditional" or (need and need != "of subject" and not thing.sign):
            continue
        if need == "by office" and not voice.holds_office:
            continue
        beside = _BESIDE if thing.sign or thing.head != POINTER else _RIGHT_BESIDE
        matches = (match for match in cue.pattern.finditer(placed.plain) if _is_near(match, placed, beside))
        own = (match for match in matches if not is_own or _is_of_speaker(match, placed, voice))
        match = next(own, None)
        if match:
            between = placed.plain[match.end() : placed.start]
            if stance == "for" and _NONE.search(between):
                return None  # "will take no part in the hunt"
            return _unless_denied(stance, placed.plain[: match.start()])
    return None


def _is_of_speaker(match: re.Match[str], placed: _Clause, voice: Voice) -> bool:
    """True where the speaker, or one for whom he speaks, is who wants what a cue says."""
    return match.start() <= placed.start and is_own(placed.text[: match.start()], voice)


def _unless_denied(stance: str, before: str) -> int | Stance | None:
    """Return a stance, turned round where its word is denied: "not necessary"; "no insult" says nothing."""
    denied = bool(_DENIED.search(before))
    return (-1 if stance == "for" else None) if denied and stance in ("for", "against") else stance_sign(stance)


def _is_near(match: re.Match[str], placed: _Clause, beside: int) -> bool:
    """True when a cue stands within, closely before or closely behind what is done with a thing."""
    gap = (
        placed.plain[match.end() : placed.start]
        if match.end() <= placed.start
        else placed.plain[placed.end : match.start()]
    )
    return len(gap) <= beside and not _STOPS.search(gap)


def stance_sign(stance: str) -> int | Stance:
    """Return +1 for "for", -1 for "against", and any other stance as it is."""
    return 1 if stance == "for" else -1 if stance == "against" else "neutral"


def hangs_on_something(words: str) -> bool:
    """True when what is said holds only on a condition."""
    return _named("conditional", folded(words))


def says_neutral(words: str) -> bool:
    """True for words that take no side."""
    return _named("neutral", words)


def _named(name: str, words: str) -> bool:
    return any(cue.name == name and cue.pattern.search(words) for cue in load_cues("attitudes"))


def is_own(before: str, voice: Voice) -> bool:
    """True when what stands before a verb names the speaker, or one for whom the speaker speaks."""
    words = find_words(before)[-3:]
    small = {word.casefold() for word in words}
    if not words or small == {"that"} or _OWN & small or voice.names & small:
        return True
    is_name = len(words) <= 2 and words[-1][:1].isupper()  # "Korva will not", said by a minister
    return voice.holds_office and (is_name or bool(load_words("bodies") & small))


def make_voice(saying: Saying, roles: tuple[str, ...], variants: tuple[str, ...]) -> Voice:
    """Return how the speaker of a saying is called."""
    called = " ".join((saying.speaker or "", saying.country or "", *roles, *variants)).casefold()
    words = frozenset(w for w in find_words(called) if len(w) > 2 and w not in load_function_words())
    is_body = saying.kind in ("organisation", "group", "place")
    return Voice(names=words, holds_office=is_body or bool(_OFFICE.search(called)))
