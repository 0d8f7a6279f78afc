"""Makes an intake of one file's bytes: a plain text, or a web page."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from onrecord.reading.decoding import decode, unify_lines
from onrecord.reading.details import Details, prefer
from onrecord.reading.doubts import Doubt, without_spans
from onrecord.reading.intake import Intake, make_capture, take_in
from onrecord.reading.metadata import find_markup_details
from onrecord.reading.pages import Page, find_declared_encoding, read_page
from onrecord.reading.plain import find_details
from onrecord.records import Detail, Span

# libxml2 cuts a tree off at 256 levels and loses what is below.
_DEEPEST = 250
_LARGEST_PAGE = 10_000_000
_TITLE_LINES = 5
# Strokes that trafilatura draws around the rows of a table; the page has none.
_TABLE_RULE = re.compile(r"^\|(?: ?:?-{3,}:? ?\|)+ ?\n?", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\| ?(.*?) ?\| ?$", re.MULTILINE)


def read_text(uri: str, content: bytes) -> Intake:
    """Read a plain text; what looks like markup in it stays text."""
    decoded = decode(content)
    capture = make_capture(uri, content, "text/plain", decoded.encoding)
    if decoded.text is None:
        return take_in(capture, None, Details(), decoded.doubts)
    return take_in(capture, decoded.text, find_details(decoded.text), decoded.doubts)


def read_html(uri: str, content: bytes) -> Intake:
    """Read the report out of a web page: its text without the page around it, and what its markup says about it."""
    decoded = decode(content, find_declared_encoding(content))
    capture = make_capture(uri, content, "text/html", decoded.encoding)
    if decoded.text is None:
        return take_in(capture, None, Details(), decoded.doubts)
    page = read_page(decoded.text)
    text, doubts = _find_article_text(decoded.text, page)
    if text is None:
        return take_in(capture, None, Details(), (*without_spans(decoded.doubts), *doubts))
    text = unify_lines(text)
    markup = find_markup_details(page)
    text = _put_title_first(text, page, markup)
    details = prefer(replace(markup, title=point_at(text, markup.title)), find_details(text))
    return take_in(capture, text, details, (*without_spans(decoded.doubts), *doubts))


def _find_article_text(markup: str, page: Page) -> tuple[str | None, tuple[Doubt, ...]]:
    """Find the article in a page; a page that it cannot be told apart in gives all its text, with a doubt."""
    if page.depth <= _DEEPEST and len(markup) <= _LARGEST_PAGE:
        text = _extract(markup)
        if text.strip():
            return text, ()
    if not page.paragraphs:
        return None, (_no_text(),)
    odd = page.depth > _DEEPEST or len(markup) > _LARGEST_PAGE
    why = "is nested or long beyond reason" if odd else "has no clear article"
    doubt = Doubt(
        message=f"{why}: all of the page's text was taken, which may hold more than the report",
        remedy="Compare it with the page; if it holds other texts too, add the report as plain text.",
    )
    return "\n".join(page.paragraphs), (doubt,)


def _extract(markup: str) -> str:
    import trafilatura
    from lxml import etree, html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # What it could not read becomes a Problem here.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        found = trafilatura.extract(tree, favor_precision=True, include_comments=False)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    return _TABLE_ROW.sub(lambda row: row[1], _TABLE_RULE.sub("", found or ""))


def _no_text() -> Doubt:
    return Doubt(
        message="holds no text: the page may be built by scripts, or be a picture",
        remedy="Open it in a browser, save the report as plain text and add that.",
    )


def _put_title_first(text: str, page: Page, details: Details) -> str:
    """Put the headline that the page shows above the text, where the extraction dropped it."""
    shown = {one.value for one in page.fields if one.key == "h1" and one.where == "element"}
    title = details.title.value if details.title else ""
    return f"{title}\n{text}" if title in shown and _find_line(text, title) is None else text


def point_at(text: str, title: Detail | None) -> Detail | None:
    """Give a title its span where it is one of the first lines of the text."""
    span = _find_line(text, title.value) if title else None
    return replace(title, span=span) if title and span else title


def _find_line(text: str, words: str) -> Span | None:
    start = 0
    for line in text.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
        if line.split() and line.split() == words.split():
            begin = start + len(line) - len(line.lstrip())
            return Span(start=begin, end=start + len(line.rstrip()))
        start += len(line) + 1
    return None
