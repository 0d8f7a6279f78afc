""" "A subject that two verbs share is the source of both.\""""

from pathlib import Path

import pytest

from onrecord.evaluation.hearsay import read_hearsay

PASSAGE = """# korva-001 | wire | Dorn Press | a pier
[source1 The mayor] [cue1 thanked] [content1 the crew] and [cue2 promised] [content2 a new pier].

{second}
1: speaker=mayor; act=praise; office
2: speaker=mayor; act=promise; office
"""


@pytest.mark.parametrize(
    ("second", "words"),
    [("Nothing more was heard.", "The mayor"), ("[source2 She] was heard by all.", "She")],
    ids=["shared", "its own"],
)
def test_a_shared_subject_is_the_source_of_both(tmp_path: Path, second: str, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PASSAGE.format(second=second), encoding="utf-8")
    (passage,) = read_hearsay([path])
    assert [span.of(passage.text) for span in passage.attributions[1].source] == [words]


def test_a_subject_is_not_shared_across_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "# korva-002 | wire | Dorn Press | a pier\n"
        "[source1 The mayor] [cue1 thanked] [content1 the crew].\n\n[cue2 Promised]: [content2 a new pier].\n"
        "1: speaker=mayor; act=praise; office\n2: speaker=mayor; act=promise; office\n",
        encoding="utf-8",
    )
    (passage,) = read_hearsay([path])
    assert passage.attributions[1].source == ()
