""" "What cannot be read is told, and everything else in the report is marked.\""""

from functools import cache

from onrecord.identity import document_id
from onrecord.marking import Knowledge, load_knowledge, mark
from onrecord.records import Document


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def test_a_passage_without_the_end_of_a_sentence_is_told() -> None:
    endless = "the harbour and the pier and the dam and " * 60
    text = f"Ada Quell said the pier was safe.\n\n{endless}\n\nIlan Brode denied it."
    marks = mark(Document(id=document_id("a"), uri="a", capture="", text=text, language="en"), knowledge())
    (problem,) = marks.problems
    assert problem.span is not None
    assert problem.span.of(text).startswith("the harbour")
    assert problem.remedy
    assert {a.speaker for a in marks.attributions} == {"Ada Quell", "Ilan Brode"}
