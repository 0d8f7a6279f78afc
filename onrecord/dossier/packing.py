"""Packs what the page's script draws: each string once, and words of a report as places in its text.

A row is a list without the names of its fields; `templates/drawing.js` reads them in the order in which they are
written here. Where a string may stand, a number is its place in the table of strings and a list is a stretch of the
report's text: start, end, and 1 where it is cut short. Places count UTF-16 units of the text as shown, as the script
does.
"""

from __future__ import annotations

import itertools
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.dossier.characters import show_characters
from onrecord.dossier.filters import Keys
from onrecord.dossier.passages import Passage
from onrecord.dossier.positions import Field, Stand
from onrecord.dossier.quantities import Claim, Table
from onrecord.dossier.recordings import Recording
from onrecord.dossier.segments import Paragraph
from onrecord.dossier.sources import Sheet
from onrecord.dossier.speakers import Saying, Speaker, Telling
from onrecord.dossier.timeline import Clock, Row

Packed: TypeAlias = "str | int | float | list[Packed]"

_SHORTEST = 10
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_NO_REPORT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Everything that the page lists and draws only when it is seen."""

    sheets: Sequence[Sheet]
    speakers: Sequence[Speaker]
    fields: Sequence[Field]
    clocks: Sequence[Clock]
    tables: Sequence[Table]
    alone: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a report as shown; `wide` are the places of characters that take two UTF-16 units."""

    number: int
    text: str
    wide: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Where things lie in the data: pages by the anchor of their report, marks as report and row, statements."""

    pages: Mapping[str, Page]
    numbered: Sequence[Page]
    marks: Mapping[str, tuple[int, int]]
    sayings: Mapping[str, int]


def pack_lists(listed: Listed) -> str:
    """Return the lists of a page as JSON that can stand in a script element, whatever the reports contain."""
    sayings = [saying for speaker in listed.speakers for saying in (*speaker.dated, *speaker.undated)]
    index = _index(listed.sheets, sayings)
    lists: dict[str, list[Packed]] = {}
    at = itertools.count()
    for speaker in listed.speakers:
        lists[f"{speaker.anchor}-dated"] = [next(at) for _ in speaker.dated]
        lists[f"{speaker.anchor}-undated"] = [next(at) for _ in speaker.undated]
    for field in listed.fields:
        lists[f"{field.anchor}-dated"] = [_stand(index, stand) for stand in field.stands if stand.is_placed]
        lists[f"{field.anchor}-undated"] = [_stand(index, stand) for stand in field.stands if not stand.is_placed]
    for clock in listed.clocks:
        bare = [row for row in clock.undated if not row.parts]
        undated = [row for row in clock.undated if row.parts] + bare
        lists[f"{clock.key}-dated"] = [_row(index, clock.key, row) for row in clock.dated]
        lists[f"{clock.key}-undated"] = [_row(index, clock.key, row) for row in undated]
    for table in listed.tables:
        lists[table.anchor] = [_claim(index, claim) for claim in table.claims]
    lists["figures-alone"] = [_claim(index, claim) for claim in listed.alone]
    return _write(
        [_sheet(index, sheet) for sheet in listed.sheets], [_saying(index, saying) for saying in sayings], lists
    )


def _index(sheets: Sequence[Sheet], sayings: Sequence[Saying]) -> Index:
    pages = {}
    for number, sheet in enumerate(sheets):
        text = show_characters(sheet.report.document.text)
        wide = () if text.isascii() else tuple(at for at, character in enumerate(text) if character > "\uffff")
        pages[sheet.report.anchor] = Page(number=number, text=text, wide=wide)
    marks = {
        _tail(recording.anchor): (number, row)
        for number, sheet in enumerate(sheets)
        for row, recording in enumerate(sheet.recordings)
    }
    places = {_tail(saying.anchor): at for at, saying in enumerate(sayings)}
    return Index(pages=pages, numbered=tuple(pages.values()), marks=marks, sayings=places)


def _sheet(index: Index, sheet: Sheet) -> Packed:
    page = index.pages[sheet.report.anchor]
    rows = {recording.anchor: row for row, recording in enumerate(sheet.recordings)}
    return [
        sheet.report.outlet or "",
        [_recording(index, page, recording) for recording in sheet.recordings],
        list(_paragraphs(page, rows, sheet.paragraphs)),
    ]


def _recording(index: Index, page: Page, found: Recording) -> Packed:
    facts = [part for label, value in found.facts for part in (label, _quote(page, value))]
    return [
        _tail(found.anchor),
        found.kind,
        found.label,
        _quote(page, found.headline),
        _quote(page, found.words),
        [part or "" for link in found.chain for part in (link.name, link.note)],
        facts,
        [part for link, words in found.relations for part in (_link(index, page, link), words)],
        found.why,
        _places(found.place),
        _keys(found.keys),
        found.citation.said if found.citation else "",
        int(found.is_doubtful),
    ]


def _link(index: Index, page: Page, link: str) -> Packed:
    """Return where a record leads: a record of its report by its row, a statement by its place, else an address."""
    number, row = index.marks.get(_tail(link), (_NO_REPORT, 0))
    if link.startswith("record-") and number == page.number:
        return [row]
    at = index.sayings.get(_tail(link), _NO_REPORT) if link.startswith("statement-") else _NO_REPORT
    return link if at < 0 else [_NO_REPORT, at]


def _paragraphs(page: Page, rows: Mapping[str, int], paragraphs: Iterable[Paragraph]) -> Iterable[Packed]:
    at = 0
    for paragraph in paragraphs:
        pieces = [(show_characters(segment.text), segment) for segment in paragraph.segments]
        at = page.text.index("".join(piece for piece, _ in pieces), at)
        packed: list[Packed] = [_units(page, at), int(paragraph.is_debris)]
        for piece, segment in pieces:
            length = _units(page, at + len(piece)) - _units(page, at)
            marks: list[Packed] = [rows[mark] for mark in segment.marks.split()]
            packed.append([length, segment.look, *marks] if segment.look else length)
            at += len(piece)
        yield packed


def _saying(index: Index, saying: Saying) -> Packed:
    return [
        _tail(saying.anchor),
        saying.when,
        saying.dated_by,
        [_telling(index, telling) for telling in saying.tellings],
        saying.carried_by,
        list(saying.issues),
        [part for dispute in saying.disputes for part in dispute],
        _keys(saying.keys),
        saying.named_as,
        int(saying.is_doubtful),
    ]


def _telling(index: Index, telling: Telling) -> Packed:
    report, row = index.marks[_tail(telling.record)]
    return [report, row, telling.note, *_passage(index, telling.passage)]


def _row(index: Index, clock: str, row: Row) -> Packed:
    parts: list[Packed] = [part for drawn in row.parts for part in (drawn.x, drawn.width, drawn.look)]
    if clock == "said":
        return [index.sayings[_tail(row.anchor)], parts]
    report, _ = index.marks.get(_tail(row.link), (_NO_REPORT, 0))
    words = _quote(index.numbered[report], row.words) if report >= 0 else row.words
    return [row.anchor, row.when, parts, row.look, row.subject, report, words, row.note, row.link, _keys(row.keys)]


def _stand(index: Index, stand: Stand) -> Packed:
    told: list[Packed] = [stand.anchor, stand.number, stand.when, stand.actor, stand.side or "", stand.stance]
    told.append(_keys(stand.keys))
    passage = stand.passage
    if passage is None:
        return [*told, _NO_REPORT]
    number = index.pages[passage.report.anchor].number
    return [*told, number, passage.link, _places(passage.place), [*stand.via], [*stand.also], *_passage(index, passage)]


def _claim(index: Index, claim: Claim) -> Packed:
    report, row = index.marks.get(_tail(claim.anchor), (_NO_REPORT, 0))
    told: list[Packed] = [claim.number, claim.claimant, claim.counts, claim.scope, claim.as_of, claim.status]
    passage = _passage(index, claim.passage) if claim.passage else []
    return [_tail(claim.anchor), report, row, *told, _keys(claim.keys), int(claim.is_doubtful), *passage]


def _passage(index: Index, passage: Passage) -> list[Packed]:
    """Return how a passage is put together: how it is cut, where it starts, and lengths, meant words every second."""
    page = index.pages[passage.report.anchor]
    runs = [(show_characters(words), meant) for words, meant in passage.pieces]
    whole: list[Packed] = [part for words, meant in runs for part in (words, int(meant))]
    before, after = runs[0] == ("… ", False), not runs[-1][1] and runs[-1][0].endswith(" …")
    if before:
        runs = runs[1:]
    if after:
        runs[-1] = (runs[-1][0].removesuffix(" …"), False)
    start = page.text.find("".join(words for words, _ in runs))
    if start < 0:
        return [_NO_REPORT, *whole]
    lengths, at = list[Packed](), start
    for meant, group in itertools.groupby(runs, key=lambda run: run[1]):
        if meant and not lengths:
            lengths.append(0)
        end = at + sum(len(words) for words, _ in group)
        lengths.append(_units(page, end) - _units(page, at))
        at = end
    return [before + 2 * after, _units(page, start), *lengths]


def _quote(page: Page, value: str) -> Packed:
    """Return where words stand in a report's text; words that are short or not of the report as they are."""
    shown = show_characters(value)
    words = shown.removesuffix(" …")
    start = page.text.find(words) if len(words) >= _SHORTEST else -1
    if start < 0:
        return shown
    return [_units(page, start), _units(page, start + len(words)), *([1] if words != shown else [])]


def _places(place: str) -> list[Packed]:
    return [int(number) for number in re.findall(r"\d+", place)]


def _units(page: Page, at: int) -> int:
    return at + bisect_left(page.wide, at)


def _keys(keys: Keys) -> str:
    confidence = "" if keys.confidence is None else str(keys.confidence)
    return "|".join((keys.speakers, keys.issues, keys.outlets, keys.earliest, keys.latest, confidence))


def _tail(anchor: str) -> str:
    return anchor.split("-", 1)[1]


def _write(sheets: list[Packed], sayings: list[Packed], lists: Mapping[str, list[Packed]]) -> str:
    told: list[Packed] = [sheets, sayings, list(lists.values())]
    counts = Counter(_strings(told))
    kept = [string for string, times in counts.most_common() if times > 1 and len(string) > 2]
    table = {string: at for at, string in enumerate(kept)}
    packed = [_intern(part, table) for part in told]
    data = {
        "strings": [show_characters(string) for string in kept],
        "reports": packed[0],
        "sayings": packed[1],
        "lists": dict(zip(lists, packed[2] if isinstance(packed[2], list) else (), strict=True)),
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def _strings(part: Packed) -> Iterable[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for inner in part:
            yield from _strings(inner)


def _intern(part: Packed, table: Mapping[str, int]) -> Packed:
    if isinstance(part, str):
        return table.get(part, show_characters(part))
    if isinstance(part, list):
        return [_intern(inner, table) for inner in part]
    return part
