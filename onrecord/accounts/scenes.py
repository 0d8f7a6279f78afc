"""Whether two sayings are told in one scene: by the words that their reports use around them, weighed by rarity."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.accounts.sayings import Collection
from onrecord.linking.wording import content_stems
from onrecord.records import Span

_AROUND = 400
_HEAD = 200  # characters of a report that tell what it is about
_FEW = 20  # reports, below which every word is rare


@dataclass(frozen=True, slots=True)
class Scenes:
    """The reports of a collection, and how rare each word is among them."""

    collection: Collection
    weights: Mapping[str, float]

    def share(self, left: tuple[str, Span], right: tuple[str, Span]) -> float:
        """Return how much of what stands around the poorer of two places stands around the other, 0 to 1.

        What the places themselves say is left out on both sides: it is to be shown that they are of one scene.
        """
        said = content_stems(f"{self._words(*left)} {self._words(*right)}")
        one, other = (self._around(*place) - said for place in (left, right))
        least = 1 + min(self._weigh(one), self._weigh(other))
        return self._weigh(one & other) / least

    def _words(self, document: str, span: Span) -> str:
        return span.of(self.collection.reports[document].document.text)

    def _around(self, document: str, span: Span) -> frozenset[str]:
        text = self.collection.reports[document].document.text
        return content_stems(f"{text[:_HEAD]} {text[max(0, span.start - _AROUND) : span.end + _AROUND]}")

    def _weigh(self, stems: frozenset[str]) -> float:
        return sum(self.weights.get(stem, 0.0) for stem in stems)


def read_scenes(collection: Collection) -> Scenes:
    """Return the scenes of a collection: each word weighs the more, the fewer texts hold it."""
    users: Counter[str] = Counter()
    for report in collection.reports.values():
        users.update(content_stems(report.document.text))
    many = max(_FEW, len(collection.reports))
    return Scenes(collection, {stem: math.log(1 + many / held) for stem, held in users.items()})
