"""One quotation in two wordings: the same speaker's sentence, as independent texts give it, with other words in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.accounts.asking import quote_briefly
from onrecord.accounts.counts import are_near
from onrecord.accounts.sayings import Collection, Report, Saying, folded, is_before
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import Discrepancy, Member, Side, Span

_SENTENCE = re.compile(r"[^.!?\u2026]+[.!?\u2026]*")
_OPENS = "\"\u201c\u00ab\u2018'"
_LEAST_WORDS = 7
_MOST_WORDS = 80
_ALIKE = 0.6  # share of the words, in their order
_CLOSELY = 0.72  # the same where hardly a content word is shared
_LEAST_SHARED = 2
_MOST = 6
_MOST_QUOTED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One sentence that a report gives in quotation marks as somebody's own."""

    saying: Saying
    report: Report
    span: Span
    words: tuple[str, ...]
    stems: frozenset[str]


def compare_quotations(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the sentences of one speaker that independent texts quote in words that are not the same."""
    by_speaker: dict[str, list[Quoted]] = defaultdict(list)
    for report in collection.reports.values():
        for saying in report.sayings:
            if saying.actor:
                by_speaker[saying.actor] += _cut(report, saying)
    for _, quoted in sorted(by_speaker.items()):
        yield from _compare(quoted[:_MOST_QUOTED])


def _cut(report: Report, saying: Saying) -> Iterator[Quoted]:
    """Yield the sentences of a saying that stand in quotation marks."""
    text = report.document.text
    for piece in saying.attribution.content:
        if text[piece.start : piece.start + 1] not in _OPENS and saying.attribution.speech != "direct":
            continue
        for match in _SENTENCE.finditer(piece.of(text)):
            words = tuple(word.casefold() for word in find_words(match.group()))
            if _LEAST_WORDS <= len(words) <= _MOST_WORDS:
                span = Span(start=piece.start + match.start(), end=piece.start + match.end())
                stems = content_stems(folded(match.group()))
                yield Quoted(saying=saying, report=report, span=span, words=words, stems=stems)


def _compare(quoted: Sequence[Quoted]) -> Iterator[Discrepancy]:
    groups = Groups(range(len(quoted)))
    found = False
    for right, one in enumerate(quoted):
        for left, other in enumerate(quoted[:right]):
            if _may_be_one(one, other) and _are_versions(one, other):
                groups.join(left, right)
                found = True
    for members in groups.all() if found else ():
        told = [quoted[member] for member in members]
        if len(told) > 1:
            yield _wording(told)


def _may_be_one(left: Quoted, right: Quoted) -> bool:
    """True for sentences of independent texts that can be of one speech: no day known sets them apart."""
    one, other = left.saying.said, right.saying.said
    if left.report.text_of == right.report.text_of or is_before(one, other) or is_before(other, one):
        return False
    days = left.report.published, right.report.published
    return not all(d and d.earliest for d in days) or are_near(*days)


def _are_versions(left: Quoted, right: Quoted) -> bool:
    """True for two sentences with most words in common, in their order, and content words of their own in each."""
    if not (left.stems - right.stems and right.stems - left.stems):
        return False
    least = _ALIKE if len(left.stems & right.stems) >= _LEAST_SHARED else _CLOSELY
    common = sum((Counter(left.words) & Counter(right.words)).values())
    if 2 * common < least * (len(left.words) + len(right.words)):
        return False
    return SequenceMatcher(None, left.words, right.words, autojunk=False).ratio() >= least


def _wording(told: Sequence[Quoted]) -> Discrepancy:
    speaker = told[0].saying.speaker or "the speaker"
    versions: dict[frozenset[str], list[Quoted]] = {}
    for one in told:
        versions.setdefault(one.stems, []).append(one)
    common = frozenset.intersection(*versions)
    own = [", ".join(sorted(stems - common)) for stems in versions]
    return Discrepancy(
        id=thing_id("wording", "|".join(sorted(f"{one.report.document.id}{one.span.start}" for one in told))),
        kind="wording",
        severity="low",
        question=f"What exactly were the words of {speaker}?",
        sides=tuple(
            Side(
                label=quote_briefly(version[0].span.of(version[0].report.document.text), 60), members=_members(version)
            )
            for version in versions.values()
        ),
        why=f"One sentence of {speaker} is quoted in {len(versions)} versions; they differ in {list_names(own)}.",
        reconciled_by="The versions may be translations of one sentence.",
        missing="The words in the original language.",
        confidence=0.7,
        by="accounts quotations",
    )


def _members(version: Sequence[Quoted]) -> tuple[Member, ...]:
    return tuple(
        Member(
            document=one.report.document.id,
            span=one.span,
            mark=one.saying.attribution.id,
            speaker=one.saying.speaker,
            says=one.span.of(one.report.document.text),
            said=one.saying.said,
        )
        for one in version[:_MOST]
    )
