"""Reads what is said of an event or of a report of it: it is under way, in its third week, possible, a lie."""

from __future__ import annotations

from onrecord.events.about import read_ordinal
from onrecord.events.frames import find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.events.phrases import find_phrase_after
from onrecord.events.senses import find_lemmas
from onrecord.language import Parse, Word

_BEHIND = frozenset(("did", "had", "has", "have", "'ve", "was", "were"))
_LASTING = (("on", "strike"), ("under", "siege"), ("under", "blockade"), ("under", "bombardment"), ("on", "patrol"))


def is_called_false(parse: Parse, verb: Word, told: Word) -> bool:
    """ "Described the report as [false]", "branded the story a [lie]", "called the claim [premature]"."""
    known = load_knowledge().words
    false = known["falsehood"] | (known["wrong of a report"] if told.lemma in known["telling"] else frozenset())
    words = parse.words[verb.i : verb.right + 1]
    said = [w for i, w in enumerate(words) if any(before.lower == "as" for before in words[max(0, i - 2) : i])]
    said += find_children(parse, verb, "oprd", "advcl")
    return any(w.lemma in false and w.i != told.i for w in said)


def is_in_doubt(parse: Parse, verb: Word) -> bool:
    """ "An [unverified] report says", "[rumours] say": what carries the content is itself in doubt."""
    known = load_knowledge()
    if verb.lemma not in known.words["reporting verb"]:
        return False
    subjects = find_children(parse, verb, "nsubj", "nsubjpass")
    words = [w.lemma for w in subjects] + [w.lower for one in subjects for w in find_children(parse, one, "amod")]
    return any(known.modalities.get(("noun", w)) == "alleged" for w in words)


def is_told_in_doubt(parse: Parse, verb: Word) -> Word | None:
    """ "According to unconfirmed [reports], jets bombed the dam": return what puts the whole sentence in doubt."""
    for clause in find_children(parse, verb, "advcl"):
        believed = [clause, *find_children(parse, clause, "xcomp")]
        if any(w.lemma == "believe" for w in believed) and any(
            w.lower == "if" for w in find_children(parse, clause, "mark")
        ):
            return clause  # "if the sexton is to be believed"
    openings = [w for w in find_children(parse, verb, "prep") if w.lower == "according"]
    sources = [w for opening in openings for w in find_prepositional(parse, opening, frozenset({"to"}))]
    return next((source for source in sources if _is_doubtful(parse, source)), None)


def _is_doubtful(parse: Parse, source: Word) -> bool:
    words = [source.lemma, *(w.lower for w in find_children(parse, source, "amod"))]
    return any(load_knowledge().modalities.get(("noun", w)) == "alleged" for w in words)


def find_predicate(parse: Parse, head: Word) -> tuple[str, Word] | None:
    """ "The amnesty is [possible]", "is [under consideration]", "[continues]", "is [under way]", "is set to ..."."""
    known = load_knowledge().modalities
    phrase, lasts = find_phrase_after(parse, head), _find_lasting(parse, head)
    if phrase is not None and phrase[0] != "ended":
        return phrase
    if lasts is not None or phrase is not None:
        return ("ongoing", lasts) if lasts is not None else None
    if known.get(("verb", head.lemma)) in ("ongoing", "possible"):
        return known["verb", head.lemma], head
    if (rejection := find_rejection(parse, head)) is not None:
        return "denied", rejection
    fails = [known.get(("verb", lemma)) for lemma in find_lemmas(parse, head) if " " in lemma]
    if "negated" in fails:
        return "negated", head
    if _is_yet_to_come(parse, head):
        return "planned", head
    return _find_said(parse, head) or find_state(parse, head)


def _find_lasting(parse: Parse, head: Word) -> Word | None:
    """ "[Has not stopped]", "has yet to [abate]", "is [not] over", "goes [on]"."""
    words = load_knowledge().words["ending verb"]
    ending = [w for w in find_children(parse, head, "xcomp") if w.lemma in words]
    if ending and any(w.lower in ("yet", "still") for w in find_children(parse, head, "advmod")):
        return ending[0]
    over = head.lemma == "be" and find_phrase_after(parse, head) is not None
    ended = not words.isdisjoint(find_lemmas(parse, head)) or over
    if ended and find_children(parse, head, "neg"):
        return head
    return head if _goes_on(parse, head) else None


def _find_said(parse: Parse, head: Word) -> tuple[str, Word] | None:
    """ "Is [possible]", "was a [lie]", "is not [true]"."""
    known = load_knowledge().modalities
    said = find_children(parse, head, "acomp", "attr", "advmod")
    said += [w for one in said for w in find_children(parse, one, "conj")]
    for word in said:
        if word.lemma in load_knowledge().words["falsehood"] or _is_untrue(parse, head, word):
            return "denied", word
        if ("verb", word.lower) in known:
            return known["verb", word.lower], word
        options = [word, *find_prepositional(parse, word, frozenset({"of"}))] if word.dep == "attr" else []
        effects = [known.get(("noun", w.lemma)) for w in options]
        if any(effects):
            return next(e for e in effects if e), word
        if word.lower in load_knowledge().words["under way"]:
            return "ongoing", word
    return None


def find_rejection(parse: Parse, head: Word) -> Word | None:
    """ "Was met with a [denial]", "drew a flat [denial]": the answer to what was told."""
    answers = find_prepositional(parse, head, frozenset({"with", "by"})) + find_children(parse, head, "dobj")
    if head.lemma not in ("meet", "draw", "greet", "bring", "prompt"):
        return None
    return next((w for w in answers if w.lemma in ("denial", "rebuttal")), None)


def is_wrong_of_report(parse: Parse, told: Word, head: Word) -> Word | None:
    """ "The claim that ... is [wrong]", "the report was [inaccurate]": said of a report it denies."""
    words = load_knowledge().words
    if told.lemma not in words["telling"] | words["word for a charge"] or head.lemma not in ("be", "remain", "seem"):
        return None
    said = find_children(parse, head, "acomp", "attr")
    return next((w for w in said if w.lemma in words["wrong of a report"]), None)


def _is_yet_to_come(parse: Parse, head: Word) -> bool:
    """ "The hearing [starts] on Tuesday", "the truce [is] to take effect": told in the present of a day to come."""
    if head.lemma == "be":
        return any(_is_to(parse, w) for w in find_children(parse, head, "xcomp"))
    words = load_knowledge().words
    starts = head.lemma in words["occurrence verb"] or _takes_effect(parse, head)
    if not starts or not (head.tag in ("VBZ", "VBP") or (head.tag == "VB" and not find_children(parse, head, "aux"))):
        return False
    days = [*find_children(parse, head, "npadvmod"), *find_prepositional(parse, head, frozenset({"on", "in", "at"}))]
    return any(w.lower in words["time"] or w.lower in words["month"] for w in days)


def _takes_effect(parse: Parse, head: Word) -> bool:
    """ "Take effect", "take place", "come into force"."""
    things = [*find_children(parse, head, "dobj"), *find_prepositional(parse, head, frozenset({"into"}))]
    return head.lemma in ("take", "come") and any(w.lower in ("effect", "place", "force") for w in things)


def _is_to(parse: Parse, verb: Word) -> bool:
    return any(w.lower == "to" for w in find_children(parse, verb, "aux"))


def _is_untrue(parse: Parse, head: Word, word: Word) -> bool:
    """ "It is [not true] that guards shot him"."""
    return word.lower in ("true", "correct", "accurate", "right", "case") and bool(find_children(parse, head, "neg"))


def _goes_on(parse: Parse, head: Word) -> bool:
    """ "Goes on", "shows no sign of ending", "entered its ninth day"."""
    if any(w.lower in ("on", "ahead") for w in find_children(parse, head, "prt")):
        return True
    objects = find_children(parse, head, "dobj")
    if head.lemma == "show":
        return any(w.lemma == "sign" for w in objects)
    return head.lemma in ("enter", "pass") and any(_is_stretch(parse, w) for w in objects)


def _is_stretch(parse: Parse, word: Word) -> bool:
    """ "Its third week", "a second day": a strike that is in it goes on."""
    kinds = load_knowledge().words
    counted = [w.lower for w in find_children(parse, word, "amod", "poss", "nummod")]
    return word.lemma in kinds["stretch of time"] and (
        "its" in counted or "their" in counted or any(read_ordinal(w) for w in counted)
    )


def is_gone_on(noun: Word, preposition: Word) -> bool:
    """ "Are on [strike]", "went on hunger [strike]", "under [siege]": the state that an event is in while it lasts."""
    return noun.dep == "pobj" and (preposition.lower, noun.lower) in _LASTING


def find_stretch(parse: Parse, noun: Word) -> Word | None:
    """ "The blockade, now in its second [month]": return the stretch of time that something has come to."""
    return next((w for w in find_prepositional(parse, noun, frozenset({"in"})) if _is_stretch(parse, w)), None)


def find_state(parse: Parse, head: Word) -> tuple[str, Word] | None:
    """ "Is [under discussion]", "in [progress]", "on the [table]", "in its third [week]"."""
    known, words = load_knowledge().modalities, load_knowledge().words
    for word in find_prepositional(parse, head, frozenset({"under", "in", "on", "off", "into"})):
        if word.lower in words["under way"] or _is_stretch(parse, word):
            return "ongoing", word
        if word.lower in ("table", "agenda", "cards"):
            return "considered", word
        if ("noun", word.lemma) in known:
            return known["noun", word.lemma], word
    return None


def says_how_it_stands(parse: Parse, noun: Word, head: Word) -> bool:
    """ "The talks [will begin]", "[is possible]"; "a strike [could paralyse] the port", unless the strike is known."""
    words = load_knowledge().words
    if not words["ending verb"].isdisjoint(find_lemmas(parse, head)) and find_children(parse, head, "neg"):
        return True
    if head.lemma == "have" and any(w.lower in ("yet", "still") for w in find_children(parse, head, "advmod")):
        return True
    if head.lemma in words["says how its subject stands"] or head.lemma in words["occurrence verb"]:
        return True
    if noun.lemma in words["undertaking"] and load_knowledge().modalities.get(("verb", head.lemma)) == "negated":
        return True
    known = any(w.lower in ("the", "this", "that", "these", "those") for w in find_children(parse, noun, "det"))
    open_ones = [w for w in find_children(parse, head, "aux") if ("aux", w.lower) in load_knowledge().modalities]
    return bool(open_ones) and not known


def is_past(parse: Parse, clause: Word) -> bool:
    """ "Did not", "had never", "was not", "have not": told of what lies behind."""
    helpers = [w.lower for w in find_children(parse, clause, "aux", "auxpass")]
    return clause.tag == "VBD" or any(w in _BEHIND for w in helpers)
