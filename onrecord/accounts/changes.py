"""Speakers who say themselves that they think otherwise now, beside what they had said before of the same matter."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.asking import ask_about
from onrecord.accounts.propositions import Proposition
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice, is_before, make_member
from onrecord.accounts.telling import name_days
from onrecord.identity import thing_id
from onrecord.linking.wording import content_stems
from onrecord.records import Discrepancy, Side

_AROUND = 300
_NAME = re.compile(r"\b[A-Z]\w+")
_LEAST_SHARED = 2  # words besides names, which are everywhere in a story
_ALIKE = 0.17  # the share of the words around two sayings, weighed by rarity, from which on they are about one matter
_NEARLY = 0.75  # of the likeness of the likest
_MOST = 6
_LEAST_REPORTS = 50  # a small collection cannot tell which words are rare: they are weighed as in one of fifty
_OWN = r"(?:my|his|her|its|their|our)"
_ONCE = r"(?:once |at first |first |then |long |always |myself |initially |earlier |previously |still )?"
_UNWILLING = r"(?:against|opposed|sceptical|skeptical|doubtful|hesitant|reluctant)"
_CHANGED = re.compile(
    rf"\b(?:changed|altered|revised|reversed|reversing|changing|abandoned|abandoning) {_OWN} "
    r"(?:mind|minds|views?|stance|stand|position|opinion|line|course)\b"
    r"|\b(?:come|came) a?round to\b|\bmade a u-turn\b"
)
_UNCHANGED = re.compile(r"\b(?:not|never|n't|nothing|without|would|will|could|no reason to)\b[^.;]{0,30}$")
_WAS_AGAINST = re.compile(
    rf"\b(?:i|we) (?:was|were|had been|have been) {_ONCE}{_UNWILLING}\b"
    rf"|\b(?:he|she|it|they) had {_ONCE}been {_ONCE}{_UNWILLING}\b"
    r"|\b(?:i|we) (?:had |have )?(?:said no|voted against|voted no|refused|opposed|resisted|rejected)\b"
    rf"|\bno longer (?:\w+ )?(?:against|opposed|oppos\w+|objects?|objected|rules? out|excludes?)\b"
    rf"|\b(?:drop|withdr[ae]w|withdrawn|gave up|given up|abandon)\w* {_OWN} (?:\w+ )?"
    r"(?:objections?|opposition|resistance|veto|reservations?)\b"
)
_WAS_FOR = re.compile(
    rf"\b(?:i|we) (?:was|were|had been|have been) {_ONCE}(?:for it|in favou?r)\b"
    rf"|\b(?:he|she|it|they) had {_ONCE}been {_ONCE}in favou?r\b"
    r"|\b(?:i|we) (?:had |have )?(?:said yes|voted for|voted yes|supported|backed|welcomed)\b"
    r"|\bno longer (?:\w+ )?(?:in favou?r|support\w*|back\w*|wants?|wanted|insist\w*|demand\w*)\b"
    rf"|\b(?:drop|withdr[ae]w|withdrawn|gave up|given up|abandon)\w* {_OWN} (?:\w+ )?(?:support|backing|demands?)\b"
)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around what is said, report by report, and how telling each word is."""

    collection: Collection
    weights: Mapping[str, float]

    def read(self, document: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the words near a place of a report, and of those in small letters among them."""
        text = self.collection.reports[document].document.text[max(0, start - _AROUND) : end + _AROUND]
        return content_stems(text), content_stems(_NAME.sub(" ", text))

    def weigh(self, words: frozenset[str]) -> float:
        """The sum of what words tell."""
        return sum(self.weights.get(word, 0.0) for word in sorted(words))


def compare_changes(
    collection: Collection, propositions: Sequence[Proposition], told: frozenset[str]
) -> Iterator[Discrepancy]:
    """Yield what speakers owned to have changed their minds about; `told` are marks already laid out as positions."""
    owned = [(saying, sign) for saying in collection.sayings() if (sign := find_old_stance(saying)) is not None]
    if not owned:
        return
    wished = _by_actor(collection, propositions)
    around = _Around(collection, _weigh(collection))
    changes: dict[tuple[str | None, str], list[tuple[Saying, list[Proposition]]]] = defaultdict(list)
    for saying, sign in owned:
        before = [one for one in wished[saying.actor or ""] if _is_earlier(one, saying, sign)]
        chosen = _likest(around, saying, before)
        if chosen:
            changes[saying.actor, chosen[0].saying.statement].append((saying, chosen))
    for told_of in changes.values():
        if not any(saying.attribution.id in told for saying, _ in told_of):
            yield _change([saying for saying, _ in told_of], told_of[0][1])


def find_old_stance(saying: Saying) -> int | None:
    """Return what a speaker says that he thought before, 1 for and -1 against, 0 where only that it changed."""
    if saying.in_title or saying.actor is None or saying.kind is None or not has_voice(saying):
        return None
    words = folded(f"{saying.cue} {saying.words}")
    for sign, pattern in ((-1, _WAS_AGAINST), (1, _WAS_FOR), (0, _CHANGED)):
        found = pattern.search(words)
        if found and not _UNCHANGED.search(words[: found.start()]):
            return sign
    return None


def _by_actor(collection: Collection, propositions: Sequence[Proposition]) -> dict[str, list[Proposition]]:
    """Return what each actor wants or does not want; what a minister says that his country wants, he wants."""
    said = {saying.attribution.id: saying for saying in collection.sayings()}
    found: dict[str, list[Proposition]] = defaultdict(list)
    for one in propositions:
        outer = said.get(one.saying.attribution.parent or "")
        if one.mode == "wish" and one.saying.actor:
            found[one.saying.actor].append(one)
            if outer and outer.actor and outer.actor != one.saying.actor and outer.country == one.saying.speaker:
                found[outer.actor].append(one)
    return found


def _weigh(collection: Collection) -> dict[str, float]:
    held = Counter(word for r in collection.reports.values() for word in content_stems(r.document.text))
    reports = max(len(collection.reports), _LEAST_REPORTS)
    return {word: math.log((reports + 1) / count) for word, count in held.items()}


def _is_earlier(one: Proposition, change: Saying, sign: int) -> bool:
    """True for a wish of another report that is not known to be later, of the sign that the speaker owns to."""
    same = one.saying.document == change.document or one.saying.statement == change.statement
    return not same and one.sign * sign >= 0 and not is_before(change.said, one.saying.said)


def _likest(around: _Around, change: Saying, before: Sequence[Proposition]) -> list[Proposition]:
    """Return the earlier wishes that are told among the same words as the change."""
    here, plain = around.read(change.document, change.start, change.attribution.content[-1].end)
    scored = []
    for one in before:
        there, others = around.read(one.saying.document, one.span.start, one.span.end)
        whole = math.sqrt(around.weigh(here) * around.weigh(there))
        if whole and len(plain & others) >= _LEAST_SHARED:
            scored.append((around.weigh(here & there) / whole, one))
    best = max((score for score, _ in scored), default=0.0)
    return [one for score, one in scored if score >= max(_ALIKE, _NEARLY * best)][:_MOST]


def _change(changes: Sequence[Saying], before: Sequence[Proposition]) -> Discrepancy:
    first = {one.saying.attribution.id: one for one in before}
    dated = all(is_before(one.saying.said, now.said) for one in first.values() for now in changes)
    speaker = changes[0].speaker
    return Discrepancy(
        id=thing_id("change", "|".join(sorted(now.attribution.id for now in changes))),
        kind="position",
        severity="medium" if dated else "high",
        question=ask_about(f"Where does {speaker} stand", before[0].words),
        sides=(
            Side(label="before", members=tuple(make_member(one.saying, one.span) for one in first.values())),
            Side(label="now", members=tuple(make_member(now) for now in changes[:_MOST])),
        ),
        why=f"{speaker} says of one matter that it was otherwise before ({name_days(changes)}), and is found to have "
        f"said so ({name_days([one.saying for one in first.values()])}).",
        reconciled_by=None,
        missing=None if dated else "The day of each saying: that the one came first is only the speaker's word.",
        confidence=0.7,
        by="accounts changes",
    )
