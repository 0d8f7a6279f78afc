"""Adds the actor whom no word names but the act itself tells: who is arrested, is arrested by the police."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.events.acts import find_acts, find_last_force, find_opponents, is_baton_charge
from onrecord.events.chains import Found
from onrecord.events.knowledge import load_knowledge
from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.records import EventMention, Modality, Participant

_UNNAMED = "unnamed"


def add_implied(
    parse: Parse, found: Found, given: tuple[Participant, ...], modality: Modality
) -> tuple[Participant, ...]:
    """Return the participants with the police added where the act is theirs alone and nobody is named for it.

    It stands at the word that tells of the act, as no other word does, and is marked as implied. A pronoun that does
    what the police do, shortly after they were named, is of their sector.
    """
    if found.subtype not in ("arrest", "force", "kill"):
        return given
    actors = [one for one in given if one.role == "actor"]
    if not actors and modality not in ("happened", "ongoing"):
        return given
    if not actors:
        return (_unnamed(found), *given) if _tells_police(parse, found) else given
    return tuple(
        _resolve(parse, found, one) if one.role == "actor" else one for one in _mark_other_side(parse, found, given)
    )


def _mark_other_side(parse: Parse, found: Found, given: tuple[Participant, ...]) -> Iterator[Participant]:
    """ "Killed in a clash with [the police]": that they did it is understood, not said."""
    sides = {w.start for act in find_acts(parse, found.word) for w in find_opponents(parse, act)}
    for one in given:
        other = one.role == "actor" and any(one.span.start <= start < one.span.end for start in sides)
        yield replace(one, implied=True) if other else one


def _unnamed(found: Found) -> Participant:
    return Participant(role="actor", span=found.span, name=_UNNAMED, sector="police", implied=True)


def _tells_police(parse: Parse, found: Found) -> bool:
    """Tell whether an act without an actor is one of the police: an arrest, a tool of theirs, shots shortly after."""
    if found.subtype == "arrest":
        return found.word.lemma not in load_knowledge().words["done by courts too"]
    if found.subtype != "force":
        return False
    tools = load_knowledge().words["tool of the police"]
    words = [found.word, *([found.object] if found.object else [])]
    inside = [parse.words[i] for w in words for i in (*parse.children[w.i], w.i)]
    if is_baton_charge(parse, found.word):
        return True
    if any(w.lower in tools or w.lemma in tools for w in inside):
        return True
    return found.word.lemma not in ("shoot", "beat", "thrash") and find_last_force(parse, found.word) == "police"


def _resolve(parse: Parse, found: Found, one: Participant) -> Participant:
    if one.sector is None and one.name.lower() in ("they", "we", "he"):
        return replace(one, sector=find_last_force(parse, found.word, police_only=found.subtype == "arrest"))
    return one


def is_own_violence(found: Found, participants: Sequence[Participant]) -> bool:
    """Tell whether violence against a person is one by the police, which is a use of force: they beat, torture."""
    violent = found.root == "ASSAULT" and found.subtype == "other"
    return (
        violent and found.word.lemma in load_knowledge().words["violence against a person"] and _by_police(participants)
    )


def find_force_in_killings(parse: Parse, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield the use of force in a killing by the police, where the sentence tells of none beside it."""
    sentence = {word.start: word.sentence for word in parse.words}
    used = {sentence.get(e.trigger.start) for e in events if e.subtype == "force" and _by_police(e.participants)}
    for event in events:
        if event.subtype != "kill" or not _by_police(event.participants):
            continue
        if sentence.get(event.trigger.start) not in used:
            again = mark_id("event", event.document, event.trigger.start, "force")
            yield replace(event, id=again, subtype="force", by="events.force")


def _by_police(participants: Sequence[Participant]) -> bool:
    return any(one.role == "actor" and one.sector == "police" for one in participants)
