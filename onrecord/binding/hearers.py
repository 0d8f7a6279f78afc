"""Helps to name a hearer: who "them" are, whom "him" cannot mean, whose words "me" stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.genders import gender_of, gender_of_noun
from onrecord.binding.phrases import phrase_of
from onrecord.binding.scene import LABELLED, Scene, Speaker, covers, may_be, own_words, words_of
from onrecord.language import Word
from onrecord.records import Attribution, Span
from onrecord.statements.grammar.voices import is_person_noun
from onrecord.statements.lexicon import load_voices

_SEVERAL = frozenset(["them", "they", "both"])
_REACH = 3
_SUBJECTS = ("nsubj", "nsubjpass")


def leave_speaker(scene: Scene, attribution: Attribution) -> Scene:
    """Return the scene without the one who speaks: nobody tells himself."""
    others = [
        mention
        for mention in scene.mentions
        if mention.name != attribution.speaker and not any(covers(span, mention.span) for span in attribution.source)
    ]
    return replace(scene, mentions=others, barred=attribution.source)


def leave_name(scene: Scene, name: str) -> Scene:
    """Return the scene without anything that bears a name."""
    return replace(scene, mentions=[mention for mention in scene.mentions if mention.name != name])


def find_outer_speaker(attributions: Sequence[Attribution], attribution: Attribution) -> Speaker | None:
    """Return who says the sentence that an attribution stands in: "me" is the one who is quoted, "us" are more."""
    if attribution.addressee is None or attribution.addressee.name.lower() != "me":
        return None
    for outer in attributions:
        inside = any(covers(span, cue) for span in outer.content for cue in attribution.cue[:1])
        if outer.speaker and (outer.id == attribution.parent or (inside and outer.id != attribution.id)):
            return Speaker(outer.speaker, None)
    return None


def find_quoted(attributions: Sequence[Attribution], attribution: Attribution) -> str | None:
    """Return who is quoted around a hearer, and so is not "her": "He told her that," Ana Diaz said."""
    hearer = attribution.addressee.span if attribution.addressee is not None else None
    for outer in attributions:
        around = outer.speech == "direct" and outer.id != attribution.id and outer.speaker
        if around and hearer and any(covers(span, hearer) for span in outer.content):
            return outer.speaker
    return None


def find_reporter(scene: Scene, attributions: Sequence[Attribution], attribution: Attribution) -> Speaker | None:
    """Return who reports in his own words that he was told: "the widow recalls that a captain advised her"."""
    named = attribution.addressee
    gender = gender_of(named.name.lower()) if named is not None else ""
    for outer in attributions:
        told = outer.id == attribution.parent and outer.speech == "indirect"
        if told and gender and outer.speaker and outer.speaker != attribution.speaker:
            name = outer.speaker
            fits = may_be(scene, name, gender) or gender_of_noun(scene, name) in ("", gender)
            return Speaker(name, None) if fits else None
    return None


def find_addressed(attributions: Sequence[Attribution], attribution: Attribution) -> str | None:
    """Return whom "you" means: those to whom the words around it are said."""
    if attribution.addressee is None or attribution.addressee.name.lower() != "you":
        return None
    outer = [one for one in attributions if one.id == attribution.parent]
    told = next((one.addressee.name for one in outer if one.addressee is not None), None)
    return told or next((partner for one in outer if (partner := find_partner(attributions, one))), None)


def find_partner(attributions: Sequence[Attribution], spoken: Attribution) -> str | None:
    """Return who speaks before and behind somebody in a transcript, where that is one and the same."""
    lines = sorted((one for one in attributions if one.by == LABELLED), key=lambda one: one.content[0].start)
    place = next((k for k, one in enumerate(lines) if one.id == spoken.id), None)
    if place is None:
        return None
    before = [one.speaker for one in reversed(lines[:place]) if one.speaker != spoken.speaker]
    behind = [one.speaker for one in lines[place + 1 :] if one.speaker != spoken.speaker]
    around = {name for name in (*before[:1], *behind[:1]) if name}
    return around.pop() if len(around) == 1 else None


def find_several(scene: Scene, attributions: Sequence[Attribution], attribution: Attribution) -> str | None:
    """Return whom "them" means: those who were told something just before, or the last sentence was about."""
    named = attribution.addressee
    words = words_of(scene, named.span) if named is not None and named.span is not None else ()
    if len(words) != 1 or words[0].lower not in _SEVERAL:
        return None
    word = words[0]
    told = [(span.start, own_words(scene.parse, [span])) for span in _told_before(scene, attributions, word)]
    told += [(one.start, name) for one, name in _subjects_before(scene, attribution, word)]
    return max(told, default=(0, None), key=lambda one: one[0])[1]


def _told_before(scene: Scene, attributions: Sequence[Attribution], word: Word) -> list[Span]:
    first = scene.parse.words[scene.parse.sentences[max(0, word.sentence - _REACH)][0]].start
    spans = [one.addressee.span for one in attributions if one.addressee is not None]
    return [span for span in spans if span is not None and first <= span.start < word.start and _names(scene, span)]


def _names(scene: Scene, span: Span) -> bool:
    return words_of(scene, span)[-1].tag not in ("PRP", "PRP$", "DT")


def _can_hear(word: Word) -> bool:
    """Tell people and bodies from what nobody speaks to: "their questions", "two batches"."""
    return is_person_noun(word) or load_voices().get(word.lemma) == "body"


def _subjects_before(scene: Scene, attribution: Attribution, word: Word) -> list[tuple[Word, str]]:
    parse = scene.parse
    first = parse.sentences[max(0, word.sentence - _REACH + 1)][0]
    found = []
    for one in parse.words[first : word.i]:
        several = one.tag in ("NNS", "NNPS", "CD")
        own = any(span.start <= one.start < span.end for span in attribution.source)
        beside = one.dep in ("dobj", "pobj") and one.sentence == word.sentence
        several = several and (one.tag != "NNS" or _can_hear(one))
        if several and (one.dep in _SUBJECTS or beside) and not own:
            found.append((one, own_words(parse, [phrase_of(parse, one)])))
    return [item for item in found if item[0].dep in _SUBJECTS] or found
