"""Finds where what is said is an answer of "no": the word itself, "not so", "he had not", "no such letter"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.negations import LAYOUT, find_predicates, has_no, open_stretch
from onrecord.statements.grammar.trees import SUBJECTS, children
from onrecord.statements.lexicon import load_words
from onrecord.statements.slots.particulars import find_cut_off

_LONGEST_ANSWER = 5
_ELIDED = 3  # he, had, not


def find_answer(parse: Parse, candidate: Candidate, opening: Sequence[int]) -> list[str]:
    """Return the signs of an answer of "no" in what is said."""
    signs = _answer_no(parse, candidate)
    signs += ["answers no"] if _is_elided(parse, candidate) else []
    return signs + (["says none"] if _says_none(parse, candidate, opening) else [])


def _answer_no(parse: Parse, candidate: Candidate) -> list[str]:
    """ "No. I admire it." and "Not so!" answer more than "No, this is about money." """
    content = sorted(candidate.content | find_cut_off(parse, candidate))
    words = [parse.words[i] for i in content if parse.words[i].text[0].isalnum()][:_LONGEST_ANSWER]
    if [word.lower for word in words[:2]] == ["no", "such"]:
        return ["no such"]
    ends = next((k for k, word in enumerate(words) if _is_set_off(parse, word, content[-1])), None)
    if ends is None or " ".join(word.lower for word in words[: ends + 1]) not in load_answers():
        return []
    behind = parse.words[words[ends].i + 1 : words[ends].i + 2]
    goes_on = any(parse.words[i].text[0].isalnum() for i in content if i > words[ends].i)
    return ["answers no, but"] if goes_on and any(word.text == "," for word in behind) else ["answers no"]


def _is_elided(parse: Parse, candidate: Candidate) -> bool:
    """ "Asked whether he had met her, he said that he had not"."""
    words = [parse.words[i] for i in open_stretch(parse, candidate.content) if parse.words[i].text[0].isalnum()]
    words = words[1:] if words and words[0].lower == "that" else words
    if len(words) != _ELIDED or words[0].tag != "PRP":
        return False
    return words[1].lemma in ("have", "do", "be") and words[2].lower in load_words("not") | {"never"}


def is_at_odds(parse: Parse, opening: Sequence[int]) -> bool:
    """ "It bears no relation to the truth", "is wide of the mark", "is not what happened", "none of this is true"."""
    telling = load_words("truth") | load_words("truthful") | {"what", "how"}
    if not any(parse.words[i].lower in telling for i in opening):
        return False
    for verb in find_predicates(parse, opening)[:1]:
        below = parse.words[verb.i + 1 : verb.right + 1]
        no = any(word.lower in load_words("negation") for word in children(parse, verb.i, "neg", "advmod"))
        no = no or any(has_no(parse, word) for word in children(parse, verb.i, *SUBJECTS, "dobj"))
        off = no or verb.lemma == "lack" or any(word.lower in ("far", "wide") for word in below[:2])
        told = [word for word in below if word.dep in ("pobj", "dobj") and word.lemma in load_words("truth")]
        true = verb.lemma == "be" and any(has_no(parse, one) for one in children(parse, verb.i, *SUBJECTS))
        told += [word for word in children(parse, verb.i, "acomp") if true and word.lower in load_words("truthful")]
        what = verb.lemma == "be" and any(word.lower in ("what", "how") for word in below[:2])
        told += [word for word in below if what and word.lemma in load_words("turned_out") and word.pos == "VERB"]
        return off and bool(told) and _is_about_what_was_said(parse, verb)
    return False


def _is_about_what_was_said(parse: Parse, verb: Word) -> bool:
    """The subject is "that", "none of this", or a claim: "the figures"."""
    for subject in children(parse, verb.i, *SUBJECTS):
        words = parse.words[subject.left : subject.right + 1]
        if any(word.lower in load_words("pointing") or word.lemma in load_words("claim_noun") for word in words):
            return True
    return False


def _is_set_off(parse: Parse, word: Word, last: int) -> bool:
    return word.i >= last or parse.words[word.i + 1].pos == "PUNCT"


@cache
def load_answers() -> frozenset[str]:
    """Load the words that are an answer of "no" by themselves: "not at all"."""
    text = resources.files("onrecord.statements.denials").joinpath("answers.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines()[1:])


def _says_none(parse: Parse, candidate: Candidate, opening: Sequence[int]) -> bool:
    """ "FM: NO DISCUSSION OF A SECOND BASE": a headline leaves out that there was none."""
    words = [parse.words[i] for i in opening[:4]]
    bare = candidate.rule in LAYOUT and [word.lower for word in words[:1]] == ["no"]
    return bare and any(word.lemma in load_words("dealings") for word in words)
