"""Who takes up whom in one report: "contradicted her", "it had been, twice", "I said no such thing", "denies it"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.accounts.answers import follow_on, is_clause, points_back
from onrecord.accounts.counts import are_near
from onrecord.accounts.cues import fits, load_words
from onrecord.accounts.opposites import find_family, has_weight
from onrecord.accounts.sayings import Collection, Report, Saying, folded
from onrecord.linking.wording import find_words

_REACH = 700  # characters over which one voice takes up another
_NEXT = 250
_CLAIMS = frozenset({"accuse", "assert", "criticise", "estimate", "believe", "warn"})
_EDGES = " \"'\u201c\u201d\u00ab\u00bb\u2018\u2019.,;"
_PERSON = re.compile(r"^(?:him|her|them|it|this|that|these|those|both|the (?:two|other))$")
_CONTRADICTS = re.compile(
    r"\b(?:contradict\w*|disput\w*|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disagree\w*"
    r"|correct(?:s|ed)|gainsa\w+|contest(?:s|ed))\b"
)
_ELLIPSIS = re.compile(
    r"^(?:that )?(?:it|they|he|she|we|i|this|these|those|there) "
    r"(?P<verb>had|has|have|was|were|is|are|did|does|do|would|will|could|can)"
    r"(?P<not> not|n't| never)?(?P<been> been| so)?"
    r"(?:,? (?:twice|once|often|indeed|already|always|never|both|all|\w+ times|more than once|at all|in full))*$"
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none|neither|nor)\b|n't\b")
_AUXILIARIES = {
    "had": "have", "has": "have", "have": "have", "was": "be", "were": "be", "is": "be", "are": "be", "did": "do",
    "does": "do", "do": "do", "would": "will", "will": "will", "could": "can", "can": "can",
}  # fmt: skip
_PARTS = re.compile(r"[,;:.!?] | (?:because|who|which|but|and|while|although|though|since|unless|if) ")
_SCOPE = 2  # words of weight after a "no" that it is about
_OPEN = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|nor|should|must|would|could|might|may|can|wants?|if|ought)\b|n't\b"
)
_BARE = frozenset({"nobody", "never", "neither", "nothing", "none"})  # what follows is the deed itself
_OPENS_NO = re.compile(
    r"(?:that |but |and )?(?:no(?:body|ne| one)?|not (?:one|a single|any)|never|neither|nothing"
    r"|there (?:is|was|were|are|had been|has been) (?:no|never|not)(?: any| one| a single)?)\b"
)
_TELLS = frozenset({"accuse", "assert", "estimate", "believe", "deny", "criticise"})
_LAST = 2  # sayings of one voice that an answer is an answer to
_TURN = 60  # characters from the end of a question to its answer
_OPENING = 250
_COMMON = 60
_DISOWNS = re.compile(
    r"\b(?:i|we|he|she|they)(?: have| has| had|'ve)? (?:never )?(?:said|say|saying) (?:no|nothing of|never any)"
    r"(?: such| the)(?: thing| sort| kind)\b"
    r"|\b(?:i|we|he|she|they) (?:never|did not|didn't|had not|have not|haven't|hadn't|has not)"
    r" (?:ever )?(?:sa(?:y|id)|use[d]?|spoken?|utter(?:ed)?|ma[dk]e)"
    r" (?:(?:any )?such|so|it|that|this|those words|these words|the words?|anything of the (?:kind|sort))\b"
)
_COUNT_OF_PEOPLE = re.compile(
    r"^(?:one|two|three|four|five|six|several|both|\d+|its|his|her|their|an?|another) [\w' -]*\w{3,}$"
)


def find_exchanges(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield what somebody says with the answer by which somebody else in the same report takes it back or up."""
    spoken = [saying for saying in report.sayings if is_somebody(saying)]
    for number, reply in enumerate(spoken):
        if reply.in_title:
            continue
        before = [s for s in spoken[:number] if 0 < reply.start - s.start < _REACH]
        if _points(reply):
            found = _last_turn(report, before, reply)
        elif _DISOWNS.search(folded(reply.words)):
            found = [s for s in before[-1:] if not _DISOWNS.search(folded(s.words))]
        else:
            found = [s for s in before[-1:] if _is_turned(s, reply)]
            found = found or [s for s in before if _is_denied(report, s, reply) or _is_put_to(before, s, reply)]
        yield from ((claim, reply) for claim in found if claim.statement != reply.statement)


def find_retorts(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield a claim with the reply that a sentence of the report's own announces: "The mayor begs to differ." """
    spoken = [saying for saying in report.sayings if is_somebody(saying) and not saying.in_title]
    for sentence in report.marks.sentences:
        words = folded(sentence.span.of(report.document.text))
        if not fits("retorts", "retort", words):
            continue
        before = [s for s in spoken if s.start < sentence.span.start and sentence.span.start - s.start < _REACH]
        after = [s for s in spoken if sentence.span.start <= s.start < sentence.span.end + _NEXT]
        reply = next((s for s in after if s.attribution.act in _TELLS), None)
        if before and reply and before[-1].actor != reply.actor:
            turn = [s for s in before if s.actor == before[-1].actor and s.attribution.act in _TELLS]
            yield from ((claim, reply) for claim in turn[-_LAST:] if is_clause(claim))


def find_passed_on(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield an accusation with the one by which whom it names goes on to accuse another."""
    charges = [s for s in report.sayings if s.attribution.act == "accuse" and is_somebody(s) and not s.in_title]
    for claim, reply in pairwise(charges):
        called = {find_family(word.casefold()) for word in find_words(reply.speaker or "") if has_weight(word)}
        named = {find_family(word.casefold()) for word in find_words(claim.words)}
        near = 0 < reply.start - claim.start < _NEXT
        if near and called and called <= named and claim.actor != reply.actor:
            yield claim, reply


def is_somebody(saying: Saying) -> bool:
    """True for whoever has a name, an office or a number: "two serving officers", "its spokesman"; not "some", "it"."""
    first = find_words(folded(saying.speaker or ""))[:1]
    if not first or folded(saying.speaker or "") in load_words("nobody"):
        return False
    named = any(word[:1].isupper() for word in find_words(saying.speaker or ""))
    return named or first[0] == "the" or bool(_COUNT_OF_PEOPLE.match(saying.speaker or ""))


def _points(reply: Saying) -> bool:
    """True for an answer that does not say what it answers: "denies it", "contradicted her"."""
    words = folded(reply.words).strip(_EDGES)
    return points_back(reply) or (bool(_PERSON.match(words)) and bool(_CONTRADICTS.search(folded(reply.cue))))


def _last_turn(report: Report, before: Sequence[Saying], reply: Saying) -> list[Saying]:
    """Return what the last other voice says in a row: its claims, or denials where these are contradicted."""
    turn: list[Saying] = []
    for saying in reversed(before):
        if saying.actor == reply.actor or (turn and saying.actor != turn[0].actor):
            break
        turn.append(saying)
    near = bool(turn) and _stand_together(report, turn, reply)
    return [s for s in turn if near and s.attribution.act in (*_CLAIMS, "deny") and is_clause(s) and not _points(s)]


def is_next(report: Report, claim: Saying, reply: Saying) -> bool:
    """True unless a reply only points ("denies it") and a sentence of nobody's stands between it and the claim."""
    if not points_back(reply):
        return True
    turn = [s for s in report.sayings if s.actor == claim.actor and claim.start <= s.start < reply.start]
    return _stand_together(report, turn, reply)


def _stand_together(report: Report, turn: Sequence[Saying], reply: Saying) -> bool:
    """True where no sentence that is nobody's stands between a voice and who answers it."""
    ends = [span.end for saying in turn for span in saying.attribution.content]
    start = min((span.start for span in (*reply.attribution.source, *reply.attribution.cue)), default=reply.start)
    between = (s.span for s in report.marks.sentences if max(ends) <= s.span.start and s.span.end <= start)
    return start - max(ends) < _NEXT and not any(True for _ in between)


def _is_turned(claim: Saying, reply: Saying) -> bool:
    """True where a reply is nothing but the verb of what was said before it, with or without its "not"."""
    match = _ELLIPSIS.match(folded(reply.words).strip(_EDGES))
    if not match or claim.actor == reply.actor or reply.start - claim.attribution.content[-1].end > _NEXT:
        return False
    words = folded(claim.words)
    verbs = {_AUXILIARIES.get(word) for word in words.replace("n't", " not").split()}
    return _AUXILIARIES[match["verb"]] in verbs and bool(_NOT.search(words)) != bool(match["not"])


def _is_denied(report: Report, claim: Saying, reply: Saying) -> bool:
    """True where a reply opens with a "no" to the very deed of which somebody else spoke shortly before."""
    if claim.actor == reply.actor or claim.attribution.act not in _CLAIMS or not is_clause(claim):
        return False
    if claim.attribution.parent == reply.attribution.id or claim.in_title:
        return False
    opening = _OPENS_NO.match(folded(reply.words).strip(_EDGES))
    if not opening or not is_clause(reply):
        return False
    bare = opening.group().split()[-1] in _BARE
    denied = _find_small(reply.words[opening.end() :])[: 1 if bare else _SCOPE]
    own = {find_family(word) for word in find_words(f"{reply.speaker} {claim.speaker}")}
    told = (part for part in _PARTS.split(claim.words) if not _OPEN.search(folded(part)))
    return bool({*denied} & {family for part in told for family in _find_small(part)} - own)


def _is_put_to(before: Sequence[Saying], claim: Saying, reply: Saying) -> bool:
    """True for what an interviewer says that a third said, where the answer begins with a "no" to it."""
    asked = next((s for s in before if s.attribution.id == claim.attribution.parent), None)
    if asked is None or reply.actor in (asked.actor, claim.actor) or asked.actor == claim.actor:
        return False
    dialogue = {asked.cue.strip(), reply.cue.strip()} == {":"}
    next_to = 0 <= reply.start - asked.attribution.content[-1].end < _TURN
    told = claim.attribution.act in _CLAIMS and is_clause(claim)
    return dialogue and next_to and told and bool(_NOT.search(folded(reply.words[:_OPENING])))


def find_named(collection: Collection) -> Iterator[tuple[Saying, Saying]]:
    """Yield what somebody says with the denial, in another report, of "what she says about it"."""
    by_name: dict[str, list[Saying]] = defaultdict(list)
    for saying in collection.sayings():
        if saying.attribution.act in _CLAIMS and is_clause(saying) and not saying.attribution.denial:
            for word in {w for w in find_words(saying.speaker or "") if w[:1].isupper()}:
                by_name[word].append(saying)
    for reply in collection.sayings():
        if reply.in_title or not (reply.attribution.denial and _CONTRADICTS.search(folded(reply.cue))):
            continue
        for word in {w for w in find_words(reply.words) if w[:1].isupper()}:
            yield from ((claim, reply) for claim in by_name[word][:_COMMON] if _is_meant(collection, claim, reply))


def _is_meant(collection: Collection, claim: Saying, reply: Saying) -> bool:
    """True where a denial names who made a claim, and of what, within days of it."""
    if claim.actor == reply.actor or claim.document == reply.document:
        return False
    names = {word for word in find_words(claim.speaker or "") if word[:1].isupper()}
    called = names <= set(find_words(reply.words)) or (
        claim.kind == "person" and (claim.speaker or "").split()[-1] in reply.words
    )
    near = are_near(*(collection.reports[s.document].published for s in (claim, reply)))
    return called and near and bool({*_find_small(reply.words)} & {*_find_small(claim.words)})


def _find_small(words: str) -> list[str]:
    """Return the families of the words of weight that are no names, in their order."""
    return [find_family(w) for w in find_words(words) if has_weight(w) and w[:1].islower() and not w[:1].isdigit()]


def follow_up(report: Report, saying: Saying) -> list[Saying]:
    """Return what its speaker goes on to say after a saying, in the next paragraph too."""
    return follow_on(report, saying) or _speak_on(report, saying)


def _speak_on(report: Report, saying: Saying) -> list[Saying]:
    """Return the next saying of a report, where a denial is followed by the words that it was made in."""
    later = [s for s in report.sayings if s.start > saying.attribution.content[-1].end]
    if not later or not saying.attribution.denial or later[0].attribution.parent == saying.attribution.id:
        return []
    own = later[0].actor == saying.actor and later[0].start - saying.attribution.content[-1].end < _NEXT
    return [later[0]] if own else []
