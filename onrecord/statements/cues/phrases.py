"""Rules on verbs that say something only together with another word: "took issue with", "brushed aside", "put it"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import Said, propose
from onrecord.statements.cues.objects import noun_content
from onrecord.statements.grammar.trees import children, find_that_clauses, is_time, reach, source_words
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words

_OCCASION = {"thank": ("for",), "congratulate": ("for", "on")}
_SHORTEST = 3  # words that somebody lets be known
_PARTICLES = ("advmod", "prt", "prep", "advcl")


def idiom(said: Said) -> Candidate | None:
    """A verb and its noun that are one phrase: "took issue with the report", "poured cold water on it"."""
    if said.verb.lemma not in load_words("idiom_verb") or not said.somebody:
        return None
    for noun in said.after("dobj"):
        row = _find_idiom(said, noun)
        if row is UNKNOWN:
            continue
        own = frozenset(take[1:] for take in row.takes if take[0] == "+")
        more = frozenset(range(said.verb.i, noun.i + 1))
        found = propose(said, noun_content(said, noun, own), "light verb", "light", more)
        if found is not None:
            negated = any(said.parse.words[i].lower in load_words("negation") for i in more | said.words)
            return replace(found, act=None if negated else row.acts["light"])
    return None


def _find_idiom(said: Said, noun: Word) -> Cue:
    """The row of a phrase, with the adjective it needs ("short shrift") or without."""
    cues = load_cues()
    bare = cues.get((f"{said.verb.lemma} {noun.lemma}", "noun"), UNKNOWN)
    for adjective in children(said.parse, noun.i, "amod"):
        found = cues.get((f"{said.verb.lemma} {adjective.lower} {noun.lemma}", "noun"))
        if found is not None:
            return found
    return bare


def expressed(said: Said) -> Candidate | None:
    """A verb that only gives voice to its noun: "expressed unease about the plan"; that is the content."""
    if said.verb.lemma not in load_words("expressing") | {"raise"} or not said.somebody:
        return None
    cues = load_cues()
    for noun in said.after("dobj"):
        if said.verb.lemma == "raise" and "light" not in cues.get((noun.lemma, "noun"), UNKNOWN).takes:
            continue
        more = frozenset(range(said.verb.i, noun.i + 1))
        found = propose(said, noun_content(said, noun), "light verb", "light", more) if noun.pos == "NOUN" else None
        if found is not None:
            return found
    return None


def particle_object(said: Said) -> Candidate | None:
    """A verb whose particle stands before or behind its object: "brushed the figure aside", "turned it down"."""
    things = said.after("dobj")
    if not things or not said.somebody:
        return None
    for particle in said.after(*_PARTICLES):
        bare = particle.lower != "as" and not children(said.parse, particle.i, "pobj", "pcomp")
        if bare and "+" + particle.lower in said.cue.takes and abs(particle.i - things[0].i) <= _reach_of(things[0]):
            viewed = [word for word in said.after("prep") if word.lower == "as"]
            content = NONE.union(*map(reach, (*things, *viewed)))
            take = "+" + particle.lower
            return propose(said, content - {particle.i}, "phrasal", take, frozenset({particle.i}))
    return None


def _reach_of(thing: Word) -> int:
    return thing.right - thing.left + 2


def said_plainly(said: Said) -> Candidate | None:
    """ "Said yes", "said the same of him", "say unkind things about it": the answer itself, not the words of one."""
    if said.verb.lemma != "say" or not said.somebody or said.verb.i + 1 >= len(said.parse.words):
        return None
    after = said.parse.words[said.verb.i + 1]
    if after.lower in load_words("answer_word"):
        return propose(said, frozenset({after.i}), "object", "clause")
    for thing in said.after("dobj"):
        same = thing.lower in ("same", "opposite") and thing.left == after.i
        judged = thing.lemma == "thing" and children(said.parse, thing.i, "amod")
        if same or (judged and thing.left == after.i):
            about = [reach(word) for word in said.after("prep") if word.lower in ("of", "about")]
            return propose(said, reach(thing).union(*about), "object", "clause")
    return None


def looks_to(said: Said) -> Candidate | None:
    """ "Is looking to cut the levy": with a verb behind, to look is to mean to."""
    words = said.parse.words[said.verb.i + 1 : said.verb.i + 3]
    if said.verb.lemma != "look" or len(words) < 2 or not said.somebody:
        return None
    if words[0].lower != "to" or words[1].tag != "VB":
        return None
    found = propose(said, frozenset(range(words[0].i, words[1].right + 1)), "infinitive", "infinitive")
    return None if found is None else replace(found, act="intend")


def set_at(said: Said) -> Candidate | None:
    """A verb that gives a thing its figure: "puts the harvest at two million tonnes"."""
    things = said.after("dobj") if said.verb.lemma in load_words("setting") | {"set"} else []
    if not things or not said.somebody:
        return None
    if said.verb.lemma == "set" and things[0].lemma not in load_words("measured"):
        return None  # who sets a price makes it so
    for preposition in (*said.after("prep"), *children(said.parse, things[0].i, "prep")):
        figures = [word for word in said.parse.words[preposition.i : preposition.right + 1] if word.tag in ("CD", "$")]
        beside = preposition.left in (things[0].right + 1, things[0].i + 1) or preposition.head == things[0].i
        if preposition.lower == "at" and beside and figures and not is_time(said.parse, preposition):
            content = frozenset(range(things[0].left, preposition.right + 1))
            return replace_act(propose(said, content, "object", "object"))
    return None


def replace_act(found: Candidate | None) -> Candidate | None:
    """Give a candidate the act of an estimate."""
    return None if found is None else replace(found, act="estimate")


def as_put(said: Said) -> Candidate | None:
    """ "As Orlova put it, the dam is a sieve": the sentence is hers."""
    parse, verb = said.parse, said.verb
    thing = next((word for word in said.after("dobj") if word.lower == "it"), None)
    as_ = [mark for mark in children(parse, verb.i, "mark", "advmod") if mark.lower == "as"]
    if verb.lemma not in ("put", "have", "see") or thing is None or not as_ or not said.source:
        return None
    if verb.lemma == "have" and verb.right > thing.i:
        return None
    first, last = parse.sentences[verb.sentence]
    amid = verb.left > first + 1 and verb.right < last - 2 and verb.dep == "advcl"
    whole = reach(parse.words[verb.head]) if amid else frozenset(range(first, last))
    content = whole - reach(verb) - said.source
    cue = said.words | {thing.i}
    if not content:
        return None
    return Candidate(
        head=verb.i, cue=cue, source=said.source - cue, content=content - cue, rule="aside", take="clause", act="assert"
    )


def reflexive(said: Said) -> Candidate | None:
    """A verb turned upon its subject: "prides herself on her candour", "resigned themselves to the toll"."""
    own = [word for word in said.after("dobj") if word.lower.endswith(("self", "selves"))]
    if not own or not said.somebody:
        return None
    cue = load_cues().get((f"{said.verb.lemma} oneself", "verb"), UNKNOWN)
    for preposition in (*said.after("prep"), *children(said.parse, own[0].i, "prep")):
        if "+" + preposition.lower in cue.takes:
            more = frozenset({own[0].i, preposition.i})
            found = propose(said, reach(preposition) - more, "phrasal", "+" + preposition.lower, more)
            return None if found is None else replace(found, act=cue.acts["+" + preposition.lower])
    return None


def let_known(said: Said) -> Candidate | None:
    """ "Let slip that", "let it be known that", "has it that": the clause behind is what was let out."""
    parse = said.parse
    inner = [w for w in said.after("ccomp", "xcomp") if w.lemma in ("slip", "know", "drop", "be")]
    if said.verb.lemma != "let" or not inner or not said.somebody:
        return None
    known = [w for w in parse.words[said.verb.i : inner[0].right + 1] if w.lower in ("slip", "known", "drop")]
    words = (said.verb, *inner, *known)
    clauses = [
        c for w in words for c in (*children(parse, w.i, "ccomp"), *find_that_clauses(parse, w)) if c not in inner
    ]
    after = [c for c in clauses if known and c.i > known[0].i]
    if not after:
        return _let_out_before(said, known)
    found = propose(said, reach(after[-1]), "light verb", "clause", frozenset(range(said.verb.i, known[0].i + 1)))
    return None if found is None else replace(found, act="assert")


def _let_out_before(said: Said, known: list[Word]) -> Candidate | None:
    """'"All is calm," the council let it be known': the words stand in front."""
    if not known or said.subject is None:
        return None
    first, start = said.parse.sentences[said.verb.sentence][0], min(said.source)
    led = said.parse.words[start - 1].text[-1] in ",\"'\u201d\u2019\u00bb"
    content = frozenset(range(first, start - 1)) if led and start - first > _SHORTEST else NONE
    cue = frozenset(range(said.verb.i, known[0].i + 1))
    found = propose(said, content, "clause", "clause", cue) if content else None
    return None if found is None else replace(found, act="assert")


def not_told(said: Said) -> Candidate | None:
    """ "Has not said when it will open": what is kept back is a question."""
    negated = any(said.parse.words[i].lower in load_words("negation") for i in said.words)
    if "clause" not in said.cue.takes or not negated or not said.somebody or said.after("ccomp", "dobj"):
        return None
    for clause in said.after("advcl"):
        asked = said.parse.words[clause.left]
        if asked.tag == "WRB" and asked.i == said.verb.i + 1:
            return propose(said, reach(clause), "clause", "clause")
    return None


def for_clause(said: Said) -> Candidate | None:
    """ "Called for the envoy to be freed": the parse takes "for" as the opening of a clause of its own."""
    if "+for" not in said.cue.takes or not said.somebody:
        return None
    for clause in said.after("advcl", "ccomp", "xcomp"):
        opening = said.parse.words[clause.left]
        led = any(word.tag == "TO" for word in children(said.parse, clause.i, "aux"))
        if led and opening.lower == "for" and opening.i <= said.verb.i + 2:
            return propose(said, reach(clause) - {opening.i}, "phrasal", "+for", frozenset({opening.i}))
    return None


def pleads(said: Said) -> Candidate | None:
    """ "Pleaded not guilty to arson": the plea is part of the cue."""
    plea = next((w for w in said.after("acomp", "oprd", "advmod") if w.lower in ("guilty", "innocent")), None)
    if said.verb.lemma != "plead" or plea is None or not said.somebody:
        return None
    cue = frozenset(range(said.verb.i, plea.i + 1))
    for preposition in (*children(said.parse, plea.i, "prep"), *said.after("prep")):
        if preposition.lower == "to":
            denies = plea.lower == "innocent" or any(said.parse.words[i].lower == "not" for i in cue)
            found = propose(said, reach(preposition), "phrasal", "+to", cue)
            return None if found is None else replace(found, act="deny" if denies else "assert")
    return None


def thanks_for(said: Said) -> Candidate | None:
    """Thanks and congratulations are about what follows "for" or "on", not about whom they go to."""
    hearers = said.after("dobj")
    if said.verb.lemma not in _OCCASION or not hearers or not said.somebody:
        return None
    for preposition in (*said.after("prep"), *children(said.parse, hearers[0].i, "prep")):
        if preposition.lower in _OCCASION[said.verb.lemma] and not is_time(said.parse, preposition):
            found = propose(said, reach(preposition), "phrasal", "+for")
            return None if found is None else replace(found, act="praise")
    return None


def urged_object(said: Said) -> Candidate | None:
    """A verb of urging whose infinitive the parse hangs on the hearer or loosely: "begged the crew in vain to stay"."""
    urging = "object_infinitive" in said.cue.takes and said.verb.lemma in load_words("urging") - {"call"}
    if not urging or not said.somebody:
        return None
    inner = [c for hearer in said.after("dobj") for c in children(said.parse, hearer.i, "acl", "relcl", "advcl")]
    for clause in (*inner, *said.after("advcl", "acl")):
        led = [word for word in children(said.parse, clause.i, "aux") if word.tag == "TO"]
        if clause.tag == "VB" and led and clause.i > said.verb.i:
            content = frozenset(range(led[0].i, clause.right + 1))
            return propose(said, content, "infinitive", "object_infinitive")
    return None


def taken_as(said: Said) -> Candidate | None:
    """A verb that takes one thing for another: "sees the toll as a tax", "casts him as a fool"."""
    things = said.after("dobj") if said.verb.lemma in load_words("taking_as") else []
    if not things or not said.somebody:
        return None
    near = (*said.after("prep"), *(c for thing in things for c in children(said.parse, thing.i, "prep")))
    for word in near:
        if word.lower == "as" and children(said.parse, word.i, "pobj", "amod", "pcomp"):
            return propose(said, frozenset(range(things[0].left, word.right + 1)), "object", "object")
    return None


def moved(said: Said) -> Candidate | None:
    """A verb that tells what something does to a mind: "The toll angered the drivers"; the feeling is theirs."""
    parse, verb = said.parse, said.verb
    if verb.lemma not in load_words("moving") or verb.tag == "VB":
        return None
    felt = [word for word in said.after("dobj") if can_speak(parse, word) and word.tag not in ("PRP", "CD", "DT")]
    causes = [word for word in children(parse, verb.i, "nsubj", "csubj") if word.pos in ("NOUN", "VERB", "DET")]
    if not felt or not causes:
        return None
    if is_person_noun(causes[0]) or causes[0].lower in load_words("relative"):
        return None
    source = source_words(parse, felt[0], verb)
    content = frozenset(range(causes[0].left, causes[0].right + 1)) - source - said.words
    return Candidate(head=verb.i, cue=said.words, source=source, content=content, rule="object", take="object")
