"""What a rule proposes: cue, source and content as sets of word indices."""

from __future__ import annotations

from dataclasses import dataclass

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
