"""Names those who take part in an event, one by one, with their sector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.events.acts import find_last_force
from onrecord.events.frames import find_children, find_prepositional, may_act
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word
from onrecord.records import Named, Participant, Span

_OF = frozenset({"of"})
_DROPPED = ("DT", "PDT", "CC", "``", "''", ",", ":", "-LRB-", "-RRB-", "HYPH", "WDT", "WP$")
_NOBODY = frozenset(["there", "this", "that", "which", "who", "what", "it"])
_LONGEST = 25

Role = Literal["actor", "recipient", "beneficiary", "other"]


def name_participants(parse: Parse, heads: list[Word], role: Role) -> Iterator[Participant]:
    """Yield a participant for each noun and for the nouns that are joined to it."""
    for head in heads:
        for noun in _joined(parse, head):
            if _is_someone(parse, noun):
                span = find_extent(parse, noun)
                yield Participant(
                    role=role, span=span, name=name_without_article(parse, noun, span), sector=find_sector(parse, noun)
                )


def _is_someone(parse: Parse, noun: Word) -> bool:
    words = load_knowledge().words
    if is_nobody(parse, noun) or noun.lower in _NOBODY or noun.pos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        return noun.lower == "it"
    if noun.lower in words["time"] or noun.lower in words["month"] or noun.lemma in words["time"]:
        return False
    return not (noun.pos == "NUM" and len(noun.text) == 4 and noun.text[:2] in ("18", "19", "20"))


def is_nobody(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun phrase denies that there is anyone: "nobody", "no one", "no soldiers"."""
    if noun.lower in load_knowledge().words["nobody"]:
        return True
    for number in find_children(parse, noun, "nummod", "amod"):
        if any(w.lower == "not" for w in find_children(parse, number, "neg")):
            return True  # "not one civilian", "not a single shot"
    return any(w.lower in ("no", "neither") for w in find_children(parse, noun, "det", "neg", "preconj"))


def _joined(parse: Parse, head: Word) -> list[Word]:
    found, queue = list[Word](), [head]
    while queue and len(found) < 12:
        word = queue.pop(0)
        found.append(word)
        queue.extend(w for w in find_children(parse, word, "conj") if not _only_tells(parse, w))
        if word.pos == "NUM":
            queue.extend(c for w in find_prepositional(parse, word, _OF) for c in find_children(parse, w, "conj"))
    return found


def _only_tells(parse: Parse, noun: Word) -> bool:
    """ "Herdsmen, [soldiers at the post recounted], ambushed a lorry": put between commas, with a verb of telling."""
    words = load_knowledge().words
    telling = words["reporting verb"] | words["verb that tells"] | words["verb of speech"]
    last, behind = parse.words[noun.right], parse.words[noun.right + 1 : noun.right + 2]
    told = last.pos == "VERB" and last.lemma in telling and bool(behind) and behind[0].lower == ","
    return told and noun.left > 0 and parse.words[noun.left - 1].lower == ","


def find_extent(parse: Parse, noun: Word) -> Span:
    """Return the words of a noun phrase, article first, with what "of" ties to it; a clause after it stays out."""
    start = noun.left
    while start < noun.i and (parse.words[start].tag in _DROPPED[2:] or parse.words[start].pos == "ADV"):
        start += 1
    acts, end = may_act(noun), noun.i
    charged = noun.dep == "dobj" and parse.words[noun.head].lemma in load_knowledge().words["object of gerund"]
    for child in (parse.words[c] for c in parse.children[noun.i] if c > noun.i):
        proper = any(w.pos == "PROPN" for w in find_children(parse, child, "pobj"))
        named = child.lower == "in" and proper
        if (
            child.dep != "prep"
            or (charged and not proper)
            or (acts and child.lower != "of" and not named)
            or child.lower in ("by", "after", "before")
        ):
            break
        edge = _edge(parse, child)
        if edge - noun.i > _LONGEST:
            break
        end = edge
    return Span(start=parse.words[start].start, end=parse.words[end].end)


def _edge(parse: Parse, preposition: Word) -> int:
    """Return the last word of a prepositional phrase, its clauses left out."""
    edge = preposition.i
    for noun in find_children(parse, preposition, "pobj"):
        edge = noun.i
        for child in (parse.words[c] for c in parse.children[noun.i] if c > noun.i):
            if child.dep == "prep" and child.lower in ("of", "in", "against", "with", "on", "for"):
                edge = max(edge, _edge(parse, child))
            elif child.dep == "conj" and noun.pos == "PROPN":
                edge = max(edge, child.i)
            elif child.dep not in ("cc", "punct"):
                break
    return edge


def name_without_article(parse: Parse, noun: Word, span: Span) -> str:
    """Return the words of a participant without the article."""
    first = next(
        (w for w in parse.words[noun.left : noun.i + 1] if w.start >= span.start and w.tag not in _DROPPED), noun
    )
    return " ".join(parse.folded[first.start : span.end].split())


def find_sector(parse: Parse, noun: Word) -> str | None:
    """Guess the sector of a participant from its own words, the noun first."""
    sectors = load_knowledge().sectors
    counted = find_prepositional(parse, noun, _OF) if noun.pos == "NUM" else []
    before = list(reversed(parse.words[noun.left : noun.i]))
    if noun.lemma in load_knowledge().words["group"]:
        counted = [*find_prepositional(parse, noun, _OF), *_made_of(parse, noun)]
        before = [*(w for one in counted for w in find_children(parse, one, "compound")), *before]
    if noun.lemma == "officer" and not find_children(parse, noun, "compound", "poss"):
        return _sector_of_officer(parse, noun)
    told = {w.lower for w in before}
    guards = sectors.get(noun.lemma) == "military" or noun.lemma in load_knowledge().words["said of security"]
    if ("security" in told and guards and "private" not in told) or "plainclothes" in told:
        return "police"
    firm = next(
        (sectors[w.lower] for w in [noun, *counted, *before] if sectors.get(w.lower) in ("police", "armed group")), None
    )
    if firm is not None and sectors.get(noun.lemma.lower()) in (
        None,
        "military",
        "civilian",
        "government",
        "civil society",
    ):
        return firm
    for word in [noun, *counted, *before, *find_children(parse, noun, "appos")]:
        found = sectors.get(word.lemma.lower()) or sectors.get(word.lower)
        if found:
            return found
    return None


def _sector_of_officer(parse: Parse, noun: Word) -> str | None:
    """An officer of nothing in particular is one of the force that was named last, else a police officer."""
    sectors, known = load_knowledge().sectors, load_knowledge().words["said of any officer"]
    told = [w for w in find_children(parse, noun, "amod") if w.lower not in known]
    if told or find_prepositional(parse, noun, _OF):
        named = [*told, *find_prepositional(parse, noun, _OF)]
        return next((s for w in named if (s := sectors.get(w.lower) or sectors.get(w.lemma))), None)
    return "military" if find_last_force(parse, noun) == "military" else "police"


def _made_of(parse: Parse, noun: Word) -> list[Word]:
    """ "A team comprising personnel of the [police]": what a body of people is made of."""
    inside = [w for c in find_children(parse, noun, "acl", "relcl") for w in find_children(parse, c, "dobj")]
    return inside + [w for one in inside for w in find_prepositional(parse, one, _OF)]


def find_place(parse: Parse, word: Word) -> Named | None:
    """Return the named place that "in", "near" or "at" ties to a trigger."""
    words = load_knowledge().words
    for place in find_prepositional(parse, word, words["locative"]):
        inside = parse.words[place.left : place.i + 1]
        named = [w for w in inside if w.tag in ("NNP", "NNPS")]
        dated = any(w.lower.endswith("day") or w.lower in words["month"] for w in named)
        if named and not dated and (place.pos == "PROPN" or place.lemma in words["kind of place"]):
            start = next(w for w in inside if w.tag != "DT" and (w.text[:1].isupper() or w.i == place.i))
            name = " ".join(parse.folded[start.start : place.end].split())
            return Named(name=name, span=Span(start=start.start, end=place.end))
    return None
