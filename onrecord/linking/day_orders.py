"""Reads dates in figures by the order that the other reports of the same outlet prove."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Document, Marks
from onrecord.times import is_of_two_orders, prove_day_order, put_in_order


def order_days(documents: Sequence[Document], marks: Sequence[Marks]) -> tuple[list[Marks], frozenset[str]]:
    """Return the marks with each "03/04/2031" read as its outlet writes dates, and the ids of the times so settled.

    Where no report of the outlet proves an order, or two prove different ones, nothing is read into the figures.
    """
    ordered, settled = list(marks), set[str]()
    texts: dict[str | None, list[str]] = defaultdict(list)
    for document in documents:
        texts[_name_outlet(document)].append(document.text)
    orders: dict[str, bool | None] = {}
    for at, (document, found) in enumerate(zip(documents, marks, strict=True)):
        open_ones = {timex.id for timex in found.timexes if is_of_two_orders(timex)}
        outlet = _name_outlet(document)
        if not open_ones or outlet is None:
            continue
        if outlet not in orders:  # the texts of an outlet are read once, however many of its reports are open
            orders[outlet] = prove_day_order(texts[outlet])
        proved = orders[outlet]
        if proved is not None:
            ordered[at] = replace(found, timexes=put_in_order(document, found.timexes, proved))
            settled |= {
                timex.id for timex in ordered[at].timexes if timex.id in open_ones and not is_of_two_orders(timex)
            }
    return ordered, frozenset(settled)


def _name_outlet(document: Document) -> str | None:
    return document.outlet.value.casefold() if document.outlet else None
