"""Lays the accounts of a collection beside each other, in the order in which each comparison needs the one before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.accounts.accusations import compare_accusations
from onrecord.accounts.agreements import find_agreements
from onrecord.accounts.denials import compare_answers, compare_requests, consider_requests
from onrecord.accounts.disputes import find_disputes
from onrecord.accounts.figures import compare_figures, consider_figures
from onrecord.accounts.issues import find_topics
from onrecord.accounts.oppositions import compare_stands, consider_stands
from onrecord.accounts.overreach import compare_headlines
from onrecord.accounts.positions import choose_positions, find_all_stands, keep_outer
from onrecord.accounts.reinforcements import find_reinforcements
from onrecord.accounts.sayings import gather
from onrecord.accounts.wordings import compare_wordings
from onrecord.records import Accounts, Document, Marks, Things

_WEIGHT = {"high": 0, "medium": 1, "low": 2}


def compare(documents: Sequence[Document], marks: Sequence[Marks], things: Things) -> Accounts:
    """Return where accounts agree and where they do not fit, the issues, and who stood where when.

    Nothing here says who is right; the order of the documents changes nothing.
    """
    collection = gather(documents, marks, things)
    topics = find_topics(collection)
    everything = find_all_stands(collection, topics)
    disputed = keep_outer(collection, find_disputes(collection, topics))
    stands = (*keep_outer(collection, everything), *find_reinforcements(collection, topics), *disputed)
    discrepancies = (
        *compare_requests(collection, topics, everything),
        *compare_figures(collection),
        *compare_stands(stands),
        *compare_headlines(collection),
        *compare_accusations(collection),
        *compare_answers(collection),
        *compare_wordings(stands),
    )
    return Accounts(
        discrepancies=tuple(sorted(discrepancies, key=lambda found: _WEIGHT[found.severity])),
        agreements=tuple(find_agreements(collection, stands)),
        issues=tuple({stand.topic.issue.id: stand.topic.issue for stand in stands}.values()),
        positions=choose_positions(collection, stands),
        considered=(
            *consider_requests(collection, topics, everything),
            *consider_figures(collection),
            *consider_stands(stands),
        ),
    )
