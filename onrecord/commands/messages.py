"""What a command tells the user, on standard error, so that standard output holds data alone."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from onrecord.exports import Row
from onrecord.exports.rows import Cell
from onrecord.records import Problem, Story
from onrecord.running import Added, RunSummary, Tell

_MOST_PROBLEMS = 12
_LONG = 160


def console() -> Console:
    """Return the console that messages go to."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(words: str) -> None:
    """Tell the user one thing; the words are never taken for markup."""
    console().print(escape(words))


@contextmanager
def progress() -> Iterator[Tell]:
    """Show how far the stages are for the length of a `with` block; on a terminal only."""
    columns = (TextColumn("{task.description}"), TextColumn("{task.completed:,}{task.fields[of]}"), TimeElapsedColumn())
    with Progress(*columns, console=console(), transient=True, disable=not sys.stderr.isatty()) as bars:
        tasks = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, of="")
            bars.update(tasks[stage], completed=done, total=total, of="" if total is None else f" of {total:,}")

        yield tell


def say_added(added: Added) -> None:
    """Tell what came of adding, and which problems there were."""
    say(
        f"{_count(len(added.new), 'new report')}, {_count(len(added.changed), 'changed report')}, "
        f"{added.unchanged} already there."
    )
    say_problems(added.problems)


def say_problems(problems: Sequence[Problem]) -> None:
    """Tell each problem with its remedy; many of them are counted."""
    for problem in problems[:_MOST_PROBLEMS]:
        message = problem.message.splitlines()[0]
        say(f"  {problem.uri}: {message}. {problem.remedy}")
    if len(problems) > _MOST_PROBLEMS:
        say(f"  ... and {len(problems) - _MOST_PROBLEMS} more: onrecord show STORY.db problems")


def say_run(summary: RunSummary, story: Story) -> None:
    """Tell what a run did, what the story now holds, and what a person may want to look at."""
    marked = f"{summary.marked} marked" + (f", {summary.failed} of them failed" if summary.failed else "")
    say(f"{marked}; {'linked and compared anew' if summary.relinked else 'nothing had changed'}.")
    say(found(story))
    for line in needs_a_look(story):
        say(f"  {line}")


def found(story: Story) -> str:
    """Return one sentence that counts what a story holds."""
    told = sum(len(marks.attributions) for marks in story.marks)
    texts = len(story.documents) - sum(family.reports - family.independent_texts for family in story.things.copies)
    parts = (
        f"{_count(len(story.documents), 'report')} ({_count(texts, 'independent text')})",
        f"{_count(len(story.things.statements), 'statement')} in {told} tellings",
        _count(len({s.speaker for s in story.things.statements if s.speaker}), "speaker"),
        _count(sum(len(marks.events) for marks in story.marks), "event mention"),
        _count(sum(len(marks.figures) for marks in story.marks), "figure"),
        _discrepancies(story),
    )
    return ", ".join(parts) + "."


def needs_a_look(story: Story) -> Iterator[str]:
    """Yield a sentence for each thing that a person should look at, with the command that shows it."""
    days = {d.document: d.publication.interval for d in story.things.publications}
    known = {document for document, stretch in days.items() if stretch.earliest and stretch.earliest == stretch.latest}
    undated = [document.uri for document in story.documents if document.id not in known]
    if undated:
        yield f"No day known: {_listed(undated)}. If you know it: onrecord set STORY.db {undated[0]} --published DAY"
    foreign = [d.uri for d in story.documents if d.language not in ("en", None)]
    if foreign:
        yield f"Not marked, since not in English: {_listed(foreign)}."
    if story.problems:
        yield f"{_count(len(story.problems), 'problem')}: onrecord show STORY.db problems"


def _discrepancies(story: Story) -> str:
    severities = Counter(d.severity for d in story.accounts.discrepancies)
    named = ", ".join(f"{severities[s]} {s}" for s in ("high", "medium", "low") if severities[s])
    count = _count(len(story.accounts.discrepancies), "discrepancy", "discrepancies")
    return f"{count} ({named})" if named else count


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def print_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Print rows as a table on standard output, each cell as one line of words."""
    table = Table(*columns, show_lines=False, box=None, header_style="bold")
    for row in rows:
        table.add_row(*(escape(words_of(row.get(column))) for column in columns))
    out = Console(highlight=False, width=None if sys.stdout.isatty() else 200)
    out.print(table)


def words_of(cell: Cell) -> str:
    """Return a cell as a person reads it: intervals as days, nothing as a dash."""
    if cell is None or cell == []:
        return "-"
    if isinstance(cell, dict) and set(cell) == {"earliest", "latest"}:
        return _stretch(cell["earliest"], cell["latest"])
    if isinstance(cell, list):
        return ", ".join(map(words_of, cell))
    if isinstance(cell, dict):
        return "; ".join(f"{key} {words_of(value)}" for key, value in cell.items())
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    flat = " ".join(str(cell).split())
    return flat if len(flat) <= _LONG else flat[: _LONG - 1] + "…"


def _stretch(earliest: Cell, latest: Cell) -> str:
    if earliest == latest:
        return str(earliest)
    if earliest is None:
        return f"by {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"
