"""Finds who passes a statement on in the frame around its content: told to, said in, published by, forwarded by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import head_of, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.naming import name_outlet
from onrecord.statements.relays.outlets import Outlets, is_address, is_outlet, is_own, may_be_outlet
from onrecord.statements.slots.particulars import cue_of, find_act

_LONGEST_PATH = 8
_LONGEST_NAME = 8
_SHORT = 2
_NAMED = ("NN", "NNS", "NNP", "NNPS", "JJ", "NFP")
_PLACES = ("pobj", "dobj", "dative", "nsubj", "appos")
_BESIDE = ("in", "on", "to", "with", "for", "by", "via", "through", "over", "at", "during")
_STANCES = ("object", "attitude", "light verb", "adjective", "noun", "ownerless noun")
_TOLD = ("tell", "inform", "text")
_LEADING = ("let", "make", "want", "go", "hear", "see")
_LOOSE = ("ADP", "DET", "ADJ", "PUNCT")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who may pass words on: the head of the name, its words, and whether it is an outlet's.

    `possessed`: "her lawyer", somebody of the speaker's.
    """

    head: Word
    name: frozenset[int]
    outlet: bool
    possessed: bool = False


@dataclass(frozen=True, slots=True)
class _Path:
    """How a bearer hangs on a statement: by which phrase, and whether a verb of passing on stands between."""

    bearer: Bearer
    phrase: Word
    carried: bool


def find_bearers(parse: Parse, outlets: Outlets) -> dict[int, list[Bearer]]:
    """Return, by sentence, the phrases that name an outlet or a person who can pass a message on."""
    found: dict[int, list[Bearer]] = {}
    passing = _passing_sentences(parse)
    for word in parse.words:
        if word.dep not in _PLACES or word.tag not in _NAMED or word.lower in load_words("time"):
            continue
        titled = word.text[0].isupper() or is_address(word.text) or word.lower in load_words("outlet_noun")
        employers = _employers(parse, outlets, word)
        if employers:
            found.setdefault(word.sentence, []).extend(employers)
            continue
        if titled or word.sentence in passing:
            bearer = _make_bearer(parse, outlets, word, titled)
            if bearer is not None:
                found.setdefault(word.sentence, []).append(bearer)
    return found


def _employers(parse: Parse, outlets: Outlets, word: Word) -> list[Bearer]:
    """ "A reporter from the Lantern", "the Lantern's Ada Quell": the paper, which is nearer than its man."""
    known = word.lemma in load_words("newsman") or (word.tag == "NNP" and word.lower in outlets.people)
    if not known or any(word.i in name for name in outlets.names):
        return []
    inside = range(word.left, word.right + 1)
    within = (name for name in outlets.names if min(name) in inside and max(name) in inside)
    return [Bearer(word, name, outlet=True) for name in within if not is_own(parse, name, outlets)][:1]


def _passing_sentences(parse: Parse) -> frozenset[int]:
    """The sentences in which a person may pass something on: somebody reads it out, or it comes through somebody."""
    passing = load_words("bears") | load_words("issues") | {"through", "via"}
    return frozenset(word.sentence for word in parse.words if word.lower in passing or word.lemma in passing)


def _make_bearer(parse: Parse, outlets: Outlets, word: Word, titled: bool) -> Bearer | None:
    name = _unapposed(parse, word)
    if (word.dep == "pobj" and _is_told_noun(word)) or len(name) > _LONGEST_NAME:
        return None
    if parse.words[min(name)].tag == "TO":  # "his mother, to laughter, read"
        return None
    meant = name_outlet(parse, outlets, name)
    owned = _is_possessed(parse, word)
    outlet = titled and not owned and (is_outlet(parse, meant, outlets) or _is_interviewer(parse, word, name, outlets))
    body = load_voices().get(word.lemma) == "body"
    if outlet or body or word.tag in ("NNP", "NNPS") or is_person_noun(word):
        return Bearer(word, name, outlet, owned)
    return None


def _is_possessed(parse: Parse, word: Word) -> bool:
    """ "Her lawyer": somebody who is known as the speaker's."""
    return any(owner.tag == "PRP$" for owner in children(parse, word.i, "poss"))


def _unapposed(parse: Parse, word: Word) -> frozenset[int]:
    """The name without what is set off behind it by a comma."""
    name = source_words(parse, word, None)
    comma = next((i for i in sorted(name) if i > word.i and parse.words[i].text == ","), max(name) + 1)
    return frozenset(i for i in name if i < comma)


def _is_interviewer(parse: Parse, word: Word, name: frozenset[int], outlets: Outlets) -> bool:
    """A name that nobody knows is an outlet's after "in an interview with"."""
    preposition = parse.words[word.head]
    interview = parse.words[preposition.head]
    beside = word.dep == "pobj" and preposition.lower in ("with", "to", "for")
    return beside and interview.lower == "interview" and may_be_outlet(parse, name, outlets)


def frame(parse: Parse, bearers: dict[int, list[Bearer]], candidate: Candidate) -> Candidate:
    """Give a statement the outlets and messengers that its own sentence says it came through."""
    if candidate.relays or not candidate.cue:
        return candidate
    near = bearers.get(parse.words[candidate.head].sentence, ())
    paths = [path for bearer in near for path in _climb(parse, candidate, bearer)]
    # What was told to one outlet and printed by another: the printing one is nearer the report.
    carried, direct = [p for p in paths if p.carried], [p for p in paths if not p.carried]
    chosen = [*carried[-1:], *direct[:1]]
    for path in chosen:
        candidate = _with(parse, candidate, path)
    return candidate


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
    word, carried, told = bearer.head, False, False
    for _ in range(_LONGEST_PATH):
        above = parse.words[word.head]
        told = told or _is_told_noun(word) or (above.lemma in load_words("speaks") and above.pos == "VERB")
        within = (carried and above.i in candidate.source) or word is closing
        within = within or (told and word.lower in ("in", "during") and above.i not in content)
        within = within or (carried and word.dep == "conj" and above.pos == "VERB")
        if word.i in content or above is word or not (within or _may_step(parse, word, above, candidate, bearer)):
            return
        carried = carried or (_carries(above, bearer) and not _is_cue(parse, above, candidate))
        if above.i == speaker:
            if carried or (told and bearer.outlet) or word.lower in ("through", "via"):
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
        if above.lower in ("through", "via") and load_voices().get(word.lemma) == "person":
            return above if word.right == max(candidate.content) else None
        if above.lower in ("in", "during") and _is_told_noun(word):
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


def _is_told_noun(word: Word) -> bool:
    return word.tag in ("NN", "NNS") and word.lemma in load_words("told_noun")


def _may_step(parse: Parse, word: Word, above: Word, candidate: Candidate, bearer: Bearer) -> bool:
    at_cue = _is_cue(parse, above, candidate)
    if word.dep == "pobj":
        part = above.lower == "of" and parse.words[above.head].lower in load_words("outlet_part")
        return part or above.lower in _BESIDE
    if word.dep in ("prep", "agent"):
        passes = _carries(above, bearer) and (bearer.outlet or word.lower == "by")
        passes = passes or above.lemma in load_words("speaks")
        noun = _is_told_noun(above) or load_voices().get(above.lemma) == "document"
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
        if bearer.head.lemma in ("interpreter", "translator"):
            return False
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
