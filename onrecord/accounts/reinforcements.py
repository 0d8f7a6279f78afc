"""The issue beside an issue: what exists already is to be made stronger, whatever becomes of the new thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.accounts.cues import fits
from onrecord.accounts.issues import Topic, name_new_things, split_contrast, stems_of
from onrecord.accounts.positions import Stand, make_position, split_clauses
from onrecord.accounts.sayings import Collection, Saying, folded
from onrecord.identity import thing_id

_LEAST_ACTORS = 2


def find_reinforcements(collection: Collection, topics: Sequence[Topic]) -> tuple[Stand, ...]:
    """Return who speaks for making stronger what exists, for each issue where two actors or more do."""
    found = []
    for topic in topics:
        beside = _beside(topic)
        stands = [
            Stand(position=make_position(saying, beside, "for"), saying=saying, topic=beside)
            for saying in _sayings(collection, topic)
        ]
        if len({stand.saying.actor for stand in stands}) >= _LEAST_ACTORS:
            found += stands
    return tuple(found)


def _beside(topic: Topic) -> Topic:
    thing = topic.issue.terms[0]
    issue = replace(
        topic.issue,
        id=thing_id("issue", f"{topic.issue.id}|existing"),
        label=f"strengthening the existing {thing}",
        terms=(thing, *sorted(topic.others)),
        by="accounts reinforcements",
    )
    return replace(topic, issue=issue)


def _sayings(collection: Collection, topic: Topic) -> Iterator[Saying]:
    for saying in collection.sayings():
        attribution = saying.attribution
        is_plain = saying.speaker and not (attribution.denial or attribution.parent or saying.in_title)
        if is_plain and saying.document in topic.reports:
            wanted, _ = split_contrast(saying.words)
            if any(_is_for(clause, topic) for clause in split_clauses(wanted)):
                yield saying


def _is_for(clause: str, topic: Topic) -> bool:
    """True when a clause wants what exists to be stronger and denies nothing."""
    plain = folded(clause)
    if not fits("contrasts", "reinforce", plain) or fits("contrasts", "negation", plain):
        return False
    if any(head in topic.heads for head, _, _ in name_new_things(clause)):
        return False
    return bool(topic.heads & stems_of(clause)) or any(other in clause for other in topic.others)
