"""Rules on passives of reporting and on who is quoted: "is believed to", "was asked", "was quoted as saying"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Word
from onrecord.records import Act
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import Said
from onrecord.statements.cues.objects_meant import is_sayable
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import load_words

_WH = ("WDT", "WP", "WP$", "WRB")

_HEARERS = ("tell", "assure", "inform", "remind", "warn", "promise", "ask", "urge", "advise")


def passive(said: Said) -> Candidate | None:
    """A passive of reporting: "is believed to have left", "was praised by the envoy"."""
    parse, verb = said.parse, said.verb
    let = parse.words[verb.head]
    if verb.lemma == "know" and let.lemma == "let" and let.i < verb.i:
        return None  # "let it be known": whoever lets it says it
    if verb.lemma == "draw":
        return _not_drawn(said)
    agents = [o for agent in children(parse, verb.i, "agent") for o in children(parse, agent.i, "pobj")]
    late = None if agents else _late_agent(said)
    if late is not None:
        found = passive_of(said, children(parse, late.i, "pobj"))
        return None if found is None else replace(found, content=found.content - {late.i})
    return passive_of(said, agents)


def _not_drawn(said: Said) -> Candidate | None:
    """ "Would not be drawn on the price": what he keeps back is the content."""
    parse, verb = said.parse, said.verb
    speakers = children(parse, verb.i, "nsubjpass")
    on = next((word for word in said.after("prep") if word.lower in ("on", "about") and word.i == verb.i + 1), None)
    if not speakers or on is None or not children(parse, verb.i, "neg") or not can_speak(parse, speakers[0]):
        return None
    cue = said.words | {on.i}
    source = source_words(parse, speakers[0], verb) - cue
    content = reach(on) - cue
    return Candidate(head=verb.i, cue=cue, source=source, content=content, rule="passive", take="passive", act="assert")


def passive_of(said: Said, agents: list[Word]) -> Candidate | None:
    """Return what a passive reports, said by these."""
    parse, verb = said.parse, said.verb
    by_somebody = "object" in said.cue.takes and any(agent.pos in ("PROPN", "NOUN", "PRON") for agent in agents)
    by_somebody = by_somebody and not _is_done(said)
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


def _late_agent(said: Said) -> Word | None:
    """ "Is seen as a fool by bakers": the parse hangs on the fool whoever sees him so."""
    last = said.parse.words[said.verb.right - (said.parse.words[said.verb.right].pos == "PUNCT")]
    for word in said.parse.words[said.verb.i + 1 : last.i]:
        if word.lower == "by" and word.right == last.i and said.verb.lemma in load_words("taking_as"):
            named = children(said.parse, word.i, "pobj")
            return word if named and can_speak(said.parse, named[0]) else None
    return None


def _is_done(said: Said) -> bool:
    """ "Was appointed by the king", "a show sponsored by a bank": a deed, unless done to a plan or a claim."""
    if said.verb.lemma not in load_words("deed"):
        return False
    if said.verb.lemma == "share":
        return True  # "a clip shared by the crew"
    things = children(said.parse, said.verb.i, "nsubjpass") or [said.parse.words[said.verb.head]]
    named = said.after("oprd") or any(word.lower == "as" for word in said.after("prep"))
    return not named and not is_sayable(things[0])


def _may_be_passive(said: Said) -> bool:
    return "passive" in said.cue.takes or (said.verb.lemma in load_words("taking_as") and _is_taken_as(said))


def _is_taken_as(said: Said) -> bool:
    """ "Is seen as a fool", not "is seen in the port", "is seen parked there"."""
    named = [word for word in said.after("xcomp", "oprd") if word.tag not in ("VBG", "VBN")]
    return any(child.lower == "as" for child in said.after("prep", "mark")) or bool(named)


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
    clause, hearer = _said_and_heard(said, saying[0])
    content = frozenset().union(*map(reach, clause), NONE) & content
    content |= NONE if content else _said_before(said, cue | agent)
    relay = agent or _agent_of(said, saying[0])
    return Candidate(
        head=said.verb.i,
        cue=cue,
        source=source_words(said.parse, speakers[0], said.verb),
        content=content,
        rule="quoted as",
        relays=(relay,) if relay else (),
        addressee=hearer,
    )


def _said_and_heard(said: Said, saying: Word) -> tuple[list[Word], frozenset[int]]:
    """What follows "as saying"; of "as telling state radio that" the radio is only the hearer."""
    after = [c for c in children(said.parse, saying.i, "ccomp", "dobj", "dative") if c.i > saying.i]
    heard = after[:1] if saying.lemma in _HEARERS and after and after[0].dep != "ccomp" else []
    return after[len(heard) :], NONE.union(*(source_words(said.parse, word, None) for word in heard))


def _said_before(said: Said, frame: frozenset[int]) -> frozenset[int]:
    """What stands before "..., a nurse was quoted as telling her bishop"."""
    fronted = (c for c in children(said.parse, said.verb.i, "ccomp") if c.i < said.verb.i)
    return NONE.union(*map(reach, fronted)) - frame


def quoted_by(said: Said) -> Candidate | None:
    """ "The agency quoted him as saying": the object is the source, the subject only the relay."""
    if said.verb.lemma not in load_words("quote_passive") or said.subject is None:
        return None
    for speaker in said.after("dobj"):
        for preposition in (*said.after("prep"), *children(said.parse, speaker.i, "prep")):
            saying = children(said.parse, preposition.i, "pcomp") if preposition.lower == "as" else []
            if saying:
                cue = said.words | {preposition.i, saying[0].i}
                clause, hearer = _said_and_heard(said, saying[0])
                content = frozenset().union(*map(reach, clause), NONE) | _said_before(said, cue)
                content -= cue | said.source
                source = frozenset(i for i in source_words(said.parse, speaker, None) if i < preposition.i)
                return Candidate(
                    head=said.verb.i,
                    cue=cue,
                    source=source,
                    content=content,
                    rule="quoted by",
                    relays=(said.source,),
                    addressee=hearer,
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


def received(said: Said) -> Candidate | None:
    """ "The plan drew scorn from bakers", "has met with praise among them": they scorn it, and the plan is what."""
    parse, verb = said.parse, said.verb
    if verb.lemma not in load_words("reception_verb") or verb.tag == "VB":
        return None
    things = [*said.after("dobj"), *(o for p in said.after("prep") for o in children(parse, p.i, "pobj"))]
    for noun in things:
        act = _reception_of(noun)
        if act is None or noun.left > verb.i + 2:
            continue
        for giver in (*children(parse, noun.i, "prep"), *said.after("prep")):
            named = children(parse, giver.i, "pobj")
            if giver.lower in ("from", "among") and giver.i > noun.i and named and can_speak(parse, named[0]):
                return _given_by(said, named[0], giver, act)
    return None


def _reception_of(noun: Word) -> Act | None:
    if noun.lemma in load_words("reception_bad"):
        return "criticise"
    return "praise" if noun.lemma in load_words("reception_good") else None


def _given_by(said: Said, named: Word, giver: Word, act: Act) -> Candidate | None:
    subject = next(iter(children(said.parse, said.verb.i, "nsubj")), None)
    if subject is None:
        return None
    cue = said.words | frozenset(range(said.verb.i, giver.i + 1))
    source = source_words(said.parse, named, None) - cue
    words = said.parse.words
    comma = next((i for i in range(subject.i, subject.right) if words[i].text == "," and words[i + 1].tag in _WH), None)
    last = subject.right if comma is None else comma - 1
    content = frozenset(range(subject.left, last + 1)) - cue - source
    if not content or not source:
        return None
    return Candidate(head=said.verb.i, cue=cue, source=source, content=content, rule="passive", take="passive", act=act)
