"""Fictional reports for the tests of the reading room, and a short way to read what a test has written."""

from __future__ import annotations

from pathlib import Path

from onrecord.reading import Intake, read_sources
from onrecord.records import Document, Problem

REPORT = (
    "The harbour talks between Korva and Dorn ended on Monday without a result, officials said.\n"
    "Nobody could say when they would be taken up again, and the ferries stayed in port all day."
)
RUSSIAN = (
    "Переговоры по гавани между Корвой и Дорном закончились в понедельник без результата, заявили чиновники. "
    "Никто не смог сказать, когда они возобновятся, и паромы весь день оставались в порту."
)
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks end | The Dorn Post</title>
{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Talks end</h1>
<p>The harbour talks between Korva and Dorn ended on Monday without a result, officials said.</p>
<p>Nobody could say when they would be taken up again, and the ferries stayed in port all day.</p>
</article><footer>Imprint</footer></body></html>"""


def read(*sources: Path | str) -> list[Intake]:
    return list(read_sources([str(source) for source in sources]))


def documents(intakes: list[Intake]) -> list[Document]:
    return [document for intake in intakes for document in intake.documents]


def problems(intakes: list[Intake]) -> list[Problem]:
    return [problem for intake in intakes for problem in intake.problems]


def read_one(path: Path, content: bytes | str) -> tuple[Document, list[str]]:
    """Write a file, read it, and give its one document and what its problems say."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    intakes = read(path)
    (document,) = documents(intakes)
    return document, [problem.message for problem in problems(intakes)]
