"""Finds in plain text what stands above and below a report: title, outlet, byline, dateline, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.days import Stamp
from onrecord.reading.debris import find_debris
from onrecord.reading.details import Details, date_report
from onrecord.reading.doubts import Doubt
from onrecord.reading.headers import (
    HeadLine,
    Kind,
    cut_section,
    find_agency,
    is_furniture,
    is_name,
    is_publisher,
    read_head_line,
)
from onrecord.records import Detail, Publication, Span

_LINE = re.compile(r"[^\n]+")
_HEAD = 4000
_MOST_LINES = 30
_TAIL = 1000
_TAIL_LINES = 4
_MOST_OVER = 3  # lines over the date: the name of the outlet, and what it says of itself
_DATED: frozenset[Kind] = frozenset(("date", "masthead", "other date"))
_ENDS_SENTENCE = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_ADDRESS = re.compile(r"<?((?:https?://|www\.)[^\s<>]+)>?")
_PUBLISHED = re.compile(r"\W?(?:first )?(?:published|posted|issued)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def find_details(text: str) -> Details:
    """Find what a plain text says about itself; what is not plainly there stays `None`.

    Only lines that stand apart from the sentences are looked at. A date in running text is never the date of the
    report; a day and month that could be swapped are a doubt, not a date.
    """
    head = _read_head(text)
    tail = [line for line in _read_tail(text) if not head or line.start > head[-1].start]
    title, outlet = _choose_title_and_outlet(text, head)
    published, doubts = _find_date(text, head, tail, outlet is not None)
    debris = find_debris(text)
    dateline = _first(head, "dateline")
    outlet = (
        _first(head, "masthead")
        or outlet
        or _first(head, "source")
        or _first(tail, "source")
        or find_agency(text, dateline)
    )
    return Details(
        title=_detail(text, title, "heading"),
        outlet=_detail(text, outlet, _tell_place(outlet)),
        byline=_detail(text, _first(head, "byline") or _first(tail, "byline"), "byline"),
        dateline=_detail(text, dateline, "dateline"),
        url=_find_address(text, debris, title),
        published=published,
        debris=debris,
        doubts=doubts,
    )


def _tell_place(outlet: HeadLine | None) -> str:
    """Say where the name of the outlet was found."""
    if outlet is None or outlet.kind == "heading":
        return "masthead"
    return "the agency of the dateline" if outlet.kind == "dateline" else outlet.kind


def _read_head(text: str) -> list[HeadLine]:
    """Read the lines down to and with the first that belongs to the report's sentences."""
    head: list[HeadLine] = []
    for start, end in _lines(text, 0, min(len(text), _HEAD)):
        head.append(read_head_line(text, start, end))
        if head[-1].kind in ("prose", "dateline") or len(head) == _MOST_LINES:
            break
    return head


def _read_tail(text: str) -> list[HeadLine]:
    begin = text.rfind("\n", 0, max(0, len(text) - _TAIL)) + 1
    lines = [read_head_line(text, start, end) for start, end in _lines(text, begin, len(text))]
    return [line for line in lines if line.kind != "debris"][-_TAIL_LINES:]


def _lines(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, begin, stop):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            yield start, start + len(words)


def _detail(text: str, line: HeadLine | None, by: str) -> Detail | None:
    if line is None:
        return None
    start, end = line.value
    return Detail(
        value=" ".join(text[start:end].split()), span=Span(start=start, end=end), field=None, by=f"reading {by}"
    )


def _first(lines: Sequence[HeadLine], kind: Kind) -> HeadLine | None:
    return next((line for line in lines if line.kind == kind), None)


def _choose_title_and_outlet(text: str, head: Sequence[HeadLine]) -> tuple[HeadLine | None, HeadLine | None]:
    """Decide which lines above the first sentence name the report and who published it.

    Many headings in a row are a menu: then only one that is marked as a heading is taken. A heading that stands
    directly over a date, with another heading below, is the name of the outlet; a longer one that is not called like an
    outlet may as well be a title over a subtitle, and then neither is taken.
    """
    headings = [line for line in head if line.kind == "heading"]
    outlet = _first(head, "outlet and date")
    masthead = _find_masthead(text, head, headings)
    under = headings if masthead is None else _below_date(head, headings)
    titles = [
        line
        for line in under
        if (line.marked or " " in text[line.start : line.end]) and not _is_section(text, head, line, under)
    ]
    title = next((line for line in titles if line.marked), None)
    clear = masthead is None or is_publisher(text[masthead.start : masthead.end])
    if title is None and not clear:
        return None, None
    if title is None and 0 < len(titles) <= 3 and _is_apart(text, head, titles[-1]):
        title = titles[0]
    if outlet and title is None:
        outlet = None  # The one line with a date may be the title as well.
    return title, outlet or (masthead if clear else None)


def _below_date(head: Sequence[HeadLine], headings: Sequence[HeadLine]) -> list[HeadLine]:
    date = next(line for line in head if line.kind in _DATED)
    return [line for line in headings if line.start > date.start]


def _find_masthead(text: str, head: Sequence[HeadLine], headings: Sequence[HeadLine]) -> HeadLine | None:
    """Return the first line where it stands right over a date, alone or with a line about itself, and a title below."""
    content = [line for line in head if line.kind != "debris"]
    above = next((number for number, line in enumerate(content) if line.kind in _DATED), 0)
    over, below = content[:above], [line for line in headings if line.start > content[above].start]
    if not below or not 1 <= above <= _MOST_OVER or any(line.kind != "heading" for line in over):
        return None
    close = text.count("\n", over[0].end, content[above].start) == above
    words = text[over[0].start : over[0].end]
    over[0] = replace(over[0], value=(over[0].start, over[0].start + cut_section(words)))
    if is_publisher(words):
        return over[0] if close else None
    named = is_name(words) and ":" not in words and "?" not in words and len(words.split()) <= 5
    longest = max(len(text[line.start : line.end].split()) for line in below)
    return over[0] if named and close and above == 1 and len(words.split()) < longest else None


def _is_section(text: str, head: Sequence[HeadLine], heading: HeadLine, headings: Sequence[HeadLine]) -> bool:
    """Tell a place or a section that stands right under the date ("KORVA", "Business") from a title."""
    before = next((line for line in head if line.kind in _DATED and line.end < heading.start), None)
    if before is None or heading is headings[-1] or not is_furniture(text[heading.start : heading.end]):
        return False
    return text.count("\n", before.end, heading.start) == 1


def _is_apart(text: str, head: Sequence[HeadLine], heading: HeadLine) -> bool:
    """Tell a heading from the first line of a sentence that was wrapped.

    Below it must stand the first sentence of a report; a blank line between them settles it, else the lines of the
    text must be whole paragraphs.
    """
    last = head[-1]
    if last.kind not in ("prose", "dateline") or text[last.start].islower():
        return False
    below = next(line for line in head if line.start > heading.start)
    if below.kind not in ("prose", "dateline", "heading") or text.count("\n", heading.end, below.start) > 1:
        return True
    lines = [text[start:end] for start, end in _lines(text, last.start, min(len(text), last.start + _HEAD))]
    return all(_ENDS_SENTENCE.search(line) for line in lines[:-1][:6]) and len(lines[0]) > heading.end - heading.start


def _find_date(
    text: str, head: Sequence[HeadLine], tail: Sequence[HeadLine], has_outlet: bool
) -> tuple[Publication | None, tuple[Doubt, ...]]:
    kinds = ("date", "masthead", "outlet and date") if has_outlet else ("date", "masthead")
    lines = [line for line in head if (line.kind in kinds or (line.kind == "byline" and line.days)) and _is_above(head)]
    lines += [line for line in tail if line.kind == "date" and _PUBLISHED.match(text[line.start : line.end])]
    known = {line.days[0] for line in lines if len(line.days) == 1}
    dated: list[tuple[Detail, Stamp]] = []
    doubts: list[Doubt] = []
    for line in lines:
        days = [day for day in line.days if day in known] or list(line.days)
        if len(days) == 1:
            dated.append((_date_detail(text, line), Stamp(first=days[0], last=days[0])))
        else:
            doubts.append(_unclear_date(text, line))
    if not dated and len(doubts) == 1 and lines[0].days:
        first, *_, last = lines[0].days
        dated.append((_date_detail(text, lines[0]), Stamp(first=first, last=last)))
    published, differ = date_report(dated, "stated")
    return published, (*doubts, *differ)


def _is_above(head: Sequence[HeadLine]) -> bool:
    """Tell whether a report follows: lines of a list or a table that hold dates are no header."""
    return (
        head[-1].kind in ("prose", "dateline")
        and sum(line.kind in ("date", "masthead", "outlet and date") for line in head) <= 3
    )


def _date_detail(text: str, line: HeadLine) -> Detail:
    span = Span(start=line.start, end=line.end)
    return Detail(value=span.of(text), span=span, field=None, by="reading date line")


def _unclear_date(text: str, line: HeadLine) -> Doubt:
    span = Span(start=line.start, end=line.end)
    why = f"may be {' or '.join(line.days)}" if line.days else "names no day, or a weekday that does not fit"
    return Doubt(
        message=f'has a date that is not clear: "{span.of(text)}" {why}',
        remedy="The report is taken to lie between the two, or is left without a day; set it if you know it.",
        span=span,
    )


def _find_address(text: str, debris: Sequence[Span], title: HeadLine | None) -> Detail | None:
    """Find the report's own address: one on a line of its own that is spelled with the words of the title."""
    if title is None:
        return None
    words = {word.lower() for word in _WORD.findall(text[title.value[0] : title.value[1]]) if len(word) > 2}
    for span in debris:
        address = _ADDRESS.fullmatch(span.of(text))
        parts = {word.lower() for word in _WORD.findall(address[1])} if address else set()
        if len(words) >= 3 and len(words & parts) >= 0.7 * len(words) and address:
            start = span.start + address.start(1)
            own = Span(start=start, end=start + len(address[1]))
            return Detail(value=address[1], span=own, field=None, by="reading address with the words of the title")
    return None
