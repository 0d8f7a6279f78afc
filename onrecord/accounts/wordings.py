"""One proposal in several wordings: the same speaker, the same making, and another thing that is to be made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.accounts.issues import split_contrast
from onrecord.accounts.positions import Stand
from onrecord.accounts.sayings import Saying, is_before, make_member
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.wording import load_function_words, stem
from onrecord.records import Discrepancy, Side

_MAKING = re.compile(
    r"\b(?:build|open|put|deploy|station|establish|create|set up|place) ((?:[\w'\u2019-]+ ){1,5}?)(?:at|in|on|near)\b"
)
_MOST = 6


def compare_wordings(stands: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Yield what one speaker is said to have proposed for one issue, where reports name different things."""
    made: dict[tuple[str, str], list[tuple[str, Stand]]] = defaultdict(list)
    for stand in stands:
        thing = find_thing_made(stand.saying)
        if thing and stand.saying.actor and stand.position.stance == "for":
            made[stand.topic.issue.id, stand.saying.actor].append((thing, stand))
    for of_speaker in made.values():
        first = of_speaker[0][1].saying
        things: dict[str, list[Saying]] = defaultdict(list)
        names: dict[str, str] = {}
        for thing, stand in of_speaker:
            if not is_before(first.said, stand.saying.said) and not is_before(stand.saying.said, first.said):
                things[names.setdefault(stem(thing), thing)].append(stand.saying)
        if len(things) > 1 and len({s.document for told in things.values() for s in told}) > 1:
            yield _wording(of_speaker[0][1], things)


def find_thing_made(saying: Saying) -> str | None:
    """Return what is to be made: "build supply berths at Tarn" gives "berths"."""
    wanted, _ = split_contrast(saying.words)
    match = _MAKING.search(wanted)
    if match is None:
        return None
    words = [word for word in match.group(1).split() if word.casefold() not in load_function_words()]
    return words[-1] if words else None


def _wording(stand: Stand, things: dict[str, list[Saying]]) -> Discrepancy:
    speaker = stand.saying.speaker
    return Discrepancy(
        id=thing_id("wording", f"{stand.topic.issue.id}|{stand.saying.actor}"),
        kind="wording",
        severity="medium",
        question=f"What exactly did {speaker} propose?",
        sides=tuple(
            Side(label=thing, members=tuple(make_member(saying) for saying in told[:_MOST]))
            for thing, told in things.items()
        ),
        why=f"One speaker on one issue, and {len(things)} things that are to be made: {list_names(things)}.",
        reconciled_by="The reports may be translations of one sentence.",
        missing="The words in the original language.",
        confidence=0.7,
        by="accounts wordings",
    )
