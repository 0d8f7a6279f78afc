"""The record as others read it: rows for each view, JSON, CSV, and the annotation contract."""

from onrecord.exports.annotations import annotate
from onrecord.exports.compared import NEWS, list_news
from onrecord.exports.derived import DERIVED, derive_rows
from onrecord.exports.rows import Row, Wanted, filter_rows
from onrecord.exports.views import VIEWS, view_rows
from onrecord.exports.writing import write_csv, write_json

__all__ = [
    "DERIVED",
    "NEWS",
    "VIEWS",
    "Row",
    "Wanted",
    "annotate",
    "derive_rows",
    "filter_rows",
    "list_news",
    "view_rows",
    "write_csv",
    "write_json",
]
