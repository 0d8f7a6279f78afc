"""Tells whether a speaker denies: rejects a claim, or says that what he or his side would have done was not done."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import UNKNOWN, load_cues, load_words
from onrecord.statements.slots import is_negated
from onrecord.statements.trees import children

_SPEECH = ("clause", "quotation", "infinitive")
_JUDGED = ("oprd", "pobj", "dobj", "ccomp", "amod", "acomp", "xcomp")
_DONE = ("VBD", "VBN", "VBG")


def find_denial(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the speaker denies what the content holds, or says that it did not happen or is not so."""
    if candidate.rule == "asked" or not candidate.content:
        return False
    word = parse.words[candidate.head]
    negated = is_negated(parse, candidate)
    if word.lemma in load_words("denying"):
        return not negated and not _leaves_open(parse, word) and _denies_outright(parse, candidate, word)
    if word.pos == "ADJ":
        return negated and word.lower in load_words("fact") and candidate.take != "infinitive"
    if _calls_untrue(parse, word) or _rules_out(parse, candidate, word):
        return True
    if negated and candidate.parent is not None and _first_person(parse, candidate):
        return not _is_open(parse, word)
    if candidate.take not in _SPEECH:
        return False
    if negated:
        held = word.lemma in load_words("holding") and not _first_person(parse, candidate)
        return held and not _weighs(parse, word)
    return candidate.take != "infinitive" and _says_not(parse, candidate)


def _leaves_open(parse: Parse, verb: Word) -> bool:
    """ "Would neither confirm nor deny"."""
    return any(word.lower in ("nor", "or") for word in parse.words[max(0, verb.i - 2) : verb.i])


def _denies_outright(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """To reject an offer is to oppose it, to reject a claim is to deny it; what one disowns was a claim."""
    if verb.lemma in load_words("denying_all"):
        return True
    heads = [parse.words[i] for i in candidate.content if parse.words[i].head == candidate.head]
    acts = (load_cues().get((word.lemma, "noun"), UNKNOWN).acts.get("clause") for word in heads)
    claims = any(word.lemma in load_words("claim_noun") for word in heads)
    return claims or _calls_untrue(parse, verb) or any(act in ("assert", "accuse", "believe") for act in acts)


def _calls_untrue(parse: Parse, verb: Word) -> bool:
    """ "Called the report a fairy tale", "dismissed it as nonsense"."""
    if verb.lemma not in ("call", "dismiss", "describe", "brand", "label"):
        return False
    below = [word for word in parse.words[verb.i : verb.right + 1] if word.dep in _JUDGED]
    return any(word.lemma in load_words("untrue") for word in below)


def _rules_out(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "Rules out talks"; to rule out a plan is to oppose it."""
    things = [parse.words[i] for i in candidate.content if parse.words[i].head == verb.i]
    dealings = any(word.lemma in load_words("dealings") for word in things)
    return verb.lemma == "rule" and candidate.take == "+out" and dealings


def _first_person(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].lower in load_words("first_person") | {"you"} for i in candidate.source)


def _weighs(parse: Parse, verb: Word) -> bool:
    """ "Does not consider it necessary": a judgement on what to do, no denial of what was done."""
    clauses = children(parse, verb.i, "ccomp", "oprd", "acomp", "xcomp")
    weighed = [verb, *clauses, *(word for clause in clauses for word in children(parse, clause.i, "acomp", "oprd"))]
    return any(word.pos == "ADJ" for word in weighed)


def _says_not(parse: Parse, candidate: Candidate) -> bool:
    opening = _opening(parse, candidate)
    if not opening or _is_asked(parse, opening):
        return False
    if candidate.rule in ("headline", "colon") and parse.words[opening[0]].lower == "no":
        return any(parse.words[i].lemma in load_words("dealings") for i in opening[:4])
    root = _root(parse, opening)
    if root is None or _is_unfinished(parse, opening):
        return False
    return _negates(parse, root) or _there_is_no(parse, root) or _got_none(parse, root) or _is_untrue(parse, root)


def _is_asked(parse: Parse, opening: list[int]) -> bool:
    after = min(max(opening) + 1, len(parse.words) - 1)
    return any(parse.words[i].text[0] == "?" for i in (*opening, after))


def _opening(parse: Parse, candidate: Candidate) -> list[int]:
    """The first sentence of the content."""
    words = sorted(candidate.content)
    while words and not parse.words[words[0]].text[0].isalnum():
        words = words[1:]
    return [i for i in words if parse.words[i].sentence == parse.words[words[0]].sentence] if words else []


def _root(parse: Parse, words: list[int]) -> Word | None:
    """The main verb of a stretch: the one whose head lies outside of it."""
    inside = set(words)
    for i in words:
        word = parse.words[i]
        if word.pos == "VERB" and (word.head not in inside or word.head == i) and word.dep not in ("aux", "auxpass"):
            return word
    return None


def _is_unfinished(parse: Parse, words: list[int]) -> bool:
    """What is not yet so may still be: no denial."""
    return any(parse.words[i].lower in ("yet", "only", "just", "still") for i in words)


def _negates(parse: Parse, verb: Word) -> bool:
    """What was or is not so; not what will or should not be, nor what somebody does not think, like or know."""
    if not any(child.lower in ("not", "n't", "never") for child in children(parse, verb.i, "neg", "advmod")):
        return False
    subjects = _subjects(parse, verb)
    if _is_open(parse, verb) or any(w.lower in load_words("nobody") for w in subjects):
        return False
    if verb.lemma != "be":
        own = any(word.tag == "PRP" or _counts_one(parse, word) for word in subjects)
        return own or not children(parse, verb.i, "nsubjpass") or not _is_perfect(parse, verb)
    if verb.tag == "VBN" and any(word.lower == "never" for word in children(parse, verb.i, "neg", "advmod")):
        return True
    said_of = children(parse, verb.i, "acomp", "attr", "prep")
    past = verb.tag in _DONE
    return any(word.lower in load_words("fact") or (past and word.lower == "one") for word in said_of)


def _is_open(parse: Parse, verb: Word) -> bool:
    """What may be, what is a habit ("does not shout") and what goes on in a mind are open; what was done is not."""
    auxiliaries = children(parse, verb.i, "aux")
    habit = any(aux.lemma == "do" and aux.tag != "VBD" for aux in auxiliaries)
    return habit or any(aux.tag == "MD" for aux in auxiliaries) or verb.lemma in load_words("inner")


def _counts_one(parse: Parse, word: Word) -> bool:
    """ "Not one pump"."""
    return any(parse.words[c].lower in ("one", "single") for c in parse.children[word.i])


def _is_perfect(parse: Parse, verb: Word) -> bool:
    return any(aux.lemma == "have" for aux in children(parse, verb.i, "aux"))


def _subjects(parse: Parse, verb: Word) -> list[Word]:
    return children(parse, verb.i, "nsubj", "nsubjpass")


def _has_no(parse: Parse, word: Word) -> bool:
    """ "No contact", "not one pump", "not a single letter", "none of his men"."""
    near = [near.lower for near in parse.words[word.left : word.i]]
    counted = near[1:2] in (["one"], ["a"], ["single"])
    own = any(parse.words[i].tag == "PRP$" or parse.words[i].lower == "us" for i in range(word.i, word.right + 1))
    return near[:1] in (["no"], ["neither"]) or (near[:1] == ["not"] and counted) or (word.lower == "none" and own)


def _there_is_no(parse: Parse, verb: Word) -> bool:
    """ "There was no contact", "no bag was carried"; a lack of information or of a decision denies nothing."""
    existential = bool(children(parse, verb.i, "expl"))
    if any(aux.tag == "MD" for aux in children(parse, verb.i, "aux")):
        return False
    named = [*children(parse, verb.i, "nsubjpass"), *(children(parse, verb.i, "nsubj", "attr") if existential else ())]
    named += [word for word in children(parse, verb.i, "nsubj") if word.lower == "none"]
    return any(_has_no(parse, word) and word.lemma not in load_words("information") for word in named)


def _got_none(parse: Parse, verb: Word) -> bool:
    """ "Has received no proposal", "is holding no talks", "had no part in it", "owed him nothing"."""
    if _is_open(parse, verb) and verb.lemma != "have":
        return False
    if any(w.lower in load_words("nobody") for w in _subjects(parse, verb)):
        return False
    for thing in children(parse, verb.i, "dobj"):
        lacking = _has_no(parse, thing) and thing.lemma not in load_words("information") | load_words("no_denial")
        if verb.lemma == "have":
            lacking = lacking and thing.lemma in load_words("dealings")
        nothing = thing.lower in ("nothing", "none") and verb.lemma not in ("have", "be")
        if (lacking or nothing) and (verb.tag in _DONE or verb.lemma == "have"):
            return True
    return False


def _is_untrue(parse: Parse, verb: Word) -> bool:
    """ "The report was false"."""
    told = children(parse, verb.i, "acomp", "attr") if verb.lemma == "be" else []
    negated = bool(children(parse, verb.i, "neg"))
    return not negated and any(word.lemma in load_words("untrue") for word in told)
