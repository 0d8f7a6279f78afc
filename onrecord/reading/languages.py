"""Tells the language of a report from a sample of it; a short or uncertain text has none."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.reading.doubts import Doubt

_PIECE = 1200
_ENGLISH_LETTERS = 40
_OTHER_LETTERS = 100
_ENGLISH_SURE = 0.7
_OTHER_SURE = 0.9


def find_language(text: str) -> str | None:
    """Return the ISO 639 code of the language of a text, `None` where the sample is too short or not clear.

    The verdict that a report is not in English has to be surer than the verdict that it is: it keeps the report from
    being marked.
    """
    sample = _take_sample(text)
    letters = sum(c.isalpha() for c in sample)
    if letters < _ENGLISH_LETTERS:
        return None
    found = _load_identifier().FindLanguage(sample)
    if found.language == "en":
        return "en" if found.probability >= _ENGLISH_SURE else None
    sure = found.is_reliable and found.probability >= _OTHER_SURE and letters >= _OTHER_LETTERS
    return _load_names().get(found.language, (None, ""))[0] if sure else None


def doubt_language(language: str | None) -> Doubt | None:
    """Say that a report is in a language that is not marked."""
    name = next((name for code, name in _load_names().values() if code == language), language)
    if language in (None, "en"):
        return None
    return Doubt(
        message=f"is written in {name}; only English is marked",
        remedy="It is kept and shown, without marks. To have it marked, add a translation as a report of its own.",
    )


def _take_sample(text: str) -> str:
    """Take the beginning, the middle and the end, so that a long text costs no more than a short one."""
    if len(text) <= 3 * _PIECE:
        sample = text
    else:
        middle = len(text) // 2
        sample = " ".join((text[:_PIECE], text[middle : middle + _PIECE], text[-_PIECE:]))
    return sample.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=1)
def _load_identifier() -> Any:  # gcld3 has no types
    import gcld3

    return gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=8000)


@lru_cache(maxsize=1)
def _load_names() -> dict[str, tuple[str, str]]:
    table = files("onrecord.reading").joinpath("languages.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {detected: (code, name) for detected, code, name in rows}
