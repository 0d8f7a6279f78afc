"""Folds over an event what stands beside it: its helping verbs, negations and adverbs, its articles and adjectives."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.events.frames import find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.events.participants import is_nobody
from onrecord.events.predicates import find_stretch, is_told_in_doubt
from onrecord.language import Parse, Word

_KEEPS_ITS_OWN = ("possible", "alleged", "considered", "hypothetical", "denied")
OPEN = ("considered", "possible")
_FIRM = ("alleged", "denied", "hypothetical")
_NOW = ("is", "are", "was", "were", "been", "'re", "'s", "am", "be")
_OPENING_MARKS = ('"', "\u201c", "\u00ab", "\u2018", "'")
_PLANS = ("plan", "scheme", "formula", "roadmap", "terms", "settlement")


class Standing(NamedTuple):
    """How an event stands while it is folded: its modality, whether it holds, and the word that decided it."""

    modality: str = "happened"
    holds: bool = True
    cue: Word | None = None


def change(standing: Standing, effect: str, cue: Word) -> Standing:
    """Fold one word over what stands below it."""
    if effect == "negated":
        return Standing(standing.modality, not standing.holds, cue) if standing.modality != "denied" else standing
    if effect == "excluded":
        return Standing("possible", not standing.holds, cue)
    if effect == "fulfilled":
        return Standing("happened", standing.holds, cue)
    if effect == "ongoing":
        return Standing("ongoing", standing.holds, cue) if standing.modality == "happened" else standing
    if effect == "possible" and standing.modality == "possible":
        return standing
    if effect == "hypothetical" and _is_drafted(standing):
        return standing
    if effect in _KEEPS_ITS_OWN:
        kept = standing.modality in ("denied", "hypothetical") or (
            effect in ("possible", "considered") and standing.modality == "alleged"
        )
        return standing if kept else Standing(effect, True, cue)
    if standing.modality in _FIRM or (standing.modality == "considered" and effect == "planned"):
        return standing
    if standing.modality == "possible" and effect == "planned":
        return standing
    return Standing(effect, standing.holds, cue)


def _is_drafted(standing: Standing) -> bool:
    """ "The exchange proposed by Karv would ..." is a proposal; what "would be necessary" is none."""
    wished = standing.modality in ("proposed", "requested")
    return wished and standing.cue is not None and standing.cue.dep != "acomp"


def _opens_with_that(parse: Parse, clause: Word) -> bool:
    return any(w.lower == "that" for w in find_children(parse, clause, "mark"))


def fold_verb(parse: Parse, verb: Word, standing: Standing, own: bool = True) -> Standing:
    """Fold the helping verbs, negations and adverbs of a verb over how it stands; `own`: nobody may undergo it."""
    known = load_knowledge().modalities
    standing = _tense(parse, verb, standing)
    doubtful = is_told_in_doubt(parse, verb)
    standing = change(standing, "alleged", doubtful) if doubtful is not None else standing
    standing = _fold_question(parse, verb, standing)
    negated = _find_negation(parse, verb, own)
    aux = next((w for w in find_children(parse, verb, "aux") if ("aux", w.lower) in known), None)
    effect = _aux_effect(parse, verb, aux) if aux is not None else None
    if effect == "hypothetical" and negated is not None and verb.lemma != "be":
        effect = "planned"  # who would not leave refused to; what would not happen, if ..., has its condition
    if aux is not None and effect is not None and aux.lower in ("can", "ca", "could") and negated is not None:
        standing, effect = change(standing, effect, aux), None
    if negated is not None:
        standing = change(standing, "negated", negated)
    if aux is not None and effect is not None and standing.modality not in OPEN:
        standing = change(standing, effect, aux)
    for child in find_children(parse, verb, "advmod", "nsubj", "neg"):
        adverb = known.get(("adverb", child.lower))
        if adverb == "still":
            standing = change(standing, "ongoing", child) if verb.tag == "VBG" else standing
        elif child.lower == "longer" and parse.words[child.i - 1].lower == "no":
            standing = change(standing, "negated", child)
        elif adverb and child.dep != "neg":
            standing = change(standing, adverb, child)
    return standing


def _fold_question(parse: Parse, verb: Word, standing: Standing) -> Standing:
    """ "Weighs [whether] to leave", "has yet to decide [if] it will"."""
    for mark in find_children(parse, verb, "mark"):
        asked = mark.lower == "if" and parse.words[verb.head].lemma in load_knowledge().words["asks whether"]
        if asked or mark.lower == "whether":
            standing = change(standing, _weigh(parse, verb), mark)
    return standing


def _weigh(parse: Parse, verb: Word) -> str:
    """ "Has not decided [whether] to leave" weighs it; "asked [whether] they left" leaves it open."""
    above = parse.words[verb.head]
    above = parse.words[above.head] if above.pos == "ADP" else above
    known = load_knowledge()
    open_to_choice = any(w.lower == "to" for w in find_children(parse, verb, "aux"))
    return "considered" if open_to_choice or above.lemma in known.words["weighs whether"] else "possible"


def _find_negation(parse: Parse, verb: Word, own: bool) -> Word | None:
    negation = next((w for w in find_children(parse, verb, "neg") if w.i <= verb.i + 1), None)  # not "him, not us"
    slots = ("nsubj", "nsubjpass", "dobj") if own else ("nsubj", "nsubjpass")  # "his arrest surprised nobody"
    nobody = [w for w in find_children(parse, verb, *slots) if is_nobody(parse, w)]
    fronted = [w for p in find_children(parse, verb, "prep") if p.i < verb.i for w in find_children(parse, p, "pobj")]
    nobody += [w for w in fronted if is_nobody(parse, w) and w.lemma in load_knowledge().words["occasion"]]
    agents = [w for w in find_prepositional(parse, verb, frozenset({"by"})) if is_nobody(parse, w)]
    neither = [w for w in find_children(parse, verb, "preconj", "cc") if w.lower in ("neither", "nor")]
    if verb.dep == "conj":
        neither += [w for w in parse.words[verb.head + 1 : verb.i] if w.lower == "nor"]
    return negation or next(iter([*nobody, *agents, *neither]), None)


def _aux_effect(parse: Parse, verb: Word, aux: Word) -> str:
    effect = load_knowledge().modalities["aux", aux.lower]
    if effect != "hypothetical":
        return effect
    head, known = parse.words[verb.head], load_knowledge().modalities
    subjects = find_children(parse, verb, "nsubj", "nsubjpass")
    drafts = [w for one in subjects for w in find_children(parse, one, "amod", "compound")]
    under = find_prepositional(parse, verb, frozenset({"under"}))
    drafts += [w for one in under for w in find_children(parse, one, "amod", "compound")]
    under += [head] if verb.dep == "advcl" and head.pos == "NOUN" else []  # "a bill before the house would ban it"
    if any(known.get(("noun", w.lemma)) == "proposed" or w.lemma in _PLANS for w in [*drafts, *under]):
        return "proposed"
    if any(known.get(("noun", w.lemma)) == "proposed" for w in subjects):
        return "proposed"
    if verb.lemma == "be" and not find_children(parse, verb, "xcomp"):
        return effect
    words = load_knowledge().words
    if any(w.lower in ("sooner", "rather") for w in find_children(parse, verb, "advmod")):
        return effect  # "would sooner resign than sign"
    told = verb.dep == "ccomp" and head.tag in ("VBD", "VBN") and head.lemma in words["reporting verb"]
    told = told or (verb.dep in ("acl", "relcl", "ccomp") and head.pos == "NOUN" and _opens_with_that(parse, verb))
    return "planned" if told else effect


def _tense(parse: Parse, verb: Word, standing: Standing) -> Standing:
    auxiliaries = find_children(parse, verb, "aux", "auxpass")
    lower = [w.lower for w in auxiliaries]
    if verb.tag == "VBG" and any(a in _NOW for a in lower):
        return change(standing, "ongoing", verb)
    if verb.tag == "VBN" and "being" in lower:
        return change(standing, "ongoing", auxiliaries[-1])
    if verb.tag == "VB" and not auxiliaries and verb.dep in ("ROOT", "ccomp") and _is_order(parse, verb):
        return change(standing, "requested", verb)
    if "to" not in lower or "have" in lower:
        return standing
    return _infinitive(parse, verb, standing, auxiliaries[0])


def _infinitive(parse: Parse, verb: Word, standing: Standing, to: Word) -> Standing:
    """ "Is [to] meet", "has yet [to] meet", "a plan [to] meet", "went on [to] meet"."""
    head = parse.words[verb.head]
    yet = [w for w in find_children(parse, head, "advmod") if w.lower in ("yet", "still")]
    if yet and verb.dep == "xcomp" and head.lemma in ("have", "be"):
        return change(standing, "negated", yet[0])
    if verb.dep == "xcomp" and head.lemma == "be":
        subjects = find_children(parse, head, "nsubj")
        effects = [load_knowledge().modalities.get(("noun", w.lemma)) for w in subjects]
        return change(standing, next((e for e in effects if e), "planned"), to)
    if verb.dep == "ROOT":
        return change(standing, "planned", to)  # a headline: "HOSPITAL TO BE FLOWN IN"
    went_on = head.lemma == "go" and any(w.lower == "on" for w in find_children(parse, head, "prt"))
    marched = verb.dep == "advcl" and standing.modality in ("requested", "proposed", "considered")
    if went_on or marched or verb.dep not in ("acl", "relcl", "advcl"):
        return standing  # "marched to demand his release"
    known = ("noun", head.lemma) in load_knowledge().modalities
    told = known and (verb.dep in ("acl", "relcl") or head.pos == "NOUN")
    return standing if told else change(standing, "planned", to)


def _is_order(parse: Parse, verb: Word) -> bool:
    """ "[Free] the poet," the crowd chanted: quoted, and nobody is its subject."""
    before = parse.words[verb.i - 1] if verb.i else verb
    return before.text in _OPENING_MARKS and not find_children(parse, verb, "nsubj", "nsubjpass", "expl")


def fold_event_noun(parse: Parse, noun: Word) -> Standing:
    """ "The exchange [proposed] by Karv", "the visit, [due] next week": what is behind the noun of the event itself."""
    standing, known = Standing(), load_knowledge().modalities
    for child in find_children(parse, noun, "acl", "amod", "relcl"):
        effect = known.get(("verb", child.lemma)) if child.i > noun.i and child.tag in ("VBN", "JJ", "VBD") else None
        standing = change(standing, effect, child) if effect and effect != "fulfilled" else standing
    return fold_noun(parse, noun, standing)


def fold_noun(parse: Parse, noun: Word, standing: Standing) -> Standing:
    """Fold what stands before a noun over it: "a [planned] visit", "[no] deal", "an [alleged] raid"."""
    known, negators = load_knowledge().modalities, load_knowledge().words["negator"]
    for child in find_children(parse, noun, "amod", "compound"):
        effect = known.get(("noun", child.lower)) or known.get(("noun", child.lemma))
        standing = change(standing, effect, child) if effect else standing
    stretch = find_stretch(parse, noun)
    standing = change(standing, "ongoing", stretch) if stretch is not None else standing
    for child in find_children(parse, noun, "det", "neg"):
        standing = change(standing, "negated", child) if child.lower in negators else standing
    return standing
