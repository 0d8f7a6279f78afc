""" "The sample story is what it says: its gold stands in its texts, and the record of it is right where it speaks.\""""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluation import Score, score_attributions, score_spans
from onrecord.evaluation.scores import add_scores
from onrecord.identity import document_id
from onrecord.linking import link
from onrecord.marking import Knowledge, load_knowledge, mark
from onrecord.reading import read_sources
from onrecord.records import Detail, Document, Interval, Marks, Publication, Span, Story
from onrecord.running import add_intakes, load_story, run_story
from onrecord.store import check_story, open_story
from tests.running.reports import quiet

EXAMPLES = Path(__file__).parent.parent / "examples"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (EXAMPLES / "harbour-gold" / "marks.jsonl").read_text(encoding="utf-8").splitlines()
]
ACCOUNTS: dict[str, Any] = json.loads((EXAMPLES / "harbour-gold" / "accounts.json").read_text(encoding="utf-8"))
LISTS = ("attributions", "timexes", "figures", "toponyms", "events")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    with open_story(tmp_path_factory.mktemp("harbour") / "harbour.db", create=True) as opened:
        add_intakes(opened, read_sources([str(EXAMPLES / "harbour")]), quiet)
        assert run_story(opened, 1, quiet).failed == 0
        found = check_story(opened)
        assert (found.documents, found.wrong) == (18, ())
        assert found.slots > 1500
        return load_story(opened)


def spans_with_words(item: object) -> Iterator[tuple[Any, Any]]:
    """Yield every span of a gold row, or list of spans, with the words that stand beside it."""
    if isinstance(item, dict):
        for key, value in item.items():
            words = item.get("words" if key in ("span", "trigger") else f"{key}_words")
            if words is not None and value:
                yield value, words
            yield from spans_with_words(value)
    elif isinstance(item, list):
        for part in item:
            yield from spans_with_words(part)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_every_word_of_the_gold_stands_in_its_report(row: dict[str, Any]) -> None:
    checked = 0
    for span, words in spans_with_words({name: row[name] for name in LISTS}):
        many = isinstance(span[0], list)
        assert ([row["text"][a:b] for a, b in span] if many else row["text"][slice(*span)]) == words
        checked += 1
    assert checked >= len(row["attributions"]) + len(row["figures"])


def test_the_gold_is_about_the_reports_that_are_there() -> None:
    read = [document for intake in read_sources([str(EXAMPLES / "harbour")]) for document in intake.documents]
    names = {Path(document.uri.partition("#")[0]).stem: document for document in read if "#" not in document.uri}
    rows = {document.uri.partition("#")[2]: document for document in read if "#" in document.uri}
    for row in GOLD:
        document = names.get(row["id"]) or rows[row["id"]]
        if row.get("from") != "html":
            assert document.text == row["text"]
        assert all(paragraph in document.text for paragraph in row["text"].split("\n"))


def test_every_quotation_of_the_accounts_stands_in_its_report() -> None:
    texts = {row["id"]: f"{row['title'] or ''}\n{row['text']}" for row in GOLD}
    members = [m for d in ACCOUNTS["discrepancies"] for side in d["sides"] for m in side]
    assert len(members) > 40
    for member in members:
        for part in member["words"].split(" [...] "):
            assert part in texts[member["document"]], member


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()


@cache
def _marked(name: str) -> tuple[Document, Marks]:
    row = next(row for row in GOLD if row["id"] == name)
    given = row["published"]
    publication = (
        Publication(interval=Interval(earliest=given["earliest"], latest=given["latest"]), basis="given", evidence=())
        if given and given["earliest"] == given["latest"]
        else None
    )
    title = Detail(value=row["title"], span=None, field="title", by="gold") if row["title"] else None
    document = Document(
        id=document_id(name),
        uri=name,
        capture="",
        text=row["text"],
        language="en",
        published=publication,
        title=title,
    )
    return document, mark(document, _knowledge())


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pairs)


def _attribution_score(row: dict[str, Any]) -> Score:
    wanted = [(_spans(a["source"]), _spans(a["content"])) for a in row["attributions"]]
    return score_attributions(row["text"], wanted, _marked(row["id"])[1].attributions)


def _time_score(row: dict[str, Any]) -> Score:
    document, marks = _marked(row["id"])
    readings = {reading.timex: reading.value for reading in link([document], [marks], ()).readings}
    wanted = [(Span(start=t["span"][0], end=t["span"][1]), t["value"]) for t in row["timexes"] if not t.get("optional")]
    return score_spans(wanted, [(timex.span, readings[timex.id]) for timex in marks.timexes])


def _figure_score(row: dict[str, Any]) -> Score:
    wanted = [(Span(start=f["span"][0], end=f["span"][1]), (f["value"], f["high"], f["op"])) for f in row["figures"]]
    found = [(f.span, (f.value, f.high, f.operator)) for f in _marked(row["id"])[1].figures]
    return score_spans(wanted, found)


@pytest.mark.parametrize(
    ("score", "precision", "recall"),
    [(_attribution_score, 0.60, 0.78), (_time_score, 0.82, 0.86), (_figure_score, 0.75, 0.90)],
    ids=["attributions", "times", "figures"],
)
def test_the_marks_are_near_the_gold(score: Any, precision: float, recall: float) -> None:
    total = add_scores([score(row) for row in GOLD])
    print(f"precision {total.precision:.3f}, recall {total.recall:.3f}, F1 {total.f1:.3f}")  # noqa: T201
    assert total.precision >= precision
    assert total.recall >= recall


def test_the_wire_copies_are_one_text(story: Story) -> None:
    uris = {document.id: Path(document.uri.rpartition("#")[2]).stem for document in story.documents}
    families = [{uris[member] for member in family.members} for family in story.things.copies]
    wanted = [set(family["members"]) for family in ACCOUNTS["copies"]]
    assert all(any(family <= group for group in wanted) for family in families)
    assert any(len(family) >= 3 for family in families)


def test_one_man_with_four_spellings_is_one_entity(story: Story) -> None:
    (kholdai,) = (e for e in story.things.entities if "Jevrin Kholdai" in e.variants)
    assert {"Jevrin Kholdai", "Yevrin Kholday", "Zhevrin Holdai", "Jervin Kholdai"} <= set(kholdai.variants)


def test_undated_statements_are_never_given_a_day(story: Story) -> None:
    (undated,) = (d for d in story.documents if d.uri.endswith("07-verrisk-interview-undated.txt"))
    dated = {d.document: d.publication for d in story.things.publications}
    assert undated.id not in dated or dated[undated.id].interval.latest is None
    positions = [p for p in story.accounts.positions if p.document == undated.id and p.actor == "Oda Verrisk"]
    assert positions
    assert all(p.said is None or p.said.latest is None for p in positions)
