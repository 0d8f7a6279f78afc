"""What is known of the reports of a collection before their marks are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import CopyFamily, DatedDocument, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Days of time expressions and of publication, and who copied whom."""

    readings: Sequence[Reading]
    publications: Sequence[DatedDocument]
    copies: Sequence[CopyFamily] = ()
