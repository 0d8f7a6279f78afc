"""Cuts out the words that belong to a noun, without what is only told of it besides."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Span

_LINKS = ("relcl", "acl", "advcl")


def phrase_of(parse: Parse, head: Word) -> Span:
    """Return a noun with what belongs to it, without a clause or what is set off by a comma."""
    below = [parse.words[i] for i in parse.children[head.i] if i > head.i]
    ends = [one.left - 1 for one in below if one.dep in _LINKS or one.dep == "punct"]
    return Span(start=parse.words[head.left].start, end=parse.words[min([head.right, *ends])].end)
