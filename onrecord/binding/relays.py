"""What is told within a relayed statement came the same way as the statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Attribution, Relay


def inherit_relays(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, nested ones without a relay of their own with that of the statement around them."""
    by_id = {attribution.id: attribution for attribution in attributions}
    return tuple(
        replace(attribution, via=_inherited(attribution, by_id)) if attribution.parent else attribution
        for attribution in attributions
    )


def _inherited(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Relay, ...]:
    seen: set[str] = set()
    around: Attribution | None = attribution
    while around is not None and around.id not in seen:
        if around.via:
            same = around is attribution
            return around.via if same else tuple(replace(relay, inherited=True) for relay in around.via)
        seen.add(around.id)
        around = by_id.get(around.parent or "")
    return ()
