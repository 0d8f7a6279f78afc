""" "Whatever I give it, I am told in a sentence what is wrong, the rest goes on, and what was stored stays.\""""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.running import hold
from onrecord.store import files, open_story
from tests.running.reports import write_reports
from tests.typed import typed

RUSSIAN = "Премьер-министр заявил в пятницу, что второй причал будет построен в следующем году в этом городе. " * 4
ENGLISH = "Harbour master Ilan Brode said on Friday that the pier at Morlan was safe and that 36 people worked on it."
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n \n",
    "blob.txt": bytes(range(256)) * 40,
    "paper.pdf": b"%PDF-1.7 nothing to see",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
    "old.txt": f"Brode said: “{ENGLISH}” twice.".encode("cp1252"),
    "mixed.txt": "“Quell”\n".encode() + b"Brode said \x93no\x94 on Friday, and that the pier at Morlan was safe.\n",
    "wide.txt": ENGLISH.encode("utf-16"),
    "foreign.txt": RUSSIAN.encode(),
    "broken.html": f"<html><title>Pier</title><p>{ENGLISH}<div><table><p></span></i>{ENGLISH}<".encode(),
    "deep.html": b"<div>" * 10_000 + ENGLISH.encode() + b"</div>" * 9_000,
    "hollow.html": b"<html><body><script>alert('Quell said no')</script></body></html>",
    "rows.jsonl": b"\n".join(
        (
            b'{"id": "1", "text": "Brode said the pier was safe."}',
            b'{"id": "2", "te',
            b"[1]",
            b'{"id": "3", "text": "No."}',
        )
    ),
}
TOLD = {
    "empty.txt": "zero bytes",
    "blank.txt": "no text",
    "blob.txt": "not text",
    "bad": '".pdf" is not a kind of report',
    "picture.txt": "a picture",
    "old.txt": "read as cp1252",
    "mixed.txt": "not UTF-8 in line 2",
    "foreign.txt": "Russian",
    "hollow.html": "no text",
    "rows.jsonl#line-2": "line 2 is not JSON",
    "rows.jsonl#line-3": "line 3 is not an object",
}


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a story built from three short reports, made once."""
    folder = tmp_path_factory.mktemp("built")
    outcome = typed("build", write_reports(folder / "reports"), "-o", folder / "story.db")
    assert outcome.code == 0, outcome.err
    return folder


@pytest.fixture
def built(finished: Path, tmp_path: Path) -> Path:
    """A copy of the built story that a test may spoil."""
    shutil.copytree(finished, tmp_path / "copy")
    return tmp_path / "copy" / "story.db"


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder in which this process may not write, and a story in it; also where the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    typed("add", folder / "story.db", write_reports(folder / "reports"))
    (folder / "reports" / "secret.txt").write_text(ENGLISH)
    (folder / "reports" / "secret.txt").chmod(0o000)
    (folder / "story.db-lock").unlink()
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def problems(story: Path) -> dict[str, str]:
    rows = json.loads(typed("show", story, "problems", "--json").out)
    assert all(row["remedy"] for row in rows)
    return {row["document"].removeprefix("bad/"): row["message"] for row in rows}


def rows(story: Path, view: str) -> list[dict[str, object]]:
    return list(json.loads(typed("show", story, view, "--json").out))


def everything(story: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(story) as plain:
        names = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("search_", "sqlite_"))]
        return {name: sorted(plain.execute(f'SELECT * FROM "{name}"'), key=repr) for name in kept}


def test_every_bad_file_is_told_with_a_remedy_and_the_good_ones_are_marked(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "bad")
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    outcome = typed("build", folder, "-o", tmp_path / "story.db")
    assert outcome.code == 1
    found = problems(tmp_path / "story.db")
    assert set(TOLD) <= set(found)
    for name, words in TOLD.items():
        assert words in found[name], name
    marked = {str(row["document"]) for row in rows(tmp_path / "story.db", "statements")}
    for name in ("01-dorn.txt", "02-herald.txt", "old.txt", "wide.txt", "broken.html", "deep.html", "rows.jsonl#1"):
        assert f"bad/{name}" in marked
    assert "bad/foreign.txt" not in marked
    assert "Not marked, since not in English: bad/foreign.txt" in outcome.err
    assert typed("check", tmp_path / "story.db").code == 0


def test_an_empty_folder_makes_no_story(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = typed("build", tmp_path / "empty", "-o", tmp_path / "story.db")
    assert (outcome.code, outcome.out) == (2, "")
    assert "the folder is empty" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_file_named_twice_is_one_report(built: Path) -> None:
    report = built.parent / "reports" / "01-dorn.txt"
    outcome = typed(
        "add", built.with_name("twice.db"), report, report, report.parent / ".." / "reports" / "01-dorn.txt"
    )
    assert outcome.code == 0
    assert "1 new report," in outcome.err


def test_a_folder_may_hold_the_story_and_its_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_reports(tmp_path / "reports"))
    assert typed("build", ".", "-o", "story.db").code == 0
    again = typed("build", ".", "-o", "story.db")
    assert again.code == 0
    assert "0 new reports, 0 changed reports, 3 already there" in again.err


@pytest.mark.parametrize("words", [["build", "REPORTS", "-o", "STORY"], ["dossier", "STORY", "-o", "STORY"]])
def test_the_dossier_never_takes_the_place_of_the_story(built: Path, words: list[str]) -> None:
    story = built.rename(built.with_suffix(".html"))
    before = story.read_bytes()
    paths = {"STORY": story, "REPORTS": built.parent / "reports"}
    outcome = typed(*(paths.get(word, word) for word in words))
    assert outcome.code == 2
    assert "would take the place of the story" in outcome.err
    assert story.read_bytes() == before


def test_another_text_under_the_same_name_is_told_and_the_first_one_stays(tmp_path: Path) -> None:
    for place, text in (("a", ENGLISH), ("b", ENGLISH.replace("36", "41"))):
        (tmp_path / place).mkdir()
        (tmp_path / place / "pier.txt").write_text(text)
    sources = tmp_path / "a" / "pier.txt", tmp_path / "b" / "pier.txt"
    outcome = typed("build", *sources, "-o", tmp_path / "story.db")
    assert outcome.code == 1
    assert "another report with this name" in problems(tmp_path / "story.db")["pier.txt"]
    assert 36.0 in [row["value"] for row in rows(tmp_path / "story.db", "figures")]
    assert typed("check", tmp_path / "story.db").code == 0


def test_a_problem_that_was_mended_goes_away(tmp_path: Path) -> None:
    folder, story = tmp_path / "bad", tmp_path / "story.db"
    folder.mkdir()
    for name in ("empty.txt", "rows.jsonl", "paper.pdf", "blob.txt", "foreign.txt"):
        (folder / name).write_bytes(BAD[name])
    typed("add", story, folder)
    assert len(problems(story)) == 6
    (folder / "empty.txt").write_text(ENGLISH)
    (folder / "rows.jsonl").write_bytes(BAD["rows.jsonl"].replace(b'"te\n', b'"text": "Brode left."}\n'))
    (folder / "paper.pdf").unlink()
    (folder / "blob.txt").unlink()
    (folder / "foreign.txt").unlink()
    assert "1 changed" not in typed("add", story, folder).err
    assert set(problems(story)) == {"rows.jsonl#line-3", "foreign.txt"}, "the Russian report is still in the story"


NO_STORIES = ("words.db", "other.db", "newer.db", "folder.db")
COMMANDS = (["add", "STORY", "REPORTS"], ["run", "STORY"], ["show", "STORY", "documents"], ["why", "STORY", "a1"],
            ["set", "STORY", "01", "--title", "x"], ["dossier", "STORY"], ["check", "STORY"])  # fmt: skip


@pytest.mark.parametrize("name", NO_STORIES)
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_file_that_is_no_story_is_not_touched(tmp_path: Path, words: list[str], name: str) -> None:
    story = tmp_path / name
    if name == "words.db":
        story.write_text("These are only some words.\n" * 40)
    elif name == "folder.db":
        story.mkdir()
    elif name == "other.db":
        with sqlite3.connect(story) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
    else:
        with open_story(story, create=True) as made:
            made.connection.execute("PRAGMA user_version = 99")
    before = story.read_bytes() if story.is_file() else b""
    paths = {"STORY": story, "REPORTS": write_reports(tmp_path / "reports")}
    outcome = typed(*(paths.get(word, word) for word in words))
    assert (outcome.code, outcome.out) == (2, "")
    told = {"newer.db": "newer onrecord", "folder.db": "this is a folder"}
    assert told.get(name, "no onrecord story") in outcome.err
    assert (story.read_bytes() if story.is_file() else b"") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((name, "reports"))


def test_two_processes_do_not_work_on_one_story_but_one_may_look(built: Path) -> None:
    with hold(built):
        for words in (["run", built], ["add", built, built.parent / "reports"], ["set", built, "01", "--title", "x"]):
            outcome = typed(*words)
            assert outcome.code == 2
            assert "another onrecord is working on this story" in outcome.err
        assert typed("show", built, "statements").code == 0
    assert typed("run", built).code == 0


def test_without_permission_nothing_is_written_and_what_is_there_can_be_read(locked: Path) -> None:
    assert typed("show", locked / "story.db", "documents").code == 0
    assert typed("check", locked / "story.db").code == 0
    for words in (["run", locked / "story.db"], ["add", locked / "new.db", locked / "reports" / "01-dorn.txt"]):
        outcome = typed(*words)
        assert outcome.code == 2
        assert "cannot be" in outcome.err
    assert "cannot be written" in typed("dossier", locked / "story.db").err
    outcome = typed("build", locked / "reports" / "secret.txt", "-o", locked / "new.db")
    assert outcome.code == 2
    assert "cannot be opened (Permission denied)" in outcome.err


def test_one_file_without_permission_costs_only_itself(locked: Path) -> None:
    folder = Path(tempfile.mkdtemp())
    outcome = typed("add", folder / "story.db", locked / "reports")
    assert outcome.code == 1
    assert "3 new reports" in outcome.err
    assert "secret.txt: cannot be opened (Permission denied)" in outcome.err
    shutil.rmtree(folder)


@pytest.mark.parametrize("spare", [1, 6, 20, 40])
def test_a_full_disk_is_told_and_nothing_stored_is_lost(
    finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    reports, story = finished / "reports", tmp_path / "story.db"
    typed("add", story, reports / "01-dorn.txt")
    connect = files._connect
    pages = sqlite3.connect(story).execute("PRAGMA page_count").fetchone()[0] + spare

    def small(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as full:
        full.setattr(files, "_connect", small)
        (long := tmp_path / "long.txt").write_text(f"{ENGLISH}\n\n" * 60)
        outcome = typed("build", reports, long, "-o", story)
        assert outcome.code == 2
        assert "the disk is full" in outcome.err
        assert "run the same command again" in outcome.err
    assert typed("check", story).code == 0
    assert "01-dorn.txt" in {row["document"] for row in rows(story, "documents")}
    assert typed("build", reports, long, "-o", story).code == 0
    typed("add", tmp_path / "whole.db", reports / "01-dorn.txt")
    typed("build", reports, long, "-o", tmp_path / "whole.db")
    assert everything(story) == everything(tmp_path / "whole.db")


def run(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "onrecord", *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_a_limit_on_the_size_of_files_is_told_like_a_full_disk(finished: Path, tmp_path: Path) -> None:
    import resource

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    outcome = run("add", tmp_path / "story.db", finished / "reports", preexec_fn=small)
    assert outcome.returncode == 2
    assert "the disk is full, or fails" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_an_output_that_takes_nothing_is_told(built: Path) -> None:
    with Path("/dev/full").open("w") as full:
        line = [sys.executable, "-m", "onrecord", "show", str(built), "statements", "--json"]
        outcome = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert outcome.returncode == 2
    assert outcome.stderr == "onrecord: the output cannot be written (No space left on device).\n"


def test_a_reader_that_has_seen_enough_is_no_error(built: Path) -> None:
    line = [sys.executable, "-m", "onrecord", "show", str(built), "statements"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 0
    assert "Traceback" not in told
    assert "Exception" not in told


@pytest.mark.parametrize("form", ["--json", "--csv", None])
def test_data_is_utf_8_whatever_the_locale_says(built: Path, tmp_path: Path, form: str | None) -> None:
    (tmp_path / "names.txt").write_text("Čedomir Ðorđević said on Friday: “We stay.”", encoding="utf-8")
    typed("build", tmp_path / "names.txt", "-o", tmp_path / "names.db")
    plain = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    line: list[str | Path] = [
        sys.executable,
        "-m",
        "onrecord",
        "show",
        tmp_path / "names.db",
        "statements",
        *([form] if form else []),
    ]
    outcome = subprocess.run(line, capture_output=True, env=plain, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert "Ðorđević" in outcome.stdout.decode("utf-8")
    assert outcome.stderr.isascii()


NAMES = ["[red]pier[bold].txt", "[pier.txt", "two\nlines.txt", "\x1b[31mred.txt", ":smile:.txt", "tab\t.txt", "-x.txt"]


def test_names_that_look_like_markup_are_only_names(tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(f"[bold]Brode\x1b[0m :fire: said[/bold]\n\n{ENGLISH}")
        (folder / f"empty-{name}").write_text("")
    outcome = typed("build", folder, "-o", tmp_path / "story.db")
    assert outcome.code == 1
    assert "names/empty-[red]pier[bold].txt: is empty" in outcome.err
    assert "\x1b[31m" not in outcome.err
    table = typed("show", tmp_path / "story.db", "documents", "--text", "safe")
    assert table.code == 0
    shown = typed("show", tmp_path / "story.db", "documents").out
    assert "[red]pier[bold].txt" in shown
    assert ":smile:.txt" in shown
    assert "\x1b[31m" not in shown
    assert len(shown.splitlines()) == len(NAMES) + 1
    why = typed("why", tmp_path / "story.db", rows(tmp_path / "story.db", "statements")[0]["id"])
    assert why.code == 0
    assert "\x1b" not in why.out


@pytest.mark.parametrize("width", [1, 7, 30])
def test_a_narrow_terminal_still_shows_every_view(built: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for view in ("documents", "statements", "timeline", "problems", "discrepancies"):
        outcome = typed("show", built, view, terminal=True)
        assert outcome.code == 0
        assert "Traceback" not in outcome.err


def test_a_terminal_shows_how_far_the_work_is(built: Path) -> None:
    (built.parent / "reports" / "04.txt").write_text(ENGLISH)
    assert "marking" in typed("build", built.parent / "reports", "-o", built, terminal=True).err


def test_a_story_that_is_behind_says_so(built: Path) -> None:
    (built.parent / "reports" / "03-post.txt").write_text(ENGLISH)
    typed("add", built, built.parent / "reports")
    shown = typed("show", built, "statements")
    assert shown.code == 0
    assert "Not marked yet: reports/03-post.txt. First: onrecord run" in shown.err
    assert "linked and compared anew" in typed("run", built).err
    assert "First:" not in typed("show", built, "statements").err


def test_many_problems_are_counted(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    for number in range(20):
        (tmp_path / "bad" / f"{number}.txt").touch()
    outcome = typed("add", tmp_path / "story.db", tmp_path / "bad")
    assert outcome.code == 1
    assert f"... and 8 more: onrecord show {tmp_path / 'story.db'} problems" in outcome.err


@pytest.mark.slow
def test_the_sample_story_is_built_offline(tmp_path: Path) -> None:
    outcome = typed("demo", "-o", tmp_path / "demo")
    assert outcome.code == 0
    assert (tmp_path / "demo" / "harbour.html").exists()
    (tmp_path / "file").touch()
    assert "the folder cannot be made" in typed("demo", "-o", tmp_path / "file").err


def test_a_word_that_is_no_text_can_be_set(built: Path) -> None:
    assert typed("set", built, "01-dorn", "--title", "caf\udce9").code == 0
    assert typed("run", built).code == 0
    assert any(row["title"] == "caf\ufffd" for row in rows(built, "documents"))


def test_help_and_import_load_nothing_heavy() -> None:
    script = (
        "import sys, onrecord; print(sorted({m.partition('.')[0] for m in sys.modules} - set(sys.stdlib_module_names)))"
    )
    bare = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True, env=_source()
    )
    assert set(json.loads(bare.stdout.replace("'", '"'))) <= {"onrecord", "__main__"}
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", "--help"], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "jinja2", "trafilatura", "lxml", "sqlite3", "onrecord.commands", "onrecord.records"}


def _source() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
