"""Explains an item: what made it, which words it stands on, and what was not taken instead."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.commands.messages import in_one_line
from onrecord.commands.showing import nearest
from onrecord.errors import UsageError
from onrecord.language import load_parser, parse
from onrecord.marking import find_document_sections
from onrecord.records import Attribution, Judgement
from onrecord.statements import find_rivals
from onrecord.store import StoryFile, open_story, read_documents, read_records
from onrecord.store.tables import MARK_TABLES, RESULT_TABLES

_TABLES = (*MARK_TABLES, *RESULT_TABLES)
_CONTEXT = 60
_YES_OR_NO = ("denial", "inherited")
_STANDS_ON = (
    ("statements", "attributions"),
    ("quantities", "figures"),
    ("entities", "mentions"),
    ("happenings", "mentions"),
)


def explain_item(path: Path, item: str) -> int:
    """Print why an item is in the record."""
    with open_story(path) as story:
        sys.stdout.writelines(f"{in_one_line(line)}\n" for line in explain(story, item))
    return 0


def explain(story: StoryFile, item: str) -> Iterator[str]:
    """Yield the lines that explain an item.

    Raises:
        UsageError: nothing in the story has that id.
    """
    table, row = _find(story, item)
    names: list[str] = list(row.keys())
    yield f"{item}: one of {table}, made by {row['by'] if 'by' in names else 'the reader'}"
    shown = list(_slots(story, item))
    slots = {slot for slot, _ in shown}
    for name in names:
        if name not in ("id", "by", "document", *slots) and not name.endswith(("_start", "_end")):
            yield from _tell(story, name, row[name])
    yield from (line for _, line in shown)
    yield from _rivals(story, item, table)
    yield from _standing(story, item)
    yield from _knowledge(story, row["document"] if "document" in names else None)


def _knowledge(story: StoryFile, document: str | None) -> Iterator[str]:
    """Which rules and tables made a mark; a thing was linked under a key of its own."""
    stage, subject = ("link", "") if document is None else ("mark", document)
    ledger = story.connection.execute("SELECT key FROM ledger WHERE stage = ? AND subject = ?", (stage, subject))
    for (key,) in ledger:
        yield f"  knowledge: {key.split(':')[0]} (digest of the rules and tables it was made with)"


def _find(story: StoryFile, item: str) -> tuple[str, sqlite3.Row]:
    cursor = story.connection.cursor()
    cursor.row_factory = sqlite3.Row
    for table in _TABLES:
        key = "timex" if table == "readings" else "document" if table == "publications" else "id"
        row = cursor.execute(f'SELECT * FROM "{table}" WHERE "{key}" = ?', (item,)).fetchone()
        if row is not None:
            return table, row
    known = [mark for (mark,) in story.connection.execute("SELECT DISTINCT mark FROM slots")]
    raise UsageError(f"nothing here has the id {item!r}.{nearest(item, known)} Ids are in: onrecord show ... --json")


def _tell(story: StoryFile, name: str, value: object) -> Iterator[str]:
    """Yield what a column holds as a person reads it; nothing for what is empty."""
    if value is None or value in ("", "[]"):
        return
    if name == "sides":
        yield from _sides(story, str(value))
    else:
        yield f"  {name}: {('yes' if value else 'no') if name in _YES_OR_NO else _short(value)}"


def _sides(story: StoryFile, sides: str) -> Iterator[str]:
    """Yield a line for each member of what is laid beside each other: which side, who, which words, where."""
    uris = dict(story.connection.execute("SELECT id, uri FROM documents"))
    for side in json.loads(sides):
        for member in side["members"]:
            who, where = member["speaker"] or "the report itself", uris.get(member["document"], member["document"])
            span = f"{member['span']['start']}:{member['span']['end']}"
            yield f"  side {side['label']}: {who}, at {span} of {where}: {_short(member['says'])}"


def _slots(story: StoryFile, item: str) -> Iterator[tuple[str, str]]:
    """Yield each slot that has words, and the line that shows them."""
    rows = story.connection.execute(
        'SELECT slots.slot, slots.start, slots."end", documents.uri, documents.text '
        "FROM slots JOIN documents ON documents.id = slots.document WHERE mark = ? ORDER BY slots.start",
        (item,),
    )
    for slot, start, end, uri, text in rows:
        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        words = " ".join(f"{'…' if start > _CONTEXT else ''}{before}[{text[start:end]}]{after}".split())
        yield slot, f"  {slot} at {start}:{end} of {uri}: {words}{'…' if end + _CONTEXT < len(text) else ''}"


def _rivals(story: StoryFile, item: str, table: str) -> Iterator[str]:
    """What the rules proposed on the same words and did not get; the rules are asked anew, so this takes a second."""
    if table != "attributions":
        return
    chosen = next(a for a in read_records(story, Attribution) if a.id == item)
    document = next(d for d in read_documents(story) if d.id == chosen.document)
    if not next(find_document_sections(document)).last:
        yield "  chosen over: not looked up in a report this long"
        return
    rivals = find_rivals(document, parse(document.text, load_parser()), chosen)
    for rival in rivals:
        words = " … ".join(span.of(document.text) for span in (*rival.cue, *rival.content))
        yield f"  chosen over: {_short(words)} ({rival.by})"
    if not rivals:
        yield "  chosen over: nothing else was proposed here"


def _standing(story: StoryFile, item: str) -> Iterator[str]:
    for table, column in _STANDS_ON:
        rows = story.connection.execute(
            f'SELECT "{table}".id FROM "{table}", json_each("{table}"."{column}") WHERE json_each.value = ?', (item,)
        )
        for (thing,) in rows:
            yield f"  stands under: {thing} in {table}"
    yield from _judged(story, item)


def _judged(story: StoryFile, item: str) -> Iterator[str]:
    """The judgements on a mark, or on any mark that a thing stands on."""
    marks = {item}
    for table, column in _STANDS_ON:
        marks.update(
            mark
            for (mark,) in story.connection.execute(
                f'SELECT json_each.value FROM "{table}", json_each("{table}"."{column}") WHERE "{table}".id = ?',
                (item,),
            )
        )
    for judgement in read_records(story, Judgement):
        if marks & {judgement.left, judgement.right}:
            reason = judgement.why or "no reason was given"
            yield f"  judgement {judgement.id}: {judgement.verdict}, by {judgement.by}: {reason}"


def _short(value: object) -> str:
    words = value if isinstance(value, str) else json.dumps(value)
    flat = " ".join(words.split())
    return flat if len(flat) < 300 else flat[:299] + "…"
