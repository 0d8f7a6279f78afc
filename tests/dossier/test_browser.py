""" "Click a word, see its record, come back; filter; and let nothing in the reports run.\""""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from onrecord.dossier import draw_dossier
from tests.dossier.stories import tell_long_story, tell_small_story

pytestmark = pytest.mark.browser


def _find_chromium(playwright: Playwright) -> str | None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    own = playwright.chromium.executable_path
    return found or (own if os.path.exists(own) else None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = _find_chromium(playwright)
        if path is None:
            pytest.skip("no Chromium here: apt-get install chromium, or playwright install chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _write(tmp_path_factory.mktemp("dossier"), "small.html", draw_dossier(tell_small_story()))


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _write(tmp_path_factory.mktemp("dossier"), "long.html", draw_dossier(tell_long_story(1000)))


def _write(folder: Path, name: str, page: str) -> str:
    path = folder / name
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, address: str, troubles: list[str]) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5000)
    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: troubles.append(request.url) if "small.html" not in request.url else None)
    page.goto(address)
    yield page
    page.close()


def test_the_page_runs_clean_and_asks_for_nothing(page: Page, troubles: list[str]) -> None:
    page.wait_for_timeout(200)
    assert troubles == []
    expect(page.locator("#filter")).to_be_visible()
    expect(page.locator("img, iframe, script:not(:last-of-type, [type='application/json'])")).to_have_count(0)


def test_our_style_is_not_blocked(page: Page) -> None:
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") == "1152px"


def come_near(page: Page, place: str) -> None:
    """Scroll to a place of the page and wait until what lies there is drawn."""
    page.locator(place).first.evaluate("n => n.scrollIntoView()")
    page.wait_for_function("p => !document.querySelector(p).matches('.waiting, :has(.waiting)')", arg=place)


def come_to_statements(page: Page) -> None:
    for i in range(page.locator(".speaker").count()):
        page.locator(".speaker").nth(i).evaluate("n => n.scrollIntoView()")
        page.wait_for_timeout(20)
    page.wait_for_function("() => [...document.querySelectorAll('.speaker .waiting')].every(n => !n.clientHeight)")


def test_a_mark_leads_to_its_record_and_back(page: Page) -> None:
    come_near(page, "#report-dseawall")
    page.locator("#text-aplan").click()
    record = page.locator("#record-aplan")
    assert page.url.endswith("#record-aplan")
    expect(record.locator("dl")).to_be_visible()
    assert "in view" in page.evaluate(
        "(r => r.top >= 0 && r.bottom <= innerHeight ? 'in view' : JSON.stringify(r))"
        "(document.querySelector('#record-aplan h4').getBoundingClientRect())"
    )
    assert page.locator(".m.on").count() >= 4
    record.get_by_role("link", name="in the text").click()
    assert page.url.endswith("#text-aplan")
    assert page.locator("#text-aplan").evaluate("n => n.classList.contains('here')")


def test_choosing_a_mark_does_not_move_the_text(page: Page) -> None:
    come_near(page, "#report-dundated")
    mark = page.locator("#text-across")
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    before = mark.bounding_box()
    mark.click()
    after = mark.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3
    page.go_back()
    assert "#" not in page.url


def test_a_nested_mark_names_the_marks_around_it(page: Page) -> None:
    come_near(page, "#report-dseawall")
    page.get_by_role("link", name="that the money was there", exact=True).first.click()
    assert page.url.endswith("#record-aorlova2")
    expect(page.locator("#report-dseawall .also")).to_contain_text("Piet Dahl")


def test_why_tells_the_rule(page: Page) -> None:
    come_near(page, "#report-dseawall")
    page.locator("#text-aplan").click()
    page.locator("#record-aplan summary").click()
    expect(page.locator("#record-aplan details")).to_contain_text("said-that clause")


def test_a_filter_hides_what_it_should_and_lives_in_the_address(page: Page, browser: Browser) -> None:
    come_to_statements(page)
    page.get_by_role("button", name="More filters").click()
    page.get_by_label("Speaker").select_option(label="Piet Dahl")
    page.get_by_label("Confidence").select_option("80")
    expect(page.locator("#statement-Sadahl2")).to_be_visible()
    expect(page.locator("#statement-Saplan")).to_be_hidden()
    expect(page.locator("#statement-Sadahl")).to_be_hidden()
    again = browser.new_page()
    again.goto(page.url)
    come_to_statements(again)
    assert again.get_by_label("Speaker").input_value() == page.get_by_label("Speaker").input_value()
    expect(again.locator("#statement-Saplan")).to_be_hidden()
    expect(again.locator("#state")).to_contain_text("Showing")
    again.get_by_role("button", name="Clear").click()
    come_to_statements(again)
    expect(again.locator("#statement-Saplan")).to_be_visible()
    again.close()


def test_the_days_of_a_filter_keep_the_undated_until_told_otherwise(page: Page) -> None:
    come_to_statements(page)
    page.get_by_role("button", name="More filters").click()
    page.get_by_label("From").fill("2031-09-01")
    expect(page.locator("#statement-Saback")).to_be_visible()
    expect(page.locator("#statement-Saplan")).to_be_hidden()
    expect(page.locator("#statement-Sanot")).to_be_visible()
    page.get_by_label("Undated").select_option("no")
    expect(page.locator("#statement-Sanot")).to_be_hidden()


def test_a_folded_list_opens_and_counts_what_is_left(page: Page) -> None:
    folded = page.locator("[data-clock=said] details.undated")
    expect(folded.locator("summary")).to_have_text(re.compile("^\\s*" + re.escape("8 without a date")))
    folded.locator("summary").click()
    page.get_by_label("Search").fill("smaller wall")
    expect(folded.locator("summary")).to_have_text(re.compile("^\\s*" + re.escape("1 without a date")))
    assert folded.get_attribute("open") is not None


def test_a_filter_stays_when_a_link_is_followed(page: Page) -> None:
    page.get_by_label("Search").fill("money")
    come_to_statements(page)
    page.locator("#statement-Sadahl2 a.open").click()
    page.wait_for_function("() => location.hash.includes('q=money')")
    assert "at=text-adahl2" in page.url


def test_marks_of_hidden_records_are_plain_text(page: Page) -> None:
    for report in ("#report-dundated", "#report-dseawall"):
        come_near(page, report)
    page.get_by_role("button", name="More filters").click()
    page.get_by_label("Confidence").select_option("50")
    assert page.locator("#text-acost").evaluate("n => n.classList.contains('off')")
    assert page.locator("#text-anot").evaluate("n => !n.classList.contains('off')")


def test_a_section_in_which_nothing_matches_says_so(page: Page) -> None:
    page.get_by_label("Search").fill("no such word anywhere")
    expect(page.locator("#state")).to_contain_text("Showing 0 of")
    expect(page.locator("#speakers .nothing")).to_be_visible()


def test_a_point_of_the_map_leads_to_the_row_of_its_place(page: Page) -> None:
    pin = page.locator(".map a.pin").first
    pin.scroll_into_view_if_needed()
    name = pin.locator("text").text_content() or ""
    pin.click()
    page.wait_for_function("() => location.hash.startsWith('#place-')")
    row = page.locator(f"tr{page.url[page.url.index('#') :]}")
    expect(row).to_be_in_viewport()
    expect(row.locator("th")).to_have_text(name)


def test_the_keys_work(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first == "discrepancy-Dplan"
    page.keyboard.press("o")
    page.wait_for_function("() => location.hash === '#text-aplan'")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_a_citation_names_speaker_date_outlet_title_and_characters(page: Page) -> None:
    come_to_statements(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => { window.copied = t }}})")
    page.locator("#statement-Saplan .cite").click()
    text = page.evaluate("window.copied")
    assert text.startswith(
        "Maren Orlova, said 23 June 2031, Hesk Courier, “Orlova says the sea wall of Hesk must wait”"
    )
    assert "characters 144 to 168, 192 to 230, reports/sea-wall.html" in text


def test_a_record_can_be_cited_too(page: Page) -> None:
    come_near(page, "#report-dseawall")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#text-aplan").click()
    page.locator("#record-aplan .cite").click()
    expect(page.locator("#state")).to_have_text(
        re.compile("^\\s*" + re.escape("Maren Orlova, said 23 June 2031, Hesk Courier"))
    )


def test_a_citation_is_shown_where_it_cannot_be_copied(page: Page) -> None:
    come_to_statements(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#statement-Saplan .cite").click()
    expect(page.locator("#state")).to_have_text(re.compile("^\\s*" + re.escape("Maren Orlova, said 23 June 2031")))


def test_the_clocks_switch(page: Page) -> None:
    expect(page.locator("[data-clock=published]")).to_be_hidden()
    page.get_by_label("When it was published").check()
    expect(page.locator("[data-clock=published]")).to_be_visible()
    expect(page.locator("[data-clock=said]")).to_be_hidden()


@pytest.mark.parametrize(("width", "zoom"), [(390, 1), (320, 1), (1280, 2)])
def test_nothing_runs_off_the_side(browser: Browser, address: str, width: int, zoom: int) -> None:
    page = browser.new_page(viewport={"width": width // zoom, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width // zoom
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(_LOW_CONTRAST) == []
    page.close()


# Every text against the nearest ground that is painted, by the WCAG formula.
_LOW_CONTRAST = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (n) => { for (; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const poor = new Set();
  for (const n of document.querySelectorAll("body *")) {
    if (![...n.childNodes].some((c) => c.nodeType === 3 && c.data.trim()) || n.closest("svg, script, style")) continue;
    const [a, b] = [light(parse(getComputedStyle(n).color)), light(ground(n))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`${n.tagName}.${n.className} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  for (const n of document.querySelectorAll("svg text")) {
    const words = light(parse(getComputedStyle(n).fill)), paper = light(ground(n.closest("svg").parentElement));
    const [a, b] = [words, paper].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`text in ${n.closest("svg").className.baseVal}`);
  }
  return [...poor];
}"""


def test_a_page_on_paper_has_everything_and_no_tools(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator("[data-clock=published]")).to_be_visible()
    expect(page.locator("#record-aplan dl")).to_be_visible()


def test_drawn_whole_every_link_leads_somewhere_and_every_id_is_one_place(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".waiting")).to_have_count(0)
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), n => n.id)")
    assert sorted(ids) == sorted(set(ids))
    links = page.evaluate(
        "Array.from(document.querySelectorAll('a[href^=\"#\"]'), n => n.getAttribute('href').slice(1))"
    )
    assert set(links) - set(ids) == set()
    assert "text-only" not in (page.locator("html").get_attribute("class") or "")


def test_what_was_drawn_reads_as_the_report_does(page: Page, browser: Browser, address: str) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(address)
    for i, plain in enumerate(bare.locator(".text:not(.legend)").all()):
        drawn = page.locator(".sheet .text").nth(i)
        assert drawn.evaluate("n => Array.from(n.querySelectorAll('p'), p => p.textContent)") == [
            line for line in (plain.text_content() or "").split("\n") if line.strip()
        ]


def test_without_the_script_the_reports_can_be_read(browser: Browser, address: str) -> None:
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(address)
    assert (
        bare.locator("#report-dseawall .text").get_by_text("The harbour office counted 37 damaged boats").is_visible()
    )
    assert (
        bare.locator("#speakers noscript").inner_text().startswith("This list is drawn by the page\u2019s own script")
    )
    bare.context.close()


def test_hostile_words_are_words_when_they_are_drawn(page: Page, troubles: list[str]) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("main img, main script")).to_have_count(0)
    assert troubles == []


def test_the_search_finds_what_is_not_drawn(browser: Browser, long_address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5000)
    page.goto(long_address)
    expect(page.locator("#statement-Sa39x24")).to_have_count(0)
    page.get_by_label("Search").fill("ferry 24 of line 39 ")
    expect(page.locator("#state")).to_have_text(re.compile("^\\s*" + re.escape("Showing 27 of ")))
    come_to_statements(page)
    page.locator("#statement-Sa39x24").wait_for()
    page.goto(f"{long_address}#text-a38x3")
    page.locator("#text-a38x3.here").wait_for()
    page.close()


def test_many_reports_are_printed_as_text_alone_and_the_page_says_so(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(_write(tmp_path, "many.html", draw_dossier(tell_long_story(82, each=2))))
    page.emulate_media(media="print")
    page.wait_for_function("() => document.documentElement.classList.contains('text-only')")
    expect(page.locator(".on-paper")).to_be_visible()
    expect(page.locator(".sheet .text").last).to_be_visible()
    expect(page.locator("#speakers")).to_be_hidden()
    page.close()


def test_a_thousand_items_are_filtered(browser: Browser, long_address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(long_address)
    page.get_by_label("Search").fill("ferry 3 of line 7 ")
    expect(page.locator("#state")).to_contain_text("Showing")
    page.close()


def test_a_line_of_the_timeline_tells_how_it_was_said(page: Page) -> None:
    page.goto(page.url.split("#")[0] + "#timeline")
    line = page.locator("#timeline .row:has(.said)", has=page.locator(".how")).first
    expect(line.locator(".how")).to_contain_text(":")


@pytest.mark.parametrize("width", [1280, 800])
def test_no_name_of_a_section_is_cut(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    for link in page.locator(".bar nav a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    page.close()
