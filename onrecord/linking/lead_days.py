"""The day that a report tells of: that of its lead, close before it came out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from onrecord.records import Attribution, Document, Interval, Marks, Publication
from onrecord.times import is_elsewhen

_LEAD_SENTENCES, _LEAST_LENGTH = 3, 60  # what is shorter is a title, a name or a date over the report
_FRESH = 2  # days between what a report tells of and its coming out
_TOLD = re.compile(r"(?:said|told|asked|spoke|put|gave|made|held|made clear|\w+ed)\b", re.IGNORECASE)
# Not the plain past, or a text with a day of its own.
_NOT_THEN = frozenset(("has", "have", "had", "will", "would", "does", "do", "did", "want", "wants", "statement"))
_WORD = re.compile(r"\w+")


def find_lead_day(marks: Marks, days: Mapping[str, Interval], publication: Publication | None) -> Interval | None:
    """Return the stretch from the day of a report's lead to the day it came out; `None` where either is not known.

    A report of the day is about one day, and what it tells without a day of its own was said then or until the report
    was printed. Where the first sentences name two days, the first of something said decides, else nothing does.
    """
    printed = publication.interval if publication else None
    if printed is None or not printed.earliest or not printed.latest or _between(printed.earliest, printed.latest) > 1:
        return None
    long = [one.span for one in marks.sentences if one.span.end - one.span.start >= _LEAST_LENGTH]
    lead = long[:_LEAD_SENTENCES]
    near = {
        timex.id: day.earliest[:10]
        for timex in marks.timexes
        if any(span.start <= timex.span.start < span.end for span in lead)
        and (day := days.get(timex.id))
        and _is_fresh(day, printed)
        and day.earliest
    }
    said = [near[a.said] for a in marks.attributions if a.said in near and a.parent is None]
    told = said[:1] or list(dict.fromkeys(near.values()))
    return Interval(earliest=told[0], latest=max(told[0], printed.latest[:10])) if len(told) == 1 else None


def _is_fresh(day: Interval, printed: Interval) -> bool:
    if not day.earliest or not day.latest or day.earliest[:10] != day.latest[:10] or not printed.earliest:
        return False
    return 0 <= _between(day.earliest, printed.latest or printed.earliest) <= _FRESH


def _between(first: str, last: str) -> int:
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def is_told_of_the_day(attribution: Attribution, document: Document, marks: Marks) -> bool:
    """Tell whether a saying without a day is one of those that the report tells of: plain past, and no other occasion.

    "She said", "told reporters"; not "has said", "says", "said last year", "said in an interview", nor what another
    saying reports.
    """
    if attribution.said or attribution.parent or attribution.act in ("believe", "intend") or not attribution.cue:
        return False
    cue = attribution.cue[0]
    around = next((s.span for s in marks.sentences if s.span.start <= cue.start < s.span.end), cue)
    text = document.text
    outside = [part for part in attribution.content if part.start < around.end and part.end > around.start]
    words, at = [], around.start
    for part in sorted(outside, key=lambda part: part.start):
        words.append(text[at : max(at, part.start)])
        at = max(at, part.end)
    words.append(text[at : max(at, around.end)])
    around_it = [word.lower() for word in _WORD.findall(" ".join(words))]
    return bool(_TOLD.match(cue.of(text))) and _NOT_THEN.isdisjoint(around_it) and not is_elsewhen(around_it)
