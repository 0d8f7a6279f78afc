"""Finds who a report first tells of without a name: "The envoy left on Monday. Ana Diaz had asked for more time." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.holders import resolve_office
from onrecord.binding.offices import read_office
from onrecord.binding.scene import Scene, covers, find_speech, is_spoken, own_words, words_of
from onrecord.binding.words import load_words
from onrecord.language import Parse, Word
from onrecord.records import Mention, Span

_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 5
_EXPLAINING = frozenset([",", "(", "of", "for", "from", "at", "in", "with", "and", "or", "-", "'s", "'", ":", "["])
_STOPS = frozenset([".", "?", "!", ":"])
_PAST = frozenset(["former", "ex", "one-time"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their"])


def introduce(scene: Scene) -> Scene:
    """Give every person who is named without a word of who they are the one office that was told of just before.

    A report that says nothing of Ana Diaz where it first names her has told of her: she is "the envoy" of its opening,
    as "the minister, Ana Diaz," is the "foreign minister of Saldovia" told of before.
    """
    firsts = _first_spots(scene)
    open_: Mention | None = None
    for spot in firsts:
        equal = _equated(scene, spot)
        later = _told_as(scene, spot)
        if equal or later:
            nouns = [noun for noun in (equal, later) if noun is not None]
        elif scene.people[spot.name].offices:
            nouns = _told_more_fully(scene, spot)
        elif _is_bare(scene, spot):
            nouns = _told_of(scene, spot, open_)
        else:
            nouns = []
        scene = _give(scene, nouns, spot)
        explained = scene.people[spot.name].offices or _is_explained(scene, spot)
        open_ = open_ if explained or not _is_subject(scene, spot) else spot
    return scene


def _equated(scene: Scene, spot: Mention) -> Word | None:
    """ "The accountant is Ana Diaz": the description that a sentence says somebody is."""
    words = words_of(scene, spot.span)
    said = next((word for word in words if word.dep == "attr"), None)
    if said is None or said.left < words[0].i or scene.parse.words[said.head].lemma != "be":
        return None
    below = [scene.parse.words[i] for i in scene.parse.children[said.head]]
    subject = next((one for one in below if one.dep == "nsubj" and one.tag == "NN"), None)
    return subject if subject is not None and _is_office(scene, subject, subject) else None


def _told_as(scene: Scene, spot: Mention) -> Word | None:
    """Who was told of before "the woman, Ana Diaz," or "the former aide, Ana Diaz,": the one "a former aide"."""
    words = words_of(scene, spot.span)
    comma = scene.parse.words[words[0].i - 1] if words and words[0].i > 1 else None
    if comma is None or comma.text != "," or find_speech(scene, spot.span.start):
        return None
    noun = scene.parse.words[comma.i - 1]
    opening = scene.parse.words[noun.left]
    if noun.tag != "NN" or opening.lower != "the" or opening.i == noun.i:
        return None
    before = [one for one in scene.parse.words[: opening.i] if one.tag == "NN" and _is_brought_in(scene, one)]
    same = [one for one in before if one.lower == noun.lower]
    if not same and noun.lower in load_words("anybody"):
        people = [one for one in before if one.dep in _SUBJECTS and gender_of_noun(scene, one.lower) != NO_PERSON]
        same = [one for one in people if gender_of_noun(scene, one.lower) in ("", gender_of_noun(scene, noun.lower))]
    return same[0] if len(same) == 1 else None


def _is_brought_in(scene: Scene, noun: Word) -> bool:
    """Tell "a former aide", one person whom the report first tells of without a name."""
    opening = [word for word in scene.parse.words[noun.left : noun.i] if word.lower in ("a", "an", "one")]
    if len(opening) != 1:
        return False
    span = Span(start=opening[0].start, end=scene.parse.words[noun.right].end)
    named = any(covers(span, m.span) for m in scene.mentions if m.kind == "person")
    return not named and not find_speech(scene, noun.start)


def _give(scene: Scene, nouns: Sequence[Word], spot: Mention) -> Scene:
    """Let a person bear the offices that are told of without a name."""
    if not nouns:
        return scene
    spans = [Span(start=scene.parse.words[noun.left].start, end=noun.end) for noun in nouns]
    spans = [replace(span, end=scene.parse.words[noun.right].end) for span, noun in zip(spans, nouns, strict=True)]
    offices = [read_office(own_words(scene.parse, [span]), scene.lexicon) for span in spans]
    person = scene.people[spot.name]
    people = scene.people | {spot.name: replace(person, offices=(*person.offices, *offices))}
    return replace(scene, borne=scene.borne | {noun.i: spot.name for noun in nouns}, people=people)


def _is_explained(scene: Scene, spot: Mention) -> bool:
    """Tell a name with what its bearer is behind it: "Ana Diaz, a potter"."""
    return scene.parse.folded[spot.span.end : spot.span.end + 2] in (", ", " (")


def _first_spots(scene: Scene) -> list[Mention]:
    """Where the report names each person for the first time, in order."""
    firsts: dict[str, Mention] = {}
    for mention in scene.mentions:
        if mention.kind == "person":
            firsts.setdefault(mention.name, mention)
    return list(firsts.values())


def _is_bare(scene: Scene, spot: Mention) -> bool:
    """Tell a full name that is the subject of a sentence and is introduced by nothing before or behind it."""
    words = words_of(scene, spot.span)
    if " " not in spot.name or scene.people[spot.name].offices or len(words) < 2:
        return False
    subject = next((word for word in words if word.dep in _SUBJECTS), None)
    behind = _behind_age(scene, words[-1].i + 1)
    following = scene.parse.words[behind : behind + 1]
    told = not following or following[0].lower in _EXPLAINING or following[0].tag == "CD"
    first = _before_titles(scene, words[0].i)
    own = subject is not None and first <= subject.left <= words[0].i and subject.right < behind
    return own and not told and not is_spoken(scene, spot)


def _behind_age(scene: Scene, i: int) -> int:
    """Step over an age: "Ana Diaz, 52, said"."""
    aside = [word.text for word in scene.parse.words[i : i + 3]]
    return i + 3 if len(aside) > 2 and aside[0] == aside[2] == "," and aside[1].isdigit() else i


def _before_titles(scene: Scene, i: int) -> int:
    """Step back over what is no office: "Dr Ana Diaz", "Ms Diaz"."""
    while i and scene.parse.words[i - 1].lower.rstrip(".") in scene.lexicon.titles:
        i -= 1
    return i


def _is_subject(scene: Scene, spot: Mention) -> bool:
    return any(word.dep in _SUBJECTS for word in words_of(scene, spot.span))


def _told_of(scene: Scene, spot: Mention, before: Mention | None) -> list[Word]:
    """The one office that is the subject of a sentence just before and that nobody in the report is given."""
    parse = scene.parse
    first = words_of(scene, spot.span)[0]
    start = parse.sentences[max(first.sentence - _REACH, 0)][0]
    start = max(start, words_of(scene, before.span)[-1].i + 1 if before else 0)
    told = (word for word in parse.words[start : first.i] if word.dep in _SUBJECTS or _is_partner(scene, word))
    found = [word for word in told if _is_office(scene, word)]
    found = [word for word in found if word.lower not in load_words("unnamed")]
    found = [word for word in found if _is_main(scene, word) or _is_partner(scene, word)] or found
    if len({word.lower for word in found}) != 1:
        return []
    gender = scene.lexicon.roles[found[0].lower].gender
    fits = not gender or scene.people[spot.name].gender in ("", gender)
    partner = bool(found) and _is_partner(scene, found[-1])
    return found[-1:] if fits and partner else found[:1] if fits and _opens(scene, found[0]) else []


def _is_partner(scene: Scene, word: Word) -> bool:
    """Tell with whom somebody talks: "printed an interview with the minister"."""
    preposition = scene.parse.words[word.head]
    talk = scene.parse.words[preposition.head]
    return word.dep == "pobj" and preposition.lower == "with" and talk.lower in load_words("talk")


def _is_main(scene: Scene, subject: Word) -> bool:
    """Tell the subject of a sentence from that of a clause in it, which "members say | that" leads to."""
    verb = scene.parse.words[subject.head]
    behind = scene.parse.words[verb.head]
    return verb.dep == "ROOT" or (verb.dep == "ccomp" and behind.dep == "ROOT" and behind.i > verb.i)


def _told_more_fully(scene: Scene, spot: Mention) -> list[Word]:
    """ "The defence minister of Saldovia" where the report names "the minister, Ana Diaz," only later."""
    role = spot.role.span if spot.role else None
    words = [word for word in words_of(scene, role) if word.lower != "the"] if role else []
    if len(scene.people[spot.name].offices) != 1 or len(words) != 1 or not words[0].i:
        return []
    if scene.parse.words[words[0].i - 1].lower != "the":
        return []
    first = min(words[0].i, words_of(scene, spot.span)[0].i)
    return [one for one in scene.parse.words[:first] if one.lower == words[0].lower and _is_office(scene, one, one)]


def _opens(scene: Scene, noun: Word) -> bool:
    """Tell the opening of a report: its first paragraphs, and for "a general", "the champion" its first sentence."""
    parse = scene.parse
    told = [one for one in parse.paragraphs if _is_told(parse, *one)]
    words = [word.lower for word in parse.words[noun.left : noun.right + 1]]
    if not told or (words[0] in ("a", "an") and _PAST & set(words)):
        return False
    if words[0] in ("a", "an") or len(words) == 2:
        return parse.words[told[0][0]].sentence == noun.sentence
    return any(start <= noun.i < end for start, end in told[:2])


def _is_told(parse: Parse, start: int, end: int) -> bool:
    """Tell a paragraph that is no headline: it closes with a full stop."""
    return end > start and any(word.text in _STOPS for word in parse.words[max(end - 2, start) : end])


def _is_office(scene: Scene, word: Word, again: Word | None = None) -> bool:
    """Tell "the envoy", "Saldovia's premier", "a general who fled": one person described and not named.

    `again` is the word that names the office a second time, with its holder.
    """
    parse = scene.parse
    plain = word.tag == "NN" or (word.tag == "NNP" and word.text.islower())
    if not plain or word.lower not in scene.lexicon.roles:
        return False
    words = parse.words[word.left : word.right + 1]
    opening = words[0].lower in _ARTICLES or any(one.tag == "POS" for one in words[: word.i - word.left])
    whole = Span(start=words[0].start, end=words[-1].end)
    named = any(covers(whole, m.span) for m in scene.mentions if m.kind == "person")
    if not opening or named or find_speech(scene, word.start):
        return False
    return again is not None or resolve_office(scene, parse.words[word.left : word.i + 1], word, ()) is None
