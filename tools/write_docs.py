"""Writes the reference pages that are made from the code: commands and records. `--check` only compares."""

from __future__ import annotations

import csv
import dataclasses
import inspect
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperOption

from onrecord import records
from onrecord.cli import app
from onrecord.exports import VIEWS

DOCS = Path(__file__).parent.parent / "docs"
ROOMS = Path(__file__).parent.parent / "onrecord"
_MADE = "<!-- made by tools/write_docs.py; do not edit -->"


def write_commands() -> str:
    """Return the page of commands, from the help that the command line shows."""
    return "\n".join(_commands()) + "\n"


def _commands() -> Iterator[str]:
    yield from (_MADE, "# Commands", "")
    yield "Data goes to standard output, messages to standard error. Exit codes: 0 done; 1 done, but something could"
    yield "not be read or marked, or a check found something wrong; 2 the command itself was wrong; 130 stopped."
    for name, command in _leaves(typer.main.get_command(app)):
        yield from ("", f"## onrecord {name}", "", inspect.cleandoc(command.help or ""), "")
        yield from ("| word | what it is |", "| --- | --- |")
        for parameter in command.params:
            if isinstance(parameter, TyperArgument):
                yield f"| `{parameter.metavar or parameter.name}` | {parameter.help or ''} |"
            elif isinstance(parameter, TyperOption) and parameter.name != "help":
                yield f"| `{'`, `'.join(parameter.opts)}` | {parameter.help or ''} |"
    yield from (
        "",
        "## Views",
        "",
        "`onrecord show STORY.db WHAT` knows: " + ", ".join(f"`{v}`" for v in VIEWS) + "; `new` (with `--since`).",
    )


def _leaves(group: Any, called: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that does something, by its whole name: "issue add"."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _leaves(command, f"{called}{name} ")
        else:
            yield f"{called}{name}", command


def write_records() -> str:
    """Return the page of records, from their dataclasses."""
    return "\n".join(_records()) + "\n"


def _records() -> Iterator[str]:
    yield from (_MADE, "# Records", "", inspect.cleandoc(records.__doc__ or ""))
    for name in records.__all__:
        kind = getattr(records, name)
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__.startswith(records.__name__):
            yield from ("", f"## {name}", "", inspect.cleandoc(kind.__doc__ or ""), "")
            yield from ("| field | type |", "| --- | --- |")
            for field in dataclasses.fields(kind):
                yield f"| `{field.name}` | `{str(field.type).replace('|', 'or')}` |"


def write_rules() -> str:
    """Return the page of rules, from the tables of the rooms; the tests run every sentence on it."""
    return "\n".join(_rules()) + "\n"


def _rules() -> Iterator[str]:
    yield from (_MADE, "# Rules", "")
    yield "Each rule says what of language it captures, with a sentence it is for and one that it leaves alone. The"
    yield "tests run every sentence. Square brackets mark what the rule finds."
    yield from (
        "",
        "## Statements",
        "",
        "| rule | captures | for | not for | confidence |",
        "| --- | --- | --- | --- | --- |",
    )
    with (ROOMS / "statements" / "rules.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            cells = (row["rule"], row["captures"], row["fires"], row["silent"], row["confidence"])
            yield f"| {' | '.join(map(_cell, cells))} |"
    yield from _acts_and_denials()
    yield from ("", "## Times", "", "| rule | captures | for | not for |", "| --- | --- | --- | --- |")
    for rule in tomllib.loads((ROOMS / "times" / "rules.toml").read_text(encoding="utf-8"))["rule"]:
        yield f"| {' | '.join(_cell(rule[key]) for key in ('name', 'says', 'marks', 'leaves'))} |"
    yield from ("", "## Places", "", "| rule | points | for | not for |", "| --- | --- | --- | --- |")
    with (ROOMS / "places" / "rules.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield f"| {' | '.join(_cell(row[key]) for key in ('rule', 'points', 'for', 'against'))} |"
    yield from _roots_and_modalities()


def _roots_and_modalities() -> Iterator[str]:
    yield from ("", "## Events", "", "The closed list of `type`; a mere statement is no event.", "")
    yield from _table("roots.tsv", ("root", "meaning", "example"), "events")
    yield from ("", "The closed list of `modality`.", "")
    yield from _table("standings.tsv", ("modality", "meaning", "example"), "events")


def _acts_and_denials() -> Iterator[str]:
    yield from ("", "### Acts", "", "The closed list of `act`, with one example each.", "")
    yield from _table("acts.tsv", ("act", "meaning", "example"))
    yield from ("", "### Signs of a denial", "")
    yield "Where no word of denying tells it, the points of what is found in the speech are added up; more than none is"
    yield "a denial. A negation alone is none."
    yield ""
    yield from _table("denials.tsv", ("sign", "points", "meaning"), "statements/denials")


def _table(name: str, columns: tuple[str, ...], room: str = "statements") -> Iterator[str]:
    """A table of a room as it stands."""
    yield from (f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}")
    with (ROOMS / room / name).open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield f"| {' | '.join(_cell(row[column]) for column in columns)} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


PAGES = {"commands.md": write_commands, "records.md": write_records, "rules.md": write_rules}


def main() -> int:
    """Write the pages; with --check, return 1 if one is not as the code has it."""
    stale = 0
    for name, write in PAGES.items():
        page = DOCS / name
        if "--check" in sys.argv:
            stale += not page.is_file() or page.read_text(encoding="utf-8") != write()
        else:
            page.write_text(write(), encoding="utf-8")
    sys.stdout.write("the docs are stale: run python tools/write_docs.py\n" if stale else "")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
