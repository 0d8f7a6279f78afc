"""Finds the nouns that tell of an event: "the shelling of Harn", "talks between", "an amnesty is under discussion"."""

from __future__ import annotations

from onrecord.events.acts import (
    find_author,
    find_authors,
    find_authors_of_deaths,
    find_last_force,
    is_baton_charge,
    is_body_fire,
    is_body_firing,
)
from onrecord.events.chains import Found
from onrecord.events.frames import find_children, find_prepositional, may_act, stands_for_itself
from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.events.phrases import find_phrase_before
from onrecord.events.predicates import is_gone_on, says_how_it_stands
from onrecord.events.readings import has_other_reading
from onrecord.events.senses import find_lemmas, find_noun_sense
from onrecord.language import Parse, Word
from onrecord.records import Span

_BY = frozenset({"by", "between"})
_ON = frozenset({"on"})
_ENDINGS = (("ed", ""), ("ed", "e"), ("ied", "y"))
_GERUND = (("ing", ""), ("ing", "e"))
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos")


_KEPT = (("under", "arrest"), ("in", "custody"), ("in", "detention"))


def read_noun(parse: Parse, noun: Word, taken: set[int]) -> Found | None:
    """Return the event that a noun tells of, where something beside it shows that it names one."""
    if is_baton_charge(parse, noun):
        return _found(noun, load_knowledge().nouns["lathicharge"][0])
    sense = _armed_or_not(parse, noun) if noun.lemma == "strike" else find_noun_sense(noun)
    if sense is not None and is_body_firing(parse, noun):
        return _found(noun, sense)
    if is_body_fire(parse, noun):
        return _found(noun, load_knowledge().nouns["firing"][0])
    if sense is None or noun.dep in ("compound", "amod", "nmod", "poss"):
        return None
    if not _has_context(parse, noun, sense, taken) or has_other_reading(parse, noun, "noun"):
        return None
    return _found(noun, sense)


def _armed_or_not(parse: Parse, noun: Word) -> Sense:
    """Tell a strike that hits from one that stops work: an air strike, a strike on Harn, a strike over pay."""
    rows = load_knowledge().nouns["strike"]
    before = [w.lower for w in find_children(parse, noun, "compound", "amod")]
    armed = any(w in load_knowledge().words["armed"] for w in before) or find_prepositional(parse, noun, _ON)
    hits = noun.dep == "nsubj" and parse.words[noun.head].lemma in load_knowledge().words["what weapons do"]
    return rows[0] if armed or hits or find_author(parse, noun) is not None else rows[1]


def _found(noun: Word, sense: Sense, rule: str = "events.noun") -> Found:
    span = Span(start=noun.start, end=noun.end)
    return Found(word=noun, span=span, root=sense.root, subtype=sense.subtype, sense=sense, object=None, rule=rule)


def _has_context(parse: Parse, noun: Word, sense: Sense, taken: set[int]) -> bool:
    words = load_knowledge().words
    author = find_author(parse, noun) is not None
    if sense.frame == "joint":
        return any(w.lower in words["joint"] for w in find_children(parse, noun, "amod", "compound"))
    if sense.frame == "by":
        return bool(find_authors_of_deaths(parse, noun))
    if sense.frame == "owner":
        return parse.words[noun.head].lemma in ("be", "remain", "become") and noun.dep == "attr"
    if sense.frame == "governed":
        return _is_governed(parse, noun)
    if sense.frame == "kept":
        return is_kept_under(parse, noun)
    by = bool(find_prepositional(parse, noun, _BY))
    if sense.frame == "agent":
        asked = sense.root == "AID" and noun.dep == "pobj" and _is_governed(parse, noun)
        return author or by or asked or bool(find_children(parse, noun, "poss")) or _is_resumed(parse, noun, sense)
    owned = bool(find_children(parse, noun, "poss")) and (noun.tag == "NN" or sense.of == "subject")
    tied = bool(find_prepositional(parse, noun, sense.prepositions)) or author or by or owned
    tied = tied or (sense.subtype == "arrest" and is_kept_under(parse, noun))
    tied = tied or _is_in_series(parse, noun)
    if tied or _is_governed(parse, noun) or (sense.frame == "bare" and _is_placed(parse, noun, taken)):
        return True
    return _is_brought(parse, noun) or (noun.lemma not in words["names a thing too"] and _is_known(parse, noun))


def _is_brought(parse: Parse, noun: Word) -> bool:
    """ "Would provoke [sanctions]", "led to [arrests]", "ended in [clashes]": what is brought about takes place."""
    brings, head = load_knowledge().words["brings an event"], parse.words[noun.head]
    if noun.dep == "pobj":
        return f"{parse.words[head.head].lemma} {head.lower}" in brings
    return noun.dep in ("dobj", "nsubjpass") and not brings.isdisjoint(find_lemmas(parse, head))


def _is_known(parse: Parse, noun: Word) -> bool:
    """ "[The raid] angered the union", "after [the swap]", "[a mugging] shocked the quarter": an act that is told of.

    What anyone might do stays silent: "a raid needs planning", "rules on raids".
    """
    words, head = load_knowledge().words, parse.words[noun.head]
    before = [w.lower for w in find_children(parse, noun, "det", "poss", "amod")]
    if not words["makes a noun known"].isdisjoint(before) or find_children(parse, noun, "poss"):
        return noun.dep in _PLACES
    if noun.dep == "pobj":
        return head.lower in words["context preposition"] and head.lower != "between"
    return noun.dep in ("nsubj", "nsubjpass", "dobj") and head.tag == "VBD"


def _is_in_series(parse: Parse, noun: Word) -> bool:
    """ "The third round of [talks]", "a wave of [strikes]"."""
    of, words = parse.words[noun.head], load_knowledge().words
    series = words["series"] | words["many of an event"]
    above = parse.words[max(0, of.head - 1) : of.head + 1]
    return noun.dep == "pobj" and of.lower == "of" and any(w.lemma in series for w in above)


def is_kept_under(parse: Parse, noun: Word) -> bool:
    """ "The abbot is under [arrest]", "men in police [custody]": it goes on; "was put under arrest" says its verb."""
    under = parse.words[noun.head]
    host = parse.words[under.head]
    kept = find_children(parse, host, "nsubj") if host.lemma in ("be", "remain", "stay") else [host]
    return (under.lower, noun.lower) in _KEPT and any(may_act(w) for w in kept)


def _is_resumed(parse: Parse, noun: Word, sense: Sense) -> bool:
    """ "Were hurt in [the firing]": force that was told of before, shortly after an armed body was named."""
    definite = any(w.lower in ("the", "this", "that") for w in find_children(parse, noun, "det"))
    return (
        sense.subtype == "force"
        and noun.lower in ("firing", "shooting", "gunfire")
        and definite
        and find_last_force(parse, noun) is not None
    )


def _is_governed(parse: Parse, noun: Word) -> bool:
    """Tell whether what is said of a noun treats it as an event: it is held, called off, feared, under way."""
    known, head = load_knowledge(), parse.words[noun.head]
    if any(("noun", w.lower) in known.modalities for w in find_children(parse, noun, "amod", "compound")):
        return True
    headline = noun.dep == "ROOT" or (noun.dep == "nsubj" and noun.head == noun.i)
    if headline and any(w.lower == "no" for w in find_children(parse, noun, "det")):
        return True  # "NO DEAL AFTER ALL-NIGHT TALKS"
    if noun.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        return _acts_on_events(head.lemma) or any(("verb", w) in known.modalities for w in find_lemmas(parse, head))
    if noun.dep in ("nsubj", "attr"):
        return _is_under_way(parse, noun, head) or _is_there(parse, noun, head)
    if is_gone_on(noun, head) or (noun.dep == "pobj" and head.lower == "without"):
        return True
    if find_phrase_before(parse, noun) is not None:
        return True
    if noun.dep != "pobj" or head.lower not in known.words["preposition that carries modality"]:
        return False
    above = parse.words[head.head]
    above = parse.words[above.head] if above.dep in ("prt", "advmod") else above  # "shied away from sanctions"
    return (
        ("noun", above.lemma) in known.modalities
        or above.lemma in known.words["phase of an event"]
        or above.lemma in known.words["telling"]
        or above.lemma in known.words["answerable for"]
        or (
            above.pos in ("VERB", "ADJ")
            and (
                _acts_on_events(above.lemma)
                or any(("verb", w) in known.modalities for w in find_lemmas(parse, above))
                or ("verb", f"{above.lemma} {head.lower}") in known.modalities
            )
        )
    )


def _acts_on_events(lemma: str) -> bool:
    known = load_knowledge()
    return ("verb", lemma) in known.modalities or lemma in known.operators or lemma in known.words["light verb"]


def _is_under_way(parse: Parse, noun: Word, head: Word) -> bool:
    known = load_knowledge()
    if head.lemma in known.words["occurrence verb"]:
        return True
    said = [w.lower for w in find_children(parse, head, "acomp", "attr", "advmod")]
    tied = [w.lower for w in find_prepositional(parse, head, frozenset({"under", "in", "on"}))]
    return head.lemma in ("be", "remain", "seem") and any(
        ("verb", w) in known.modalities or w in known.words["state of an event"] for w in said + tied
    )


def _is_there(parse: Parse, noun: Word, head: Word) -> bool:
    """ "There was no [protest]", "there may be a [strike]"; "a [boycott] looks possible", "would ..."."""
    if find_children(parse, head, "expl"):
        return noun.dep == "attr"
    return noun.dep == "nsubj" and says_how_it_stands(parse, noun, head)


def _is_placed(parse: Parse, noun: Word, taken: set[int]) -> bool:
    """ "Amid [clashes]", "two days of [clashes]", "a rally and [clashes]": it dates or joins what happened."""
    if noun.tag == "NN":
        return noun.dep == "pobj" and parse.words[noun.head].lower in ("after", "amid", "during", "following", "since")
    words, head = load_knowledge().words, parse.words[noun.head]
    dates = noun.dep == "pobj" and head.lower in words["context preposition"]
    joined = noun.dep == "conj" and noun.head in taken
    part = head.lower == "of" and parse.words[head.head].lemma in words["part of an event"]
    return dates or joined or part


def is_held(word: Word) -> bool:
    """Tell whether a participle stands before its noun: "the [arrested] men", "[freed] hostages"."""
    return word.dep == "amod" and (word.tag == "VBN" or word.lower in load_knowledge().words["participle that tells"])


def read_participle(parse: Parse, word: Word) -> Found | None:
    """Return the act that "the arrested men" takes for granted; most participles before a noun tell of a state."""
    known, noun = load_knowledge(), parse.words[word.head]
    tells = word.lower in known.words["participle that tells"]
    rows = [s for lemma in _lemmas_of(word, _ENDINGS) for s in known.verbs.get(lemma, ())]
    plain = [s for s in rows if s.frame in ("object", "person") and not (s.objects and not s.excluded)]
    sense = next((s for s in plain if tells or s.subtype == "arrest"), None)
    if sense is None or not (may_act(noun) or stands_for_itself(noun, sense)):
        return None
    return _found(word, sense, "events.participle")


def _lemmas_of(word: Word, endings: tuple[tuple[str, str], ...]) -> list[str]:
    """Return what a participle or gerund can be a form of, for the tagger often calls it an adjective or a noun."""
    stems = [word.lower.removesuffix(end) + back for end, back in endings if word.lower.endswith(end)]
    return list(dict.fromkeys([word.lemma, *stems, *(s[:-1] for s in stems if s[-1:] == s[-2:-1])]))


def read_gerund(parse: Parse, word: Word) -> Found | None:
    """ "Accused of [smuggling] rifles", "denied [shelling] villages": an act that the parser takes for a modifier."""
    noun = parse.words[word.head]
    modifies = word.dep in ("compound", "amod") and noun.i > word.i and noun.left == word.i
    if not modifies or not _takes_gerund(parse, noun):
        return None
    rows = [s for lemma in _lemmas_of(word, _GERUND) for s in load_knowledge().verbs.get(lemma, ())]
    plain = [s for s in rows if s.frame == "object" or (s.frame == "person" and may_act(noun))]
    listed = [s for s in plain if s.objects and (noun.lemma in s.objects) != s.excluded]
    sense = next(iter(listed or [s for s in plain if not s.objects]), None)
    return _found(word, sense, "events.gerund") if sense is not None else None


def _takes_gerund(parse: Parse, noun: Word) -> bool:
    """Tell whether what governs a noun asks for an act: "accused of", "denied", "began"."""
    words, head = load_knowledge().words, parse.words[noun.head]
    if noun.dep == "pobj":
        above = parse.words[head.head]
        return head.lower in ("of", "for", "from", "with") and above.lemma in words["object of gerund"]
    return noun.dep == "dobj" and head.lemma in words["verb before a gerund"]


def read_dead(parse: Parse, word: Word) -> Found | None:
    """Return the killing that a headline tells by an adjective: "one [dead] in police firing"."""
    sense = next(iter(load_knowledge().adjectives.get(word.lower, ())), None)
    if sense is None or not find_authors(parse, word):
        return None
    return _found(word, sense, "events.participle")
