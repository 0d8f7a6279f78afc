"""Finds the name that a source carries: its head, or what stands beside its head."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.scene import Scene, Speaker, words_of
from onrecord.language import Parse, Word
from onrecord.records import Mention


def find_named(scene: Scene, inside: Sequence[Mention], head: Word) -> Speaker | None:
    """The name that heads the source, or that stands beside its head: "the mayor, Ana Diaz"."""
    for mention in inside:
        if mention.span.start <= head.start < mention.span.end:
            return None if _says_less(scene, mention, head) else Speaker(mention.name, mention)
    people = [mention for mention in inside if mention.kind == "person"]
    for mention in people:
        role = mention.role.span if mention.role else None
        if role and role.start <= head.start < role.end:
            return Speaker(mention.name, mention)
    beside = next((mention for mention in people if _stands_beside(scene, mention, head)), None)
    if beside:
        return Speaker(beside.name, beside)
    for mention in inside:
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


def find_behind(scene: Scene, words: Sequence[Word]) -> Speaker | None:
    """The name that stands between commas right behind a description: "the skipper's widow, Ana, wants"."""
    behind = scene.parse.words[words[-1].i + 1 : words[-1].i + 3]
    if len(behind) < 2 or behind[0].text != "," or words[-1].tag not in ("NN", "NNP"):
        return None
    mention = next((m for m in scene.mentions if m.span.start == behind[1].start and m.kind == "person"), None)
    closed = mention is not None and scene.parse.folded.startswith(", ", mention.span.end)
    return Speaker(mention.name, mention) if mention is not None and closed else None
