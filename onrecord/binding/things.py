"""Leads "it" to the body that acted just before, or to the text that was told of."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from onrecord.binding.scene import Scene, Speaker, describe, head_noun, is_spoken, words_of
from onrecord.language import Word
from onrecord.statements.lexicon import load_voices

Earlier = Sequence[tuple[int, Speaker]]


def resolve_it(scene: Scene, word: Word, earlier: Earlier) -> Speaker | None:
    """Return what "it" stands for, or None where the text leaves it open."""
    body = _last(scene, word, earlier, ("organisation", "place")) or _body_before(scene, word, earlier)
    return body or _text_before(scene, word)


def _last(scene: Scene, word: Word, earlier: Earlier, kinds: tuple[str, ...]) -> Speaker | None:
    """The last speaker of a fitting kind, when it spoke in this sentence or the one before."""
    if not earlier:
        return None
    place, who = earlier[-1]
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start
    fits = place >= start and (who.mention is not None and who.mention.kind in kinds)
    return who if fits else None


def _body_before(scene: Scene, word: Word, earlier: Earlier) -> Speaker | None:
    """What "it" is: a body described but not named that spoke just before, else the one that is the subject there."""
    start = _start_before(scene, word)
    if earlier and earlier[-1][0] >= start:
        who = earlier[-1][1]
        head = scene.lexicon.heads.get(head_noun(who.name))
        if who.mention is None and not who.plural and head and head.kind == "organisation":
            return who
    near = [m for m in scene.mentions if start <= m.span.start < word.start and m.kind == "organisation"]
    near = [m for m in near if not is_spoken(scene, m)]
    subjects = [m for m in near if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
    if len({m.name for m in subjects}) == 1:
        return Speaker(subjects[-1].name, subjects[-1])
    return None if subjects else _body_told_of(scene, word, start)


def _body_told_of(scene: Scene, word: Word, start: int) -> Speaker | None:
    """The one body without a name that a sentence is about: "The palace was quick: the king, it said, slept"."""
    first = bisect.bisect_left(scene.starts, start)
    subjects = [one for one in scene.parse.words[first : word.i] if one.dep == "nsubj" and one.tag == "NN"]
    bodies = [one for one in subjects if load_voices().get(one.lemma) == "body" and _is_known(scene, one)]
    if len({one.lower for one in bodies}) != 1:
        return None
    return Speaker(describe(scene, scene.parse.words[bodies[-1].left : bodies[-1].i + 1]), None)


def _is_known(scene: Scene, noun: Word) -> bool:
    """Tell the subject of a main clause with an article: "the palace"."""
    verb = scene.parse.words[noun.head]
    return verb.dep in ("ROOT", "ccomp") and scene.parse.words[noun.left].tag in ("DT", "PRP$")


def _text_before(scene: Scene, word: Word) -> Speaker | None:
    """ "A letter was found. ... it reads": the text that "it" is."""
    verb = scene.parse.words[word.head].lemma
    if verb not in ("read", "run", "go", "say", "begin", "end", "continue"):
        return None
    start = scene.parse.sentences[max(word.sentence - 1, 0)][0]
    texts = [one for one in scene.parse.words[start : word.i] if load_voices().get(one.lemma) == "document"]
    texts = [one for one in texts if one.tag == "NN" and scene.parse.words[one.left].tag in ("DT", "PRP$")]
    texts = [one for one in texts if verb != "say" or one.dep != "pobj"]
    text = texts[-1] if texts else None
    return Speaker(describe(scene, scene.parse.words[text.left : text.i + 1]), None) if text else None


def _start_before(scene: Scene, word: Word) -> int:
    """Where the sentence before a word's own begins."""
    return scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start
