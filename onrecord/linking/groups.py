"""Joins what was judged the same into groups, and never joins what was judged apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Disjoint groups of items, joined pair by pair; two items that are to stay apart never meet in one group."""

    def __init__(self, items: Iterable[Item], apart: Iterable[tuple[Item, Item]] = ()) -> None:
        self._parent = {item: item for item in items}
        self._members = {item: [item] for item in self._parent}
        self._apart: dict[Item, set[Item]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def join(self, left: Item, right: Item) -> bool:
        """Put two items, and all that is joined with either, into one group; False when they are to stay apart."""
        small, large = sorted((self.first(left), self.first(right)), key=lambda item: len(self._members[item]))
        if small == large:
            return True
        if self._apart and any(
            self._apart.get(item, set()) & set(self._members[large]) for item in self._members[small]
        ):
            return False
        self._parent[small] = large
        self._members[large] += self._members.pop(small)
        return True

    def join_like(self, key_of: Callable[[Item], Hashable]) -> None:
        """Join the items for which `key_of` gives the same; of those that stay apart, the first keeps the others."""
        first: dict[Hashable, Item] = {}
        for item in self._parent:
            self.join(first.setdefault(key_of(item), item), item)

    def members(self, item: Item) -> tuple[Item, ...]:
        """Return all that is joined with `item`, itself included."""
        return tuple(self._members[self.first(item)])

    def first(self, item: Item) -> Item:
        """Return the item that stands for the group of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def all(self) -> list[list[Item]]:
        """Return the groups, each in the order in which its items were given."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self.first(item), []).append(item)
        return list(found.values())
