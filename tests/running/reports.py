"""Short invented reports that the tests of this room write to disk."""

from __future__ import annotations

from pathlib import Path

TEXTS = {
    "01-dorn.txt": (
        "Korva premier wants a second pier\n\n"
        "KORVA, May 3, 2031 (Dorn Press) - Premier Ada Quell said on Friday that Korva wanted a second pier at Morlan. "
        "Thirty-six people were hurt when the old pier gave way, the Health Ministry said."
    ),
    "02-herald.txt": (
        "Ada Quell was cited as saying by Dorn Press that Korva wanted a second pier. "
        'Foreign Minister Ilan Brode denied that talks were under way. "We have nothing to discuss," he said.'
    ),
    "03-post.txt": "The Korva Post (4 June 2031)\n\nRescuers said 41 people were hurt at the pier. They urged calm.",
}


def write_reports(folder: Path, copies: int = 1) -> Path:
    """Write the reports into a new folder, so many times, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for copy in range(copies):
        for name, text in TEXTS.items():
            (folder / (f"{copy}-{name}" if copy else name)).write_text(text, encoding="utf-8")
    return folder


def quiet(stage: str, done: int, total: int | None) -> None:
    """Hear how far a stage is, and say nothing."""
