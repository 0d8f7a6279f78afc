"""Turns bytes into text without mangling any: what cannot be decoded is said, and where."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.reading.doubts import Doubt
from onrecord.reading.languages import find_language
from onrecord.records import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, or a Word, Excel or OpenDocument file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a Rich Text file"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_HIGH_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_UNDECODED = re.compile("[\udc80-\udcff]+")
_SAMPLE = 65_536
# What English text in Windows-1252 holds beyond ASCII: quotation marks, dashes, signs, letters of neighbours' names.
# Thorn, eth and superscripts are left out: there they mean that the text is Turkish, Polish or Baltic.
_WESTERN = frozenset(
    "\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb\u2039\u203a\u2013\u2014\u2026\u2022\u20ac\u00a3\u00a7\u00b0\u00a9\u00ae\u2122\u00b7"
    "\u00a0\u00bd\u00bc\u00d7\u00b4"
    "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00df\u00ff\u0153\u0161\u017e"
    "\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cd\u00ce\u00d1\u00d3\u00d4\u00d5\u00d6\u00d8\u00da\u00dc\u0152\u0160\u017d"
)
_MOSTLY_ASCII = 0.1
_RESAVE = "Open the file in an editor, choose the encoding that shows it rightly and save it as UTF-8."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes, `None` when they are none; line ends are made "\\n", nothing else is changed."""

    text: str | None
    encoding: str | None
    doubts: tuple[Doubt, ...] = ()


def decode(content: bytes, declared: str | None = None, line: int = 1) -> Decoded:
    """Decode the bytes of a report; `declared` is the encoding that the report itself states, `line` its first line's
    number.

    Tried in turn: a byte order mark, UTF-8, what was declared, UTF-8 with damage, Windows-1252 where the bytes are
    what English text has in it, and what charset-normalizer takes them for where that is some
    language. Only the first three go without a doubt.
    """
    doubt = find_no_text(content)
    if doubt:
        return Decoded(text=None, encoding=None, doubts=(doubt,))
    encoding = _stated_encoding(content)
    if encoding:
        return _mend(content, encoding, line)
    for encoding in ("utf-8", declared):
        text = _strictly(content, encoding)
        if text is not None:
            return Decoded(text=text, encoding=encoding)
    return _guess(content, line)


def find_no_text(content: bytes) -> Doubt | None:
    """Say why some bytes are no text at all: there are none, or they are a picture, an archive, a program."""
    if not content:
        return Doubt(message="is empty: zero bytes", remedy="Save or download the report again.")
    kind = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    if kind is None and _stated_encoding(content) is None and _is_binary(content):
        kind = "binary data"
    if kind is None:
        return None
    return Doubt(message=f"is {kind}, not text", remedy="Save the report as plain text or HTML and add that.")


def unify_lines(text: str) -> str:
    r"""Turn "\r\n" and "\r" into "\n"; no other character is touched."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(content: bytes) -> bool:
    head = content[:_SAMPLE]
    return b"\0" in content or len(head) - len(head.translate(None, _CONTROLS)) > max(3, len(head) // 20)


def _stated_encoding(content: bytes) -> str | None:
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    return marked or _wide_encoding(content[:_SAMPLE])


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 that lacks its mark by the zero byte that stands beside every plain letter."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.7 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and not odd else None


def _strictly(content: bytes, encoding: str | None) -> str | None:
    try:
        return unify_lines(content.decode(encoding)) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _mend(content: bytes, encoding: str, line: int) -> Decoded:
    """Decode what is known to be in an encoding, with a mark for each stretch of bytes that is not."""
    text = _strictly(content, encoding)
    if text is not None:
        return Decoded(text=text, encoding=encoding)
    if encoding not in ("utf-8", "utf-8-sig"):
        return Decoded(text=None, encoding=None, doubts=(_undecodable(encoding),))
    escaped = unify_lines(content.decode(encoding, errors="surrogateescape"))
    text = _UNDECODED.sub("\ufffd", escaped)
    return Decoded(text=text, encoding=encoding, doubts=(_damage(escaped, line),))


def _damage(escaped: str, line: int) -> Doubt:
    stretches = list(_UNDECODED.finditer(escaped))
    lines = [str(escaped.count("\n", 0, stretch.start()) + line) for stretch in stretches[:5]]
    more = f" and {len(stretches) - 5} more places" if len(stretches) > 5 else ""
    first = stretches[0].start()
    return Doubt(
        message=f"has bytes that are not UTF-8 in line {', '.join(lines)}{more}; each place is shown as \ufffd",
        remedy=_RESAVE,
        span=Span(start=first, end=first + 1),
    )


def _undecodable(encoding: str | None) -> Doubt:
    what = f"is marked as {encoding} but is not" if encoding else "is in an encoding that could not be told"
    return Doubt(message=f"{what}; the bytes are kept, the text is not read", remedy=_RESAVE)


def _guess(content: bytes, line: int) -> Decoded:
    if _is_damaged_utf8(content):
        return _mend(content, "utf-8", line)
    western = _is_western(content)
    encoding = "cp1252" if western else _closest_encoding(content)
    text = _strictly(content, encoding)
    # Any bytes are text in some old encoding; only where they are words of some language is that more than noise.
    if text is None or not (western or find_language(text)):
        return Decoded(text=None, encoding=None, doubts=(_undecodable(None),))
    place = next((i for i, c in enumerate(text) if ord(c) > 127), 0)
    doubt = Doubt(
        message=f"is not in UTF-8; it was read as {encoding}, which is a guess",
        remedy="Look at the names and quotation marks. " + _RESAVE,
        span=Span(start=place, end=place + 1),
    )
    return Decoded(text=text, encoding=encoding, doubts=(doubt,))


def _is_damaged_utf8(content: bytes) -> bool:
    """Tell UTF-8 with a few stray bytes in it, or bytes of two encodings, from text in some other encoding."""
    escaped = content.decode("utf-8", errors="surrogateescape")
    stray = sum(len(stretch.group()) for stretch in _UNDECODED.finditer(escaped))
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    whole = len(escaped) - stray - (len(content) - high)
    return whole > 0 and (whole >= stray or high < len(content) * _MOSTLY_ASCII)


def _is_western(content: bytes) -> bool:
    high = bytes(set(content) & set(range(128, 256)))
    text = _strictly(high, "cp1252")
    if text is None or not set(text) <= _WESTERN:
        return False
    plain = len(content.translate(None, high))
    return len(content) - plain < len(content) * _MOSTLY_ASCII


def _closest_encoding(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    sample = bytearray()
    for line in _HIGH_LINE.finditer(content):
        sample += line.group()[:_SAMPLE]
        if len(sample) > _SAMPLE:
            break
    best = from_bytes(bytes(sample)).best()
    return best.encoding if best else None
