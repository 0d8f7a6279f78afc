"""Which reports carry the text of another, whole or in part."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.records import CopyFamily, Document, Judgement

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_LEAST_SHINGLES = 25
_CONTAINED = 0.5
_SPREAD_THIN = 0.2
_STRETCHES = 10
_STRETCHES_TOUCHED = 0.8
_FIRST = 25  # reports that one shingle leads to
_WORTH_A_LOOK = 0.15
_FEW, _FEW_SHARE = 5, 0.01  # what no more reports have, or no greater part of them, counts in full
Shingles = Mapping[str, tuple[int, ...]]


def link_copies(documents: Sequence[Document], judgements: Sequence[Judgement] = ()) -> tuple[CopyFamily, ...]:
    """Return the families of reports that share a text.

    One text is taken to be in another when at least half of its runs of three words are, or a good part of them
    spread over all of it, as happens to a text that was rewritten or badly scanned; what two reports share because
    both quote one statement stands in one place. Containment is measured from the shorter side, since an abridged
    copy holds little of the original, but the original holds all of it.
    """
    shingles = {document.id: find_shingles(document) for document in documents}
    rulings = [j for j in judgements if j.relation == "copy" and {j.left, j.right} <= shingles.keys()]
    groups = Groups(shingles, [(j.left, j.right) for j in rulings if j.verdict == "no"])
    why: dict[str, list[str]] = defaultdict(list)
    uris = {document.id: document.uri for document in documents}
    for ruling in rulings:
        if ruling.verdict == "yes" and groups.join(ruling.left, ruling.right):
            why[ruling.left].append(f"{ruling.by}: {ruling.why}")
    for left, right, share in _contained(shingles):
        if groups.first(left) != groups.first(right) and groups.join(left, right):
            why[left].append(f"{share:.0%} of the word runs of {uris[left]} stand in {uris[right]}")
    families = (members for members in groups.all() if len(members) > 1)
    return tuple(_family(members, why) for members in families)


def _family(members: list[str], why: dict[str, list[str]]) -> CopyFamily:
    reasons = [reason for member in members for reason in why.get(member, ())]
    return CopyFamily(
        id=thing_id("copies", members[0]),
        members=tuple(members),
        reports=len(members),
        independent_texts=1,
        why="; ".join(reasons),
    )


def find_shingles(document: Document) -> tuple[int, ...]:
    """Return the runs of three words of a report in order, page debris left out, each as a number."""
    debris = sorted((span.start, span.end) for span in document.debris)
    starts = [start for start, _ in debris]
    words = []
    for match in _WORD.finditer(document.text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= debris[before][1]:
            words.append(match.group().casefold())
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return tuple(dict.fromkeys(crc32(run.encode("utf-8", "surrogatepass")) for run in runs))


def _contained(shingles: Shingles) -> Iterator[tuple[str, str, float]]:
    """Yield (shorter, longer, share of the shorter in the longer) for every pair where the share is enough.

    A run of words counts the less, the more reports have it: phrases of the trade make no copy, but where a text was
    printed a hundred times, all its runs are equally common, and the share stays what it is.
    """
    weights = _weigh(shingles)
    held = {document: frozenset(found) for document, found in shingles.items()}
    whole = {document: sum(weights[shingle] for shingle in found) for document, found in shingles.items()}
    for pair in _candidates(shingles, weights, whole):
        shorter, longer = sorted(pair, key=lambda document: (len(shingles[document]), document))
        share = sum(weights[shingle] for shingle in held[shorter] & held[longer]) / whole[shorter]
        spread = share >= _SPREAD_THIN and _is_spread(shingles[shorter], held[longer])
        if share >= _CONTAINED or spread:
            yield shorter, longer, share


def _weigh(shingles: Shingles) -> dict[int, float]:
    """Return what each run of words counts: 1 where few reports have it, less and less where many do."""
    holders = Counter(shingle for found in shingles.values() for shingle in found)
    reports = len(shingles) + 1
    few = max(_FEW, _FEW_SHARE * reports)
    full = math.log(reports / few) if reports > few else 1.0
    return {
        shingle: min(1.0, math.log(reports / min(number, reports)) / full) if number > few else 1.0
        for shingle, number in holders.items()
    }


def _candidates(
    shingles: Shingles, weights: Mapping[int, float], whole: Mapping[str, float]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share a good part of their shingles, each pair once.

    A shingle leads to the first few reports that have it only: what stands in very many is either a phrase, or a text
    that was copied many times, and then its first reports lead to all of them.
    """
    first: dict[int, list[str]] = defaultdict(list)
    for document, found in shingles.items():
        if len(found) < _LEAST_SHINGLES:
            continue
        shared: dict[str, float] = defaultdict(float)
        for shingle in found:
            holding, weight = first[shingle], weights[shingle]
            for other in holding:
                shared[other] += weight
            if len(holding) < _FIRST:
                holding.append(document)
        for other, weight in sorted(shared.items()):
            if weight >= _WORTH_A_LOOK * min(whole[document], whole[other]):
                yield other, document


def _is_spread(shorter: tuple[int, ...], longer: frozenset[int]) -> bool:
    """True when nearly every tenth of the shorter text has something of the longer one."""
    touched = {number * _STRETCHES // len(shorter) for number, shingle in enumerate(shorter) if shingle in longer}
    return len(touched) >= _STRETCHES * _STRETCHES_TOUCHED
