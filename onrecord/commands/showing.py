"""The commands that show, correct and check a story."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from onrecord.accounts import divide_reports
from onrecord.commands.messages import quoted, say, say_behind
from onrecord.commands.tables import print_table
from onrecord.errors import UsageError
from onrecord.exports import (
    DATED,
    DERIVED,
    NEWS,
    VIEWS,
    Row,
    Wanted,
    derive_rows,
    filter_rows,
    has_day,
    list_names,
    list_news,
    view_rows,
    write_csv,
    write_json,
)
from onrecord.records import Document
from onrecord.running import NEEDS, hold, load_story, read_interval
from onrecord.store import Note, check_story, open_story, read_documents, write_note

_MOST_LIKELY = 3


class Asked(NamedTuple):
    """What the user typed to narrow a view."""

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    least: float | None = None
    considered: bool = False
    derived: str | None = None


def show_view(path: Path, view: str, asked: Asked, form: str) -> int:
    """Print one view of a story, narrowed to what was asked."""
    if view == "new":
        return _show_news(path, asked, form)
    if asked.derived is not None:
        return _show_derived(path, view, asked, form)
    if asked.considered:
        view = _considered_for(view)
    if view not in VIEWS:
        known = [*VIEWS, "new"]
        raise UsageError(f"there is no view {view!r}.{nearest(view, known)} The views are: {', '.join(known)}")
    if (asked.since or asked.until) and view not in DATED:
        raise UsageError(f"{view} have no days. --since and --until go with: {', '.join([*DATED, 'new'])}")
    wanted = Wanted(
        actor=asked.actor,
        since=read_interval(asked.since).earliest if asked.since else None,
        until=read_interval(asked.until).latest if asked.until else None,
        text=asked.text,
        least=asked.least,
    )
    with open_story(path) as story:
        whole = view_rows(load_story(story, NEEDS.get(view)), view)
        rows = filter_rows(whole, wanted)
        say_behind(story)
    _print(rows, VIEWS[view], form)
    if form == "table":
        _say_count(view, rows, whole, wanted)
    if form == "table" and view == "timeline" and rows:
        say("They stand by their first day. The order of items that overlap is not known; each says how many do.")
    return 0


def _say_count(view: str, rows: Sequence[Row], whole: Sequence[Row], wanted: Wanted) -> None:
    """Tell how many rows are shown; where there are none, what may have been meant; and what no day is known of."""
    likely = nearest(wanted.actor, list_names(whole)) if wanted.actor and not rows else ""
    say(f"{len(rows)} in {view}." if rows else f"There is nothing in {view} that fits.{likely}")
    if wanted.since or wanted.until:
        others = filter_rows(whole, replace(wanted, since=None, until=None))
        undated = sum(1 for row in others if not has_day(row))
        if undated:
            say(f"Left out, since no day of theirs is known: {undated}.")


def _considered_for(view: str) -> str:
    if view != "discrepancies":
        raise UsageError("--considered goes with discrepancies: the pairs that were compared and found to fit")
    return "considered"


def _show_derived(path: Path, view: str, asked: Asked, form: str) -> int:
    """Print numbers that no report gives, made from those that reports give, and say so."""
    how = asked.derived or ""
    if view != "figures" or how not in DERIVED:
        raise UsageError(f"--derived goes with figures, and is one of: {', '.join(DERIVED)}")
    with open_story(path) as story:
        rows = filter_rows(
            derive_rows(load_story(story, NEEDS["derived"]), how), Wanted(actor=asked.actor, text=asked.text)
        )
        say_behind(story)
    _print(rows, DERIVED[how], form)
    if form == "table":
        say(f"{len(rows)} derived. No report gives these numbers; without --derived it shows those that are given.")
    return 0


def _show_news(path: Path, asked: Asked, form: str) -> int:
    """Print what the reports of a day or later bring that earlier ones did not."""
    since = read_interval(asked.since).earliest if asked.since else None
    if since is None:
        raise UsageError("say since when: onrecord show STORY.db new --since 2031-05-17")
    with open_story(path) as story:
        loaded = load_story(story, NEEDS["new"])
        rows = filter_rows(list_news(loaded, since), Wanted(actor=asked.actor, text=asked.text))
        say_behind(story)
    _print(rows, NEWS, form)
    if form == "table":
        divided = divide_reports(loaded, since)
        say(f"{len(rows)} new: {len(divided.new)} reports of {since} or later against {len(divided.old)} earlier ones.")
        if divided.unknown:
            say(f"Left out, since their day is not known so nearly: {len(divided.unknown)}. onrecord set gives it.")
    return 0


def _print(rows: Sequence[Row], columns: Sequence[str], form: str) -> None:
    if form == "json":
        write_json(rows, sys.stdout)
    elif form == "csv":
        write_csv(rows, list(rows[0]) if rows else columns, sys.stdout)
    else:
        print_table(rows, columns)


def set_details(path: Path, name: str, told: dict[str, str | None]) -> int:
    """Keep what a person says of a report; an empty word takes an earlier one back."""
    given = {field: _whole(value) for field, value in told.items() if value is not None}
    if not given:
        raise UsageError("say what to set: --published, --outlet, --title or --url")
    if given.get("published"):
        read_interval(given["published"])
    with open_story(path) as story, hold(path):
        document = find_document(read_documents(story), name)
        for field, value in given.items():
            write_note(story, Note(document=document.id, field=field, value=value or None, by="person"))
    kept, back = ([field for field in given if bool(given[field]) == is_kept] for is_kept in (True, False))
    for verb, fields in (("Noted for", kept), ("Taken back for", back)):
        if fields:
            say(f"{verb} {document.uri}: {', '.join(fields)}.")
    say(f"Next: onrecord run {quoted(path)}")
    return 0


def _whole(words: str) -> str:
    """Words typed in an encoding that is not the terminal's hold halves of characters, which no file can hold."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def check_file(path: Path) -> int:
    """Check a story file; return 1 when something is wrong."""
    with open_story(path) as story:
        found = check_story(story)
    for line in found.wrong:
        say(f"wrong: {line}")
    say(
        f"{found.slots} slots of {found.documents} reports compared with their texts, "
        f"{len(found.wrong) or 'nothing'} wrong."
    )
    return 1 if found.wrong else 0


def find_document(documents: Iterable[Document], name: str) -> Document:
    """Return the one document that a name means: its id, its URI, or the end or stem of it.

    Raises:
        UsageError: no document fits, or several do.
    """
    documents = tuple(documents)
    fitting = [d for d in documents if name in (d.id, d.uri)] or [
        d for d in documents if d.uri.endswith("/" + name) or Path(d.uri).stem == name or d.uri.endswith("#" + name)
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(f"{name!r} may mean {', '.join(d.uri for d in fitting)}. Give the whole name.")
    holding = [d.uri for d in documents if name and name.casefold() in d.uri.casefold()]
    likely = f" Did you mean {' or '.join(map(repr, holding[:_MOST_LIKELY]))}?" if holding else ""
    raise UsageError(f"there is no report {name!r}.{likely or nearest(name, [d.uri for d in documents])}")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean ...?" for the nearest known word, or nothing."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" Did you mean {close[0]!r}?" if close else ""
