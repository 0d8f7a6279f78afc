"""Reads the smaller facts of an attribution: who was told, whether it denies, which act, how it is hedged."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Act, Negated, Speech
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.negations import find_negations, open_stretch
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words
from onrecord.statements.slots.spoken_acts import find_spoken_act, threatens

_OPPOSITE: dict[Act, Act] = {"support": "oppose", "oppose": "support", "praise": "criticise"}
_NEXT_BEST = {"clause": ("object_infinitive", "object"), "object_infinitive": ("object",)}
_WISHING = ("would", "'d", "\u2019d")
_OPENING = ':"\u2018\u201c\u201e\u00ab'  # an apostrophe may stand inside of a cue
_DIRECT = 0.9
_UNQUOTED_SPEECH = ("lost marks", "caption")


def cue_of(parse: Parse, candidate: Candidate) -> Cue:
    """Return the row of the cue table that the head of a candidate stands for."""
    word = parse.words[candidate.head]
    classes = {"NOUN": "noun", "ADJ": "adjective"}
    lemma = word.lower if word.pos == "ADJ" else word.lemma
    return load_cues().get((lemma, classes.get(word.pos, "verb")), UNKNOWN)


def find_act(parse: Parse, candidate: Candidate, denial: bool = False) -> Act:
    """Return which act a candidate reports: what its cue says, what is said where the cue leaves it open.

    A negated stance is the opposite one; `denial` tells that the content was found to be denied.
    """
    negated = is_negated(parse, candidate)
    if denial and not (negated and candidate.rule != "phrasal"):
        return "deny"
    if candidate.act is not None:
        return candidate.act
    act = _cue_act(parse, candidate)
    if act == "oppose" and _keeps_silent(parse, candidate):
        return "assert"
    if act == "deny":
        return "assert" if candidate.take in ("clause", "quotation") or _leaves_open(parse, candidate) else "oppose"
    if negated:
        unwanted = parse.words[candidate.head].lemma in load_words("wanting")
        return "oppose" if unwanted else _OPPOSITE.get(act, act)
    if act == "warn" and threatens(parse, candidate):
        return "threaten"
    if act != "assert":
        return _judged(parse, candidate, act)
    return _named_act(parse, candidate) or find_spoken_act(parse, candidate) or act


def _cue_act(parse: Parse, candidate: Candidate) -> Act:
    cue = cue_of(parse, candidate)
    if candidate.rule == "adjective" and parse.words[candidate.head].pos == "VERB":
        known = load_cues().get((parse.words[candidate.head].lower, "adjective"), UNKNOWN)
        return known.acts.get(candidate.take, _first_act(known) if known.acts else "believe")
    if cue.lemma in ("like", "love", "prefer") and any(parse.words[i].lower in _WISHING for i in candidate.cue):
        return "request"
    taken = (candidate.take, *_NEXT_BEST.get(candidate.take, ()))
    act = next((cue.acts[take] for take in taken if take in cue.acts), None) or _first_act(cue)
    if candidate.rule == "light verb":
        act = _noun_act(parse, candidate, act)
    return "ask" if _asks(parse, candidate, act) else act


def _named_act(parse: Parse, candidate: Candidate) -> Act | None:
    """ "Was quoted as warning", "in the opinion of", "repeated the threat": another word tells more than the cue."""
    told = [parse.words[i] for i in sorted(candidate.cue) if i != candidate.head]
    if candidate.take == "object" and parse.words[candidate.head].lemma in load_words("conveying"):
        told += [word for word in children(parse, candidate.head, "dobj") if word.i in candidate.content]
    for word in told:
        acts = load_cues().get((word.lemma, "noun" if word.pos == "NOUN" else "verb"), UNKNOWN).acts
        act = acts.get("clause", acts.get("light"))
        if act not in (None, "assert", "deny") and word.dep not in ("aux", "auxpass"):
            return act
    return None


def _leaves_open(parse: Parse, candidate: Candidate) -> bool:
    """ "Would neither confirm nor deny"."""
    near = parse.words[max(0, candidate.head - 2) : candidate.head]
    return any(word.lower in ("nor", "or") for word in near)


def _keeps_silent(parse: Parse, candidate: Candidate) -> bool:
    """ "Declined to say whether": nothing is opposed."""
    words = [parse.words[i] for i in (*candidate.cue, *sorted(candidate.content)[:2])]
    refuses = any(word.lemma in ("refuse", "decline") for word in words)
    return refuses and any(word.lemma in load_words("telling_of") for word in words)


def _judged(parse: Parse, candidate: Candidate, act: Act) -> Act:
    """To call a thing something is to criticise it, but for "called the plan brilliant"."""
    labels = parse.words[candidate.head].lemma in load_words("labelling")
    well = any(parse.words[i].lower in load_words("well_judged") for i in candidate.content)
    return "praise" if act == "criticise" and labels and well else act


def _first_act(cue: Cue) -> Act:
    return next(iter(cue.acts.values())) if cue.acts else "assert"


def _noun_act(parse: Parse, candidate: Candidate, act: Act) -> Act:
    for i in sorted(candidate.cue):
        cue = load_cues().get((parse.words[i].lemma, "noun"), UNKNOWN)
        if "light" in cue.acts:
            return cue.acts["light"]
    return act


def _asks(parse: Parse, candidate: Candidate, act: Act) -> bool:
    """To ask whether is a question, to ask for or to is a request."""
    if parse.words[candidate.head].lemma != "ask" or candidate.take == "object_infinitive" or not candidate.content:
        return False
    if candidate.take in ("clause", "quotation", "passive"):
        return parse.words[min(candidate.content)].lower not in ("to", "that")
    return act == "ask"


def is_negated(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the cue itself is negated: "did not say", "is not against"; not in "he replied: | Not at all"."""
    denying = [i for i in candidate.cue if parse.words[i].lower in load_words("negation")]
    return any(not _is_cut_off(parse, i, candidate.head) for i in denying)


def find_cut_off(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Return the negations in a cue that belong to what is said: "he replied: | Certainly not"."""
    denying = [i for i in candidate.cue if parse.words[i].lower in load_words("negation")]
    return frozenset(i for i in denying if _is_cut_off(parse, i, candidate.head))


def _is_cut_off(parse: Parse, i: int, head: int) -> bool:
    """Tell whether a colon or a quotation mark parts a word from the head of the cue."""
    between = parse.words[min(i, head) + 1 : max(i, head)]
    return any(word.pos == "PUNCT" and word.text[0] in _OPENING for word in between)


def find_negated(parse: Parse, candidate: Candidate) -> Negated | None:
    """Tell where a negating word stands: at the saying ("did not say"), in what is said, or at both."""
    saying = is_negated(parse, candidate) or _keeps_silent(parse, candidate)
    found = find_negations(parse, open_stretch(parse, candidate.content))
    said = any(one.kind not in ("untrue", "unaware") for one in found)
    if saying:
        return "both" if said else "saying"
    return "said" if said else None


def find_hedge(parse: Parse, candidate: Candidate) -> Word | None:
    """Return the adverb that keeps a report at a distance: "reportedly"."""
    near = (*parse.children[candidate.head], *candidate.cue)
    return next((parse.words[i] for i in near if parse.words[i].lower in load_words("hedge")), None)


def find_speech(quoted: Quoted, candidate: Candidate, parse: Parse) -> Speech:
    """Tell whether the content is the speaker's own words, the reporter's, or both."""
    words = [i for i in candidate.content if parse.words[i].pos != "PUNCT"]
    within = sum(quoted.inside[i] >= 0 and quoted.inside[i] != quoted.inside[candidate.head] for i in words)
    if candidate.rule in _UNQUOTED_SPEECH or (words and within >= _DIRECT * len(words)):
        return "direct"
    return "mixed" if within else "indirect"
