"""What one says happened and another says did not: an assertion and its denial, in one report or in two."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.accounts.answers import ELSEWHERE, denies_a_deed, find_answers, is_clause
from onrecord.accounts.asking import ask_whether
from onrecord.accounts.attitudes import cut_clauses
from onrecord.accounts.cues import fits
from onrecord.accounts.exchanges import (
    find_exchanges,
    find_named,
    find_passed_on,
    find_retorts,
    follow_up,
    is_next,
)
from onrecord.accounts.issues import find_report_names
from onrecord.accounts.rebuttals import find_mirrored, find_rebuttals, is_blanket
from onrecord.accounts.receipts import find_receipts
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice, is_before, make_member
from onrecord.accounts.telling import list_names, name_speakers
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import Discrepancy, Side

_MOST = 6
_LONGEST_NAME = 4
_COMMON = 60  # a word in more assertions than this finds none of them; it still counts once another has
_SHARE = 0.5
_NEAR_SHARE = 0.35
_HIGH_SHARE = 0.6
_NEAR = 600
_LEAST_SHARED = 2
_LEAST_NAMES = 2
_CHARGES = frozenset({"assert", "accuse", "criticise", "estimate", "warn"})
_OPEN = re.compile(
    r"\b(?:not|no|never|nobody|neither|nor|without|if|could|should|would|might|must|needs?|ought|possib\w+"
    r"|(?<!in )(?<!of )(?<!by )(?<!since )(?<!\d )may(?! \d))\b|n't\b"
)
_EMPTY = frozenset(["anything", "any", "ever", "single", "claim", "report", "true", "sign", "evidenc", "found", "seen"])
_NONE = re.compile(r"\b(?:no|not (?:a|any|one)|never|nobody|none)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A clause of a saying with the words that carry what it asserts or denies."""

    saying: Saying
    words: str
    stems: frozenset[str]


def compare_claims(collection: Collection, told: frozenset[str] = frozenset()) -> Iterator[Discrepancy]:
    """Yield what somebody asserts against those who deny it; `told` are marks that accusations have laid out."""
    assertions = [part for s in collection.sayings() if _asserts(s) for part in _cut(s) if not is_open(part.words)]
    denials = [part for s in collection.sayings() if _denies(s) and _is_claim(s) for part in _cut(s)[:1]]
    denials += [part for s in collection.sayings() if _is_told(s) for part in _cut(s) if _is_negated(part)]
    pairs = [pair for report in collection.reports.values() for pair in find_answers(report) if is_next(report, *pair)]
    pairs += [pair for report in collection.reports.values() for pair in find_rebuttals(report)]
    pairs += [pair for report in collection.reports.values() for pair in find_mirrored(report)]
    pairs += [pair for report in collection.reports.values() for pair in find_exchanges(report)]
    pairs += [pair for report in collection.reports.values() for pair in find_retorts(report)]
    pairs += [pair for report in collection.reports.values() for pair in find_passed_on(report)]
    pairs += find_named(collection)
    pairs += _matched(collection, assertions, denials)
    pairs += find_receipts(collection)
    laid_out = {saying.statement for saying in collection.sayings() if saying.attribution.id in told}
    pairs = [(assertion, denial) for assertion, denial in pairs if denial.statement not in laid_out]
    groups = Groups([s.attribution.id for pair in pairs for s in pair])
    sayings = {saying.attribution.id: saying for pair in pairs for saying in pair}
    denying = {denial.attribution.id for _, denial in pairs}
    for assertion, denial in pairs:
        groups.join(assertion.attribution.id, denial.attribution.id)
    for said_once in (denying, sayings.keys() - denying):
        first: dict[str, str] = {}
        for one in sorted(said_once):
            groups.join(first.setdefault(sayings[one].statement, one), one)
    for members in groups.all():
        asserted, denied = ([sayings[m] for m in members if (m in denying) == which] for which in (False, True))
        found = _denied(collection, _with_quotations(collection, asserted), _with_quotations(collection, denied))
        yield _as_accusation(found) if _is_about_guilt(asserted, denied) else found


def _with_quotations(collection: Collection, sayings: Sequence[Saying]) -> list[Saying]:
    """Return sayings with what their speakers went on to say in the same breath."""
    found = {(saying.attribution.id, saying.start): saying for saying in sayings}
    for saying in sayings:
        for more in follow_up(collection.reports[saying.document], saying):
            found.setdefault((more.attribution.id, more.start), more)
    return list(found.values())


def _is_told(saying: Saying) -> bool:
    return saying.attribution.negated == "said" and not saying.in_title and has_voice(saying) and is_clause(saying)


def _asserts(saying: Saying) -> bool:
    attribution = saying.attribution
    plain = not (attribution.denial or attribution.negated or saying.in_title)
    stated = attribution.act == "accuse" or is_clause(saying)
    return plain and stated and attribution.act in _CHARGES and has_voice(saying)


def _denies(saying: Saying) -> bool:
    """True for a denial of what happened, in so many words, by somebody with a name."""
    return denies_a_deed(saying) and not saying.in_title and has_voice(saying) and is_clause(saying)


def _is_negated(part: _Words) -> bool:
    """True for a clause that says of something that it was not so: "no broken seal had been found"."""
    words = folded(part.words)
    elsewhere = any(fits("contrasts", name, words) for name in ELSEWHERE)
    return bool(_NONE.search(words)) and not elsewhere and not part.saying.attribution.denial


def _is_claim(saying: Saying) -> bool:
    """True unless somebody is contradicted: "contradicted the foreign minister" names a person, and no deed."""
    short = len(find_words(saying.words)) <= _LONGEST_NAME
    return not (short and "contradict" in folded(saying.cue))


def _cut(saying: Saying) -> list[_Words]:
    parts = ((part, content_stems(part) - _EMPTY) for part in cut_clauses(saying.words))
    return [_Words(saying=saying, words=part, stems=stems) for part, stems in parts]


def is_open(words: str) -> bool:
    """True for what is negated, wished or possible: nobody asserts it."""
    return bool(_OPEN.search(words))


def _matched(
    collection: Collection, assertions: Sequence[_Words], denials: Sequence[_Words]
) -> Iterator[tuple[Saying, Saying]]:
    weights = _weigh((*assertions, *denials))
    holders: dict[str, list[int]] = defaultdict(list)
    for number, assertion in enumerate(assertions):
        for word in assertion.stems:
            holders[word].append(number)
    for denial in denials:
        held = (holders[word] for word in denial.stems if len(holders[word]) <= _COMMON)
        for number, count in sorted(Counter(n for numbers in held for n in numbers).items()):
            if count >= 1 and _contradict(collection, assertions[number], denial, weights):
                yield assertions[number].saying, denial.saying


def _weigh(sayings: Sequence[_Words]) -> dict[str, float]:
    users = Counter(word for saying in sayings for word in saying.stems)
    return {word: math.log((1 + len(sayings)) / count) + 0.5 for word, count in users.items()}


def _contradict(collection: Collection, assertion: _Words, denial: _Words, weights: Mapping[str, float]) -> bool:
    """True when most of what is denied is what was asserted, by somebody else, of the same people and places."""
    said, denied = assertion.saying, denial.saying
    if said.actor == denied.actor or is_before(denied.said, said.said) or said.statement == denied.statement:
        return False
    shared = (assertion.stems & denial.stems) - _called(denied)
    named = shared - _small_stems(said, denied)
    if len(shared) < _LEAST_SHARED or named == shared:
        return False
    share = sum(weights[word] for word in shared) / (sum(weights[word] for word in denial.stems - _called(denied)) or 1)
    if said.document == denied.document and denied.attribution.denial:
        near = 0 < denied.start - said.start < _NEAR and _speaks_of(said, denied)
        return share >= (_NEAR_SHARE if near else _SHARE)
    reports = collection.reports
    names = find_report_names(reports[said.document]) & find_report_names(reports[denied.document])
    whole = shared == denial.stems == assertion.stems
    if not denied.attribution.denial and not whole and len(shared) < len(denial.stems):
        return said.document == denied.document and share >= _HIGH_SHARE and abs(denied.start - said.start) < _NEAR
    telling = whole or bool(named) or len(shared) > _LEAST_SHARED
    return share >= _SHARE and telling and len(names) >= (1 if named else _LEAST_NAMES)


def _small_stems(said: Saying, denied: Saying) -> frozenset[str]:
    """Return what is shared besides names: deeds and things."""
    return content_stems(" ".join(w for s in (said, denied) for w in find_words(s.words) if w[:1].islower()))


def _called(saying: Saying) -> frozenset[str]:
    return content_stems(saying.speaker or "")


def _speaks_of(said: Saying, denied: Saying) -> bool:
    """True when an assertion names the one who denies, or his country."""
    named = content_stems(said.words)
    return bool(named & _called(denied)) or bool(denied.country and content_stems(denied.country) & named)


def _denied(collection: Collection, asserted: Sequence[Saying], denied: Sequence[Saying]) -> Discrepancy:
    documents = {saying.document for saying in (*asserted, *denied)}
    texts = {collection.reports[document].text_of for document in documents}
    common = frozenset.intersection(content_stems(asserted[0].words), content_stems(denied[0].words))
    return Discrepancy(
        id=thing_id("denial", "|".join(sorted(s.attribution.id for s in (*asserted, *denied)))),
        kind="denial",
        severity="medium" if len(texts) > 1 else "low",
        question=ask_whether(asserted[0].words, asserted[0].attribution.act == "accuse"),
        sides=(_side("says so", asserted), _side("denies it", denied)),
        why=f"{name_speakers(asserted)} said so, {name_speakers(denied)} denied it, of one deed or thing"
        f"{f' ({list_names(sorted(common)[:5])})' if common else ''}.",
        reconciled_by=None,
        missing="An account from neither of them.",
        confidence=0.7,
        by="accounts contradictions",
    )


def _is_about_guilt(asserted: Sequence[Saying], denied: Sequence[Saying]) -> bool:
    """True where a deed of war is laid at a door, or somebody denies any part in what happened."""
    charged = any(s.attribution.act == "accuse" and fits("contrasts", "hostile", folded(s.words)) for s in asserted)
    mutual = all(any(s.attribution.act == "accuse" for s in side) for side in (asserted, denied))
    return charged or mutual or any(is_blanket(saying) for saying in denied)


def _as_accusation(found: Discrepancy) -> Discrepancy:
    return replace(
        found,
        kind="accusation",
        question=found.question.replace("Is it so, or not", "Who did it, if anybody"),
        why=found.why.replace("said so", "blamed somebody").replace("denied it", "denied it or blamed others"),
        missing="An account from neither of them.",
    )


def _side(label: str, sayings: Sequence[Saying]) -> Side:
    """Return at most six members, each speaker once before any speaker again."""
    turns: dict[str | None, int] = defaultdict(int)
    ranked: list[tuple[int, int, Saying]] = []
    for saying in sayings:
        ranked.append((turns[saying.actor], len(ranked), saying))
        turns[saying.actor] += 1
    chosen = sorted(ranked, key=lambda rank: rank[:2])[:_MOST]
    return Side(label=label, members=tuple(make_member(saying) for _, _, saying in chosen))
