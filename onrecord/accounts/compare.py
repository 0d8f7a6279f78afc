"""Lays the accounts of a collection beside each other, in the order in which each comparison needs the one before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.accounts.accusations import compare_accusations
from onrecord.accounts.agreements import find_agreements
from onrecord.accounts.contradictions import compare_claims
from onrecord.accounts.corroborations import find_corroborations
from onrecord.accounts.denials import compare_requests, consider_requests
from onrecord.accounts.details import compare_details
from onrecord.accounts.disputes import find_disputes, find_voices, keep_told_once
from onrecord.accounts.figures import compare_figures, consider_figures
from onrecord.accounts.issues import find_topics
from onrecord.accounts.named import find_named_topics, find_standing_issues, find_stands_on_named
from onrecord.accounts.oppositions import compare_stands, consider_stands
from onrecord.accounts.overreach import compare_headlines
from onrecord.accounts.positions import choose_positions, find_all_stands, keep_outer
from onrecord.accounts.reinforcements import find_reinforcements
from onrecord.accounts.rivals import compare_rivals
from onrecord.accounts.sayings import gather
from onrecord.accounts.wordings import compare_wordings
from onrecord.records import Accounts, Agreement, Discrepancy, Document, Marks, NamedIssue, Things

_WEIGHT = {"high": 0, "medium": 1, "low": 2}


def compare(
    documents: Sequence[Document], marks: Sequence[Marks], things: Things, asked: Sequence[NamedIssue] = ()
) -> Accounts:
    """Return where accounts agree and where they do not fit, the issues, and who stood where when.

    `asked` is the log of the issues that a person named: those that stand are looked for besides those that are found.
    Nothing here says who is right; the order of the documents changes nothing.
    """
    collection = gather(documents, marks, things)
    topics = find_topics(collection)
    everything = find_all_stands(collection, topics)
    voices = find_voices(collection)
    named = find_named_topics(collection, find_standing_issues(asked))
    disputed = keep_told_once(
        (
            *find_stands_on_named(collection, named, voices),
            *find_disputes(collection, (*topics, *named), voices),
        ),
    )
    stands = (*keep_outer(collection, everything), *find_reinforcements(collection, topics), *disputed)
    counted = tuple(compare_figures(collection))
    accused = tuple(compare_accusations(collection))
    discrepancies = (
        *compare_requests(collection, topics, everything),
        *accused,
        *compare_claims(collection, _marks_of(accused)),
        *counted,
        *compare_rivals(collection, _marks_of(counted)),
        *compare_stands(stands),
        *compare_headlines(collection),
        *compare_wordings(stands),
        *compare_details(collection),
    )
    agreed = tuple(find_agreements(collection, stands))
    return Accounts(
        discrepancies=tuple(sorted(discrepancies, key=lambda found: _WEIGHT[found.severity])),
        agreements=(*agreed, *find_corroborations(collection, _marks_of(agreed))),
        issues=tuple({topic.issue.id: topic.issue for topic in (*named, *(s.topic for s in stands))}.values()),
        positions=choose_positions(collection, stands),
        considered=(
            *consider_requests(collection, topics, everything),
            *consider_figures(collection),
            *consider_stands(stands),
        ),
    )


def _marks_of(discrepancies: Sequence[Discrepancy | Agreement]) -> frozenset[str]:
    """Return the marks that discrepancies or agreements lay out, so that nothing is told twice."""
    return frozenset(m.mark for found in discrepancies for side in found.sides for m in side.members if m.mark)
