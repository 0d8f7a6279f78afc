"""Reads the frame of a verb or a noun off the tree: who does it, who undergoes it, whom it is done with."""

from __future__ import annotations

from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.language import Parse, Word

_RELATIVE = ("WP", "WDT", "WP$")
_SUBJECTS = ("nsubj", "csubj")
_BY = frozenset({"by"})
_THINGS = ("territory", "property", "place_closed", "property_damage", "persons", "hostage", "bill")
_DONE_TO_THINGS = ("ASSAULT", "COERCE", "YIELD", "REJECT")
_HURTS = ("kill", "injure", "arrest")
_SUFFERED = ("ASSAULT", "COERCE", "SANCTION", "YIELD")
_NEEDS_NOTHING = ("", "nobody", "alone", "military")
_DOERS = ("er", "or", "ist", "man", "woman", "men", "women", "ee", "ian", "eer")


def find_children(parse: Parse, word: Word, *deps: str) -> list[Word]:
    """Return the children of a word with one of these relations, from left to right."""
    return [parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in deps]


def find_prepositional(parse: Parse, word: Word, prepositions: frozenset[str]) -> list[Word]:
    """Return the nouns that these prepositions tie to a word."""
    return [
        noun
        for preposition in find_children(parse, word, "prep", "agent", "dative")
        if preposition.lower in prepositions
        for noun in find_children(parse, preposition, "pobj", "pcomp")
        if noun.dep == "pobj" or noun.tag == "VBG"
    ]


def may_act(word: Word) -> bool:
    """Tell whether a word can stand for someone who acts: a name, a pronoun, a noun for people or a body of people."""
    known = load_knowledge()
    return (
        word.pos in ("PROPN", "PRON", "NUM")
        or word.lemma in known.words["person"]
        or word.lemma in known.sectors
        or word.lower in known.sectors
        or (word.pos == "NOUN" and _names_doer(word))
    )


def stands_for_itself(noun: Word, sense: Sense) -> bool:
    """Tell an object that is acted on ("closed [the port]") from one that says what is done ("held [talks]")."""
    if sense.subtype == "force" or noun.dep == "nummod":
        return False
    sets = load_knowledge().sets
    thing = any(noun.lemma in sets[kind] or noun.lower in sets[kind] for kind in _THINGS)
    return may_act(noun) or (thing and sense.root in _DONE_TO_THINGS)


def _names_doer(noun: Word) -> bool:
    """Tell by its ending whether a noun names people by what they do or where they come from: poacher, lobbyist."""
    known = load_knowledge()
    return noun.lemma.endswith(_DOERS) and len(noun.lemma) > 4 and noun.lemma not in known.words["not a doer"]


def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb form is passive: it has a passive auxiliary or subject, or is a bare participle."""
    if find_children(parse, verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag == "VBD" and _is_wanted_so(parse, verb):
        return True
    if verb.tag != "VBN" or find_children(parse, verb, "aux", "dobj"):
        return False
    head = parse.words[verb.head]
    joined = verb.dep == "conj" and head.pos == "VERB" and is_passive(parse, head)
    opens = verb.dep == "advcl" and verb.i < head.i and not find_children(parse, verb, "nsubj")
    return verb.dep in ("acl", "relcl") or joined or opens or _is_found_so(parse, verb, head)


def _is_wanted_so(parse: Parse, verb: Word) -> bool:
    """ "Want the governor [charged]", which the parser takes for the past."""
    bare = not find_children(parse, verb, "aux", "mark", "dobj")
    return bare and verb.dep == "ccomp" and parse.words[verb.head].lemma in ("want", "need", "get", "have", "like")


def _is_found_so(parse: Parse, verb: Word, head: Word) -> bool:
    """ "Were reported [killed]", "feared [drowned]", "want him [freed]": a state that somebody finds, tells, wants."""
    words = load_knowledge().words
    below = verb.dep in ("xcomp", "oprd", "ccomp")
    found = head.lemma in words["finds in a state"] and bool(find_children(parse, head, "auxpass"))
    return below and (found or head.lemma in words["has done"])


def find_patient(parse: Parse, verb: Word) -> Word | None:
    """Return whom or what the verb is done to: "37 people were killed", "killed 37 people", "the people killed"."""
    if not is_passive(parse, verb):
        return _first(find_children(parse, verb, "dobj")) or _short_passive(parse, verb) or _misread(parse, verb)
    subject = _first(find_children(parse, verb, "nsubjpass", "nsubj"))
    if subject is not None:
        return _antecedent(parse, verb, subject)
    head = parse.words[verb.head]
    if verb.dep == "acl":
        return head
    if verb.dep == "conj" and head.pos == "VERB":
        return find_patient(parse, head)
    if verb.dep == "pcomp":
        return find_agent_of_gerund(parse, head)
    cut_off = [
        w for aux in find_children(parse, verb, "auxpass") for w in find_children(parse, aux, "nsubj", "nsubjpass")
    ]
    return _first(cut_off) or _raised(parse, verb, head)


def _raised(parse: Parse, verb: Word, head: Word) -> Word | None:
    """ "Were ordered to [be held]", "[freed] by the court, she left": the subject above is what undergoes it."""
    return _subject_above(parse, head, 3) if verb.dep in ("xcomp", "oprd", "ccomp", "advcl") else None


def _misread(parse: Parse, verb: Word) -> Word | None:
    """ "Rounded up activists headed for Harn": the parser made a clause of the object and its participle."""
    if not find_children(parse, verb, "prt") or find_children(parse, verb, "dobj"):
        return None
    clauses = [w for w in find_children(parse, verb, "ccomp") if w.tag in ("VBN", "VBD")]
    return next(
        (w for c in clauses if not find_children(parse, c, "aux") for w in find_children(parse, c, "nsubj")), None
    )


def _short_passive(parse: Parse, verb: Word) -> Word | None:
    """ "Twelve people killed in clash", "Bishop kidnapped": a headline leaves the auxiliary out."""
    if verb.tag not in ("VBD", "VBN") or find_children(parse, verb, "aux", "prt"):
        return None
    rows = load_knowledge().verbs.get(verb.lemma, ())
    plain = [t for t in rows if t.frame in ("object", "person") and not t.objects]
    subject = _first(find_children(parse, verb, "nsubj"))
    if subject is None or any(t.subtype in _HURTS for t in plain):
        return subject if plain else None
    return subject if _suffers(parse, verb, subject) else None


def _suffers(parse: Parse, verb: Word, subject: Word) -> bool:
    """Tell "Bishop kidnapped near Harn", where an auxiliary is missing, from "Rebels fought" and "Villagers fled"."""
    words, rows = load_knowledge().words, load_knowledge().verbs.get(verb.lemma, ())
    after = parse.words[min(verb.i + 1, len(parse.words) - 1)].lower
    if subject.pos == "PRON" or find_children(parse, subject, "det", "poss"):
        return False
    if after not in words["after a bare participle"]:
        return False
    if verb.lemma in words["done without an object too"] or find_children(parse, verb, "ccomp", "xcomp"):
        return False
    plain = any(t.frame in ("object", "person") and not t.objects and t.root in _SUFFERED for t in rows)
    return plain and not any(t.frame in _NEEDS_NOTHING for t in rows)


def find_agent(parse: Parse, verb: Word, depth: int = 4) -> Word | None:
    """Return who does what the verb says; the subject of a verb of saying never does what is said."""
    if is_passive(parse, verb):
        manner = load_knowledge().words["manner"]
        return next(
            (w for w in find_prepositional(parse, verb, _BY) if w.dep == "pobj" and w.lemma not in manner), None
        )
    subject = _first(find_children(parse, verb, *_SUBJECTS)) or _first(
        [w for aux in find_children(parse, verb, "aux") for w in find_children(parse, aux, "nsubj")]
    )
    by = find_prepositional(parse, verb, _BY) if verb.tag == "VBG" and subject is None else []
    if by and may_act(by[0]):
        return by[0]
    if subject is not None:
        patient = find_patient(parse, verb)
        same = patient is not None and patient.i == subject.i
        return None if same or _is_label(parse, subject) else _antecedent(parse, verb, subject)
    return _shared_agent(parse, verb, depth) if depth else None


def _is_label(parse: Parse, subject: Word) -> bool:
    """ "POLICE: GUNMEN KILLED BAKER": who stands before a colon only says it."""
    return subject.i + 1 < len(parse.words) and parse.words[subject.i + 1].lower == ":"


def _shared_agent(parse: Parse, verb: Word, depth: int) -> Word | None:
    """Find the subject that a verb shares with the word above it: "plans to [visit]", "[killing] five"."""
    head = parse.words[verb.head]
    if verb.dep == "acl":
        return head if verb.tag == "VBG" else _owner(parse, head, depth)
    if verb.dep in ("pcomp", "pobj"):
        return find_agent_of_gerund(parse, head, depth)
    if head.i == verb.i or head.pos not in ("VERB", "ADJ"):
        return None
    if _is_reported(parse, verb, head):
        return None
    if verb.dep in ("xcomp", "ccomp"):
        asked = _asked(parse, verb, head) if verb.dep == "xcomp" else None
        return asked or _controller(parse, verb, head, depth)
    if verb.dep == "advcl" and (asked := _asked(parse, verb, head)) is not None:
        return asked
    if verb.dep in ("conj", "advcl"):
        return find_patient(parse, head) if is_passive(parse, head) else find_agent(parse, head, depth - 1)
    return None


def _asked(parse: Parse, verb: Word, head: Word) -> Word | None:
    """ "Urged [Velm] to withdraw", "pleaded with [the kidnappers] to free him": who is asked, made or let do it."""
    words = load_knowledge().words
    if not any(w.lower == "to" for w in find_children(parse, verb, "aux")) and verb.dep == "advcl":
        return None
    given = find_children(parse, head, "dobj", "dative") if head.lemma in words["object control"] else []
    if not given and head.lemma in words["asks with a preposition"]:
        given = find_prepositional(parse, head, words["preposition before whom is asked"])
    return next((w for w in given if w.i < verb.i and w.dep != "pcomp"), None)


def _is_reported(parse: Parse, verb: Word, head: Word) -> bool:
    """Tell whether a verb stands beside or under a verb of saying whose subject only says it."""
    words = load_knowledge().words
    if head.lemma not in words["reporting verb"] and head.lemma not in words["verb that tells"]:
        return False
    if verb.dep == "advcl" and verb.lemma in words["act of speech"]:
        return False
    return verb.dep in ("conj", "advcl") or not any(w.lower == "to" for w in find_children(parse, verb, "aux"))


def _owner(parse: Parse, noun: Word, depth: int) -> Word | None:
    """ "Fosk's threat to [expel]", "renewed his offer to [sign]": whose threat it is, or who makes it.

    Whoever announces a need or a call to act does not act: "stressed the need to [strengthen] the base".
    """
    owner = _first(find_children(parse, noun, "poss"))
    head, words = parse.words[noun.head], load_knowledge().words
    tells = head.lemma in words["reporting verb"] or head.lemma in words["verb that tells"]
    if tells and noun.lemma in words["noun that asks"]:
        return None
    if owner is not None or noun.dep != "dobj" or head.pos != "VERB":
        return owner
    return find_agent(parse, head, depth - 1)


def _controller(parse: Parse, verb: Word, head: Word, depth: int) -> Word | None:
    if verb.dep == "ccomp" or head.lemma in load_knowledge().words["no control"]:
        return None
    return _subject_above(parse, head, depth)


def _subject_above(parse: Parse, head: Word, depth: int) -> Word | None:
    """Return the subject of a verb or of the "be" above an adjective."""
    if head.pos == "ADJ":
        above = parse.words[head.head]
        return _subject_above(parse, above, depth - 1) if depth and above.pos == "VERB" and above.i != head.i else None
    return find_patient(parse, head) if is_passive(parse, head) else find_agent(parse, head, depth - 1)


def find_agent_of_gerund(parse: Parse, preposition: Word, depth: int = 3) -> Word | None:
    """ "Accused Velm of [shelling] a village": Velm is said to do it; "succeeded in [dispersing]": the subject does."""
    head = parse.words[preposition.head]
    if head.pos == "ADJ":
        return _subject_above(parse, head, depth)
    if head.lemma in load_knowledge().words["stage of one's own act"]:
        return _find_owner_of_stage(parse, head, depth)
    if head.pos != "VERB":
        return None
    if head.lemma in load_knowledge().words["object of gerund"]:
        return find_patient(parse, head)
    return _subject_above(parse, head, depth)


def _find_owner_of_stage(parse: Parse, noun: Word, depth: int) -> Word | None:
    """ "Is in the [process] of withdrawing", "has no [intention] of paying": the subject's own act."""
    verb = parse.words[noun.head]
    verb = parse.words[verb.head] if noun.dep == "pobj" else verb
    held = depth > 0 and verb.pos == "VERB" and verb.lemma in load_knowledge().words["holds a stage"]
    return _first(find_children(parse, noun, "poss")) or (_subject_above(parse, verb, depth - 1) if held else None)


def _antecedent(parse: Parse, verb: Word, subject: Word) -> Word | None:
    relative = subject.tag in _RELATIVE or (subject.lower == "that" and verb.dep == "relcl")
    if not relative:
        return None if subject.dep == "expl" else subject
    here = verb
    for _ in range(3):
        head = parse.words[here.head]
        if here.dep == "relcl":
            return head
        if here.dep not in ("conj", "xcomp") or head.i == here.i:
            return None
        here = head
    return None


def _first(words: list[Word]) -> Word | None:
    return words[0] if words else None
