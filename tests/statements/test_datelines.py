"""Is the place that opens a report taken for a speaker?"""

from onrecord.language import Parser, parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.edges.datelines import find_datelines, strip_dateline


def test_a_dateline_is_neither_source_nor_content(parser: Parser) -> None:
    parsed = parse("DORN, May 3 (Dorn Press) - Orlova said that the dam held.", parser)
    place = {word.text: word.i for word in parsed.words}
    wrong = Candidate(
        head=place["said"],
        cue=frozenset({place["said"]}),
        source=frozenset({place["DORN"]}),
        content=frozenset({place["DORN"], place["dam"], place["held"]}),
        rule="clause",
    )
    right = strip_dateline(parsed, find_datelines(parsed), wrong)
    assert [parsed.words[i].text for i in right.source] == ["Orlova"]
    assert right.content == {place["dam"], place["held"]}


def test_a_headline_with_a_dash_is_no_dateline(parser: Parser) -> None:
    assert find_datelines(parse("NO TALKS ON NEW PIER IN DORN - MINISTER", parser)) == {}
    assert find_datelines(parse("The dam - the old one - holds.", parser)) == {}
