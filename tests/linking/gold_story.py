"""The sample story with perfect marks, so that linking and accounts can be tried without the rooms below them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.identity import document_id, mark_id
from onrecord.records import (
    Attribution,
    Detail,
    Document,
    Expression,
    Figure,
    Interval,
    Marks,
    Mention,
    MentionKind,
    Named,
    Publication,
    Relay,
    Sentence,
    Span,
    Timex,
    Toponym,
)

GOLD = Path(__file__).parents[2] / "examples" / "harbour-gold"
Row = dict[str, Any]
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'\u201d\u2019»]*(?=\s)|(?=\n)|$)")


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The documents and marks of the gold, the ids that it gives to attributions, and what accounts it expects."""

    documents: tuple[Document, ...]
    marks: tuple[Marks, ...]
    attributions: dict[str, str]
    stems: dict[str, str]
    accounts: Row


def read_gold_story() -> GoldStory:
    """Return the sample story as its annotator marked it."""
    accounts = json.loads((GOLD / "accounts.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (GOLD / "marks.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = tuple(_document(row) for row in rows)
    ids: dict[str, str] = {}
    marks = tuple(_marks(row, document, accounts, ids) for row, document in zip(rows, documents, strict=True))
    stems = {document.id: row["id"] for row, document in zip(rows, documents, strict=True)}
    return GoldStory(documents, marks, ids, stems, accounts)


def _document(row: Row) -> Document:
    uri = row["id"]
    published = row["published"]
    known = published and published["basis"] != "inferred"
    return Document(
        id=document_id(uri),
        uri=uri,
        capture="0" * 64,
        text=row["text"],
        language="en",
        title=_detail(row["title"], row["text"]),
        outlet=_detail(row["outlet"], row["text"]),
        published=Publication(interval=_interval(published), basis=published["basis"], evidence=()) if known else None,
    )


def _detail(value: str | None, text: str) -> Detail | None:
    if value is None:
        return None
    at = text.find(value)
    span = Span(start=at, end=at + len(value)) if at >= 0 else None
    return Detail(value=value, span=span, field=None if span else "title", by="gold")


def _interval(published: Row) -> Interval:
    return Interval(earliest=published["earliest"], latest=published["latest"])


def _marks(row: Row, document: Document, accounts: Row, ids: dict[str, str]) -> Marks:
    timexes = [_timex(given, document) for given in row["timexes"]]
    mentions = tuple(_mentions(document, accounts))
    names = {form: entity["name"] for entity in accounts["entities"] for form in entity["variants"]}
    spoken = {m.name: m for m in reversed(mentions)}
    own = {
        names.get(m.name) or names.get(f"the {m.name}") or "": m.name
        for m in sorted(mentions, key=lambda m: len(m.name))
    }
    for given in row["attributions"]:
        ids[given["id"]] = mark_id("attribution", document.id, _at(given, "content")[0].start, given["id"])
    attributions = []
    for given in row["attributions"]:
        inside = [m.name for m in mentions for s in _at(given, "source") if m.kind != "place" and _holds(s, m.span)]
        meant = [name for name in inside if names.get(name, names.get(f"the {name}")) == given["speaker"]]
        source = meant[0] if meant else None
        name = source if source in own.values() else own.get(given["speaker"] or "", given["speaker"])
        attributions.append(_attribution(given, document, (name, spoken.get(name or "")), ids, timexes))
    return Marks(
        document=document.id,
        sentences=tuple(_sentences(document)),
        mentions=mentions,
        timexes=tuple(timexes),
        toponyms=tuple(_toponym(given, document) for given in row["toponyms"]),
        attributions=tuple(attributions),
        figures=tuple(_figures(row, document, tuple(attributions))),
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _sentences(document: Document) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(document.text):
        if match.group().strip():
            span = Span(start=match.start(), end=match.end())
            yield Sentence(id=mark_id("sentence", document.id, span.start), document=document.id, span=span)


def _at(given: Row, slot: str) -> tuple[Span, ...]:
    pairs = given.get(slot) if slot in given else given.get(f"{slot}_at")
    return tuple(Span(start=start, end=end) for start, end in pairs or ())


def _one(given: Row) -> Span:
    start, end = given.get("span") or given["at"]
    return Span(start=start, end=end)


def _attribution(
    given: Row,
    document: Document,
    speaker: tuple[str | None, Mention | None],
    ids: dict[str, str],
    timexes: list[Timex],
) -> Attribution:
    name, mention = speaker
    content = _at(given, "content")
    return Attribution(
        id=ids[given["id"]],
        document=document.id,
        source=_at(given, "source"),
        cue=_at(given, "cue"),
        content=content,
        speaker=name or " ".join(given["source_words"] or ()) or None,
        mention=mention.id if mention else None,
        via=tuple(_relay(via) for via in given["via"] or ()),
        addressee=None,
        denial=given["denial"],
        act=given["act"],
        speech="direct" if given["kind"] == "direct" else "mixed" if given["kind"] == "mixed" else "indirect",
        hedge=None,
        said=_said(given, document, content, timexes),
        parent=ids[given["nested_in"]] if given["nested_in"] else None,
        by="gold",
        confidence=None,
    )


def _relay(via: Row) -> Relay:
    start, end = via.get("span") or via.get("at") or (0, 1)
    return Relay(name=via["name"], span=Span(start=start, end=end), inherited=bool(via.get("inherited")))


def _said(given: Row, document: Document, content: tuple[Span, ...], timexes: list[Timex]) -> str | None:
    said = given["said"]
    if not said or not said["earliest"]:
        return None
    same = (said["earliest"], said["latest"])
    value = same[0] if same[0] == same[1] else same[0][:7] if same[0][:7] == same[1][:7] else same[0][:4]
    fitting = [t for t in timexes if t.expression.value == value]
    if fitting:
        return min(fitting, key=lambda t: abs(t.span.start - content[0].start)).id
    made = _timex({"span": [content[0].start, content[0].start + 1], "type": "DATE", "value": value}, document)
    timexes.append(made)
    return made.id


def _timex(given: Row, document: Document) -> Timex:
    span = _one(given)
    return Timex(
        id=mark_id("timex", document.id, span.start, given["value"] or ""),
        document=document.id,
        span=span,
        type=given["type"],
        expression=Expression(value=given["value"]),
        by="gold",
    )


def _toponym(given: Row, document: Document) -> Toponym:
    span = _one(given)
    return Toponym(
        id=mark_id("place", document.id, span.start),
        document=document.id,
        span=span,
        name=given["name"],
        latitude=None,
        longitude=None,
        radius_km=None,
        geonames=None,
        country=None,
        by="gold",
    )


def _figures(row: Row, document: Document, attributions: tuple[Attribution, ...]) -> Iterator[Figure]:
    starts = {_one(given).start: mark_id("figure", document.id, _one(given).start) for given in row["figures"]}
    for given in row["figures"]:
        span = _one(given)
        holders = [a for a in attributions if any(c.start <= span.start and span.end <= c.end for c in a.content)]
        holders.sort(key=lambda a: sum(c.end - c.start for c in a.content))
        claimants = tuple(Named(name=c["name"], span=_one(c)) for c in given["claimants"])
        yield Figure(
            id=starts[span.start],
            document=document.id,
            span=span,
            value=given["value"],
            high=given["high"],
            operator=given["op"],
            unit=given["unit"],
            measure=given["measure"],
            of=Named(name=given["of"]["text"], span=None) if given["of"] else None,
            place=Named(name=given["place"], span=None) if given["place"] else None,
            as_of=None,
            status=given["status"],
            claimants=claimants,
            attribution=holders[0].id if holders else None,
            by="gold",
            relation=given.get("relation"),
            part_of=starts.get(given["part_of"][0]) if given.get("part_of") else None,
            supersedes=starts.get(given["supersedes"][0]) if given.get("supersedes") else None,
        )


def _mentions(document: Document, accounts: Row) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    forms = [(form, entity) for entity in accounts["entities"] for form in entity["variants"]]
    for form, entity in sorted(forms, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", document.text.replace("\u00a0", " ")):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield _mention(document, match, form, entity)


def _mention(document: Document, match: re.Match[str], form: str, entity: Row) -> Mention:
    kinds: dict[str, MentionKind] = {"person": "person", "country": "place"}
    kind = kinds.get(entity["kind"], "organisation")
    name = _fullest(document, form, entity) if kind == "person" else re.sub("^[Tt]he ", "", form)
    text = document.text.replace("\u00a0", " ")
    before = text[: match.start()].rstrip(" ,")
    after = text[match.end() :].lstrip(" ,")
    role = next((r for r in entity["roles"] if before.endswith(r) or after.startswith(r)), None)
    return Mention(
        id=mark_id("mention", document.id, match.start()),
        document=document.id,
        span=Span(start=match.start(), end=match.end()),
        kind=kind,
        name=name,
        role=Named(name=role, span=None) if role else None,
        by="gold",
    )


def _fullest(document: Document, form: str, entity: Row) -> str:
    held = [v for v in entity["variants"] if v in document.text.replace("\u00a0", " ") and " " in v and v.isascii()]
    return max(held, key=len) if held else form
