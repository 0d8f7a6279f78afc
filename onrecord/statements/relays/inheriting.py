"""Lends a relay that is named once to what goes on in its sentence, and to what only that relay can know of.

What the same speaker says next is left to `binding.carrying`, where it is known who "he" is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.relays.bearers import Bearer
from onrecord.statements.relays.letters import follow_letters, is_same_place
from onrecord.statements.relays.threads import is_closed, is_recalled, is_stamped, is_within, names_of


def inherit_relays(parse: Parse, bearers: dict[int, list[Bearer]], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Lend a relay to what its speaker says in the same sentence, and where the nameless one or the letter goes on.

    Never to what is hedged or has an occasion of its own.
    """
    found = follow_letters(parse, bearers, candidates)
    if any(candidate.relays for candidate in found):
        named = frozenset(k for k, candidate in enumerate(found) if candidate.relays)
        _lend(parse, found, named, range(len(found)))
        _lend(parse, found, named, range(len(found) - 1, -1, -1))
    return found


def _lend(parse: Parse, found: list[Candidate], named: frozenset[int], order: range) -> None:
    lender: Candidate | None = None
    for k in order:
        candidate = found[k]
        if k in named:
            if lender is None or not _stands_aside(candidate, lender):
                lender = candidate
        elif lender is not None and _is_loose(found, candidate):
            inherits = _may_inherit(parse, lender, candidate, order.step < 0)
            chain = lender.relays[:1] if is_same_place(parse, candidate) else lender.relays
            found[k] = replace(candidate, relays=chain, inherited=True) if inherits else candidate


def _is_loose(found: Sequence[Candidate], candidate: Candidate) -> bool:
    if candidate.relays:
        return False
    return candidate.parent is None or not found[candidate.parent].source


def _stands_aside(candidate: Candidate, lender: Candidate) -> bool:
    """The one who told what was lent, or what is nested while another speaks: the first speaker may go on."""
    return bool(candidate.source & NONE.union(*lender.relays)) or candidate.parent is not None


def _may_inherit(parse: Parse, lender: Candidate, candidate: Candidate, back: bool) -> bool:
    if not candidate.source or candidate.source & NONE.union(*lender.relays) or is_closed(parse, candidate):
        return False
    if candidate.source == lender.source:
        return True
    if back:
        same = parse.words[candidate.head].sentence == parse.words[lender.head].sentence
        return same and bool(names_of(parse, candidate) & names_of(parse, lender))
    return not is_stamped(parse, candidate, lender) and _holds_still(parse, lender, candidate)


def _holds_still(parse: Parse, first: Candidate, candidate: Candidate) -> bool:
    """The nameless one speaks again, the letter is read on, or the place is the same."""
    return is_recalled(parse, first, candidate) or is_within(parse, first, candidate) or is_same_place(parse, candidate)
