"""Judgements that cannot stand beside each other: one, one, and yet apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.linking.entities import pair_names
from onrecord.linking.groups import Groups
from onrecord.linking.rulings import pair_up
from onrecord.records import Judgement, Marks


def find_clash(marks: Sequence[Marks], earlier: Sequence[Judgement], new: Judgement) -> tuple[Judgement, ...]:
    """Return the earlier judgements that a new one contradicts; nothing when all of them can stand.

    Where any one of several would have to go, each of them is returned.
    """
    earlier = [judgement for judgement in earlier if judgement.relation == new.relation]
    if _fit(marks, [*earlier, new]):
        return ()
    alone = [one for one in earlier if _fit(marks, [*(other for other in earlier if other != one), new])]
    return tuple(alone or earlier)


def _fit(marks: Sequence[Marks], judgements: Sequence[Judgement]) -> bool:
    if judgements[0].relation == "same entity":
        together, apart, _ = pair_names(marks, judgements)
    else:
        together, apart = pair_up(judgements, judgements[0].relation, _ends(judgements))
    groups = Groups({end for pair in (*together, *apart) for end in pair}, apart)
    joined = all(groups.join(left, right) for left, right in together)
    return joined and all(left != right for left, right in apart)


def _ends(judgements: Iterable[Judgement]) -> set[str]:
    return {end for one in judgements for end in (one.left, one.right)}
