"""Tells whether an event happened, goes on, is planned, proposed, possible, alleged, denied or did not happen.

What is said of an event is folded from the inside out: each word above it changes how it stands, or turns it round.
A plan that is dropped is negated, a plan that is not dropped is still a plan.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from onrecord.events.conditions import find_condition
from onrecord.events.effects import find_effect
from onrecord.events.frames import find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.events.participants import is_nobody
from onrecord.events.predicates import (
    find_stretch,
    is_gone_on,
    is_told_in_doubt,
    says_how_it_stands,
)
from onrecord.events.senses import find_lemmas
from onrecord.language import Parse, Word
from onrecord.records import Modality

_UP = 7
_KEEPS_ITS_OWN = ("possible", "alleged", "considered", "hypothetical", "denied")
_FIRM = ("alleged", "denied", "hypothetical")
_NOW = ("is", "are", "was", "were", "been", "'re", "'s", "am", "be")
_CLAUSES = ("xcomp", "ccomp", "oprd", "acomp", "pcomp")
_OPENING_MARKS = ('"', "\u201c", "\u00ab", "\u2018", "'")
_PLANS = ("plan", "scheme", "formula", "roadmap", "terms", "settlement")
_OBJECTS = ("dobj", "pobj", "nsubjpass", "attr", "nsubj")


class Standing(NamedTuple):
    """How an event stands while it is folded: its modality, whether it holds, and the word that decided it."""

    modality: str = "happened"
    holds: bool = True
    cue: Word | None = None


def find_modality(parse: Parse, word: Word) -> tuple[Modality, Word | None]:
    """Return the modality of a trigger and the word that decides it."""
    standing = _of_verb(parse, word, Standing()) if word.pos == "VERB" else _of_event_noun(parse, word)
    here = word
    for _ in range(_UP):
        head = parse.words[here.head]
        if head.i == here.i or not _reaches(parse, here, head):
            break
        standing = _from_above(parse, here, head, standing)
        here = head
    condition = find_condition(parse, word)
    if condition is not None and standing.modality != "denied":
        standing = Standing("hypothetical", True, condition)
    if not standing.holds:
        return "negated", standing.cue
    return cast(Modality, standing.modality), standing.cue


def _change(standing: Standing, effect: str, cue: Word) -> Standing:
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


def _reaches(parse: Parse, here: Word, head: Word) -> bool:
    """What stands above a clause of time or cause says nothing of it: "after the talks he plans to leave"."""
    if here.dep == "relcl":
        return _says_what_it_is(parse, here, head)
    if here.dep in ("npadvmod", "parataxis"):
        return False
    if here.dep == "advcl":
        return head.lemma == "use" or any(w.lower == "to" for w in find_children(parse, here, "aux"))
    if here.dep == "csubj":
        return head.lemma in ("be", "remain")
    if here.dep in ("nsubj", "nsubjpass") and here.pos != "VERB":
        return here.dep == "nsubjpass" or says_how_it_stands(parse, here, head)
    if here.dep == "advmod":
        return here.lower == "short"
    if here.dep == "prep":
        return here.lower in load_knowledge().words["preposition that carries modality"]
    return here.dep != "conj" or not find_children(parse, here, "nsubj", "nsubjpass")


def _says_what_it_is(parse: Parse, clause: Word, noun: Word) -> bool:
    """ "A bill [to send] observers", "claims that soldiers [took] him", which the parser calls relative clauses."""
    known = load_knowledge()
    openings = find_children(parse, clause, "aux", "mark")
    if len(find_children(parse, clause, "dobj")) > 1:
        openings += find_children(parse, clause, "dobj")  # "a danger that bandits kidnap them": no relative pronoun
    if not any(w.lower in ("to", "that") for w in openings):
        return False
    if ("noun", noun.lemma) in known.modalities or noun.lemma in known.words["telling"]:
        return True
    preposition = parse.words[noun.head]
    asks = known.modalities.get(("verb", parse.words[preposition.head].lemma)) == "requested"
    return asks and noun.dep == "pobj" and preposition.lower == "for"


def _opens_with_that(parse: Parse, clause: Word) -> bool:
    return any(w.lower == "that" for w in find_children(parse, clause, "mark"))


def _of_verb(parse: Parse, verb: Word, standing: Standing) -> Standing:
    """Fold the helping verbs, negations and adverbs of a verb over how it stands."""
    known = load_knowledge().modalities
    standing = _tense(parse, verb, standing)
    doubtful = is_told_in_doubt(parse, verb)
    standing = _change(standing, "alleged", doubtful) if doubtful is not None else standing
    for mark in find_children(parse, verb, "mark"):
        standing = _change(standing, _weigh(parse, verb), mark) if mark.lower == "whether" else standing
    negated = _find_negation(parse, verb)
    aux = next((w for w in find_children(parse, verb, "aux") if ("aux", w.lower) in known), None)
    effect = _aux_effect(parse, verb, aux) if aux is not None else None
    if aux is not None and effect is not None and aux.lower in ("can", "ca", "could") and negated is not None:
        standing, effect = _change(standing, effect, aux), None
    if negated is not None:
        standing = _change(standing, "negated", negated)
    if aux is not None and effect is not None:
        standing = _change(standing, effect, aux)
    for child in find_children(parse, verb, "advmod", "nsubj", "neg"):
        adverb = known.get(("adverb", child.lower))
        if adverb == "still":
            standing = _change(standing, "ongoing", child) if verb.tag == "VBG" else standing
        elif adverb and child.dep != "neg":
            standing = _change(standing, adverb, child)
    return standing


def _weigh(parse: Parse, verb: Word) -> str:
    """ "Has not decided [whether] to leave" weighs it; "asked [whether] they left" leaves it open."""
    above = parse.words[verb.head]
    above = parse.words[above.head] if above.pos == "ADP" else above
    known = load_knowledge()
    return "considered" if above.lemma in known.words["weighs whether"] else "possible"


def _find_negation(parse: Parse, verb: Word) -> Word | None:
    negation = next((w for w in find_children(parse, verb, "neg")), None)
    nobody = [w for w in find_children(parse, verb, "nsubj", "nsubjpass", "dobj") if is_nobody(parse, w)]
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
    if any(known.get(("noun", w.lemma)) == "proposed" or w.lemma in _PLANS for w in [*drafts, *under]):
        return "proposed"
    if any(known.get(("noun", w.lemma)) == "proposed" for w in subjects):
        return "proposed"
    if verb.lemma == "be" and not find_children(parse, verb, "xcomp"):
        return effect
    words = load_knowledge().words
    told = verb.dep == "ccomp" and head.tag in ("VBD", "VBN") and head.lemma in words["reporting verb"]
    told = told or (verb.dep in ("acl", "relcl", "ccomp") and head.pos == "NOUN" and _opens_with_that(parse, verb))
    return "planned" if told else effect


def _tense(parse: Parse, verb: Word, standing: Standing) -> Standing:
    auxiliaries = find_children(parse, verb, "aux", "auxpass")
    lower = [w.lower for w in auxiliaries]
    if verb.tag == "VBG" and any(a in _NOW for a in lower):
        return _change(standing, "ongoing", verb)
    if verb.tag == "VBN" and "being" in lower:
        return _change(standing, "ongoing", auxiliaries[-1])
    if verb.tag == "VB" and not auxiliaries and verb.dep in ("ROOT", "ccomp") and _is_order(parse, verb):
        return _change(standing, "requested", verb)
    if "to" not in lower or "have" in lower:
        return standing
    head, to = parse.words[verb.head], auxiliaries[0]
    yet = [w for w in find_children(parse, head, "advmod") if w.lower in ("yet", "still")]
    if yet and verb.dep == "xcomp" and head.lemma in ("have", "be"):
        return _change(standing, "negated", yet[0])
    if verb.dep == "xcomp" and head.lemma == "be":
        subjects = find_children(parse, head, "nsubj")
        effects = [load_knowledge().modalities.get(("noun", w.lemma)) for w in subjects]
        return _change(standing, next((e for e in effects if e), "planned"), to)
    if head.lemma == "go" and any(w.lower == "on" for w in find_children(parse, head, "prt")):
        return standing  # "went on to attack"
    if verb.dep in ("acl", "relcl", "advcl"):
        known = ("noun", head.lemma) in load_knowledge().modalities
        if verb.dep == "advcl" and standing.modality in ("requested", "proposed", "considered"):
            return standing  # "marched to demand his release"
        return standing if known and verb.dep in ("acl", "relcl") else _change(standing, "planned", to)
    return standing


def _is_order(parse: Parse, verb: Word) -> bool:
    """ "[Free] the poet," the crowd chanted: quoted, and nobody is its subject."""
    before = parse.words[verb.i - 1] if verb.i else verb
    return before.text in _OPENING_MARKS and not find_children(parse, verb, "nsubj", "nsubjpass", "expl")


def _of_event_noun(parse: Parse, noun: Word) -> Standing:
    """ "The exchange [proposed] by Karv", "the visit, [due] next week": what is behind the noun of the event itself."""
    standing, known = Standing(), load_knowledge().modalities
    for child in find_children(parse, noun, "acl", "amod", "relcl"):
        effect = known.get(("verb", child.lemma)) if child.i > noun.i and child.tag in ("VBN", "JJ", "VBD") else None
        standing = _change(standing, effect, child) if effect and effect != "fulfilled" else standing
    return _of_noun(parse, noun, standing)


def _of_noun(parse: Parse, noun: Word, standing: Standing) -> Standing:
    known, negators = load_knowledge().modalities, load_knowledge().words["negator"]
    for child in find_children(parse, noun, "amod", "compound"):
        effect = known.get(("noun", child.lower)) or known.get(("noun", child.lemma))
        standing = _change(standing, effect, child) if effect else standing
    stretch = find_stretch(parse, noun)
    standing = _change(standing, "ongoing", stretch) if stretch is not None else standing
    for child in find_children(parse, noun, "det", "neg"):
        standing = _change(standing, "negated", child) if child.lower in negators else standing
    return standing


def _from_above(parse: Parse, here: Word, head: Word, standing: Standing) -> Standing:
    """Fold what a governing word says of what it governs: "plans to visit", "denied shelling", "calls for talks"."""
    known = load_knowledge().modalities
    if standing.modality == "considered" and standing.cue is not None and standing.cue.lower == "whether":
        return standing
    if head.lower in ("without", "against") and here.dep in ("pobj", "pcomp") and _turns(parse, head):
        return _change(standing, "negated", head)
    if is_gone_on(here, head):
        return _change(standing, "ongoing", head)
    if here.dep == "advcl":
        standing = _of_loose_noun(parse, head, standing)
    if head.lemma in ("truth", "substance", "basis", "foundation") and here.dep == "prep" and is_nobody(parse, head):
        return _change(Standing(), "denied", head)
    if head.pos == "NOUN" and here.dep in ("prep", "acl", "relcl", "ccomp", "amod", "compound"):
        effect = known.get(("noun", head.lemma))
        standing = _change(standing, effect, head) if effect and _is_about(here) else standing
        return standing if here.dep in ("amod", "compound") else _of_noun(parse, head, standing)
    if here.dep == "conj":
        return _shared(parse, here, head, standing)
    if head.pos in ("VERB", "ADJ") and here.dep in (*_CLAUSES, *_OBJECTS, "prep", "advcl", "advmod"):
        return _governed(parse, here, head, standing)
    return standing


def _of_loose_noun(parse: Parse, head: Word, standing: Standing) -> Standing:
    """ "Withdrew his [offer] to mediate": the clause belongs to the noun, though the parser hung it on the verb."""
    for noun in find_children(parse, head, "dobj"):
        effect = load_knowledge().modalities.get(("noun", noun.lemma))
        if effect is not None:
            return _governed(parse, noun, head, _change(standing, effect, noun))
    return standing


def _turns(parse: Parse, preposition: Word) -> bool:
    """ "Decided against", "left without" turn round what follows; "protested against" does not."""
    head = parse.words[preposition.head]
    return preposition.lower == "without" or head.lemma in ("decide", "vote", "advise", "rule", "argue", "warn", "be")


def _is_about(here: Word) -> bool:
    return here.dep != "prep" or here.lower in ("of", "for", "to", "on", "about", "over")


def _shared(parse: Parse, here: Word, head: Word, standing: Standing) -> Standing:
    """Fold the helping verbs that a joined verb shares with the first: "will [visit] and [meet]"."""
    if head.lemma == "help" or head.pos != "VERB" or here.pos != "VERB" or find_children(parse, here, "aux", "auxpass"):
        return standing
    return _of_verb(parse, head, standing) if here.tag in ("VB", "VBN") and head.tag == here.tag else standing


def _governed(parse: Parse, here: Word, head: Word, standing: Standing) -> Standing:
    found = find_effect(parse, here, head)
    if _waves_away(parse, here, head, found):
        found = ("denied", head)
    if found is not None:
        standing = _change(standing, *found)
        if found[0] == "ongoing" and here.dep == "nsubj":
            return standing
    if here.dep in ("dobj", "nsubjpass", "nsubj", "attr", "xcomp", "acomp") or found is not None:
        if standing.cue is not None and standing.cue.head == here.i and standing.cue.dep in ("det", "neg"):
            return standing  # "no deal was signed" is denied once
        return _of_verb(parse, head, standing) if head.pos == "VERB" else _of_noun(parse, head, standing)
    return standing


def _waves_away(parse: Parse, here: Word, head: Word, found: tuple[str, Word] | None) -> bool:
    """ "Rejected the [claim] that ...", "scotched [rumours] of ...": what is told of the event is denied."""
    words, known = load_knowledge().words, load_knowledge().modalities
    told = here.lemma in words["telling"] or known.get(("noun", here.lemma)) == "alleged"
    refused = found is not None and found[0] == "negated"
    waved = not words["waves away"].isdisjoint(find_lemmas(parse, head))
    return told and here.dep in _OBJECTS and (refused or waved)
