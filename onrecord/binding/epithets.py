"""Leads an epithet, a word for a person that is no office, to the one person whom the report is talking of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.pronouns import Earlier
from onrecord.binding.scene import Scene, Speaker, is_spoken
from onrecord.binding.words import load_words
from onrecord.language import Word

_PEOPLES = ("ian", "ean", "ese", "ish", "ani", "eni", "aki", "ine", "an")
_PAST = frozenset(["former", "ex", "one-time", "erstwhile", "retired"])
_NOBODY = frozenset(["i", "we", "you", "he", "she", "they", "it"])
_REACH = 2
_NATIONAL = 3


def resolve_epithet(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Lead "the 54-year-old", "the Olarian", "the former goalkeeper", "the blonde" to the one person talked about."""
    if words[0].lower != "the" or head.tag in ("NNS", "NNPS") or not _is_epithet(scene, words, head):
        return None
    if any(word.lower == head.lower for word in scene.parse.words[: words[0].i]) and not _is_age(words):
        return None
    start = scene.parse.words[scene.parse.sentences[max(head.sentence - _REACH, 0)][0]].start
    people = (m for m in scene.mentions if m.kind == "person" and not is_spoken(scene, m))
    near = {m.name: m for m in people if start <= m.span.start < words[0].start}
    spoke = [who for place, who in earlier if place >= start and not who.plural]
    near |= {who.name: who.mention for who in spoke if who.mention and who.name in scene.people}
    first = scene.parse.words[scene.parse.sentences[head.sentence][0]].start
    if any(who.name in near and first <= place < head.start for place, who in earlier):
        return None  # "Ana Diaz said that the champion had joked": nobody calls himself so
    unnamed = any(who.mention is None and _is_somebody(scene, who.name) for who in spoke)
    if len(near) != 1 or unnamed:
        return None
    name, mention = next(iter(near.items()))
    role = scene.lexicon.roles.get(head.lower)
    fits = role is None or not role.gender or scene.people[name].gender in ("", role.gender)
    return Speaker(name, mention) if fits else None


def resolve_foreigner(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Lead "the Orvanian coach" to the one coach of the report, when he just spoke; of states there are many."""
    role = scene.lexicon.roles.get(head.lower)
    shaped = len(words) == _NATIONAL and words[0].lower == "the" and words[1].text[0].isupper() and head.tag == "NN"
    if role is None or role.office in ("ruler", "state") or not shaped or not earlier:
        return None
    people = words[1].text in scene.lexicon.adjectives or words[1].lower.endswith(_PEOPLES)
    bearers = [
        one.name for one in scene.people.values() if any(office.head == role.stands_for for office in one.offices)
    ]
    start = scene.parse.words[scene.parse.sentences[max(head.sentence - 1, 0)][0]].start
    place, last = earlier[-1]
    return last if people and bearers == [last.name] and place >= start else None


def _is_somebody(scene: Scene, name: str) -> bool:
    """Tell a person without a name from a body and from a pronoun that was led to nobody."""
    return name.lower() not in _NOBODY and gender_of_noun(scene, name) != NO_PERSON


def _is_age(words: Sequence[Word]) -> bool:
    """Tell "the 54-year-old"."""
    return "-year-old" in "".join(word.lower for word in words)


def _is_epithet(scene: Scene, words: Sequence[Word], head: Word) -> bool:
    """Tell a word for a person that is no office: an age, a people, what someone was, a noun that no table has."""
    lower = head.lower
    if _is_age(words) or (len(words) > 1 and words[1].lower in _PAST and lower in scene.lexicon.roles):
        return True
    if lower in load_words("epithet"):
        return words[-1].i == head.i and not any(word.text[0].isupper() for word in words[1:])
    if len(words) != 2:
        return False
    if head.text[0].isupper():
        return head.text in scene.lexicon.adjectives or lower.endswith(_PEOPLES)
    return False
