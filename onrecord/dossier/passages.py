"""Words in their sentence, with the report and the characters that carry them, and how to cite them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, Report, anchor
from onrecord.dossier.days import NO_DATE, tell_interval
from onrecord.records import Interval, Span

_AROUND = 160
_LONGEST = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a report: `pieces` are its words, those that are meant marked; `link` leads to the reading view."""

    pieces: tuple[tuple[str, bool], ...]
    report: Report
    place: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a citation needs beside its report: who, when, and which characters. `report` is the report's anchor."""

    speaker: str
    said: str
    place: str
    report: str


def find_passage(catalogue: Catalogue, document: str, spans: Sequence[Span], mark: str | None) -> Passage | None:
    """Return the words of some spans in their sentence, or `None` where the story lacks the report."""
    report = catalogue.reports.get(document)
    kept = _clip(spans, len(report.document.text)) if report else []
    if report is None or not kept:
        return None
    return Passage(
        pieces=_pieces(catalogue, report, kept),
        report=report,
        place=tell_place(kept),
        link=anchor("text", mark) if mark and _is_shown(catalogue, mark) else report.anchor,
    )


def tell_place(spans: Sequence[Span]) -> str:
    """Return which characters of a report some spans cover, counted from 0, the last one not included."""
    return "characters " + ", ".join(f"{span.start} to {span.end}" for span in spans)


def cite(speaker: str | None, said: Interval | None, passage: Passage) -> Citation:
    """Return what a citation of a passage adds to that of its report: speaker, date and characters."""
    when = tell_interval(said)
    return Citation(
        speaker=speaker or "Speaker not named",
        said="date of saying not known" if when == NO_DATE else f"said {when}",
        place=passage.place,
        report=passage.report.anchor,
    )


def cite_report(report: Report, version: str) -> str:
    """Return the part of a citation that all passages of a report share; "{place}" stands where theirs goes."""
    when = tell_interval(report.publication.interval if report.publication else None)
    parts = (
        report.outlet or "outlet not known",
        f"“{report.title}”",
        "publication date not known" if when == NO_DATE else f"published {when}",
        "{place}",
        report.document.uri,
        f"onrecord {version}",
    )
    return ", ".join(parts) + "."


def shorten(text: str, most: int) -> str:
    """Return a text cut at a word with "…" where it is longer than `most` characters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most)
    return text[: cut if cut > 0 else most] + " …"


def tell_texts(reports: int, texts: int) -> str:
    """Say how many reports carry something, and how many independent texts those are."""
    carried = f"{reports} {'report' if reports == 1 else 'reports'}"
    return f"{carried}, {texts} independent {'text' if texts == 1 else 'texts'}"


def begin(sentence: str) -> str:
    """Return a sentence with its first letter large, as it stands at the beginning of a line."""
    return sentence[:1].upper() + sentence[1:]


def words_of(passage: Passage) -> str:
    """Return only the words that are meant, joined by "…" where they do not touch."""
    return " … ".join(" ".join(words.split()) for words, meant in passage.pieces if meant)


def _clip(spans: Sequence[Span], length: int) -> list[Span]:
    kept = (Span(start=max(0, span.start), end=min(length, span.end)) for span in spans)
    return sorted((span for span in kept if span.start < span.end), key=lambda span: (span.start, span.end))


def _pieces(catalogue: Catalogue, report: Report, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    text, sentence = report.document.text, _sentence(catalogue, report, spans)
    low, high = _frame(text, spans, sentence)
    pieces: list[tuple[str, bool]] = [("… ", False)] if low > sentence.start else []
    at = low
    for span in spans:
        if span.start > at:
            pieces.append((_shorter(text[at : span.start]), False))
        if span.end > at:
            pieces.append((text[max(at, span.start) : span.end], True))
            at = span.end
    pieces.append((text[at:high] + (" …" if high < sentence.end else ""), False))
    return tuple(piece for piece in pieces if piece[0])


def _sentence(catalogue: Catalogue, report: Report, spans: Sequence[Span]) -> Span:
    """Return the stretch from the beginning of the first sentence of some spans to the end of the last one."""
    sentences = catalogue.sentences.get(report.document.id, ())
    starts = [sentence.start for sentence in sentences]
    start, end = spans[0].start, max(span.end for span in spans)
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, end - 1)) - 1
    low = sentences[first].start if first >= 0 and sentences[first].end > start else start
    return Span(start=low, end=max(end, sentences[last].end) if last >= 0 else end)


def _frame(text: str, spans: Sequence[Span], sentence: Span) -> tuple[int, int]:
    start, end = spans[0].start, max(span.end for span in spans)
    low = sentence.start if sentence.start >= start - _AROUND else _next_blank(text, start - _AROUND, start)
    high = sentence.end if sentence.end <= end + _AROUND else text.rfind(" ", end, end + _AROUND)
    return low, max(end, high)


def _next_blank(text: str, start: int, end: int) -> int:
    found = text.find(" ", start, end)
    return found + 1 if found >= 0 else end


def _shorter(between: str) -> str:
    return between if len(between) <= _LONGEST else f"{between[:_AROUND]} … {between[-_AROUND:]}"


def _is_shown(catalogue: Catalogue, mark: str) -> bool:
    return any(
        mark in marks for marks in (catalogue.attributions, catalogue.figures, catalogue.timexes, catalogue.events)
    )
