"""One happening at two hours: the gates were opened at half past one, or about midnight; and who signed the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.accounts.contexts import cut_around, find_home
from onrecord.accounts.counts import are_near, find_day
from onrecord.accounts.cues import load_cues
from onrecord.accounts.hours import Hour, differ, find_hours, name_hour, tell_apart
from onrecord.accounts.issues import find_capitals
from onrecord.accounts.sayings import Collection, Report, Saying, folded, make_member
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems
from onrecord.records import Agreement, Discrepancy, Member, Side, Span

_POINTING = re.compile(
    r"^\W*(?:it|they|he|she|this|that|these|those|there)\b|\b(?:it|they|he|she) (?:had|has|have|was|were|came|went)\b"
)
_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_STARTS = re.compile(
    r"\b(?:first (?:shots?|shells?|rounds?|blast|explosion|gate|call|wave)"
    r"|(?:shooting|fighting|attack|battle|clash(?:es)?|fire|riot|strike)"
    r" (?:began|started|broke out)|opened fire|began (?:shooting|firing|shelling))\b"
)
_EMPTY = content_stems(
    "morning afternoon evening night noon midday midnight hour minute time day monday tuesday wednesday thursday friday"
    " saturday sunday local shortly first last began about"
)
_BESIDE = 40
_SPOKE = re.compile(  # the hour of a saying is none of what is told
    r"\b(?:sp(?:eak|eaks|oke|eaking)|said|told|announced|briefed|repeated|added|wrote|updated|published)"
    r"(?: (?:to|by|on|in|with|the|its|his|her|\w+day|morning|evening|afternoon|reporters|journalists|[a-z]{2,6})){0,3}"
    r" (?:at|by|until|since)(?: about| around)? \Z"
)
_SEVERAL = re.compile(r"\b(?:second|third|another|other|two|three|four|several|series|wave|more|again|both)\b")
_AT_ONCE = 2  # days between two reports of one explosion
_ROUND = 15  # minutes; hours that are told so roundly agree by chance
_HALF_DAY = 12 * 60
_COMMON = 40
_LEAST_SHARED = 2
_LEAST_NAMES = 3
_FAR = 8 * 60  # minutes between two hours, from which on they are of two happenings
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that a report puts at an hour: the words for it, what kind of thing it is, who says so."""

    report: Report
    hour: Hour
    home: Span
    stems: frozenset[str]
    kinds: frozenset[str]
    days: frozenset[str]
    starts: bool
    saying: Saying | None


def find_happenings(collection: Collection) -> list[Happening]:
    """Return what the reports put at an hour, in their order."""
    return [found for report in collection.reports.values() for found in _find(report)]


def _find(report: Report) -> Iterator[Happening]:
    text = report.document.text
    for hour in find_hours(text):
        if _SPOKE.search(folded(text[max(0, hour.span.start - _BESIDE) : hour.span.start])):
            continue
        number, home = find_home(report.marks.sentences, hour.span)
        home = cut_around(home, hour.span)
        saying = next((s for s in report.sayings if _holds(s, hour.span) and not s.attribution.parent), None)
        words = _without_voices(report, home)
        if number and _POINTING.search(folded(words)):
            words = f"{_without_voices(report, report.marks.sentences[number - 1].span)} {words}"
        kinds = _kinds(folded(home.of(text))) or _kinds(folded(words))
        if kinds:
            yield Happening(
                report=report,
                hour=hour,
                home=home,
                stems=content_stems(words) - _EMPTY - content_stems(hour.span.of(text)),
                kinds=kinds,
                days=frozenset(_DAYS.findall(folded(home.of(text)))),
                starts=bool(_STARTS.search(folded(home.of(text)))),
                saying=saying,
            )


def _without_voices(report: Report, home: Span) -> str:
    """Return a sentence without the words that say who says what in it."""
    text = report.document.text
    words = home.of(text)
    for attribution in report.marks.attributions:
        for cut in (*attribution.source, *attribution.cue):
            if home.start <= cut.start < home.end:
                words = words.replace(cut.of(text), " ", 1)
    return words


def _kinds(plain: str) -> frozenset[str]:
    return frozenset(cue.name for cue in load_cues("happenings") if cue.pattern.search(plain))


def _holds(saying: Saying, span: Span) -> bool:
    return any(piece.start <= span.start < piece.end for piece in saying.attribution.content)


def compare_hours(happenings: Sequence[Happening]) -> Iterator[Discrepancy]:
    """Yield what two reports, or two voices, put at hours that differ."""
    groups = Groups(range(len(happenings)))
    apart = []
    for left, right in _pairs(happenings):
        one, other = happenings[left], happenings[right]
        if _is_one(one, other) and tell_apart(one.hour, other.hour) <= _FAR:
            groups.join(left, right)
            apart += [left] if differ(one.hour, other.hour) else []
    for members in groups.all():
        if set(members) & set(apart):
            yield _discrepancy([happenings[member] for member in members])


def _pairs(happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, happening in enumerate(happenings):
        keys = [*happening.stems, *(f"first {kind}" for kind in happening.kinds if happening.starts or kind == "blast")]
        near = {other for key in keys for other in holders[key][-_COMMON:]}
        yield from ((other, number) for other in sorted(near))
        for key in keys:
            holders[key].append(number)


def _is_one(left: Happening, right: Happening) -> bool:
    """True for two tellings of one happening: of the same kind, in shared words, on the same days."""
    same_voice = left.saying and right.saying and left.saying.actor == right.saying.actor
    if left.report.text_of == right.report.text_of and (same_voice or left.saying is right.saying):
        return False
    if left.days and right.days and not left.days & right.days and not _cross_midnight(left, right):
        return False
    shared = left.stems & right.stems
    named = left.report.names | right.report.names
    kinds = left.kinds & right.kinds
    if kinds and left.starts and right.starts and left.report.text_of == right.report.text_of:
        return True
    if kinds and left.starts and right.starts and len(left.report.names & right.report.names) >= _LEAST_SHARED:
        return _are_near(left, right)
    if "blast" in kinds:
        return _is_one_blast(left, right)
    least = 1 if "effect" in kinds or left.days & right.days else _LEAST_SHARED
    alike = bool(kinds) and len(shared) >= least and bool(shared - named)
    return alike and (left.report.text_of == right.report.text_of or _are_near(left, right))


def _is_one_blast(left: Happening, right: Happening) -> bool:
    """True for what blew up once, in two reports of one time that name much the same, whatever their words."""
    if any(_SEVERAL.search(_words(one)) for one in (left, right)):
        return False
    if left.report.text_of == right.report.text_of:
        return True
    named = find_capitals(left.report) & find_capitals(right.report)
    return _are_of_one_day(left, right) and len(named) >= _LEAST_NAMES


def _words(happening: Happening) -> str:
    return folded(happening.home.of(happening.report.document.text))


def _are_of_one_day(left: Happening, right: Happening) -> bool:
    """True for two reports of which neither is known to be more than two days younger than the other."""
    first, second = find_day(left.report.published), find_day(right.report.published)
    return bool(first and second and abs((first - second).days) <= _AT_ONCE)


def _cross_midnight(left: Happening, right: Happening) -> bool:
    """True for two hours of which one may lie before and one after the same midnight."""
    return abs(left.hour.minutes - right.hour.minutes) > _FAR or 0 in (left.hour.minutes, right.hour.minutes)


def _are_near(left: Happening, right: Happening) -> bool:
    return are_near(left.report.published, right.report.published)


def find_shared_hours(told_at: Sequence[Happening]) -> Iterator[Agreement]:
    """Yield the hours at which independent texts put one happening; one told to the minute needs no other words."""
    happenings = [one for one in told_at if one.hour.loose < _ROUND]
    groups = Groups(range(len(happenings)))
    for left, right in _pairs(happenings):
        one, other = happenings[left], happenings[right]
        if not tell_apart(one.hour, other.hour) and _is_one(one, other):
            groups.join(left, right)
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(happenings):
        if not one.hour.minutes % _ROUND:
            continue
        same = holders[one.hour.minutes % _HALF_DAY]
        for before in same[-_COMMON:]:
            other = happenings[before]
            if one.kinds & other.kinds and _are_near(one, other) and not tell_apart(one.hour, other.hour):
                groups.join(before, number)
        same.append(number)
    for members in groups.all():
        told = [happenings[member] for member in members]
        texts = {one.report.text_of for one in told}
        if len(texts) > 1:
            yield _agreement(told, len(texts))


def _agreement(told: Sequence[Happening], texts: int) -> Agreement:
    hour = name_hour(told[0].hour)
    voices = len({one.saying.actor if one.saying else one.report.text_of for one in told})
    return Agreement(
        id=thing_id("agreement", "|".join(f"{one.report.document.id}{one.hour.span.start}" for one in told)),
        sides=(Side(label=hour, members=tuple(_member(one) for one in told[:_MOST])),),
        reports=len({one.report.document.id for one in told}),
        independent_texts=min(texts, voices),
        why=f"{texts} texts put the same ({', '.join(sorted(told[0].kinds & told[-1].kinds))}) at {hour}.",
        by="accounts happenings",
    )


def _discrepancy(told: Sequence[Happening]) -> Discrepancy:
    sides: list[list[Happening]] = []
    for happening in sorted(told, key=lambda one: (one.hour.loose, one.report.document.uri, one.hour.span.start)):
        side = next((s for s in sides if not differ(s[0].hour, happening.hour)), None)
        if side is None:
            sides.append([happening])
        else:
            side.append(happening)
    common = sorted(frozenset.intersection(*(one.stems for one in told)) or sides[0][0].stems & sides[-1][0].stems)
    common = common or sorted(frozenset.intersection(*(one.kinds for one in told)))
    hours = list_names([name_hour(side[0].hour) for side in sides])
    return Discrepancy(
        id=thing_id("detail", "|".join(sorted(f"{h.report.document.id}{h.hour.span.start}" for h in told))),
        kind="detail",
        severity="medium",
        question=f"At what hour: {hours}?",
        sides=tuple(
            Side(label=name_hour(side[0].hour), members=tuple(_member(one) for one in side[:_MOST])) for side in sides
        ),
        why=f"One happening ({', '.join(common)}) is put at different hours: {hours}.",
        reconciled_by=None,
        missing="By whose clock, and what exactly happened at each hour.",
        confidence=0.7,
        by="accounts happenings",
    )


def _member(happening: Happening) -> Member:
    if happening.saying:
        return make_member(happening.saying)
    document = happening.report.document
    words = happening.home.of(document.text)
    return Member(document=document.id, span=happening.home, mark=None, speaker=None, says=words, said=None)
