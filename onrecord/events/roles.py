"""Tells who did it and to whom, by the kind of word that tells of the event."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.acts import find_author, find_authors, find_authors_of_deaths
from onrecord.events.chains import Found, read_verb
from onrecord.events.frames import (
    find_agent,
    find_agent_of_gerund,
    find_children,
    find_patient,
    find_prepositional,
    may_act,
    stands_for_itself,
)
from onrecord.events.knowledge import load_knowledge
from onrecord.events.nominals import is_kept_under
from onrecord.events.participants import Role, name_participants
from onrecord.events.senses import find_noun_sense, is_told_about
from onrecord.language import Parse, Word
from onrecord.records import Participant

_BY = frozenset({"by"})
_BETWEEN = frozenset({"between", "among"})
_OF = frozenset({"of"})
_WHERE = frozenset({"in", "from", "near", "along"})
_AT = frozenset({"at", "into", "over"})
_AIMED = ("ASSAULT", "ACCUSE")
_NAMED_THEMSELVES = ("ACCUSE", "SANCTION", "COERCE", "YIELD", "ASSAULT", "MOBILIZE", "AID", "REJECT")
_SENT = ("MOBILIZE", "AID")
_TO_WHOM = frozenset({"to", "with", "for", "from", "on", "against", "in", "of", "over", "at", "toward", "towards"})


def find_participants(parse: Parse, found: Found) -> tuple[Participant, ...]:
    """Return the participants of an event in the order actors, recipients, each once."""
    actors, recipients = find_roles(parse, found)
    done_to: Role = "beneficiary" if found.root == "AID" else "recipient"
    where = _WHERE if found.root in _AIMED else _WHERE | _AT
    aside = [w for w in recipients if parse.words[w.head].lower in where and w.dep == "pobj"]
    aside += [w for w in recipients if found.root in _SENT and w == found.object]
    named = [
        *name_participants(parse, actors, "actor"),
        *name_participants(parse, [w for w in recipients if w not in aside], done_to),
        *name_participants(parse, aside, "other"),
    ]
    return tuple(_once(named))


def _once(named: list[Participant]) -> Iterator[Participant]:
    seen: set[tuple[int, int]] = set()
    for one in named:
        if (one.span.start, one.span.end) not in seen:
            seen.add((one.span.start, one.span.end))
            yield one


def find_roles(parse: Parse, found: Found, depth: int = 3) -> tuple[list[Word], list[Word]]:
    """Return who did it and whom it was done to."""
    if found.rule == "events.noun":
        return _of_noun(parse, found.word, found)
    if found.rule == "events.commitment":
        return _of_commitment(parse, found, depth)
    if found.rule == "events.participle":
        return find_authors(parse, found.word), [parse.words[found.word.head]]
    if found.rule == "events.gerund":
        return _of_gerund(parse, found.word)
    if found.rule == "events.operator":
        return _of_operator(parse, found, depth)
    return _of_verb(parse, found)


def _of_gerund(parse: Parse, gerund: Word) -> tuple[list[Word], list[Word]]:
    """ "[Karv] was accused of smuggling [rifles]", "denied shelling [villages]"."""
    noun = parse.words[gerund.head]
    head = parse.words[noun.head]
    agent = find_agent_of_gerund(parse, head) if noun.dep == "pobj" else find_agent(parse, head)
    return [agent] if agent is not None else [], [noun]


def _of_commitment(parse: Parse, found: Found, depth: int) -> tuple[list[Word], list[Word]]:
    """Who commits, and who takes part in what is promised, refused or demanded."""
    assert found.by is not None
    agent = find_agent(parse, found.word)
    recipients = find_inner(parse, found.word, agent, depth)
    asked = [agent] if agent is not None and agent.i != found.by.i and found.root == "REQUEST" else []
    return [found.by], [w for w in asked + recipients if w.i != found.by.i]


def _of_verb(parse: Parse, found: Found) -> tuple[list[Word], list[Word]]:
    verb, sense = found.word, found.sense
    author = find_author(parse, verb) if verb.tag == "VBG" and verb.dep in ("pcomp", "acl") else None
    agent, patient = author or find_agent(parse, verb), find_patient(parse, verb)
    prepositions = sense.prepositions if sense else _TO_WHOM
    topic = sense is not None and sense.frame == "topic"
    recipients = [patient] if patient is not None and not topic and not _holds(patient, found) else []
    if sense is not None and sense.frame == "oprd" and patient is None:
        recipients += [
            w for c in find_children(parse, verb, "ccomp", "xcomp") for w in find_children(parse, c, "nsubj")
        ]
    tied = find_children(parse, verb, "dative") + find_prepositional(parse, verb, prepositions - _BY)
    if found.object is not None:
        tied += _beside(parse, found, prepositions)
    recipients += [w for w in tied if w.dep != "pcomp"]
    if sense is not None and sense.frame == "by" and agent is not None:
        return find_authors(parse, verb), [agent, *recipients]
    actors = _doers(parse, verb, agent)
    if found.object is not None:
        actors += find_prepositional(parse, found.object, _BETWEEN)
        actors = actors or find_children(parse, found.object, "poss")
    if found.subtype == "talks" and agent is None:
        actors += find_prepositional(parse, verb, _BETWEEN)
    return actors, [w for w in recipients if w not in actors]


def _beside(parse: Parse, found: Found, prepositions: frozenset[str]) -> list[Word]:
    """Return whom the noun of a light verb is tied to: "launched an attack [on Harn]", "began Harn's [evacuation]"."""
    noun = found.object
    assert noun is not None
    patient = find_patient(parse, found.word)
    joined = [w for w in (patient, *find_children(parse, noun, "conj")) if w is not None and w.i != noun.i]
    aside = [w for one in joined for w in find_prepositional(parse, one, prepositions - _BY - _OF)]
    of = _OF if found.rule == "events.light" or "of" in prepositions else frozenset[str]()
    tied = find_prepositional(parse, noun, (prepositions - _BY - _OF) | of)
    if (sense := find_noun_sense(noun)) is not None and sense.of == "subject":
        return tied + aside
    return tied + aside + [w for w in find_children(parse, noun, "poss") if may_act(w) and w.pos != "PRON"]


def _doers(parse: Parse, verb: Word, agent: Word | None) -> list[Word]:
    instruments = load_knowledge().words["instrument"]
    if agent is None:
        return find_authors(parse, verb)
    if agent.lemma not in instruments:
        return [agent] if may_act(agent) else find_authors(parse, agent) or [agent]
    author = find_author(parse, agent)
    owners = find_prepositional(parse, agent, _BY) + [
        p for w in find_children(parse, agent, "acl") for p in find_prepositional(parse, w, _BY)
    ]
    return [author] if author is not None else owners


def _holds(patient: Word, found: Found) -> bool:
    """The object of a light verb is no participant: "held [talks]", "declared a [state] of emergency"."""
    if found.object is None:
        return False
    if found.root in _NAMED_THEMSELVES and found.sense is not None and stands_for_itself(found.object, found.sense):
        return False
    return patient.left <= found.object.i <= patient.right


def _of_noun(parse: Parse, noun: Word, found: Found) -> tuple[list[Word], list[Word]]:
    words, sense = load_knowledge().words, found.sense
    assert sense is not None
    author, head = find_author(parse, noun), parse.words[noun.head]
    owners = find_children(parse, noun, "poss")
    by = find_prepositional(parse, noun, _BY | _BETWEEN) or _misplaced_author(parse, noun, head)
    if head.lower == "of" and parse.words[head.head].lemma in words["telling"]:
        by = [w for w in by if parse.words[w.head].lower != "by"]  # "the report of the raid by Holm"
    behind = find_prepositional(parse, noun, _OF & sense.prepositions)
    prepositions = sense.prepositions - _BY - _BETWEEN - _OF
    tied = find_prepositional(parse, noun, prepositions)
    actors = by or ([author] if author is not None and author not in owners else [])
    if sense.of == "subject":
        actors, behind = actors + owners + behind, []
    elif owners and (by or (not behind and not tied and sense.root in ("COERCE", "YIELD", "AID", "SANCTION"))):
        behind = owners + behind
    else:
        actors = actors or owners
    if noun.dep == "nsubj" and head.lemma in words["occurrence verb"]:
        actors += find_prepositional(parse, head, _BETWEEN)
    if not actors and sense.frame == "by":
        actors = find_authors_of_deaths(parse, noun)
    if not actors:
        actors = _held_by(parse, noun, head, sense.frame)
    if sense.subtype == "arrest" and is_kept_under(parse, noun):
        behind = behind or _kept_under(parse, head)
    return actors, [w for w in behind + tied if w not in actors]


def _kept_under(parse: Parse, under: Word) -> list[Word]:
    """ "[The abbot] is under arrest", "[men] under arrest"."""
    host = parse.words[under.head]
    return find_children(parse, host, "nsubj") if host.pos == "VERB" else [host] if may_act(host) else []


def _misplaced_author(parse: Parse, noun: Word, head: Word) -> list[Word]:
    """ "Recalled the shelling of Harn [by rebels]": the parser hung the author on the verb of telling or the victim."""
    words = load_knowledge().words
    tells = head.lemma in words["reporting verb"] or head.lemma in words["verb that tells"]
    told = head if noun.dep == "dobj" and tells else None
    hosts = [*find_prepositional(parse, noun, _OF), *([told] if told is not None else [])]
    return [w for host in hosts for w in find_prepositional(parse, host, _BY) if may_act(w) and w.i > noun.i]


def _held_by(parse: Parse, noun: Word, head: Word, frame: str) -> list[Word]:
    """Return who holds, plans or weighs what a noun names."""
    words, modalities = load_knowledge().words, load_knowledge().modalities
    if frame == "owner":
        return find_children(parse, head, "nsubj")
    if noun.dep == "pobj":
        head = parse.words[head.head]
    own = modalities.get(("verb", head.lemma)) in ("planned", "considered", "proposed")
    own = own and head.lemma not in words["may be about what others do"]
    if head.pos != "VERB" or not (own or (head.lemma in words["light verb"] and noun.dep == "dobj")):
        return []
    if head.lemma in words["reporting verb"] or is_told_about(parse, head, noun):
        return []
    agent = find_agent(parse, head)
    return [agent] if agent is not None else []


def _of_operator(parse: Parse, found: Found, depth: int) -> tuple[list[Word], list[Word]]:
    verb, content = found.word, found.object
    agent = find_agent(parse, verb)
    recipients = [
        w for w in find_children(parse, verb, "dobj", "dative", "nsubjpass") if content is None or w.i != content.i
    ]
    recipients += [w for w in find_prepositional(parse, verb, _TO_WHOM) if w.dep == "pobj" and w != content]
    if content is not None:
        recipients += find_inner(parse, content, agent, depth)
    actors = [agent] if agent is not None else []
    return actors, [w for w in recipients if agent is None or w.i != agent.i]


def find_inner(parse: Parse, content: Word, agent: Word | None, depth: int) -> list[Word]:
    """Return who takes part in what an operator acts on, besides who acts on it."""
    if content.pos != "VERB":
        tied = find_prepositional(parse, content, _TO_WHOM | _BY | _BETWEEN) + find_children(parse, content, "poss")
        inner = [w for w in tied if may_act(w) and w.pos != "PRON"]
        return inner if inner or content.pos not in ("NOUN", "PROPN", "NUM") else [content]
    found = read_verb(parse, content, depth) if depth else None
    if found is not None and found.rule != "events.noun":
        actors, recipients = find_roles(parse, found, depth - 1)
        return [w for w in actors + recipients if agent is None or w.i != agent.i]
    inner = find_children(parse, content, "dobj", "nsubj", "nsubjpass", "attr", "dative")
    inner += [w for w in find_prepositional(parse, content, _TO_WHOM | _BY) if w.dep == "pobj"]
    inner += [w for one in find_children(parse, content, "dobj") for w in find_prepositional(parse, one, _TO_WHOM)]
    return inner
