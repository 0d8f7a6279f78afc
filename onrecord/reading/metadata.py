"""Finds what the markup of a page says about the report: JSON-LD, meta tags and a few elements."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from onrecord.reading.days import Stamp, read_stamp
from onrecord.reading.details import Details, date_report
from onrecord.reading.doubts import Doubt
from onrecord.reading.headers import is_called_outlet, is_name
from onrecord.reading.pages import Page
from onrecord.records import Detail, Interval, Publication

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
_ADDRESS = re.compile(r"(?:https?:)?//\S+")
_SEPARATORS = r"\s*(?:[|\u2022\u00b7\u00bb]|[-\u2013\u2014:])\s*"
_BESIDE_TITLE = re.compile(r"\s+(?:[|\u2022\u00b7\u00bb]|[-\u2013\u2014])\s+")
_WORD = re.compile(r"[^\W_]+")
_MOST_NODES = 10_000


def find_markup_details(page: Page) -> Details:
    """Find title, outlet, byline, address and date in the markup; each keeps the field that it was read from."""
    articles = _find_articles(page)
    own = _choose_article(articles, _find_address(page, ()))
    outlet = _first(page, own, "outlet") or _find_site_in_title(page)
    byline = next((one for one in _values(page, own, "byline") if not _ADDRESS.fullmatch(one.value)), None)
    published, doubts = _find_date(page, own)
    title = next((one for one in _values(page, own, "title") if not outlet or one.value != outlet.value), None)
    return Details(
        title=_without_outlet(title, outlet),
        outlet=outlet,
        byline=byline,
        url=_find_address(page, own),
        published=published,
        doubts=doubts,
    )


def _find_site_in_title(page: Page) -> Detail | None:
    """ "Talks end | The Dorn Post": what stands beside the headline in a page's title, if the page bears it out.

    A section ("| World") stands there as well, so that the name must be that of an outlet by what it is called, or
    stand in the page's address, at its head or in its copyright line.
    """
    heading = " ".join(one.value for one in page.fields if (one.where, one.key) == ("element", "h1"))
    title = next((one.value for one in page.fields if (one.where, one.key) == ("element", "title")), "")
    pieces = [piece.strip() for piece in _BESIDE_TITLE.split(title) if piece.strip()]
    if len(pieces) < 2 or not heading:
        return None
    for name, rest in ((pieces[-1], pieces[:-1]), (pieces[0], pieces[1:])):
        words = _WORD.findall(" ".join(rest).casefold())
        known = set(_WORD.findall(heading.casefold()))
        told = len(words) > 1 and 2 * sum(word in known for word in words) >= len(words)
        if (
            told
            and is_name(name)
            and not known.issuperset(_WORD.findall(name.casefold()))
            and _is_borne_out(page, name)
        ):
            return Detail(value=name, span=None, field="element title", by="reading markup")
    return None


def _is_borne_out(page: Page, name: str) -> bool:
    folded = name.casefold()
    top = page.paragraphs[0].casefold().startswith(folded) if page.paragraphs else False
    marked = any("\u00a9" in one and folded in one.casefold() for one in page.paragraphs)
    address = _find_address(page, ())
    host = "".join(address.value.split("/")[2:3]).casefold() if address else ""
    return is_called_outlet(name) or top or marked or "".join(_WORD.findall(folded)) in host.replace("-", "")


def _find_address(page: Page, articles: Sequence[dict[str, Json]]) -> Detail | None:
    return next((one for one in _values(page, articles, "url") if _ADDRESS.fullmatch(one.value)), None)


def _first(page: Page, articles: Sequence[dict[str, Json]], slot: str) -> Detail | None:
    return next(_values(page, articles, slot), None)


def _values(page: Page, articles: Sequence[dict[str, Json]], slot: str) -> Iterator[Detail]:
    for where, key in _load_fields()[slot]:
        if where == "json-ld":
            found = [name for article in articles[:1] if (name := _name(article.get(key)))]
        else:
            found = [one.value for one in page.fields if one.where == where and one.key == key]
        for value in found:
            yield Detail(value=value, span=None, field=f"{where} {key}", by="reading markup")


@lru_cache(maxsize=1)
def _load_fields() -> dict[str, list[tuple[str, str]]]:
    table = files("onrecord.reading").joinpath("markup.tsv").read_text(encoding="utf-8")
    fields: dict[str, list[tuple[str, str]]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            slot, where, key = line.split("\t")
            fields.setdefault(slot, []).append((where, key))
    return fields


def _find_articles(page: Page) -> list[dict[str, Json]]:
    """Find the JSON-LD nodes that are articles, with the names of people and outlets given elsewhere filled in."""
    types = {key for _, key in _load_fields()["article"]}
    nodes = [node for script in page.scripts for node in _walk(_read_json(script))]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if types & _types(node)]
    return [{key: _look_up(value, known) for key, value in article.items()} for article in articles]


def _read_json(script: str) -> Json:
    """Read a JSON-LD block; one that is broken says nothing."""
    try:
        found: Json = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _walk(found: Json) -> Iterator[dict[str, Json]]:
    """Give the nodes of lists and graphs, without recursion."""
    waiting: deque[Json] = deque([found])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extendleft(reversed(node))
        elif isinstance(node, dict):
            yield node
            waiting.extendleft((node.get("mainEntity"), node.get("@graph")))


def _types(node: dict[str, Json]) -> set[str]:
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return {one.rsplit("/", 1)[-1] for one in types if isinstance(one, str)}


def _look_up(value: Json, known: dict[Json, dict[str, Json]]) -> Json:
    if isinstance(value, list):
        return [_look_up(one, known) if isinstance(one, dict) else one for one in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _name(value: Json) -> str | None:
    """Return the words of a JSON-LD value: a string, the name of a thing, or the names of several."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, dict):
        address = value.get("@id")
        named = value.get("name") or (address if _ADDRESS.fullmatch(str(address)) else None)
        return " ".join(named.split()) or None if isinstance(named, str) else None
    if isinstance(value, list):
        names = [name for one in value if not isinstance(one, list) and (name := _name(one))]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _choose_article(articles: list[dict[str, Json]], url: Detail | None) -> list[dict[str, Json]]:
    """Choose the article that has the address of the page; with no such one, the only one.

    A page that lists several articles and names none as its own gives no details: they may be those of another.
    """
    own = [one for one in articles if url and url.value in (_name(one.get("url")), _name(one.get("mainEntityOfPage")))]
    return (own or (articles if len({_name(one.get("headline")) for one in articles}) == 1 else []))[:1]


def _find_date(page: Page, articles: Sequence[dict[str, Json]]) -> tuple[Publication | None, tuple[Doubt, ...]]:
    dated, doubts = _read_dates(_values(page, articles, "published"))
    published, differ = date_report(dated, "markup")
    if published is None:
        published = _bound(_read_dates(_values(page, articles, "modified"))[0])
    return published, (*doubts, *differ)


def _read_dates(details: Iterator[Detail]) -> tuple[list[tuple[Detail, Stamp]], list[Doubt]]:
    dated: list[tuple[Detail, Stamp]] = []
    doubts: list[Doubt] = []
    for detail in details:
        stamp = read_stamp(detail.value)
        if stamp:
            dated.append((detail, stamp))
        else:
            message = f'has a date that cannot be read: "{detail.value[:80]}" ({detail.field})'
            doubts.append(Doubt(message=message, remedy="Set the date if you know it."))
    return dated, doubts


def _bound(changed: Sequence[tuple[Detail, Stamp]]) -> Publication | None:
    """A page that only says when it was changed was published by then, and no more is known."""
    if not changed:
        return None
    interval = Interval(earliest=None, latest=max(stamp.last for _, stamp in changed))
    return Publication(interval=interval, basis="markup", evidence=tuple(detail for detail, _ in changed))


def _without_outlet(title: Detail | None, outlet: Detail | None) -> Detail | None:
    """Take "| The Dorn Post" off the end of a page's title."""
    if title is None or outlet is None or title.field == "json-ld headline":
        return title
    bare = re.sub(rf"{_SEPARATORS}{re.escape(outlet.value)}\s*$", "", title.value, flags=re.IGNORECASE)
    return Detail(value=bare or title.value, span=None, field=title.field, by=title.by)
