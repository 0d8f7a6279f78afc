""" "A report longer than the parser takes is marked whole, and every mark stands where it belongs.\""""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import find_sections
from onrecord.records import Attribution, Detail, Document, Expression, Marks, Relay, Span, Timex
from onrecord.sections import cut_document, join_marks, shift_marks


@given(st.text(st.sampled_from("ab \n"), max_size=400), st.integers(2, 50))
def test_sections_cover_a_text_and_none_is_too_long(text: str, longest: int) -> None:
    sections = find_sections(text, longest)
    assert "".join(text[a:b] for a, b in sections) == text
    assert all(b - a <= longest for a, b in sections)


def test_a_text_is_cut_between_paragraphs() -> None:
    assert find_sections("one two\nthree four\nfive", 12) == [(0, 8), (8, 19), (19, 23)]


def _marks() -> Marks:
    said = Timex(
        id="t1", document="d", span=Span(start=8, end=14), type="DATE", expression=Expression(value=None), by="rule"
    )
    saying = Attribution(
        id="a1",
        document="d",
        source=(Span(start=0, end=6),),
        cue=(Span(start=15, end=19),),
        content=(Span(start=20, end=30),),
        speaker="Orlova",
        mention=None,
        via=(Relay(name="Dorn Press", span=Span(start=31, end=41)),),
        addressee=None,
        denial=False,
        act="assert",
        speech="indirect",
        hedge=None,
        said="t1",
        parent=None,
        by="rule",
        confidence=0.5,
    )
    return Marks(document="d", timexes=(said,), attributions=(saying,))


def test_shifted_marks_move_whole_and_keep_their_links() -> None:
    moved = shift_marks(_marks(), 100)
    saying = moved.attributions[0]
    assert saying.source == (Span(start=100, end=106),)
    assert saying.via[0].span == Span(start=131, end=141)
    assert saying.said == moved.timexes[0].id != "t1"
    assert shift_marks(_marks(), 0) == _marks()


def test_joined_marks_have_ids_of_their_own() -> None:
    other = replace(_marks(), attributions=(replace(_marks().attributions[0], denial=True),))
    joined = join_marks("d", [_marks(), other, _marks()])
    assert [a.id for a in joined.attributions] == ["a1", "a1-2"]
    assert [t.id for t in joined.timexes] == ["t1"], "what is told twice is kept once"
    assert joined.document == "d"


def test_a_cut_document_says_where_its_details_stand_in_each_section() -> None:
    title = Detail(value="Pier", span=Span(start=0, end=4), field=None, by="rule")
    byline = Detail(value="Quell", span=Span(start=10, end=15), field=None, by="rule")
    whole = Document(
        id="d",
        uri="a.txt",
        capture="c",
        text="Pier safe\nQuell writes",
        language="en",
        title=title,
        byline=byline,
        debris=(Span(start=5, end=12),),
    )
    first, second = cut_document(whole, [(0, 10), (10, 22)])
    assert first.document.text + second.document.text == whole.text
    assert (first.last, second.last, second.start, second.end) == (False, True, 10, 22)
    assert first.document.title == title
    assert second.document.title is not None
    assert second.document.title.span is None
    assert second.document.byline is not None
    assert second.document.byline.span == Span(start=0, end=5)
    assert (first.document.debris, second.document.debris) == ((Span(start=5, end=10),), (Span(start=0, end=2),))
    assert [section.document for section in cut_document(whole, [(0, 22)])] == [whole]
