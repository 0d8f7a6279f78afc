"""Leads a pronoun to the one it stands for."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.authors import resolve_author
from onrecord.binding.genders import GENDERS, NO_PERSON, could_be, gender_of_noun
from onrecord.binding.phrases import phrase_of
from onrecord.binding.scene import (
    INDEFINITE,
    Scene,
    Speaker,
    describe,
    find_speech,
    is_likely,
    is_quoted,
    is_spoken,
    latest,
    may_be,
    words_of,
)
from onrecord.binding.subjects import find_office_subject
from onrecord.binding.things import resolve_it
from onrecord.language import Parse, Word
from onrecord.records import Mention, Span

_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
THIRD_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THIRD_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
Earlier = Sequence[tuple[int, Speaker]]
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our"])
_OURS = frozenset(["this", "our"])
_REACH = 8
_NEAR = 40
_LONGEST_ROLE = 4
_LONGEST_LABEL = 60


def resolve_pronoun(scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Earlier) -> Speaker | None:
    """Return the one a pronoun stands for, or None where the text leaves it open."""
    inserted = _inserted_behind(scene, word)
    if inserted:
        return inserted
    if word.lower in _FIRST_PERSON or word.lower == "you":
        return above
    if word.lower in GENDERS:
        return _resolve_gendered(scene, word, above, nested, earlier)
    if word.lower in _THIRD_THING:
        return resolve_it(scene, word, earlier)
    return None


def _resolve_gendered(
    scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Earlier
) -> Speaker | None:
    """Who "she" is: the one whose words these are, unless they are quoted, else the last whom it fits.

    Who speaks of "her" in their own words does not speak of themselves.
    """
    gender, quoted = GENDERS[word.lower], is_quoted(scene, word)
    own = nested and above and not quoted and not _comes_later(scene, above, word)
    own = own and above and not _is_somebodys(scene, above.mention)
    own = own and above and not _is_owned(above, gender) and not _belongs_to(scene, above.mention, gender)
    if own and above and could_be(scene, above, gender) and is_likely(scene, above.name, gender):
        return above
    if quoted and above:
        earlier = [(place, who) for place, who in earlier if who.name != above.name and not _is_label(scene, place)]
        others = [mention for mention in scene.mentions if mention.name != above.name]
        people = {name: person for name, person in scene.people.items() if name != above.name}
        scene = replace(scene, mentions=others, people=people)
    if not quoted:
        earlier = [(place, who) for place, who in earlier if not find_speech(scene, place)]
    earlier = [(place, who) for place, who in earlier if who.name.lower().split()[0] not in _FIRST_PERSON]
    author = None if quoted else resolve_author(scene, word, gender)
    if author:
        return author
    found = _antecedent(scene, word, gender, earlier, likely=True)
    if found and found.mention:
        return found
    return _antecedent(scene, word, gender, earlier, likely=False) or found


def _is_label(scene: Scene, place: int) -> bool:
    """Tell who opens a line of a transcript: whom the others there call "you", not "she"."""
    line = scene.parse.folded[place : place + _LONGEST_LABEL].partition(":")
    opens = not place or scene.parse.folded[place - 1] == "\n"
    return opens and bool(line[1]) and "\n" not in line[0] and "." not in line[0]


def _is_owned(who: Speaker, gender: str) -> bool:
    """Tell "her lawyer", who is not she."""
    return GENDERS.get(who.name.lower().split()[0]) == gender and " " in who.name


def _comes_later(scene: Scene, who: Speaker, word: Word) -> bool:
    """Tell someone unnamed who is first told of behind a pronoun: "She feels cheated, according to a friend"."""
    return who.mention is None and scene.parse.folded.lower().find(who.name.lower()) > word.start


def noun_of_relative(parse: Parse, words: Sequence[Word]) -> Span | None:
    """Return the words of the noun that a relative pronoun stands for, without its clause: "envoys | who say"."""
    word = words[-1]
    if word.lower not in _RELATIVE or not word.tag.startswith("W") or "of" in [one.lower for one in words[-2:]]:
        return None
    clause = word
    while clause.dep != "relcl" and clause.head != clause.i and clause.sentence == word.sentence:
        clause = parse.words[clause.head]
    noun = parse.words[clause.head]
    if clause.dep != "relcl" or noun.i >= word.i or noun.tag.startswith("W"):
        return None
    above = parse.words[parse.words[noun.head].head]
    if noun.dep == "pobj" and word.lower == "who" and above.pos in ("NOUN", "PROPN") and noun.tag == "NNP":
        noun = above if above.pos == "PROPN" else noun
    last = next((k for k in range(noun.i, word.i) if parse.words[k + 1].text == "," or k + 1 == word.i), noun.i)
    opens = min(noun.left, noun.i)
    return Span(start=parse.words[opens].start, end=parse.words[max(last, noun.i)].end)


def _inserted_behind(scene: Scene, word: Word) -> Speaker | None:
    """Who an editor names behind a pronoun: "I told him [Diaz]"."""
    if scene.parse.folded[word.end : word.end + 2] != " [":
        return None
    found = next((mention for mention in scene.mentions if mention.span.start == word.end + 2), None)
    return Speaker(found.name, found) if found else None


def _antecedent(scene: Scene, word: Word, gender: str, earlier: Earlier, *, likely: bool) -> Speaker | None:
    """Who "he" is: sentence by sentence backwards, the subject or speaker first, then the first one named.

    `likely` passes over those whose first name ends like one of the other gender.
    """
    parse = scene.parse
    for number in range(word.sentence, max(word.sentence - _REACH, -1), -1):
        a, b = parse.sentences[number]
        start, end = parse.words[a].start, min(parse.words[b - 1].end, word.start)
        speakers = [who for place, who in earlier if start <= place < end and could_be(scene, who, gender)]
        speakers = [who for who in speakers if not _belongs_to(scene, who.mention, gender)]
        acting = number < word.sentence and word.dep in ("nsubj", "nsubjpass")
        speakers = [who for who in speakers if acting or not _is_owned(who, gender)]
        speakers = [who for who in speakers if number < word.sentence or not _is_somebodys(scene, who.mention)]
        speakers = [who for who in speakers if not likely or is_likely(scene, who.name, gender)]
        named = [m for m in scene.mentions if start <= m.span.start < end and may_be(scene, m.name, gender)]
        named = [m for m in named if m.kind == "person" and not is_spoken(scene, m)]
        named = [m for m in named if not _belongs_to(scene, m, gender)]
        named = [m for m in named if number < word.sentence or not _is_somebodys(scene, m)]
        named = [m for m in named if not likely or is_likely(scene, m.name, gender)]
        subjects = [m for m in named if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
        if speakers and not named and _goes_on_before(scene, number, gender, speakers[-1]):
            continue
        if speakers and not (subjects and _is_passing(speakers[-1])):
            return latest(scene, _most_told_of(scene, speakers).name, word)
        if _are_joined(scene, subjects, named):
            return None
        holder = None if subjects else find_office_subject(scene, number, word, gender)
        if holder and not (number == word.sentence and _is_somebodys(scene, holder.mention)):
            return holder
        chosen = subjects or named
        acts = word.dep in ("nsubj", "nsubjpass")
        hearer = None if chosen or (acts and number == word.sentence) else _hearer_in(scene, start, end, gender)
        if hearer:
            return hearer
        told = word.dep not in ("nsubj", "nsubjpass") and number == word.sentence - 1
        shown = _shown_in(scene, number, gender) if told and not chosen else None
        if shown:
            return shown
        if chosen and (subjects or len({m.name for m in chosen}) == 1):
            return Speaker(chosen[-1].name, chosen[-1])
        if chosen:
            return None
    return None


def _goes_on_before(scene: Scene, number: int, gender: str, who: Speaker) -> bool:
    """Tell that "she" was told of already where a guard comes in: "Her hands shook. The guard laughed. She said"."""
    if who.mention is not None or gender_of_noun(scene, who.name) != "" or not number:
        return False
    if any(start == scene.parse.sentences[number][0] for start, _ in scene.parse.paragraphs):
        return False  # a new paragraph takes up somebody else
    before = scene.parse.words[slice(*scene.parse.sentences[number - 1])]
    return any(GENDERS.get(word.lower) == gender and not is_quoted(scene, word) for word in before)


def _is_passing(who: Speaker) -> bool:
    """Tell somebody without a name who speaks in passing: "after a voter asked", "according to his lawyer"."""
    first = who.name.lower().split()[0]
    return who.mention is None and (first in INDEFINITE or first in POSSESSIVES)


def _hearer_in(scene: Scene, start: int, end: int, gender: str) -> Speaker | None:
    """Whom something was said to in a stretch, where he is described: "she told a fireman. He promised"."""
    told = [name for place, name in scene.hearers if start <= place < end]
    first, last = bisect.bisect_left(scene.starts, start), bisect.bisect_left(scene.starts, end)
    if any(GENDERS.get(one.lower) == gender and one.dep == "nsubj" for one in scene.parse.words[first:last]):
        return None  # "he told a fireman. He": nobody else has taken over
    fits = [name for name in told if gender_of_noun(scene, name) in ("", gender) and name[0].islower()]
    fits = [name for name in fits if name.split()[-1].islower() and name.split()[0] not in _OURS]
    return Speaker(fits[-1], None) if fits else None


def _shown_in(scene: Scene, number: int, gender: str) -> Speaker | None:
    """The one man or woman without a name whom a sentence brings in: "Police seek a man in a cap. She urged him"."""
    words = scene.parse.words[slice(*scene.parse.sentences[number])]
    nouns = [one for one in words if one.tag == "NN" and one.dep in ("dobj", "pobj") and not is_quoted(scene, one)]
    people = [one for one in nouns if gender_of_noun(scene, one.lower) == gender]
    if len(people) != 1 or scene.parse.words[people[0].left].lower not in ("a", "an", "another"):
        return None
    phrase = phrase_of(scene.parse, people[0])
    return Speaker(describe(scene, words_of(scene, phrase)), None)


def _most_told_of(scene: Scene, speakers: Sequence[Speaker]) -> Speaker:
    """The last of several who spoke in a sentence; before an unnamed one, whoever they spoke of by name."""
    last = speakers[-1]
    unnamed = last.mention is None and last.name.lower().split()[0] in INDEFINITE
    named = [who for who in speakers if who.name in scene.people]
    return named[-1] if unnamed and named else last


def _belongs_to(scene: Scene, mention: Mention | None, gender: str) -> bool:
    """Tell someone who is told of as his or hers, and so is not he or she: "her lawyer, Ana Diaz"."""
    if mention is None:
        return False
    words = scene.parse.folded[max(mention.span.start - _NEAR, 0) : mention.span.start].lower().split()
    owner = next((k for k in range(len(words) - 1, -1, -1) if words[k] in POSSESSIVES), None)
    if owner is None or GENDERS.get(words[owner]) != gender:
        return False
    if any(word[-1] in '.!?;:"' for word in words[owner + 1 :]):
        return False
    between = [word.strip(",") for word in words[owner + 1 :]]
    if _named_between(scene, mention, words[owner]):
        return False
    return 0 < len(between) <= _LONGEST_ROLE and any(word in scene.lexicon.roles for word in between)


def _is_somebodys(scene: Scene, mention: Mention | None) -> bool:
    """Tell "the bishop's cook, Ana Diaz", of no known gender: who in her words is "he" is rather the bishop."""
    person = scene.people.get(mention.name) if mention is not None else None
    if mention is None or person is None or person.leaning:
        return False
    first = words_of(scene, mention.span)[0]
    near = scene.parse.words[max(first.i - _LONGEST_ROLE, 0) : first.i]
    owner = next((word for word in near if word.tag == "POS"), None)
    if owner is None or owner.sentence != first.sentence or near[-1].text != ",":
        return False
    before = scene.parse.words[owner.i - 1]
    named = any(m.kind == "person" and m.span.end == before.end for m in scene.mentions)
    return named or (before.tag == "NN" and gender_of_noun(scene, before.lower) != NO_PERSON)


def _named_between(scene: Scene, mention: Mention, owner: str) -> bool:
    """Tell that another bears the role: "His lawyer, Ben Tollan, said | Karl Munk was ill"."""
    start = max(mention.span.start - _NEAR, 0)
    place = start + scene.parse.folded[start : mention.span.start].lower().rfind(owner)
    return any(m.kind == "person" and place < m.span.start < mention.span.start for m in scene.mentions)


def _are_joined(scene: Scene, subjects: Sequence[Mention], named: Sequence[Mention]) -> bool:
    """Tell two who are one subject together: "Ana Diaz and Anna Weiss left"."""
    heads = {word.i for mention in subjects for word in words_of(scene, mention.span)}
    others = [word for mention in named if mention not in subjects for word in words_of(scene, mention.span)]
    return any(word.dep == "conj" and word.head in heads for word in others)


def is_pronoun_form(words: str) -> bool:
    """Tell whether words are a pronoun alone."""
    return words.lower() in (GENDERS.keys() | _FIRST_PERSON | THIRD_PLURAL | _THIRD_THING | {"you"})


def is_pronoun(word: Word) -> bool:
    """Tell whether a word stands for someone named elsewhere."""
    return word.pos == "PRON" or word.lower in GENDERS
