"""What a user's word means: an id of the record, or a name that stands in the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.commands.showing import nearest
from onrecord.errors import UsageError
from onrecord.linking import KINDS, find_spans
from onrecord.records import Entity, MarkKind, Marks, Relation, Span, Story

_MOST_LISTED = 6
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing that a word means, and the mark that stands for it when it is judged."""

    relation: Relation
    label: str
    thing: str | None
    marks: tuple[str, ...]
    mark: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Group:
    relation: Relation
    thing: str | None
    marks: tuple[str, ...]
    chosen: str


def find_referent(story: Story, word: str) -> Referent:
    """Return the one thing that a word means: an entity, a statement, a figure or an event.

    Raises:
        UsageError: nothing is so called, or several are.
    """
    groups = list(_by_id(story, word)) or list(_by_name(story, word))
    if len(groups) == 1:
        return _referent(story, groups[0])
    if groups:
        listed = "; ".join(_tell(_referent(story, group), story) for group in groups[:_MOST_LISTED])
        more = f"; and {len(groups) - _MOST_LISTED} more" if len(groups) > _MOST_LISTED else ""
        raise UsageError(f"{word!r} may mean {listed}{more}. Give the id.")
    names = [variant for entity in story.things.entities for variant in entity.variants]
    raise UsageError(f"nothing here is called {word!r}.{nearest(word, names)} Ids are in: onrecord show ... --json")


def _tell(referent: Referent, story: Story) -> str:
    uris = {document.id: document.uri for document in story.documents}
    return f"{referent.thing or referent.mark} ({referent.label}, {uris[referent.document]})"


def _by_id(story: Story, word: str) -> Iterator[_Group]:
    for group in _things(story):
        if group.thing == word:
            yield group
            return
    for relation, kind in KINDS.items():
        if any(word in find_spans(marks, kind) for marks in story.marks):
            holding = next((group for group in _things(story) if word in group.marks), None)
            yield _Group(relation, holding.thing if holding else None, holding.marks if holding else (word,), word)
            return


def _things(story: Story) -> Iterator[_Group]:
    things = story.things
    names = {mention.id: mention.name for marks in story.marks for mention in marks.mentions}
    for entity in things.entities:
        yield _Group("same entity", entity.id, entity.mentions, _mention_of(entity, entity.name, names))
    for statement in things.statements:
        yield _Group("same statement", statement.id, statement.attributions, statement.attributions[0])
    for quantity in things.quantities:
        yield _Group("same figure", quantity.id, quantity.figures, quantity.figures[0])
    for event in things.events:
        yield _Group("same event", event.id, event.mentions, event.mentions[0])


def _by_name(story: Story, word: str) -> Iterator[_Group]:
    names = {mention.id: mention.name for marks in story.marks for mention in marks.mentions}
    wanted = _plain(word)
    for entity in story.things.entities:
        for variant in entity.variants:
            if _plain(variant) == wanted:
                yield _Group("same entity", entity.id, entity.mentions, _mention_of(entity, variant, names))
                break


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _mention_of(entity: Entity, name: str, names: dict[str, str]) -> str:
    return next((mention for mention in entity.mentions if names.get(mention) == name), entity.mentions[0])


def _referent(story: Story, group: _Group) -> Referent:
    document, span = _place(story.marks, KINDS[group.relation], group.chosen)
    text = next(one.text for one in story.documents if one.id == document)
    return Referent(
        relation=group.relation,
        label=_label(story, group, span.of(text)),
        thing=group.thing,
        marks=group.marks,
        mark=group.chosen,
        document=document,
        span=span,
    )


def _place(marks: Iterable[Marks], kind: MarkKind, mark: str) -> tuple[str, Span]:
    for found in marks:
        spans = find_spans(found, kind)
        if mark in spans:
            return found.document, spans[mark]
    raise UsageError(f"{mark} has no words of its own, so that it could not be found again; judge another")


def _label(story: Story, group: _Group, words: str) -> str:
    """What an item is called, how often and in how many reports; of an entity, what goes by the name that was typed."""
    mentions = {mention.id: mention for marks in story.marks for mention in marks.mentions}
    chosen = mentions.get(group.chosen)
    if chosen is not None:
        so_called = tuple(id for id in group.marks if id in mentions and mentions[id].name == chosen.name)
        return f"{chosen.kind} “{chosen.name}”, {count_marks(story, group.relation, so_called)}"
    flat = " ".join(words.split())
    short = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
    return f"“{short}”, {count_marks(story, group.relation, group.marks)}"


def count_marks(story: Story, relation: Relation, marks: Sequence[str]) -> str:
    """Say how many marks of a sort there are, and in how many reports."""
    kind = KINDS[relation]
    reports = sum(1 for found in story.marks if find_spans(found, kind).keys() & set(marks))
    noun = "telling" if kind == "attribution" else kind
    return f"{len(marks)} {noun}{'' if len(marks) == 1 else 's'} in {reports} report{'' if reports == 1 else 's'}"
