"""A headline or a lead that drops what the sentences under it keep: a condition, a "partly", a "may", an "only for"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.accounts.contexts import find_home
from onrecord.accounts.cues import fits, load_cues
from onrecord.accounts.sayings import Report, Saying, folded, make_member
from onrecord.identity import thing_id
from onrecord.linking.wording import content_stems
from onrecord.records import Discrepancy, Member, Side, Span

_LINES = re.compile(r"[^\n]+")
_HEAD = 600
_LONGEST_HEADLINE = 110
_MOST = 6
_LEAD = 2
_CLOSED = re.compile(r"[a-z0-9\u201d\"'\u2019)][.]$")
_NOT_FLAT = re.compile(r"\?|\b(?:if|may|might|could|would|partly|partial|some|half|only|for now)\b")
_WISHED = re.compile(r"\b(?:calls? for|wants?|demands?)\b")
_UNDER = re.compile(r",? (?:since|after|when|before|while|as|because|although|though|which|who|where)\b ")
_CUT = re.compile(r"(?<=[.!?;])[\s\"'\u201d\u2019]+| \[\.\.\.\] ")
_NAME = re.compile(r"\b[A-Z][\w'\u2019-]+")
_OFFICE = re.compile(r"\b(?:minister|premier|president|chancellor)\b", re.IGNORECASE)
_STATE = content_stems("Government Cabinet Ministry State")
_PRONOUNS = frozenset({"she", "he", "they"})
_COVERED = 0.6
_LEAST_COVERED = 3
_LEAST_THINGS = 2
_SAYS = re.compile(r"(?:,|[-\u2013\u2014:]) [\w' ]{2,40} (?:says?|said|reports?|finds?|found)$|^[\w' ]{2,40}: ")
_BESIDE = 4  # words between what is done and what it is done to


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Something that a headline can say more widely than its report: how, what ties the two, and how it is told."""

    name: str
    tie: str
    question: str
    why: str
    severity: str


_CONTRASTS = (
    Contrast(
        name="ended",
        tie="thing",
        question="Is it ended, or only in part?",
        why="does away with the whole; the words under it keep a part, or only suspend it",
        severity="high",
    ),
    Contrast(
        name="opened",
        tie="thing",
        question="Open for all, or for some?",
        why="says so of all; the words under it say so of some alone",
        severity="medium",
    ),
    Contrast(
        name="agreed",
        tie="speaker",
        question="Agreed, or agreed on a condition?",
        why="drops the condition that the words under it set",
        severity="high",
    ),
    Contrast(
        name="admitted",
        tie="speaker",
        question="Admitted, or only regretted?",
        why="tells of an admission; the words under it regret and own to nothing",
        severity="high",
    ),
    Contrast(
        name="certain",
        tie="words",
        question="Will it come, or may it come?",
        why="makes certain what the words under it leave open",
        severity="medium",
    ),
    Contrast(
        name="proved",
        tie="words",
        question="Is it known, or thought likely?",
        why="gives as known what the words under it give as likely or unproved",
        severity="high",
    ),
    Contrast(
        name="all",
        tie="words",
        question="All, or some?",
        why="says so of all; the words under it say so of some",
        severity="medium",
    ),
    Contrast(
        name="ruled out",
        tie="named",
        question="Ruled out for good, or for now?",
        why="rules something out for good; the words under it rule it out for a time, or on a condition",
        severity="high",
    ),
    Contrast(
        name="proof",
        tie="report",
        question="Is it proved, or not known?",
        why="gives as proved what the words under it say is not known",
        severity="high",
    ),
    Contrast(
        name="cleared",
        tie="report",
        question="Cleared, or still convicted?",
        why="tells of one who is cleared; the words under it let the conviction stand",
        severity="high",
    ),
    Contrast(
        name="jailed",
        tie="report",
        question="The whole time in prison, or a part?",
        why="tells of the whole time in prison; the words under it suspend a part",
        severity="medium",
    ),
    Contrast(
        name="cheaper",
        tie="report",
        question="Does it cost less, or more?",
        why="says that it costs less; the words under it say that it costs more than before",
        severity="medium",
    ),
    Contrast(
        name="settled",
        tie="report",
        question="Settled, or still to be settled?",
        why="gives as settled what the words under it leave to be settled",
        severity="medium",
    ),
)


def compare_breadths(report: Report) -> Iterator[Discrepancy]:
    """Yield a discrepancy for each way in which headline or lead say more than the sentences that they rest on."""
    heads = find_headlines(report)
    wide = [*heads, *_find_lead(report)]
    for contrast in _CONTRASTS:
        may_be = heads if contrast.tie == "words" else wide
        over = [span for span in may_be if _is_wide(contrast, span.of(report.document.text))]
        if not over:
            continue
        narrow = list(_narrow(report, contrast, over, wide))
        if narrow:
            tied = [span for span in over if contrast.tie != "words" or _shares(report, contrast, span, narrow[0].says)]
            yield _overreach(report, contrast, tied or over, narrow)


def find_headlines(report: Report) -> tuple[Span, ...]:
    """Return the title, and what else stands as a line of its own above the first sentence."""
    title = report.document.title.span if report.document.title else None
    found = []
    for match in _LINES.finditer(report.document.text, 0, _HEAD):
        line = match.group().strip()
        if len(line) > _LONGEST_HEADLINE or _CLOSED.search(line):
            break
        if any(c.isalpha() for c in line) and len(line.split()) > 1:
            start = match.start() + match.group().index(line)
            found.append(Span(start=start, end=start + len(line)))
    if title and all(title.end <= span.start or span.end <= title.start for span in found):
        found.insert(0, title)
    return tuple(found)


def _find_lead(report: Report) -> tuple[Span, ...]:
    """Return the first sentences under the headlines that are in nobody's mouth as a whole."""
    heads = find_headlines(report)
    after = max((span.end for span in heads), default=0)
    below = [
        s.span for s in report.marks.sentences if s.span.start >= after and len(s.span.of(report.document.text)) > 20
    ]
    return tuple(span for span in below[:_LEAD] if not _is_quoted(span.of(report.document.text)))


def _is_quoted(words: str) -> bool:
    return words.lstrip()[:1] in "\"'\u201c\u2018\u00ab"


def _is_wide(contrast: Contrast, words: str) -> bool:
    plain = _UNDER.split(folded(words))[0]
    cued = contrast.name == "proved" or fits("breadths", f"{contrast.name} wide", plain)
    says = cued and not fits("breadths", f"{contrast.name} narrow", plain)
    wished = contrast.name != "ended" and _WISHED.search(plain)  # who wants an end wants more than a suspension
    return says and not (_NOT_FLAT.search(plain) or wished)


def _narrow(report: Report, contrast: Contrast, over: Sequence[Span], heads: Sequence[Span]) -> Iterator[Member]:
    """Yield the sayings, and the sentences in the report's own voice, that say less of the same."""
    told = [s for s in report.sayings if not s.in_title and not any(_touch(s.attribution.content[0], h) for h in over)]
    for saying in told:
        if _is_narrow(contrast, saying.words) and any(_is_tied(report, contrast, span, saying) for span in over):
            yield make_member(saying)
    if contrast.tie == "speaker":
        return
    spoken = [span for saying in report.sayings for span in saying.attribution.content]
    for sentence in report.marks.sentences:
        words = sentence.span.of(report.document.text)
        if not _is_narrow(contrast, words) or any(_touch(sentence.span, span) for span in (*spoken, *heads)):
            continue
        if any(_shares(report, contrast, span, words) for span in over):
            yield _own_member(report, sentence.span)


def _touch(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def _is_narrow(contrast: Contrast, words: str) -> bool:
    return bool(_narrow_part(contrast, words))


def _narrow_part(contrast: Contrast, words: str) -> str:
    """Return the first sentence of what is said that says less; nothing where none does."""
    parts = (folded(part) for part in _CUT.split(words))
    return next((part for part in parts if fits("breadths", f"{contrast.name} narrow", part)), "")


def _is_tied(report: Report, contrast: Contrast, span: Span, saying: Saying) -> bool:
    """True when headline and saying are of one speaker, or of one thing."""
    if contrast.tie != "speaker":
        return _shares(report, contrast, span, saying.words)
    roles = [m.role.name for m in report.marks.mentions if m.role and m.name == saying.speaker]
    called = " ".join((saying.speaker or "", saying.country or "", *roles))
    named = content_stems(" ".join(_NAME.findall(called)))
    if any(_OFFICE.search(role) for role in roles):
        named |= _STATE
    if (saying.speaker or "").casefold() in _PRONOUNS:
        return saying.start > span.end
    _, home = find_home(report.marks.sentences, saying.attribution.content[0])
    heads = " ".join(_capitals(one.of(report.document.text)) for one in (span, *_find_lead(report)))
    return bool(named & content_stems(heads)) and home.start > span.start


def _capitals(words: str) -> str:
    """Return a headline with its names in capitals alone, whether or not it shouts."""
    return words.title() if words.isupper() else words


def _shares(report: Report, contrast: Contrast, span: Span, words: str) -> bool:
    headline = folded(span.of(report.document.text))
    if contrast.tie == "report":
        return True
    if contrast.tie == "words":
        wide = content_stems(_SAYS.sub("", headline)) - report.names
        narrow = content_stems(_narrow_part(contrast, words))
        return len(wide & narrow) >= max(min(_LEAST_COVERED, len(wide)), _COVERED * len(wide), _LEAST_THINGS)
    said, kept = (
        _around(f"{contrast.name} {which}", plain)
        for which, plain in (("wide", headline), ("narrow", _narrow_part(contrast, words)))
    )
    return bool(said & kept if contrast.tie == "named" else (said & kept) - report.names)


def _around(name: str, plain: str) -> frozenset[str]:
    """Return the stems of the few words on both sides of what a cue finds."""
    found: set[str] = set()
    for cue in load_cues("breadths"):
        for match in cue.pattern.finditer(plain) if cue.name == name else ():
            left, right = plain[: match.start()].split()[-_BESIDE:], plain[match.end() :].split()[:_BESIDE]
            found |= content_stems(" ".join((*left, *right)))
    return frozenset(found)


def _overreach(report: Report, contrast: Contrast, over: Sequence[Span], narrow: Sequence[Member]) -> Discrepancy:
    return Discrepancy(
        id=thing_id("overreach", f"{report.document.id}|{contrast.name}"),
        kind="overreach",
        severity="high" if contrast.severity == "high" else "medium",
        question=contrast.question,
        sides=(
            Side(label="headline and lead", members=tuple(_own_member(report, span) for span in over)),
            Side(label="the words", members=tuple(narrow[:_MOST])),
        ),
        why=f"The headline or lead {contrast.why}.",
        reconciled_by=None,
        missing=None,
        confidence=0.7,
        by="accounts breadths",
    )


def _own_member(report: Report, span: Span) -> Member:
    words = span.of(report.document.text)
    return Member(document=report.document.id, span=span, mark=None, speaker=None, says=words, said=None)
