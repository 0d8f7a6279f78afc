"""What a command tells the user, on standard error, so that standard output holds data alone."""

from __future__ import annotations

import contextlib
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from onrecord.records import Problem
from onrecord.running import ENGLISH, Added, RunSummary, Tell, is_told_since
from onrecord.store import StoryFile, Totals, count_totals

_MOST_PROBLEMS = 12
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]+")


def say(words: str) -> None:
    """Tell the user one thing in one line; what a file is called can neither break the line nor steer the terminal.

    Nobody has to listen: work is not stopped because the messages go nowhere.
    """
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.write(in_one_line(words) + "\n")


def in_one_line(words: str) -> str:
    """Return words with each stretch of control characters and line ends as one blank."""
    return _CONTROLS.sub(" ", words)


@contextmanager
def progress() -> Iterator[Tell]:
    """Show how far the stages are for the length of a `with` block; on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), TextColumn("{task.completed:,}{task.fields[of]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, of="")
            bars.update(tasks[stage], completed=done, total=total, of="" if total is None else f" of {total:,}")

        yield tell


def say_added(added: Added, story: Path) -> None:
    """Tell what came of adding, and which problems there were."""
    say(
        f"{_count(len(added.new), 'new report')}, {_count(len(added.changed), 'changed report')}, "
        f"{added.unchanged} already there."
    )
    say_problems(added.problems, story)


def say_problems(problems: Sequence[Problem], story: Path | None = None) -> None:
    """Tell each problem with its remedy; many of them are counted, and are to be seen in the story, if there is one."""
    for problem in problems[:_MOST_PROBLEMS]:
        message = problem.message.splitlines()[0]
        say(f"  {problem.uri}: {message}. {problem.remedy}")
    if len(problems) > _MOST_PROBLEMS:
        where = f": onrecord show {quoted(story)} problems" if story else "."
        say(f"  ... and {len(problems) - _MOST_PROBLEMS} more{where}")


def say_run(summary: RunSummary, totals: Totals, story: Path) -> None:
    """Tell what a run did, what the story now holds, and what a person may want to look at."""
    marked = f"{summary.marked} marked" + (f", {summary.failed} of them not wholly" if summary.failed else "")
    say(f"{marked}; {'linked and compared anew' if summary.relinked else 'nothing had changed'}.")
    say(found(totals))
    for line in needs_a_look(totals, story):
        say(f"  {line}")


def found(totals: Totals) -> str:
    """Return one sentence that counts what a story holds."""
    parts = (
        f"{_count(totals.reports, 'report')} ({_count(totals.reports - totals.copies, 'independent text')})",
        f"{_count(totals.statements, 'statement')} in {totals.tellings} tellings",
        _count(totals.speakers, "speaker"),
        _count(totals.event_mentions, "event mention"),
        _count(totals.figures, "figure"),
        _discrepancies(totals.severities),
    )
    return ", ".join(parts) + "."


def needs_a_look(totals: Totals, story: Path) -> Iterator[str]:
    """Yield a sentence for each thing that a person should look at, with the command that shows it."""
    if totals.undated:
        example = f"onrecord set {quoted(story)} {quoted(totals.undated[0])} --published DAY"
        yield f"No day known: {_listed(totals.undated)}. If you know it: {example}"
    if totals.foreign:
        yield f"Not marked, since not in English: {_listed(totals.foreign)}."
    if totals.problems:
        yield f"{_count(totals.problems, 'problem')}: onrecord show {quoted(story)} problems"


def say_behind(story: StoryFile) -> Totals:
    """Tell when a story is shown that holds nothing, or was not brought up to date; return what it holds."""
    totals, run = count_totals(story, ENGLISH), f"First: onrecord run {quoted(story.path)}"
    if not totals.reports:
        say(f"There is no report in {story.path} yet. First: onrecord add {quoted(story.path)} SOURCE...")
    elif totals.waiting:
        say(f"Not marked yet: {_listed(totals.waiting)}. {run}")
    elif not totals.linked:
        say(f"Not linked and compared yet. {run}")
    elif is_told_since(story):
        say(f"What was told since the last run, or rules that are newer, are not in it. {run}")
    return totals


def quoted(name: str | Path) -> str:
    """Return a name as it can be typed in a shell: one that holds blanks or quotation marks within quotation marks."""
    return shlex.quote(str(name))


def _discrepancies(severities: dict[str, int]) -> str:
    named = ", ".join(f"{severities[s]} {s}" for s in ("high", "medium", "low") if s in severities)
    count = _count(sum(severities.values()), "discrepancy", "discrepancies")
    return f"{count} ({named})" if named else count


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
