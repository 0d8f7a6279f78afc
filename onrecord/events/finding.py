"""Finds the events of a text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.frames import find_agent, find_children, find_patient, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.events.modalities import find_modality
from onrecord.events.participants import find_place, name_participants
from onrecord.events.triggers import Found, find_author, find_triggers, is_action, may_act
from onrecord.identity import mark_id
from onrecord.language import Parse, Word
from onrecord.records import Document, EventMention, Named, Participant

_BY = frozenset({"by"})
_BETWEEN = frozenset({"between", "among"})
_OF = frozenset({"of"})
_TO_WHOM = frozenset({"to", "with", "for", "from", "on", "against"})
_PEOPLE_ONLY = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_DONE_BY_OWNER = frozenset({"visit", "protest"})


def find_events(document: Document, parse: Parse) -> tuple[EventMention, ...]:
    """Find what the text tells of as happening, planned, denied or alleged; claimants and dates stay empty."""
    events = (_event(document, parse, found) for found in find_triggers(parse))
    return tuple(sorted(events, key=lambda event: event.trigger.start))


def _event(document: Document, parse: Parse, found: Found) -> EventMention:
    return EventMention(
        id=mark_id("event", document.id, found.word.start),
        document=document.id,
        trigger=found.span,
        type=found.root,
        subtype=found.subtype,
        modality=find_modality(parse, found.word),
        participants=_participants(parse, found),
        place=_place(parse, found),
        when=None,
        claimants=(),
        attribution=None,
        by=found.rule,
        confidence=None,
    )


def _place(parse: Parse, found: Found) -> Named | None:
    """Look for the place beside the trigger, its object, and the verb that a noun breaks out with."""
    head = parse.words[found.word.head]
    words = [found.word, *([found.object] if found.object else [])]
    if found.rule == "events.noun" and found.word.dep in ("nsubj", "nsubjpass", "dobj") and head.pos == "VERB":
        words.append(head)
    return next((place for word in words if (place := find_place(parse, word))), None)


def _participants(parse: Parse, found: Found) -> tuple[Participant, ...]:
    if found.rule == "events.noun":
        actors, recipients = _of_noun(parse, found.word, found)
    elif found.rule == "events.operator":
        actors, recipients = _of_operator(parse, found)
    else:
        actors, recipients = _of_verb(parse, found)
    named = [*name_participants(parse, actors, "actor"), *name_participants(parse, recipients, "recipient")]
    return tuple(_once(named))


def _once(named: list[Participant]) -> Iterator[Participant]:
    seen: set[tuple[int, int]] = set()
    for one in named:
        if (one.span.start, one.span.end) not in seen:
            seen.add((one.span.start, one.span.end))
            yield one


def _of_verb(parse: Parse, found: Found) -> tuple[list[Word], list[Word]]:
    verb, trigger = found.word, found.trigger
    agent, patient = find_agent(parse, verb), find_patient(parse, verb)
    prepositions = trigger.prepositions if trigger else _TO_WHOM
    topic = trigger is not None and trigger.frame == "topic"
    recipients = [patient] if patient is not None and not topic and not _holds(patient, found) else []
    recipients = [w for w in recipients if found.root not in _PEOPLE_ONLY or may_act(w)]
    tied = find_children(parse, verb, "dative") + find_prepositional(parse, verb, prepositions)
    if found.object is not None:
        tied += find_prepositional(parse, found.object, prepositions - {"by", "of"})
    recipients += [w for w in tied if found.root == "ASSAULT" or may_act(w)]
    instruments = load_knowledge().words["instrument"]
    actors = [agent] if agent is not None and agent.lemma not in instruments else []
    actors = actors if agent is not None else _authors(parse, verb)
    if "between" in prepositions and found.object is not None:
        actors += find_prepositional(parse, found.object, _BETWEEN)
    return actors, [w for w in recipients if w not in actors]


def _holds(patient: Word, found: Found) -> bool:
    """The object of a light verb is no participant: "held [talks]", "declared a [state] of emergency"."""
    return found.object is not None and patient.left <= found.object.i <= patient.right


def _authors(parse: Parse, verb: Word) -> list[Word]:
    """Find who stands behind the act that someone was hurt in: "killed in [police] firing"."""
    for noun in find_prepositional(parse, verb, frozenset({"in", "to", "during"})):
        if not is_action(noun):
            continue
        author = find_author(parse, noun)
        if author is not None:
            return [author]
        if find_prepositional(parse, noun, _BY):
            return find_prepositional(parse, noun, _BY)
    return []


def _of_noun(parse: Parse, noun: Word, found: Found) -> tuple[list[Word], list[Word]]:
    words, author = load_knowledge().words, find_author(parse, noun)
    actors = [author] if author is not None else find_children(parse, noun, "poss")
    head = parse.words[noun.head]
    actors += find_prepositional(parse, noun, _BY | _BETWEEN)
    if noun.dep == "nsubj" and head.lemma in words["occurrence verb"]:
        actors += find_prepositional(parse, head, _BETWEEN)
    prepositions = found.trigger.prepositions - _BY - _BETWEEN if found.trigger else frozenset[str]()
    if found.subtype in _DONE_BY_OWNER:
        actors += find_prepositional(parse, noun, _OF & prepositions)
        prepositions -= _OF
    held = head.lemma in words["light verb"] and head.lemma not in words["reporting verb"]
    if not actors and noun.dep == "dobj" and held:
        agent = find_agent(parse, head)
        actors = [agent] if agent is not None else []
    return actors, find_prepositional(parse, noun, prepositions)


def _of_operator(parse: Parse, found: Found) -> tuple[list[Word], list[Word]]:
    verb, content = found.word, found.object
    agent = find_agent(parse, verb)
    recipients = [w for w in find_children(parse, verb, "dobj", "dative", "nsubjpass") if _acts(parse, w, content)]
    recipients += find_prepositional(parse, verb, _TO_WHOM)
    if content is not None:
        inner = [w for w in find_children(parse, content, "dobj", "nsubj", "nsubjpass") if w != agent]
        recipients += inner if content.pos == "VERB" else []
        recipients += find_prepositional(parse, content, _TO_WHOM | {"in", "of"})
    recipients = [w for w in recipients if may_act(w) and w != content]
    return [agent] if agent is not None else [], [w for w in recipients if agent is None or w.i != agent.i]


def _acts(parse: Parse, word: Word, content: Word | None) -> bool:
    return content is None or word.i != content.i
