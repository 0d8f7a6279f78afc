"""Rules on passives of reporting and on who is quoted: "is believed to", "was asked", "was quoted as saying"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.clauses import Said
from onrecord.statements.lexicon import load_words
from onrecord.statements.trees import children, reach, source_words
from onrecord.statements.voices import is_person_noun


def passive(said: Said) -> Candidate | None:
    """A passive of reporting: "is believed to have left", "was praised by the envoy"."""
    parse, verb = said.parse, said.verb
    agents = [o for agent in children(parse, verb.i, "agent") for o in children(parse, agent.i, "pobj")]
    by_somebody = "object" in said.cue.takes and any(agent.pos in ("PROPN", "NOUN", "PRON") for agent in agents)
    if not by_somebody and not _may_be_passive(said) and not ("clause" in said.cue.takes and _reported(said)):
        return None
    source = frozenset().union(*(source_words(parse, agent, verb) for agent in agents), NONE)
    content = frozenset().union(*map(reach, said.after("ccomp", "xcomp", "oprd")), NONE)
    content |= _asked_clause(said, agents) if verb.lemma == "ask" and not content else NONE
    source -= content
    if verb.dep == "advcl" and any(mark.lower == "as" for mark in children(parse, verb.i, "mark")):
        return _as_reported(said, source)
    if said.verb.lemma in ("ask", "tell"):
        about = [] if content else [c for c in said.after("prep") if c.lower == "about"]
        said = replace(said, words=said.words.union(c.i for c in about))
        content |= NONE.union(*(reach(c) - {c.i} for c in about))
        return _asked(said, source, content)
    if "as" in (words := {c.lower: c for c in said.after("prep")}) and verb.lemma in load_words("quote_passive"):
        return _quoted_as(said, words["as"], source)
    return _reported_passive(said, source, content)


def _may_be_passive(said: Said) -> bool:
    return "passive" in said.cue.takes or (said.verb.lemma in load_words("taking_as") and _is_taken_as(said))


def _is_taken_as(said: Said) -> bool:
    """ "Is seen as a fool", not "is seen in the port"."""
    return any(child.lower == "as" for child in said.after("prep", "mark")) or bool(said.after("xcomp", "oprd"))


def _asked_clause(said: Said, agents: list[Word]) -> frozenset[int]:
    """ "Was asked by a caller why boats leave", "was asked at noon if it held": the question, whatever it hangs on."""
    for word in (*said.after("advcl"), *(c for agent in agents for c in children(said.parse, agent.i, "relcl"))):
        opening = said.parse.words[word.left]
        if opening.lower in ("if", "whether") or opening.tag in ("WRB", "WP"):
            return reach(word) if opening.lower != "when" else NONE
    return NONE


def _as_reported(said: Said, source: frozenset[int]) -> Candidate | None:
    """ "As reported by Dorn Press, the port is closed"."""
    content = frozenset(range(*said.parse.sentences[said.verb.sentence])) - reach(said.verb)
    if not source or not content:
        return None
    return Candidate(head=said.verb.i, cue=said.words, source=source, content=content, rule="aside", take="clause")


def _reported(said: Said) -> bool:
    return bool(children(said.parse, said.verb.i, "ccomp")) and said.verb.dep != "relcl"


def _asked(said: Said, source: frozenset[int], content: frozenset[int]) -> Candidate | None:
    """ "The minister was asked whether": nobody named asks, the subject hears."""
    if not content:
        return None
    hearers = children(said.parse, said.verb.i, "nsubjpass")
    if not hearers and said.verb.dep == "advcl":
        hearers = children(said.parse, said.verb.head, "nsubj")
    hearer = source_words(said.parse, hearers[0], said.verb) if hearers else NONE
    take = "passive" if said.verb.lemma == "ask" else "clause"
    return Candidate(
        head=said.verb.i,
        cue=said.words,
        source=source,
        content=content - source - said.words,
        rule="asked",
        take=take,
        addressee=hearer,
    )


def _quoted_as(said: Said, preposition: Word, agent: frozenset[int]) -> Candidate | None:
    """ "X was quoted as saying": X is the source, the agent only the relay."""
    speakers = children(said.parse, said.verb.i, "nsubjpass")
    saying = children(said.parse, preposition.i, "pcomp")
    if not speakers or not saying:
        return None
    cue = said.words | {preposition.i, saying[0].i}
    content = reach(saying[0]) - cue - agent - _agent_words(said, saying[0])
    clause = [c for c in children(said.parse, saying[0].i, "ccomp", "dobj") if c.i > saying[0].i]
    content = frozenset().union(*map(reach, clause), NONE) & content
    relay = agent or _agent_of(said, saying[0])
    return Candidate(
        head=said.verb.i,
        cue=cue,
        source=source_words(said.parse, speakers[0], said.verb),
        content=content,
        rule="quoted as",
        relays=(relay,) if relay else (),
    )


def quoted_by(said: Said) -> Candidate | None:
    """ "The agency quoted him as saying": the object is the source, the subject only the relay."""
    if said.verb.lemma not in load_words("quote_passive") or said.subject is None:
        return None
    for speaker in said.after("dobj"):
        for preposition in (*said.after("prep"), *children(said.parse, speaker.i, "prep")):
            saying = children(said.parse, preposition.i, "pcomp") if preposition.lower == "as" else []
            if saying:
                cue = said.words | {preposition.i, saying[0].i}
                clause = [c for c in children(said.parse, saying[0].i, "ccomp", "dobj") if c.i > saying[0].i]
                fronted = [c for c in children(said.parse, said.verb.i, "ccomp") if c.i < said.verb.i]
                content = frozenset().union(*map(reach, (*clause, *fronted)), NONE) - cue - said.source
                source = frozenset(i for i in source_words(said.parse, speaker, None) if i < preposition.i)
                return Candidate(
                    head=said.verb.i, cue=cue, source=source, content=content, rule="quoted by", relays=(said.source,)
                )
    return None


def _agent_of(said: Said, saying: Word) -> frozenset[int]:
    for agent in children(said.parse, saying.i, "agent", "prep"):
        for named in children(said.parse, agent.i, "pobj"):
            if agent.lower == "by":
                return source_words(said.parse, named, None)
    return NONE


def _agent_words(said: Said, saying: Word) -> frozenset[int]:
    return frozenset().union(*map(reach, children(said.parse, saying.i, "agent", "prep")), NONE)


def _reported_passive(said: Said, source: frozenset[int], content: frozenset[int]) -> Candidate | None:
    parse, verb = said.parse, said.verb
    if verb.lemma not in ("call", "dub"):
        prepositions = [c for c in said.after("prep") if c.lower in ("as", "of", "for", "about", "to")]
        content |= frozenset().union(*map(reach, prepositions), NONE)
    subjects = children(parse, verb.i, "nsubjpass")
    if verb.dep == "acl" and not subjects and (content or source):
        head = parse.words[verb.head]
        if verb.lemma in load_words("quote_passive") and is_person_noun(head):
            return None
        content |= frozenset(range(head.left, head.i + 1))
    if not content and not source:
        return None
    for subject in subjects:
        if subject.lower != "it" and subject.i < verb.i:
            content |= reach(subject)
    content -= said.words | source
    if not content:
        return None
    return Candidate(head=verb.i, cue=said.words, source=source, content=content, rule="passive", take="passive")
