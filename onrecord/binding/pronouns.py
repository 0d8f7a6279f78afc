"""Leads a pronoun to the one it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.holders import resolve_office
from onrecord.binding.scene import (
    INDEFINITE,
    Scene,
    Speaker,
    describe,
    head_noun,
    is_likely,
    is_spoken,
    latest,
    may_be,
    words_of,
)
from onrecord.language import Parse, Word
from onrecord.records import Mention, Span

_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NOUN_GENDERS = {"man": "m", "boy": "m", "woman": "f", "girl": "f"}
_THIRD_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THIRD_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
Earlier = Sequence[tuple[int, Speaker]]
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our"])
_REACH = 8
_NEAR = 40
_LONGEST_ROLE = 4


def resolve_pronoun(scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Earlier) -> Speaker | None:
    """Return the one a pronoun stands for, or None where the text leaves it open."""
    inserted = _inserted_behind(scene, word)
    if inserted:
        return inserted
    if word.lower in _FIRST_PERSON or word.lower == "you":
        return above
    if word.lower in _GENDERS:
        return _resolve_gendered(scene, word, above, nested, earlier)
    if word.lower in _THIRD_PLURAL:
        return _resolve_plural(scene, word, above if nested else None, earlier)
    if word.lower in _THIRD_THING:
        return _last(scene, word, earlier, ("organisation", "place")) or _body_before(scene, word, earlier)
    return None


def _resolve_gendered(
    scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Earlier
) -> Speaker | None:
    """Who "she" is: the one whose words these are, unless they are quoted, else the last whom it fits.

    Who speaks of "her" in their own words does not speak of themselves.
    """
    gender, quoted = _GENDERS[word.lower], _is_quoted(scene, word)
    own = nested and above and not quoted and not _comes_later(scene, above, word)
    if own and above and _could_be(scene, above, gender) and is_likely(scene, above.name, gender):
        return above
    if quoted and above:
        earlier = [(place, who) for place, who in earlier if who.name != above.name]
    if not quoted:
        earlier = [(place, who) for place, who in earlier if not _is_in_speech(scene, place)]
    found = _antecedent(scene, word, gender, earlier, likely=True)
    return found or _antecedent(scene, word, gender, earlier, likely=False)


def _comes_later(scene: Scene, who: Speaker, word: Word) -> bool:
    """Tell someone unnamed who is first told of behind a pronoun: "She feels cheated, according to a friend"."""
    return who.mention is None and scene.parse.folded.lower().find(who.name.lower()) > word.start


def _resolve_plural(scene: Scene, word: Word, above: Speaker | None, earlier: Earlier) -> Speaker | None:
    """Who "they" are: several, or a body, that spoke just before; inside a quotation that stays open."""
    if above and above.plural:
        return above
    if _is_quoted(scene, word):
        return None
    return _last_several(scene, word, earlier) or _last(scene, word, earlier, ("group", "organisation"))


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


def _could_be(scene: Scene, who: Speaker, gender: str) -> bool:
    """Tell whether "he" or "she" may be a speaker: a person, or someone described but not named ("an official")."""
    if who.name in scene.people or who.mention is not None:
        return may_be(scene, who.name, gender)
    noun = head_noun(who.name)
    role = scene.lexicon.roles.get(noun)
    told = role.gender if role else _NOUN_GENDERS.get(noun, "none")
    return not who.plural and told in ("", gender)


def _antecedent(scene: Scene, word: Word, gender: str, earlier: Earlier, *, likely: bool) -> Speaker | None:
    """Who "he" is: sentence by sentence backwards, the subject or speaker first, then the first one named.

    `likely` passes over those whose first name ends like one of the other gender.
    """
    parse = scene.parse
    for number in range(word.sentence, max(word.sentence - _REACH, -1), -1):
        a, b = parse.sentences[number]
        start, end = parse.words[a].start, min(parse.words[b - 1].end, word.start)
        speakers = [who for place, who in earlier if start <= place < end and _could_be(scene, who, gender)]
        speakers = [who for who in speakers if not _belongs_to(scene, who.mention, gender)]
        speakers = [who for who in speakers if not likely or is_likely(scene, who.name, gender)]
        if speakers:
            return latest(scene, _most_told_of(scene, speakers).name, word)
        named = [m for m in scene.mentions if start <= m.span.start < end and may_be(scene, m.name, gender)]
        named = [m for m in named if m.kind == "person" and not is_spoken(scene, m)]
        named = [m for m in named if not _belongs_to(scene, m, gender)]
        named = [m for m in named if not likely or is_likely(scene, m.name, gender)]
        subjects = [m for m in named if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
        if _are_joined(scene, subjects, named):
            return None
        holder = None if subjects else _office_subject(scene, number, word, gender)
        if holder:
            return holder
        chosen = subjects or named
        if chosen and (subjects or len({m.name for m in chosen}) == 1):
            return Speaker(chosen[-1].name, chosen[-1])
        if chosen:
            return None
    return None


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
    if owner is None or _GENDERS.get(words[owner]) != gender:
        return False
    between = [word.strip(",") for word in words[owner + 1 :]]
    return 0 < len(between) <= _LONGEST_ROLE and any(word in scene.lexicon.roles for word in between)


def _are_joined(scene: Scene, subjects: Sequence[Mention], named: Sequence[Mention]) -> bool:
    """Tell two who are one subject together: "Ana Diaz and Anna Weiss left"."""
    heads = {word.i for mention in subjects for word in words_of(scene, mention.span)}
    others = [word for mention in named if mention not in subjects for word in words_of(scene, mention.span)]
    return any(word.dep == "conj" and word.head in heads for word in others)


def _office_subject(scene: Scene, number: int, word: Word, gender: str) -> Speaker | None:
    """Who the office is that a sentence is about ("The premier met two envoys. She ..."), or its words."""
    a, b = scene.parse.sentences[number]
    for subject in scene.parse.words[a : min(b, word.i)]:
        if not _is_described_subject(scene, subject) or (_is_quoted(scene, subject) and not _is_quoted(scene, word)):
            continue
        words = scene.parse.words[subject.left : subject.i + 1]
        found = resolve_office(scene, words, subject, ())
        if found is None and _may_stand_for(scene, word, words[0], subject):
            found = Speaker(describe(scene, _with_complement(scene, subject, word)), None)
        if found and _could_be(scene, found, gender) and is_likely(scene, found.name, gender):
            return found
    return None


def _with_complement(scene: Scene, noun: Word, pronoun: Word) -> Sequence[Word]:
    """A noun with what says which one it is: "a farmer on the other side", without what a comma sets off."""
    words = scene.parse.words[noun.left : min(noun.right + 1, pronoun.i)]
    comma = next((one.i for one in words if one.i > noun.i and one.pos == "PUNCT"), None)
    return [one for one in words if comma is None or one.i < comma]


def _may_stand_for(scene: Scene, word: Word, opening: Word, noun: Word) -> bool:
    """Tell whether "he" may be someone described: not "him", not in a quotation, and "she" is not "her trainer"."""
    own = _GENDERS.get(opening.lower) == _GENDERS[word.lower]
    return noun.tag == "NN" and word.lower in ("he", "she") and not own and not _is_quoted(scene, word)


def _is_described_subject(scene: Scene, word: Word) -> bool:
    """Tell the subject of a main clause that says what someone is: "Their promoter"."""
    if word.dep not in ("nsubj", "nsubjpass") or word.lower not in scene.lexicon.roles or word.left == word.i:
        return False
    main = scene.parse.words[word.head].dep in ("ROOT", "ccomp", "conj")
    return main and scene.parse.words[word.left].tag in ("DT", "PRP$")


def _last(scene: Scene, word: Word, earlier: Earlier, kinds: tuple[str, ...]) -> Speaker | None:
    """The last speaker of a fitting kind, when it spoke in this sentence or the one before."""
    if not earlier:
        return None
    place, who = earlier[-1]
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start
    fits = place >= start and (who.mention is not None and who.mention.kind in kinds)
    return who if fits else None


def _is_quoted(scene: Scene, word: Word) -> bool:
    return _is_in_speech(scene, word.start)


def _is_in_speech(scene: Scene, place: int) -> bool:
    return any(speech.start <= place < speech.end for speech in scene.speeches)


def _last_several(scene: Scene, word: Word, earlier: Earlier) -> Speaker | None:
    """Several who spoke last, in this sentence or the one before: "the exporters", "two residents"."""
    if not earlier or earlier[-1][0] < _start_before(scene, word):
        return None
    return earlier[-1][1] if earlier[-1][1].plural else None


def _start_before(scene: Scene, word: Word) -> int:
    """Where the sentence before a word's own begins."""
    return scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start


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
    return Speaker(subjects[-1].name, subjects[-1]) if len({m.name for m in subjects}) == 1 else None


def gender_of(pronoun: str) -> str:
    """Return the gender that a pronoun tells, "" for "they" and words that are none."""
    return _GENDERS.get(pronoun, "")


def is_pronoun_form(words: str) -> bool:
    """Tell whether words are a pronoun alone."""
    return words.lower() in (_GENDERS.keys() | _FIRST_PERSON | _THIRD_PLURAL | _THIRD_THING | {"you"})


def is_pronoun(word: Word) -> bool:
    """Tell whether a word stands for someone named elsewhere."""
    return word.pos == "PRON" or word.lower in _GENDERS
