"""Rules on states of mind that somebody is in: "is sure that", "are resigned to", "is against it", "is its critic"."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Act
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, cue_words, find_subject, is_verbal, reach, source_words
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words

_PREDICATE = ("acomp", "oprd")


def adjective_cue(parse: Parse, adjective: Word) -> Candidate | None:
    """A state of mind with its content: "is confident that", "was reluctant to", "afraid of"."""
    cue = load_cues().get((adjective.lower, "adjective"), UNKNOWN)
    if not cue.takes:
        return None
    content, take = _adjective_content(parse, adjective, cue)
    if take == "infinitive" and adjective.lower in ("certain", "sure"):
        return None  # "is certain to stay": so the report holds, not whoever stays
    if not content and adjective.dep in _PREDICATE:
        content = _clause_of_copula(parse, adjective, cue)
    verb = parse.words[adjective.head]
    predicate = adjective.dep in _PREDICATE and is_verbal(verb)
    subject = find_subject(parse, verb) if predicate else _moved(parse, adjective) or _described(parse, adjective)
    if not content or subject is None or subject.lower in (*load_words("expletive"), "that", "this"):
        return None
    head = verb if predicate else adjective
    cue_set = frozenset({adjective.i}) | cue_words(parse, head)
    source = source_words(parse, subject, head) - cue_set
    return Candidate(
        head=adjective.i, cue=cue_set, source=source, content=content - cue_set, rule="adjective", take=take
    )


def _clause_of_copula(parse: Parse, adjective: Word, cue: Cue) -> frozenset[int]:
    """ "Is adamant that", where the parse hangs the clause on "is"."""
    clauses = [c for c in children(parse, adjective.head, "ccomp", "advcl") if c.left == adjective.i + 1]
    marks = [mark.lower for c in clauses for mark in children(parse, c.i, "mark", "advmod")]
    led = any(mark in ("that", "whether", "if", "how", "why") for mark in marks)
    return NONE.union(*map(reach, clauses)) if "clause" in cue.takes and (led or not marks) else NONE


def _moved(parse: Parse, participle: Word) -> Word | None:
    """Whom a participle that names a state of mind is said of: "Orlova was persuaded that", a passive in form only."""
    if participle.tag != "VBN" or not children(parse, participle.i, "auxpass"):
        return None
    return next(iter(children(parse, participle.i, "nsubjpass")), None)


def _described(parse: Parse, adjective: Word) -> Word | None:
    """Whom an adjective behind its noun describes: "officials worried about the dam", "Orlova, sure that it held, "."""
    noun = parse.words[adjective.head]
    if adjective.dep not in ("amod", "acl", "relcl", "appos") or noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    between = parse.words[noun.i + 1 : adjective.left]
    beside = noun.i < adjective.i and all(word.text == "," for word in between)
    return noun if beside and can_speak(parse, noun) else None


def is_state_of_mind(parse: Parse, word: Word) -> bool:
    """Tell whether a passive is one in form only: "are resigned to it", "was persuaded that"."""
    cue = load_cues().get((word.lower, "adjective"), UNKNOWN)
    return bool(cue.takes) and bool(_adjective_content(parse, word, cue)[0]) and _moved(parse, word) is not None


def _adjective_content(parse: Parse, adjective: Word, cue: Cue) -> tuple[frozenset[int], str]:
    content, take = NONE, "clause"
    for child in children(parse, adjective.i, "ccomp", "xcomp"):
        in_form_only = adjective.dep not in _PREDICATE and (child.dep == "xcomp" or "clause" not in cue.takes)
        if child.i > adjective.i and not in_form_only:
            content |= reach(child)
            take = "infinitive" if child.tag == "VB" and child.dep == "xcomp" else "clause"
    for child in children(parse, adjective.i, "prep", "agent"):
        moved = child.lower in ("by", "at") and adjective.lower.endswith("ed") and cue.takes & {"+about", "+at"}
        if "+" + child.lower in cue.takes or moved:
            content |= reach(child) - {child.i}
            take = "+" + child.lower
    return content, take


def against_or_for(parse: Parse, verb: Word) -> Candidate | None:
    """An attitude told by a preposition: "is against the plan", "is in favour of talks", "is not against it"."""
    if verb.lemma != "be":
        return None
    subjects = children(parse, verb.i, "nsubj")
    for preposition in children(parse, verb.i, "prep"):
        if not subjects or preposition.i < verb.i or subjects[0].lower in load_words("expletive"):
            continue
        support, cue, content = _attitude(parse, preposition)
        if not content:
            continue
        words = cue_words(parse, verb) | cue
        negated = any(parse.words[i].lower in load_words("negation") for i in words)
        return Candidate(
            head=verb.i,
            cue=words,
            source=source_words(parse, subjects[0], verb),
            content=content - words,
            rule="attitude",
            take="object",
            act="support" if support != negated else "oppose",
        )
    return None


def state_of(parse: Parse, verb: Word) -> Candidate | None:
    """A state of mind told by a phrase: "is of the opinion that", "were in despair over", "is in no mood to"."""
    subjects = children(parse, verb.i, "nsubj")
    if verb.lemma not in ("be", "remain", "seem") or not subjects or subjects[0].lower in load_words("expletive"):
        return None
    for preposition in children(parse, verb.i, "prep"):
        for noun in children(parse, preposition.i, "pobj"):
            cue = load_cues().get((f"{preposition.lower} {noun.lemma}", "noun"), UNKNOWN)
            content = _state_content(parse, verb, noun, cue) if preposition.i > verb.i else NONE
            if content:
                words = cue_words(parse, verb) | frozenset(range(preposition.i, noun.i + 1))
                source = source_words(parse, subjects[0], verb) - words
                act = next(iter(cue.acts.values()))
                return Candidate(
                    head=verb.i,
                    cue=words,
                    source=source,
                    content=content - words,
                    rule="attitude",
                    take="object",
                    act=act,
                )
    return None


def full_of(parse: Parse, adjective: Word) -> Candidate | None:
    """ "Was full of praise for the crew": the noun tells the attitude, and what it is about is the content."""
    verb = parse.words[adjective.head]
    if adjective.lower != "full" or adjective.dep not in _PREDICATE or not is_verbal(verb):
        return None
    subject = find_subject(parse, verb)
    for of in children(parse, adjective.i, "prep") if subject is not None and can_speak(parse, subject) else []:
        for noun in children(parse, of.i, "pobj"):
            cue = load_cues().get((noun.lemma, "noun"), UNKNOWN)
            near = (*children(parse, noun.i, "prep"), *children(parse, adjective.i, "prep"))
            about = [word for word in near if word.i > noun.i and "+" + word.lower in cue.takes]
            if about and of.lower == "of" and subject is not None:
                words = cue_words(parse, verb) | frozenset(range(adjective.i, about[0].i + 1))
                source = source_words(parse, subject, verb) - words
                return Candidate(
                    head=verb.i,
                    cue=words,
                    source=source,
                    content=reach(about[0]) - words,
                    rule="attitude",
                    take="object",
                    act=cue.acts["+" + about[0].lower],
                )
    return None


def would_rather(parse: Parse, adverb: Word) -> Candidate | None:
    """ "Would rather not have it in writing", "would sooner resign": what somebody would rather do."""
    verb = parse.words[adverb.head]
    if not is_verbal(verb) or verb.tag != "VB" or adverb.i > verb.i:
        return None
    led = parse.words[adverb.i - 1]
    subject = find_subject(parse, verb)
    if led.lower not in ("would", "'d", "\u2019d", "had") or subject is None or not can_speak(parse, subject):
        return None
    if any(word.lower == "than" for word in parse.words[verb.i : verb.right + 1]):
        return None  # "would sooner eat his hat than vote": a figure of speech
    negated = [word for word in children(parse, verb.i, "neg") if word.i > adverb.i]
    cue = frozenset({led.i, adverb.i, *(word.i for word in negated)})
    source = source_words(parse, subject, verb) - cue
    content = frozenset(range(max(cue) + 1, verb.right + 1)) - source
    act: Act = "oppose" if negated else "intend"
    return Candidate(head=verb.i, cue=cue, source=source, content=content, rule="attitude", take="object", act=act)


def _state_content(parse: Parse, verb: Word, noun: Word, cue: Cue) -> frozenset[int]:
    content = NONE
    for head in (noun.i, verb.i):
        for child in children(parse, head, "acl", "ccomp", "xcomp", "relcl"):
            infinitive = any(aux.tag == "TO" for aux in children(parse, child.i, "aux"))
            if child.i > noun.i and ("infinitive" if infinitive else "clause") in cue.takes:
                content |= reach(child)
        for child in children(parse, head, "prep"):
            if child.i > noun.i and "+" + child.lower in cue.takes:
                content |= reach(child) - {child.i}
    return content


def holder_of(parse: Parse, verb: Word) -> Candidate | None:
    """An attitude told by who holds it: "has been a critic of the plan", "was among its supporters"."""
    subjects = children(parse, verb.i, "nsubj")
    if verb.lemma not in ("be", "become", "remain") or not subjects or subjects[0].lower in load_words("expletive"):
        return None
    for noun in children(parse, verb.i, "attr"):
        cue = load_cues().get((noun.lemma, "noun"), UNKNOWN)
        of = next((c for c in children(parse, noun.i, "prep") if c.lower in ("of", "in")), None)
        if "holder" in cue.takes and of is not None:
            words = cue_words(parse, verb) | frozenset(range(noun.left, of.i + 1))
            source, content = source_words(parse, subjects[0], verb) - words, reach(of) - words
            return Candidate(
                head=verb.i,
                cue=words,
                source=source,
                content=content,
                rule="attitude",
                take="object",
                act=cue.acts["holder"],
            )
    return None


def _attitude(parse: Parse, preposition: Word) -> tuple[bool, frozenset[int], frozenset[int]]:
    if preposition.lower == "against":
        return False, frozenset({preposition.i}), reach(preposition) - {preposition.i}
    for noun in children(parse, preposition.i, "pobj"):
        inner = [c for c in children(parse, noun.i, "prep") if c.lower == "of"]
        if preposition.lower == "in" and noun.lower in ("favour", "favor", "support") and inner:
            return True, frozenset({preposition.i, noun.i, inner[0].i}), reach(inner[0]) - {inner[0].i}
    return True, NONE, NONE
