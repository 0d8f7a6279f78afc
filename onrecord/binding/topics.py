"""Leads a description that the report has not used before to the one person it tells of without saying who they are.

"Gideon Slate has told the bank that he will go. The chief executive claims ...": nobody else can be meant, since
everybody else who is named has been introduced. "The judge" and "the priest" come with a court or a village, and need
nobody to be named.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.pronouns import Earlier
from onrecord.binding.scene import Scene, Speaker, find_speech, is_spoken, words_of
from onrecord.binding.words import load_words
from onrecord.language import Word
from onrecord.records import Mention

_REACH = 3
_SHORTEST_STEM = 3
_AGENTS = ("er", "or", "ant")
_LONGEST = 4
_TOLD = (", ", " (", " of ", " from ", " for ")
_SUBJECTS = ("nsubj", "nsubjpass")


def resolve_topic(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Return the one person who is named, not yet introduced, and told of just before; None where that is open."""
    if not _may_name(scene, words, head) or _is_known(scene, words, head):
        return None
    before = [m for m in scene.mentions if m.kind == "person" and m.span.end <= words[0].start]
    before = [m for m in before if not is_spoken(scene, m)]
    gender = gender_of_noun(scene, head.lower)
    doers = [m for m in before if _does_what_it_says(scene, m, head)]
    names = {m.name for m in doers} or {m.name for m in before}
    if len(names) != 1 or (gender == NO_PERSON and not doers):
        return None
    spot = (doers or before)[-1]
    fits = " " in spot.name and (gender in ("", NO_PERSON) or scene.people[spot.name].leaning in ("", gender))
    topic = bool(doers) or not _is_introduced(scene, spot.name, before)
    apart = not _is_beside(scene, spot.name, head, earlier)
    return Speaker(spot.name, spot) if fits and topic and apart and _was_near(scene, spot.name, head, earlier) else None


def _does_what_it_says(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell whose deed the noun is made of: "Karl Munk moved that ... The mover", "has a bakery ... the baker"."""
    ending = next((one for one in _AGENTS if head.lower.endswith(one)), None)
    stem = head.lower.removesuffix(ending) if ending else ""
    if len(stem) < _SHORTEST_STEM:
        return False
    for word in words_of(scene, mention.span):
        verb = scene.parse.words[word.head]
        if word.dep in _SUBJECTS and verb.pos == "VERB":
            things = [scene.parse.words[i] for i in scene.parse.children[verb.i] if scene.parse.words[i].dep == "dobj"]
            return any(one.lemma.startswith(stem) for one in (verb, *things))
    return False


def _may_name(scene: Scene, words: Sequence[Word], head: Word) -> bool:
    """Tell "the chief executive", "the heavyweight", one person by what he is; not "the judge"."""
    single = head.tag == "NN" or (head.tag == "NNP" and head.text.islower())
    if words[0].lower not in ("the", "this") or not single or len(words) > _LONGEST or words[-1].i != head.i:
        return False
    if find_speech(scene, head.start):
        return False
    return head.lower not in load_words("present") | load_words("unnamed")


def _is_known(scene: Scene, words: Sequence[Word], head: Word) -> bool:
    """Tell somebody whom the report has spoken of in this word before."""
    return any(word.lower == head.lower for word in scene.parse.words[: words[0].i])


def _is_introduced(scene: Scene, name: str, before: Sequence[Mention]) -> bool:
    """Tell somebody of whom the report says what they are: by a title, or behind the name."""
    person = scene.people.get(name)
    if person is None or person.offices:
        return True
    return any(_is_explained(scene, spot) for spot in before if spot.name == name)


def _is_explained(scene: Scene, spot: Mention) -> bool:
    after = scene.parse.folded[spot.span.end : spot.span.end + 8]
    if after.startswith(_TOLD):
        return True
    words = words_of(scene, spot.span)
    before = scene.parse.words[words[0].i - 1 : words[0].i] if words and words[0].i else []
    named = bool(before) and before[0].tag in ("NN", "NNP", "JJ") and before[0].sentence == words[0].sentence
    return named or any(word.dep == "appos" for word in words)


def _was_near(scene: Scene, name: str, head: Word, earlier: Earlier) -> bool:
    start = scene.parse.words[scene.parse.sentences[max(head.sentence - _REACH, 0)][0]].start
    named = any(m.name == name and start <= m.span.start < head.start for m in scene.mentions)
    return named or any(who.name == name and start <= place < head.start for place, who in earlier)


def _is_beside(scene: Scene, name: str, head: Word, earlier: Earlier) -> bool:
    """Tell somebody who is named, or speaks, in the same sentence: "Karl Munk told the minister"."""
    start = scene.parse.words[scene.parse.sentences[head.sentence][0]].start
    named = any(m.name == name and start <= m.span.start < head.start for m in scene.mentions)
    return named or any(who.name == name and start <= place < head.start for place, who in earlier)
