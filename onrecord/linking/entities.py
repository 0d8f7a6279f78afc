"""The same person, organisation, place or group across reports, never on a surname alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from onrecord.identity import thing_id
from onrecord.linking.bodies import Namesake, find_same_bodies
from onrecord.linking.groups import Groups
from onrecord.linking.romanisation import is_slip, is_swap, same_sound, sound_of
from onrecord.linking.rulings import pair_up
from onrecord.linking.wording import load_function_words, plain_wording
from onrecord.records import Entity, Judgement, Marks, Mention, MentionKind

_NO_OFFICE = frozenset({"then", "former", "acting", "late", "deputy"})


def link_entities(
    marks: Sequence[Marks], judgements: Iterable[Judgement]
) -> tuple[tuple[Entity, ...], tuple[Judgement, ...]]:
    """Return the entities of a collection, and the judgement behind every merge of names that are not the same.

    Two reports' full names are one when they sound alike, or differ by a slip of the pen and have a role in common;
    a surname alone joins a full name only where role and surname point to a single one. What a person judged comes
    first, and no rule undoes it.
    """
    namesakes = [namesake for found in marks for namesake in _namesakes(found)]
    together, apart, shared = pair_names(marks, judgements)
    groups = Groups((namesake.key for namesake in namesakes), apart)
    for left, right in together:
        groups.join(left, right)
    made = []
    for one, other, why in _same(namesakes, shared):
        if groups.first(one.key) != groups.first(other.key) and groups.join(one.key, other.key) and why:
            made.append(_judgement(one, other, why))
    by_key = {namesake.key: namesake for namesake in namesakes}
    entities = (_entity([by_key[key] for key in keys]) for keys in groups.all())
    return tuple(entities), tuple(made)


def pair_names(
    marks: Sequence[Marks], judgements: Iterable[Judgement]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], frozenset[tuple[str, MentionKind]]]:
    """Return the names that are judged one, those judged apart, and the names that are judged to be shared by two.

    A name is meant as one report uses it. Two different names that are judged apart are so in every report; one name
    that is judged to belong to two joins no reports by itself any more.
    """
    namesakes = [namesake for found in marks for namesake in _namesakes(found)]
    of = {mention.id: namesake for namesake in namesakes for mention in namesake.mentions}
    together, apart = pair_up(judgements, "same entity", of)
    kept_apart: list[tuple[str, str]] = []
    shared = set()
    for left, right in ((of[one], of[other]) for one, other in apart):
        if _called(left) == _called(right):
            shared.add(_called(left))
            kept_apart.append((left.key, right.key))
        else:
            rights = [namesake.key for namesake in namesakes if _called(namesake) == _called(right)]
            lefts = [namesake.key for namesake in namesakes if _called(namesake) == _called(left)]
            kept_apart.extend(product(lefts, rights))
    return [(of[one].key, of[other].key) for one, other in together], kept_apart, frozenset(shared)


def _called(namesake: Namesake) -> tuple[str, MentionKind]:
    """What a name is known by across reports."""
    return " ".join(plain_wording(namesake.name).removeprefix("the ").split()), namesake.kind


def _namesakes(marks: Marks) -> Iterator[Namesake]:
    named: dict[tuple[str, MentionKind], list[Mention]] = defaultdict(list)
    for mention in marks.mentions:
        named[mention.name, mention.kind].append(mention)
    empty = load_function_words() | _NO_OFFICE
    for (name, kind), mentions in named.items():
        words = frozenset(
            word for m in mentions if m.role for word in m.role.name.casefold().split() if word not in empty
        )
        yield Namesake(f"{marks.document}|{kind}|{name}", name, kind, tuple(mentions), words)


def _same(
    namesakes: Sequence[Namesake], shared: frozenset[tuple[str, MentionKind]]
) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    yield from _same_name(namesake for namesake in namesakes if _called(namesake) not in shared)
    yield from find_same_bodies([f for f in namesakes if f.kind in ("organisation", "group")])
    people: dict[str, list[Namesake]] = defaultdict(list)
    for namesake in namesakes:
        if namesake.kind == "person":
            people[sound_of(namesake.name.split()[-1])].append(namesake)
    for namesakes in people.values():
        full = [namesake for namesake in namesakes if " " in namesake.name]
        roles = _roles(full)
        distinct = {namesake.name: namesake for namesake in full}
        for left, right in combinations(distinct.values(), 2):
            why = _same_person(left, right, roles[left.name] & roles[right.name])
            if why:
                yield left, right, why
        kept: dict[tuple[str, frozenset[str]], Namesake] = {}
        for namesake in full:
            kept.setdefault((namesake.name, namesake.role_words), namesake)
        for alone in namesakes:
            if " " not in alone.name:
                yield from _by_role(alone, kept.values())


def _same_name(namesakes: Iterable[Namesake]) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    first: dict[tuple[str, MentionKind], Namesake] = {}
    for namesake in namesakes:
        if namesake.kind == "person" and " " not in namesake.name:
            continue
        key = _called(namesake)
        if key in first:
            yield first[key], namesake, None
        first.setdefault(key, namesake)


def _same_person(left: Namesake, right: Namesake, roles: frozenset[str]) -> str | None:
    if same_sound(left.name, right.name):
        return f"{left.name} and {right.name} are romanisations of one name"
    one, other = left.name.split(), right.name.split()
    if len(one) != len(other) or sum(map(is_slip, one, other)) != 1:
        return None
    if any(map(is_swap, one[:-1], other[:-1])):
        return f"{left.name} and {right.name} differ by two neighbouring letters that changed places"
    if len(roles) > 1:
        return f"{left.name} and {right.name} differ by a slip of the pen and share the role {' '.join(sorted(roles))}"
    return None


def _roles(full: Iterable[Namesake]) -> dict[str, frozenset[str]]:
    """Return the words of every role that each full name has anywhere."""
    roles: dict[str, frozenset[str]] = defaultdict(frozenset)
    for namesake in full:
        roles[namesake.name] |= namesake.role_words
    return roles


def _by_role(alone: Namesake, full: Iterable[Namesake]) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    fitting = [namesake for namesake in full if len(alone.role_words & namesake.role_words) > 1]
    names = {tuple(map(sound_of, namesake.name.split())) for namesake in fitting}
    if len(names) == 1:
        role = " ".join(sorted(alone.role_words & fitting[0].role_words))
        yield alone, fitting[0], f"{alone.name} and {fitting[0].name} share surname and role ({role}), no one else does"


def _judgement(left: Namesake, right: Namesake, why: str) -> Judgement:
    first, second = left.mentions[0].id, right.mentions[0].id
    return Judgement(
        id=thing_id("judgement", f"{first}|{second}"),
        relation="same entity",
        left=first,
        right=second,
        verdict="yes",
        by="linking entities",
        why=why,
    )


def _entity(namesakes: Sequence[Namesake]) -> Entity:
    names = Counter(namesake.name for namesake in namesakes for _ in namesake.mentions)
    mentions = tuple(m for namesake in namesakes for m in namesake.mentions)
    surfaces = Counter(role for m in mentions if m.role for role in [m.role.name])
    return Entity(
        id=thing_id("entity", mentions[0].id),
        name=max(names, key=lambda name: (len(name.split()), names[name], name)),
        kind=namesakes[0].kind,
        variants=tuple(sorted(names)),
        roles=tuple(role for role, _ in surfaces.most_common()),
        mentions=tuple(m.id for m in mentions),
        by="linking entities",
    )
