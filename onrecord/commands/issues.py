"""The commands by which a person names an issue that every later run looks for, and takes it back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from onrecord.accounts import find_standing_issues
from onrecord.commands.messages import in_one_line, quoted, say
from onrecord.commands.showing import nearest
from onrecord.errors import UsageError
from onrecord.identity import thing_id
from onrecord.records import Issue, NamedIssue
from onrecord.running import hold
from onrecord.store import open_story, read_records, write_named_issue


def add_issue(path: Path, label: str, about: Sequence[str], by: str, now: datetime) -> int:
    """Note an issue with the words by which it is found; return the exit code."""
    words = tuple(dict.fromkeys(phrase.strip() for phrase in (about or (label,)) if phrase.strip()))
    if not label.strip() or not words:
        raise UsageError("an issue needs a name and words that reports use for it")
    with open_story(path) as story, hold(path):
        known = {one.label.casefold(): one for one in find_standing_issues(read_records(story, NamedIssue))}
        earlier = known.get(label.strip().casefold())
        if earlier is not None:
            back = f"onrecord issue remove {quoted(path)} {quoted(earlier.label)}"
            raise UsageError(f"there is an issue {earlier.label!r} already. Take it back first: {back}")
        made = now.isoformat(timespec="seconds")
        issue = NamedIssue(
            id=thing_id("issue", f"{made}|{label.strip()}"), label=label.strip(), about=words, by=by, made=made
        )
        write_named_issue(story, issue)
    say(f"Noted as {issue.id}: {issue.label} ({', '.join(words)}). Next: onrecord run {quoted(path)}")
    return 0


def remove_issue(path: Path, name: str, by: str, now: datetime) -> int:
    """Take an issue back, by its name or id; the log keeps both lines."""
    with open_story(path) as story, hold(path):
        standing = find_standing_issues(read_records(story, NamedIssue))
        issue = next((o for o in standing if name == o.id or name.casefold() == o.label.casefold()), None)
        if issue is None:
            known = [one.label for one in standing]
            raise UsageError(f"nobody named an issue {name!r}.{nearest(name, known)} See: onrecord issue list {path}")
        made = now.isoformat(timespec="seconds")
        undone = thing_id("issue", f"{made}|undo|{issue.id}")
        write_named_issue(story, replace(issue, id=undone, by=by, made=made, undoes=issue.id))
    say(f"{issue.label} is taken back; the log keeps it. Next: onrecord run {path}")
    return 0


def list_issues(path: Path) -> int:
    """Print the issues that were named, and those that the last run found."""
    with open_story(path) as story:
        named = find_standing_issues(read_records(story, NamedIssue))
        found = [issue for issue in read_records(story, Issue) if not issue.by.startswith("named by")]
    for one in named:
        _print(f"{one.id}  {one.label} ({', '.join(one.about)}), named by {one.by}, {one.made[:10]}")
    for issue in found:
        _print(f"{issue.id}  {issue.label}, found by {issue.by}")
    if not named and not found:
        say(f"No issue was named or found. To name one: onrecord issue add {quoted(path)} LABEL --about WORDS")
    return 0


def _print(words: str) -> None:
    """What was asked for is data, and goes to standard output."""
    sys.stdout.write(in_one_line(words) + "\n")
