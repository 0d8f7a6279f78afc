"""Runs statements, names and binding over an invented text and gives who speaks and by which chain."""

from __future__ import annotations

from onrecord.binding.carrying import carry_chains
from onrecord.binding.relays import inherit_relays, name_whole
from onrecord.binding.speakers import resolve_relays, resolve_speakers
from onrecord.language import Parser, parse
from onrecord.records import Attribution, Document
from onrecord.statements import find_attributions
from tests.binding.making import DOCUMENT
from tests.binding.resolving import mentions_of


def bound(text: str, parser: Parser) -> tuple[Attribution, ...]:
    document = Document(id=DOCUMENT, uri="line.txt", capture="c", text=text, language="en")
    tree, mentions = parse(text, parser), mentions_of(text, parser)
    found = resolve_speakers(tree, mentions, find_attributions(document, tree))
    return inherit_relays(carry_chains(tree, name_whole(tree.folded, resolve_relays(tree, mentions, found))))


def carried(text: str, parser: Parser) -> list[tuple[str | None, tuple[str, ...]]]:
    """Speaker and chain of every outermost statement, nearest the report first."""
    return [(a.speaker, tuple(relay.name for relay in a.via)) for a in bound(text, parser) if a.parent is None]


def chains(text: str, parser: Parser) -> list[tuple[str, ...]]:
    return [chain for _, chain in carried(text, parser)]
