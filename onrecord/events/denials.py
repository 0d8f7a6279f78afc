"""Finds the denials that no verb of denying governs: "said it had not shelled Harn", "a charge the guard denies"."""

from __future__ import annotations

from onrecord.events.frames import find_children
from onrecord.events.knowledge import load_knowledge
from onrecord.events.predicates import is_past
from onrecord.events.senses import find_lemmas, find_noun_sense
from onrecord.language import Parse, Word

_OWN = frozenset(("i", "we", "he", "she", "it", "they"))
_OWN_POSSESSIVES = frozenset(("my", "our", "his", "her", "its", "their"))
_NO_DENIAL = frozenset(("yet", "still", "because", "if", "unless"))
_BACK = frozenset(("it", "this", "that", "which", "so"))
_UP = 5


def find_denial_in_words(parse: Parse, word: Word, negation: Word) -> Word | None:
    """Return the "not" by which a speaker denies in his own words: "said it had not", "insists nobody was shot".

    Whoever insists denies; whoever only says denies what he is said to have done himself, or an attack as such. What
    will not be done is refused, and what has not been done yet is no denial.
    """
    clause = _find_told_clause(parse, word) or _find_own_words(parse, word)
    if clause is None or not _is_told_as_fact(parse, clause) or not clause.left <= negation.i <= clause.right:
        return None
    if any(w.lower in _NO_DENIAL for w in parse.words[clause.left : clause.right + 1]):
        return None
    words, verb = load_knowledge().words, parse.words[clause.head]
    speakers = find_children(parse, verb, "nsubj")
    says = [*find_lemmas(parse, verb), *(w.lemma for w in find_children(parse, verb, "acomp"))]
    insists = not words["insisting"].isdisjoint(says)
    if insists or _is_set_against(parse, clause):
        return negation
    if clause.head == clause.i:
        return negation
    made_known = verb.lemma == "know" and parse.words[verb.head].lemma == "let"
    if not (verb.lemma in words["verb of speech"] and speakers) and not made_known:
        return None
    own = negation.lower in ("no", "such") and _is_attack_as_such(parse, clause, word)
    return negation if own or _is_own_act(parse, clause) else None


def _is_told_as_fact(parse: Parse, clause: Word) -> bool:
    """ "Did not", "had never", and "there is no"; not "will not"."""
    there = bool(find_children(parse, clause, "expl")) and clause.tag in ("VBZ", "VBP")
    return there or is_past(parse, clause)


def _is_set_against(parse: Parse, clause: Word) -> bool:
    """ "[Contrary] to reports, he has not resigned"."""
    children = [parse.words[c] for c in (*parse.children[clause.i], *parse.children[clause.head])]
    return any(w.lower == "contrary" for w in children)


def _find_told_clause(parse: Parse, word: Word) -> Word | None:
    """Climb to the clause that a verb of saying has as its content."""
    here = word
    for _ in range(_UP):
        head = parse.words[here.head]
        if head.i == here.i or here.dep in ("relcl", "advcl", "conj"):
            return None
        if here.dep == "ccomp" and here.pos in ("VERB", "AUX"):
            return here
        here = head
    return None


def _find_own_words(parse: Parse, word: Word) -> Word | None:
    """ "Senavia: [we did not recognise] the junta": the main clause of a sentence that opens with its speaker."""
    clause = _find_clause(parse, word)
    start = parse.sentences[word.sentence][0]
    told = any(w.lower == ":" for w in parse.words[start : word.i])
    own = clause is not None and any(w.lower in ("i", "we") for w in find_children(parse, clause, "nsubj"))
    return clause if told and own else None


def _is_own_act(parse: Parse, clause: Word) -> bool:
    """ "It", "we", "his men": the speaker, or those the speaker answers for, are the ones who did not do it."""
    for subject in find_children(parse, clause, "nsubj"):
        owners = find_children(parse, subject, "poss")
        if subject.lower in _OWN or any(w.lower in _OWN_POSSESSIVES for w in owners):
            return True
    return False


def _is_attack_as_such(parse: Parse, clause: Word, word: Word) -> bool:
    """ "There had been no attack", "no such raid took place"."""
    sense = find_noun_sense(word)
    such = any(w.lower == "such" for w in find_children(parse, word, "amod", "predet", "det"))
    there = bool(find_children(parse, clause, "expl"))
    return such or (there and sense is not None and sense.root == "ASSAULT")


def find_denial_behind(parse: Parse, word: Word) -> Word | None:
    """Return the verb that denies what was told before it: "a charge the guard [denies]", "which the firm [disputes]".

    Also "that men were shot was [denied]", which the parser reads as one clause under the first verb.
    """
    clause = _find_clause(parse, word)
    if clause is None:
        return None
    tail = _find_which_is_denied(parse, clause, word)
    if tail is not None:
        return tail
    apposed = [w for w in parse.words[word.i + 1 : clause.right + 1] if w.dep == "appos" and w.head != clause.i]
    for child in (*(parse.words[c] for c in parse.children[clause.i] if c > word.i), *apposed):
        denies = [child] if child.pos == "VERB" else find_children(parse, child, "relcl", "acl")
        for verb in denies:
            if _is_denying(parse, verb) and _points_back(parse, clause, child, verb):
                return verb
    return None


def _find_which_is_denied(parse: Parse, clause: Word, word: Word) -> Word | None:
    """ "Fired on the raft, [which] the garrison denies": no raft is denied, so "which" is all that was told."""
    telling = load_knowledge().words["telling"] | load_knowledge().words["word for a charge"]
    for which in parse.words[word.i + 1 : clause.right + 1]:
        verb = parse.words[which.head]
        if which.lower == "which" and which.dep in ("dobj", "dep") and parse.words[which.i - 1].lower == ",":
            told = parse.words[verb.head]
            return verb if _is_denying(parse, verb) and told.lemma not in telling else None
    return None


def _find_clause(parse: Parse, word: Word) -> Word | None:
    """Climb to the main clause of the sentence, past nothing that sets a clause apart."""
    here = word
    for _ in range(_UP):
        head = parse.words[here.head]
        if head.i == here.i:
            return here if here.pos in ("VERB", "AUX") else None
        if here.dep in ("relcl", "advcl", "parataxis"):
            return None
        here = head
    return None


def _is_denying(parse: Parse, verb: Word) -> bool:
    known = load_knowledge()
    stem = verb.lower.removesuffix("s")  # the parser takes "which the garrison disputes" for a noun
    denies = "denied" in (known.modalities.get(("verb", verb.lemma)), known.modalities.get(("verb", stem)))
    waves = not known.words["waves away"].isdisjoint(find_lemmas(parse, verb))
    return (denies or waves) and not find_children(parse, verb, "neg")


def _points_back(parse: Parse, clause: Word, child: Word, verb: Word) -> bool:
    """Tell whether what a verb denies is the clause before it: "a claim", "something", "which", "it"."""
    telling = load_knowledge().words["telling"] | load_knowledge().words["word for a charge"]
    if child.pos in ("NOUN", "PRON"):
        known = any(w.lower == "the" for w in find_children(parse, child, "det"))
        return child.lower == "something" or (child.lemma in telling and not known)
    if verb.dep in ("ccomp", "conj") and find_children(parse, verb, "auxpass"):
        opening = parse.words[parse.sentences[clause.sentence][0]]
        return opening.lower == "that"
    return any(w.lower in _BACK for w in find_children(parse, verb, "dobj", "nsubjpass"))
