"""Reads the hearsay corpus, and says what is wrong with a passage; the format is in its GUIDELINE.md."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.evaluation.passage_checks import check_numbers, check_passage
from onrecord.evaluation.passage_lines import Line, read_line, split_lines
from onrecord.evaluation.passage_marks import NAMES, Mark, join_lines, read_marks
from onrecord.evaluation.passages import GoldAttribution, GoldName, Part, Passage
from onrecord.exports.rows import Cell, Row
from onrecord.records import Span

_HEADER = "# "
_FIELDS = 4
_LOST_LINE = re.compile(r"\d+:[ \t].*\bact=\w")
_MOST_FLAWS = 5
Block = tuple[str, list[str]]  # the header and the lines under it


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a passage, and where it stands."""

    file: str
    passage: str
    message: str

    def __str__(self) -> str:
        """Return the flaw as a sentence."""
        return f"{self.file}, {self.passage}: {self.message}"


def read_hearsay(paths: Iterable[Path]) -> tuple[Passage, ...]:
    """Read the passages of files.

    Raises:
        SourceError: a file cannot be read or a passage is not as the guideline has it.
    """
    passages, flaws = take_passages(paths)
    if flaws:
        more = f" ... and {len(flaws) - _MOST_FLAWS} more" if len(flaws) > _MOST_FLAWS else ""
        raise SourceError("; ".join(map(str, flaws[:_MOST_FLAWS])) + more)
    return passages


def take_passages(paths: Iterable[Path]) -> tuple[tuple[Passage, ...], tuple[Flaw, ...]]:
    """Return the passages in which nothing is wrong, and the flaws of the others."""
    passages: dict[str, Passage] = {}
    flaws: list[Flaw] = []
    for path in paths:
        for header, lines in _blocks(path):
            passage, messages = _read_passage(header, lines)
            name = header.split("|")[0].strip() or "(no id)"
            if passage is not None and passage.id in passages:
                messages = (*messages, "an earlier passage has this id")
            flaws.extend(Flaw(path.name, name, message) for message in messages)
            if passage is not None and not messages:
                passages[passage.id] = passage
    return tuple(passages.values()), tuple(flaws)


def part_of(name: str) -> Part:
    """Return the part that a passage belongs to: by the first hexadecimal digit of the SHA-256 of its id."""
    return "dev" if hashlib.sha256(name.encode()).hexdigest()[0] < "8" else "test"


def annotate_passage(passage: Passage) -> Row:
    """Return a passage as a row that `onrecord annotate` reads and `onrecord score` scores against."""
    return {
        "id": passage.id,
        "outlet": passage.outlet,
        "style": passage.style,
        "topic": passage.topic,
        "part": passage.part,
        "text": passage.text,
        "attributions": [_annotate(passage.text, one) for one in _with_chains_of_parents(passage.attributions)],
        "mentions": [{"span": [name.span.start, name.span.end], "kind": name.kind} for name in passage.names],
    }


def _blocks(path: Path) -> Iterator[Block]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not in UTF-8.") from None
    block: Block = ("", [])
    for line in lines:
        if line.startswith(_HEADER):
            if block[0] or any(map(str.strip, block[1])):
                yield block
            block = (line[len(_HEADER) :].strip(), [])
        else:
            block[1].append(line)
    if block[0] or any(map(str.strip, block[1])):
        yield block


def _read_passage(header: str, lines: list[str]) -> tuple[Passage | None, tuple[str, ...]]:
    fields = [part.strip() for part in header.split("|")]
    if len(fields) != _FIELDS or not all(fields):
        return None, ("a passage begins with a line: # ID | style | outlet | topic",)
    body, below = split_lines(lines)
    text, marks, flaws = read_marks(join_lines(body))
    read = [read_line(line) for line in below]
    given = [line for line, _ in read]
    flaws += tuple(f"attribution {line.number}: {flaw}" for line, wrong in read for flaw in wrong)
    flaws += tuple(f"a line stands in the text: {line.strip()[:40]}" for line in body if _is_lost_line(line))
    flaws += tuple(check_numbers(marks, given))
    if not text:
        flaws += ("there is no text",)
    if flaws:
        return None, flaws
    passage = Passage(
        id=fields[0],
        style=fields[1],
        outlet=fields[2],
        topic=fields[3],
        part=part_of(fields[0]),
        text=text,
        attributions=_with_shared_sources(
            [_build(line, marks) for line in sorted(given, key=lambda x: x.number)], text
        ),
        names=tuple(GoldName(span=mark.span, kind=mark.label) for mark in marks if mark.label in NAMES),
    )
    return passage, tuple(check_passage(passage, given))


def _with_shared_sources(attributions: Sequence[GoldAttribution], text: str) -> tuple[GoldAttribution, ...]:
    """Give an attribution with a cue and a speaker but no source of its own the subject that it shares.

    "[source1 The mayor] [cue1 thanked] ... and [cue2 promised] ..." marks the subject of both verbs once: it is the
    last source before the cue, in the same paragraph, of the same speaker.
    """
    whole = []
    for one in attributions:
        if one.cue and one.speaker and not one.source:
            one = replace(one, source=_shared_source(one, attributions, text))
        whole.append(one)
    return tuple(whole)


def _shared_source(one: GoldAttribution, others: Iterable[GoldAttribution], text: str) -> tuple[Span, ...]:
    at = one.cue[0].start
    before = [
        other.source
        for other in others
        if other.speaker == one.speaker
        and other.source
        and other.source[-1].end <= at
        and "\n\n" not in text[other.source[-1].end : at]
    ]
    return max(before, key=lambda source: source[-1].end, default=())


def _is_lost_line(line: str) -> bool:
    return _LOST_LINE.match(line.strip()) is not None


def _build(line: Line, marks: Sequence[Mark]) -> GoldAttribution:
    def spans(label: str, number: int = line.number) -> tuple[Span, ...]:
        return tuple(mark.span for mark in marks if mark.label == label and number in mark.numbers)

    relays = line.values.get("via", "").split(",")
    return GoldAttribution(
        number=line.number,
        source=spans("source"),
        cue=spans("cue"),
        content=spans("content"),
        via=spans("via"),
        to=spans("to"),
        said=spans("said", line.number_of("said") or line.number),
        hedge=spans("hedge"),
        speaker=line.values.get("speaker"),
        relays=tuple(relay.strip() for relay in relays if relay.strip()),
        addressee=line.values.get("to"),
        act=line.values["act"],
        denial="denial" in line.flags,
        parent=line.number_of("in"),
        speech=line.speech,
        office="office" in line.flags,
        lost="lost" in line.flags,
    )


def _with_chains_of_parents(attributions: Sequence[GoldAttribution]) -> tuple[GoldAttribution, ...]:
    """Give a nested attribution without a chain of its own the mouths that it came through.

    Passages name a chain once, on the outermost statement: what that holds came the same way, and through its speaker
    where that is somebody else.
    """
    whole = {one.number: one for one in attributions}
    return tuple(_with_chain(one, whole, 0) for one in attributions)


def _with_chain(one: GoldAttribution, others: Mapping[int, GoldAttribution], depth: int) -> GoldAttribution:
    outer = others.get(one.parent) if one.parent is not None else None
    if one.relays or outer is None or depth > len(others):
        return one
    outer = _with_chain(outer, others, depth + 1)
    told = bool(outer.source and outer.speaker) and outer.speaker != one.speaker
    speaker = (outer.speaker or "",) if told else ()
    return replace(one, relays=(*outer.relays, *speaker), via=(*outer.via, *(outer.source[:1] if told else ())))


def _annotate(text: str, one: GoldAttribution) -> Row:
    return {
        "id": str(one.number),
        "source": _cells(one.source),
        "cue": _cells(one.cue),
        "content": _cells(one.content),
        "speaker": one.speaker,
        "via": [{"name": relay, "span": _span_of(relay, one.via, text)} for relay in one.relays],
        "addressee": one.addressee,
        "denial": one.denial,
        "act": one.act,
        "speech": one.speech,
        "said_words": _cells(one.said),
        "hedge": _cell(one.hedge[0]) if one.hedge else None,
        "nested_in": None if one.parent is None else str(one.parent),
        "office": one.office,
        "lost": one.lost,
    }


def _cells(spans: Iterable[Span]) -> list[Cell]:
    return [_cell(span) for span in spans]


def _cell(span: Span) -> Cell:
    return [span.start, span.end]


def _span_of(name: str, spans: Sequence[Span], text: str) -> Cell:
    """The mark that carries a relay's name: the one that holds its last word, or the only one."""
    last = name.split()[-1].casefold()
    holding = [span for span in spans if last in span.of(text).casefold()] or (spans if len(spans) == 1 else [])
    return _cell(holding[0]) if holding else None
