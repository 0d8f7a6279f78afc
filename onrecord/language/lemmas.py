"""The dictionary form of a word, from the tables that the parser's model ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_CLASS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
_IRREGULAR = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "n't": "not", "'d": "would"}
_PLAIN_TAGS = {"NN", "VB", "JJ", "RB", "MD"}


@dataclass(slots=True)
class Lemmas:
    """Lemma tables (rules, exceptions and index by word class) with a cache of answers."""

    rules: Mapping[str, list[list[str]]]
    exceptions: Mapping[str, Mapping[str, list[str]]]
    index: Mapping[str, list[str]]
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, lower: str, tag: str, pos: str) -> str:
        """Return the lemma of a lower-cased word with that tag and class; the word itself where none is known."""
        key = (lower, tag)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._look_up(lower, tag, pos)
        return found

    def _look_up(self, lower: str, tag: str, pos: str) -> str:
        kind = _CLASS.get(pos)
        if pos == "VERB" and lower in _IRREGULAR:
            return _IRREGULAR[lower]
        if lower == "n't":
            return "not"
        if kind is None or tag in _PLAIN_TAGS:
            return lower
        excepted = self.exceptions.get(kind, {}).get(lower)
        if excepted:
            return excepted[0]
        return self._by_rule(lower, kind)

    def _by_rule(self, lower: str, kind: str) -> str:
        if kind not in self.words:
            self.words[kind] = frozenset(self.index.get(kind, ()))
        index = self.words[kind]
        formed = [lower[: len(lower) - len(old)] + new for old, new in self.rules.get(kind, []) if lower.endswith(old)]
        for form in formed:
            if form in index:
                return form
        return lower if lower in index or not formed else formed[0]

    def knows(self, lower: str) -> bool:
        """Tell whether the dictionary holds a lower-cased word, as it stands or in the form a rule leads it back to."""
        return any(self._holds(lower, kind) for kind in ("noun", "verb", "adj", "adv"))

    def _holds(self, lower: str, kind: str) -> bool:
        if kind not in self.words:
            self.words[kind] = frozenset(self.index.get(kind, ()))
        index = self.words[kind]
        if lower in index or lower in self.exceptions.get(kind, {}):
            return True
        return any(
            lower.endswith(old) and lower[: len(lower) - len(old)] + new in index
            for old, new in self.rules.get(kind, [])
        )
