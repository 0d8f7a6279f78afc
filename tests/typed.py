"""Types a command line in this process and returns what came of it."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from unittest.mock import patch

from onrecord.cli import main


@dataclass(frozen=True)
class Outcome:
    """The exit code, and what went to standard output and, on one line, to standard error."""

    code: int
    out: str
    err: str


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(*words: object, terminal: bool = False) -> Outcome:
    """Run onrecord with some words; on a `terminal`, or with its output going to a file."""
    out, err = (_Terminal(), _Terminal()) if terminal else (io.StringIO(), io.StringIO())
    code: object = 0
    with (
        patch.object(sys, "argv", ["onrecord", *map(str, words)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    return Outcome(code if isinstance(code, int) else 0, out.getvalue(), " ".join(err.getvalue().split()))
