""" "The corpus is what its guideline says, in every passage, or I am told where not.\""""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.evaluation import read_annotations, score_documents
from onrecord.evaluation.hearsay import annotate_passage, part_of, read_hearsay, take_passages
from onrecord.evaluation.passage_marks import join_lines, read_marks
from onrecord.evaluation.passages import Passage
from tests.evaluation.making import write_rows

FILES = sorted((Path(__file__).parents[2] / "corpora" / "hearsay" / "passages").glob("*.txt"))

PASSAGE = r"""# venn-1 | wire | Dorn Press | a ferry
[place KORVA] - [source1 Minister
[person Ada Quell]] [cue1 denied] on [said1 Monday] [content1 that [source3 divers] [cue3 had warned] [to3,1 the
council] [content3 of a leak]].

"[content2 It carried \[12\]]," [source2 she] [cue2 was quoted as saying] by [via1,2 the daily
[organisation Ost]], [hedge2 reportedly].
1: speaker=Ada Quell; act=deny; denial; via=Ost; to=the council
2: speaker=Ada Quell; via=Ost; act=assert; direct; office; said=1
3: speaker=divers; act=warn; to=the council; in=1

# venn-2 | local paper | Ost | nothing said
10:40 The bridge is shut.
"""


def write(folder: Path, content: str) -> Path:
    path = folder / "a.txt"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Passage, ...]:
    return read_hearsay([write(tmp_path, PASSAGE)])


def test_a_passage_is_read(passages: tuple[Passage, ...]) -> None:
    first, second = passages
    assert first.text == (
        "KORVA - Minister Ada Quell denied on Monday that divers had warned the council of a leak.\n\n"
        '"It carried [12]," she was quoted as saying by the daily Ost, reportedly.'
    )
    assert (first.style, first.outlet, first.topic) == ("wire", "Dorn Press", "a ferry")
    one, two, three = first.attributions
    assert [span.of(first.text) for span in (*one.source, *one.cue, *one.said)] == [
        "Minister Ada Quell",
        "denied",
        "Monday",
    ]
    assert (one.denial, one.act, one.speech, one.relays) == (True, "deny", "indirect", ("Ost",))
    assert (two.speech, two.office, two.said, two.parent) == ("direct", True, one.said, None)
    assert (three.parent, three.addressee, [span.of(first.text) for span in three.to]) == (
        1,
        "the council",
        ["the council"],
    )
    assert [(name.kind, name.span.of(first.text)) for name in first.names] == [
        ("place", "KORVA"),
        ("person", "Ada Quell"),
        ("organisation", "Ost"),
    ]
    assert (second.text, second.attributions) == ("10:40 The bridge is shut.", ())


def test_the_part_is_drawn_from_the_id(passages: tuple[Passage, ...]) -> None:
    for passage in passages:
        low = int(hashlib.sha256(passage.id.encode()).hexdigest()[0], 16) < 8
        assert passage.part == ("dev" if low else "test") == part_of(passage.id)


def test_a_passage_is_scored_as_gold(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    path = write_rows(tmp_path / "gold.jsonl", *map(annotate_passage, passages))
    read = read_annotations(path)
    assert {one.f1 for one in score_documents(read, read).measures} == {1.0}
    row = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    start, end = row["attributions"][1]["via"][0]["span"]
    assert row["text"][start:end] == "the daily Ost"
    assert row["attributions"][2]["nested_in"] == "1"


def test_a_relay_whose_name_is_not_in_its_mark(tmp_path: Path) -> None:
    marked = "[via1 It] and [via1 she] wrote [content1 so] of Ost.\n1: act=assert; via=Ost"
    (passage,) = read_hearsay([write(tmp_path, f"# a | b | c | d\n{marked}")])
    assert '"span": null' in json.dumps(annotate_passage(passage)["attributions"])
    (passage,) = read_hearsay([write(tmp_path, f"# a | b | c | d\n{marked.replace('[via1 she]', 'she')}")])
    assert '"via": [{"name": "Ost", "span": [0, 2]}]' in json.dumps(annotate_passage(passage)["attributions"])


GOOD = "[source1 Quell] [cue1 said] [content1 that it holds]."


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"{GOOD[:-2]}.\n1: speaker=Quell; act=assert", "the mark [content1 is not closed"),
        (f"{GOOD}]\n1: speaker=Quell; act=assert", "a bracket closes no mark"),
        (f"{GOOD} [ so]\n1: speaker=Quell; act=assert", "a bracket opens no mark"),
        (f"{GOOD} [quote1 so]\n1: speaker=Quell; act=assert", "the label 'quote1' is not known"),
        (f"{GOOD} [content1- so]\n1: speaker=Quell; act=assert", "the label 'content1-' is not known"),
        (f"{GOOD} [to1 ]\n1: speaker=Quell; act=assert", "the mark [to1 ] is empty"),
        (f"{GOOD} [to1 us ]\n1: speaker=Quell; act=assert; to=us", "begins or ends with a blank"),
        (f"{GOOD} [to us]\n1: speaker=Quell; act=assert", "the mark [to us] has no number"),
        (f"{GOOD} [place1 Ost]\n1: speaker=Quell; act=assert", "is a name and has a number"),
        (f"{GOOD} [cue2 so]\n1: speaker=Quell; act=assert", "number 2 is marked but has no line"),
        (f"{GOOD}\n1: speaker=Quell; act=assert\n1: act=deny", "number 1 has more than one line"),
        (f"{GOOD}\n1: speaker=Quell; act=assert\n2: act=deny", "attribution 2 has no content"),
        (f"{GOOD}\n1: speaker=Quell; act=shout", "act=shout is not one of assert, deny"),
        (f"{GOOD}\n1: speaker=Quell", "act= is missing"),
        (f"{GOOD}\n1: speaker=; act=assert", "speaker= is empty"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; act=deny", "act= stands twice"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; mood=bad", "the key mood= is not known"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; loud", "the flag 'loud' is not known"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; direct; mixed", "only one of direct, indirect and mixed"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; in=one", "in=one is no number"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; in=4", "in=4 names no other attribution"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; said=1", "said=1 is given, but nothing is marked said1"),
        (f"{GOOD}\n1: act=assert", "speaker= is missing"),
        (f"{GOOD}\n1: speaker=Ada Quell; act=assert", "has words that the passage has not: Ada"),
        (f"{GOOD}\n1: speaker=Quell; act=assert; via=Quell", "nothing is marked via1"),
        (f"{GOOD} [via1 Ost]\n1: speaker=Quell; act=assert", "via1 is marked, but via= is missing"),
        (f"{GOOD} [to1 us]\n1: speaker=Quell; act=assert", "to1 is marked, but to= is missing"),
        (f"{GOOD} So [content2 it is].\n1: speaker=Quell; act=assert\n2: act=assert; in=1", "does not stand inside"),
        ("[content1 that [cue2 so] [content2 it is]].\n1: act=assert\n2: act=assert", "but in= is missing"),
        (
            "[content1 a [content2 b [content3 c]]].\n1: act=ask\n2: act=ask; in=1\n3: act=ask; in=1",
            "a nearer attribution stands around it",
        ),
        ("1: act=assert\nThen text.", "a line stands in the text: 1: act=assert"),
        (f"{GOOD}\n1: speaker=Quell; act=assert\n\nMore text.", "a line stands in the text"),
        ("", "there is no text"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, body: str, message: str) -> None:
    passages, flaws = take_passages([write(tmp_path, f"# venn-1 | wire | Ost | a ferry\n{body}\n")])
    assert message in "; ".join(map(str, flaws))
    assert passages == ()


@pytest.mark.parametrize("header", ["# venn-1 | wire | Ost", "# | wire | Ost | x", "A text without a header."])
def test_a_passage_needs_its_header(tmp_path: Path, header: str) -> None:
    assert "a passage begins with a line" in str(take_passages([write(tmp_path, f"{header}\nText.\n")])[1][0])


def test_an_id_stands_once_and_many_flaws_are_counted(tmp_path: Path) -> None:
    twice = write(tmp_path, "# a | b | c | d\nText.\n" * 8)
    with pytest.raises(SourceError, match=r"an earlier passage has this id.* and 2 more"):
        read_hearsay([twice])


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_hearsay([tmp_path / "none.txt"])
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match="not in UTF-8"):
        read_hearsay([tmp_path / "b.txt"])


@given(st.text(st.sampled_from("ab[]\\ 1,\n«content1 "), max_size=60))
def test_every_mark_lies_inside_its_text(marked: str) -> None:
    text, marks, flaws = read_marks(join_lines(marked.split("\n")))
    assert all(0 <= mark.span.start <= mark.span.end <= len(text) for mark in marks)
    assert flaws or all(mark.span.of(text).strip() for mark in marks)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_corpus_keeps_its_guideline(path: Path) -> None:
    assert list(map(str, take_passages([path])[1])) == []


def test_every_passage_has_an_id_of_its_own() -> None:
    assert [str(flaw) for flaw in take_passages(FILES)[1] if "earlier passage" in flaw.message] == []


def test_what_is_nested_came_by_the_chain_of_the_statement_that_holds_it(tmp_path: Path) -> None:
    (passage,) = read_hearsay(
        [
            write(
                tmp_path,
                "# a | b | c | d\n[source1 Quell] [cue1 said] [content1 that [source2 divers] [cue2 feared] "
                "[content2 a leak]], wrote [via1 the Ost].\n"
                "1: speaker=Quell; act=assert; via=Ost\n2: speaker=divers; act=believe; in=1\n",
            )
        ]
    )
    rows = json.loads(json.dumps(annotate_passage(passage)))["attributions"]
    paper, speaker = {"name": "Ost", "span": [44, 51]}, {"name": "Quell", "span": [0, 5]}
    assert [row["via"] for row in rows] == [[paper], [paper, speaker]]
