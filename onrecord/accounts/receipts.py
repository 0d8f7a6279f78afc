"""Something that one side says it sent and the other says never came: a letter, a warning, an offer, money."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.accounts.attitudes import cut_clauses
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice

_THING = (
    r"(?P<thing>letter|message|notice|note|warning|telegram|offer|invitation|request|proposal|application|complaint"
    r"|reply|notification|alarm|alert|payment|ultimatum|e-mail|email|cable|memo|summons|invoice)s?"
)
_GOT = r"(?:received?|receiving|got|get|seen|heard|had|have|been (?:sent|given|shown|handed))"
_CAME = (
    r"(?:came|come|arrived?|reached|received|made|sent|given|delivered|issued|submitted|handed|put|lodged|filed"
    r"|forwarded|passed|transmitted|sounded|raised|left)"
)
_GAVE = (
    r"(?:sent|delivered|handed|gave|given|issued|submitted|put|lodged|forwarded|transmitted|passed|made|posted|filed"
    r"|sounded)"
)
_NOT_GOT = (
    re.compile(rf"\b{_GOT} no (?:\w+ ){{0,3}}?{_THING}\b"),
    re.compile(
        rf"\b(?:not|never|n't) (?:yet |ever |even )?(?:{_GOT} )(?:a |an |any |the |such )(?:\w+ ){{0,3}}?{_THING}\b"
    ),
    re.compile(
        r"\b(?:no|not one|not a single|neither a|never a|never any) (?:\w+ ){0,2}?"
        rf"{_THING}\b(?:,? [\w']+){{0,10}}? {_CAME}\b"
    ),
)
_SENT = (
    re.compile(
        rf"\b{_THING}\b(?: [\w']+){{0,8}}? (?:had|has|have|was|were|is|been|went|gone)(?: [\w']+){{0,3}}? {_CAME}\b"
    ),
    re.compile(rf"\b{_THING}\b(?: [\w']+){{0,6}}? (?:went|gone|goes) (?:out|off|to)\b"),
    re.compile(rf"\b{_GAVE}(?: [\w']+){{0,4}}? {_THING}\b"),
)
_DONE = re.compile(r"\b(?:warned|informed|notified|invited|consulted|alerted)\b")
_UNTOLD = re.compile(
    r"\b(?:not|never|n't)(?: \w+){0,2}? (?P<verb>warned|informed|notified|invited|consulted|alerted)\b"
    r"|\bnobody (?:had |has |ever )*(?P<other>warned|informed|notified|invited|consulted|alerted)\b"
)
_OPEN = re.compile(
    r"\b(?:not|no|never|nobody|neither|nor|without|if|should|would|might|must|whether"
    r"|(?<!in )(?<!of )(?<!by )(?<!since )(?<!\d )may(?! \d))\b|n't\b"
)
_LEAST_SHARED_NAMES = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A saying with the thing that it says was sent, or never came."""

    saying: Saying
    thing: str


def find_receipts(collection: Collection) -> Iterator[tuple[Saying, Saying]]:
    """Yield who says that something was sent with who says that nothing of the kind came."""
    sent: dict[str, list[Saying]] = defaultdict(list)
    missed: list[_Told] = []
    for saying in collection.sayings():
        if has_voice(saying) and not saying.in_title and saying.attribution.act in ("assert", "deny", "intend"):
            read = list(_read(saying))
            missed += [told for told, came in read if not came]
            for told in (told for told, came in read if came):
                sent[told.thing].append(told.saying)
    for told in missed:
        yield from ((s, told.saying) for s in sent[told.thing] if _is_one_matter(collection, s, told.saying))


def _read(saying: Saying) -> Iterator[tuple[_Told, bool]]:
    """Yield the things that a saying says were sent (True), or never came (False)."""
    for clause in cut_clauses(folded(saying.words)):
        things = _sent(clause) if _denies_sending(saying, clause) else _missed(clause)
        yield from ((_Told(saying, thing), False) for thing in sorted(things))
        if not things and not _OPEN.search(clause) and not saying.attribution.denial:
            yield from ((_Told(saying, thing), True) for thing in sorted(_sent(clause)))


def _denies_sending(saying: Saying, clause: str) -> bool:
    """True for "denied that a letter had been sent"; "no letter was sent" says so itself."""
    return saying.attribution.denial and not _OPEN.search(clause)


def _missed(clause: str) -> frozenset[str]:
    found = {match["thing"] for pattern in _NOT_GOT if (match := pattern.search(clause))}
    told = _UNTOLD.search(clause)
    return frozenset(found | ({_noun(next(verb for verb in told.groups() if verb))} if told else set()))


def _sent(clause: str) -> frozenset[str]:
    found = {match["thing"] for pattern in _SENT for match in pattern.finditer(clause)}
    return frozenset(found | {_noun(verb) for verb in _DONE.findall(clause)})


def _noun(verb: str) -> str:
    """Return what somebody gets to whom a thing is done: who is warned gets a warning."""
    nouns = {"warn": "warning", "invit": "invitation", "alert": "alert", "consult": "consultation"}
    return next((noun for stem, noun in nouns.items() if verb.startswith(stem)), "notice")


def _is_one_matter(collection: Collection, sent: Saying, missed: Saying) -> bool:
    """True when two speakers, not of one country, speak of one sending: in one report, or among the same names."""
    if sent.actor == missed.actor or sent.statement == missed.statement:
        return False
    if sent.country and sent.country == missed.country:
        return False
    if sent.document == missed.document:
        return True
    names = collection.reports[sent.document].names & collection.reports[missed.document].names
    return len(names) >= _LEAST_SHARED_NAMES
