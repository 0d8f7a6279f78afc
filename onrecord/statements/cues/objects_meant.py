"""Tells whether a verb that mostly means a deed takes a stand with the object it has here."""

from __future__ import annotations

from onrecord.language import Word
from onrecord.statements.cues.clauses import Said
from onrecord.statements.grammar.trees import children, is_time
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import UNKNOWN, load_cues, load_voices, load_words

_NEAR = 12
_SHORTEST_ACTION = 4  # "ship" is none, "trial" is one


def is_too_vague(said: Said, things: list[Word]) -> bool:
    """Verbs that mostly mean something else ("see", "raise", "offer") count only with the right object."""
    thing = things[0] if things else None
    lemma, noun = said.verb.lemma, (load_cues().get((thing.lemma, "noun")) if thing is not None else None)
    if lemma in ("raise", *load_words("object_bare")):
        return noun is None and (thing is None or not (lemma == "offer" and _is_action(thing)))
    if lemma == "find" and said.subject is not None and said.subject.lemma in load_words("speech_noun"):
        return False
    if lemma == "recall" and thing is not None and _is_past(said, thing):
        return False
    special = _has_own_test(said, thing)
    if special is not None:
        return special
    if lemma == "thank" and thing is not None and thing.pos != "PRON":
        return False
    if lemma in load_words("telling") | load_words("urging") - {"call"}:
        of = thing is not None and any(word.lower == "of" for word in children(said.parse, thing.i, "prep"))
        return thing is None or (_is_hearer(said, thing) and not (lemma == "demand" and of))
    if lemma in load_words("quote_passive") and thing is not None and not _is_cited_as(said, thing):
        return _is_person(thing) or load_voices().get(thing.lemma) == "body"
    if lemma == "call" or lemma in load_words("deed"):
        judged = said.after("oprd") or len(things) > 1 or _is_quoted(said) or _is_charged(said, thing)
        judged = judged or _is_named_so(said, thing)
        return not judged and (lemma == "call" or not is_sayable(thing))
    if lemma not in load_words("vague_object") or said.after("oprd", "xcomp"):
        return False
    near = children(said.parse, thing.i, "prep") if thing is not None else []
    viewed = any(child.lower == "as" for child in (*said.after("prep"), *near))
    plain = thing is None or thing.pos == "PRON" or lemma in load_words("vague_always")
    return plain and not viewed


def _has_own_test(said: Said, thing: Word | None) -> bool | None:
    """Tell of a verb that takes but a few things whether this is none of them; nothing of any other verb."""
    lemma = said.verb.lemma
    if thing is None or lemma not in ("concede", "pledge", "share", "hide", "conceal", "disguise"):
        return None
    if lemma == "concede":
        return thing.lemma not in load_words("conceded")  # not a goal, not a hill
    if lemma == "pledge":
        return can_speak(said.parse, thing)  # "pledged delegates"
    noun = load_cues().get((thing.lemma, "noun"), UNKNOWN)
    if lemma == "share":
        whose = children(said.parse, thing.i, "poss") or thing.lower in ("view", "concern")
        return not (whose and noun.classes & {"thought", "stance"})
    negated = any(said.parse.words[i].lower in load_words("negation") for i in said.words)
    return noun is UNKNOWN or not negated  # "made no attempt to hide her anger", "never hid his dislike"


def _is_past(said: Said, thing: Word) -> bool:
    """ "Recalled her days at sea", "the face of the boy": not an envoy, and no cars."""
    whose = children(said.parse, thing.i, "poss") or any(
        word.lower == "of" for word in children(said.parse, thing.i, "prep")
    )
    return bool(whose) and not can_speak(said.parse, thing)


def _is_cited_as(said: Said, thing: Word) -> bool:
    """ "Cited him as the reason": as an example or a ground, not as saying anything."""
    near = (*said.after("prep"), *children(said.parse, thing.i, "prep"))
    return any(word.lower == "as" and children(said.parse, word.i, "pobj") for word in near)


def _is_charged(said: Said, thing: Word | None) -> bool:
    """ "Attacked the envoy as a fraud", "for doing nothing", "over the dam": a reason is given, so words were used."""
    charges = [*said.after("prep"), *(children(said.parse, thing.i, "prep") if thing is not None else ())]
    return said.verb.lemma in load_words("lashing") and any(
        child.lower in ("as", "over")
        or (child.lower == "for" and children(said.parse, child.i, "pcomp"))
        or (child.lower == "on" and is_matter(said, child))
        for child in charges
    )


def is_matter(said: Said, preposition: Word) -> bool:
    """ "Hammered him on trade": a bare noun is a matter; "on the road", "on Monday" are none."""
    named = children(said.parse, preposition.i, "pobj")
    bare = bool(named) and named[0].pos == "NOUN" and not children(said.parse, named[0].i, "det", "poss")
    return bare and not is_time(said.parse, preposition)


def _is_named_so(said: Said, thing: Word | None) -> bool:
    """ "Called her brother her hero": two nouns without a comma, which the parse takes for one and its name."""
    named = children(said.parse, thing.i, "appos") if thing is not None and thing.tag not in ("NNP", "NNPS") else []
    return any(word.left == thing.i + 1 and word.pos == "NOUN" for word in named) if thing is not None else False


def is_sayable(thing: Word | None) -> bool:
    """What one can take a stand on: a plan, a claim, an action turned noun; a town or a person one attacks or names."""
    if thing is None or thing.pos == "PRON":
        return False
    known = load_cues().get((thing.lemma, "noun")) is not None or thing.lemma in load_words("sayable")
    return known or (thing.pos == "NOUN" and _is_action(thing))


def _is_person(thing: Word) -> bool:
    return is_person_noun(thing) or thing.tag in ("PRP", "NNP")


def _is_quoted(said: Said) -> bool:
    """Some of what follows stands in quotation marks."""
    last = min(said.verb.i + _NEAR, said.parse.sentences[said.verb.sentence][1])
    near = said.parse.words[said.verb.i : last]
    return any(word.tag in ("``", "''") or word.text[0] in '"\u201c\u00ab\u2018' for word in near if word.tag != "POS")


def _is_hearer(said: Said, thing: Word) -> bool:
    """ "Urged the council", "asked us": whom somebody speaks to is not what they say."""
    person = thing.tag in ("NNP", "NNPS", "PRP") or load_voices().get(thing.lemma) in ("person", "body")
    return person and not said.after("oprd", "ccomp", "xcomp") and len(said.after("dobj")) < 2


def _is_action(noun: Word) -> bool:
    """A noun made from a verb can be offered like a proposal: "offered deployment of the ships"."""
    made = noun.lemma.endswith(("ment", "tion", "sion", "ance", "ship", "al"))
    return noun.lemma == "apology" or (made and len(noun.lemma) > _SHORTEST_ACTION)
