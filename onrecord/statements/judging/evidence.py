"""Describes a decided candidate in short named features, so that a judge can weigh it: how it was found, what it is.

A feature is a word of the form "what=value" that a candidate has or has not; a person can read the list. None names
a word of the text but the lemma of the cue, and none tells where in the report it stands or how long its sentence is:
those told one corpus from another, not right from wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import ancestors
from onrecord.statements.grammar.voices import head_of, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.slots.particulars import cue_of, is_negated

_LENGTHS = (2, 4, 7, 12, 20, 35, 70)
_DISTANCES = (0, 1, 2, 4, 8, 15)
_FEW = (0, 1, 2, 4)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_QUESTIONS = frozenset(("WP", "WRB", "WDT", "WP$"))
_SUBORDINATE = frozenset(("relcl", "advcl", "acl", "csubj", "ccomp", "pcomp"))
_TELLING = frozenset(("nsubjpass", "expl", "agent", "dobj", "dative", "prep", "prt"))
_OPENERS = frozenset(("that", "to", "whether", "if", "as", "for", "about"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"))
_CROSSED = frozenset(("source", "begins", "length", "class", "take", "hangs", "nested", "speech", "content hangs"))
_WHOLE, _HALF = 0.9, 0.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The candidates of a report, which of them hold each word, and how often each speaker is given."""

    candidates: Sequence[Candidate]
    holding: dict[int, list[int]]
    speaking: dict[str, int]


def survey(parse: Parse, candidates: Sequence[Candidate]) -> Surroundings:
    """Count the candidates of a report by the words of their content and by their speakers."""
    holding: dict[int, list[int]] = {}
    speaking: dict[str, int] = {}
    for k, candidate in enumerate(candidates):
        if candidate.source:
            name = head_of(parse, candidate.source).lower
            speaking[name] = speaking.get(name, 0) + 1
        for i in candidate.content:
            holding.setdefault(i, []).append(k)
    return Surroundings(candidates, holding, speaking)


def describe(parse: Parse, quoted: Quoted, around: Surroundings, k: int) -> list[str]:
    """Return the features of the candidate with that number, among the others of its report."""
    candidate = around.candidates[k]
    plain = [
        *_describe_cue(parse, candidate),
        *_describe_clause(parse, candidate),
        *_describe_source(parse, around, candidate),
        *_describe_content(parse, quoted, candidate),
        *_describe_order(candidate),
        *_describe_rest(parse, candidate),
        *_describe_rivals(around, k),
    ]
    crossed = [f"{candidate.rule} & {one}" for one in plain if one.partition("=")[0] in _CROSSED]
    return list(dict.fromkeys((f"rule={candidate.rule}", *plain, *crossed)))


def _bucket(number: int, edges: tuple[int, ...]) -> str:
    return next((str(edge) for edge in edges if number <= edge), "more")


def _describe_cue(parse: Parse, candidate: Candidate) -> Iterator[str]:
    word = parse.words[candidate.head]
    cue = cue_of(parse, candidate)
    yield f"lemma={word.lemma}"
    yield f"take={candidate.take}"
    yield f"tag={word.tag}"
    yield f"cue words={_bucket(len(candidate.cue), _FEW)}"
    for name in sorted(cue.classes) or ("unlisted",):
        yield f"class={name}"
    yield f"takes so many={_bucket(len(cue.takes), _FEW)}"
    yield f"take listed={candidate.take in cue.takes}"
    if is_negated(parse, candidate):
        yield "negated"
    if candidate.relays:
        yield "relayed"


def _describe_clause(parse: Parse, candidate: Candidate) -> Iterator[str]:
    """Where the cue hangs in its sentence, and what hangs on it."""
    word = parse.words[candidate.head]
    above = list(ancestors(parse, word.i))
    yield f"hangs={word.dep}"
    yield f"hangs on={above[0].pos if above else 'nothing'}"
    yield f"depth={_bucket(len(above), _FEW)}"
    yield f"within={next((one.dep for one in above if one.dep in _SUBORDINATE), 'main')}"
    for c in parse.children[word.i]:
        child = parse.words[c]
        if child.dep in ("aux", "auxpass"):
            yield f"auxiliary={child.lower if child.tag == 'MD' else child.lemma}"
        elif child.dep == "mark":
            yield f"led in by={child.lower}"
        elif child.dep in _TELLING:
            yield f"has={child.dep}"
        elif child.tag in _QUESTIONS:
            yield "has=question word"


def _describe_source(parse: Parse, around: Surroundings, candidate: Candidate) -> Iterator[str]:
    if not candidate.source:
        yield "source=none"
        return
    head = head_of(parse, candidate.source)
    first = parse.words[min(candidate.source)].lower
    yield f"source={_kind_of_source(head)}"
    yield f"source tag={head.tag}"
    yield f"source hangs={head.dep}"
    yield f"source words={_bucket(len(candidate.source), _LENGTHS)}"
    yield f"source opens={'the' if first in _DEFINITE else 'a' if first in ('a', 'an') else 'bare'}"
    yield f"speaks={_bucket(around.speaking[head.lower], _FEW)}"
    if head.sentence != parse.words[candidate.head].sentence:
        yield "source in another sentence"


def _kind_of_source(head: Word) -> str:
    if head.tag in _QUESTIONS:
        return "relative"
    if head.tag in ("PRP", "PRP$"):
        own = head.lower in load_words("first_person")
        return "own pronoun" if own else "thing pronoun" if head.lower in ("it", "its") else "pronoun"
    if head.tag in ("NNP", "NNPS"):
        return "name"
    kind = load_voices().get(head.lower) or load_voices().get(head.lemma)
    return kind or ("person" if is_person_noun(head) else "other")


def _describe_content(parse: Parse, quoted: Quoted, candidate: Candidate) -> Iterator[str]:
    words = _spoken(parse, candidate.content)
    yield f"length={_bucket(len(words), _LENGTHS)}"
    if not words:
        return
    own = quoted.inside[candidate.head]
    within = sum(quoted.inside[i] >= 0 and quoted.inside[i] != own for i in words) / len(words)
    yield f"speech={'direct' if within >= _WHOLE else 'mixed' if within else 'indirect'}"
    yield f"begins={_opening(parse.words[words[0]])}"
    yield f"pieces={_bucket(sum(b - a > 2 for a, b in pairwise(words)), _FEW)}"
    yield f"finite={any(parse.words[i].tag in _FINITE for i in words)}"
    yield f"followed by={parse.words[words[-1] + 1].pos if words[-1] + 1 < len(parse.words) else 'nothing'}"
    tops = [parse.words[i] for i in words if parse.words[i].head not in candidate.content or parse.words[i].head == i]
    yield f"wholes={_bucket(len(tops), _FEW)}"
    if tops:
        yield f"content hangs={tops[-1].dep}"
        yield f"content is={tops[-1].tag}"


def _spoken(parse: Parse, words: Iterable[int]) -> list[int]:
    return [i for i in sorted(words) if parse.words[i].pos != "PUNCT"]


def _opening(word: Word) -> str:
    if word.lower in _OPENERS:
        return word.lower
    return "question word" if word.tag in _QUESTIONS else "gerund" if word.tag == "VBG" else word.pos


def _describe_order(candidate: Candidate) -> Iterator[str]:
    """In which order source (s), cue (c) and content (t) begin, and how far from the cue they stand."""
    slots = (("s", candidate.source), ("c", candidate.cue), ("t", candidate.content))
    yield f"order={''.join(name for _, name in sorted((min(words), name) for name, words in slots if words))}"
    if candidate.source:
        yield f"source away={_bucket(_gap(candidate.source, candidate.head), _DISTANCES)}"
    if candidate.content:
        yield f"content away={_bucket(_gap(candidate.content, candidate.head), _DISTANCES)}"
        if min(candidate.content) < candidate.head < max(candidate.content):
            yield "cue within content"


def _gap(words: frozenset[int], i: int) -> int:
    return max(0, min(words) - i, i - max(words))


def _describe_rest(parse: Parse, candidate: Candidate) -> Iterator[str]:
    """How much of its sentence an attribution leaves to nobody: a piece of what was said may be lost there."""
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    taken = candidate.content | candidate.source | candidate.cue
    begin, end = min(taken, default=first), max(taken, default=first)
    for where, words in (("before", range(first, begin)), ("after", range(end + 1, last)), ("amid", range(begin, end))):
        left = [i for i in _spoken(parse, words) if i not in taken]
        yield f"left {where}={_bucket(len(left), _DISTANCES)}"


def _describe_rivals(around: Surroundings, k: int) -> Iterator[str]:
    """How many others have much the same content, and how many lie in this one."""
    mine = around.candidates[k]
    near = {j for i in mine.content for j in around.holding[i] if j != k}
    same = sum(_is_alike(mine.content, around.candidates[j].content) for j in near)
    yield f"nested={mine.parent is not None}"
    yield f"rivals={_bucket(same, _FEW)}"
    yield f"inner={_bucket(sum(around.candidates[j].parent == k for j in near), _FEW)}"
    if any(around.candidates[j].head == mine.head for j in near):
        yield "shares its cue"


def _is_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _HALF * len(one | other)
