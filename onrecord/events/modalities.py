"""Tells whether an event happened, goes on, is planned, proposed, possible, alleged, denied or did not happen.

What is said of an event is folded from the inside out: each word above it changes how it stands, or turns it round.
A plan that is dropped is negated, a plan that is not dropped is still a plan.
"""

from __future__ import annotations

from typing import cast

from onrecord.events.conditions import find_condition
from onrecord.events.denials import find_denial_behind, find_denial_in_words
from onrecord.events.effects import find_effect
from onrecord.events.folding import OPEN, Standing, change, fold_event_noun, fold_noun, fold_verb
from onrecord.events.frames import find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.events.participants import is_nobody
from onrecord.events.phrases import find_phrase_before
from onrecord.events.predicates import is_gone_on, says_how_it_stands
from onrecord.events.senses import find_lemmas
from onrecord.language import Parse, Word
from onrecord.records import Modality

_UP = 7
_CLAUSES = ("xcomp", "ccomp", "oprd", "acomp", "pcomp")
_DOUBTFUL = frozenset(("rumor", "rumour", "tale", "fiction", "fake"))  # "a rumour that" only doubts
_OBJECTS = ("dobj", "pobj", "nsubjpass", "attr", "nsubj")


def find_modality(parse: Parse, word: Word) -> tuple[Modality, Word | None]:
    """Return the modality of a trigger and the word that decides it."""
    standing = fold_verb(parse, word, Standing()) if word.pos == "VERB" else fold_event_noun(parse, word)
    here, standing = _fold_phrase(parse, word, standing)
    for _ in range(_UP):
        head = _find_head(parse, here)
        if head.i == here.i or not _reaches(parse, here, head):
            break
        standing = _from_above(parse, here, head, standing)
        here = head
    condition = find_condition(parse, word)
    if condition is not None and standing.modality != "denied":
        standing = Standing("hypothetical", True, condition)
    standing = _deny(parse, word, standing)
    if not standing.holds:
        return "negated", standing.cue
    return cast(Modality, standing.modality), standing.cue


def _fold_phrase(parse: Parse, word: Word, standing: Standing) -> tuple[Word, Standing]:
    """Fold the set phrase before an event, with the verb that it hangs on; return from where to climb on."""
    found = find_phrase_before(parse, word)
    if found is None:
        return word, standing
    standing, here = change(standing, *found), word
    for _ in range(_UP):
        head = parse.words[here.head]
        if head.i == here.i:
            return word, standing
        if head.pos == "VERB" and head.i < word.i:
            alone = found[0] in ("proposed", "requested") or _holds_negation(parse, *found)
            return head, standing if alone else fold_verb(parse, head, standing)
        here = head
    return word, standing


def _holds_negation(parse: Parse, effect: str, cue: Word) -> bool:
    """ "Saw [no need] to", "had [no choice but] to": the phrase has its negation in it."""
    if cue.lower in ("nothing", "little", "anything", "everything"):
        return True
    return effect in ("negated", "fulfilled", "denied", "ongoing") and parse.words[cue.i - 1].lower in ("no", "little")


def _find_head(parse: Parse, here: Word) -> Word:
    """Return what governs a word, where the parser hung it on the last noun of a phrase.

    "Accused by its neighbour [of] shelling", "claims by rebels [that] it left": they hang on "accused", on "claims".
    """
    head = parse.words[here.head]
    by = parse.words[head.head]
    if here.lower == "of" and find_children(parse, here, "pcomp"):
        accused = head.dep == "dobj" and load_knowledge().modalities.get(("verb", by.lemma)) == "alleged"
        if by.dep == "agent" or accused:
            return by if accused else parse.words[by.head]
    if here.dep not in ("relcl", "acl") or head.dep != "pobj" or head.lemma in load_knowledge().words["telling"]:
        return head
    owner = parse.words[by.head]
    that = any(w.lower == "that" for w in find_children(parse, here, "dobj", "mark"))
    return owner if that and owner.lemma in load_knowledge().words["telling"] else head


def _deny(parse: Parse, word: Word, standing: Standing) -> Standing:
    """ "Said it had not shelled Harn", "a charge that the guard denies": denials that no verb of denying governs."""
    if standing.modality not in ("happened", "ongoing"):
        return standing
    if standing.holds:
        denial = find_denial_behind(parse, word)
    else:
        denial = find_denial_in_words(parse, word, standing.cue) if standing.cue is not None else None
    return standing if denial is None else Standing("denied", True, denial)


def _reaches(parse: Parse, here: Word, head: Word) -> bool:
    """What stands above a clause of time or cause says nothing of it: "after the talks he plans to leave"."""
    if here.dep == "relcl" and head.pos == "VERB":
        return True
    if here.dep == "relcl":
        return _is_done_for_nothing(parse, head) or _is_cleft(parse, head) or _says_what_it_is(parse, here, head)
    if here.dep in ("npadvmod", "parataxis"):
        return False
    if here.dep == "advcl":
        return head.lemma == "use" or any(w.lower == "to" for w in find_children(parse, here, "aux"))
    if here.dep == "csubj":
        return head.lemma in ("be", "remain")
    if here.dep in ("nsubj", "nsubjpass") and here.pos != "VERB":
        return here.dep == "nsubjpass" or says_how_it_stands(parse, here, head)
    if here.dep == "advmod":
        return here.lower in ("short", "back", "away", "off", "out", "clear")
    if here.dep == "prep":
        return here.lower in load_knowledge().words["preposition that carries modality"]
    return here.dep != "conj" or not find_children(parse, here, "nsubj", "nsubjpass")


def _is_cleft(parse: Parse, noun: Word) -> bool:
    """ "It may have been [the guards] who shot him"."""
    verb = parse.words[noun.head]
    it = any(w.lower == "it" for w in find_children(parse, verb, "nsubj"))
    return noun.dep == "attr" and verb.lemma == "be" and it


def _says_what_it_is(parse: Parse, clause: Word, noun: Word) -> bool:
    """ "A bill [to send] observers", "claims that soldiers [took] him", which the parser calls relative clauses."""
    known = load_knowledge()
    openings = find_children(parse, clause, "aux", "mark")
    subjects = find_children(parse, clause, "nsubj", "nsubjpass")
    openings += [w for one in subjects for w in find_children(parse, one, "nsubj", "det")]  # "claims that inmates ..."
    if len(find_children(parse, clause, "dobj")) > 1 or clause.lemma not in known.words["done with what is told"]:
        openings += find_children(parse, clause, "dobj")  # "a danger that bandits kidnap them": no relative pronoun
    under_which = any(w.tag == "WDT" for w in find_prepositional(parse, clause, frozenset({"under", "in", "to"})))
    if under_which and noun.lemma in known.words["telling"]:
        return True  # "the port's version, under which strikers attacked first"
    if not any(w.lower in ("to", "that") for w in openings):
        return False
    if ("noun", noun.lemma) in known.modalities or noun.lemma in known.words["telling"] | known.words["falsehood"]:
        return True
    preposition = parse.words[noun.head]
    asks = known.modalities.get(("verb", parse.words[preposition.head].lemma)) == "requested"
    return asks and noun.dep == "pobj" and preposition.lower == "for"


def _from_above(parse: Parse, here: Word, head: Word, standing: Standing) -> Standing:
    """Fold what a governing word says of what it governs: "plans to visit", "denied shelling", "calls for talks"."""
    known, words = load_knowledge().modalities, load_knowledge().words
    if standing.modality in OPEN and standing.cue is not None and standing.cue.lower in ("whether", "if"):
        return standing
    tied = _of_preposition(parse, here, head)
    if tied is not None:
        return change(standing, *tied)
    if head.lower == "talk" and head.tag == "NN" and here.lower in ("of", "about"):
        standing = change(standing, "possible", head)
    if here.dep == "advcl":
        standing = _of_loose_noun(parse, head, standing)
    if here.dep == "prep" and is_nobody(parse, head) and head.lemma in words["ground of a report"]:
        return change(Standing(), "denied", head)
    if head.pos == "NOUN" and here.dep in ("prep", "acl", "relcl", "ccomp", "advcl", "amod", "compound"):
        effect = known.get(("noun", head.lemma)) or _lies(here, head)
        standing = change(standing, effect, head) if effect and _is_about(here) else standing
        return standing if here.dep in ("amod", "compound") else fold_noun(parse, head, standing)
    if here.dep == "conj":
        return _shared(parse, here, head, standing)
    if head.pos in ("VERB", "ADJ") and here.dep in (*_CLAUSES, *_OBJECTS, "prep", "advcl", "advmod", "relcl"):
        return _governed(parse, here, head, standing)
    return standing


def _of_preposition(parse: Parse, here: Word, head: Word) -> tuple[str, Word] | None:
    """ "[Without] attacking", "what it called [as] an attack", "laughed [off] a claim", "[on] strike"."""
    above = parse.words[head.head]
    if head.lower in ("without", "against") and here.dep in ("pobj", "pcomp") and _turns(parse, head):
        return "negated", head
    if head.lower == "as" and _is_called_so(parse, above):
        return "alleged", above
    false = load_knowledge().words["falsehood"]
    if head.lower == "as" and here.dep == "pobj" and any(w.lemma in false for w in find_children(parse, here, "amod")):
        return "denied", above  # "rejected as untrue a report"
    if here.dep == "pobj" and _is_waved_away(parse, here, head):
        return "denied", above
    if is_gone_on(here, head):
        return "ongoing", head
    done = here.dep in ("acl", "relcl", "advcl", "xcomp") and _is_done_for_nothing(parse, head)
    return ("negated", head) if done else None


def _is_called_so(parse: Parse, verb: Word) -> bool:
    """ "What it [described] as an attack": the word is the speaker's."""
    named = any(w.lower == "what" for w in find_children(parse, verb, "dobj", "nsubjpass"))
    return named and verb.lemma in load_knowledge().words["calls it so"]


def _is_done_for_nothing(parse: Parse, word: Word) -> bool:
    """ "Did [nothing] to intervene"."""
    above = parse.words[word.head]
    return word.lower in ("nothing", "little") and word.dep == "dobj" and above.lemma == "do"


def _of_loose_noun(parse: Parse, head: Word, standing: Standing) -> Standing:
    """ "Withdrew his [offer] to mediate": the clause belongs to the noun, though the parser hung it on the verb."""
    for noun in find_children(parse, head, "dobj"):
        effect = load_knowledge().modalities.get(("noun", noun.lemma))
        if effect is not None:
            return _governed(parse, noun, head, change(standing, effect, noun))
    return standing


def _lies(here: Word, head: Word) -> str | None:
    """ "Called it a [fabrication] that he was shot", "it is a [lie] that ..."."""
    told = here.dep in ("acl", "relcl", "ccomp") and here.pos in ("VERB", "AUX")
    return "denied" if told and head.lemma in load_knowledge().words["falsehood"] - _DOUBTFUL else None


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
    return fold_verb(parse, head, standing) if here.tag in ("VB", "VBN") and head.tag == here.tag else standing


def _governed(parse: Parse, here: Word, head: Word, standing: Standing) -> Standing:
    found = find_effect(parse, here, head)
    if head.lemma in load_knowledge().words["confirming"] and here.dep in ("nsubjpass", "dobj", "ccomp"):
        doubt = next(iter(find_children(parse, head, "neg")), None)
        return change(standing, "alleged", doubt) if doubt is not None else standing
    if (waved := _wave_away(parse, here, head, found)) is not None:
        found = (waved, head)
    cue = standing.cue
    once = cue is not None and cue.head == here.i and cue.dep in ("det", "neg") and here.pos == "NOUN"
    if found is not None:
        standing = change(standing, *found)
        if found[0] == "ongoing" and here.dep == "nsubj":
            return standing
    brought = here.dep == "prep" and f"{head.lemma} {here.lower}" in load_knowledge().words["brings an event"]
    if here.dep in ("dobj", "nsubjpass", "nsubj", "attr", "xcomp", "acomp") or found is not None or brought:
        if once:
            return standing  # "no deal was signed", "no talks were scheduled" are denied once
        return (
            fold_verb(parse, head, standing, here.dep != "nsubj")
            if head.pos == "VERB"
            else fold_noun(parse, head, standing)
        )
    return standing


def _is_waved_away(parse: Parse, told: Word, particle: Word) -> bool:
    """ "Laughed [off] the suggestion that he did it", where the parser takes the particle for a preposition."""
    words = load_knowledge().words
    return (
        told.lemma in words["telling"] and f"{parse.words[particle.head].lemma} {particle.lower}" in words["waves away"]
    )


def _wave_away(parse: Parse, here: Word, head: Word, found: tuple[str, Word] | None) -> str | None:
    """ "Rejected the [claim] that ..." denies what is told of the event; "shrugged off [calls] to go" will not go."""
    words, known = load_knowledge().words, load_knowledge().modalities
    own = known.get(("noun", here.lemma))
    waved = not words["waves away"].isdisjoint(find_lemmas(parse, head))
    refused = found is not None and found[0] == "negated"
    if here.dep not in _OBJECTS or not (waved or refused):
        return None
    if here.lemma in words["telling"] or own == "alleged":
        return "denied"
    return "negated" if waved and own in ("requested", "proposed") else None
