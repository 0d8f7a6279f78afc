"""The places that a report names, those that no gazetteer has included."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from onrecord.accounts.sayings import Report
from onrecord.linking.peoples import is_people
from onrecord.linking.wording import load_function_words
from onrecord.records import Marks

_LOCATED = re.compile(r"\b(?:at|in|near|from) ([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name})


def find_place_names(report: Report) -> frozenset[str]:
    """Return the names of places: those marked, and capitalised names after "at", "in", "near" and "from"."""
    return _find(report.document.text, report.marks)


@lru_cache(maxsize=20_000)
def _find(text: str, marks: Marks) -> frozenset[str]:
    others = {word for m in marks.mentions if m.kind != "place" for word in m.name.split()}
    located = {name for name in _LOCATED.findall(text.replace("\u00a0", " ")) if not others & set(name.split())}
    marked = {t.name for t in marks.toponyms} | {m.name for m in marks.mentions if m.kind == "place"}
    return frozenset(name for name in located | marked if _may_be_place(name))


def _may_be_place(name: str) -> bool:
    words = name.split()
    if _CALENDAR & set(words) or words[0].casefold() in load_function_words():
        return False
    return not (len(words) == 1 and is_people(name) and name.endswith(("n", "ns", "ese", "ish")))
