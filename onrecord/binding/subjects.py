"""Finds the office or the description that a sentence is about: "The premier met two envoys. She ..."."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.genders import GENDERS, could_be, gender_of_noun
from onrecord.binding.holders import resolve_office
from onrecord.binding.scene import Scene, Speaker, describe, find_speech, is_likely, is_quoted, words_of
from onrecord.language import Word
from onrecord.records import Mention


def find_office_subject(scene: Scene, number: int, word: Word, gender: str) -> Speaker | None:
    """Who the office is that a sentence is about ("The premier met two envoys. She ..."), or its words."""
    a, b = scene.parse.sentences[number]
    for subject in scene.parse.words[a : min(b, word.i)]:
        if not _is_described_subject(scene, subject) or (is_quoted(scene, subject) and not is_quoted(scene, word)):
            continue
        if _acts_on(scene, subject, word) or any(span.start <= subject.start < span.end for span in scene.barred):
            continue
        words = scene.parse.words[subject.left : subject.i + 1]
        found = _named_within(scene, subject) or resolve_office(scene, words, subject, ())
        if found is None and _may_stand_for(scene, word, words[0], subject):
            found = Speaker(describe(scene, _with_complement(scene, subject, word)), None)
        if found and could_be(scene, found, gender) and is_likely(scene, found.name, gender):
            return found
    return None


def _acts_on(scene: Scene, subject: Word, word: Word) -> bool:
    """Tell who does something to "him", and so is not he: "the inspector asked him", "has him say"."""
    if word.lower not in ("him", "her") or word.tag != "PRP" or subject.sentence != word.sentence:
        return False
    verb = scene.parse.words[word.head]
    marked = any(scene.parse.words[i].dep == "mark" for i in scene.parse.children[verb.i])
    return verb.i == subject.head or (verb.head == subject.head and not marked)


def _named_within(scene: Scene, noun: Word) -> Speaker | None:
    """The name beside a description: "His guest, the actress Ana Diaz, wept"."""
    start, end = noun.end, scene.parse.words[noun.right].end
    found = [m for m in scene.mentions if m.kind == "person" and start <= m.span.start and m.span.end <= end]
    set_off = scene.parse.folded.startswith(",", start) or any(_hangs_on(scene, one, noun) for one in found[:1])
    return Speaker(found[0].name, found[0]) if found and set_off else None


def _hangs_on(scene: Scene, mention: Mention, noun: Word) -> bool:
    """Tell the name set beside a noun behind a clause: "a trustee who voted no, Ana Diaz, left"."""
    return any(word.dep == "appos" and word.head == noun.i for word in words_of(scene, mention.span))


def _with_complement(scene: Scene, noun: Word, pronoun: Word) -> Sequence[Word]:
    """A noun with what says which one it is: "a farmer on the other side", without what a comma sets off."""
    words = scene.parse.words[noun.left : min(noun.right + 1, pronoun.i)]
    comma = next((one.i for one in words if one.i > noun.i and one.pos == "PUNCT" and one.text != "-"), None)
    return [one for one in words if comma is None or one.i < comma]


def _may_stand_for(scene: Scene, word: Word, opening: Word, noun: Word) -> bool:
    """Tell whether "he" may be someone described: not in a quotation, and "she" is not "her trainer"."""
    own = GENDERS.get(opening.lower) == GENDERS[word.lower]
    told = is_quoted(scene, word) and not _are_in_one_speech(scene, noun, word)
    return noun.tag == "NN" and word.tag == "PRP" and not own and not told


def _are_in_one_speech(scene: Scene, first: Word, second: Word) -> bool:
    speech = find_speech(scene, first.start)
    return speech is not None and speech is find_speech(scene, second.start)


def _is_subject(scene: Scene, word: Word) -> bool:
    """A subject, also one that the parse takes for an apposition of the place before it: "In Dorn, the aide said"."""
    if word.dep in ("nsubj", "nsubjpass"):
        return True
    after = scene.parse.words[word.i + 1 : word.i + 2]
    return word.dep == "appos" and bool(after) and after[0].dep == "ROOT" and after[0].tag in ("VBD", "VBZ", "VBP")


def _is_described_subject(scene: Scene, word: Word) -> bool:
    """Tell the subject of a main clause that says what someone is: "Their promoter"."""
    if not _is_subject(scene, word) or word.left == word.i or gender_of_noun(scene, word.lower) == "none":
        return False
    if word.dep == "appos":
        return True
    clauses = ("ROOT", "ccomp", "conj") if word.lower in scene.lexicon.roles else ("ROOT",)
    main = scene.parse.words[word.head].dep in clauses
    return main and scene.parse.words[word.left].tag in ("DT", "PRP$")
