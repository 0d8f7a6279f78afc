"""Describes a negation in what is said, so that it can be weighed: a denial, or only something that is not so.

"We did not fire on the boat" answers a charge, "we did not sleep" complains. What tells them apart is not the
negation: it is who would have done it, what would have been done, when, and how firmly it is put.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.denials.answers import find_answer, is_at_odds
from onrecord.statements.denials.contested import Claims, is_contested
from onrecord.statements.grammar.negations import (
    Negation,
    find_negations,
    find_own_words,
    find_owner,
    find_predicates,
    find_subjects,
    find_tense,
    open_stretch,
)
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.slots.particulars import cue_of

_VERBAL = ("not", "never", "neither", "at no")


def describe_denial(parse: Parse, candidate: Candidate, claims: Claims = ()) -> list[str]:
    """Return the signs of a denial, and against one, in the first sentence of what is said; none without a negation."""
    opening = open_stretch(parse, candidate.content)
    answer = find_answer(parse, candidate, opening)
    answer += ["denies outright"] if _denies_outright(parse, candidate, opening) else []
    answer += ["at odds"] if is_at_odds(parse, opening) else []
    found = find_negations(parse, opening)
    if not found or _is_asked(parse, opening):
        return answer
    negation = found[0]
    if negation.kind in ("untrue", "unaware"):
        return [*answer, *_describe_lack(parse, candidate, negation)]
    signs = [
        f"kind={negation.kind}",
        *_describe_deed(parse, candidate, negation),
        *_describe_thing(parse, candidate, negation),
    ]
    manner = [*_describe_manner(parse, candidate, opening)]
    open_ = "limited" not in manner and negation.verb.lemma not in load_words("wanting")
    if open_ and is_contested(parse, claims, candidate, negation.verb, negation.thing):
        manner.append("contested")
    return list(dict.fromkeys((*answer, *signs, *manner)))


def _denies_outright(parse: Parse, candidate: Candidate, opening: Sequence[int]) -> bool:
    """ "We reject these allegations," "that she disputes it": the speaker reports a denial of his own."""
    if _is_misread_denial(parse, opening):
        return True
    for verb in find_predicates(parse, opening)[:1]:
        things = children(parse, verb.i, "dobj", "ccomp")
        issue = verb.lemma == "take" and any(thing.lemma == "issue" for thing in things)
        flatly = verb.lemma in load_words("denying_all") or issue
        claims = verb.lemma in load_words("denying") and any(is_claim(thing) or _points(thing) for thing in things)
        negated = any(word.lower in load_words("negation") for word in children(parse, verb.i, "neg", "advmod"))
        kin = any(word.lemma in load_words("kin") for word in find_subjects(parse, verb))
        own = (
            not kin
            and find_owner(parse, candidate, verb) == "own"
            and find_tense(parse, verb) in ("present", "perfect", "past")
        )
        return own and (flatly or claims) and not negated
    return False


def _is_misread_denial(parse: Parse, opening: Sequence[int]) -> bool:
    """ "My client contests every word": the parse takes the verb for a noun."""
    for i in opening[1:5]:
        word = parse.words[i]
        bare = word.tag == "NNS" and word.lemma in load_words("denying_all") and i + 1 < len(parse.words)
        if bare and parse.words[i - 1].tag in ("NN", "NNP") and parse.words[i + 1].tag in ("DT", "PRP", "PRP$"):
            own = {parse.words[k].lower for k in opening[:2]} & load_words("first_person")
            return bool(own)
    return False


def _points(thing: Word) -> bool:
    """ "We reject this": what was said just before."""
    return thing.lower in ("this", "that", "these", "those") and thing.left == thing.right


def _is_asked(parse: Parse, opening: Sequence[int]) -> bool:
    after = min(max(opening) + 1, len(parse.words) - 1)
    return any(parse.words[i].text[0] == "?" for i in (*opening, after))


def _describe_lack(parse: Parse, candidate: Candidate, negation: Negation) -> Iterator[str]:
    """ "Is false", said of a claim or of anything; not "is not false", "may be false" or "I thought it was a lie"."""
    denied = children(parse, negation.verb.i, "neg", "advmod")
    if any(word.lower in load_words("negation") for word in denied) or find_tense(parse, negation.verb) == "modal":
        return
    thinks = _thinks(parse, candidate)
    pointing = frozenset[str]() if thinks else load_words("pointing")
    claims = (word.lower in pointing or is_claim(word) for word in find_subjects(parse, negation.verb))
    false = negation.thing is not None and negation.thing.lemma in load_words("falsehood") and not thinks
    yield negation.kind if negation.kind == "unaware" or false or any(claims) else "untrue of a thing"


def _is_corrected(parse: Parse, i: int) -> bool:
    """ "There was no threat, only soup": what was there instead limits nothing."""
    return parse.words[i].lower in ("only", "just", "merely") and parse.words[i - 1].text == ","


def _denies_at_all_times(words: Sequence[str]) -> bool:
    """ "Has not built, is not building and will not build": the past is denied with the rest."""
    nots = sum(word in load_words("not") | {"never"} for word in words)
    done = {"has", "have", "did", "had"} & set(words)
    return nots >= 2 and bool(done) and bool({"will", "shall", "would"} & set(words))


def _is_put_otherwise(parse: Parse, candidate: Candidate, opening: Sequence[int]) -> bool:
    """ "He is not on holiday. He is reading by a pool.": the next sentence tells what is so instead."""
    behind = [i for i in sorted(candidate.content) if i > max(opening) and parse.words[i].text[0].isalnum()][:3]
    first = [parse.words[i].lower for i in opening[:3]]
    if len(behind) < 3 or len(first) < 3 or first[2] not in load_words("not"):
        return False
    return [parse.words[i].lower for i in behind[:2]] == first[:2] and parse.words[behind[2]].lower != first[2]


def _is_set_right(words: Sequence[str]) -> bool:
    """ "Not a line but a habit": what it is instead, with no comma between."""
    start = words.index("not") if "not" in words else len(words)
    but = next((k for k in range(start + 2, len(words)) if words[k] == "but"), None)
    return but is not None and not {",", ";", ":"} & set(words[start:but])


def _thinks(parse: Parse, candidate: Candidate) -> bool:
    """ "Believes", "thought": what goes on in a mind."""
    insists = any(parse.words[i].lemma in load_words("insisting") for i in candidate.cue)
    return bool(candidate.cue) and not insists and cue_of(parse, candidate).acts.get(candidate.take) == "believe"


def is_claim(word: Word) -> bool:
    """Tell whether a noun is something that was claimed: a charge, a report, talk of a rift; talks are none."""
    return word.lemma in load_words("claim_noun") or (word.lower == "talk" and word.tag == "NN")


def is_exhibit(word: Word) -> bool:
    """Tell whether a word names what a claim stands in or on: a letter, a recording, a table."""
    return word.lemma in load_words("exhibit") and word.pos in ("NOUN", "ADJ")


def _describe_deed(parse: Parse, candidate: Candidate, negation: Negation) -> Iterator[str]:
    verb = negation.verb
    yield f"tense={find_tense(parse, verb)}"
    who, what = find_owner(parse, candidate, verb), _what(parse, verb)
    if negation.kind in _VERBAL:
        yield f"{who} {what}"
        if what == "be":
            yield _describe_being(parse, candidate, verb)
        elif verb.lower in load_words("fact"):
            yield "fact"
        elif who == "own" and children(parse, verb.i, "nsubjpass", "auxpass"):
            yield "own passive"
    elif negation.kind == "no object":
        yield f"none: {who} {what}"
    elif negation.kind == "no subject":
        yield from _describe_none_did(parse, verb)
    if who in ("this", "other") and what in ("do", "impersonal") and _is_from_us(parse, candidate, verb):
        yield "not from us"
    yield from _describe_dealings(parse, candidate, negation, who)
    for group in ("pending", "alleged", "silent"):
        if verb.lemma in load_words(group):
            yield group


def _describe_none_did(parse: Parse, verb: Word) -> Iterator[str]:
    """ "Nobody loves a toll", "no deal is better", "no such thing was done", "none came"."""
    if verb.lemma in load_words("inner"):
        yield "none feels"
    done = children(parse, verb.i, "nsubjpass", "auxpass")
    tense = find_tense(parse, verb)
    if done and tense == "going on" and verb.lemma not in load_words("hearing"):
        yield "none is being done"
    if verb.lemma == "be" and tense in ("past", "perfect") and _is_placed(parse, verb):
        yield "none was near"
    is_now = verb.lemma == "be" and find_tense(parse, verb) == "present"
    stands = verb.lemma in load_words("standing")
    yield "none is" if is_now else "none was done" if done and not stands else "none did"


def _is_placed(parse: Parse, verb: Word) -> bool:
    """ "No soldier was near the bridge": a kind of people, and a place."""
    near = [word for word in children(parse, verb.i, "prep") if word.lower in ("near", "at", "in", "inside", "on")]
    places = (place for word in near for place in children(parse, word.i, "pobj"))
    placed = any(place.tag == "NNP" or children(parse, place.i, "det", "poss") for place in places)  # not "at fault"
    kinds = (word for word in find_subjects(parse, verb) if word.lower in load_words("nothing") | {"one"})
    bare = any(not children(parse, word.i, "prep", "relcl", "acl") for word in kinds)
    return placed and not bare


def _describe_dealings(parse: Parse, candidate: Candidate, negation: Negation, who: str) -> Iterator[str]:
    """What passed between the speaker and others, "never met him", "nobody called me", or took place anywhere."""
    verb, opening = negation.verb, [parse.words[i].lower for i in open_stretch(parse, candidate.content)]
    wholly = negation.kind == "never" or "at all" in " ".join(opening)
    done = find_tense(parse, verb) in ("past", "perfect")
    partner = verb.lemma != "hear" or any(one.lower in ("from", "of") for one in children(parse, verb.i, "prep"))
    if who == "own" and wholly and done and partner and verb.lemma in load_words("meeting_with"):
        yield "never met"
    seen = [one.lemma for one in children(parse, verb.i, "dobj")]
    flatly = negation.kind == "never" and verb.lemma in ("see", "read") and _is_thing(parse, verb)
    if who == "own" and done and (flatly or (verb.lemma in ("see", "read", "hear") and is_document(seen))):
        yield "never saw it"
    things = [one.lower for one in children(parse, verb.i, "dobj", "dative")]
    if negation.kind == "no subject" and {"me", "us"} & set(things) and verb.lemma in load_words("approaching"):
        yield "no one to us"
    placed = verb.lemma == "take" and "place" in things
    if done and (placed or verb.lemma in load_words("happening")):
        yield "happened"


def _is_thing(parse: Parse, verb: Word) -> bool:
    """ "I never saw it", "never saw a label": one thing, and nobody."""
    things = children(parse, verb.i, "dobj")
    return any(one.lower == "it" or (one.left < one.i and _is_no_person(one)) for one in things)


def _is_no_person(thing: Word) -> bool:
    return thing.tag == "NN" and load_voices().get(thing.lemma) != "person"


def is_document(lemmas: Sequence[str]) -> bool:
    """Tell whether one of these is a text or a recording: what somebody is held to have seen."""
    return any(load_voices().get(one) == "document" or one in load_words("exhibit") for one in lemmas)


def _is_from_us(parse: Parse, candidate: Candidate, verb: Word) -> bool:
    """ "The letter did not come from my office", "was not fired by our men"."""
    own = find_own_words(parse, candidate)
    sources = [one for one in children(parse, verb.i, "prep", "agent") if one.lower in ("from", "by")]
    things = [thing for one in sources for thing in children(parse, one.i, "pobj")]
    return any(parse.words[i].lower in own for thing in things for i in range(thing.left, thing.i + 1))


def _what(parse: Parse, verb: Word) -> str:
    if verb.lemma in load_words("hearing") and children(parse, verb.i, "nsubjpass", "auxpass"):
        return "told"
    if verb.lemma in ("be", "have"):
        return verb.lemma
    inner = verb.lemma in load_words("inner")
    return "inner" if inner else "impersonal" if verb.lemma in load_words("impersonal") else "do"


def _is_mark_of(parse: Parse, candidate: Candidate, thing: Word) -> bool:
    """ "Not its work", "not my handwriting": what would have shown that the speaker did it."""
    own = find_own_words(parse, candidate) & load_words("owner")
    owners = children(parse, thing.i, "poss")
    return thing.lemma in load_words("own_mark") and any(word.lower in own for word in owners)


def _describe_being(parse: Parse, candidate: Candidate, verb: Word) -> str:
    told = children(parse, verb.i, "acomp", "attr", "prep", "advmod")
    words = {word.lower for word in told}
    if words & {"against", "about"}:
        return "quality"
    if words & (load_words("fact") | {"one", "ones"}):
        return "fact"
    if words & load_words("owned") or any(_is_mark_of(parse, candidate, word) for word in told):
        return "disowns"
    if words & load_words("own"):
        return "not us"
    if any(word.dep == "attr" and word.pos in ("NOUN", "PROPN", "PRON") for word in told):
        return "is no such thing"
    return "was not there" if any(word.dep == "prep" for word in told) else "quality"


def _describe_thing(parse: Parse, candidate: Candidate, negation: Negation) -> Iterator[str]:
    thing = negation.thing
    told = children(parse, negation.verb.i, "attr", "dobj") if thing is None else []
    least = (one for one in told if one.lemma in load_words("least") and parse.words[one.left].lower in ("a", "one"))
    yield from ("not a trace" for _ in least)
    if thing is None and negation.verb.lemma == "have":
        yield from ("deed" for one in children(parse, negation.verb.i, "dobj") if _kind_of(one) == "deed")
    if thing is None or negation.kind == "at no":
        return
    near = [parse.words[i].lower for i in range(thing.left, thing.right + 1)]
    kind = "no one" if near[:2] == ["no", "one"] else _kind_of(thing)
    part = "of" in near and bool(load_words("owner").intersection(near))  # "none of its troops"
    insists = bool({parse.words[i].lemma for i in candidate.cue} & load_words("insisting"))
    done = find_tense(parse, negation.verb) in ("past", "perfect")
    firm = insists and done and negation.verb.lemma not in load_words("hearing") | load_words("inner")  # no lament
    if (kind != "no one" or (negation.kind != "no object" and not firm)) and not part:
        yield kind
    yield from (sign for sign in _describe_none(thing, near) if sign != "not one" or not firm)
    if load_words("owner").intersection(near) or _is_at_ours(parse, candidate, negation):
        yield "none of ours"
    if negation.kind == "no subject" and negation.verb.lemma in load_words("harm"):
        yield "harm"
    if negation.kind == "no object" and negation.verb.lemma in ("know", "hear"):
        yield "knows of none"
    if thing.lower == "nothing":
        yield from _describe_nothing([word.lower for word in parse.words[thing.i + 1 : thing.i + 4]])


def _describe_none(thing: Word, near: Sequence[str]) -> Iterator[str]:
    """ "Neither A nor B", "not a penny", "not one", "no such letter"."""
    if near[:1] == ["neither"] and "nor" in near:
        yield "kind=neither"
    if near[:1] == ["not"]:
        yield "not a trace" if thing.lemma in load_words("least") else "not one"
    if "such" in near:
        yield "no such"


def _is_at_ours(parse: Parse, candidate: Candidate, negation: Negation) -> bool:
    """ "Nobody fell ill in her kitchen"."""
    if negation.kind != "no subject" or find_tense(parse, negation.verb) not in ("past", "perfect"):
        return False
    own = load_words("owner") & find_own_words(parse, candidate)
    places = [one for one in children(parse, negation.verb.i, "prep") if one.lower in ("in", "at", "on", "from")]
    return any(parse.words[i].lower in own for one in places for i in range(one.i, one.right + 1))


def _kind_of(thing: Word) -> str:
    if thing.lower in load_words("nothing"):
        return "nothing" if thing.lower == "nothing" else "no one"
    if thing.lemma in load_words("deniable"):
        return "deed"
    return "idle" if thing.lemma in load_words("no_denial") | load_words("information") else "thing"


def _describe_nothing(after: Sequence[str]) -> Iterator[str]:
    if after == ["to", "do", "with"]:
        yield "nothing to do with"
    if after[:1] and after[0] in load_words("misdeed"):
        yield "nothing wrong"
    if after[:1] == ["against"]:
        yield "idle"


def _waits(parse: Parse, opening: Sequence[int], words: Sequence[str]) -> bool:
    """ "Had not been paid since March", "have had no water since": a lack; "has not blasted since March" answers."""
    lacks = (verb.lemma == "have" or children(parse, verb.i, "auxpass") for verb in find_predicates(parse, opening)[:1])
    return "since" in words and any(lacks)


def _describe_manner(parse: Parse, candidate: Candidate, opening: Sequence[int]) -> Iterator[str]:
    """How firmly it is put ("not a single", "any"), how it is limited ("not yet"), and how it is said."""
    words = [parse.words[i].lower for i in opening]
    so_much = "so much as" in " ".join(words)  # "nobody was kept so much as an hour"
    if so_much or load_words("firm").intersection(words):
        yield "firm"
    limits = (i for i in opening if parse.words[i].lower in load_words("limiting") and not _is_corrected(parse, i))
    better = "never" in words and any(parse.words[i].tag in ("JJR", "RBR") for i in opening)
    if ((any(limits) or _waits(parse, opening, words)) and not so_much) or words.count("as") > 1 + so_much or better:
        yield "limited"
    if _denies_at_all_times(words):
        yield "at all times"
    if _is_put_otherwise(parse, candidate, opening):
        yield "put otherwise"
    if _is_set_right(words) and any(verb.lemma == "be" for verb in find_predicates(parse, opening)[:1]):
        yield "corrects"
    cue = {parse.words[i].lemma for i in candidate.cue}
    if cue & load_words("insisting"):
        yield "insists"
    if cue & load_words("moaning"):
        yield "moans"
    if _thinks(parse, candidate):
        yield "thinks"
