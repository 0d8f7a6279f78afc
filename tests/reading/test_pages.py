"""A saved web page gives its report and what its markup says about it, however broken the page is."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from onrecord.records import Detail, Document
from tests.reading.reports import PAGE, RUSSIAN, documents, problems, read, read_one

PARAGRAPH = "<p>The harbour talks between Korva and Dorn ended on Monday without a result, officials said.</p>"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def page(tmp_path: Path, head: str) -> tuple[Document, list[str]]:
    return read_one(tmp_path / "a.html", PAGE.format(head=head))


def linked(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def said(detail: Detail | None) -> tuple[str, str | None] | None:
    return (detail.value, detail.field) if detail else None


def days(document: Document) -> tuple[str | None, str | None] | None:
    published = document.published
    return (published.interval.earliest, published.interval.latest) if published else None


def test_the_report_is_taken_out_of_the_page(tmp_path: Path) -> None:
    document, problems_said = page(tmp_path, "")
    assert document.text.split("\n")[0] == "Talks end"
    assert document.text.count("\n") == 2
    assert "Home" not in document.text
    assert "Imprint" not in document.text
    assert said(document.title) == ("Talks end", "element h1")
    assert document.title is not None
    assert document.title.span is not None
    assert document.title.span.of(document.text) == "Talks end"
    assert said(document.outlet) == ("The Dorn Post", "element title")
    assert (document.published, problems_said) == (None, [])


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Talks end",
    "datePublished": "2031-02-05T10:00:00+01:00",
    "author": [{"@type": "Person", "name": "Ada Quell"}, {"name": "Ben Orme"}],
    "publisher": {"@type": "Organization", "name": "The Dorn Post"},
    "mainEntityOfPage": {"@id": "https://dorn-post.example/1"},
}


@pytest.mark.parametrize(
    "head",
    [
        linked(ARTICLE),
        linked([ARTICLE]),
        linked({"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}),
        linked({"@type": "WebPage", "mainEntity": ARTICLE}),
        linked(
            {
                "@graph": [
                    {**ARTICLE, "publisher": {"@id": "#p"}, "@type": ["Article", "https://schema.org/NewsArticle"]},
                    {"@type": "Organization", "@id": "#p", "name": "The Dorn Post"},
                ]
            }
        ),
        '<link rel="canonical" href="https://dorn-post.example/1">'
        + linked(ARTICLE, {**ARTICLE, "headline": "Rain", "mainEntityOfPage": "x", "datePublished": "2031-01-01"}),
    ],
    ids=["one", "list", "graph", "main entity", "reference", "two, one of them the page's"],
)
def test_linked_data_names_title_outlet_byline_address_and_date(tmp_path: Path, head: str) -> None:
    document, problems_said = page(tmp_path, head)
    assert said(document.title) == ("Talks end", "json-ld headline")
    assert said(document.outlet) == ("The Dorn Post", "json-ld publisher")
    assert said(document.byline) == ("Ada Quell, Ben Orme", "json-ld author")
    assert document.url is not None
    assert document.url.value == "https://dorn-post.example/1"
    assert days(document) == ("2031-02-05", "2031-02-05")
    assert document.published is not None
    assert document.published.basis == "markup"
    assert said(document.published.evidence[0]) == ("2031-02-05T10:00:00+01:00", "json-ld datePublished")
    assert problems_said == []


def test_meta_tags_do_where_there_is_no_linked_data(tmp_path: Path) -> None:
    document, _ = page(
        tmp_path,
        '<meta property="og:title" content="Talks end | The Dorn Post"><meta property="og:site_name" '
        'content="The Dorn Post"><meta name="author" content="https://dorn-post.example/by/3"><meta name="DC.creator" '
        'content="Ada Quell"><meta property="og:url" content="/1"><meta property="article:published_time" '
        'content="2031-02-05T10:00:00Z"><link rel="canonical" href="https://dorn-post.example/1">'
        '<meta name="twitter:title" content=""><meta name="viewport">',
    )
    assert said(document.title) == ("Talks end", "meta og:title")
    assert said(document.outlet) == ("The Dorn Post", "meta og:site_name")
    assert said(document.byline) == ("Ada Quell", "meta dc.creator")
    assert said(document.url) == ("https://dorn-post.example/1", "element canonical")
    assert days(document) == ("2031-02-05", "2031-02-05")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="citation_publication_date" content="2031/02/05">', ("2031-02-05", "2031-02-05")),
        ('<meta itemprop="datePublished" content="2031-02">', ("2031-02-01", "2031-02-28")),
        ('<time itemprop="datePublished" datetime="2031-02-05">5 Feb</time>', ("2031-02-05", "2031-02-05")),
        ('<time pubdate datetime="2031-02-05">5 Feb</time>', ("2031-02-05", "2031-02-05")),
        ('<time datetime="2031-02-05">5 Feb</time>', None),
        (linked({**ARTICLE, "datePublished": None}), None),
        (linked({"@type": "Event", "datePublished": "2031-02-05"}), None),
        (linked({**ARTICLE, "headline": "a"}, {**ARTICLE, "headline": "b"}), None),
        (linked({**ARTICLE, "datePublished": None, "dateModified": "2031-02-07"}), (None, "2031-02-07")),
        ('<meta property="article:modified_time" content="2031-02-07">', (None, "2031-02-07")),
    ],
)
def test_a_date_is_taken_only_from_fields_that_date_the_report(
    tmp_path: Path, head: str, expected: tuple[str, str] | None
) -> None:
    document, problems_said = page(tmp_path, head)
    assert (days(document), problems_said) == (expected, [])


def test_dates_that_differ_are_all_kept_and_said(tmp_path: Path) -> None:
    head = linked(ARTICLE) + '<meta property="article:published_time" content="2031-02-07">'
    document, problems_said = page(tmp_path, head)
    assert days(document) == ("2031-02-05", "2031-02-07")
    assert document.published is not None
    assert [detail.value for detail in document.published.evidence] == ["2031-02-05T10:00:00+01:00", "2031-02-07"]
    assert "dates that differ: 2031-02-05T10:00:00+01:00 (json-ld datePublished), 2031-02-07" in problems_said[0]


def test_one_moment_on_two_clocks_is_the_day_of_the_publisher(tmp_path: Path) -> None:
    article = {**ARTICLE, "datePublished": "2031-02-04T23:30:00Z"}
    head = linked(article) + '<meta property="article:published_time" content="2031-02-05T00:30:00+01:00">'
    document, problems_said = page(tmp_path, head)
    assert (days(document), problems_said) == (("2031-02-05", "2031-02-05"), [])


def test_a_date_in_the_text_is_better_than_the_day_of_a_change(tmp_path: Path) -> None:
    html = PAGE.format(head='<meta property="article:modified_time" content="2031-02-07">')
    document, problems_said = read_one(tmp_path / "a.html", html.replace("</h1>", "</h1><p>5 February 2031</p>"))
    assert (days(document), problems_said) == (("2031-02-05", "2031-02-05"), [])
    assert document.published is not None
    assert document.published.basis == "stated"


def test_a_page_that_the_parser_gives_up_on_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from lxml import etree

    from onrecord.reading.pages import read_page

    class GivesUp:
        def __init__(self, target: Any, **_: object) -> None:
            self.target = target

        def feed(self, _: bytes) -> None:
            self.target.start("p", {})
            self.target.data("Rain fell.")
            raise etree.XMLSyntaxError("broken", 1, 1, 1)

    monkeypatch.setattr(etree, "HTMLParser", GivesUp)
    assert read_page("<p>Rain fell.").paragraphs == ("Rain fell.",)


def test_an_extraction_that_fails_leaves_all_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(trafilatura, "extract", fail)
    document, problems_said = page(tmp_path, "")
    assert "The harbour talks" in document.text
    assert "has no clear article" in problems_said[0]


def test_a_date_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    document, problems_said = page(tmp_path, '<meta name="date" content="last week">')
    assert document.published is None
    assert problems_said == ['has a date that cannot be read: "last week" (meta date)']


@pytest.mark.parametrize(
    "script",
    ["{broken", "[" * 100_000, "null", '"words"', json.dumps([[{"@type": 3, "author": [[1], 2]}]]), "<!-- [] -->"],
)
def test_broken_linked_data_says_nothing(tmp_path: Path, script: str) -> None:
    document, _ = page(tmp_path, f'<script type="application/ld+json">{script}</script>')
    assert (document.published, document.byline) == (None, None)


@pytest.mark.parametrize(
    "value", [{"name": 3}, 7, [], [[]], "", {"@id": "#nowhere", "name": ""}, {"deep": {"name": "x"}}]
)
def test_odd_linked_data_says_nothing(tmp_path: Path, value: object) -> None:
    document, _ = page(tmp_path, linked({**ARTICLE, "author": value}))
    assert document.byline is None


def test_a_logo_in_the_heading_is_not_the_title(tmp_path: Path) -> None:
    html = PAGE.format(head='<meta property="og:site_name" content="Talks end">')
    document, _ = read_one(tmp_path / "a.html", html)
    assert document.title is None or document.title.value != "Talks end"


@pytest.mark.parametrize(
    ("title", "link", "outlet"),
    [
        ("Talks end in Korva | The Dorn Post", "", "The Dorn Post"),
        ("Radio Dorn - Talks end in Korva", "", "Radio Dorn"),
        ("Talks end in Korva | World", "", None),
        ("Talks end in Korva | Harbour", "https://www.harbour.example/talks", "Harbour"),
        ("Talks end - The Dorn Post says why", "", None),
        ("Ferries | The Dorn Post", "", None),
    ],
)
def test_the_title_of_a_page_may_name_who_publishes(tmp_path: Path, title: str, link: str, outlet: str | None) -> None:
    html = PAGE.format(head=f'<link rel="canonical" href="{link}">').replace("Talks end | The Dorn Post", title)
    document, _ = read_one(tmp_path / "a.html", html.replace("<h1>Talks end</h1>", "<h1>Talks end in Korva</h1>"))
    assert said(document.outlet) == (outlet and (outlet, "element title"))


def test_a_headline_that_the_page_does_not_show_stays_out_of_the_text(tmp_path: Path) -> None:
    document, _ = page(tmp_path, linked({**ARTICLE, "headline": "Ferries idle as talks collapse"}))
    assert document.title is not None
    assert (document.title.value, document.title.span) == ("Ferries idle as talks collapse", None)
    assert "Ferries idle" not in document.text


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<div>" * 10_000 + PARAGRAPH + "</div>" * 10_000 + PARAGRAPH, 2),
        ("<span>" * 100_000 + PARAGRAPH, 1),
        ("<p><b><div>" * 5_000 + PARAGRAPH, 1),
        ("<nav>" * 3_000 + "</nav>" * 3_000 + PARAGRAPH, 1),
    ],
)
def test_a_page_nested_beyond_reason_gives_its_text_and_a_problem(tmp_path: Path, html: str, kept: int) -> None:
    document, problems_said = read_one(tmp_path / "a.html", f"<html><body>{html}</body></html>")
    assert document.text.count("The harbour talks") == kept
    assert "nested or long beyond reason" in problems_said[0]


@pytest.mark.parametrize("broken", ["<!--", "<a ", "<![CDATA[", "</", "<!", "<script>", "<a b='", "&", "<meta ", "<p"])
def test_a_broken_page_gives_what_it_has_in_time(tmp_path: Path, broken: str) -> None:
    document, _ = read_one(tmp_path / "a.html", f"<html><body>{PARAGRAPH * 3}{broken * 20_000}")
    assert "The harbour talks" in document.text


def test_a_table_keeps_its_cells_and_gets_no_strokes(tmp_path: Path) -> None:
    table = "<table><tr><th>Port</th><th>Ferries</th></tr><tr><td>Korva</td><td>12</td></tr></table>"
    document, _ = page(tmp_path, "")
    with_table, _ = read_one(tmp_path / "a.html", PAGE.format(head="").replace("</article>", f"{table}</article>"))
    assert with_table.text == document.text + "\nPort | Ferries\nKorva | 12"


def test_a_page_without_a_clear_article_gives_all_its_text_and_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import trafilatura

    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: None)
    document, problems_said = page(tmp_path, "")
    assert document.text.startswith("Talks end\nThe harbour talks")
    assert document.text.count("\n") == 2
    assert "has no clear article" in problems_said[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty: zero bytes"),
        (b"<html><body></body></html>", "holds no text: the page may be built by scripts"),
        (b"<script>var rain = 1</script>", "holds no text: the page may be built by scripts"),
        (b"\x89PNG....", "is a picture, not text"),
    ],
)
def test_a_page_without_text_gives_no_document_but_a_remedy(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "a.htm").write_bytes(content)
    intakes = read(tmp_path / "a.htm")
    assert documents(intakes) == []
    assert says in problems(intakes)[0].message
    assert intakes[0].capture is not None
    assert intakes[0].capture.content == content


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    html = f"<html><head>{declared}</head><body><article><p>{RUSSIAN}</p></article></body></html>"
    document, problems_said = read_one(tmp_path / "a.html", html.encode(encoding))
    assert document.text == RUSSIAN
    assert problems_said == ["is written in Russian; only English is marked"]


def test_an_encoding_declared_before_the_html_or_unknown(tmp_path: Path) -> None:
    html = f'<?xml version="1.0" encoding="windows-1251"?><html><body><p>{RUSSIAN}</p></body></html>'
    document, _ = read_one(tmp_path / "a.html", html.encode("cp1251"))
    assert document.text == RUSSIAN
    html = html.replace("windows-1251", "klingon-8")
    document, problems_said = read_one(tmp_path / "a.html", html.encode("cp1251"))
    assert document.text == RUSSIAN
    assert "which is a guess" in problems_said[0]
