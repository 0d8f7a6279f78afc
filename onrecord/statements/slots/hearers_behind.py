"""Finds a hearer by place where the parse lost him: the words right behind a verb of telling, before what is told."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import verb_cue
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_voices, load_words

_HEADS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_INSIDE = (*_HEADS, "DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "VBG", "VBN")
_OPENS = ("that", "to", "whether", "if", "not", "how", "why")
_LONGEST = 10


def find_hearer_behind(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Return the phrase between a verb and what is said, "told the crew | that", or behind what was said."""
    verb = parse.words[candidate.head]
    if not _is_active(parse, verb, candidate):
        return NONE
    start = max(i for i in candidate.cue if i - verb.i <= 1) + 1 if candidate.cue else verb.i + 1
    _, last = parse.sentences[verb.sentence]
    while start < last and parse.words[start].pos == "ADV":
        start += 1
    to = start < last and parse.words[start].lower == "to" and parse.words[start].tag in ("IN", "TO")
    start += to
    phrase = _phrase(parse, start, min(last, start + _LONGEST))
    if not phrase or phrase & (candidate.content | candidate.source):
        return NONE
    head = _head(parse, phrase)
    told = max(phrase) + 1
    opens = told in candidate.content and parse.words[told].lower in _OPENS and told == min(candidate.content)
    tells = verb.lemma in load_words("telling") or (to and _is_behind(candidate))
    somebody = can_speak(parse, head) and load_voices().get(head.lemma) not in ("document", "no person")
    return phrase if (opens or tells) and somebody and _is_known(head) else NONE


def _is_active(parse: Parse, verb: Word, candidate: Candidate) -> bool:
    if verb.pos != "VERB" or candidate.take not in ("clause", "quotation", "infinitive", "object_infinitive", "object"):
        return False
    passive = any(parse.words[i].dep == "auxpass" for i in parse.children[verb.i])
    return not passive and "thought" not in verb_cue(verb).classes


def _is_behind(candidate: Candidate) -> bool:
    """The words stand in front of the verb: "..., she called out to"."""
    return candidate.take == "quotation" and min(candidate.content) < candidate.head


def _is_known(head: Word) -> bool:
    groups = ("no_hearer", "not_hearer", "time")
    return not any(head.lower in load_words(group) for group in groups)


def _phrase(parse: Parse, start: int, end: int) -> frozenset[int]:
    """The noun phrase that begins here, with what "of" adds; a pronoun alone is one."""
    k = start
    while k < end and parse.words[k].tag in _INSIDE:
        k += 1
        if parse.words[k - 1].tag == "PRP":
            break
    if k < end and k > start and parse.words[k].lower == "of":
        behind = _phrase(parse, k + 1, end)
        k = max(behind) + 1 if behind else k
    while k > start and parse.words[k - 1].tag not in _HEADS:
        k -= 1
    return frozenset(range(start, k))


def _head(parse: Parse, phrase: frozenset[int]) -> Word:
    """The last noun before "of"."""
    of = next((i for i in sorted(phrase) if parse.words[i].lower == "of"), max(phrase) + 1)
    return parse.words[of - 1]
