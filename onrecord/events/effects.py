"""Tells what a governing word does to the event that hangs on it: "plans to visit", "denied shelling", "called off"."""

from __future__ import annotations

from onrecord.events.frames import find_children, find_prepositional, is_passive, may_act
from onrecord.events.knowledge import load_knowledge
from onrecord.events.predicates import (
    find_predicate,
    find_rejection,
    find_state,
    is_called_false,
    is_in_doubt,
    is_past,
    is_wrong_of_report,
)
from onrecord.events.senses import find_lemmas, find_noun_sense
from onrecord.language import Parse, Word

_CLAUSES = ("xcomp", "ccomp", "oprd", "acomp", "pcomp")


def find_effect(parse: Parse, here: Word, head: Word) -> tuple[str, Word] | None:
    """Return what a governing word does to what it governs, and the word that says so."""
    if here.dep == "attr" and (wish := _wish_before(parse, head)) is not None:
        return wish
    if here.dep == "nsubj" and (wrong := is_wrong_of_report(parse, here, head)) is not None:
        return "denied", wrong
    if here.dep == "nsubjpass" and (rejection := find_rejection(parse, head)) is not None:
        return "denied", rejection
    failed = load_knowledge().modalities.get(("verb", head.lemma)) == "negated"
    if here.dep == "nsubj" and here.lemma in load_knowledge().words["undertaking"] and failed:
        return "negated", head
    if here.dep in ("nsubj", "csubj") or (here.dep in _CLAUSES and head.lemma in ("be", "remain", "seem")):
        return find_predicate(parse, head)
    if here.dep in ("dobj", "nsubjpass", "oprd") and is_called_false(parse, head, here):
        return "denied", head
    if here.dep == "ccomp" and is_in_doubt(parse, head):
        return "alleged", head
    return _of_governor(parse, here, head)


def _of_governor(parse: Parse, here: Word, head: Word) -> tuple[str, Word] | None:
    known = load_knowledge().modalities
    special = _of_certain(parse, here, head)
    if special is not None:
        return special
    if is_passive(parse, head) and here.dep == "xcomp" and ("verb", f"{head.lemma} passive") in known:
        return known["verb", f"{head.lemma} passive"], head
    if _is_set_for_later(parse, here, head):
        return "planned", head
    if head.lemma == "keep" and here.dep == "xcomp" and here.tag == "VBG":
        return "ongoing", head
    tied = "for" if _is_for_somebody_to(parse, here) else here.lower
    for lemma in [*find_lemmas(parse, head), f"{head.lemma} {tied}"]:
        effect = known.get(("verb", lemma)) or (known.get(("verb", head.lower)) if lemma == head.lemma else None)
        if effect == "planned" and head.lemma in ("want", "expect", "like") and find_children(parse, here, "nsubj"):
            effect = "requested"
        if here.dep == "ccomp" and is_past(parse, here) and effect in ("excluded", "planned"):
            return ("denied", head) if effect == "excluded" else None  # "swore that his men had not", "ruled out that"
        if effect is not None:
            plain = " " in lemma and effect != "ongoing"
            return (effect, head) if plain or _tells(parse, here, head, effect) else None
    return None


def _of_certain(parse: Parse, here: Word, head: Word) -> tuple[str, Word] | None:
    """ "[Wrongly] accused of", "[too weak] to attack", "kept them [from] marching", "is [in two minds] about it"."""
    beside = find_children(parse, head, "advmod")
    wrongly = [w for w in beside if w.lower in load_knowledge().words["wrongly"]]
    if wrongly and load_knowledge().modalities.get(("verb", head.lemma)) == "alleged":
        return "denied", wrongly[0]
    if (refusal := _find_refused_claim(parse, here, head)) is not None:
        return "denied", refusal
    kept = head.lemma == "keep" and here.lower == "from" and bool(find_children(parse, head, "dobj", "nsubjpass"))
    if kept or (here.dep == "xcomp" and any(w.lower == "too" for w in beside)):
        return "negated", head
    if head.lemma in load_knowledge().words["answerable for"] and _is_held_to(parse, head):
        return "alleged", head
    return find_state(parse, head) if here.dep == "prep" and head.lemma == "be" else None


def _find_refused_claim(parse: Parse, here: Word, head: Word) -> Word | None:
    """ "Would [not] accept that its men burned it", "pleaded [not] guilty to wounding him"."""
    pleads = head.lemma == "guilty" and parse.words[head.head].lemma == "plead"
    accepts = head.lemma == "accept" and here.dep == "ccomp"
    return next(iter(find_children(parse, head, "neg")), None) if pleads or accepts else None


def _is_held_to(parse: Parse, word: Word) -> bool:
    """ "Hold him [responsible] for", "is held [accountable]", "claims that he is [guilty]" by somebody's word."""
    above = parse.words[word.head]
    over = parse.words[above.head]
    return not {above.lemma, over.lemma}.isdisjoint(("hold", "deem", "consider", "believe", "think", "find"))


def _wish_before(parse: Parse, head: Word) -> tuple[str, Word] | None:
    """ "What he [proposes] is a boycott", "all they [want] is a meeting"."""
    subjects = find_children(parse, head, "csubj", "nsubj")
    clauses = [c for w in subjects for c in (w, *find_children(parse, w, "relcl")) if c.pos == "VERB"]
    known = load_knowledge().modalities
    return next(((known["verb", c.lemma], c) for c in clauses if ("verb", c.lemma) in known), None)


def _is_set_for_later(parse: Parse, here: Word, head: Word) -> bool:
    """ "Voted to [leave]", "called a [strike]"; "called it a strike" and "called on" are something else."""
    if here.dep == "xcomp":
        return head.lemma in load_knowledge().words["plans by a clause"]
    if here.dep not in ("dobj", "nsubjpass") or find_noun_sense(here) is None:
        return False
    if head.lemma in ("set", "fix"):
        return bool(find_prepositional(parse, head, frozenset({"for"})))
    elsewhere = find_prepositional(parse, head, frozenset({"on", "upon"}))
    return head.lemma == "call" and not elsewhere and not find_children(parse, head, "oprd", "prt")


def _is_wished(parse: Parse, clause: Word) -> bool:
    """ "That Karv [leave]", "that the guards [be] withdrawn": not told as a fact."""
    if any(w.tag in ("MD", "TO") or w.lemma == "do" for w in find_children(parse, clause, "aux")):
        return False  # "warned that it may attack", "cannot be excluded"
    told_before = parse.words[clause.head].tag == "VBD" and clause.tag == "VBP"  # "moved that the typesetters strike"
    if clause.tag in ("VB", "VBG") or (told_before and clause.lemma not in ("be", "have")):
        return True
    return any(w.lower == "be" for w in find_children(parse, clause, "auxpass", "aux"))


def _is_for_somebody_to(parse: Parse, clause: Word) -> bool:
    """ "Asked [for the rebels to be freed]", "called [for Velm to leave]"."""
    return clause.dep == "advcl" and any(w.lower == "for" for w in find_children(parse, clause, "mark"))


def _tells(parse: Parse, here: Word, head: Word, effect: str) -> bool:
    """Tell whether a governing word says this of what hangs on it, and not of something beside it."""
    if effect == "alleged":
        onto = any(
            w.lower == "on" for w in find_children(parse, head, "prep")
        )  # "blamed the raid on Karv": it happened
        named = here.dep == "dobj" and (head.lemma in ("allege", "suspect") or (head.lemma == "blame" and not onto))
        tied = here.dep == "prep" and here.lower in ("of", "for", "in", "with", "over")
        return named or tied or here.dep in ("ccomp", "xcomp")
    if effect == "ongoing":
        ends = head.lemma in ("go", "keep") and here.dep == "xcomp" and here.tag != "VBG"
        return not ends and (here.dep in ("xcomp", "pcomp", "dobj", "nsubjpass") or here.lower == "with")
    if head.lemma == "want" and is_passive(parse, head):
        return here.dep == "xcomp"
    return _tells_of_content(parse, here, head, effect)


def _tells_of_content(parse: Parse, here: Word, head: Word, effect: str) -> bool:
    if effect == "requested" and here.dep == "advcl":  # "pressed the assembly to condemn it"
        to = any(w.lower == "to" for w in find_children(parse, here, "aux"))
        return to and (_is_for_somebody_to(parse, here) or any(may_act(w) for w in find_children(parse, head, "dobj")))
    if head.lemma in load_knowledge().words["governs only clauses"]:
        clause = (
            here.dep == "xcomp"
            or (here.dep == "ccomp" and _is_wished(parse, here))
            or (here.dep == "prep" and here.lower in ("for", "of", "on"))
        )
        misread = here.dep == "nsubjpass" and any(w.lower in ("to", "for") for w in find_children(parse, head, "prep"))
        return clause or misread or (head.lemma == "order" and here.dep in ("dobj", "nsubjpass"))
    if head.lemma == "tell" and effect == "requested":
        return any(w.lower == "to" for w in find_children(parse, here, "aux"))
    if head.lemma == "ask":
        return here.dep == "xcomp" or (here.dep == "ccomp" and _is_wished(parse, here)) or here.lower == "for"
    if head.lemma == "insist" and here.dep == "ccomp":
        return _is_wished(parse, here)
    if effect == "considered":
        return here.dep in ("xcomp", "pcomp", "ccomp", "dobj", "prep", "nsubjpass", "pobj")
    if effect in ("negated", "fulfilled") and here.dep == "prep":
        return here.i > head.i and here.lower in ("from", "of", "in", "on", "short", "to", "out")
    return here.dep not in ("advcl",)
