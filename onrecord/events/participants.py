"""Names those who take part in an event, one by one, with their sector."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.frames import find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word
from onrecord.records import Named, Participant, Span

_OF = frozenset({"of"})
_DROPPED = ("DT", "PDT", "CC", "``", "''", ",", ":", "-LRB-", "-RRB-", "HYPH", "WDT", "WP$")
_NOBODY = frozenset(["there", "this", "that", "which", "who", "what", "it"])


def name_participants(parse: Parse, heads: list[Word], role: str) -> Iterator[Participant]:
    """Yield a participant for each noun and for the nouns that are joined to it."""
    for head in heads:
        for noun in _joined(parse, head):
            if (
                not is_nobody(parse, noun)
                and noun.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
                and noun.lower not in _NOBODY
            ):
                span = find_extent(parse, noun)
                name = " ".join(parse.folded[span.start : span.end].split())
                sector = find_sector(parse, noun)
                yield Participant(role="actor" if role == "actor" else "recipient", span=span, name=name, sector=sector)


def is_nobody(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun phrase denies that there is anyone: "nobody", "no one", "no soldiers"."""
    if noun.lower in load_knowledge().words["nobody"]:
        return True
    return any(w.lower == "no" for w in find_children(parse, noun, "det", "neg"))


def _joined(parse: Parse, head: Word) -> list[Word]:
    found, queue = list[Word](), [head]
    while queue and len(found) < 12:
        word = queue.pop(0)
        found.append(word)
        queue.extend(find_children(parse, word, "conj"))
        if word.pos == "NUM":
            queue.extend(c for w in find_prepositional(parse, word, _OF) for c in find_children(parse, w, "conj"))
    return found


def find_extent(parse: Parse, noun: Word) -> Span:
    """Return the words of a noun phrase up to its noun, with "of" and a name after it, without the article."""
    start = noun.left
    while start < noun.i and (parse.words[start].tag in _DROPPED or parse.words[start].pos == "ADV"):
        start += 1
    end = noun.end
    counts = noun.pos == "NUM" or noun.lower in load_knowledge().words["counting noun"]
    for name in find_prepositional(parse, noun, _OF):
        if (name.pos == "PROPN" or counts) and name.i - noun.i <= 5:
            names = [name] if counts else _joined(parse, name)
            end = max(w.end for w in names if w.i - name.i <= 4)
    return Span(start=parse.words[start].start, end=end)


def find_sector(parse: Parse, noun: Word) -> str | None:
    """Guess the sector of a participant from its own words, the noun first."""
    sectors = load_knowledge().sectors
    counted = find_prepositional(parse, noun, _OF) if noun.pos == "NUM" else []
    around = [noun, *counted, *reversed(parse.words[noun.left : noun.i]), *find_children(parse, noun, "appos")]
    for word in around:
        found = sectors.get(word.lemma.lower()) or sectors.get(word.lower)
        if found:
            return found
    return None


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
