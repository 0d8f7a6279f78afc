""" "Send me one file that I can open anywhere and that can do me no harm.\""""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from onrecord.dossier import draw_dossier
from onrecord.records import Accounts, Story, Things
from tests.dossier.stories import tell_long_story, tell_small_story

_VOID = {"meta", "input", "link", "br", "img", "hr", "col"}


class Outline(HTMLParser):
    """Collects what a reader's machine would see: elements, attributes, headings, ids."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = Counter[str]()
        self.attributes = list[tuple[str, str, str | None]]()
        self.open = list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value or "" for _, found, value in self.attributes if found == name]


@pytest.fixture(scope="module")
def page() -> str:
    return draw_dossier(tell_small_story())


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    assert found.open == []
    return found


def test_nothing_in_the_page_is_fetched_or_styled_or_handled_from_within(page: str, outline: Outline) -> None:
    assert (outline.tags["script"], outline.tags["style"]) == (2, 1)
    assert not outline.tags.keys() & {"img", "iframe", "object", "link", "base", "audio", "video", "embed"}
    names = {name for _, name, _ in outline.attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src", "srcset", "action"})
    assert "url(http" not in page


def test_the_policy_allows_our_style_and_script_alone(page: str, outline: Outline) -> None:
    policy = next(value for value in outline.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none';")
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inline = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert inline is not None
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_hostile_words_are_text(page: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("<script") == page.count("</script>") == 2
    assert "<img" not in page
    assert "\u202e" not in page
    assert "⟦U+202E⟧" in page
    assert 'href="javascript:' not in page


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_one_place(outline: Outline) -> None:
    ids = outline.values("id")
    assert [id for id, times in Counter(ids).items() if times > 1] == []
    # What the script draws is held to the same in the browser.
    drawn = ("text-", "record-", "statement-", "figure-", "position-")
    targets = {link[1:] for link in outline.values("href") if link.startswith("#")}
    assert {target for target in targets - set(ids) if not target.startswith(drawn)} == set()
    reports = set(outline.values("data-report"))
    assert reports <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    main = page[page.index("<main") : page.index("</main>")]
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", main)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_fields_have_labels_tables_have_headers_and_charts_have_titles(page: str, outline: Outline) -> None:
    labels = set(outline.values("for"))
    for field in re.findall(r'<(?:input|select) id="([^"]+)"', page):
        assert field in labels
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        assert 'scope="col"' in table or 'role="presentation"' in table
    for chart in re.findall(r'<svg[^>]*role="(?:img|group)"[^>]*>\s*(.{0,10})', page):
        assert chart.startswith("<title")


def test_a_story_of_nothing_is_a_page_of_sentences() -> None:
    story = Story(title="", documents=(), marks=(), things=Things(), accounts=Accounts(), problems=(), version="0.1.0")
    page = draw_dossier(story)
    for sentence in (
        "No statements were found.",
        "No figures were found.",
        "No reports were read.",
        "Everything could",
    ):
        assert sentence in page


def test_reports_that_are_not_marked_yet_are_shown(page: str) -> None:
    story = tell_small_story()
    bare = draw_dossier(replace(story, marks=(), things=Things(), accounts=Accounts()))
    assert "Nothing was marked in this report." in bare
    assert "The harbour office counted 37 damaged boats" in bare


@pytest.mark.parametrize("text", ["\ud800", "\x00", "]]>", "</style></script>", "{{ 7 * 7 }}", "{% raw %}"])
def test_any_text_can_be_a_title(text: str) -> None:
    page = draw_dossier(replace(tell_small_story(), title=text))
    page.encode("utf-8")
    assert page.count("</script>") == 2
    assert "49" not in page[: page.index("<style>")]


def test_the_same_story_is_the_same_page(page: str) -> None:
    assert draw_dossier(tell_small_story()) == page


def test_the_data_can_stand_in_the_page_whatever_it_holds(page: str) -> None:
    data = page[page.index('id="data">') + 10 : page.index("</script>")]
    assert not set("<>&\u2028\u2029") & set(data)
    held = json.loads(data)
    assert len(held["reports"]) == 4
    assert "⟦U+202E⟧" in data


def test_the_text_of_a_report_stands_in_the_page_once() -> None:
    assert draw_dossier(tell_long_story(1)).count("ferry 0 of line 0 would sail") == 1


def test_five_reports_stay_below_150_kilobytes() -> None:
    assert len(draw_dossier(tell_long_story(100, each=20)).encode()) < 150_000


def test_a_thousand_reports_stay_below_15_megabytes() -> None:
    tenth = len(draw_dossier(tell_long_story(2500)).encode())
    assert 10 * tenth < 15_000_000
