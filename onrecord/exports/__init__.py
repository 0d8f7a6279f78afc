"""The record as others read it: rows for each view, JSON, CSV, and the annotation contract."""

from onrecord.exports.annotations import annotate
from onrecord.exports.compared import NEWS, list_news
from onrecord.exports.derived import DERIVED, derive_rows
from onrecord.exports.rows import Row, Wanted, filter_rows, has_day, list_names
from onrecord.exports.views import DATED, VIEWS, view_rows
from onrecord.exports.writing import write_csv, write_json

__all__ = [
    "DATED",
    "DERIVED",
    "NEWS",
    "VIEWS",
    "Row",
    "Wanted",
    "annotate",
    "derive_rows",
    "filter_rows",
    "has_day",
    "list_names",
    "list_news",
    "view_rows",
    "write_csv",
    "write_json",
]
