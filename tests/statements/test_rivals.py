"""What else was proposed on these words, and not taken?"""

from onrecord.language import Parser, parse
from onrecord.statements import find_attributions, find_rivals
from tests.statements.reported import make_document


def test_the_cue_inside_another_cue_was_a_rival(parser: Parser) -> None:
    text = '"The dam holds," Dorn Press quoted the minister as saying.'
    document, parsed = make_document(text), parse(text, parser)
    (chosen,) = find_attributions(document, parsed)
    rivals = find_rivals(document, parsed, chosen)
    assert ("statements: quotation", "saying") in {(rival.by, rival.cue[0].of(text)) for rival in rivals}


def test_what_lies_elsewhere_is_no_rival(parser: Parser) -> None:
    text = "Orlova said that the dam stood. Brandt said that it leaked."
    document, parsed = make_document(text), parse(text, parser)
    first, _ = find_attributions(document, parsed)
    assert find_rivals(document, parsed, first) == ()
