"""Rules on verbs that give, put, set or name one thing as another: "gave the toll as nine", "put it to her that"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.records import Act
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import Said, propose
from onrecord.statements.grammar.negations import has_no
from onrecord.statements.grammar.trees import children, is_time, reach, source_words, verb_cue
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_words

_BLAMED = (("put", "down"), ("chalk", "up"))
_SHORTEST = 3  # words of what is said, before who says it
_FIGURE = ("CD", "$")


def given_as(said: Said) -> Candidate | None:
    """ "Gave the number of survivors as 58", "listed the cause as heat": a thing with what it is said to be."""
    things = said.after("dobj") if said.verb.lemma in load_words("giving_as") else []
    if not things or not said.somebody or things[0].pos != "NOUN" or can_speak(said.parse, things[0]):
        return None
    for word in said.parse.words[things[0].i + 1 : said.verb.right]:
        if word.lower == "as" and word.tag == "IN" and _follows(things[0], word):
            last = _end(said, word)
            found = propose(said, frozenset(range(things[0].left, last + 1)), "object", "object")
            figures = any(one.tag in _FIGURE or one.dep == "nummod" for one in said.parse.words[word.i : last + 1])
            return _acting(found, "estimate" if figures else "assert")
    return None


def _follows(thing: Word, link: Word) -> bool:
    """Right behind the thing, or its last phrase where the parse hangs it there."""
    return link.right == thing.right if link.head == thing.i else link.i == thing.right + 1


def _end(said: Said, word: Word) -> int:
    """Where the phrase behind "as" ends, whether the parse makes a phrase or a clause of it."""
    above = said.parse.words[word.head]
    return max(word.right, above.right if above.dep == "advcl" and above.left == word.i else word.i)


def _acting(found: Candidate | None, act: Act) -> Candidate | None:
    return None if found is None else replace(found, act=act)


def put_down_to(said: Said) -> Candidate | None:
    """ "Puts the wreck down to fog", "chalked it up to luck": a thing and what is said to have caused it."""
    things = said.after("dobj")
    if not things or not said.somebody:
        return None
    for particle in said.after("prt", "advmod", "prep"):
        if (said.verb.lemma, particle.lower) in _BLAMED:
            near = (*said.after("prep"), *children(said.parse, particle.i, "prep"))
            to = next((word for word in near if word.lower == "to" and word.i == particle.i + 1), None)
            if to is not None:
                content = reach(things[0]) | reach(to)
                found = propose(said, content - {particle.i}, "object", "object", frozenset({particle.i}))
                return _acting(found, "assert")
    return None


def put_to(said: Said) -> Candidate | None:
    """ "Put it to the witness that he had lied": what is put is the clause behind."""
    it = said.verb.lemma == "put" and [word for word in said.after("dobj") if word.lower == "it"]
    hearers = [word for word in said.after("prep", "dative") if word.lower == "to"] if it else []
    if not hearers or not said.somebody:
        return None
    people = children(said.parse, hearers[0].i, "pobj")
    inner = [clause for word in people for clause in _that_clauses_of(said.parse, word)]
    clauses = [c for c in (*said.after("ccomp", "advcl"), *inner) if c.left > hearers[0].i]
    if not people or not can_speak(said.parse, people[0]) or not clauses:
        return None
    found = propose(said, reach(clauses[-1]), "clause", "clause", frozenset(word.i for word in it or ()))
    return _acting(found, "accuse")


def _that_clauses_of(parse: Parse, person: Word) -> list[Word]:
    """The clauses that the parse hangs on whom it was put to."""
    clauses = children(parse, person.i, "acl", "relcl", "ccomp")
    return [one for one in clauses if parse.words[one.left].lower == "that" and parse.words[one.left].dep == "mark"]


def named_as(said: Said) -> Candidate | None:
    """ "Names a canon as the man who kept the books": who is told to be what; an office is given, not told."""
    things = said.after("dobj") if said.verb.lemma in ("name", "identify") else []
    if not things or not said.somebody:
        return None
    for word in (*said.after("prep"), *children(said.parse, things[0].i, "prep")):
        named = children(said.parse, word.i, "pobj") if word.lower == "as" else []
        told = named and (said.verb.lemma == "identify" or _is_told_of(said.parse, named[0]))
        if told and not is_time(said.parse, word):
            return propose(said, frozenset(range(things[0].left, word.right + 1)), "object", "object")
    return None


def _is_told_of(parse: Parse, noun: Word) -> bool:
    """ "The man who", "one of the thieves", "his lover": what one is or did; "its captain" is an office."""
    clauses = children(parse, noun.i, "relcl", "acl")
    of = any(word.lower == "of" for word in children(parse, noun.i, "prep"))
    return bool(clauses) or (noun.lower == "one" and of) or noun.lemma in load_words("misdoer")


def offered_to(said: Said) -> Candidate | None:
    """ "Offered both commanders a hotel": with a hearer, whatever is offered is a proposal."""
    things, hearers = said.after("dobj"), said.after("dative")
    if said.verb.lemma != "offer" or not things or not hearers or not said.somebody or said.subject is None:
        return None
    if not can_speak(said.parse, said.subject) or not can_speak(said.parse, hearers[0]):
        return None
    return _acting(propose(said, reach(things[0]), "object", "object"), "propose")


def has_none(said: Said) -> Candidate | None:
    """ "Has no record of the letter", "had no recollection of it": what is not known is denied."""
    if said.verb.lemma != "have" or said.verb.dep == "ccomp" or not said.somebody:
        return None  # "said it had no record": he who says so denies
    for thing in said.after("dobj"):
        about = [word for word in (*children(said.parse, thing.i, "prep"), *said.after("prep")) if word.lower == "of"]
        if thing.lemma in load_words("recollection") and has_no(said.parse, thing) and about:
            more = frozenset(range(said.verb.i, about[0].i + 1))
            return _acting(propose(said, reach(about[0]) - more, "light verb", "light", more), "deny")
    return None


def heard_saying(said: Said) -> Candidate | None:
    """ "Was heard to say", "was overheard telling": the subject says it, and nobody else is named."""
    parse, verb = said.parse, said.verb
    speakers = children(parse, verb.i, "nsubjpass")
    if verb.lemma not in load_words("overhearing") or not speakers or not can_speak(parse, speakers[-1]):
        return None
    for saying in said.after("xcomp", "advcl"):
        if saying.tag not in ("VB", "VBG") or "quotation" not in verb_cue(saying).takes:
            continue
        cue = said.words | frozenset(range(verb.i, saying.i + 1))
        source = source_words(parse, speakers[-1], verb) - cue
        told = [one for one in children(parse, saying.i, "ccomp") if one.i > saying.i]
        content = NONE.union(*map(reach, told)) - cue
        closes = saying.right - saying.i <= _SHORTEST and parse.words[min(source) - 1].text == ","
        if not content and closes:
            first = parse.sentences[verb.sentence][0]
            content = frozenset(range(first, min(source))) if min(source) - first > _SHORTEST else NONE
        if content:
            return Candidate(head=verb.i, cue=cue, source=source, content=content, rule="quoted as")
    return None


def cleft(said: Said) -> Candidate | None:
    """ "What she would like is a summer by the lake": the content stands behind "is"."""
    parse, verb = said.parse, said.verb
    copula = parse.words[verb.head]
    if verb.dep not in ("csubj", "relcl") or said.subject is None or not said.cue.takes:
        return None
    if not can_speak(parse, said.subject) or said.subject.lower in ("that", "this", "it"):
        return None
    if verb.dep == "relcl":
        thing = copula
        copula = parse.words[thing.head]
        asked = thing.lower == "all" and thing.dep == "nsubj"
    else:
        asked = any(word.lower == "what" and word.i == verb.left for word in children(parse, verb.i, "dobj", "pobj"))
    if copula.lemma != "be" or not asked or copula.i < verb.i:
        return None
    behind = [word for word in children(parse, copula.i, "attr", "ccomp", "xcomp") if word.i > copula.i]
    if not behind:
        return None
    take = "clause" if behind[0].dep == "ccomp" else "object"
    return propose(said, frozenset(range(behind[0].left, behind[-1].right + 1)), take, take, frozenset({copula.i}))
