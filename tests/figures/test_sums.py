"""I want to be told when the numbers of one report add up, and when they should but do not."""

from onrecord.figures import check_sums, find_figures
from onrecord.figures.sums import Sum
from onrecord.language import Parser, parse
from onrecord.records import Document


def sums(text: str, parser: Parser) -> tuple[Sum, ...]:
    document = Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")
    return check_sums(find_figures(document, parse(text, parser)))


def test_parts_that_the_text_ties_to_a_whole(parser: Parser) -> None:
    (one,) = sums("Of the 640 km border, 410 km have been marked and 230 km remain disputed.", parser)
    assert (one.total, one.holds, one.stated) == (640, True, True)


def test_parts_that_do_not_add_up(parser: Parser) -> None:
    (one,) = sums("Of the 640 km border, 410 km have been marked and 200 km remain disputed.", parser)
    assert (one.total, one.holds) == (610, False)


def test_numbers_that_add_up_unsaid(parser: Parser) -> None:
    (one,) = sums("The border is 900 km long. Some of it, 500 km, is marked. The other 400 km remain disputed.", parser)
    assert (one.total, one.holds, one.stated) == (900, True, False)


def test_other_units_and_small_numbers_are_left_alone(parser: Parser) -> None:
    assert sums("They sent 20 trucks, 30 tents and 50 nurses.", parser) == ()
    assert sums("He sold 2 horses and 3 horses and 5 horses.", parser) == ()
    assert sums("", parser) == ()
