"""The commands that bring reports in, mark them, and draw the dossier."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.commands.messages import progress, quoted, say, say_added, say_behind, say_problems, say_run
from onrecord.dossier import draw_dossier
from onrecord.errors import SourceError, StoryError, UsageError
from onrecord.reading import Intake, read_sources
from onrecord.records import Problem, Story
from onrecord.running import ENGLISH, add_intakes, hold, load_comparable, run_story
from onrecord.store import StoryFile, count_totals, open_story, read_records

_DONE, _INCOMPLETE = 0, 1


def build_story(sources: Sequence[str], path: Path, jobs: int | None) -> int:
    """Add, run and draw; return the exit code."""
    page = path.with_suffix(".html")
    _keep_apart(path, page)
    intakes = read_sources(sources, standard_input(sources))
    with open_story(path, create=True) as story, hold(path):
        code = max(_add(story, intakes), _run(story, jobs))
        _draw(load_comparable(story), page)
        say(f"The record is {path}. Next: onrecord show {quoted(path)} discrepancies")
    return code


def add_to_story(path: Path, sources: Sequence[str]) -> int:
    """Add sources to a story, which is made if it is not there; return the exit code."""
    intakes = read_sources(sources, standard_input(sources))
    with open_story(path, create=True) as story, hold(path):
        code = _add(story, intakes)
        say(f"Next: onrecord run {quoted(path)}")
    return code


def run_to_date(path: Path, jobs: int | None) -> int:
    """Bring a story up to date; return the exit code."""
    with open_story(path) as story, hold(path):
        code = _run(story, jobs)
        say(f"Next: onrecord dossier {quoted(path)}")
    return code


def write_dossier(path: Path, out: Path) -> int:
    """Write the dossier of a story as it stands; return the exit code."""
    _keep_apart(path, out)
    with open_story(path) as story:
        loaded = load_comparable(story)
        say_behind(story)
    _draw(loaded, out)
    return _DONE


def build_sample(folder: Path) -> int:
    """Build the sample story into a folder; return the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoryError(f"{folder}: the folder cannot be made ({error.strerror}). Choose another with -o.") from error
    say("The sample story: 18 invented reports on a leased naval station.")
    return build_story([str(sample_folder())], folder / "harbour.db", 1)


def sample_folder() -> Path:
    """Return the folder that holds the sample story: in the installed package, or in the source tree."""
    package = Path(__file__).parent.parent
    for folder in (package / "sample" / "harbour", package.parent / "examples" / "harbour"):
        if folder.is_dir():
            return folder
    raise SourceError("the sample story is not part of this installation")


def standard_input(sources: Sequence[str]) -> BinaryIO | None:
    """Return the stream that "-" stands for, if it is among the sources."""
    return sys.stdin.buffer if "-" in sources else None


def _add(story: StoryFile, intakes: Iterable[Intake]) -> int:
    with progress() as tell:
        added = add_intakes(story, intakes, tell)
    say_added(added, story.path)
    return _INCOMPLETE if added.problems else _DONE


def _run(story: StoryFile, jobs: int | None) -> int:
    with progress() as tell:
        summary = run_story(story, jobs, tell)
    say_run(summary, count_totals(story, ENGLISH), story.path)
    unfinished = [problem for problem in read_records(story, Problem) if problem.stage in ("mark", "linking")]
    say_problems(unfinished, story.path)
    return _INCOMPLETE if unfinished else _DONE


def _keep_apart(story: Path, page: Path) -> None:
    if story.resolve() == page.resolve():
        raise UsageError(f"{story}: the dossier would take the place of the story. Give one of them another name.")


def _draw(story: Story, out: Path) -> None:
    """Write the page to a file beside its place and move it there, so that no half a page is ever seen."""
    page = draw_dossier(story).encode("utf-8", "backslashreplace")
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(page)
        part.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise StoryError(f"{out}: the dossier cannot be written ({error.strerror}).") from error
    say(f"The dossier is {out} ({len(page) / 1000:,.0f} kB): open it in a browser.")
