"""Finds who a report first tells of without a name: "The envoy left on Monday. Ana Diaz had asked for more time." """

from __future__ import annotations

from dataclasses import replace

from onrecord.binding.holders import resolve_office
from onrecord.binding.offices import read_office
from onrecord.binding.scene import Scene, covers, own_words, words_of
from onrecord.binding.words import load_words
from onrecord.language import Word
from onrecord.records import Mention, Span

_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 3
_EXPLAINING = frozenset([",", "(", "of", "for", "from", "at", "in", "with", "and", "or", "-", "'s", "'", ":", "["])
_ARTICLES = frozenset(["the", "a", "an"])


def introduce(scene: Scene) -> Scene:
    """Give every person who is named without a word of who they are the one office that was told of just before.

    A report that says nothing of Ana Diaz where it first names her has told of her: she is "the envoy" of its opening.
    """
    borne = dict(scene.borne)
    people = dict(scene.people)
    firsts = _first_spots(scene)
    for before, spot in zip([None, *firsts], firsts, strict=False):
        noun = _told_of(scene, spot, before) if _is_bare(scene, spot) else None
        if noun is not None:
            words = scene.parse.words[noun.left : noun.right + 1]
            office = read_office(own_words(scene.parse, [Span(start=words[0].start, end=words[-1].end)]), scene.lexicon)
            borne[noun.i] = spot.name
            people[spot.name] = replace(people[spot.name], offices=(*people[spot.name].offices, office))
    return replace(scene, borne=borne, people=people)


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
    following = scene.parse.words[words[-1].i + 1 : words[-1].i + 2]
    told = not following or following[0].lower in _EXPLAINING or following[0].tag == "CD"
    own = subject is not None and subject.left == words[0].i and subject.right == words[-1].i
    return own and not told and not any(covers(speech, spot.span) for speech in scene.speeches)


def _told_of(scene: Scene, spot: Mention, before: Mention | None) -> Word | None:
    """The one office that is the subject of a sentence just before and that nobody in the report is given."""
    parse = scene.parse
    first = words_of(scene, spot.span)[0]
    start = parse.sentences[max(first.sentence - _REACH, 0)][0]
    start = max(start, words_of(scene, before.span)[-1].i + 1 if before else 0)
    found = [word for word in parse.words[start : first.i] if _is_office(scene, word)]
    if len({word.lower for word in found}) != 1:
        return None
    noun = found[0]
    near = first.sentence - noun.sentence == 1 or noun.sentence == parse.words[0].sentence or _opens(scene, noun)
    gender = scene.lexicon.roles[noun.lower].gender
    fits = not gender or scene.people[spot.name].gender in ("", gender)
    return noun if near and fits else None


def _opens(scene: Scene, noun: Word) -> bool:
    """Tell the first paragraphs of a report, its headline and its opening."""
    return any(start <= noun.i < end for start, end in scene.parse.paragraphs[:2])


def _is_office(scene: Scene, word: Word) -> bool:
    """Tell "the envoy", "Saldovia's premier", "a general who fled": one person described and not named."""
    parse = scene.parse
    if word.tag != "NN" or word.dep not in _SUBJECTS or word.lower not in scene.lexicon.roles:
        return False
    words = parse.words[word.left : word.right + 1]
    opening = words[0].lower in _ARTICLES or any(one.tag == "POS" for one in words[: word.i - word.left])
    whole = Span(start=words[0].start, end=words[-1].end)
    named = any(covers(whole, m.span) for m in scene.mentions if m.kind == "person")
    if not opening or named or word.lower in load_words("unnamed"):
        return False
    spoken = any(speech.start <= word.start < speech.end for speech in scene.speeches)
    return not spoken and resolve_office(scene, parse.words[word.left : word.i + 1], word, ()) is None
