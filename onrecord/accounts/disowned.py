"""What somebody says, or denies, to have said, beside the reports in which he or she said it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.accounts.answers import is_clause
from onrecord.accounts.asking import ask_about
from onrecord.accounts.opposites import find_family, has_weight
from onrecord.accounts.sayings import Collection, Saying, folded, make_member
from onrecord.identity import thing_id
from onrecord.linking.wording import find_words
from onrecord.records import Discrepancy, Side

_SAY = (
    r"(?:sa(?:y|id|ying)|claim(?:ed|ing)?|t(?:ell|old|elling) \w+(?: \w+)?|promis(?:e|ed|ing)|stat(?:e|ed|ing)"
    r"|suggest(?:ed|ing)?)"
)
_NEVER = re.compile(
    r"^\W*(?:that )?(?:i|we|he|she|they) (?:(?:have|had|has) )?(?:never|not|(?:did|have|had|has)(?: not|n't)) "
    rf"(?:ever |once )?{_SAY}(?: that)? (?P<what>.+)$"
)
_DENIES = re.compile(
    rf"^\W*(?:having |ever |that (?:he|she|they|it) (?:had |has )(?:ever )?)+{_SAY}(?: that)? (?P<what>.+)$"
)
_SHARE = 0.6
_LEAST_SHARED = 2
_MOST = 6
_NOT = re.compile(r"\b(?:not|no|never|nobody|nothing)\b|n't\b")


def compare_disowned(collection: Collection, told: frozenset[str]) -> Iterator[Discrepancy]:
    """Yield the sayings that their speaker does not own to; `told` are marks that are already laid out."""
    disowned = [(saying, what) for saying in collection.sayings() if (what := find_disowned(saying))]
    if not disowned:
        return
    by_actor: dict[str | None, list[Saying]] = defaultdict(list)
    for saying in collection.sayings():
        if is_clause(saying) and not saying.in_title:
            by_actor[saying.actor].append(saying)
    done: set[str] = set()
    for saying, what in disowned:
        said = [one for one in by_actor[saying.actor] if _is_what(one, saying, what)]
        if said and saying.attribution.id not in told and saying.statement not in done:
            done.add(saying.statement)
            yield _disowned(saying, said)


def find_disowned(saying: Saying) -> str | None:
    """Return what a speaker says that he never said: "the dam was unsafe" of "I never said that the dam was unsafe"."""
    if saying.in_title or saying.actor is None or saying.kind is None:
        return None
    words = folded(saying.words)
    found = _NEVER.search(words) or (_DENIES.search(words) if saying.attribution.denial else None)
    return found["what"] if found else None


def _is_what(one: Saying, disowned: Saying, what: str) -> bool:
    """True for another saying in which the same speaker says most of what is disowned, and does not negate it."""
    if disowned.attribution.id in (one.attribution.id, one.attribution.parent) or find_disowned(one):
        return False
    if one.attribution.denial or bool(_NOT.search(folded(one.words))) != bool(_NOT.search(what)):
        return False
    wanted, held = (frozenset(map(find_family, filter(has_weight, find_words(w)))) for w in (what, folded(one.words)))
    shared = wanted & held
    return len(shared) >= min(_LEAST_SHARED, len(wanted)) and len(shared) >= _SHARE * len(wanted) > 0


def _disowned(saying: Saying, said: Sequence[Saying]) -> Discrepancy:
    return Discrepancy(
        id=thing_id("disowned", saying.attribution.id),
        kind="denial",
        severity="medium",
        question=ask_about(f"Did {saying.speaker} say it", said[0].words),
        sides=(
            Side(label="is told to have said it", members=tuple(make_member(one) for one in said[:_MOST])),
            Side(label="denies having said it", members=(make_member(saying),)),
        ),
        why=f"{saying.speaker} is quoted or reported as saying what {saying.speaker} says was never said.",
        reconciled_by=None,
        missing="A record of the words.",
        confidence=0.7,
        by="accounts disowned",
    )
