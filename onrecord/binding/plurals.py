"""Leads "they" to those who were told of just before: who spoke, whom the sentence was about, who was spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.phrases import phrase_of
from onrecord.binding.pronouns import Earlier
from onrecord.binding.scene import Scene, Speaker, begin_small, describe, head_noun, is_quoted, own_words, words_of
from onrecord.language import Word
from onrecord.records import Span
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words

_SUBJECTS = ("nsubj", "nsubjpass")
_MAIN = ("ROOT", "conj")
_BODIES = ("group", "organisation")
_REACH = 1


def resolve_they(scene: Scene, word: Word, above: Speaker | None, earlier: Earlier) -> Speaker | None:
    """Return those whom "they" means, sentence by sentence backwards; None where nobody fits."""
    if above and above.plural:
        return above
    for number in range(word.sentence, max(word.sentence - _REACH, 0) - 1, -1):
        found = _in_sentence(scene, word, number, earlier)
        if found and not (above and found.name == above.name and is_quoted(scene, word)):
            return found
    return None


def _in_sentence(scene: Scene, word: Word, number: int, earlier: Earlier) -> Speaker | None:
    first, last = scene.parse.sentences[number]
    start, end = scene.parse.words[first].start, min(scene.parse.words[last - 1].end, word.start)
    speakers = [who for place, who in earlier if start <= place < end and who.name.lower() not in ("they", "their")]
    several = [who for who in speakers if who.plural] or _relays_between(scene, start, end)
    if several:
        return several[-1]
    bodies = [who for who in speakers if _is_body(who)]
    subject = _subject(scene, scene.parse.words[first : min(last, word.i)], word, bool(bodies))
    if subject:
        return subject
    hearers = [name for place, name in scene.hearers if start <= place < end and number < word.sentence]
    if hearers and _is_several(hearers[-1]) and hearers[-1].split()[-1].removesuffix("s") not in load_words("press"):
        return Speaker(hearers[-1], None, True)
    addressed = any(start <= place < end for place, _ in scene.hearers)
    return bodies[-1] if bodies and (addressed or not is_quoted(scene, word)) else None


def _relays_between(scene: Scene, start: int, end: int) -> list[Speaker]:
    """Several without a name who passed words on: "..., according to two people who dined with her. They said"."""
    words = [words_of(scene, span) for span in scene.relays if start <= span.start < end]
    heads = [(phrase, next((one for one in phrase if one.dep in ("pobj", "nsubj")), phrase[-1])) for phrase in words]
    people = [phrase for phrase, head in heads if head.tag == "NNS" and is_person_noun(head)]
    return [Speaker(describe(scene, phrase), None, True) for phrase in people]


def _is_body(who: Speaker) -> bool:
    """Tell a body, by name or by its noun: "the county hospital"."""
    if who.mention is not None:
        return who.mention.kind in _BODIES
    return load_voices().get(head_noun(who.name)) == "body"


def _subject(scene: Scene, words: Sequence[Word], pronoun: Word, only_people: bool) -> Speaker | None:
    """Several who are the subject of a sentence: "The gunmen hold the bridge. They ..."; in a quotation, people."""
    here = pronoun.sentence == words[0].sentence if words else False
    for word in reversed(words) if here else words:
        if any(span.start <= word.start < span.end for span in scene.barred) and not is_person_noun(word):
            continue  # "their letters were lost, they said"
        several = word.tag in ("NNS", "NNPS") and word.dep in _SUBJECTS and _is_main(scene, word)
        told = is_quoted(scene, word) and not is_quoted(scene, pronoun)
        people = is_person_noun(word) or not (only_people or is_quoted(scene, pronoun))
        if several and people and not told and can_speak(scene.parse, word):
            left = next((i + 1 for i in range(word.i - 1, word.left - 1, -1) if _parts(scene, i)), word.left)
            phrase = phrase_of(scene.parse, word)
            whole = own_words(scene.parse, [Span(start=scene.parse.words[left].start, end=phrase.end)])
            return Speaker(begin_small(scene, whole, scene.parse.words[left : word.i + 1]), None, True)
    return None


def _parts(scene: Scene, i: int) -> bool:
    """Tell what parts a label from a phrase: "09.30 - Nurses"."""
    word = scene.parse.words[i]
    spaced = scene.parse.folded[word.start - 1 : word.start] in (" ", "\n", "")
    return word.pos == "PUNCT" and word.tag not in ("POS", "``", "''") and (word.text != "-" or spaced)


def _is_main(scene: Scene, subject: Word) -> bool:
    verb = scene.parse.words[subject.head]
    above = scene.parse.words[verb.head]
    return verb.dep in _MAIN or (verb.dep == "ccomp" and above.dep == "ROOT" and above.i > verb.i)


def _is_several(name: str) -> bool:
    """Tell several, or a body, by the noun that is told: "the drivers", "the board of the mill"."""
    noun = name.split(" of ")[0].split()[-1].lower()
    return noun.endswith("s") or load_voices().get(noun) == "body"
