"""The command line: `onrecord VERB STORY.db [WHAT]`. Data goes to standard output, messages to standard error.

Exit codes: 0 done; 1 done, but something could not be read or marked, or a check found something wrong (or onrecord
itself failed, and a traceback shows where); 2 not done: a word of the command was wrong, a source is not there, or the
story is not there, in use, damaged, or cannot be written; 130 stopped from the keyboard.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from onrecord import __version__

_KEYBOARD = 130
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

app = typer.Typer(
    name="onrecord",
    help="Puts the news on the record: who said what, when and according to whom; what happened; which figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoryPath = Annotated[Path, typer.Argument(metavar="STORY.db", help="The story file.")]
Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, patterns, or - for standard input.")
]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, help="How many processes mark reports.")]
Least = Annotated[
    float | None, typer.Option("--min", min=0.0, max=1.0, help="Only what has this probability, or none known.")
]
One = Annotated[str, typer.Argument(metavar="ONE", help="A name as the reports have it, or an id.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="Another name or id.")]
Because = Annotated[str, typer.Option("--because", help="Your reason, kept with it.")]
By = Annotated[str, typer.Option("--by", help="Who judges.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would become of it.")]
_VIEWS = (
    "One of: documents, statements, people, timeline, figures, discrepancies, considered, positions, agreements, "
    "copies, problems, sources, judgements; or new (with --since)."
)
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Where to write.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Put the news on the record."""


@app.command()
def build(sources: Sources, out: Out = None, jobs: Jobs = None) -> None:
    """Do it all: add the sources to a story, mark, link, compare, and draw the dossier."""
    from onrecord.commands import build_story

    _end(lambda: build_story(sources, out or Path("story.db"), jobs))


@app.command()
def add(story: StoryPath, sources: Sources) -> None:
    """Add reports to a story; those that are there already are recognised."""
    from onrecord.commands import add_to_story

    _end(lambda: add_to_story(story, sources))


@app.command()
def run(story: StoryPath, jobs: Jobs = None) -> None:
    """Mark what is new, then link and compare; what is done already is not done again."""
    from onrecord.commands import run_to_date

    _end(lambda: run_to_date(story, jobs))


@app.command()
def show(
    story: StoryPath,
    view: Annotated[str, typer.Argument(metavar="WHAT", help=_VIEWS)],
    actor: Annotated[str | None, typer.Option(help="Only where this name takes part.")] = None,
    since: Annotated[str | None, typer.Option(help="Only from this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only up to this day, month or year.")] = None,
    text: Annotated[str | None, typer.Option(help="Only where all these words stand.")] = None,
    least: Least = None,
    considered: Annotated[
        bool, typer.Option("--considered", help="With discrepancies: the pairs that fit, and why.")
    ] = False,
    derived: Annotated[
        str | None,
        typer.Option(metavar="HOW", help="With figures: minimum, or range (low, best, high); no report gives these."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV with every column.")] = False,
) -> None:
    """Show one view of a story."""
    from onrecord.commands import Asked, show_view
    from onrecord.errors import UsageError

    if as_json and as_csv:
        raise UsageError("--json and --csv cannot both be had: choose one")
    form = "json" if as_json else "csv" if as_csv else "table"
    _end(lambda: show_view(story, view, Asked(actor, since, until, text, least, considered, derived), form))


@app.command(name="set")
def set_(
    story: StoryPath,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The report's name or id.")],
    published: Annotated[str | None, typer.Option(help="2031-05-17, 2031-05, or 2031-05/2031-07.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be found.")] = None,
) -> None:
    """Say what you know of a report; your word wins, and all that hangs on it is resolved anew."""
    from onrecord.commands import set_details

    told = {"published": published, "outlet": outlet, "title": title, "url": url}
    _end(lambda: set_details(story, document, told))


@app.command()
def same(
    story: StoryPath, one: One, other: Other, because: Because = "", by: By = "person", dry_run: DryRun = False
) -> None:
    """Say that two items are one, by name or id: entities, statements, figures or events. It binds every later run."""
    from onrecord.commands import Judging, judge_same

    _end(lambda: judge_same(story, one, other, Judging("yes", _now(), because, by, dry_run)))


@app.command()
def different(
    story: StoryPath,
    one: One,
    other: Other,
    because: Because = "",
    by: By = "person",
    unsure: Annotated[bool, typer.Option("--unsure", help="Keep them apart, but say that it is not certain.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Say that two items are not one, whatever the rules find. It binds every later run."""
    from onrecord.commands import Judging, judge_same

    verdict: Literal["unsure", "no"] = "unsure" if unsure else "no"
    _end(lambda: judge_same(story, one, other, Judging(verdict, _now(), because, by, dry_run)))


@app.command()
def undo(
    story: StoryPath,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id: onrecord show STORY.db judgements.")],
    because: Because = "",
    by: By = "person",
) -> None:
    """Take a judgement back; the log keeps both."""
    from onrecord.commands import Judging, undo_ruling

    _end(lambda: undo_ruling(story, judgement, Judging("no", _now(), because, by)))


issues = typer.Typer(help="Name issues that every later run looks for.", no_args_is_help=True)
app.add_typer(issues, name="issue")


@issues.command("add")
def add_issue(
    story: StoryPath,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="What the issue is to be called.")],
    about: Annotated[list[str] | None, typer.Option(help="Words that reports use for it; may be repeated.")] = None,
    by: By = "person",
) -> None:
    """Name an issue: who stands where on it is looked for in every later run."""
    from onrecord.commands import add_issue

    _end(lambda: add_issue(story, label, about or [], by, _now()))


@issues.command("remove")
def remove_issue(
    story: StoryPath,
    issue: Annotated[str, typer.Argument(metavar="ISSUE", help="Its name or id.")],
    by: By = "person",
) -> None:
    """Take back an issue that somebody named; the log keeps both."""
    from onrecord.commands import remove_issue

    _end(lambda: remove_issue(story, issue, by, _now()))


@issues.command("list")
def list_issues(story: StoryPath) -> None:
    """List the issues that were named and those that the last run found."""
    from onrecord.commands import list_issues

    _end(lambda: list_issues(story))


@app.command()
def why(story: StoryPath, mark: Annotated[str, typer.Argument(metavar="ID", help="The id of any item.")]) -> None:
    """Explain an item: the rule that made it, its words in the text, and what it stands on."""
    from onrecord.commands import explain_item

    _end(lambda: explain_item(story, mark))


@app.command()
def dossier(story: StoryPath, out: Out = None) -> None:
    """Write the dossier: one HTML file that needs no network."""
    from onrecord.commands import write_dossier

    _end(lambda: write_dossier(story, out or story.with_suffix(".html")))


@app.command()
def annotate(
    sources: Sources,
    ignore_published: Annotated[bool, typer.Option("--ignore-published", help="Hide dates that were given.")] = False,
    given: Annotated[str | None, typer.Option(help="Take the mentions from the input: toponyms or events.")] = None,
    link: Annotated[bool, typer.Option("--link", help="Link events across the rows.")] = False,
    least: Least = None,
) -> None:
    """Mark each report by itself and print one JSON object a line."""
    from onrecord.commands import Annotating, print_annotations

    _end(lambda: print_annotations(sources, Annotating(ignore_published, given, link, least)))


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines with what is right.")],
    predicted: Annotated[Path, typer.Argument(metavar="PREDICTED", help="JSON Lines that onrecord annotate wrote.")],
    against: Annotated[Path | None, typer.Option(help="An earlier run: list what was gained and lost.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score a run against gold, and say what was gained and lost since an earlier run."""
    from onrecord.commands import score_files

    _end(lambda: score_files(gold, predicted, against, sys.stdout, "json" if as_json else "table"))


@app.command()
def check(story: StoryPath) -> None:
    """Check a story file: the words of every slot against the text, every capture against its digest."""
    from onrecord.commands import check_file

    _end(lambda: check_file(story))


@app.command()
def demo(out: Out = None) -> None:
    """Build the sample story, offline, and say where its dossier lies."""
    from onrecord.commands import build_sample

    _end(lambda: build_sample(out or Path("onrecord-demo")))


def _end(work: Callable[[], int]) -> NoReturn:
    """Do the work of a command and end with its code; whoever reads its data may stop reading at any time."""
    try:
        code = work()
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_output()
        code = 0
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _silence_output()
        sys.stderr.write(f"onrecord: the output cannot be written ({error.strerror}).\n")
        code = 2
    raise typer.Exit(code)


def _now() -> datetime:
    """The moment, read at the edge alone."""
    return datetime.now(tz=UTC)


def _silence_output() -> None:
    """Lead standard output nowhere, or Python fails once more when it flushes what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_plainly() -> None:
    """Make data UTF-8 where a program reads it; on a terminal that cannot show a character, show its number."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def main() -> None:
    """Run the command line; errors that are the caller's are one sentence, without a traceback."""
    from onrecord.errors import OnrecordError

    _speak_plainly()
    try:
        app()
    except OnrecordError as error:
        sys.stderr.write(f"onrecord: {' '.join(str(error).split())}\n")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        _stopped()
    except SystemExit as ended:
        if ended.code == _KEYBOARD:  # Typer makes the keyboard's interrupt into this
            _stopped()
        raise


def _stopped() -> NoReturn:
    sys.stderr.write("onrecord: stopped; what was done is stored. Run the same command again to go on.\n")
    raise SystemExit(_KEYBOARD)
