"""Finds the name that a source carries: its head, or what stands beside its head."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.scene import Scene, Speaker, words_of
from onrecord.language import Parse, Word
from onrecord.records import Mention

_BETWEEN = 12


def find_named(scene: Scene, inside: Sequence[Mention], head: Word) -> Speaker | None:
    """The name that heads the source, or that stands beside its head: "the mayor, Ana Diaz"."""
    for mention in inside:
        letters = head.text in scene.lexicon.honours and head.start - mention.span.end == 1  # "Ana Diaz KC"
        if letters or mention.span.start <= head.start < mention.span.end:
            return None if _says_less(scene, mention, head) else Speaker(mention.name, mention)
        if mention.span.start == head.end + 1 and head.text.islower() and mention.kind != "place":  # "the brewer Dorn"
            return Speaker(mention.name, mention)
    people = [mention for mention in inside if mention.kind == "person"]
    for mention in people:
        role = mention.role.span if mention.role else None
        if role and role.start <= head.start < role.end:
            return Speaker(mention.name, mention)
    beside = next((mention for mention in people if _stands_beside(scene, mention, head)), None)
    if beside:
        return Speaker(beside.name, beside)
    for mention in inside:
        if _is_told_below(scene, mention, head):
            continue
        last = [word for word in words_of(scene, mention.span) if word.dep in ("appos", "compound", "nmod")]
        if any(_leads_to(scene.parse, word.i, head.i) for word in last if mention.kind in ("person", "organisation")):
            return Speaker(mention.name, mention)
    return None


def _stands_beside(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell a name set behind its description: "the director of the zoo, Dr. Ana Diaz", "a man called Diaz"."""
    if mention.span.start < head.end:
        return False
    before = scene.parse.folded[head.end : mention.span.start].split()
    while before and before[-1].lower() in scene.lexicon.titles:
        before.pop()
    return bool(before) and (before[-1].endswith(",") or before[-1] in ("called", "named"))


def _is_told_below(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell a name whose bearer is told of as whose somebody is: "the lawyer of the cyclist | Ana Diaz"."""
    between = [word for word in scene.parse.words[head.i + 1 : head.i + _BETWEEN] if word.end <= mention.span.start]
    linked = next((k for k, word in enumerate(between) if word.tag in ("IN", "TO")), None)
    return linked is not None and not any(word.text == "," for word in between[linked:])


def _says_less(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell a name that the source narrows down: "Democrats on the committee"."""
    complement = any(scene.parse.words[i].dep in ("prep", "relcl") for i in scene.parse.children[head.i])
    return mention.kind == "group" and complement


def _leads_to(parse: Parse, i: int, head: int) -> bool:
    """Word i stands beside the head: an apposition of it, or a part of such a one."""
    word = parse.words[i]
    if word.dep == "compound" and word.head != head:
        word = parse.words[word.head]
    return word.head == head and (word.dep == "appos" and parse.words[head].i < word.i)


def find_unknown_beside(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """The capitals set off behind a description, in which no name was found: "its industry federation, Orvring"."""
    comma = next((k for k, word in enumerate(words) if word.text == "," and word.i > head.i), None)
    if comma is not None and words[comma - 1].i != head.i:
        return None
    if comma is None or head.tag not in ("NN", "NNS") or not head.text.islower():
        return None
    behind = words[comma + 1 :]
    end = next((k for k, word in enumerate(behind) if word.text == ","), len(behind))
    behind = behind[1:end] if behind and behind[0].lower in ("the", "sir", "dame") else behind[:end]
    named = bool(behind) and all(word.tag in ("NNP", "NNPS", "HYPH", "POS") for word in behind)
    if not named or not all(word.text[0].isupper() for word in (behind[0], behind[-1])):
        return None
    return Speaker(scene.parse.folded[behind[0].start : behind[-1].end], None)


def find_aged(scene: Scene, words: Sequence[Word]) -> Speaker | None:
    """The name before an age that was taken for a source: "Ana Diaz, | 81, | said"."""
    if len(words) != 1 or not words[0].text.isdigit() or words[0].i < 2:
        return None
    comma = scene.parse.words[words[0].i - 1]
    people = (m for m in scene.mentions if m.kind == "person" and m.span.end == comma.start)
    mention = next(people, None) if comma.text == "," else None
    return Speaker(mention.name, mention) if mention is not None else None


def find_behind(scene: Scene, words: Sequence[Word]) -> Speaker | None:
    """The name that stands between commas right behind a description: "the skipper's widow, Ana, wants"."""
    behind = scene.parse.words[words[-1].i + 1 : words[-1].i + 3]
    if len(behind) < 2 or behind[0].text != "," or words[-1].tag not in ("NN", "NNP"):
        return None
    mention = next((m for m in scene.mentions if m.span.start == behind[1].start and m.kind == "person"), None)
    if mention is None:
        return _find_single_name(scene, words, behind[1])
    closed = scene.parse.folded.startswith(", ", mention.span.end)
    return Speaker(mention.name, mention) if closed else None


def _find_single_name(scene: Scene, words: Sequence[Word], name: Word) -> Speaker | None:
    """ "Its trade federation, Orvring, wants": one name alone, of what is somebody's, in which no name was found."""
    closed = scene.parse.folded.startswith(", ", name.end) and name.tag == "NNP" and name.text[0].isupper()
    theirs = words[0].tag == "PRP$" or any(word.tag == "POS" for word in words)
    return Speaker(name.text, None) if closed and theirs else None
