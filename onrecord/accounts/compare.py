"""Lays the accounts of a collection beside each other, in the order in which each comparison needs the one before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.accounts.accusations import compare_accusations
from onrecord.accounts.agreements import find_agreements
from onrecord.accounts.contradictions import compare_claims
from onrecord.accounts.corroborations import find_corroborations
from onrecord.accounts.counts import Counted, gather_all
from onrecord.accounts.days import compare_days, find_shared_days
from onrecord.accounts.denials import compare_requests, consider_requests
from onrecord.accounts.details import compare_details
from onrecord.accounts.disputes import find_disputes, find_voices, keep_told_once
from onrecord.accounts.equals import find_equal_figures
from onrecord.accounts.figures import compare_figures, consider_figures
from onrecord.accounts.happenings import Happening, compare_hours, find_happenings, find_shared_hours
from onrecord.accounts.issues import find_topics
from onrecord.accounts.named import find_named_topics, find_standing_issues, find_stands_on_named
from onrecord.accounts.opposing import compare_propositions
from onrecord.accounts.oppositions import compare_stands, consider_stands
from onrecord.accounts.overreach import compare_headlines
from onrecord.accounts.positions import Stand, choose_positions, find_all_stands, keep_outer
from onrecord.accounts.quotations import compare_quotations
from onrecord.accounts.reinforcements import find_reinforcements
from onrecord.accounts.repeats import find_repeated_figures
from onrecord.accounts.sayings import Collection, gather
from onrecord.accounts.signatures import compare_signatures
from onrecord.accounts.versions import compare_versions
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
    told = frozenset(stand.saying.attribution.id for stand in everything)
    named = find_named_topics(collection, find_standing_issues(asked))
    disputed = keep_told_once(
        (
            *find_stands_on_named(collection, named, voices),
            *find_disputes(collection, (*topics, *named), voices, told),
        ),
    )
    stands = (*keep_outer(collection, everything), *find_reinforcements(collection, topics), *disputed)
    counted = tuple(gather_all(collection))
    happenings = find_happenings(collection)
    accused = tuple(compare_accusations(collection))
    requested = tuple(compare_requests(collection, topics, everything))
    discrepancies = (
        *requested,
        *accused,
        *compare_claims(collection, _marks_of((*accused, *requested))),
        *compare_figures(counted),
        *compare_stands(stands),
        *compare_headlines(collection),
        *compare_wordings(stands),
        *compare_quotations(collection),
        *compare_details(collection),
        *compare_days(collection),
        *compare_hours(happenings),
        *compare_signatures(collection),
        *compare_versions(collection, _places_of(accused)),
    )
    opposed, dropped = compare_propositions(collection, discrepancies)
    return Accounts(
        discrepancies=tuple(sorted((*discrepancies, *opposed), key=lambda found: _WEIGHT[found.severity])),
        agreements=_agree(collection, stands, counted, happenings),
        issues=tuple({topic.issue.id: topic.issue for topic in (*named, *(s.topic for s in stands))}.values()),
        positions=choose_positions(collection, stands),
        considered=(
            *consider_requests(collection, topics, everything),
            *consider_figures(counted, discrepancies),
            *consider_stands(stands),
            *dropped,
        ),
    )


def _agree(
    collection: Collection, stands: Sequence[Stand], counted: Sequence[Counted], happenings: Sequence[Happening]
) -> tuple[Agreement, ...]:
    """Return what accounts share: on issues, in numbers, in deeds, hours and days, nothing twice."""
    agreed = tuple(find_agreements(collection, stands, counted))
    equal = tuple(find_equal_figures(counted, _marks_of(agreed)))
    return (
        *agreed,
        *find_corroborations(collection, _marks_of(agreed)),
        *equal,
        *find_repeated_figures(counted, _marks_of((*agreed, *equal))),
        *find_shared_hours(happenings),
        *find_shared_days(collection),
    )


def _marks_of(discrepancies: Sequence[Discrepancy | Agreement]) -> frozenset[str]:
    """Return the marks that discrepancies or agreements lay out, so that nothing is told twice."""
    return frozenset(m.mark for found in discrepancies for side in found.sides for m in side.members if m.mark)


def _places_of(discrepancies: Sequence[Discrepancy]) -> frozenset[tuple[str, int]]:
    """Return where the sentences begin that discrepancies lay out."""
    return frozenset(
        (m.document, m.span.start) for found in discrepancies for side in found.sides for m in side.members
    )
