""" "The story file is safe: it opens when it should, and says why when it should not.\""""

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import StoryError
from onrecord.records import Marks, Problem, Ruling
from onrecord.store import (
    Note,
    Part,
    check_story,
    find_text,
    open_story,
    read_captures,
    read_documents,
    read_ledger,
    read_notes,
    read_records,
    write_intake,
    write_marks,
    write_note,
)
from onrecord.store.schema import SCHEMA_VERSION
from onrecord.store.tables import TABLES, create_sql
from tests.store.stories import CAPTURE, document


def test_a_missing_story_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="onrecord build"), open_story(tmp_path / "none.db"):
        pass


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"these are just some words, and quite a lot of them\n" * 40, "no onrecord story"), (b"", None)],
    ids=["text", "empty"],
)
def test_a_file_that_is_no_story_is_left_alone(tmp_path: Path, content: bytes, message: str | None) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    if message is None:  # an empty file is what SQLite itself leaves before the first write
        with open_story(path) as story:
            assert read_documents(story) == ()
        return
    with pytest.raises(StoryError, match=message), open_story(path):
        pass
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoryError, match="no onrecord story"), open_story(path):
        pass


def test_a_story_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_story(path, create=True) as story:
        story.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoryError, match="newer onrecord"), open_story(path):
        pass


def test_an_older_story_is_brought_forward(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_story(path, create=True) as story:
        write_intake(story, [CAPTURE], [document("a.txt", "Short.")], [])
        write_note(story, Note(document="d1", field="outlet", value="Korva Post", by="person"))
        write_marks(story, [part("a.txt", "Short.", "old rules")])
        as_format_one(story.connection)
    with open_story(path) as story:
        assert [one.uri for one in read_documents(story)] == ["a.txt"]
        assert [note.value for note in read_notes(story)] == ["Korva Post"]
        assert read_ledger(story, "mark") == {}, "marks of older tables are made anew by the next run"
        assert read_records(story, Ruling) == ()
        assert "tenures" in {row[1] for row in story.connection.execute("PRAGMA table_info(entities)")}
        assert find_text(story, "Short")
        assert story.connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def as_format_one(connection: sqlite3.Connection) -> None:
    """Take away what formats 2 and 3 brought."""
    connection.execute("DROP TABLE rulings")
    connection.execute("DROP TABLE named_issues")
    connection.execute("ALTER TABLE entities DROP COLUMN tenures")
    connection.execute("PRAGMA user_version = 1")


def part(uri: str, text: str, key: str) -> Part:
    one = document(uri, text)
    return Part(document=one, marks=Marks(document=one.id), key=key)


def test_a_damaged_story_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_story(path, create=True) as story:
        write_intake(story, [CAPTURE], [document(f"{n}.txt", "words " * 900) for n in range(40)], [])
        story.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[8192:24576] = b"\xff" * 16384
    path.write_bytes(bytes(data))
    assert "damaged" in _what_is_wrong(path) or "database: " in _what_is_wrong(path)


def _what_is_wrong(path: Path) -> str:
    try:
        with open_story(path) as story:
            return "; ".join(check_story(story).wrong)
    except StoryError as error:
        return str(error)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="cannot be opened"), open_story(tmp_path / "none" / "a.db", create=True):
        pass


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [document("a.txt", "Short.")], [])
        pages = story.connection.execute("PRAGMA page_count").fetchone()[0]
        story.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoryError, match="disk is full"):
        _write_within(tmp_path / "a.db", pages)
    with open_story(tmp_path / "a.db") as story:
        assert [one.uri for one in read_documents(story)] == ["a.txt"]
        assert check_story(story).wrong == ()


def _write_within(path: Path, pages: int) -> None:
    with open_story(path) as story:
        story.connection.execute(f"PRAGMA max_page_count = {pages}")
        write_intake(story, [], [document("b.txt", "long " * 200_000)], [])


def test_a_story_that_another_process_writes_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    monkeypatch.setattr("onrecord.store.files._WAIT_SECONDS", 0.05)
    with open_story(path, create=True) as first:
        first.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoryError, match="another process"), open_story(path) as second:
            write_note(second, Note(document="d", field="title", value="x", by="person"))


def test_the_tables_are_strict_and_open_without_us(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_story(path, create=True) as story:
        write_intake(story, [CAPTURE], [document("a.txt", "Korva spoke.")], [])
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        strict = dict(plain.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"))
        assert strict["documents"] == strict["attributions"] == 1
        with pytest.raises(sqlite3.IntegrityError):
            plain.execute("INSERT INTO slots VALUES ('m', 'd', 'k', 's', 'not a number', 1, 'w')")


def test_words_are_found_and_a_query_language_is_not_obeyed(tmp_path: Path) -> None:
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [document("a.txt", "The pier at Korva."), document("b.txt", "A dam.")], [])
        assert [hit.document for hit in find_text(story, "korva pier")] == [document("a.txt", "").id]
        assert find_text(story, 'pier OR "dam') == ()
        assert find_text(story, '"') == ()


def test_the_bytes_as_fetched_come_back(tmp_path: Path) -> None:
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE, CAPTURE], [document("a.txt", "x")], [])
        assert list(read_captures(story)) == [CAPTURE]


def test_new_bytes_at_one_address_are_the_same_document(tmp_path: Path) -> None:
    newer = CAPTURE.__class__(digest="0" * 64, uri="a.txt", media_type="text/plain", encoding=None, content=b"new")
    first = document("a.txt", "Korva spoke.")
    second = first.__class__(id=first.id, uri=first.uri, capture=newer.digest, text="Korva left.", language="en")
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [first], [])
        write_marks(story, [Part(document=first, marks=Marks(document=first.id), key="key")])
        write_intake(story, [newer], [second], [])
        assert read_documents(story) == (second,)
        assert read_ledger(story, "mark") == {}
        assert len(list(read_captures(story))) == 2
        assert [hit.document for hit in find_text(story, "left")] == [first.id]
        assert any("do not have the digest" in line for line in check_story(story).wrong)


def test_a_problem_is_kept_once(tmp_path: Path) -> None:
    problem = Problem(stage="read", uri="a.bin", message="binary", remedy="give text")
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [], [], [problem])
        write_intake(story, [], [], [problem])
        assert read_records(story, Problem) == (problem,)


def test_a_persons_words_are_kept_in_order(tmp_path: Path) -> None:
    notes = [Note(document="d1", field="title", value=value, by="person") for value in ("A", "B", None)]
    with open_story(tmp_path / "a.db", create=True) as story:
        for note in notes:
            write_note(story, note)
        assert list(read_notes(story)) == notes


def test_check_sees_words_that_do_not_stand_in_the_text(tmp_path: Path) -> None:
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [document("a.txt", "Korva spoke.")], [])
        story.connection.execute(
            "INSERT INTO slots VALUES ('m', ?, 'mentions', 'span', 0, 5, 'Tarva')", (document("a.txt", "").id,)
        )
        wrong = check_story(story).wrong
    assert any("should read 'Tarva', the text has 'Korva'" in line for line in wrong)


def test_a_killed_writer_leaves_a_whole_story(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from onrecord.store import Part, open_story, write_intake\nfrom onrecord.store.files import transaction\n"
        "from tests.store.stories import CAPTURE, document\n"
        "with open_story(Path(sys.argv[1]), create=True) as story:\n"
        "    write_intake(story, [CAPTURE], [document('a.txt', 'Korva.')], [])\n"
        "    with transaction(story) as connection:\n"
        "        connection.execute('DELETE FROM documents')\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert ended.returncode != 0
    with open_story(path) as story:
        assert [one.uri for one in read_documents(story)] == ["a.txt"]
        assert check_story(story).wrong == ()


def test_tables_change_only_with_the_number_of_the_format() -> None:
    """A file of format 4 must open with its tables; whoever adds a field raises the number and writes the digest."""
    tables = "\n".join(create_sql(table) for table in TABLES)
    digest = hashlib.sha256(tables.encode()).hexdigest()[:16]
    assert (SCHEMA_VERSION, digest) == (5, "574d4a0fe536da09")
