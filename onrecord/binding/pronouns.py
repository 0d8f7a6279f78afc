"""Leads a pronoun to the one it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.holders import resolve_office
from onrecord.binding.scene import Scene, Speaker, head_noun, is_likely, is_spoken, latest, may_be, words_of
from onrecord.language import Word

_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NOUN_GENDERS = {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
_THIRD_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THIRD_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our"])
_REACH = 8


def resolve_pronoun(
    scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Sequence[tuple[int, Speaker]]
) -> Speaker | None:
    """Return the one a pronoun stands for, or None where the text leaves it open."""
    inserted = _inserted_behind(scene, word)
    if inserted:
        return inserted
    if word.lower in _FIRST_PERSON:
        return above
    if word.lower in _RELATIVE:
        return _antecedent_of_relative(scene, word)
    if word.lower in _GENDERS:
        gender = _GENDERS[word.lower]
        quoted = _is_quoted(scene, word)
        if nested and above and not quoted and _could_be(scene, above, gender) and is_likely(scene, above.name, gender):
            return above
        if quoted and above:  # who speaks of "her" in their own words does not speak of themselves
            earlier = [(place, who) for place, who in earlier if who.name != above.name]
        found = _antecedent(scene, word, gender, earlier, likely=True)
        return found or _antecedent(scene, word, gender, earlier, likely=False)
    if word.lower in _THIRD_PLURAL:
        if nested and above and above.plural:
            return above
        if _is_quoted(scene, word):
            return None
        return _last_several(scene, word, earlier) or _last(scene, word, earlier, ("group", "organisation"))
    if word.lower in _THIRD_THING:
        return _last(scene, word, earlier, ("organisation", "place")) or _body_before(scene, word, earlier)
    return None


def _inserted_behind(scene: Scene, word: Word) -> Speaker | None:
    """Who an editor names behind a pronoun: "I told him [Diaz]"."""
    if scene.parse.folded[word.end : word.end + 2] != " [":
        return None
    found = next((mention for mention in scene.mentions if mention.span.start == word.end + 2), None)
    return Speaker(found.name, found) if found else None


def _could_be(scene: Scene, who: Speaker, gender: str) -> bool:
    """Tell whether "he" or "she" may be a speaker: a person, or someone described but not named ("an official")."""
    if who.name in scene.people or who.mention is not None:
        return may_be(scene, who.name, gender)
    noun = head_noun(who.name)
    role = scene.lexicon.roles.get(noun)
    told = role.gender if role else _NOUN_GENDERS.get(noun, "none")
    return not who.plural and told in ("", gender)


def _antecedent_of_relative(scene: Scene, word: Word) -> Speaker | None:
    before = [mention for mention in scene.mentions if mention.span.end <= word.start]
    near = before[-1] if before else None
    if near and not scene.parse.folded[near.span.end : word.start].strip(" ,"):
        return Speaker(near.name, near)
    return None


def _antecedent(
    scene: Scene, word: Word, gender: str, earlier: Sequence[tuple[int, Speaker]], *, likely: bool
) -> Speaker | None:
    """Who "he" is: sentence by sentence backwards, the subject or speaker first, then the first one named.

    `likely` passes over those whose first name ends like one of the other gender.
    """
    parse = scene.parse
    for number in range(word.sentence, max(word.sentence - _REACH, -1), -1):
        a, b = parse.sentences[number]
        start, end = parse.words[a].start, min(parse.words[b - 1].end, word.start)
        speakers = [who for place, who in earlier if start <= place < end and _could_be(scene, who, gender)]
        speakers = [who for who in speakers if not likely or is_likely(scene, who.name, gender)]
        if speakers:
            return latest(scene, speakers[-1].name, word)
        named = [m for m in scene.mentions if start <= m.span.start < end and may_be(scene, m.name, gender)]
        named = [m for m in named if m.kind == "person" and not is_spoken(scene, m)]
        named = [m for m in named if not likely or is_likely(scene, m.name, gender)]
        subjects = [m for m in named if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
        holder = None if subjects else _office_subject(scene, number, word, gender)
        if holder:
            return holder
        chosen = subjects or named
        if chosen and (subjects or len({m.name for m in chosen}) == 1):
            return Speaker(chosen[-1].name, chosen[-1])
        if chosen:
            return None
    return None


def _office_subject(scene: Scene, number: int, word: Word, gender: str) -> Speaker | None:
    """Who the office is that a sentence before is about: "The premier met the delegates. She ..."."""
    a, b = scene.parse.sentences[number]
    for subject in scene.parse.words[a : min(b, word.i)]:
        if subject.dep in ("nsubj", "nsubjpass") and subject.lower in scene.lexicon.roles and subject.left < subject.i:
            found = resolve_office(scene, scene.parse.words[subject.left : subject.i + 1], subject, ())
            if found and may_be(scene, found.name, gender) and is_likely(scene, found.name, gender):
                return found
    return None


def _last(scene: Scene, word: Word, earlier: Sequence[tuple[int, Speaker]], kinds: tuple[str, ...]) -> Speaker | None:
    """The last speaker of a fitting kind, when it spoke in this sentence or the one before."""
    if not earlier:
        return None
    place, who = earlier[-1]
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start
    fits = place >= start and (who.mention is not None and who.mention.kind in kinds)
    return who if fits else None


def _is_quoted(scene: Scene, word: Word) -> bool:
    return any(speech.start <= word.start < speech.end for speech in scene.speeches)


def _last_several(scene: Scene, word: Word, earlier: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Several who spoke last, in this sentence or the one before: "the exporters", "two residents"."""
    if not earlier or earlier[-1][0] < _start_before(scene, word):
        return None
    return earlier[-1][1] if earlier[-1][1].plural else None


def _start_before(scene: Scene, word: Word) -> int:
    """Where the sentence before a word's own begins."""
    return scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start


def _body_before(scene: Scene, word: Word, earlier: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """What "it" is: a body described but not named that spoke just before, else the one that is the subject there."""
    start = _start_before(scene, word)
    if earlier and earlier[-1][0] >= start:
        who = earlier[-1][1]
        head = scene.lexicon.heads.get(head_noun(who.name))
        return who if who.mention is None and not who.plural and head and head.kind == "organisation" else None
    near = [m for m in scene.mentions if start <= m.span.start < word.start and m.kind == "organisation"]
    near = [m for m in near if not is_spoken(scene, m)]
    subjects = [m for m in near if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
    return Speaker(subjects[-1].name, subjects[-1]) if len({m.name for m in subjects}) == 1 else None


def is_pronoun(word: Word) -> bool:
    """Tell whether a word stands for someone named elsewhere."""
    return word.pos == "PRON" or word.lower in _GENDERS
