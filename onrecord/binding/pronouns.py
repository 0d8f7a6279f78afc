"""Leads a pronoun to the one it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.genders import gender_of_noun
from onrecord.binding.holders import resolve_office
from onrecord.binding.scene import (
    INDEFINITE,
    Scene,
    Speaker,
    describe,
    find_speech,
    is_likely,
    is_spoken,
    latest,
    may_be,
    words_of,
)
from onrecord.binding.things import resolve_it
from onrecord.language import Parse, Word
from onrecord.records import Mention, Span

_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THIRD_PLURAL = frozenset(["they", "them", "their", "themselves"])
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
    if word.lower in _THIRD_THING:
        return resolve_it(scene, word, earlier)
    return None


def _resolve_gendered(
    scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Earlier
) -> Speaker | None:
    """Who "she" is: the one whose words these are, unless they are quoted, else the last whom it fits.

    Who speaks of "her" in their own words does not speak of themselves.
    """
    gender, quoted = _GENDERS[word.lower], is_quoted(scene, word)
    own = nested and above and not quoted and not _comes_later(scene, above, word)
    own = own and above and not _is_owned(above, gender) and not _belongs_to(scene, above.mention, gender)
    if own and above and _could_be(scene, above, gender) and is_likely(scene, above.name, gender):
        return above
    if quoted and above:
        earlier = [(place, who) for place, who in earlier if who.name != above.name]
    if not quoted:
        earlier = [(place, who) for place, who in earlier if not _is_in_speech(scene, place)]
    earlier = [(place, who) for place, who in earlier if who.name.lower().split()[0] not in _FIRST_PERSON]
    found = _antecedent(scene, word, gender, earlier, likely=True)
    if found and found.mention:
        return found
    return _antecedent(scene, word, gender, earlier, likely=False) or found


def _is_owned(who: Speaker, gender: str) -> bool:
    """Tell "her lawyer", who is not she."""
    return _GENDERS.get(who.name.lower().split()[0]) == gender and " " in who.name


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


def _could_be(scene: Scene, who: Speaker, gender: str) -> bool:
    """Tell whether "he" or "she" may be a speaker: a person, or someone described but not named ("an official")."""
    if who.name in scene.people or who.mention is not None:
        return may_be(scene, who.name, gender)
    return not who.plural and gender_of_noun(scene, who.name) in ("", gender)


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
        speakers = [who for who in speakers if number < word.sentence or not _is_owned(who, gender)]
        speakers = [who for who in speakers if not likely or is_likely(scene, who.name, gender)]
        named = [m for m in scene.mentions if start <= m.span.start < end and may_be(scene, m.name, gender)]
        named = [m for m in named if m.kind == "person" and not is_spoken(scene, m)]
        named = [m for m in named if not _belongs_to(scene, m, gender)]
        named = [m for m in named if not likely or is_likely(scene, m.name, gender)]
        subjects = [m for m in named if any(w.dep in ("nsubj", "nsubjpass") for w in words_of(scene, m.span))]
        if speakers and not named and _goes_on_before(scene, number, gender, speakers[-1]):
            continue
        if speakers and not (subjects and _is_passing(speakers[-1])):
            return latest(scene, _most_told_of(scene, speakers).name, word)
        if _are_joined(scene, subjects, named):
            return None
        holder = None if subjects else _office_subject(scene, number, word, gender)
        if holder:
            return holder
        chosen = subjects or named
        hearer = None if chosen or number == word.sentence else _hearer_in(scene, start, end, gender)
        if hearer:
            return hearer
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
    return any(_GENDERS.get(word.lower) == gender and not is_quoted(scene, word) for word in before)


def _is_passing(who: Speaker) -> bool:
    """Tell somebody without a name who speaks in passing: "after a voter asked", "according to his lawyer"."""
    first = who.name.lower().split()[0]
    return who.mention is None and (first in INDEFINITE or first in POSSESSIVES)


def _hearer_in(scene: Scene, start: int, end: int, gender: str) -> Speaker | None:
    """Whom something was said to in a stretch, where he is described: "she told a fireman. He promised"."""
    told = [name for place, name in scene.hearers if start <= place < end]
    fits = [name for name in told if gender_of_noun(scene, name) in ("", gender) and name[0].islower()]
    return Speaker(fits[-1], None) if fits else None


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
    if any(word[-1] in '.!?;:"' for word in words[owner + 1 :]):
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
        if not _is_described_subject(scene, subject) or (is_quoted(scene, subject) and not is_quoted(scene, word)):
            continue
        if _acts_on(scene, subject, word) or any(span.start <= subject.start < span.end for span in scene.barred):
            continue
        words = scene.parse.words[subject.left : subject.i + 1]
        found = _named_within(scene, subject) or resolve_office(scene, words, subject, ())
        if found is None and _may_stand_for(scene, word, words[0], subject):
            found = Speaker(describe(scene, _with_complement(scene, subject, word)), None)
        if found and _could_be(scene, found, gender) and is_likely(scene, found.name, gender):
            return found
    return None


def _acts_on(scene: Scene, subject: Word, word: Word) -> bool:
    """Tell who does something to "him", and so is not he: "the inspector asked him", "has him say"."""
    if word.lower not in ("him", "her") or word.tag != "PRP" or subject.sentence != word.sentence:
        return False
    verb = scene.parse.words[word.head]
    marked = any(scene.parse.words[i].dep == "mark" for i in scene.parse.children[verb.i])
    return verb.i == subject.head or (verb.head == subject.head and not marked)


def _named_within(scene: Scene, noun: Word) -> Speaker | None:
    """The name beside a description: "His guest, the actress Ana Diaz, wept"."""
    start, end = noun.end, scene.parse.words[noun.right].end
    found = [m for m in scene.mentions if m.kind == "person" and start <= m.span.start and m.span.end <= end]
    set_off = scene.parse.folded.startswith(",", start) or any(_hangs_on(scene, one, noun) for one in found[:1])
    return Speaker(found[0].name, found[0]) if found and set_off else None


def _hangs_on(scene: Scene, mention: Mention, noun: Word) -> bool:
    """Tell the name set beside a noun behind a clause: "a trustee who voted no, Ana Diaz, left"."""
    return any(word.dep == "appos" and word.head == noun.i for word in words_of(scene, mention.span))


def _with_complement(scene: Scene, noun: Word, pronoun: Word) -> Sequence[Word]:
    """A noun with what says which one it is: "a farmer on the other side", without what a comma sets off."""
    words = scene.parse.words[noun.left : min(noun.right + 1, pronoun.i)]
    comma = next((one.i for one in words if one.i > noun.i and one.pos == "PUNCT" and one.text != "-"), None)
    return [one for one in words if comma is None or one.i < comma]


def _may_stand_for(scene: Scene, word: Word, opening: Word, noun: Word) -> bool:
    """Tell whether "he" may be someone described: not in a quotation, and "she" is not "her trainer"."""
    own = _GENDERS.get(opening.lower) == _GENDERS[word.lower]
    told = is_quoted(scene, word) and not _are_in_one_speech(scene, noun, word)
    return noun.tag == "NN" and word.tag == "PRP" and not own and not told


def _are_in_one_speech(scene: Scene, first: Word, second: Word) -> bool:
    speech = find_speech(scene, first.start)
    return speech is not None and speech is find_speech(scene, second.start)


def _is_subject(scene: Scene, word: Word) -> bool:
    """A subject, also one that the parse takes for an apposition of the place before it: "In Dorn, the aide said"."""
    if word.dep in ("nsubj", "nsubjpass"):
        return True
    after = scene.parse.words[word.i + 1 : word.i + 2]
    return word.dep == "appos" and bool(after) and after[0].dep == "ROOT" and after[0].tag in ("VBD", "VBZ", "VBP")


def _is_described_subject(scene: Scene, word: Word) -> bool:
    """Tell the subject of a main clause that says what someone is: "Their promoter"."""
    if not _is_subject(scene, word) or word.left == word.i or gender_of_noun(scene, word.lower) == "none":
        return False
    if word.dep == "appos":
        return True
    clauses = ("ROOT", "ccomp", "conj") if word.lower in scene.lexicon.roles else ("ROOT",)
    main = scene.parse.words[word.head].dep in clauses
    return main and scene.parse.words[word.left].tag in ("DT", "PRP$")


def is_quoted(scene: Scene, word: Word) -> bool:
    """Tell whether a word stands in direct speech."""
    return _is_in_speech(scene, word.start)


def _is_in_speech(scene: Scene, place: int) -> bool:
    return find_speech(scene, place) is not None


def gender_of(pronoun: str) -> str:
    """Return the gender that a pronoun tells, "" for "they" and words that are none."""
    return _GENDERS.get(pronoun, "")


def is_pronoun_form(words: str) -> bool:
    """Tell whether words are a pronoun alone."""
    return words.lower() in (_GENDERS.keys() | _FIRST_PERSON | THIRD_PLURAL | _THIRD_THING | {"you"})


def is_pronoun(word: Word) -> bool:
    """Tell whether a word stands for someone named elsewhere."""
    return word.pos == "PRON" or word.lower in _GENDERS
