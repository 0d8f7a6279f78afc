"""What copies of one text carry word for word is shown once, with the other reports that carry it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from onrecord.dossier.catalogue import Catalogue, Report
from onrecord.dossier.passages import Passage

T = TypeVar("T")
_AROUND = 60  # characters on either side that must be alike: a copy may have lost a dateline, or a sentence before


def fold_copies(
    catalogue: Catalogue, found: Iterable[T], tell: Callable[[T], tuple[str, Passage | None]]
) -> list[tuple[T, tuple[Report, ...]]]:
    """Return items in their order, those of copies that read alike once; each with the reports that repeat it.

    `tell` gives what else must be the same (who says it), and the words where they stand.
    """
    families = {member: family.id for family in catalogue.story.things.copies for member in family.members}
    firsts: dict[tuple[str, str, str], int] = {}
    folded: list[tuple[T, tuple[Report, ...]]] = []
    held: list[set[str]] = []  # the reports that each item stands for
    for item in found:
        who, passage = tell(item)
        document = passage.report.document.id if passage else ""
        family = families.get(document)
        at = firsts.setdefault((family, who, _words(passage)), len(folded)) if passage and family else len(folded)
        if passage and at < len(folded) and document not in held[at]:
            folded[at] = (folded[at][0], (*folded[at][1], passage.report))
            held[at].add(document)
        else:
            folded.append((item, ()))
            held.append({document})
    return folded


def _words(passage: Passage) -> str:
    """The words that are meant with some on either side, however they are spaced."""
    first = next((at for at, (_, meant) in enumerate(passage.pieces) if meant), 0)
    last = max((at for at, (_, meant) in enumerate(passage.pieces) if meant), default=0)
    before = " ".join("".join(words for words, _ in passage.pieces[:first]).split())[-_AROUND:]
    meant = " ".join("".join(words for words, _ in passage.pieces[first : last + 1]).split())
    after = " ".join("".join(words for words, _ in passage.pieces[last + 1 :]).split())[:_AROUND]
    return f"{before}|{meant}|{after}"
