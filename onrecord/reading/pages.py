"""Reads a web page in one pass, however broken or deep it is: its markup's fields and all of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the markup: where ("meta", "element"), its key in lower case, and its value."""

    where: str
    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one pass over a page found: fields, JSON-LD blocks, visible paragraphs, and how deep it nests."""

    fields: tuple[Field, ...]
    scripts: tuple[str, ...]
    paragraphs: tuple[str, ...]
    depth: int


def read_page(markup: str) -> Page:
    """Read a page with a streaming parser, which builds no tree and so has no depth to run out of."""
    from lxml import etree

    reader = _PageReader(_load_elements())
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(markup.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        reader.close()  # What was read up to there is kept.
    return Page(
        fields=tuple(reader.fields),
        scripts=tuple(reader.scripts),
        paragraphs=tuple(reader.paragraphs),
        depth=reader.deepest,
    )


def find_declared_encoding(content: bytes) -> str | None:
    """Find the encoding that a page says it is in."""
    head = content[:_HEAD]
    match = _DECLARED.search(head) or _DECLARED_XML.match(head)
    return match[1].decode("ascii", "replace").lower() if match else None


@lru_cache(maxsize=1)
def _load_elements() -> Mapping[str, frozenset[str]]:
    table = files("onrecord.reading").joinpath("elements.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {meaning: frozenset(names.split()) for meaning, names in rows}


@dataclass(slots=True)
class _PageReader:
    """What lxml calls for each tag and text. Names of the methods are lxml's."""

    elements: Mapping[str, frozenset[str]]
    fields: list[Field] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    deepest: int = 0
    depth: int = 0
    silent: int = 0
    words: list[str] = field(default_factory=list)
    caught: list[str] | None = None
    script: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note what a tag opens."""
        if tag not in self.elements["void"]:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self.silent += tag in self.elements["silent"]
        if tag in self.elements["block"]:
            self._end_paragraph()
        self.script = tag == "script" and "ld+json" in attributes.get("type", "").lower()
        if self.script or tag in ("h1", "title"):
            self.caught = []
        self._note(tag, {key: value or "" for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Note what a tag closes."""
        if tag not in self.elements["void"]:
            self.depth -= 1
        self.silent -= tag in self.elements["silent"]
        if tag in self.elements["block"]:
            self._end_paragraph()
        if tag in ("script", "h1", "title") and self.caught is not None:
            self._keep_caught(tag, "".join(self.caught))
            self.caught, self.script = None, False

    def data(self, words: str) -> None:
        """Note text."""
        if self.caught is not None:
            self.caught.append(words)
        if not self.silent:
            self.words.append(words)

    def comment(self, words: str) -> None:
        """Leave comments alone."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave processing instructions alone."""

    def close(self) -> None:
        """End the last paragraph."""
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        words = _BLANKS.sub(" ", "".join(self.words)).strip()
        if words:
            self.paragraphs.append(words)
        self.words.clear()

    def _keep_caught(self, tag: str, words: str) -> None:
        if self.script:
            self.scripts.append(words)
        elif words.strip():
            self.fields.append(Field(where="element", key=tag, value=_BLANKS.sub(" ", words).strip()))

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").strip().lower()
        if tag == "meta" and key:
            self._add("meta", key, attributes.get("content", ""))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._add("element", "canonical", attributes.get("href", ""))
        elif tag == "time" and ("pubdate" in attributes or "datepublished" in attributes.get("itemprop", "").lower()):
            self._add("element", "time", attributes.get("datetime", ""))

    def _add(self, where: str, key: str, value: str) -> None:
        if value.strip():
            self.fields.append(Field(where=where, key=key, value=value.strip()))
