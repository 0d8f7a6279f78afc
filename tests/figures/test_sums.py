"""I want to be told when the numbers of one report add up, and when they should but do not."""

from onrecord.figures import check_sums, find_figures
from onrecord.figures.sums import Sum
from onrecord.language import Parser, parse
from onrecord.records import Document


def sums(text: str, parser: Parser) -> tuple[Sum, ...]:
    document = Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")
    return check_sums(find_figures(document, parse(text, parser)))


def test_parts_that_the_text_ties_to_a_whole(parser: Parser) -> None:
    (one,) = sums("Of the 70 km road, 45 km are paved and 25 km are still gravel.", parser)
    assert (one.total, one.holds, one.stated) == (70, True, True)


def test_parts_that_do_not_add_up(parser: Parser) -> None:
    (one,) = sums("Of the 70 km road, 45 km are paved and 20 km are still gravel.", parser)
    assert (one.total, one.holds) == (65, False)


def test_numbers_that_add_up_unsaid(parser: Parser) -> None:
    (one,) = sums("The canal is 90 km long. Some of it, 50 km, is dredged. The other 40 km are silted up.", parser)
    assert (one.total, one.holds, one.stated) == (90, True, False)


def test_other_units_and_small_numbers_are_left_alone(parser: Parser) -> None:
    assert sums("They sent 20 trucks, 30 tents and 50 nurses.", parser) == ()
    assert sums("He sold 2 horses and 3 horses and 5 horses.", parser) == ()
    assert sums("", parser) == ()


def test_parts_that_were_not_meant_to_cover_the_whole(parser: Parser) -> None:
    assert sums("Of the 90 miners, 12 were hurt and 15 resigned.", parser) == ()


def test_a_step_between_an_old_and_a_new_number(parser: Parser) -> None:
    (one,) = sums("The number of injured rose by 12 from 48 to 60.", parser)
    assert (one.total, one.holds, one.stated) == (60, True, True)
    (one,) = sums("The number of injured rose by 14 from 48 to 60.", parser)
    assert (one.total, one.holds) == (62, False)


def test_more_than_two_parts(parser: Parser) -> None:
    (one,) = sums("The yard built 120 boats. It sold 53 boats, leased 41 boats and scrapped 26 boats.", parser)
    assert (len(one.parts), one.total, one.holds, one.stated) == (3, 120, True, False)
