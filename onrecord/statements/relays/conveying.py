"""Finds words that somebody carries for another: "the envoy conveyed the queen's thanks", "sent word through her"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate, leave_out
from onrecord.statements.grammar.trees import children, find_subject, reach, readable_words, source_words
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.hands import Handing
from onrecord.statements.relays.outlets import Outlets, is_outlet
from onrecord.statements.relays.phrased import is_recorded, is_text

_OWNING = ("of", "from")
_PRONOUNS = ("PRP", "PRP$", "WP", "WDT", "WP$")
_NEAR = 8
_FINITE = ("VBD", "VBZ", "VBP")


def find_words_sent(parse: Parse) -> Iterator[Candidate]:
    """Propose "sent word that ...": whoever sends it says it; of "brought word from the fort that", the fort."""
    for noun in readable_words(parse):
        if noun.lower != "word" or noun.dep != "dobj" or children(parse, noun.i, "det", "poss"):
            continue
        verb = parse.words[noun.head]
        clauses = [c for c in _clauses(parse, verb, noun) if parse.words[c.left].lower == "that"]
        subject = find_subject(parse, verb)
        if (
            verb.lemma not in load_words("passing_on")
            or not clauses
            or subject is None
            or not can_speak(parse, subject)
        ):
            continue
        yield Candidate(
            head=verb.i,
            cue=frozenset({verb.i, noun.i}),
            source=source_words(parse, subject, verb),
            content=reach(clauses[0]),
            rule="light verb",
            take="clause",
            act="assert",
        )


def _clauses(parse: Parse, verb: Word, noun: Word) -> list[Word]:
    """The clause behind the noun, wherever the parse hangs it."""
    below = [*children(parse, noun.i, "acl", "ccomp", "relcl"), *children(parse, verb.i, "ccomp", "acl", "advcl")]
    nouns = [n for p in children(parse, verb.i, "prep") for n in children(parse, p.i, "pobj")]
    below += [c for n in nouns for c in children(parse, n.i, "acl", "relcl", "ccomp")]
    return [c for c in below if c.left > noun.i]


def convey(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give "the envoy conveyed the assurance of the queen that ..." to the queen, by the envoy who carries it."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for k, one in enumerate(candidates):
        verb = _carrier(parse, one)
        subject = None if verb is None else find_subject(parse, verb)
        if verb is None or subject is None or subject.tag in _PRONOUNS or not can_speak(parse, subject):
            continue
        noun = _noun_of(parse, one)
        owner, carrier = _owner(parse, noun), source_words(parse, subject, verb)
        if not owner or owner & carrier:
            continue
        outer = next((n for n, other in enumerate(candidates) if other.head == verb.i and n != k), None)
        told = one if outer is None else replace(one, parent=candidates[outer].parent)
        content = one.content - owner
        if one.rule == "object":
            content = frozenset(i for i in content if i > max(owner)) & reach(noun)
        if not content:
            continue
        found[k] = replace(told, source=owner, cue=(one.cue - {verb.i}) | {noun.i}, content=content, relays=(carrier,))
        if outer is not None and _is_only_carried(candidates[outer], one):
            dropped[outer] = candidates[outer].parent
    return leave_out(found, dropped)


def _noun_of(parse: Parse, one: Candidate) -> Word:
    """The noun of saying: the cue itself, or the object of a verb that carries it: "conveyed the thanks of"."""
    things = [w for w in children(parse, one.head, "dobj") if w.lemma in load_words("regards")]
    return things[0] if one.rule == "object" and things else parse.words[one.head]


def _carrier(parse: Parse, one: Candidate) -> Word | None:
    """The verb of carrying that a noun of saying is the object of, also where a hearer parts them."""
    if one.rule == "object" and not one.relays:
        cue = parse.words[one.head]
        carried = cue.lemma in load_words("passing_on") and _noun_of(parse, one).i != cue.i
        return cue if carried else None
    if one.rule not in ("noun", "ownerless noun") or one.relays:
        return None
    noun = parse.words[one.head]
    above = parse.words[noun.head]
    if noun.dep == "dobj" and above.pos == "VERB":
        return above if above.lemma in load_words("passing_on") else None
    before = (word for word in reversed(parse.words[max(0, noun.i - _NEAR) : noun.i]) if word.pos == "VERB")
    verb = next(before, None)
    told = verb is not None and verb.sentence == noun.sentence and verb.lemma in load_words("passing_on")
    return verb if told and verb is not None and verb.left <= noun.i <= verb.right else None


def _owner(parse: Parse, noun: Word) -> frozenset[int]:
    """Whose words they are, if that is somebody named or described, not "his own"."""
    owners = children(parse, noun.i, "poss")
    for preposition in children(parse, noun.i, "prep"):
        owners += children(parse, preposition.i, "pobj") if preposition.lower in _OWNING else []
    for owner in owners:
        if owner.tag not in _PRONOUNS and can_speak(parse, owner):
            return frozenset(i for i in source_words(parse, owner, None) if parse.words[i].tag != "POS")
    return NONE


def repeat(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give "the priest repeats what the boy said: '...'" to the boy, by the priest."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for k, one in enumerate(candidates):
        word = parse.words[one.head]
        verb = parse.words[word.head]
        what = any(w.lower == "what" for w in children(parse, word.i, "dobj"))
        if not what or verb.lemma not in load_words("repeating") or one.relays or not one.source:
            continue
        subject = find_subject(parse, verb)
        outer = next((n for n, other in enumerate(candidates) if other.head == verb.i), None)
        if subject is None or outer is None or subject.tag in _PRONOUNS:
            continue
        content = one.content if one.content - candidates[outer].cue else candidates[outer].content
        said = frozenset(i for i in content if i > word.i)
        if said:
            carrier = candidates[outer].source or source_words(parse, subject, verb)
            found[k] = replace(one, content=said, relays=(carrier,), parent=candidates[outer].parent)
            dropped[outer] = candidates[outer].parent
    return leave_out(found, dropped)


def have_say(
    parse: Parse, outlets: Outlets, handings: Mapping[int, Sequence[Handing]], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """ "The paper has him grumbling about it", "in a diary, the maid has her confiding": who has it is the relay."""
    return [_have(parse, outlets, handings, one) for one in candidates]


def _have(parse: Parse, outlets: Outlets, handings: Mapping[int, Sequence[Handing]], one: Candidate) -> Candidate:
    saying = parse.words[one.head]
    verb = parse.words[saying.head]
    if saying.dep == "acl" and verb.dep == "dobj":
        verb = parse.words[verb.head]
    if verb.lemma != "have" or saying.tag != "VBG" or verb.tag not in _FINITE or one.relays or not one.source:
        return one
    subject = find_subject(parse, verb)
    if subject is None or subject.tag in _PRONOUNS or subject.i > min(one.source):
        return one
    name = source_words(parse, subject, verb)
    nouns = (noun for p in children(parse, verb.i, "prep") for noun in children(parse, p.i, "pobj"))
    written = any(is_text(noun) or is_recorded(noun) for noun in nouns)
    kinds = load_words("outlet_noun") | load_words("outlet_kind")
    tells = is_outlet(parse, name, outlets) or subject.lower in kinds or is_text(subject) or written
    hands = next((h.chain for h in handings.get(verb.sentence, ()) if h.text == subject.i and h.chain), ())
    return replace(one, relays=hands or (name,)) if tells else one


def _is_only_carried(outer: Candidate, one: Candidate) -> bool:
    return one.head in outer.content or one.head in outer.cue or bool(outer.content & one.content)
