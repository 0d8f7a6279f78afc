"""Lays the accounts of a collection beside each other, in the order in which each comparison needs the one before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.accounts.issues import find_topics
from onrecord.accounts.positions import choose_positions, find_stands
from onrecord.accounts.sayings import gather
from onrecord.records import Accounts, Document, Marks, Things


def compare(documents: Sequence[Document], marks: Sequence[Marks], things: Things) -> Accounts:
    """Return where accounts agree and where they do not fit, the issues, and who stood where when.

    Nothing here says who is right; the order of the documents changes nothing.
    """
    collection = gather(documents, marks, things)
    topics = find_topics(collection)
    stands = find_stands(collection, topics)
    return Accounts(issues=tuple(topic.issue for topic in topics), positions=choose_positions(stands))
