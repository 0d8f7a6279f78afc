"""Who answers in the same report what is said of them: "had no part in it", "nobody was threatened", "he countered"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.accounts.answers import denies_a_deed, is_about_blame, is_clause, is_one_word, points_back
from onrecord.accounts.opposites import find_family, has_weight
from onrecord.accounts.sayings import Report, Saying, folded, has_voice
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words

_BEFORE = 1500
_REPORT = 5000
_AFTER = 400
_NEXT = 500
_BLAME = (
    r"(?:part|role|hand|share|involvement|responsibility|wrong-?doing|knowledge|complicity|collusion|connections?"
    r"|contacts?|links?|ties|guilt|blame|fault|liability|negligence|neglect|misconduct|malpractice|impropriety"
    r"|participation|culpability|intent|foul play)"
)
_BLANKET = (
    re.compile(rf"^(?:having (?:had |played |taken )?)?(?:any|all|every)(?: \w+){{0,2}}? {_BLAME}\b"),
    re.compile(rf"^{_BLAME}(?: (?:in|of|for|with|to|by|on|over) .*)?$"),
)
_OWN = (
    re.compile(
        rf"\b(?:had|has|have|played|plays?|took|takes?|bears?|bore)(?: had| played| taken)? (?:absolutely )?no"
        rf"(?: \w+){{0,2}}? {_BLAME}\b"
    ),
    re.compile(
        r"\b(?:was|were|is|are|am|been)(?: \w+)? ?(?:not|never|n't|in no way|neither) (?:been )?(?:\w+ )?"
        r"(?:involved|responsible|behind|to blame|guilty|at fault|a party to|implicated)\b"
    ),
    re.compile(r"\bnothing (?:at all |whatever |whatsoever )?to do with\b|\bd(?:id|one) nothing (?:wrong|at all)\b"),
    re.compile(
        r"\b(?:is|are|was|were|am) (?:\w+ )?(?:innocent|blameless)\b|\bnot (?:our|his|her|their|its|my) doing\b"
    ),
)
_PRONOUNS = frozenset({"i", "we", "he", "she", "they", "it", "neither"})
_LONGEST_SUBJECT = 5
_LONGEST_NAME = 2
_HELD_BACK = re.compile(
    r"\b(?:stop\w* short of|f[ae]ll\w* short of|refrain\w* from|without|avoid\w*|declin\w+ to|refus\w+ to"
    r"|not (?:so|as) far as to|rather than|instead of)(?: \w+ly)?\s*\Z"
)
_EDGES = " \"'\u201c\u201d\u00ab\u00bb\u2018\u2019.,"
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|must|cannot|can't|won't|wouldn't|going to|intends?|intention|plans?|ready|willing"
    r"|prepared|if|could|might|may)\b"
)
_COUNTERS = re.compile(
    r"\b(?:insist\w*|stress\w*|assur\w*|maintain\w*|contend\w*|counter\w*|retort\w*|protest\w*|adamant|swore|swears?"
    r"|den(?:y|ies|ied|ying)|rebut\w*|refut\w*|reject\w*|dismiss\w*|objected|fired back|shot back|hit back|pleaded)\b"
)
_OFFICES = re.compile(
    r"^(?:the|an?|its|his|her|their|of|for|and|in|at|on|vice|deputy|former|acting|president|premier|minister|spokes\w+"
    r"|director|head|chief|chair\w*|leader|officer|secretary|captain|colonel|general|major|lieutenant|commander|mayor"
    r"|governor|manager|lawyer|counsel|attorney|official|member|senior|executive|managing|prime|press|mr|ms|mrs|dr)$"
)
_CLAIMS = frozenset({"accuse", "assert", "criticise", "estimate", "believe", "warn"})
_ATTACKS = frozenset({"accuse", "criticise"})


def find_rebuttals(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield what is said of somebody in a report with the denial by which they, or those they speak for, answer it."""
    spoken = [s for s in report.sayings if not s.in_title and not _is_held_back(report, s)]
    for reply in spoken:
        if not has_voice(reply) or not (reply.attribution.denial or is_blanket(reply)):
            continue
        called = _called(report, reply)
        if is_blanket(reply) or points_back(reply):
            found = _charges(spoken, reply, called)
        elif is_clause(reply) and denies_a_deed(reply) and not _AHEAD.search(folded(reply.words)):
            found = _said_before(spoken, reply, called)
        else:
            found = []
        yield from ((claim, reply) for claim in found)


def find_mirrored(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield two voices of a report that accuse each other."""
    charges = [s for s in report.sayings if s.attribution.act == "accuse" and not s.in_title and has_voice(s)]
    named = {saying.attribution.id: _called(report, saying) for saying in charges}
    for one, other in combinations([saying for saying in charges if not saying.attribution.denial], 2):
        apart = one.actor != other.actor and one.statement != other.statement
        if apart and _names(one, named[other.attribution.id]) and _names(other, named[one.attribution.id]):
            yield one, other


def is_blanket(saying: Saying) -> bool:
    """True for a denial of everything that one may be blamed for: "any part in it", "had nothing to do with it"."""
    words = folded(saying.words).strip(_EDGES).removeprefix("that ")
    if saying.attribution.denial and any(pattern.match(words) for pattern in _BLANKET):
        return True
    return any(found and _is_of_self(saying, words[: found.start()]) for found in _find_own(words))


def _is_of_self(saying: Saying, before: str) -> bool:
    """True where the subject before "had no part in it" is who speaks, by a pronoun or by name, and nobody else."""
    subject = find_words(re.split(r"[.,;:!?] |\band that\b", before)[-1])
    if not subject or subject[0] in _PRONOUNS:
        return True
    capitals = {word.casefold() for word in find_words(saying.words) if word[:1].isupper()}
    if len(subject) <= _LONGEST_NAME and capitals.issuperset(subject):
        return True
    named = {country_root(word).casefold() for word in find_words(f"{saying.speaker} {saying.country or ''}")}
    return len(subject) <= _LONGEST_SUBJECT and any(country_root(word.capitalize()) in named for word in subject)


def _find_own(words: str) -> list[re.Match[str] | None]:
    return [pattern.search(words) for pattern in _OWN]


def _is_held_back(report: Report, saying: Saying) -> bool:
    """True for what somebody did not say after all: "stopped short of saying that"."""
    start = saying.attribution.cue[0].start if saying.attribution.cue else 0
    return bool(_HELD_BACK.search(folded(report.document.text[max(0, start - 30) : start])))


def _called(report: Report, reply: Saying) -> frozenset[str]:
    """Return the families of the words by which others may speak of who replies: a name, a body, a country."""
    text = report.document.text
    names = [reply.speaker or "", *(span.of(text) for span in reply.attribution.source)]
    mention = next((m for m in report.marks.mentions if m.id == reply.attribution.mention), None)
    names += [mention.role.span.of(text)] if mention and mention.role and mention.role.span else []
    words = [word for name in names for word in find_words(name) if not _OFFICES.match(word.casefold())]
    if reply.kind == "person":
        surname = list(find_words(reply.speaker or "")[-1:])
        words = [word for word in words if word not in find_words(reply.speaker or "")] + surname
    if is_blanket(reply):
        words += _subject(reply)
    found = {_key(word) for word in words if has_weight(word)}
    return frozenset(found | ({country_root(reply.country)} if reply.country else set()))


def _subject(reply: Saying) -> list[str]:
    """Return the names before what is denied: "Korva" of "Korva had no part in it"."""
    starts = [found.start() for found in _find_own(folded(reply.words)) if found]
    before = reply.words[: min(starts)] if starts else ""
    return [word for word in find_words(before) if word[:1].isupper()]


def _key(word: str) -> str:
    return country_root(word) if word[:1].isupper() else find_family(word)


@lru_cache(maxsize=20_000)
def _keys(words: str) -> frozenset[str]:
    return frozenset(map(_key, find_words(words)))


def _names(claim: Saying, called: frozenset[str]) -> bool:
    return not _keys(claim.words).isdisjoint(called)


def _claims(saying: Saying, reply: Saying) -> bool:
    attribution = saying.attribution
    stated = attribution.act == "accuse" or is_clause(saying)
    plain = stated and attribution.act in _CLAIMS and not attribution.denial and attribution.negated != "saying"
    nested = reply.attribution.id == attribution.parent or attribution.id == reply.attribution.parent
    return plain and not nested and saying.actor != reply.actor and has_voice(saying)


def _charges(spoken: Sequence[Saying], reply: Saying, called: frozenset[str]) -> list[Saying]:
    """Return the accusations of who replies, or else the last claim about them; before the reply, or right after."""
    of_them = [saying for saying in spoken if _claims(saying, reply) and _names(saying, called)]
    of_them = [s for s in of_them if s.attribution.act in _ATTACKS or not _AHEAD.search(folded(s.words))]
    reach = _REPORT if is_blanket(reply) else _BEFORE
    before = [saying for saying in of_them if 0 < reply.start - saying.start < reach]
    near = before or [saying for saying in of_them if 0 < saying.start - reply.start < _AFTER]
    accusing = [saying for saying in near if saying.attribution.act in _ATTACKS]
    if accusing:
        return [saying for saying in accusing if saying.actor == accusing[-1].actor]
    return [] if is_about_blame(reply) else near[-1:]


def _said_before(spoken: Sequence[Saying], reply: Saying, called: frozenset[str]) -> list[Saying]:
    """Return the claim right before a reply, where it is about who replies and the reply takes it up."""
    before = [s for s in spoken if s.start < reply.start and s.actor != reply.actor]
    last = next((saying for saying in reversed(before) if _claims(saying, reply)), None)
    if last is None or before[-1].actor != last.actor or reply.start - last.attribution.content[-1].end > _NEXT:
        return []
    if not _names(last, called):
        return []
    counters = bool(_COUNTERS.search(folded(reply.cue)))
    of_self = next(iter(find_words(folded(reply.words).removeprefix("that "))), "") in _PRONOUNS
    attacked = last.attribution.act in _ATTACKS and of_self
    return [last] if attacked or counters or _takes_up(last, reply, called) else []


def _takes_up(claim: Saying, reply: Saying, called: frozenset[str]) -> bool:
    """True where half of what a reply speaks of is what was claimed: "we tip off nobody"."""
    one, other = (
        {find_family(w) for w in find_words(s.words) if w[:1].islower() and has_weight(w)} - called
        for s in (claim, reply)
    )
    shared = {right for right in other if any(is_one_word(left, right) for left in one)}
    return bool(shared) and 2 * len(shared) >= len(other)
