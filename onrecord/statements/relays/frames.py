"""Finds who passes a statement on in the frame around its content: told to, said in, published by, forwarded by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.bearers import Bearer, is_told_noun
from onrecord.statements.relays.handlers import is_question
from onrecord.statements.slots.particulars import cue_of, find_act

_LONGEST_PATH = 8
_SHORT = 2
_BESIDE = ("in", "on", "to", "with", "for", "by", "via", "through", "over", "at", "during")
_STANCES = ("object", "attitude", "light verb", "adjective", "noun", "ownerless noun")
_TOLD = ("tell", "inform", "text")
_LEADING = ("let", "make", "want", "go", "hear", "see")
_AIR = ("on", "in")
_STAGES = {
    **dict.fromkeys(("be", "go", "come"), ("on",)),
    **dict.fromkeys(("appear", "speak", "talk", "sit"), _AIR),
    **dict.fromkeys(("show", "hear", "see", "film", "record", "tape", "catch", "capture"), (*_AIR, "by")),
}
_LOOSE = ("ADP", "DET", "ADJ", "PUNCT")


@dataclass(frozen=True, slots=True)
class _Path:
    """How a bearer hangs on a statement: by which phrase, and whether a verb of passing on stands between."""

    bearer: Bearer
    phrase: Word
    carried: bool


def frame(parse: Parse, bearers: dict[int, list[Bearer]], candidate: Candidate) -> Candidate:
    """Give a statement the outlets and messengers that its own sentence says it came through."""
    if candidate.relays or not candidate.cue:
        return candidate
    near = bearers.get(parse.words[candidate.head].sentence, ())
    stage = next((one for one in near if one.outlet and _appears_on(parse, candidate, one)), None)
    if stage is not None and candidate.source and not stage.name & candidate.source:
        return replace(candidate, relays=(stage.name,), content=candidate.content - stage.name)
    paths = [path for bearer in near for path in _climb(parse, candidate, bearer)]
    if not paths:
        return _found_by(parse, near, candidate)
    # What was told to one outlet and printed by another: the printing one is nearer the report.
    carried, direct = [p for p in paths if p.carried], [p for p in paths if not p.carried]
    chosen = [*carried[-1:], *direct[:1]]
    for path in chosen:
        candidate = _with(parse, candidate, path)
    return candidate


def _found_by(parse: Parse, near: Sequence[Bearer], candidate: Candidate) -> Candidate:
    """ "The envoy, tracked down in an orchard by Calna, said": by the place between the speaker and the verb."""
    start = max(candidate.source, default=-1) + 1
    aside = parse.words[start + 1 : min(candidate.cue)]
    opens = len(aside) > _SHORT and parse.words[start].text == "," and aside[0].tag in ("VBN", "VBD")
    if not opens or aside[0].lemma not in load_words("carries") or not any(word.text == "," for word in aside):
        return candidate
    last = next(word.i for word in aside if word.text == ",")
    for bearer in near:
        by = parse.words[min(bearer.name) - 1].lower == "by" and start < min(bearer.name) and max(bearer.name) < last
        if by and bearer.outlet:
            return replace(candidate, relays=(bearer.name,), content=candidate.content - frozenset(range(start, last)))
    return candidate


def _appears_on(parse: Parse, candidate: Candidate, bearer: Bearer) -> bool:
    """ "She is on Calna and calls it a shame", "he was shown on Calna telling them", "went on Calna to say"."""
    preposition = parse.words[bearer.head.head]
    verb = parse.words[preposition.head]
    ways = _STAGES.get(verb.lemma, ()) if bearer.head.dep == "pobj" and preposition.dep == "prep" else ()
    if preposition.lower not in ways or verb.i in candidate.content or verb.i > candidate.head:
        return False
    word = parse.words[candidate.head]
    for _ in range(_SHORT + 1):
        if word.head == verb.i:
            return word.dep in ("conj", "advcl", "xcomp", "ccomp")
        word = parse.words[word.head]
    return False


def _with(parse: Parse, candidate: Candidate, path: _Path) -> Candidate:
    name, phrase = path.bearer.name, reach(path.phrase)
    if name & candidate.cue:
        return candidate
    source = candidate.source
    if name & source:
        source = _before_participle(parse, frozenset(i for i in source if i < min(name)))
    if not source and candidate.source:
        return candidate
    source = source or _letting(parse, candidate)
    content = candidate.content - name - (phrase if len(phrase & candidate.content) < len(candidate.content) else NONE)
    return replace(candidate, relays=(*candidate.relays, name), source=source, content=content)


def _letting(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Who lets it be known."""
    above = parse.words[parse.words[candidate.head].head]
    subjects = children(parse, above.i, "nsubj") if above.lemma == "let" else []
    return source_words(parse, subjects[0], None) if subjects else NONE


def _before_participle(parse: Parse, source: frozenset[int]) -> frozenset[int]:
    """Cut "cited by the daily", "that the daily" from the end of a source."""
    last = max(source, default=-1)
    while last > min(source, default=0) and _is_loose(parse, last):
        last -= 1
    return frozenset(i for i in source if i <= last)


def _is_loose(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    return word.lemma in load_words("carries") or word.pos in _LOOSE or word.lower in load_words("relative")


def _climb(parse: Parse, candidate: Candidate, bearer: Bearer) -> Iterator[_Path]:
    """Lead from a name up to the cue or the source of a statement, over nothing but what passes words on."""
    closing = _closing_phrase(parse, candidate, bearer.head)
    content = candidate.content - (NONE if closing is None else reach(closing))
    speaker = head_of(parse, candidate.source).i if candidate.source else -1
    word, carried, told, brought = bearer.head, False, False, False
    person = load_voices().get(bearer.head.lemma) == "person"
    for _ in range(_LONGEST_PATH):
        above = parse.words[word.head]
        aside = above.tag in ("VBG", "VBN") and above.dep in ("acl", "advcl")
        brought = brought or (person and aside and word.lower in ("through", "via"))
        told = told or is_told_noun(word) or (above.lemma in load_words("speaks") and above.pos == "VERB")
        within = (carried and above.i in candidate.source) or word is closing
        within = within or (told and word.lower in ("in", "during") and above.i not in content)
        within = within or (carried and word.dep == "conj" and above.pos == "VERB")
        within = within or (brought and (word.dep == "prep" or above.i == speaker))
        if word.i in content or above is word or not (within or _may_step(parse, word, above, candidate, bearer)):
            return
        carried = carried or (_carries(above, bearer) and not _is_cue(parse, above, candidate))
        if above.i == speaker:
            if carried or brought or (told and bearer.outlet) or word.lower in ("through", "via"):
                yield _Path(bearer, word, carried)
            return
        if _is_cue(parse, above, candidate) or word is closing:
            if _may_hang(parse, word, candidate, bearer, carried):
                yield _Path(bearer, word, carried)
            return
        word = above


def _closing_phrase(parse: Parse, candidate: Candidate, word: Word) -> Word | None:
    """ "... in an interview with Calna" at the end of what is told without quotation marks, after its cue."""
    if word.i not in candidate.content or candidate.parent is not None:
        return None
    for _ in range(_LONGEST_PATH):
        above = parse.words[word.head]
        if above is word:
            return None
        if (
            above.lower in ("through", "via")
            and load_voices().get(word.lemma) == "person"
            and not is_question(parse, candidate)
        ):
            return above if word.right == max(candidate.content) else None
        if above.lower in ("in", "during") and is_told_noun(word):
            closes = max(candidate.content) - word.right <= _SHORT or above.head == candidate.head
            closes = closes or _opens(parse, candidate, above)
            return above if closes and max(candidate.cue, default=0) < word.i else None
        word = above
    return None


def _opens(parse: Parse, candidate: Candidate, preposition: Word) -> bool:
    """ "Said, in remarks to Calna, that": before the clause that the parse hangs it on has begun."""
    starts = preposition.left - min(candidate.content) <= _SHORT
    rest = parse.words[preposition.right + 1 : preposition.right + 1 + _SHORT]
    return starts and any(word.lower in ("that", "to", "whether") for word in rest)


def _is_cue(parse: Parse, above: Word, candidate: Candidate) -> bool:
    """The cue, or the verb over it that lets something be known or goes on to say it."""
    inner = parse.words[candidate.head]
    leads = inner.dep in ("xcomp", "ccomp") and inner.head == above.i and above.lemma in _LEADING
    heard = inner.dep == "advcl" and inner.head == above.i and above.lemma in ("hear", "see")
    return above.i in candidate.cue or above.i == candidate.head or leads or heard


def is_picked_up(parse: Parse, relay: Word, bearer: Bearer) -> bool:
    """Tell whether one relay is only known from another: "the Dorn Mail, picked up by Calna"."""
    word = bearer.head
    for _ in range(3):
        above = parse.words[word.head]
        if above.i == relay.i:
            return word.dep in ("acl", "relcl") and word.lemma in load_words("carries")
        word = above
    return False


def _carries(verb: Word, bearer: Bearer) -> bool:
    if verb.pos != "VERB":
        return False
    own = bearer.head.tag == "NN" and load_voices().get(bearer.head.lemma) == "person" and bearer.possessed
    person = own and verb.lemma in load_words("issues")
    return person or verb.lemma in load_words("bears") or (bearer.outlet and verb.lemma in load_words("carries"))


def _may_step(parse: Parse, word: Word, above: Word, candidate: Candidate, bearer: Bearer) -> bool:
    at_cue = _is_cue(parse, above, candidate)
    if word.dep == "pobj":
        part = above.lower == "of" and parse.words[above.head].lower in load_words("outlet_part")
        return part or above.lower in _BESIDE
    if word.dep in ("prep", "agent"):
        passes = _carries(above, bearer) and (bearer.outlet or word.lower == "by")
        passes = passes or above.lemma in load_words("speaks")
        noun = is_told_noun(above) or load_voices().get(above.lemma) == "document"
        return at_cue or passes or noun or above.i in candidate.source or above.lower in load_words("outlet_part")
    if word.dep in ("nsubj", "nsubjpass"):
        return _carries(above, bearer) and above.dep in ("relcl", "acl") and word.pos != "PRON"
    if word.dep in ("dobj", "dative"):
        return (at_cue and above.lemma in _TOLD) or (above.lemma == "reach" and above.dep == "relcl")
    if word.dep in ("acl", "relcl"):
        return above.pos in ("NOUN", "PROPN", "PRON")
    return word.dep in ("appos", "nmod") or (word.dep in ("advcl", "ccomp") and at_cue)


def _may_hang(parse: Parse, word: Word, candidate: Candidate, bearer: Bearer, carried: bool) -> bool:
    """Tell whether a phrase beside the cue means that the words came that way."""
    above = parse.words[word.head]
    if above.i in candidate.cue and above.i != candidate.head and above.lower != "to":
        return False
    if word.lower in ("through", "via") and word.pos == "ADP":
        somebody = load_voices().get(bearer.head.lemma) in ("person", "body") or bearer.head.pos == "PROPN"
        return (bool(candidate.source) or bool(_letting(parse, candidate))) and somebody
    if carried:
        return True
    if not bearer.outlet:
        return False
    if word.dep in ("dobj", "dative"):
        return find_act(parse, candidate) != "request"
    named = any(parse.words[i].tag in ("NNP", "NNPS") or parse.words[i].lower == "same" for i in bearer.name)
    if parse.words[bearer.head.head].i != word.i:
        return named or candidate.rule not in _STANCES
    cue = cue_of(parse, candidate)
    speech = "speech" in cue.classes or "quotation" in cue.takes or candidate.take in ("clause", "quotation")
    asks = find_act(parse, candidate) in ("request", "accuse", "ask") or candidate.take == "object_infinitive"
    beside = named and speech and bool(candidate.source) and candidate.rule not in _STANCES
    return beside and (word.lower == "in" or (word.lower in ("to", "on") and not asks))
