"""The one place that decides between candidates: which stand, which are nested in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.records import Span
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quoted, find_quotations
from onrecord.statements.grammar.trees import says_so_itself, source_words, verb_cue
from onrecord.statements.grammar.voices import can_speak, head_of
from onrecord.statements.lexicon import load_words

_SOURCELESS = frozenset(("passive", "asked", "according to", "ownerless noun", "noun", "noun is", "format"))
_STANCES = frozenset(("object", "phrasal", "infinitive", "adjective", "attitude", "light verb", "quotation"))
_VERBAL = frozenset(("clause", "open clause", "object", "phrasal", "infinitive", "light verb"))
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_LAYOUT = frozenset(("colon", "headline", "caption"))
_PHRASES = (("that", "said"), ("all", "told"))
_SCARE = 4
_MOST = 0.6
_OPENING = 2


def leave_quotation(quoted: Quoted, candidate: Candidate) -> Candidate:
    """Take away a source that stands inside a quotation although its verb stands outside: the parse ran through it."""
    if not candidate.source or not candidate.cue or quoted.inside[candidate.head] >= 0:
        return candidate
    inside = {quoted.inside[i] for i in candidate.source}
    if -1 in inside or quoted.length(min(candidate.source)) <= _SCARE:
        return candidate
    held = inside & {quoted.inside[i] for i in candidate.content}
    return replace(candidate, source=NONE, content=candidate.content | (candidate.source if held else NONE))


def lend_speaker(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give a participle without a speaker the one of its sentence: '"...," she said, adding that ...'."""
    found = sorted(candidates, key=lambda c: c.head)
    for k, candidate in enumerate(found):
        verb = parse.words[candidate.head]
        before = found[k - 1] if k else None
        if candidate.source or verb.tag != "VBG" or candidate.rule not in ("clause", "quotation"):
            continue
        if before is not None and parse.words[before.head].sentence == verb.sentence and before.source:
            found[k] = replace(candidate, source=before.source)
        elif candidate.content:
            found[k] = replace(candidate, source=_subject_before(parse, verb))
    return found


def _subject_before(parse: Parse, verb: Word) -> frozenset[int]:
    """'Orlova sat down, telling them, "Go!"': whoever acts in the clause before, where the words told hide it."""
    first = parse.sentences[verb.sentence][0]
    if parse.words[verb.i - 1].text != ",":
        return NONE
    for word in parse.words[first : verb.i]:
        if word.dep == "nsubj" and word.head < verb.i and can_speak(parse, word):
            return source_words(parse, word, parse.words[word.head])
    return NONE


def keep_voiced(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what a question word or, for a stance, a thing would say: "who will attack us?", "the bay wants"."""
    return [candidate for candidate in candidates if _is_voiced(parse, candidate)]


def drop_readers(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what the reader would say: "if you want to see it", told in the report's own voice."""
    readers = [c for c in candidates if _is_reader(parse, quoted, c)]
    if not readers:
        return list(candidates)
    told = NONE.union(*(c.content for c in candidates if c not in readers))
    return [c for c in candidates if c not in readers or c.head in told]


def _is_reader(parse: Parse, quoted: Quoted, candidate: Candidate) -> bool:
    """Outside of quotation marks "you" is whoever reads the report."""
    alone = len(candidate.source) == 1 and parse.words[min(candidate.source)].lower == "you"
    return alone and quoted.inside[min(candidate.source)] < 0


def keep_real(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what is only to be said: "plans to announce a truce" and "if they want war" tell of none.

    "Went on to say" does say.
    """
    return [candidate for candidate in candidates if not _is_only_meant(parse, candidate)]


def _is_only_meant(parse: Parse, candidate: Candidate) -> bool:
    verb = parse.words[candidate.head]
    if candidate.rule not in _VERBAL:
        return False
    start = min(candidate.content, default=verb.i)
    if candidate.rule == "clause" and parse.words[start].tag in _FINITE and verb.lemma not in ("ask", "wonder"):
        # A clause that begins with its verb has lost its subject to the parse, and nobody said it so.
        return start > verb.i
    below = [parse.words[c] for c in parse.children[verb.i]]
    if verb.dep == "advcl" and any(word.dep == "mark" and word.lower in ("if", "unless") for word in below):
        return True
    if verb.tag != "VB":
        return False
    if not any(parse.words[c].tag == "TO" and parse.words[c].dep == "aux" for c in parse.children[verb.i]):
        return False
    if _is_carried_out(parse, verb) or says_so_itself(parse, verb):
        return False
    outer = parse.words[verb.head]
    waits = outer.lemma == "have" and any(parse.words[c].lower == "yet" for c in parse.children[outer.i])
    return not waits and outer.lemma not in load_words("carries_out")


def _is_carried_out(parse: Parse, verb: Word) -> bool:
    """ "Called to congratulate her", "took the stage to thank them": the purpose of what was done was done with it."""
    deed = parse.words[verb.head]
    perfect = any(parse.words[c].lemma == "have" for c in parse.children[deed.i])
    done = deed.tag == "VBD" or (deed.tag == "VBN" and perfect)
    spoken = bool(verb_cue(verb).classes - {"thought", "wish"})
    return verb.dep == "advcl" and verb.i > deed.i and done and spoken


def _is_voiced(parse: Parse, candidate: Candidate) -> bool:
    if not candidate.source or candidate.rule in _LAYOUT:
        return True
    head = head_of(parse, candidate.source)
    if head.lower in load_words("question_word") and len(candidate.source) == 1:
        return False
    if _is_phrase(parse, candidate, head):
        return False
    return candidate.rule not in _STANCES or can_speak(parse, head)


def _is_phrase(parse: Parse, candidate: Candidate, head: Word) -> bool:
    """ "That said," and "All told," at the start of a sentence say nothing of anybody."""
    verb = parse.words[candidate.head]
    if (head.lower, verb.lower) not in _PHRASES or verb.i != head.i + 1 or verb.i + 1 == len(parse.words):
        return False
    return head.i == parse.sentences[head.sentence][0] and parse.words[verb.i + 1].text == ","


def keep_possible(quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out candidates without content, without a speaker where one is needed, and cues inside other cues."""
    inner = {i for c in candidates for i in c.cue if i != c.head}
    quoting = {
        i for c in candidates if c.rule in ("quoted as", "quoted by") and c.content for i in c.cue if i != c.head
    }
    return [
        c
        for c in candidates
        if c.head not in quoting
        and c.content
        and (c.source or c.rule in _SOURCELESS)
        and not (c.head in inner and c.rule in _WEAK)
    ]


_WEAK = frozenset(("noun", "ownerless noun", "adjective", "quotation", "passive"))


def drop_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop one reading of words that another reads whole.

    "Voiced | doubt that it holds" beside "voiced doubt | that it holds"; "he is reported | to have told her" is one
    act of telling.
    """
    found = list(candidates)
    by_head: dict[int, list[int]] = {}
    for j, outer in enumerate(candidates):
        by_head.setdefault(outer.head, []).append(j)
    dropped: set[int] = set()
    for k, inner in enumerate(candidates):
        near = inner.cue | {min(inner.cue, default=1) - 1}
        for j in {j for i in near for j in by_head.get(i, ()) if i != inner.head}:
            hearsay = _is_hearsay(candidates[j], inner)
            if hearsay or _is_whole(candidates[j], inner):
                dropped.add(j)
            if hearsay:
                found[k] = replace(inner, cue=inner.cue | candidates[j].cue)
    return [candidate for j, candidate in enumerate(found) if j not in dropped]


def _is_whole(outer: Candidate, inner: Candidate) -> bool:
    told = inner.content <= outer.content or outer.content <= inner.content | inner.cue
    reads = inner.rule in ("light verb", "adjective") and outer.head in inner.cue
    return reads and inner.source == outer.source and told


def _is_hearsay(outer: Candidate, inner: Candidate) -> bool:
    """ "The captain is reported | to have ordered": nobody is told of but the captain."""
    nobody = not outer.source and outer.rule == "passive" and bool(inner.source) and inner.source <= outer.content
    return nobody and min(inner.cue, default=0) == max(outer.cue) + 1 and inner.cue <= outer.content


def nest(quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Order the candidates by place and name, for each, the index of the one whose content holds its cue.

    A cue inside a quotation that nobody is given is left out: whose words it reports cannot be known.
    """
    ordered = sorted(candidates, key=lambda c: (c.head, len(c.content)))
    holders = _holders(ordered)
    kept = [k for k, c in enumerate(ordered) if holders[k] or quoted.length(c.head) <= _SCARE]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parents = [h for h in holders[k] if h in place]
        parent = min(parents, key=lambda h: len(ordered[h].content), default=None)
        held = None if parent is None else place[parent]
        result.append(ordered[k] if ordered[k].parent == held else replace(ordered[k], parent=held))
    return result


def _holders(ordered: Sequence[Candidate]) -> list[list[int]]:
    """For every candidate those whose content holds its head; of two that hold each other the wider one holds."""
    by_head: dict[int, list[int]] = {}
    for k, candidate in enumerate(ordered):
        by_head.setdefault(candidate.head, []).append(k)
    holders: list[list[int]] = [[] for _ in ordered]
    for outer, candidate in enumerate(ordered):
        held = (k for i in candidate.content for k in by_head.get(i, ()))
        for inner in held:
            if inner != outer and not _holds_back(ordered, inner, outer):
                holders[inner].append(outer)
    return holders


def _holds_back(ordered: Sequence[Candidate], inner: int, outer: int) -> bool:
    a, b = ordered[inner], ordered[outer]
    if b.head not in a.content:
        return False
    return (len(a.content), -inner) >= (len(b.content), -outer)


def drop_tellers(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Drop a statement that only tells what others say, once they have its speaker in their chain.

    "The bank wants talks, a clerk told Dorn Press": the clerk is a link, not one more speaker; who tells a paper under
    his own name is one.
    """
    told: dict[int, frozenset[int]] = {}
    for inner in candidates:
        outer = None if inner.parent is None else candidates[inner.parent]
        if outer is not None and inner.parent is not None and _passes_on(parse, outer, inner):
            whole = inner.content | inner.source | inner.cue
            told[inner.parent] = told.get(inner.parent, NONE) | whole
    dropped = {k for k, words in told.items() if _is_whole_of(words, candidates[k].content)}
    dropped |= _find_headings(parse, candidates)
    if not dropped:
        return list(candidates)
    kept = [k for k in range(len(candidates)) if k not in dropped]
    place = {k: n for n, k in enumerate(kept)}
    return [replace(candidates[k], parent=_climb(candidates, place, candidates[k].parent)) for k in kept]


def _find_headings(parse: Parse, candidates: Sequence[Candidate]) -> set[int]:
    """ "EXILE RADIO: ...", "Rudna: The mayor says ...": what heads an entry of a round-up is no speaker.

    In a transcript somebody says "I" or "you"; where nobody does and others speak under the labels, they are headings.
    """
    labelled = {k for k, one in enumerate(candidates) if one.rule == "colon"}
    if not labelled or any(_is_turn(parse, candidates[k]) for k in labelled):
        return set()
    speaking = {one.parent for one in candidates if one.source and one.parent in labelled}
    several = len(labelled) > 1
    return {
        k for k in labelled & {k for k in speaking if k is not None} if several or _is_capital(parse, candidates[k])
    }


def _is_capital(parse: Parse, candidate: Candidate) -> bool:
    return all(parse.words[i].text.isupper() for i in candidate.source if parse.words[i].text.isalpha())


def _is_turn(parse: Parse, candidate: Candidate) -> bool:
    """Somebody speaks for himself or to another, outside of inner quotation marks; or asks."""
    inside = find_quotations(parse).inside
    quoted = inside[min(candidate.content)]
    words = [parse.words[i] for i in candidate.content if inside[i] == quoted]
    return any(word.lower in load_words("first_person") or word.lower in ("you", "your", "?") for word in words)


def _is_whole_of(words: frozenset[int], content: frozenset[int]) -> bool:
    """Tell whether words begin what is said and make most of it."""
    begins = min(words & content, default=max(content)) - min(content) <= _OPENING
    return begins and len(words & content) >= _MOST * len(content)


def _passes_on(parse: Parse, outer: Candidate, inner: Candidate) -> bool:
    closing = min(outer.content, default=outer.head) < outer.head
    first = bool(inner.relays) and bool(inner.relays[0] & outer.source)
    nameless = bool(outer.source) and head_of(parse, outer.source).pos != "PROPN"
    return closing and (first or nameless) and any(relay & outer.source for relay in inner.relays)


def _climb(candidates: Sequence[Candidate], place: dict[int, int], parent: int | None) -> int | None:
    """The nearest holder that stands, in its new place."""
    while parent is not None and parent not in place:
        parent = candidates[parent].parent
    return None if parent is None else place[parent]


def drop_debris(parse: Parse, candidates: Sequence[Candidate], debris: Sequence[Span]) -> list[Candidate]:
    """Leave out what hangs on, or is said in, what is no text of the report: a caption, a list of other headlines."""
    if not debris:
        return list(candidates)
    return [c for c in candidates if not any(_lies_in(parse.words[i].start, debris) for i in _anchors(c))]


def _anchors(candidate: Candidate) -> tuple[int, ...]:
    return (candidate.head, min(candidate.content, default=candidate.head))


def _lies_in(at: int, debris: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in debris)
