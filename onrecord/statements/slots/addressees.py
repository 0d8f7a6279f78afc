"""Finds whom something is said to: the object of telling, the one after "to", the partner of a talk or a letter."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import SUBJECTS, children, source_words, verb_cue
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.slots.hearers_behind import find_hearer_behind

_OCCASIONS = ("in", "during", "at", "after", "on", "over")
_NOUNS = ("NNP", "NNPS", "NNS", "PRP", "NN", "DT", "CD")
_REPORTED = ("clause", "quotation", "infinitive", "object_infinitive")
_NOUN_RULES = ("noun", "ownerless noun", "noun is", "light verb")
_THINGS = ("dobj", "dative")
_PLACING = ("in", "at", "on", "from", "outside", "inside", "near", "aboard", "after", "before")
_WHERE = ("outside", "inside", "aboard", "after", "before")
_DASHES = ("-", "\u2013", "\u2014", "--")
_CALLING = ("appeal", "plead", "call", "pray", "shout", "cry", "signal")
_ANYONE = ("anyone", "anybody", "everyone", "everybody", "those")


def find_addressee(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Return the words for whom something was said, asked or offered to; nobody where only the content names them.

    An outlet that was told is named as the relay is: "the weekly Dorn Press" by its name alone.
    """
    if candidate.addressee:
        return _as_relay(parse, candidate, _behind_dateline(parse, candidate.addressee))
    for verb in _speaking(parse, candidate):
        for word in _hearers(parse, verb, candidate):
            named = _name(parse, verb, candidate, word)
            if named:
                return _as_relay(parse, candidate, named)
    behind = find_hearer_behind(parse, candidate)
    return _as_relay(parse, candidate, behind) if behind else NONE


def _speaking(parse: Parse, candidate: Candidate) -> Iterator[Word]:
    """The words of the cue that can have a hearer: "conveyed his wish", "her plea"."""
    head = parse.words[candidate.head]
    cue = (parse.words[i] for i in sorted(candidate.cue) if i != candidate.head)
    for word in (head, *(word for word in cue if word.pos == "VERB" and word.dep not in ("aux", "auxpass"))):
        if (word.pos == "VERB" and not _is_quoted(word)) or (word.pos == "NOUN" and candidate.rule in _NOUN_RULES):
            yield word


def _has_hearer(verb: Word) -> bool:
    """Tell whether a verb says something to somebody: "told", "thanked"; to blame or to want needs no hearer."""
    known = load_words("addressing") | load_words("urging") | load_words("telling") | load_words("rebuking")
    return verb.pos != "VERB" or "speech" in verb_cue(verb).classes or verb.lemma in known


def _is_quoted(verb: Word) -> bool:
    return verb.lemma in load_words("quote_passive")


def _name(parse: Parse, verb: Word, candidate: Candidate, word: Word) -> frozenset[int]:
    said = candidate.cue if word.i in candidate.content else candidate.cue | candidate.content
    said = said if word.i not in candidate.cue else candidate.content | {verb.i}  # "her message to voters was"
    named = _place_cut(parse, word, _without_content(parse, word, source_words(parse, word, None) - said))
    pointing = word.lower in load_words("no_hearer") | load_words("time") and not _is_told_apart(parse, verb, word)
    named = _behind_dateline(parse, named)
    held = word.lemma == "meeting" and verb.lemma in load_words("telling") and word.dep in _THINGS
    whole = word.tag != "WDT" and not _is_torn(parse, word)
    somebody = whole and not pointing and (held or word.lemma not in load_words("not_hearer"))
    wanted = candidate.take == "object" and named <= candidate.content and not _is_given(parse, verb, word)
    known = somebody and not wanted and not named & candidate.source
    return named | _origin(parse, verb, word, named, candidate) if known else NONE


def _is_torn(parse: Parse, word: Word) -> bool:
    """ "Asked where the e|-mail was": a piece of a word, which the parse took for somebody."""
    following = parse.words[word.i + 1 : word.i + 2]
    tied = bool(following) and following[0].text == "-" and following[0].start == word.end
    return tied or not word.text[0].isalnum()


def _is_told_apart(parse: Parse, verb: Word, word: Word) -> bool:
    """ "Those present"; "pressed it to sell", where it is a body."""
    urged = [one for one in children(parse, verb.i, "xcomp", "ccomp") if parse.words[one.left].tag == "TO"]
    told = verb.lemma in load_words("telling") and word.dep in _THINGS and bool(children(parse, verb.i, "ccomp"))
    body = word.lower == "it" and (told or (verb.lemma in load_words("urging") and bool(urged)))
    return body or (word.lower == "those" and word.right > word.i)


def _without_content(parse: Parse, word: Word, named: frozenset[int]) -> frozenset[int]:
    """The hearer without what is said, where the parse hung it on him: "told the barman | that", "of owning"."""
    for i in sorted(one for one in named if one > word.i):
        here = parse.words[i]
        holding = here.lower == "of" and bool(children(parse, i, "pcomp"))
        means = here.lower in ("by", "via", "through") and here.pos == "ADP"  # "told members | by text message"
        apart = means or _is_meal(parse, here) or _is_dated(here)
        if holding or (here.lower == "that" and here.dep == "mark") or apart:
            return frozenset(one for one in named if one < i)
    return named


def _is_dated(here: Word) -> bool:
    """ "A letter to the board | dated 3 May, seen by Calna": told of the letter, whatever the parse makes of it."""
    return here.tag == "VBN" and here.dep == "acl" and here.lemma in load_words("of_letters")


def _is_meal(parse: Parse, preposition: Word) -> bool:
    """ "Told a colleague | at dinner", "over lunch": when it was said."""
    things = children(parse, preposition.i, "pobj") if preposition.lower in ("at", "over", "during") else []
    return any(thing.lemma in load_words("meal") for thing in things)


def _origin(parse: Parse, verb: Word, word: Word, named: frozenset[int], candidate: Candidate) -> frozenset[int]:
    """ "Told envoys | from Saldovia", "his counterpart | in Dorn", where the parse hung it on the verb."""
    if not named:
        return NONE
    for preposition in children(parse, verb.i, "prep"):
        behind = preposition.i == max(named) + 1 and word.tag in ("NN", "NNS")
        if behind and word.lower in _ANYONE and preposition.lower != "to":
            return frozenset(range(preposition.i, preposition.right + 1))
        place = any(one.tag == "NNP" for one in children(parse, preposition.i, "pobj"))
        links = ("from", "in") if word.lemma == "counterpart" else ("from",)
        which = preposition.lower in ("in", "on", "at") and _is_whereabouts(parse, word, preposition, candidate)
        if behind and ((place and preposition.lower in links) or which):
            return frozenset(range(preposition.i, preposition.right + 1))
    return NONE


def _is_whereabouts(parse: Parse, word: Word, preposition: Word, candidate: Candidate) -> bool:
    """ "Told a crowd | on the pier", "ordered voters | in four towns | to wait": not "told investors | on a call"."""
    held = word.lemma in load_words("gathering") | load_words("press")
    things = children(parse, preposition.i, "pobj")
    said = any(load_voices().get(thing.lemma) == "document" or thing.lemma in load_words("meeting") for thing in things)
    if held or said or not _tells_which(parse, word, preposition):
        return False
    opening = parse.words[word.left]
    if word.tag == "NNS":
        leads = preposition.right + 1 in candidate.content
        return leads and opening.i == word.i and not any(thing.tag == "NNP" for thing in things)
    return opening.lower in ("a", "an") or any(thing.tag == "NNP" for thing in things)


def _is_given(parse: Parse, verb: Word, word: Word) -> bool:
    """ "Promised the crowd an answer", "reproached them with lying": beside the hearer stands what is said."""
    things = [thing for thing in children(parse, verb.i, *_THINGS, "oprd") if thing.i != word.i and thing.pos != "ADP"]
    with_what = verb.lemma in load_words("rebuking") and bool(children(parse, verb.i, "prep", "ccomp"))
    return bool(things) or with_what


def _as_relay(parse: Parse, candidate: Candidate, named: frozenset[int]) -> frozenset[int]:
    """The outlet by its name: "the station Free Wave", "the same paper"."""
    for relay in candidate.relays:
        if relay & named:
            return relay
    last = parse.words[max(named)]
    if parse.words[min(named)].lower == "this":
        return named  # "this paper" is not the one that was quoted before
    outlet = last.lower in load_words("outlet") | load_words("outlet_kind") and last.text.islower()
    if not outlet or {parse.words[i].lower for i in named} & load_words("owner"):
        return named
    return candidate.relays[-1] if candidate.relays else _name_behind(parse, last) or named


def _name_behind(parse: Parse, noun: Word) -> frozenset[int]:
    """ "The news agency Dorn Wire", where the parse parts the name from what it is."""
    end = noun.i + 1
    while end < len(parse.words) and parse.words[end].pos == "PROPN" and parse.words[end].sentence == noun.sentence:
        end += 1
    return frozenset(range(noun.i + 1, end))


def _place_cut(parse: Parse, word: Word, named: frozenset[int]) -> frozenset[int]:
    """ "A news conference in Dorn" is told wherever it is held; "a crowd on the pier" is one of that place."""
    press = word.lemma in load_words("press")
    if (is_person_noun(word) or word.pos == "PROPN") and not press and word.tag != "NNS":
        return named
    places = [p for p in children(parse, word.i, "prep") if p.lower in _PLACING and p.i > word.i]
    held = press or word.lemma in load_words("gathering")
    apart = (p.i for p in places if held or _is_elsewhere(parse, p) or not _tells_which(parse, word, p))
    cut = next(apart, max(named, default=0) + 1)
    return frozenset(i for i in named if i < cut)


def _is_elsewhere(parse: Parse, preposition: Word) -> bool:
    """ "Told neighbours | outside the court", "officers | at his questioning": where and when it was said."""
    things = children(parse, preposition.i, "pobj")
    held = any(thing.lemma in load_words("gathering") | load_words("meeting") for thing in things)
    done = any(thing.lemma.endswith("ing") and thing.tag in ("NN", "VBG") for thing in things)
    return preposition.lower in _WHERE or held or done or _is_standpoint(parse, preposition)


def _is_standpoint(parse: Parse, preposition: Word) -> bool:
    """ "Called to savers | from the steps": where the speaker stands."""
    named = any(thing.tag == "NNP" for thing in children(parse, preposition.i, "pobj"))
    return preposition.lower == "from" and not named and parse.words[preposition.head].tag == "NNS"


def _tells_which(parse: Parse, word: Word, preposition: Word) -> bool:
    """ "A crowd on the pier", "voters in four towns", "the court in Dorn": which of them, and not when."""
    things = children(parse, preposition.i, "pobj")
    if any(thing.lower in load_words("time") for thing in things):
        return False
    opening = parse.words[word.left]
    bare = word.tag == "NNS" and opening.tag not in ("DT", "PRP$")
    open_ = bare or opening.lower in ("a", "an", "any", "every", "some")
    return open_ or word.pos == "PRON" or any(thing.tag == "NNP" for thing in things)


def _hearers(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    passive = verb.tag == "VBN" and bool(children(parse, verb.i, "auxpass"))
    if passive:
        yield from _told_by_another(parse, verb)
        return
    yield from _reached(parse, verb, candidate)
    if _has_hearer(verb) or verb.i != candidate.head:
        yield from _told(parse, verb, candidate) if verb.pos == "VERB" else ()
        yield from (one for one in children(parse, verb.i, "dative") if one.pos != "ADP" and one.i > verb.i)
        for preposition in children(parse, verb.i, "prep", "dative"):
            if _leads_to_hearer(verb, preposition):
                called = verb.lemma in _CALLING and bool(children(parse, verb.i, "xcomp"))
                hearers = children(parse, preposition.i, "pobj")
                yield from (w for w in hearers if _is_somebody(parse, w) or (called and w.tag == "NNS"))
    yield from _partners(parse, verb, candidate)
    if _has_hearer(verb):
        yield from _fronted(parse, verb)
    subjects = [one for one in children(parse, verb.i, *SUBJECTS) if one.i in candidate.source]
    for opening in (*children(parse, verb.i, "advcl"), *(c for one in subjects for c in children(parse, one.i, "acl"))):
        if opening.tag == "VBG":
            yield from _addressed(parse, opening)
    if verb.tag == "VBG" and verb.dep == "advcl":
        yield from _addressed(parse, parse.words[verb.head])


def _fronted(parse: Parse, verb: Word) -> Iterator[Word]:
    """ "To his crew he said that": not "to her credit", "to date"."""
    for preposition in children(parse, verb.i, "prep", "dative"):
        if preposition.i < verb.i and preposition.lower == "to":
            yield from (word for word in children(parse, preposition.i, "pobj") if _may_hear(word))


def _may_hear(word: Word) -> bool:
    return is_person_noun(word) or load_voices().get(word.lemma) == "body" or word.tag in ("PRP", "NNP")


def _reached(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    """ "Flung at her", behind a quotation, by a verb that no list has."""
    if min(candidate.content) < verb.i:
        for preposition in children(parse, verb.i, "prep", "dative"):
            if preposition.i > verb.i and preposition.lower in ("at", "to"):
                pronouns = children(parse, preposition.i, "pobj")
                yield from (w for w in pronouns if w.tag == "PRP" or is_person_noun(w))
        if not verb_cue(verb).takes:  # "..., the speaker consoled the deputies"
            yield from (w for w in children(parse, verb.i, "dobj") if w.tag == "PRP" or is_person_noun(w))


def _addressed(parse: Parse, opening: Word) -> Iterator[Word]:
    """ "Speaking to reporters," "addressing the crowd," before or after what is said."""
    if opening.lemma in load_words("speaking"):
        to = [p for p in children(parse, opening.i, "prep", "dative") if p.lower in ("to", "with", "before")]
        yield from (w for p in to for w in children(parse, p.i, "pobj") if _is_somebody(parse, w))
    if opening.lemma in ("address", "answer", "face", "brief", "tell", "interrupt"):
        yield from (w for w in children(parse, opening.i, "dobj") if _is_somebody(parse, w))


def _behind_dateline(parse: Parse, named: frozenset[int]) -> frozenset[int]:
    """ "VELLIN - A clerk was told": without the place that opens the report."""
    dash = next((i for i in sorted(named) if parse.words[i].text in _DASHES and parse.words[i - 1].text.isupper()), -1)
    return frozenset(i for i in named if i > dash) or named


def _told_by_another(parse: Parse, verb: Word) -> Iterator[Word]:
    """ "Was told by the council that", "were warned that"."""
    if verb.lemma in load_words("telling") | load_words("urging"):
        yield from children(parse, verb.i, "nsubjpass")


def _told(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    """The object of a verb of telling or urging, also where the parse makes it the subject of what is wanted."""
    urging = verb.lemma in load_words("urging")
    known = urging or verb.lemma in load_words("telling") | load_words("rebuking")
    complete = not urging or bool(children(parse, verb.i, "xcomp", "ccomp", "advcl", "prep"))
    if verb.lemma == "call":  # "called the crew to act", not "called the plan absurd"
        complete = any(parse.words[one.left].tag == "TO" or one.tag == "VB" for one in children(parse, verb.i, "xcomp"))
    for word in children(parse, verb.i, *_THINGS):
        person = is_person_noun(word) or word.pos == "PROPN" or word.tag == "PRP"
        fits = (known and complete) or (person and candidate.take in _REPORTED and bool(candidate.source))
        if word.i > verb.i and word.pos != "ADP" and (fits or _is_granted(parse, verb, word)):
            yield word
    for clause in children(parse, verb.i, "ccomp", "xcomp") if urging else []:
        if clause.pos == "NOUN":  # "promised drivers double pay", where the parse makes a clause of it
            yield from (word for word in children(parse, clause.i, "nsubj") if can_speak(parse, word))
        if clause.tag == "VB" and any(aux.tag == "TO" for aux in children(parse, clause.i, "aux")):
            yield from (word for word in children(parse, clause.i, "nsubj", "nsubjpass") if word.i < clause.i)
        yield from (word for word in children(parse, clause.i, "preconj") if word.i < clause.left + 1)


def _is_granted(parse: Parse, verb: Word, word: Word) -> bool:
    """ "Guarantees every household a new house": of two objects the first hears it."""
    things = [one for one in children(parse, verb.i, *_THINGS, "oprd") if one.pos != "ADP" and one.i > verb.i]
    binds = "promise" in verb_cue(verb).acts.values() or "propose" in verb_cue(verb).acts.values()
    return binds and len(things) > 1 and things[0].i == word.i and can_speak(parse, word)


def _is_somebody(parse: Parse, word: Word) -> bool:
    """Tell a person or a body; "this column" is the one who writes it."""
    kinds = load_words("outlet_kind") | load_words("outlet_noun") | {"column"}
    if parse.words[word.left].lower in ("this", "these", "our") and word.lemma in kinds:
        return True
    if word.lemma in load_words("audience"):
        return True
    kind = load_voices().get(word.lemma)
    return word.tag in _NOUNS and kind not in ("document", "no person") and can_speak(parse, word)


def _partners(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    """Whom somebody meets or writes to hears the words: "in talks with Orlova", "in an interview with Dorn FM"."""
    subjects = [one for one in children(parse, verb.i, *SUBJECTS) if one.i in candidate.source]
    hung = [when for one in (verb, *subjects) for when in children(parse, one.i, "prep")]
    occasions = [when for when in hung if when.lower in _OCCASIONS]
    for meeting in (noun for when in occasions for noun in children(parse, when.i, "pobj")):
        if meeting.lemma in load_words("meeting"):
            yield from _present_at(parse, meeting)
            added = [
                one for one in hung if one.lower == "with" and one.i == meeting.right + 2
            ]  # "his last, with a paper,"
            yield from (word for one in added for word in children(parse, one.i, "pobj"))


def _present_at(parse: Parse, meeting: Word) -> Iterator[Word]:
    written = load_voices().get(meeting.lemma) == "document"
    spoken = meeting.lemma in load_words("addressed_to")
    for clause in children(parse, meeting.i, "acl") if written or spoken else []:
        sent = clause.tag == "VBN" and clause.lemma in load_words("of_letters")
        links = [link for link in children(parse, clause.i, "prep", "dative") if sent and link.lower == "to"]
        yield from (word for link in links for word in children(parse, link.i, "pobj") if _is_somebody(parse, word))
    for within in children(parse, meeting.i, "prep"):
        to = within.lower == "to" and (written or spoken)
        if to or within.lower == "with":
            yield from (word for word in children(parse, within.i, "pobj") if _is_somebody(parse, word))


def _leads_to_hearer(verb: Word, preposition: Word) -> bool:
    if preposition.i < verb.i:
        return False
    if preposition.lower == "to":
        return verb.lemma not in load_words("not_to")
    group = load_words(f"hearer_{preposition.lower}")
    return verb.lemma in group or (preposition.lower == "before" and verb.pos == "VERB")
