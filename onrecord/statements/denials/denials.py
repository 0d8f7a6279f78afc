"""Tells whether a speaker denies: rejects a claim, or says that what he or his side would have done was not done.

A verb of denying needs something that was claimed ("rejects the charge", not "rejects the offer"). Where only what is
said is negative, `denials.tsv` gives points to the signs of a denial and takes them for what is no more than not so.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.denials.contested import Claims, answers_suspicion, is_contested
from onrecord.statements.denials.signs import describe_denial, is_claim, is_exhibit
from onrecord.statements.grammar.negations import find_tense, has_no
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import UNKNOWN, load_cues, load_words
from onrecord.statements.slots.particulars import cue_of, is_negated

_SPEECH = ("clause", "quotation")
_NOUNS = ("noun", "ownerless noun", "noun is")
_JUDGED = ("oprd", "pobj", "dobj", "ccomp", "amod", "acomp", "xcomp")
_START = "start"
_CLAIMING = ("assert", "accuse", "believe", "estimate")
_DONE = ("past", "perfect", "going on")


def find_denial(parse: Parse, candidate: Candidate, claims: Claims = ()) -> bool:
    """Tell whether the speaker denies what the content holds, or says that it did not happen or is not so."""
    if candidate.rule == "asked" or not candidate.content or _asks_why(parse, candidate):
        return False
    negated = is_negated(parse, candidate)
    denying = _find_denying(parse, candidate)
    if denying is not None and not _only_scoffs(parse, candidate, denying):
        claimed = _denies_claim(parse, candidate, denying) or answers_suspicion(parse, claims, candidate)
        return not negated and not _leaves_open(parse, denying) and claimed
    word = parse.words[candidate.head]
    if word.pos == "ADJ" and candidate.take not in _SPEECH:
        return _is_unaware(word, negated)
    if _claims_innocence(parse, candidate, word):
        return True
    if _calls_untrue(parse, word) or _rules_out(parse, candidate, word, claims) or _runs_down(parse, candidate, word):
        return not negated
    if not negated and _believes_none(parse, word):
        return True
    if negated or _refuses(parse, candidate):
        return _rejects(parse, candidate, word)
    if _tells_of_none(parse, candidate, word):
        return True
    told = candidate.take in _SPEECH or (candidate.take == "passive" and _opens_with_that(parse, candidate))
    told = told or _tells_of_past(parse, candidate)
    return told and weigh_denial(describe_denial(parse, candidate, claims)) > 0


def _asks_why(parse: Parse, candidate: Candidate) -> bool:
    """ "Asked him why he was not bowling"."""
    opening = parse.words[min(candidate.content)]
    asks = parse.words[candidate.head].lemma in ("ask", "wonder", "inquire", "enquire")
    return asks and (opening.tag in ("WRB", "WP", "WDT") or opening.lower in ("if", "whether"))


def _tells_of_none(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "Knows of no injuries", "promised nothing of the sort", "made no such offer"."""
    opening = [parse.words[i].lower for i in sorted(candidate.content)[:3]]
    sort = opening in (["nothing", "of", "the"], ["none", "of", "the"]) and candidate.take not in _SPEECH
    things = [one for one in children(parse, verb.i, "prep") if one.lower == "of" and verb.lemma in ("know", "hear")]
    named = [thing for one in things for thing in children(parse, one.i, "pobj") if thing.i in candidate.content]
    none = any(has_no(parse, thing) and thing.lemma not in load_words("no_denial") for thing in named)
    return none or (sort and find_tense(parse, verb) in _DONE)


def _opens_with_that(parse: Parse, candidate: Candidate) -> bool:
    """ "Has let it be known that"."""
    return parse.words[min(candidate.content)].lower == "that"


def _tells_of_past(parse: Parse, candidate: Candidate) -> bool:
    """ "Swore never to have met him"."""
    opening = [parse.words[i].lower for i in sorted(candidate.content)[:3]]
    return opening[1:] == ["to", "have"] and opening[0] in ("never", "not")


def weigh_denial(signs: list[str]) -> float:
    """Add up the points of signs; more than none is a denial, and nothing to weigh is none."""
    points = load_points()
    return points[_START] + sum(points.get(sign, 0.0) for sign in signs) if signs else 0.0


@cache
def load_points() -> Mapping[str, float]:
    """Load the points that each sign of a denial is worth."""
    text = resources.files("onrecord.statements.denials").joinpath("denials.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["sign"]: float(row["points"]) for row in rows}


def _find_denying(parse: Parse, candidate: Candidate) -> Word | None:
    """A verb, a phrase or a noun that denies: "reject", "brush aside", "was quick to quash", "the denial that"."""
    head = parse.words[candidate.head]
    group = "denying_noun" if candidate.rule in _NOUNS else "denying"
    for word in (head, *(parse.words[i] for i in sorted(candidate.cue))):
        if word.lemma in load_words(group):
            return word
    if head.lemma in load_words("belittling") and candidate.take.startswith("+"):
        return head
    phrase = any(parse.words[i].lemma in load_words("denying_phrase") for i in candidate.cue)
    return head if phrase or cue_of(parse, candidate).acts.get(candidate.take) == "deny" else None


def _only_scoffs(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "I never met him," she scoffed: what is said tells whether it denies, the manner does not."""
    scoffs = verb.lemma in load_words("scoffing") and candidate.take in _SPEECH
    return scoffs and not _is_about_claim(parse, candidate)


def _is_unaware(word: Word, negated: bool) -> bool:
    """ "Is unaware of any talks", "is not aware", "was not involved in"; not "is not unaware"."""
    return word.lower in load_words("fact" if negated else "unaware")


def _leaves_open(parse: Parse, verb: Word) -> bool:
    """ "Would neither confirm nor deny"."""
    return any(word.lower in ("nor", "or") for word in parse.words[max(0, verb.i - 2) : verb.i])


def _denies_claim(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """To reject an offer is to oppose it, to reject a claim is to deny it; to deny a man a visa is to withhold it."""
    if candidate.rule in _NOUNS:
        return True
    things = children(parse, verb.i, "dobj", "dative")
    if len(things) > 1 or (things and children(parse, verb.i, "auxpass")):
        return False
    phrase = {parse.words[i].lemma for i in candidate.cue} & load_words("denying_wholly")
    if verb.lemma in load_words("denying_all") or (phrase and parse.words[candidate.head].pos == "VERB"):
        return not any(thing.lemma in load_words("contest") for thing in things)
    belittles = bool(_cue_lemmas(parse, candidate) & load_words("belittling")) and _is_about_exhibit(parse, candidate)
    return belittles or _calls_untrue(parse, verb) or _is_about_claim(parse, candidate)


def _cue_lemmas(parse: Parse, candidate: Candidate) -> frozenset[str]:
    return frozenset(parse.words[i].lemma for i in (candidate.head, *candidate.cue))


def _is_about_exhibit(parse: Parse, candidate: Candidate) -> bool:
    """ "Dismissed the recording", "brushed aside the arithmetic": what stands for a claim, since it is its evidence."""
    for i in sorted(candidate.content):
        word = parse.words[i]
        if word.dep == "prep" or (word.pos == "VERB" and word.dep != "amod"):
            return False
        if is_exhibit(word):
            return True
    return False


def _is_about_claim(parse: Parse, candidate: Candidate) -> bool:
    """A claim, a noun with what it claims ("the suggestion that"), or a clause on its own."""
    if candidate.take == "clause":
        return parse.words[candidate.head].lemma not in load_words("scoffing")
    for i in sorted(candidate.content):
        word = parse.words[i]
        if is_claim(word):
            return True
        if word.dep == "prep" or (word.pos == "VERB" and word.lemma not in load_words("holding")):
            return False
        act = load_cues().get((word.lemma, "noun"), UNKNOWN).acts.get("clause")
        if act in _CLAIMING or (word.pos == "NOUN" and _has_clause(parse, word)):
            return True
    return False


def _has_clause(parse: Parse, noun: Word) -> bool:
    """ "The suggestion that he lied", "the idea that it was ordered"; a demand that he "should go" claims nothing."""
    clauses = children(parse, noun.i, "acl", "ccomp", "relcl")
    marked = [one for one in clauses if any(word.lower == "that" for word in children(parse, one.i, "mark"))]
    return any(find_tense(parse, one) != "modal" and one.tag != "VB" for one in marked)


def _calls_untrue(parse: Parse, verb: Word) -> bool:
    """ "Called the report a fairy tale", "dismissed it as nonsense"; not "called him out for his lies"."""
    if verb.lemma not in load_words("labelling"):
        return False
    below = [word for word in parse.words[verb.i + 1 : verb.right + 1] if word.dep in _JUDGED]
    near = parse.words[verb.i + 1 : verb.i + 6]
    claims = any(is_claim(word) or word.lower in load_words("pointing") for word in near)
    judged = [word for word in below if word.dep != "pobj" or parse.words[word.head].lower == "as"]
    put = verb.lemma in ("reject", "dismiss") and any(word.dep == "pobj" for word in judged)  # "rejects it as a cut"
    links = [of for word in judged for of in children(parse, word.i, "prep") if of.lower == "of"]
    judged += [one for of in links for one in children(parse, of.i, "pobj")]  # "as the work of forgers"
    forged = any({word.lower, word.lemma} & load_words("forged") for word in judged)
    false = (put or forged) and any(map(is_exhibit, near))
    return false or (
        claims and any({word.lower, word.lemma} & (load_words("untrue") | load_words("forged")) for word in judged)
    )


def _rules_out(parse: Parse, candidate: Candidate, verb: Word, claims: Claims) -> bool:
    """ "Rules out talks", or the arson of which somebody spoke before; to rule out a plan is to oppose it."""
    if verb.lemma != "rule" or candidate.take != "+out":
        return False
    things = [parse.words[i] for i in candidate.content if parse.words[i].head == verb.i]
    pointing = any(word.lower in load_words("pointing") or is_claim(word) for word in things)
    pointing = pointing or any(word.lemma in load_words("talks") for word in things)
    return pointing or any(is_contested(parse, claims, candidate, verb, word) for word in things)


def _runs_down(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "Branded the rumours as poison": who runs a claim down says that it is not so, in whatever words."""
    if verb.lemma not in load_words("running_down"):
        return False
    below = children(parse, verb.i, "dobj", "oprd") + [
        one for clause in children(parse, verb.i, "ccomp") for one in children(parse, clause.i, "nsubj")
    ]
    if candidate.take.startswith("+"):
        inside = (parse.words[i] for i in sorted(candidate.content))
        below += [one for one in inside if one.head not in candidate.content]
    return any(word.lemma in load_words("allegation") for word in below if word.i in candidate.content)


def _claims_innocence(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "Protests his innocence", "professed ignorance", "pleaded not guilty"."""
    things = [word for word in children(parse, verb.i, "dobj") if word.i in candidate.content | candidate.cue]
    guilty = [word for word in children(parse, verb.i, "acomp", "oprd", "dobj") if word.lower == "guilty"]
    own = verb.pos == "VERB" and any(word.lemma in ("innocence", "ignorance") for word in things)
    return own or (verb.lemma == "plead" and any(parse.words[word.i - 1].lower == "not" for word in guilty))


def _believes_none(parse: Parse, verb: Word) -> bool:
    """ "Believes not a word of it", "accepts none of the charges"."""
    return verb.lemma in ("believe", "accept", "credit") and any(
        has_no(parse, thing) for thing in children(parse, verb.i, "dobj")
    )


def _refuses(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].lemma in ("refuse", "decline") for i in candidate.cue)


def _rejects(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "Does not accept that", "refuses to believe", "we never promised": not what one does not say, want or like."""
    tense = find_tense(parse, verb)
    if verb.lemma in load_words("admitting"):
        return tense != "modal"
    held = _find_holding(parse, candidate, verb)
    if held is not None:
        told = candidate.take in _SPEECH or held.lemma in load_words("inner") or _is_about_claim(parse, candidate)
        told = told or (held.i != verb.i and bool(children(parse, held.i, "ccomp")))
        told = told and not (held.i == verb.i and candidate.take in _SPEECH and held.lemma in load_words("opining"))
        own = _is_first_person(parse, candidate) and not _is_firm(parse, candidate)
        return told and tense != "modal" and not own and not _weighs(parse, verb)
    if verb.lemma in ("know", "hear") and any(parse.words[i].lower == "nothing" for i in candidate.cue):
        return tense != "modal"
    if verb.lemma in load_words("preparing") and tense == "going on":
        return True
    if verb.pos == "VERB" and any(parse.words[i].lemma in load_words("evidence") for i in candidate.cue):
        return tense != "modal"  # "found no sign of a fall"
    if verb.lemma in load_words("raising") and candidate.take not in _SPEECH:
        return tense in _DONE  # "did not discuss the islands"
    if candidate.parent is None or not _is_first_person(parse, candidate):
        return False
    limited = any(parse.words[i].lower in load_words("limiting") for i in (*candidate.cue, verb.i - 1))
    return tense in _DONE and verb.lemma not in load_words("inner") and not limited


def _is_firm(parse: Parse, candidate: Candidate) -> bool:
    """ "I do not think he ever did" says more of him than of what I think."""
    return any(parse.words[i].lower in load_words("firm") for i in candidate.content)


def _find_holding(parse: Parse, candidate: Candidate, verb: Word) -> Word | None:
    """The verb of holding something true that is negated, or refused: "refuses to believe"."""
    refused = (*candidate.cue, *sorted(candidate.content)[:2]) if _refuses(parse, candidate) else (verb.i,)
    return next((parse.words[i] for i in refused if parse.words[i].lemma in load_words("holding")), None)


def _is_first_person(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].lower in load_words("first_person") | {"you"} for i in candidate.source)


def _weighs(parse: Parse, verb: Word) -> bool:
    """ "Does not consider it necessary": a judgement on what to do, no denial of what was done."""
    clauses = children(parse, verb.i, "ccomp", "oprd", "acomp", "xcomp")
    weighed = [verb, *clauses, *(word for clause in clauses for word in children(parse, clause.i, "acomp", "oprd"))]
    return any(word.pos == "ADJ" for word in weighed)
