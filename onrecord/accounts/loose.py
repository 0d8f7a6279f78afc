"""Quotations to which no words of saying stand: they go on with what the last speaker of their paragraph said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.identity import mark_id
from onrecord.records import Attribution, Document, Marks, Span

_QUOTED = re.compile(r"[\"\u201c\u00ab](?P<words>[^\"\u201c\u201d\u00ab\u00bb\n]{12,600})[\"\u201d\u00bb]")
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|nor|nothing|No|Nobody|None|Never|Nothing)\b|n['\u2019]t\b")
BY = "accounts loose"
_LEAST_WORDS = 4
_REACH = 300  # characters from the end of a saying to a quotation that goes on with it
_CLOSES = re.compile(r"[.!?\u2026]$")


def find_loose(document: Document, marks: Marks) -> Iterator[tuple[Attribution, str]]:
    """Yield the quotations that nobody is marked to have said, each with the id of the saying that it goes on with.

    Only whole sentences are meant; what is put in quotation marks within a sentence may be a word of anybody.
    """
    if not marks.attributions:
        return
    told = sorted(marks.attributions, key=lambda one: _end(one))
    ends = [_end(one) for one in told]
    covered = sorted(((s.start, s.end) for one in told for s in one.content), key=lambda pair: pair[0])
    for match in _QUOTED.finditer(document.text):
        span = Span(start=match.start("words"), end=match.end("words"))
        whole = _CLOSES.search(match["words"]) and len(match["words"].split()) >= _LEAST_WORDS
        if not whole or any(start < span.end and span.start < end for start, end in covered):
            continue
        before = _choose(told[: bisect_left(ends, span.start)], span)
        if before and _goes_on(document, marks, before, span):
            yield _go_on(before, span, match["words"]), before.id


def _end(one: Attribution) -> int:
    return max(span.end for span in (*one.content, *one.cue, *one.source))


def _choose(before: Sequence[Attribution], span: Span) -> Attribution | None:
    """Return the outermost saying that ends last before a quotation, where it names who speaks."""
    near = [one for one in before[-4:] if span.start - _end(one) < _REACH and one.speaker]
    outer = [one for one in near if one.parent not in {other.id for other in near}]
    return outer[-1] if outer else None


def _go_on(before: Attribution, span: Span, words: str) -> Attribution:
    return replace(
        before,
        id=mark_id("attribution", before.document, span.start),
        content=(span,),
        act="assert",
        speech="direct",
        denial=False,
        negated="said" if _NOT.search(words) else None,
        hedge=None,
        parent=None,
        by=BY,
    )


def _goes_on(document: Document, marks: Marks, before: Attribution, span: Span) -> bool:
    """True where nothing but the rest of a sentence stands between, and no other person is named in it."""
    between = document.text[_end(before) : span.start]
    if "\n" in between.strip():
        return False
    people = [m for m in marks.mentions if m.kind == "person" and _end(before) <= m.span.start < span.start]
    return all(mention.id == before.mention or mention.name == before.speaker for mention in people)
