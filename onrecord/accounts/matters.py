"""Tells apart the things that go by one name: the herring ban and the smoking ban, each with its reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.accounts.issues import LEAST_NAMES, Topic, make_disputed
from onrecord.accounts.objects import Handled
from onrecord.accounts.sayings import Collection, Report, Saying
from onrecord.accounts.surroundings import (
    Context,
    Reading,
    are_one,
    compare_contexts,
    find_context,
    is_degree,
    pair_contexts,
)
from onrecord.linking.groups import Groups
from onrecord.records import Stance

_YEARS = 1100  # days between two reports that can still speak of one thing
_LEAST_REPORTS = 2
_LOOSELY = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A saying that takes a stance on a thing."""

    saying: Saying
    thing: Handled
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Parted:
    """The reports that speak of one thing, and the stances on all things of that name."""

    documents: frozenset[str]
    bearings: Sequence[Bearing]

    def own(self) -> list[Bearing]:
        """The stances in these reports."""
        return [bearing for bearing in self.bearings if bearing.saying.document in self.documents]


def divide(
    collection: Collection, readings: Sequence[Reading], weights: Mapping[str, float], bearings: Sequence[Bearing]
) -> list[Topic]:
    """Return the things of one name, each with the reports that speak of it.

    Reports in which somebody takes a stance on it come together by what describes the thing and by the words around
    it; a report that only says "the ban" belongs to the one that most of them speak of.
    """
    head = bearings[0].thing.head
    found = (find_context(reading, head, weights) for reading in readings if head in reading.places)
    contexts = {context.document: context for context in found if context}
    groups = Groups(contexts)
    ties = set()
    for left, right in pair_contexts(tuple(contexts.values())):
        if _is_one_time(collection.reports[left.document], collection.reports[right.document]) and are_one(left, right):
            groups.join(left.document, right.document)
            ties.add(frozenset((left.document, right.document)))
    parted = [_Parted(frozenset(members), bearings) for members in groups.all()]
    parted = [part for part in parted if _is_named_as_thing(part, contexts)]
    largest = max(parted, key=lambda part: len(part.documents), default=None)
    held = frozenset().union(*(part.documents for part in parted))
    loose = (context for document, context in contexts.items() if context.is_known and document not in held)
    near = frozenset(one.document for one in loose if largest and _is_near(one, largest.documents, contexts))
    grown = (_Parted(part.documents | near, bearings) if part is largest else part for part in parted)
    topics = (_topic(collection, head, part.own(), part.documents) for part in grown)
    return [replace(topic, ties=frozenset(tie for tie in ties if tie <= topic.reports)) for topic in topics]


def _is_named_as_thing(part: _Parted, contexts: Mapping[str, Context]) -> bool:
    """True where somebody takes a stance on a thing and some report names it as a thing, and not as a doing."""
    is_noun = any(bearing.thing.is_noun or len(bearing.thing.words) > 1 for bearing in part.own())
    return is_noun and any(contexts[document].is_noun for document in part.documents)


def _is_near(context: Context, members: frozenset[str], contexts: Mapping[str, Context]) -> bool:
    """True for a report that shares names and some words with those on a thing that several of them speak of."""
    others = [contexts[member] for member in members if member != context.document]
    alike = [other for other in others if len(context.names & other.names) >= LEAST_NAMES]
    return len(others) >= _LEAST_REPORTS and any(compare_contexts(context, other) >= _LOOSELY for other in alike)


def _is_one_time(left: Report, right: Report) -> bool:
    """True unless two reports are known to be years apart."""
    days = [r.published.earliest or r.published.latest if r.published else None for r in (left, right)]
    first, second = (date.fromisoformat(day[:10]) if day else None for day in days)
    return first is None or second is None or abs((first - second).days) <= _YEARS


def _label(collection: Collection, bearings: Sequence[Bearing]) -> str:
    """Return what the thing is called most, without the names of people before it."""
    phrases: Counter[str] = Counter()
    for bearing in bearings:
        marks = collection.reports[bearing.saying.document].marks
        people = {word for m in marks.mentions if m.kind == "person" for word in m.name.split()}
        called = [word for word in bearing.thing.called.split() if word not in people and not word.endswith("s'")]
        called = [word for word in called[:-1] if not is_degree(word)] + called[-1:]
        called = called or [bearing.thing.words[-1]]
        phrases[" ".join(called) if bearing.thing.is_noun else called[-1]] += 1
    return max(phrases, key=lambda phrase: (phrases[phrase], len(phrase), phrase))


def _topic(collection: Collection, head: str, bearings: Sequence[Bearing], documents: frozenset[str]) -> Topic:
    label = _label(collection, bearings)
    first = min(documents, key=lambda document: collection.reports[document].document.uri)
    return make_disputed(f"{first}|{head}|disputed", label, head, documents)
