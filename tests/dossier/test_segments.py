""" "Show me the report as it stands, with every mark on it.\""""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossier.characters import finish, show_characters
from onrecord.dossier.segments import Paragraph, cut_text
from onrecord.records import Document, Marks, Span
from tests.dossier.builders import attribute, count
from tests.dossier.sea_wall import OVERRIDE, mark_seawall, mark_undated, write_documents


def find_looks(paragraphs: tuple[Paragraph, ...], text: str) -> set[str]:
    found = [s for paragraph in paragraphs for s in paragraph.segments if s.text == text]
    assert found, f"no segment reads {text!r}"
    return set(found[0].look.split())


def write(text: str, debris: tuple[Span, ...] = ()) -> Document:
    return Document(id="d", uri="u", capture="", text=text, language=None, debris=debris)


def test_nested_marks_are_both_drawn() -> None:
    seawall = write_documents()[0]
    paragraphs = cut_text(seawall, mark_seawall(seawall))
    assert find_looks(paragraphs, "that the money was there") == {"content2"}
    assert find_looks(paragraphs, "March") == {"content1", "date", "opens", "closes"}
    inner = next(s for p in paragraphs for s in p.segments if s.text == "that the money was there")
    assert inner.marks.split() == ["record-aorlova2", "record-adahl2"]
    assert inner.link == "record-aorlova2"


def test_crossing_marks_are_cut_where_they_cross() -> None:
    undated = write_documents()[2]
    paragraphs = cut_text(undated, mark_undated(undated))
    assert "content2" in find_looks(paragraphs, "could cost")
    assert find_looks(paragraphs, "The wall,") == {"content1", "doubtful"}


def test_what_the_page_left_over_is_debris() -> None:
    seawall = write_documents()[0]
    paragraphs = cut_text(seawall, mark_seawall(seawall))
    assert [p.is_debris for p in paragraphs] == [False, False, False, False, True]
    assert find_looks(paragraphs, "Advertisement: subscribe now") == {"debris"}


def test_each_mark_is_one_place_to_land_on() -> None:
    document = write("She said it. She said it.")
    whole = attribute("a1", document, "She", "said", "it")
    same = count("f1", document, "it", 1, "things")
    paragraphs = cut_text(document, Marks(document="d", attributions=(whole,), figures=(same,)))
    anchors = [anchor for p in paragraphs for s in p.segments for anchor in s.anchors]
    assert sorted(anchors) == ["text-a1", "text-f1"]


@pytest.mark.parametrize("text", ["", "\n\n \n", "..."])
def test_a_report_of_next_to_nothing_is_drawn(text: str) -> None:
    assert len(cut_text(write(text), None)) == (1 if text.strip() else 0)


@given(
    st.text(alphabet="ab \n", max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=8),
)
def test_the_segments_put_together_are_the_text(text: str, edges: list[tuple[int, int]]) -> None:
    document = write(text, tuple(Span(start=min(pair), end=max(pair)) for pair in edges[:2]))
    content = tuple(Span(start=min(pair), end=max(pair)) for pair in edges[2:])
    marks = Marks(document="d", attributions=(replace(attribute("a", document, "", "", ""), content=content),))
    drawn = "\n".join("".join(s.text for s in p.segments) for p in cut_text(document, marks))
    assert drawn == "\n".join(line for line in text.split("\n") if line.strip())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"a{OVERRIDE}b", "a⟦U+202E⟧nihton⟦U+202C⟧b".replace("nihton", "gnihton")),
        ("a\x00b\x1bc", "a⟦U+0000⟧b⟦U+001B⟧c"),
        ("one\r\ntwo\ttabs", "one\ntwo\ttabs"),
        ("old\rMac", "old⟦U+000D⟧Mac"),
        ("\ufeffbom \u200bzero \u2028line", "⟦U+FEFF⟧bom ⟦U+200B⟧zero ⟦U+2028⟧line"),
        ("\ud800 alone", "⟦U+D800⟧ alone"),
        (
            "\u0645\u06cc\u200c\u0631\u0648\u062f, \u0160, \u5317\u4eac",
            "\u0645\u06cc\u200c\u0631\u0648\u062f, \u0160, \u5317\u4eac",
        ),
    ],
)
def test_characters_that_act_are_shown(text: str, shown: str) -> None:
    assert show_characters(text) == shown


@given(st.text())
def test_no_character_acts_after_it_was_shown(text: str) -> None:
    acting = {unicodedata.category(c) for c in show_characters(text) if c not in "\n\t\u200c\u200d\u00ad"}
    assert not acting & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_nothing_is_put_out_for_what_is_not_there() -> None:
    assert finish(None) == ""
    assert finish(3) == 3
