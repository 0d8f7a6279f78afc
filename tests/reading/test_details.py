"""What stands above and below a plain text is recognised; what is not plainly there stays unknown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import Details, find_details
from onrecord.reading.days import read_days
from onrecord.reading.debris import DebrisRule, find_debris, is_debris, load_debris_rules
from onrecord.reading.headers import HEAD_RULES, Kind, read_head_line
from tests.marked import gold, plain
from tests.reading.reports import REPORT

END = f"\n{REPORT}"
LABELS = ("title", "outlet", "byline", "dateline", "url")


def found(text: str) -> set[tuple[str, str]]:
    details = find_details(text)
    marks = {(name, detail.span) for name in LABELS if (detail := getattr(details, name))}
    marks |= {("date", detail.span) for detail in (details.published.evidence if details.published else ())}
    marks |= {("debris", span) for span in details.debris}
    return {(name, span.of(text)) for name, span in marks if span}


@pytest.mark.parametrize(
    "line",
    [
        "[title Talks on the harbour end]\n",
        "[title Talks on the harbour end]",
        "[title WHO OWNS THE HARBOUR?]\n",
        "# [title Talks on the harbour end]\n",
        "[debris ---]\n\n**[title TALKS END]**\n\n[debris -]\n\n[date 05.02.2031]\n\n"
        "[date [outlet The Harbour Post] (5 February 2031)]\n",
        "[outlet THE HARBOUR POST]\n[date Wednesday, 5 February 2031]\n\n[title Korva and Dorn part without a word]\n",
        "Harbour Talks Fail\n[date 5 February 2031]\n\nFerries Idle As Korva Waits For Dorn\n",
        "[outlet Dorn Voice]\n[date 5 February 2031]\n\n[title Korva and Dorn part]\n",
        "[outlet Dornwire]\n[date 5 February 2031]\n\n[title Korva and Dorn part]\n\nBy [byline Ada Quell]\n",
        "[title Talks on the harbour end]\nBy [byline Ada Quell, Ben Orme and Cy de Roe] | The Harbour Post\n"
        "[date Published: Feb 5, 2031 at 10:00 GMT]\n",
        "[title Talks on the harbour end]\n\nBy [byline our correspondent in Korva]\n\n",
        "[title Talks on the harbour end]\nSource: [outlet Dorn Press]\n",
        "[title Talks on the harbour end]\n[date By [byline Ada Quell] | 5 February 2031]\n",
        "[title Talks on the harbour end]\nAda Quell | 5 February 2031\n",
        "[title Talks on the harbour end]\nKorva (5 February 2031)\n",
        "[title Talks on the harbour end]\nNews | 5 February 2031\n",
        "[title Talks on the harbour end]\nPress Release (5 February 2031)\n",
        "Korva, 5 February 2031\n\n[title Talks on the harbour end]\n",
        "[date [outlet Dornwire], Wednesday, 5 February 2031]\n\n[title Talks on the harbour end]\n",
        "[title Talks on the harbour end]\n[date [outlet post.example] (5 February 2031)]\n",
        "[title Talks on the harbour end]\n[date [outlet BBN] (5 February 2031)]\n",
        "[title Talks on the harbour end]\n[date [outlet Harbour Post] | 2031-02-05]\n",
        "[title Talks on the harbour end]\n[date [outlet Harbour Post] Published Saturday, March 1, 2031 1:19PM]\n",
        "[title Talks on the harbour end]\n[date 10:30, 5 February 2031]\nUpdated: 6 February 2031, 11:00\n",
        "[title Talks on the harbour end]\n\n[dateline KORVA, March 3 ([outlet Dorn Press])] - The talks ended.\n",
        "[dateline KORVA ([outlet Dorn Press])] -- The talks ended.",
        "[dateline KORVA, Dorn, 3 March. /[outlet DP]/.] The talks ended.",
        "[dateline KORVA] — “It is over,” she said.",
        "[dateline KORVA, Dorn ([outlet DP])] _\n",
        "[dateline Korva ([outlet DP])]\n",
        "[debris Home]\n[debris Home > World]\n[debris Share this]\n\n[title Talks on the harbour end]\n",
    ],
)
def test_a_header_is_read(line: str) -> None:
    assert found(plain(line + END)) == gold(line + END)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The talks that began in Korva on\nMonday went on in Dorn, where the\nmayor had called them dead.\n",
        "Russet sails, a blue harbour\n\nand no wind at all, the captain said.",
        "The talks ended.\n" + REPORT,
        "On 5 February 2031 the talks ended, and nobody knew why.\n" + REPORT,
        "Munich, 5 February 2031\n\n" + REPORT,
        "Talks of Korva (5 February 2031)\n\n" + REPORT,
        "Alpha\nBeta\nGamma delta\nEpsilon zeta\nEta theta\nIota kappa\n\n" + REPORT,
        "rain and wind (5 February 2031)\n" + REPORT,
        "5 February 2031\n6 February 2031\n7 February 2031\n8 February 2031\n" + REPORT,
        "By Monday evening\n\n",
        "one line without an end",
        "Source: the ministry, which gave no figures.\n" + REPORT,
        "Source: Health Ministry\n" + REPORT,
        "EXCLUSIVE - The talks are over, the mayor said on Monday evening in Korva.",
        "Korva - a port that nobody visits - is for sale, its mayor said on Monday evening.",
        "",
        "\n \n",
        "?!",
        "()",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    details = find_details(text)
    assert details == Details(debris=details.debris)


@pytest.mark.parametrize(
    ("header", "days"),
    [
        ("5 February 2031", ("2031-02-05", "2031-02-05")),
        ("Wednesday, February 5th, 2031", ("2031-02-05", "2031-02-05")),
        ("(2031-02-05)", ("2031-02-05", "2031-02-05")),
        ("25.02.2031", ("2031-02-25", "2031-02-25")),
        ("02/25/2031", ("2031-02-25", "2031-02-25")),
        ("Wed 05.02.2031", ("2031-02-05", "2031-02-05")),
        ("05.02.2031\nThe Harbour Post (5 February 2031)", ("2031-02-05", "2031-02-05")),
        ("02/05/2031\nThe Harbour Post (5 February 2031)", ("2031-02-05", "2031-02-05")),
        ("4 February 2031\nThe Harbour Post (5 February 2031)", ("2031-02-04", "2031-02-05")),
        ("Updated: 5 February 2031", None),
        ("05.02.2031", ("2031-02-05", "2031-05-02")),
        ("No. 43, 5 February 2031", ("2031-02-05", "2031-02-05")),
        ("5 February 2031 \u00b7 Front page", ("2031-02-05", "2031-02-05")),
        ("URGENT. KORVA. 5 FEB 2031 13:10", ("2031-02-05", "2031-02-05")),
        ('"The Evening Chair", 5 February 2031. Transcript, abridged', ("2031-02-05", "2031-02-05")),
        ("It rained in Korva, 5 February 2031. Again", None),
        ("Monday, 5 February 2031", None),
        ("31 February 2031", None),
        ("5 February", None),
    ],
)
def test_a_date_in_the_header_is_the_date_of_the_report(header: str, days: tuple[str, str] | None) -> None:
    published = find_details(f"Talks on the harbour end\n\n{header}\n\n{REPORT}").published
    assert (published and (published.interval.earliest, published.interval.latest)) == days
    assert published is None or published.basis == "stated"


@pytest.mark.parametrize(
    ("over", "under", "outlet"),
    [
        ("THE HARBOUR POST\nYour paper on the quay", "", "THE HARBOUR POST"),
        ("DTA - Dorn Telegraph Agency", "DORN", "DTA - Dorn Telegraph Agency"),
        ("Office of the President of Dorn\nPress service", "", "Office of the President of Dorn"),
        ("VOICE OF DORN, English Service", "World", "VOICE OF DORN, English Service"),
        ("Radio Dorn", "Translated from the original by the Gulf Reader", "Radio Dorn"),
        ("THE DAILY LARK", "", "THE DAILY LARK"),
        ("Dorn Post | World", "", "Dorn Post"),
    ],
)
def test_the_lines_over_a_date_name_who_publishes(over: str, under: str, outlet: str) -> None:
    details = find_details(f"{over}\n5 February 2031\n{under}\n\nTalks on the harbour end\n\n{REPORT}")
    assert (details.outlet and details.outlet.value, details.title and details.title.value) == (
        outlet,
        "Talks on the harbour end",
    )


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("THE DORN BEACON, Wednesday 5 February 2031, page 1", "THE DORN BEACON"),
        ("RADIO KORVA / SIX O'CLOCK BULLETIN / WED 5 FEB 2031 / SCRIPT AS READ", "RADIO KORVA"),
        ("Dorn Beacon, 5 February 2031, special edition", "Dorn Beacon"),
        ("World, 5 February 2031, page 1", None),
        ("KORVA, 5 February 2031, page 1", None),
    ],
)
def test_a_line_with_a_date_may_begin_with_who_publishes(line: str, outlet: str | None) -> None:
    details = find_details(f"{line}\n\n{REPORT}")
    assert (details.outlet and details.outlet.value) == outlet
    assert details.published is not None
    assert details.published.interval.earliest == "2031-02-05"


def test_a_title_may_be_a_cry_in_capitals() -> None:
    details = find_details(f"THE DAILY LARK\n5 February 2031\n\nIT WAS THEM!\n\n{REPORT}")
    assert details.title is not None
    assert details.title.value == "IT WAS THEM!"


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("05.02.2031", "may be 2031-02-05 or 2031-05-02"),
        ("Monday, 5 February 2031", "a weekday that does not fit"),
        ("4 February 2031\n\n5 February 2031", "dates that differ"),
    ],
)
def test_a_date_that_is_not_clear_is_a_question(header: str, says: str) -> None:
    text = f"Talks on the harbour end\n\n{header}\n\n{REPORT}"
    (doubt,) = find_details(text).doubts
    assert says in doubt.message
    assert doubt.span is not None
    assert doubt.span.of(text) in header


def test_what_stands_below_a_report() -> None:
    title = "Korva harbour talks end"
    text = f"{title}\n\n{REPORT}\n\nBy Ada Quell\nSource: Dorn Press\nPublished: 5 February 2031\nShare this\n"
    assert found(text) == {
        ("title", title),
        ("byline", "Ada Quell"),
        ("outlet", "Dorn Press"),
        ("date", "Published: 5 February 2031"),
        ("debris", "Share this"),
    }


@pytest.mark.parametrize(
    ("address", "own"),
    [("https://post.example/2031/korva-harbour-talks-end", True), ("https://post.example/2031/rain", False)],
)
def test_an_address_is_the_report_s_own_only_when_it_spells_the_title(address: str, own: bool) -> None:
    url = find_details(f"Korva harbour talks end\n\n{REPORT}\n\n<{address}>\n").url
    assert (url is not None and url.value == address) == own


@pytest.mark.parametrize("rule", load_debris_rules(), ids=lambda rule: rule.name)
def test_each_rule_for_debris(rule: DebrisRule) -> None:
    assert re.fullmatch(rule.pattern, rule.example, re.IGNORECASE)
    assert not is_debris(rule.other)
    text = f"{REPORT}\n  {rule.example} \n{REPORT}"
    assert [span.of(text) for span in find_debris(text)] == [rule.example]


HEADS: dict[str, Kind] = {
    "find_debris_line": "debris",
    "find_date_line": "date",
    "find_other_date_line": "other date",
    "find_outlet_date_line": "outlet and date",
    "find_furnished_date_line": "date",
    "find_byline": "byline",
    "find_source_line": "source",
    "find_dateline": "dateline",
    "find_heading": "heading",
}


@pytest.mark.parametrize("rule", HEAD_RULES, ids=lambda rule: str(rule.__name__))
def test_each_rule_for_headers_takes_its_line_and_leaves_the_other(rule: object) -> None:
    doc = str(rule.__doc__)
    example, other = re.findall(r'"(.+?)"(?= but|\.$)', doc)
    kind = HEADS[getattr(rule, "__name__", "")]
    assert read_head_line(example, 0, len(example)).kind == kind
    assert read_head_line(other, 0, len(other)).kind != kind


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("5 Feb. 2031", ("2031-02-05",)),
        ("the 5th of February 2031", ("2031-02-05",)),
        ("Sat, 1 Mar 2031", ("2031-03-01",)),
        ("Mon 3 March 2031", ("2031-03-03",)),
        ("05.05.2031", ("2031-05-05",)),
        ("05.06.2031", ("2031-05-06", "2031-06-05")),
        ("31.31.2031", ()),
        ("5 February", ()),
        ("yesterday", ()),
    ],
)
def test_the_days_that_a_date_may_mean(words: str, days: tuple[str, ...]) -> None:
    assert read_days(words) == days


TEXTS = st.lists(
    st.sampled_from(
        [
            "KORVA, March 3 (DP) - Rain.",
            "5 February 2031",
            "The Post (05.02.2031)",
            "By Ada Quell",
            "---",
            "Talks end",
            "**Talks**",
            "# Talks",
            REPORT,
            "Share this",
            "\u00a0",
            "  Source: Dorn Press ",
            "https://a.example/talks",
        ]
    )
    | st.text(max_size=30),
    max_size=8,
).map("\n".join)


@given(TEXTS)
def test_every_span_lies_in_its_text_and_has_words(text: str) -> None:
    details = find_details(text)
    spans = [detail.span for name in LABELS if (detail := getattr(details, name))]
    spans += [detail.span for detail in (details.published.evidence if details.published else ())]
    spans += [*details.debris, *(doubt.span for doubt in details.doubts)]
    assert all(span and 0 <= span.start < span.end <= len(text) and span.of(text).strip() for span in spans)
