"""Runs the room over an invented text and gives who speaks, by which chain, outermost statements only."""

from onrecord.language import Parser
from tests.statements.reported import find


def told(text: str, parser: Parser) -> list[tuple[str | None, tuple[str, ...]]]:
    """Speaker and chain of every outermost statement, nearest the report first."""
    return [(a.speaker, tuple(relay.name for relay in a.via)) for a in find(text, parser) if a.parent is None]


def chains(text: str, parser: Parser) -> list[tuple[str, ...]]:
    return [chain for _, chain in told(text, parser)]
