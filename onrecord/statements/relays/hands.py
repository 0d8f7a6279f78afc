"""Finds through whose hands a text came that somebody speaks in: "in a letter that her sister passed to the Mail"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.handlers import (
    PASSED,
    Chain,
    find_hands,
    is_in_name,
    is_question,
    keep_apart,
    name_from,
    name_title,
)
from onrecord.statements.relays.outlets import Outlets, is_outlet

_PROPER = ("NNP", "NNPS")
_LEADING = ("in", "through", "by", "via", "on", "with", "from", "during", "over")
_ENDS = (",", ";", ":", "\u2013", "\u2014", "--", '"', "``", "''", "\u201c", "\u201d", "\u00ab", "\u00bb", "(", ")")
_FRONTED = (",", "''", '"', "\u201d", "\u00bb")
_GOING_ON = ("which", "and", "then", "later", "who")
_LONGEST_LEAD = 5
_LONGEST_WAY = 8
_LONGEST_CLAUSE = 14
_NEAR = 3
_OPENING = 2
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Handing:
    """A phrase that names a text with those through whose hands it came, nearest the report first.

    `titled` are those named before the text or right behind it, not in a clause of its own.
    """

    text: int
    phrase: frozenset[int]
    chain: Chain
    titled: Chain = ()


def is_handed(word: Word) -> bool:
    """Tell whether a noun names a text or a recording that somebody's words can be in."""
    return word.tag in ("NN", "NNS") and (word.lemma in _load_texts() or word.lower in _load_texts())


@cache
def _load_texts() -> frozenset[str]:
    return load_words("told_noun") | load_words("handed_noun")


def find_handings(parse: Parse, outlets: Outlets) -> dict[int, list[Handing]]:
    """Return, by sentence, the texts that the report says somebody published, got, kept or passed on."""
    found: dict[int, list[Handing]] = {}
    telling = _load_texts() | {"through", "via"}
    written = {word.sentence for word in parse.words if word.lemma in load_words("writing_down")}
    for word in parse.words:
        if not (word.lemma in telling or word.lower in telling or (word.sentence in written and word.dep == "pobj")):
            continue
        if word.pos == "ADP" or word.lower == "via":
            person = _messenger(parse, outlets, word)
            if person:
                phrase = frozenset(range(word.i, max(person) + 1))
                found.setdefault(word.sentence, []).append(Handing(-1, phrase, (person,)))
        elif is_handed(word) or _is_written_on(parse, word):
            last = _end(parse, word)
            titled = tuple(name_title(parse, outlets, word))
            chain = find_hands(parse, outlets, word, last)
            if chain or titled:
                phrase = frozenset(range(_start(parse, word), last))
                found.setdefault(word.sentence, []).append(Handing(word.i, phrase, chain, titled))
    return found


def _is_written_on(parse: Parse, word: Word) -> bool:
    """ "Scribbled on a cigarette packet": anything can hold words."""
    above = parse.words[word.head]
    on = word.dep == "pobj" and word.tag in ("NN", "NNS") and above.lower in ("on", "in", "across", "inside")
    return on and parse.words[above.head].lemma in load_words("writing_down")


def _messenger(parse: Parse, outlets: Outlets, preposition: Word) -> frozenset[int]:
    """ "Through her lawyer", "via a cousin": a person, no outlet, who brings the words."""
    name = name_from(parse, preposition.i + 1, parse.sentences[preposition.sentence][1])
    if not name or is_outlet(parse, name, outlets):
        return NONE
    head = head_of(parse, name)
    return name if load_voices().get(head.lemma) == "person" and head.tag == "NN" else NONE


def pass_by_hands(parse: Parse, handings: dict[int, list[Handing]], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what somebody says in a text the chain of those who passed, kept or published it."""
    return [_pass(parse, handings, candidate) for candidate in candidates]


def _pass(parse: Parse, handings: dict[int, list[Handing]], candidate: Candidate) -> Candidate:
    if not candidate.cue:
        return candidate
    for handing in handings.get(parse.words[candidate.head].sentence, ()):
        candidate = _with_fronted(parse, candidate, handing)
        handing = _before_content(candidate, handing)
        candidate = _without_phrase(parse, candidate, handing)
        chain = tuple(link for link in handing.chain if not _is_speaker(parse, candidate, link))
        if chain and candidate.head not in handing.phrase and _holds(parse, candidate, handing):
            source = candidate.source - (handing.phrase - _named(candidate, handing)) or candidate.source
            content = candidate.content - handing.phrase or candidate.content
            return replace(candidate, relays=keep_apart((*chain, *candidate.relays)), source=source, content=content)
    return candidate


def leave_texts(parse: Parse, handings: dict[int, list[Handing]], candidate: Candidate) -> Candidate:
    """Take from a chain the text that a person in it passed on: "notes that a guest passed to Calna"."""
    if len(candidate.relays) <= 1:
        return candidate
    texts = {
        one.text
        for one in handings.get(parse.words[candidate.head].sentence, ())
        if any(load_voices().get(head_of(parse, link).lemma) == "person" for link in one.chain)
    }
    kept = tuple(link for link in candidate.relays if head_of(parse, link).i not in texts)
    return replace(candidate, relays=kept) if kept and len(kept) < len(candidate.relays) else candidate


def _without_phrase(parse: Parse, candidate: Candidate, handing: Handing) -> Candidate:
    """ "In a letter seen by Calna, Minister Orlova warned": the parse takes the minister for an apposition of Calna."""
    rest = candidate.source - handing.phrase
    if handing.text in candidate.source or not rest or min(candidate.source) not in handing.phrase:
        return candidate
    name = frozenset(i for i in rest if i > max(handing.phrase) and (i - 1 in rest or parse.words[i].pos != "PUNCT"))
    return replace(candidate, source=name) if name else candidate


def _with_fronted(parse: Parse, candidate: Candidate, handing: Handing) -> Candidate:
    """ "The dam holds, they said in a statement that their priest read": the clause tells of the text alone."""
    start = min(candidate.content, default=-1)
    told = min(candidate.cue | candidate.source)
    first, _ = parse.sentences[parse.words[candidate.head].sentence]
    fronted = [word for word in parse.words[first : max(told - 1, first)] if word.i not in handing.phrase]
    behind = start == handing.text + 1 and start > max(candidate.cue) and bool(handing.chain)
    if not behind or parse.words[told - 1].text not in _FRONTED or not any(w.pos in ("VERB", "AUX") for w in fronted):
        return candidate
    return replace(candidate, content=frozenset(word.i for word in fronted))


def _before_content(candidate: Candidate, handing: Handing) -> Handing:
    """ "Said in a Calna interview that the dam held": the clause behind the text is what is said in it."""
    start = min(candidate.content, default=-1)
    if start == handing.text + 1 and candidate.content & handing.phrase and start > max(candidate.cue):
        return replace(handing, phrase=frozenset(i for i in handing.phrase if i < start), chain=handing.titled)
    return handing


def _named(candidate: Candidate, handing: Handing) -> frozenset[int]:
    """The text itself where it is what speaks: "a letter seen by the Mail says"."""
    return frozenset(i for i in candidate.source if i <= handing.text) if handing.text in candidate.source else NONE


def _holds(parse: Parse, candidate: Candidate, handing: Handing) -> bool:
    """Tell whether the statement is said to stand in the text: "said in a letter", "a letter ... says"."""
    if handing.text in candidate.source:
        return head_of(parse, candidate.source).i == handing.text
    start = min(handing.phrase)
    if _is_whose(parse, candidate, handing):
        return True
    opening = parse.sentences[parse.words[start].sentence][0] == start - 1
    according = opening and parse.words[start].lower == "to" and parse.words[start - 1].lower == "according"
    if start == handing.text or (parse.words[start].lower not in _LEADING and not according):
        return False
    if start < min(candidate.cue | candidate.source) and not _is_inside(parse, candidate, handing):
        first, _ = parse.sentences[parse.words[start].sentence]
        return start - first <= _OPENING and candidate.head > max(handing.phrase)
    return _adjoins(parse, candidate, start) and not _is_inside(parse, candidate, handing)


def _is_whose(parse: Parse, candidate: Candidate, handing: Handing) -> bool:
    """ "A buyer, whose letter the Mail printed, threatens to leave"."""
    whose = handing.text - 1
    behind = 0 < whose - max(candidate.source, default=whose) <= _CLOSE
    return parse.words[whose].lower == "whose" and behind


def _is_inside(parse: Parse, candidate: Candidate, handing: Handing) -> bool:
    """The text is spoken of in what is said: neither at its end, nor between it and the cue."""
    if not handing.phrase & candidate.content or not candidate.cue:
        return False
    if handing.text < 0 and is_question(parse, candidate):
        return True
    before = [parse.words[i] for i in candidate.content if i < min(handing.phrase)]
    opens = all(word.pos == "PUNCT" for word in before)
    closes = max(candidate.content) - max(handing.phrase) <= _CLOSE and min(handing.phrase) > max(candidate.cue)
    return not (opens or closes)


def _adjoins(parse: Parse, candidate: Candidate, start: int) -> bool:
    """No other verb stands between the phrase and the speaker, the cue or the end of what is said."""
    words = candidate.source | candidate.cue
    for k in range(start - 1, max(start - _LONGEST_WAY, -1), -1):
        if k in words or (k in candidate.content and k > max(candidate.cue)):
            return True
        if parse.words[k].pos in ("VERB", "AUX") or parse.words[k].text == ";":
            return False
    return False


def _is_speaker(parse: Parse, candidate: Candidate, link: frozenset[int]) -> bool:
    words = {parse.words[i].lower for i in link if parse.words[i].tag in _PROPER}
    named = {parse.words[i].lower for i in candidate.source if parse.words[i].tag in _PROPER}
    return bool(words) and words <= named


def _start(parse: Parse, text: Word) -> int:
    """The preposition that leads to a text, or the text itself: "in a two-minute tape"."""
    first, _ = parse.sentences[text.sentence]
    for k in range(text.i - 1, max(first, text.i - _LONGEST_LEAD) - 1, -1):
        word = parse.words[k]
        if word.pos == "ADP":
            return k
        if not is_in_name(parse, k) and word.pos not in ("ADV", "PRON") and word.text != "-":
            break
    return text.i


def _end(parse: Parse, text: Word) -> int:
    """Where the words about a text end: at a comma, but not one before "which" or "and read by", or before its verb."""
    _, last = parse.sentences[text.sentence]
    k = text.i + 1
    open_clause = False
    while k < last:
        word = parse.words[k]
        after = parse.words[k + 1] if k + 1 < last else None
        opens = word.lower in ("that", "which") and k - text.i <= _NEAR
        open_clause = (open_clause or opens) and word.pos not in ("VERB", "AUX")
        over = open_clause and k - text.i <= _LONGEST_CLAUSE
        if word.text in _ENDS and not (word.text == "," and (over or (after and _may_go_on(parse, after)))):
            return k
        if k == last - 1 and word.pos == "PUNCT":
            return k
        k += 1
    return last


def _may_go_on(parse: Parse, word: Word) -> bool:
    """ ", which the Mail prints", ", extracts from which the Mail prints", ", recorded by a chaplain"."""
    near = (one.tag in ("WDT", "WP", "WP$") for one in parse.words[word.i : word.i + _NEAR + 1])
    if word.lower in ("with", "to", "for") and parse.words[word.i - 2].lemma in load_words("talk"):
        return True
    after = parse.words[word.i + 1 : word.i + 2]
    passed = word.tag == "VBN" or (word.tag == "VBD" and bool(after) and after[0].lower in PASSED)
    return word.lower in _GOING_ON or any(near) or (passed and word.lemma in load_words("hands_on"))
