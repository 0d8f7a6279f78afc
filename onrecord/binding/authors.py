"""Leads "she" behind a text that was told of to whoever wrote it: "A letter from his widow was read. In it she ..."."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.binding.genders import gender_of_noun
from onrecord.binding.scene import Scene, Speaker, covers, describe, is_likely, may_be, words_of
from onrecord.language import Word
from onrecord.records import Span
from onrecord.statements.lexicon import load_voices

_BY = ("from", "of", "by")
_BESIDE = 2
_IT = (["in", "it"], ["in", "this"], ["in", "them"])


def resolve_author(scene: Scene, word: Word, gender: str) -> Speaker | None:
    """Return whose the text is that the sentence before tells of, where "in it" or "she writes" takes it up."""
    first, _ = scene.parse.sentences[word.sentence]
    opening = [one.lower for one in scene.parse.words[first : first + 2]]
    writes = scene.parse.words[word.head].lemma == "write" and word.dep == "nsubj"
    if not word.sentence or not (opening in _IT or writes):
        return None
    before = scene.parse.words[slice(*scene.parse.sentences[word.sentence - 1])]
    texts = [one for one in before if one.tag == "NN" and load_voices().get(one.lemma) == "document"]
    found = [author for text in texts for owner in _writers(scene, text) if (author := _name(scene, owner, gender))]
    return found[0] if len({who.name for who in found}) == 1 else None


def _writers(scene: Scene, text: Word) -> Iterator[Word]:
    """Whose a text is: "a letter from the widow", "the widow's letter"."""
    below = [scene.parse.words[i] for i in scene.parse.children[text.i]]
    yield from (one for one in below if one.dep == "poss" and one.tag != "PRP$")
    signed = [one for one in below if one.dep == "acl" and one.tag == "VBN"]
    below += [scene.parse.words[i] for verb in signed for i in scene.parse.children[verb.i]]
    for preposition in below:
        if preposition.lower in _BY and preposition.i > text.i:
            yield from (scene.parse.words[i] for i in scene.parse.children[preposition.i])


def _name(scene: Scene, owner: Word, gender: str) -> Speaker | None:
    """An author by name, or by his words, where "she" may be that author."""
    beside = [m for m in scene.mentions if m.kind == "person" and owner.end <= m.span.start <= owner.end + _BESIDE]
    if beside and scene.parse.folded[owner.end : beside[0].span.start].strip() == ",":  # "the treasurer, Ana Diaz"
        owner = words_of(scene, beside[0].span)[-1]
    end = next((one.i for one in scene.parse.words[owner.i + 1 : owner.right + 1] if one.text in (",", "'s")), 0)
    words = scene.parse.words[owner.left : end or owner.right + 1]
    span = Span(start=words[0].start, end=words[-1].end)
    named = next((m for m in scene.mentions if m.kind == "person" and covers(span, m.span)), None)
    if named is not None and named.span.end >= owner.end:
        fits = may_be(scene, named.name, gender) and is_likely(scene, named.name, gender)
        return Speaker(named.name, named) if fits else None
    fits = owner.tag == "NN" and gender_of_noun(scene, owner.lower) in ("", gender)
    return Speaker(describe(scene, words), None) if fits else None
