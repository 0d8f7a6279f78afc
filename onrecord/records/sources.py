"""What was published: captures, documents, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["given", "markup", "stated", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of `Document.text`: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days, both ends included; an end that cannot be known is `None`."""

    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone or something as the text names it: the name that is recorded and the characters that carry it."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One link of the chain that a statement came through; `inherited` when an earlier sentence names it."""

    name: str
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes as fetched. `digest` is their SHA-256 in hexadecimal."""

    digest: str
    uri: str
    media_type: str
    encoding: str | None
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A fact about a document and where it was found: a span of its text, or a field of its markup."""

    value: str
    span: Span | None
    field: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document was published, as an interval, and on what that rests."""

    interval: Interval
    basis: Basis
    evidence: tuple[Detail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one report; never changed after it was made. Its id is derived from its URI alone."""

    id: str
    uri: str
    capture: str
    text: str
    language: str | None
    title: Detail | None = None
    outlet: Detail | None = None
    byline: Detail | None = None
    dateline: Detail | None = None
    url: Detail | None = None
    published: Publication | None = None
    debris: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read or marked, where, and what the user can do about it."""

    stage: str
    uri: str
    message: str
    remedy: str
    document: str | None = None
    span: Span | None = None
