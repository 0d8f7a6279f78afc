"""What a rule proposes: cue, source and content as sets of word indices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.records import Act

NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An attribution that a rule proposes. `head` is the word it hangs on, `take` what the cue takes here.

    An empty `content` waits for a quotation; `addressee` and `act` only where the rule itself knows them. `parent`
    is an index into the candidates it is listed with, `relays` names the chain, nearest the report first; `cited`
    where an outlet cites the source for its report.
    """

    head: int
    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    rule: str
    take: str = "quotation"
    addressee: frozenset[int] = NONE
    act: Act | None = None
    parent: int | None = None
    relays: tuple[frozenset[int], ...] = ()
    inherited: bool = False
    cited: bool = False


def leave_out(found: Sequence[Candidate], dropped: Mapping[int, int | None]) -> list[Candidate]:
    """Return the candidates without those dropped; what they held stands in what each is mapped to."""
    if not dropped:
        return list(found)
    kept = [k for k in range(len(found)) if k not in dropped]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parent = found[k].parent
        while parent is not None and parent in dropped:
            parent = dropped[parent]
        result.append(replace(found[k], parent=None if parent is None else place[parent]))
    return result
