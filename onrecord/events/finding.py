"""Finds the events of a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onrecord.events.about import find_issue, find_wave
from onrecord.events.chains import Found, read_verb
from onrecord.events.commitments import find_commitment
from onrecord.events.implied import add_implied, find_force_in_killings, is_own_violence
from onrecord.events.knowledge import load_knowledge
from onrecord.events.modalities import find_modality
from onrecord.events.nominals import is_held, read_dead, read_gerund, read_noun, read_participle
from onrecord.events.novelty import find_novelty
from onrecord.events.participants import find_place
from onrecord.events.roles import find_participants
from onrecord.events.senses import find_lemmas, find_noun_sense, is_empty, is_noun, may_name_event
from onrecord.identity import mark_id
from onrecord.language import Parse, Word
from onrecord.records import Document, EventMention, Modality, Named, Span

_TAKE_PLACE = frozenset(("PROTEST", "CONSULT", "ASSAULT", "AID", "COOPERATE", "MOBILIZE"))


def find_events(document: Document, parse: Parse) -> tuple[EventMention, ...]:
    """Find what the text tells of as happening, planned, denied or alleged; claimants and dates stay empty."""
    events = [_event(document, parse, found) for found in find_triggers(parse)]
    events += find_force_in_killings(parse, events)
    return tuple(sorted(events, key=lambda event: event.trigger.start))


def find_triggers(parse: Parse) -> Iterator[Found]:
    """Yield every trigger of a text: verbs, what their helping verbs commit to, and nouns in an event-like context."""
    taken: set[int] = set()
    for word in map(partial(_take_for_verb, parse), parse.words):
        found = read_verb(parse, word) if word.pos == "VERB" and not is_noun(parse, word) else None
        if found is not None:
            taken.add(word.i)
            if found.object is not None and not _stands_alone(parse, found):
                taken.add(found.object.i)
            yield found
        committed = find_commitment(parse, word, found) if word.pos == "VERB" else None
        if committed is not None:
            yield committed
    for word in parse.words:
        yield from _beside_verbs(parse, word, taken)


def _take_for_verb(parse: Parse, word: Word) -> Word:
    """ "Insists that the company [apologise]": a clause with a subject has a verb, though the tagger saw a noun."""
    if word.dep not in ("ccomp", "advcl", "xcomp") or word.tag not in ("NN", "NNS"):
        return word
    subject = any(parse.words[c].dep == "nsubj" and c < word.i for c in parse.children[word.i])
    return word._replace(pos="VERB", tag="VB" if word.tag == "NN" else "VBZ") if subject else word


def _beside_verbs(parse: Parse, word: Word, taken: set[int]) -> Iterator[Found]:
    """Yield what an adjective, a participle or gerund before a noun, or a noun tells of."""
    if word.i in taken:
        return
    found = [
        read_dead(parse, word) if word.pos == "ADJ" else None,
        read_participle(parse, word) if is_held(word) else None,
        read_gerund(parse, word) if word.lower.endswith("ing") else None,
        read_noun(parse, word, taken)
        if may_name_event(word) and word.i not in taken and is_noun(parse, word)
        else None,
    ]
    yield from (one for one in found if one is not None)


def _stands_alone(parse: Parse, found: Found) -> bool:
    """Tell whether what a verb acts on is an event of its own: "banned the march", "refused a pardon"."""
    if found.rule == "events.operator":
        return True
    known, sense = load_knowledge().modalities, find_noun_sense(found.object) if found.object is not None else None
    effects = {known.get(("verb", lemma)) for lemma in find_lemmas(parse, found.word)}
    return sense is not None and sense.root in _TAKE_PLACE and "negated" in effects


def _event(document: Document, parse: Parse, found: Found) -> EventMention:
    modality, cue = _modality(parse, found)
    participants = add_implied(parse, found, find_participants(parse, found), modality)
    return EventMention(
        id=mark_id("event", document.id, found.span.start),
        document=document.id,
        trigger=found.span,
        type=found.root,
        subtype="force" if is_own_violence(found, participants) else found.subtype,
        modality=modality,
        participants=participants,
        place=_place(parse, found),
        when=None,
        claimants=(),
        attribution=None,
        by=found.rule,
        confidence=None,
        cue=Span(start=cue.start, end=cue.end) if cue is not None else None,
        novelty=find_novelty(parse, found),
        issue=find_issue(parse, found, participants),
        wave=find_wave(parse, found),
    )


def _modality(parse: Parse, found: Found) -> tuple[Modality, Word | None]:
    """Who commits has committed; for the rest the words around the noun of a light verb or the verb tell."""
    if found.rule == "events.commitment":
        return "happened", None
    noun = found.object
    if noun is None:
        return find_modality(parse, found.word)
    told_by_noun = found.rule == "events.light" or is_empty(parse, found.word, noun)
    return find_modality(parse, noun if told_by_noun else found.word)


def _place(parse: Parse, found: Found) -> Named | None:
    """Look for the place beside the trigger, its object, and the verb that a noun breaks out with."""
    head = parse.words[found.word.head]
    words = [found.word, *([found.object] if found.object else [])]
    if found.rule == "events.noun" and found.word.dep in ("nsubj", "nsubjpass", "dobj") and head.pos == "VERB":
        words.append(head)
    return next((place for word in words if (place := find_place(parse, word))), None)
