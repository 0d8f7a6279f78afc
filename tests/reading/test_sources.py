"""I can name files, folders and patterns, and hear at once when one of them is not there."""

from __future__ import annotations

import errno
import io
import os
import tracemalloc
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.identity import document_id
from onrecord.reading import read_sources
from tests.reading.reports import PAGE, REPORT, documents, problems, read


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{REPORT}\nThis is {name}.\n", encoding="utf-8")
    return folder


def uris(*sources: Path | str) -> list[str]:
    return [document.uri for document in documents(read(*sources))]


def test_a_folder_is_read_in_order_with_its_own_name_and_without_hidden_files(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "02.txt", "01.txt", "late/03.txt", ".hidden.txt", ".git/04.txt")
    assert uris(folder) == ["reports/01.txt", "reports/02.txt", "reports/late/03.txt"]
    assert documents(read(folder))[0].id == document_id("reports/01.txt")


def test_the_name_of_a_folder_does_not_depend_on_how_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "reports", "01.txt")
    monkeypatch.chdir(folder)
    assert uris(".") == uris(folder) == uris("../reports/") == ["reports/01.txt"]


def test_a_single_file_is_its_name(tmp_path: Path) -> None:
    assert uris(fill(tmp_path, "a/01.TXT") / "a" / "01.TXT") == ["01.TXT"]


def test_a_pattern_that_the_shell_left_alone_is_expanded(tmp_path: Path) -> None:
    fill(tmp_path, "a1.txt", "a2.txt", "b1.txt", "a/a3.txt")
    assert uris(tmp_path / "a?.txt") == ["a1.txt", "a2.txt"]
    assert uris(tmp_path / "**" / "a3.txt") == ["a3.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    assert uris(fill(tmp_path, "talks [1].txt") / "talks [1].txt") == ["talks [1].txt"]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("reports/first.tx", "Did you mean .*first.txt"),
        ("report", "Did you mean .*reports"),
        ("nowhere/first.txt", "There is no folder"),
        ("qqq", "there is no such file or folder.$"),
        ("reports/*.html", "no file or folder matches"),
        ("empty", "the folder is empty"),
        ("hidden", "the folder is empty"),
        ("pipe", "not a regular file"),
    ],
)
def test_a_named_source_that_is_not_there_stops_before_anything_is_read(tmp_path: Path, source: str, says: str) -> None:
    fill(tmp_path, "reports/first.txt", "hidden/.a.txt")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match=says) as caught:
        read_sources([str(tmp_path / "reports"), str(tmp_path / source)])
    assert source in str(caught.value)


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(SourceError, match="does not fetch"):
        read_sources(["https://dorn-post.example/1"])


def test_an_empty_name_is_no_source() -> None:
    with pytest.raises(SourceError, match="an empty name"):
        read_sources([""])


def refuse(monkeypatch: pytest.MonkeyPatch, method: str, refused: Path) -> None:
    """Make one path unreadable, also for root."""
    real = getattr(Path, method)

    def fake(self: Path, *args: object, **kwargs: object) -> object:
        if self == refused:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, method, fake)


def test_a_named_file_without_permission_stops_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "closed.txt")
    refuse(monkeypatch, "open", tmp_path / "closed.txt")
    with pytest.raises(SourceError, match=r"closed.txt: cannot be opened \(Permission denied\)"):
        read_sources([str(tmp_path / "closed.txt")])


def test_a_closed_file_inside_a_folder_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "reports", "closed.txt", "open.txt", "rows.jsonl")
    refuse(monkeypatch, "read_bytes", folder / "closed.txt")
    refuse(monkeypatch, "open", folder / "rows.jsonl")
    intakes = read(folder)
    assert [document.uri for document in documents(intakes)] == ["reports/open.txt"]
    assert [(one.uri, one.message) for one in problems(intakes)] == [
        ("reports/closed.txt", "cannot be opened (Permission denied)"),
        ("reports/rows.jsonl", "cannot be opened (Permission denied)"),
    ]


def test_closed_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "reports", "closed/a.txt", "open.txt")
    real = os.listdir
    refused = {str(folder / "closed")}

    def fake(path: str | Path) -> list[str]:
        if str(path) in refused:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "listdir", fake)
    intakes = read(folder)
    assert [document.uri for document in documents(intakes)] == ["reports/open.txt"]
    assert [(one.uri, one.message) for one in problems(intakes)] == [
        ("reports/closed", "cannot be opened: Permission denied")
    ]
    refused.add(str(folder))
    with pytest.raises(SourceError, match="Permission denied"):
        read_sources([str(folder)])
    with pytest.raises(SourceError, match="no such file"):
        read_sources([str(folder / "opne.txt")])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything; the fakes above test the same")
def test_a_file_without_permission(tmp_path: Path) -> None:
    fill(tmp_path, "closed.txt")
    (tmp_path / "closed.txt").chmod(0)
    with pytest.raises(SourceError, match="Permission"):
        read_sources([str(tmp_path / "closed.txt")])


def test_other_kinds_are_said_once_for_each_ending(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "a.txt", "b.pdf", "c.pdf", "README", "d.docx")
    intakes = read(folder)
    assert len(documents(intakes)) == 1
    said = [problem.message for problem in problems(intakes)]
    assert len(said) == 3
    assert '".pdf" is not a kind of report' in said[2]
    assert "reports/b.pdf, reports/c.pdf" in said[2]
    assert "a file without an ending" in said[0]
    assert all(problem.remedy for problem in problems(intakes))


def test_a_named_file_of_another_kind_is_a_problem_too(tmp_path: Path) -> None:
    (problem,) = problems(read(fill(tmp_path, "a.pdf") / "a.pdf"))
    assert "not a kind of report" in problem.message


def test_a_link_to_a_folder_is_said_not_followed(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "a.txt")
    (folder / "round").symlink_to(folder)
    intakes = read(folder)
    assert len(documents(intakes)) == 1
    assert "not followed" in problems(intakes)[0].message


def test_a_pipe_and_a_broken_link_inside_a_folder_do_not_stop_the_rest(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "z.txt")
    os.mkfifo(folder / "a.txt")
    (folder / "b.txt").symlink_to(folder / "gone.txt")
    intakes = read(folder)
    assert [document.uri for document in documents(intakes)] == ["reports/z.txt"]
    assert [problem.uri for problem in problems(intakes)] == ["reports/a.txt", "reports/b.txt"]


def test_a_file_name_that_is_not_utf8_is_spelled_out(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    with open(os.fsencode(tmp_path / "reports") + b"/caf\xe9.txt", "wb") as file:
        file.write(REPORT.encode())
    assert uris(tmp_path / "reports") == ["reports/caf\\xe9.txt"]


def test_a_file_too_large_is_a_problem(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "a.txt")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(600 * 1024 * 1024)
    (problem,) = problems(read(folder))
    assert problem.message == "is larger than 512 MB"


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", "a.txt", "b.txt")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_bytes((folder / "a.txt").read_bytes())
    assert uris(folder, folder / ".." / "reports", folder / "a.txt") == ["reports/a.txt", "reports/b.txt"]
    intakes = read(folder / "a.txt", tmp_path / "copy" / "a.txt")
    assert (len(documents(intakes)), problems(intakes)) == (1, [])


def test_another_report_of_the_same_name_is_kept_as_bytes_and_said(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.txt")
    fill(tmp_path, "two/a.txt")
    intakes = read(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt")
    (document,) = documents(intakes)
    (problem,) = problems(intakes)
    assert "another report with this name" in problem.message
    assert problem.document == document.id
    assert intakes[1].capture is not None
    assert b"two/a.txt" in intakes[1].capture.content


def test_thousands_of_files_take_no_more_memory_than_a_few(tmp_path: Path) -> None:
    folder = fill(tmp_path / "reports", *(f"{i:04}.txt" for i in range(400)))
    for path in folder.iterdir():
        path.write_text(REPORT * 200, encoding="utf-8")
    stream = read_sources([str(folder)])
    next(stream)
    tracemalloc.start()
    assert sum(1 for _ in stream) == 399
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000  # 400 files of 36 KB each, twice over, would be 28 MB


@pytest.mark.parametrize(
    ("content", "uri"),
    [
        (REPORT, ".txt"),
        ("<b>It is over</b>, said the mayor of Korva.", ".txt"),
        ("\n\n  " + PAGE, ".html"),
        ('<?xml version="1.0"?>\n' + PAGE.replace("<!DOCTYPE html>", ""), ".html"),
        ('{"id": 1, "text": "Rain fell."}\n', "stdin.jsonl#1"),
        ('\ufeff\n\n{"id": "a", "text": "Rain fell."}\n{"text": "It stopped."}\n', "stdin.jsonl#a"),
        ('{"id": 1, "text": \n', ".txt"),
    ],
)
def test_what_is_piped_in_is_read_as_what_it_looks_like(content: str, uri: str) -> None:
    document = documents(list(read_sources(["-"], io.BytesIO(content.encode()))))[0]
    assert document.uri.endswith(uri)


def test_what_is_piped_in_is_named_by_its_content_so_that_two_are_two() -> None:
    names = {documents(list(read_sources(["-"], io.BytesIO(text))))[0].uri for text in (b"Rain fell.", b"Snow fell.")}
    assert len(names) == 2


def test_nothing_piped_in() -> None:
    with pytest.raises(SourceError, match="standard input"):
        read_sources(["-"])
    (problem,) = problems(list(read_sources(["-"], io.BytesIO(b""))))
    assert problem.message == "is empty: zero bytes"
