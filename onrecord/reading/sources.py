"""Finds the files that the named sources stand for, and says at once when one stands for none."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.reading.doubts import Doubt, make_problem
from onrecord.records import Problem

KINDS = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "rows"}
_READS = ".txt, .html, .htm and .jsonl"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_OWN_FILE = re.compile(r"\.db(-lock|-wal|-shm|-journal)?$")  # a story, and what lies beside it, is no report
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read and the URI of what is in it: its path below the folder that was named, or its name."""

    path: Path
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A source as the user named it, found to be there. Standard input has no path."""

    path: Path | None
    folder: bool


def check_sources(sources: Sequence[str], has_input: bool) -> tuple[Named, ...]:
    """Find every named source before any is read.

    Raises:
        SourceError: a source does not exist, cannot be opened, is an empty folder, or matches nothing.
    """
    return tuple(named for source in sources for named in _check(source, has_input))


def _check(source: str, has_input: bool) -> Iterator[Named]:
    if source == "-":
        if not has_input:
            raise SourceError('"-" stands for standard input, but nothing is piped in: cat report.txt | onrecord ... -')
        yield Named(path=None, folder=False)
        return
    for path in _expand(source):
        folder = path.is_dir()
        _check_folder(path) if folder else _check_file(path)
        yield Named(path=path, folder=folder)


def _expand(source: str) -> list[Path]:
    if _ADDRESS.match(source):
        raise SourceError(f"{source}: onrecord does not fetch pages. Save the page as HTML and add the file.")
    path = Path(source)
    if source and os.path.lexists(path):
        return [path]
    if not glob.has_magic(source):
        raise SourceError(f"{source or 'an empty name'}: there is no such file or folder.{_did_you_mean(path)}")
    matches = sorted(glob.glob(source, recursive=True))
    if not matches:
        raise SourceError(f"{source}: no file or folder matches. Look at the folder and the spelling.")
    return [Path(match) for match in matches]


def _did_you_mean(path: Path) -> str:
    if not path.parent.is_dir():
        return f" There is no folder {path.parent} either."
    try:
        names = sorted(os.listdir(path.parent))
    except OSError:
        return ""
    near = get_close_matches(path.name, [name for name in names if not name.startswith(".")], n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(str(path.parent / name) for name in near)}?" if near else ""


def _check_file(path: Path) -> None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError(f'{path}: is not a regular file. To read from a pipe, use "-".')
        with path.open("rb"):
            pass
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror}). Look at its permissions.") from error


def _check_folder(path: Path) -> None:
    try:
        os.listdir(path)
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror}). Look at its permissions.") from error
    if next((one for one in _walk(path) if isinstance(one, Path)), None) is None:
        raise SourceError(f"{path}: the folder is empty. Put reports ({_READS}) in it, or name another.")


def list_files(named: Named) -> Iterator[Found | Problem]:
    """List the files of a source in order of their names, with a problem for what is of no kind that is read."""
    if named.path is None:
        return
    if not named.folder:
        yield _found_or_other(named.path)
        return
    top = Path(os.path.abspath(named.path))
    others: dict[str, list[str]] = {}
    for one in _walk(named.path):
        path = one if isinstance(one, Path) else Path(one.filename)
        uri = _spell((Path(top.name) / path.relative_to(named.path)).as_posix())
        if isinstance(one, OSError):
            yield _unopened(uri, one)
        elif path.suffix.lower() in KINDS:
            yield Found(path=path, uri=uri)
        elif not _OWN_FILE.search(path.name):
            others.setdefault(path.suffix.lower(), []).append(uri)
    yield from (_other_kind(_spell(top.name), suffix, names) for suffix, names in sorted(others.items()))


def _found_or_other(path: Path) -> Found | Problem:
    if path.suffix.lower() in KINDS:
        return Found(path=path, uri=_spell(path.name))
    return _other_kind(_spell(path.name), path.suffix.lower(), [_spell(path.name)])


def _spell(name: str) -> str:
    """Spell a file name whose bytes are not UTF-8 with escapes, for no record can hold them."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _walk(folder: Path) -> Iterator[Path | OSError]:
    """Give the files below a folder, sorted, hidden ones left out; a folder that cannot be opened gives its error.

    Links to folders are not followed, for they may lead in a circle; they are given as errors, so that none is
    silently left out.
    """
    waiting = _open_folder(folder)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Path) and one.is_dir():
            waiting += _open_folder(one)
        else:
            yield one


def _open_folder(folder: Path) -> list[Path | OSError]:
    """List a folder, last name first; one that is not to be opened gives an error in the place of its files."""
    try:
        names = sorted(os.listdir(folder), reverse=True)
    except OSError as error:
        return [OSError(error.errno, f"cannot be opened: {error.strerror}", str(folder))]
    paths = [folder / name for name in names if not name.startswith(".")]
    return [_closed_link(path) if path.is_symlink() and path.is_dir() else path for path in paths]


def _closed_link(path: Path) -> OSError:
    return OSError(0, "is a link to a folder, which is not followed", str(path))


def _unopened(uri: str, error: OSError) -> Problem:
    doubt = Doubt(message=str(error.strerror), remedy="Look at its permissions, or add it by its own name.")
    return make_problem(uri, doubt)


def _other_kind(uri: str, suffix: str, names: list[str]) -> Problem:
    listed = ", ".join(names[:_MOST_NAMES]) + (f" and {len(names) - _MOST_NAMES} more" if names[_MOST_NAMES:] else "")
    kind = f'"{suffix}"' if suffix else "a file without an ending"
    doubt = Doubt(
        message=f"{kind} is not a kind of report that onrecord reads; left out: {listed}",
        remedy=f"onrecord reads {_READS}; save the report as one of these.",
    )
    return make_problem(uri, doubt)
