"""Tells what a noun for somebody says of their gender, and whether it is a noun for a person at all."""

from __future__ import annotations

from onrecord.binding.scene import Scene, Speaker, head_noun, may_be
from onrecord.binding.words import load_words
from onrecord.statements.lexicon import load_voices

NO_PERSON = "none"
GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_WOMEN = ("woman", "girl", "mother", "daughter", "sister", "wife", "lady", "maid", "bride", "queen", "nun", "aunt")
_MEN = ("man", "boy", "father", "son", "brother", "husband", "lord", "groom", "king", "monk", "uncle", "guy", "lad")
_WOMENS_ENDINGS = ("stress", "tress", "eress", "woman")
_PERSON_ENDINGS = ("ist", "er", "or", "ian", "eer", "ant", "ee", "man", "woman", "person", "mate", "herd", "keeper")
_PRONOUNS = ("they", "them", "it", "this", "that", "these", "those", "who", "which", "everyone", "nobody", "some")
_SEVERAL = ("many", "most", "several", "few", "all", "both", "others", "two", "three", "dozens", "none")
_GROUPS = ("people", "police", "men", "women", "children")
_THINGS = ("meter", "puter", "paper", "letter", "matter", "number", "tower", "water", "ember", "sor", "tractor")
_SHORTEST = 5


def gender_of_noun(scene: Scene, name: str) -> str:
    """Return "m" or "f" where a description tells it, "" for a person of either, "none" for what is no person."""
    noun = head_noun(name)
    role = scene.lexicon.roles.get(noun)
    head = scene.lexicon.heads.get(noun)
    body = role is None and head is not None and head.kind == "organisation"
    plural = (noun.endswith("s") and not noun.endswith("ss")) or noun in (*_SEVERAL, *_GROUPS)
    thing = noun == "one" and name.lower().startswith("the ")  # "the new one"
    if body or plural or thing or noun in _PRONOUNS or load_voices().get(noun) in ("body", "document", "no person"):
        return NO_PERSON
    if role and role.gender:
        return role.gender
    last = noun.rpartition("-")[2]
    if last in _WOMEN or last.endswith(("woman", "girl", "mother", *_WOMENS_ENDINGS)):
        return "f"
    if last in _MEN or (last.endswith(("man", "boy", "father")) and last not in ("human", "woman")):
        return "m"
    return "" if role or noun in load_words("epithet") or _is_person(noun) else NO_PERSON


def _is_person(noun: str) -> bool:
    kind = load_voices().get(noun)
    made = len(noun) > _SHORTEST and noun.endswith(_PERSON_ENDINGS) and not noun.endswith(_THINGS)
    return kind == "person" or (kind is None and made)


def gender_of(pronoun: str) -> str:
    """Return the gender that a pronoun tells, "" for "they" and words that are none."""
    return GENDERS.get(pronoun, "")


def could_be(scene: Scene, who: Speaker, gender: str) -> bool:
    """Tell whether "he" or "she" may be a speaker: a person, or someone described but not named ("an official")."""
    if who.name in scene.people or who.mention is not None:
        return may_be(scene, who.name, gender)
    return not who.plural and gender_of_noun(scene, who.name) in ("", gender)
