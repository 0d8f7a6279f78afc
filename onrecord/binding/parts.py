"""Says of whom "one of them", "another", "many of them", "both" are a part: those told of just before."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from onrecord.binding.genders import gender_of_noun
from onrecord.binding.phrases import phrase_of
from onrecord.binding.pronouns import Earlier
from onrecord.binding.scene import Scene, Speaker, begin_small, is_spoken, may_be, own_words
from onrecord.language import Word
from onrecord.statements.grammar.voices import is_person_noun

_COUNTING = frozenset(
    ["one", "some", "many", "several", "most", "few", "two", "three", "half", "none", "each", "neither"]
)
_SINGLE = frozenset(["one", "each", "neither", "none"])
_WHOLE = (["of", "them"], ["of", "these"], ["of", "those"])
_SUBJECTS = ("nsubj", "nsubjpass")
_PLACES = ("nsubj", "nsubjpass", "dobj")
_REACH = 1
_PAIR = ("both", "men")
_SINGULAR = {"men": "man", "women": "woman"}


def resolve_part(scene: Scene, words: Sequence[Word], earlier: Earlier) -> Speaker | None:
    """Return "one of the farmers" for "one of them", "another shopkeeper" for "another", or None for other words."""
    lower = [word.lower for word in words]
    if lower[0] == "both" and len(lower) == len(_PAIR) and words[-1].tag in ("NNS", "NNPS"):
        return _two_named(scene, words[-1])
    if lower == ["both"]:
        return _last_two(scene, words[0], earlier)
    if lower in (["neither"], ["none"]):
        return _all_of(scene, words[0])
    if lower == ["another"]:
        return _another(scene, words[0], earlier)
    if lower[0] not in _COUNTING or not (lower[1:] in _WHOLE or lower == ["one"]):
        return None
    whole = _told_before(scene, words[0], earlier)
    return Speaker(f"{lower[0]} of {whole}", None, lower[0] not in _SINGLE) if whole else None


def _near(scene: Scene, word: Word, earlier: Earlier) -> list[Speaker]:
    """Who spoke in this sentence before a word, or in the one before."""
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - _REACH, 0)][0]].start
    return [who for place, who in earlier if start <= place < word.start]


def _last_two(scene: Scene, word: Word, earlier: Earlier) -> Speaker | None:
    near = _near(scene, word, earlier)[-1:]
    return near[0] if near and near[0].plural else None


def _two_named(scene: Scene, noun: Word) -> Speaker | None:
    """ "Both ministers": the only two people whom the report has named by then, "Ana Diaz and Karl Munk"."""
    if not is_person_noun(noun) and noun.lower not in ("men", "women"):
        return None
    people = [m for m in scene.mentions if m.kind == "person" and m.span.end <= noun.start and not is_spoken(scene, m)]
    gender = gender_of_noun(scene, _SINGULAR.get(noun.lower, noun.lemma))
    names = list(dict.fromkeys(m.name for m in people if gender not in ("m", "f") or may_be(scene, m.name, gender)))
    whole = len(names) == len(_PAIR) and all(" " in name for name in names)
    return Speaker(" and ".join(names), None, True) if whole else None


def _all_of(scene: Scene, word: Word) -> Speaker | None:
    """ "Both ministries gave their word, though neither ...": those whom the sentence is about, or the one before."""
    start = scene.parse.sentences[max(word.sentence - _REACH, 0)][0]
    told = [one for one in scene.parse.words[start : word.i] if one.tag == "NNS" and one.dep in _SUBJECTS]
    if not told or (told[-1].sentence < word.sentence and len(told) > 1):
        return None
    words = scene.parse.words[told[-1].left : told[-1].i + 1]
    named = _two_named(scene, told[-1]) if words[0].lower == "both" else None
    if named:
        return named
    counted = words[0].lower in ("both", "two") or [one.lower for one in words[:2]] == ["the", "two"]
    if not counted and word.lower == "neither":
        return None
    return Speaker(begin_small(scene, own_words(scene.parse, [phrase_of(scene.parse, told[-1])]), words), None, True)


def _another(scene: Scene, word: Word, earlier: Earlier) -> Speaker | None:
    """ "Another" of the kind that spoke last: "a shopkeeper" is followed by "another shopkeeper"."""
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - _REACH, 0)][0]].start
    unnamed = [place for place, who in earlier if start <= place < word.start and not (who.mention or who.plural)]
    words = scene.parse.words[bisect.bisect_left(scene.starts, unnamed[-1]) : word.i] if unnamed else ()
    noun = next((one for one in words if one.tag == "NN" and scene.parse.words[one.head].tag != "NN"), None)
    return Speaker(f"another {noun.lower}", None) if noun and words[0].lower in ("a", "an", "one") else None


def _told_before(scene: Scene, word: Word, earlier: Earlier) -> str | None:
    """Several who spoke last, else whom the sentence before is about, as something known: "the farmers"."""
    several = [who.name for who in _near(scene, word, earlier) if who.plural and who.mention is None]
    if several:
        return _known(several[-1])
    parse = scene.parse
    start = parse.sentences[max(word.sentence - _REACH, 0)][0]
    plural = [one for one in parse.words[start : word.i] if one.tag == "NNS" and one.dep in _PLACES]
    nouns = [one for one in plural if one.dep in _SUBJECTS] or plural
    phrase = phrase_of(parse, nouns[-1]) if nouns else None
    if phrase is None:
        return None
    opening = parse.words[nouns[-1].left :][: nouns[-1].i - nouns[-1].left + 1]
    return _known(begin_small(scene, own_words(parse, [phrase]), opening))


def _known(name: str) -> str:
    """A description as that of people known by now: "farmers" are "the farmers"."""
    first = name.split()[0].lower()
    if first in ("the", "his", "her", "its", "their", "my", "our") or name.endswith(("them", "they")):
        return name
    return f"the {name[0].lower()}{name[1:]}"
