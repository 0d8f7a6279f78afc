"""Describes a decided candidate in short named features, so that a judge can weigh it: how it was found, what it is.

A feature is a word of the form "what=value" that a candidate has or has not; a person can read the list. None names
a word of the text but the lemma of the cue, so that what is learnt of one topic holds for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.quotations import Quoted
from onrecord.statements.slots import cue_of, is_negated
from onrecord.statements.trees import SUBJECTS, ancestors
from onrecord.statements.voices import head_of, is_person_noun

_LENGTHS = (2, 4, 7, 12, 20, 35, 70)
_DISTANCES = (0, 1, 2, 4, 8, 15)
_FEW = (0, 1, 2, 4)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_QUESTIONS = frozenset(("WP", "WRB", "WDT", "WP$"))
_SUBORDINATE = frozenset(("relcl", "advcl", "acl", "csubj", "ccomp", "pcomp"))
_OPENERS = frozenset(("that", "to", "whether", "if", "as", "for", "about"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"))
_WHOLE, _HALF = 0.9, 0.5
_CROSSED = ("source", "begins", "length", "class", "hangs", "nested", "speech", "finite", "content hangs")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is counted once for all the candidates of a report: those of each word and of each sentence."""

    candidates: Sequence[Candidate]
    holding: dict[int, list[int]]
    in_sentence: dict[int, int]
    speaking: dict[str, int]
    paragraph_of_sentence: dict[int, tuple[int, int]]


def survey(parse: Parse, candidates: Sequence[Candidate]) -> Surroundings:
    """Count the candidates of a report by the words of their content and by their sentence."""
    holding: dict[int, list[int]] = {}
    in_sentence: dict[int, int] = {}
    speaking: dict[str, int] = {}
    for k, candidate in enumerate(candidates):
        sentence = parse.words[candidate.head].sentence
        in_sentence[sentence] = in_sentence.get(sentence, 0) + 1
        if candidate.source:
            name = head_of(parse, candidate.source).lower
            speaking[name] = speaking.get(name, 0) + 1
        for i in candidate.content:
            holding.setdefault(i, []).append(k)
    return Surroundings(candidates, holding, in_sentence, speaking, _places(parse))


def _places(parse: Parse) -> dict[int, tuple[int, int]]:
    """For every sentence the number of its paragraph and its own number in that paragraph."""
    places = {}
    for number, (first, last) in enumerate(parse.paragraphs):
        if first < last:
            begin = parse.words[first].sentence
            for sentence in range(begin, parse.words[last - 1].sentence + 1):
                places[sentence] = (number, sentence - begin)
    return places


def describe(parse: Parse, quoted: Quoted, around: Surroundings, k: int) -> list[str]:
    """Return the features of the candidate with that number, among the others of its report."""
    candidate = around.candidates[k]
    plain = [
        *_describe_cue(parse, candidate),
        *_describe_tree(parse, candidate),
        *_describe_source(parse, candidate),
        *_describe_content(parse, quoted, candidate),
        *_describe_order(parse, candidate),
        *_describe_place(parse, quoted, around, candidate),
        *_describe_rivals(around, k),
    ]
    crossed = [f"{candidate.rule} & {one}" for one in plain if one.partition("=")[0] in _CROSSED]
    return [f"rule={candidate.rule}", *plain, *crossed]


def _bucket(number: int, edges: tuple[int, ...]) -> str:
    return next((f"{edge}-" for edge in edges if number <= edge), "more")


def _describe_cue(parse: Parse, candidate: Candidate) -> Iterator[str]:
    word = parse.words[candidate.head]
    cue = cue_of(parse, candidate)
    yield f"lemma={word.lemma}"
    yield f"take={candidate.take}"
    yield f"{candidate.rule} & take={candidate.take}"
    yield f"tag={word.tag}"
    yield f"cue words={_bucket(len(candidate.cue), _FEW)}"
    for name in cue.classes or ("unlisted",):
        yield f"class={name}"
    yield f"takes so many={_bucket(len(cue.takes), _FEW)}"
    yield f"take listed={candidate.take in cue.takes}"
    if is_negated(parse, candidate):
        yield "negated"


def _describe_tree(parse: Parse, candidate: Candidate) -> Iterator[str]:
    word = parse.words[candidate.head]
    yield f"hangs={word.dep}"
    if word.head != word.i:
        yield f"hangs on={parse.words[word.head].pos}"
    above = list(ancestors(parse, word.i))
    yield f"depth={_bucket(len(above), _FEW)}"
    yield f"within={next((one.dep for one in above if one.dep in _SUBORDINATE), 'main')}"
    for c in parse.children[word.i]:
        child = parse.words[c]
        if child.dep in ("aux", "auxpass"):
            yield f"auxiliary={child.lower if child.tag == 'MD' else child.lemma}"
        elif child.dep in ("mark", "advmod") and child.i < word.i:
            yield f"led in by={child.lower if child.dep == 'mark' or child.tag == 'WRB' else 'adverb'}"
        elif child.dep in ("nsubjpass", "expl", "agent", "dobj", "dative", "prep", "prt"):
            yield f"has {child.dep}"
        elif child.tag in _QUESTIONS:
            yield "has question word"


def _describe_source(parse: Parse, candidate: Candidate) -> Iterator[str]:
    if not candidate.source:
        yield "source=none"
        return
    head = head_of(parse, candidate.source)
    yield f"source={_kind_of_source(head)}"
    yield f"source tag={head.tag}"
    yield f"source hangs={head.dep}"
    yield f"source words={_bucket(len(candidate.source), _LENGTHS)}"
    first = parse.words[min(candidate.source)].lower
    yield f"source opens={'the' if first in _DEFINITE else 'a' if first in ('a', 'an') else 'bare'}"
    if head.sentence != parse.words[candidate.head].sentence:
        yield "source in another sentence"
    tops = sum(parse.words[i].head not in candidate.source for i in candidate.source)
    yield f"source wholes={_bucket(tops, _FEW)}"


def _kind_of_source(head: Word) -> str:
    if head.tag in _QUESTIONS:
        return "relative"
    if head.tag in ("PRP", "PRP$"):
        return "thing pronoun" if head.lower in ("it", "its") else "own" if head.lower in _own() else "pronoun"
    if head.tag in ("NNP", "NNPS"):
        return "name"
    kind = load_voices().get(head.lower) or load_voices().get(head.lemma)
    if kind is not None:
        return kind
    return "person" if is_person_noun(head) else "other"


def _own() -> frozenset[str]:
    return load_words("first_person")


def _describe_content(parse: Parse, quoted: Quoted, candidate: Candidate) -> Iterator[str]:
    words = [i for i in sorted(candidate.content) if parse.words[i].pos != "PUNCT"]
    yield f"length={_bucket(len(words), _LENGTHS)}"
    if not words:
        return
    yield f"begins={_opening(parse, words[0])}"
    own = quoted.inside[candidate.head]
    within = sum(quoted.inside[i] >= 0 and quoted.inside[i] != own for i in words) / len(words)
    yield f"speech={'direct' if within >= _WHOLE else 'mixed' if within else 'indirect'}"
    yield f"pieces={_bucket(sum(b - a > 2 for a, b in zip(words, words[1:], strict=False)), _FEW)}"
    yield f"finite={any(parse.words[i].tag in _FINITE for i in words)}"
    yield f"sentences={_bucket(parse.words[words[-1]].sentence - parse.words[words[0]].sentence, _FEW)}"
    after = parse.words[words[-1] + 1] if words[-1] + 1 < len(parse.words) else None
    yield f"followed by={after.pos if after is not None else 'nothing'}"
    if candidate.source & candidate.content:
        yield "source in content"
    own_subject = any(parse.words[i].dep in SUBJECTS for i in words)
    yield f"own subject={own_subject}"
    if len(words) == 1:
        yield f"one word={parse.words[words[0]].tag}"
    taken = candidate.content | candidate.source | candidate.cue
    cut = {quoted.inside[i] for i in words} & {quoted.inside[i] for i in _neighbours(parse, words) if i not in taken}
    if cut - {-1, own}:
        yield "cuts a quotation"
    yield from _describe_shape(parse, candidate, words)


def _describe_shape(parse: Parse, candidate: Candidate, words: list[int]) -> Iterator[str]:
    """Whether a content is one whole of the parse, and what of its sentence it leaves to nobody."""
    tops = [parse.words[i] for i in words if parse.words[i].head not in candidate.content or parse.words[i].head == i]
    yield f"wholes={_bucket(len(tops), _FEW)}"
    if tops:
        yield f"content hangs={tops[-1].dep}"
        yield f"content is={tops[-1].tag}"
        yield f"content hangs on cue={any(top.head in candidate.cue for top in tops)}"
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    taken = candidate.content | candidate.source | candidate.cue
    yield f"left before={_bucket(_untaken(parse, range(first, min(taken)), taken), _DISTANCES)}"
    yield f"left after={_bucket(_untaken(parse, range(max(taken) + 1, last), taken), _DISTANCES)}"
    yield f"left between={_bucket(_untaken(parse, range(min(taken), max(taken)), taken), _DISTANCES)}"


def _neighbours(parse: Parse, words: list[int]) -> tuple[int, ...]:
    return tuple(i for i in (words[0] - 1, words[-1] + 1) if 0 <= i < len(parse.words) and parse.words[i].pos != "PUNCT")


def _untaken(parse: Parse, words: range, taken: frozenset[int]) -> int:
    return sum(i not in taken and parse.words[i].pos != "PUNCT" for i in words)


def _opening(parse: Parse, i: int) -> str:
    word = parse.words[i]
    if word.lower in _OPENERS:
        return word.lower
    return "question word" if word.tag in _QUESTIONS else word.pos if word.tag != "VBG" else "gerund"


def _describe_order(parse: Parse, candidate: Candidate) -> Iterator[str]:
    """In which order source (s), cue (c) and content (t) begin, and how far apart they stand."""
    slots = (("s", candidate.source), ("c", candidate.cue), ("t", candidate.content))
    begun = sorted((min(words), name) for name, words in slots if words)
    yield f"order={''.join(name for _, name in begun)}"
    if candidate.source:
        yield f"source away={_bucket(_gap(candidate.source, candidate.head), _DISTANCES)}"
    if candidate.cue and candidate.content:
        yield f"content away={_bucket(_gap(candidate.content, candidate.head), _DISTANCES)}"
    if candidate.content and max(candidate.content) > candidate.head > min(candidate.content):
        yield "cue within content"


def _gap(words: frozenset[int], i: int) -> int:
    first, last = min(words), max(words)
    return first - i if first > i else i - last if last < i else 0


def _describe_place(parse: Parse, quoted: Quoted, around: Surroundings, candidate: Candidate) -> Iterator[str]:
    sentence = parse.words[candidate.head].sentence
    first, last = parse.sentences[sentence]
    paragraph, number = around.paragraph_of_sentence.get(sentence, (0, 0))
    yield f"paragraph={_bucket(paragraph, _FEW)}"
    yield f"sentence={_bucket(number, _FEW)}"
    yield f"sentence words={_bucket(last - first, _LENGTHS)}"
    yield f"in sentence={_bucket(around.in_sentence[sentence], _FEW)}"
    yield f"ends={parse.words[last - 1].lower if parse.words[last - 1].pos == 'PUNCT' else 'no mark'}"
    yield f"quotation={_bucket(quoted.length(candidate.head), _LENGTHS)}"
    if sum(parse.words[i].text.isupper() for i in range(first, last)) > _HALF * (last - first):
        yield "capitals"
    if candidate.relays:
        yield "relayed"
    if candidate.source:
        yield f"speaks={_bucket(around.speaking[head_of(parse, candidate.source).lower], _FEW)}"


def _describe_rivals(around: Surroundings, k: int) -> Iterator[str]:
    """How many others have much the same content, lie in this one, or hold it."""
    mine = around.candidates[k]
    yield f"nested={mine.parent is not None}"
    near = {j for i in mine.content for j in around.holding.get(i, ()) if j != k}
    same = sum(_is_alike(mine.content, around.candidates[j].content) for j in near)
    yield f"rivals={_bucket(same, _FEW)}"
    yield f"inner={_bucket(sum(around.candidates[j].parent == k for j in near), _FEW)}"
    if any(around.candidates[j].head == mine.head for j in near):
        yield "shares its head"


def _is_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _HALF * len(one | other)
