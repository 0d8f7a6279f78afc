""" "What was done is not done again, and what I change is redone, no more and no less.\""""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import StoryError
from onrecord.marking import Knowledge, mark_section
from onrecord.reading import read_sources
from onrecord.records import Expression, Marks, Problem, Reading, Span, Timex
from onrecord.running import RunSummary, add_intakes, hold, load_comparable, load_story, run_story, workers
from onrecord.running import run as running
from onrecord.sections import Section
from onrecord.store import Note, StoryFile, check_story, open_story, read_documents, read_records, write_note
from tests.running.reports import quiet, write_reports


@pytest.fixture
def story(tmp_path: Path) -> Iterator[StoryFile]:
    reports = write_reports(tmp_path / "reports")
    with open_story(tmp_path / "story.db", create=True) as opened:
        add_intakes(opened, read_sources([str(reports)]), quiet)
        yield opened


def ran(story: StoryFile) -> RunSummary:
    return run_story(story, 1, quiet)


def dump(story: StoryFile) -> dict[str, list[tuple[object, ...]]]:
    """Everything a story holds, table by table, in no particular order."""
    tables = [row[0] for row in story.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [t for t in tables if not t.startswith(("search", "sqlite"))]
    return {table: sorted(story.connection.execute(f'SELECT * FROM "{table}"'), key=repr) for table in kept}


def test_a_second_run_does_nothing(story: StoryFile) -> None:
    assert ran(story) == RunSummary(marked=3, relinked=True, failed=0)
    before = dump(story)
    assert ran(story) == RunSummary(marked=0, relinked=False, failed=0)
    assert dump(story) == before


def test_one_new_report_marks_one_report_and_relinks(story: StoryFile, tmp_path: Path) -> None:
    ran(story)
    (tmp_path / "reports" / "04-new.txt").write_text("Ilan Brode said on 9 June 2031 that the pier was safe.")
    added = add_intakes(story, read_sources([str(tmp_path / "reports")]), quiet)
    assert (added.new, added.changed, added.unchanged) == (("reports/04-new.txt",), (), 3)
    assert ran(story) == RunSummary(marked=1, relinked=True, failed=0)


def test_a_report_that_changed_is_marked_again(story: StoryFile, tmp_path: Path) -> None:
    ran(story)
    (tmp_path / "reports" / "03-post.txt").write_text("Rescuers said 44 people were hurt at the pier.")
    added = add_intakes(story, read_sources([str(tmp_path / "reports")]), quiet)
    assert (added.new, added.changed, added.unchanged) == ((), ("reports/03-post.txt",), 2)
    assert ran(story).marked == 1
    values = [figure.value for marks in load_story(story).marks for figure in marks.figures]
    assert 44.0 in values
    assert 41.0 not in values


def test_a_date_that_I_give_marks_nothing_and_resolves_its_times_anew(story: StoryFile) -> None:
    ran(story)
    (document,) = (d for d in read_documents(story) if d.uri.endswith("02-herald.txt"))
    before = {r for r in read_records(story, Reading) if r.document != document.id}
    write_note(story, Note(document=document.id, field="published", value="2031-05-08", by="person"))
    assert ran(story) == RunSummary(marked=0, relinked=True, failed=0)
    dated = {d.document: d.publication for d in load_story(story).things.publications}
    assert dated[document.id].interval.earliest == dated[document.id].interval.latest == "2031-05-08"
    assert before <= set(read_records(story, Reading))


def test_a_changed_rule_redoes_the_marks(story: StoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    ran(story)
    monkeypatch.setattr(running, "knowledge_version", lambda: "another")
    assert ran(story).marked == 3


def test_a_changed_linking_rule_only_links_anew(story: StoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    ran(story)
    monkeypatch.setattr(running, "linking_version", lambda: "another")
    assert ran(story) == RunSummary(marked=0, relinked=True, failed=0)


def test_a_rule_that_fails_costs_one_report(story: StoryFile, monkeypatch: pytest.MonkeyPatch) -> None:

    def failing(section: Section, knowledge: Knowledge) -> Marks:
        if section.document.uri.endswith("01-dorn.txt"):
            raise ZeroDivisionError("a rule tripped")
        return mark_section(section, knowledge)

    monkeypatch.setattr(workers, "mark_section", failing)
    assert ran(story) == RunSummary(marked=3, relinked=True, failed=1)
    (problem,) = read_records(story, Problem)
    assert problem.uri == "reports/01-dorn.txt"
    assert "ZeroDivisionError" in problem.message
    assert sum(bool(marks.attributions) for marks in load_story(story).marks) == 2


def test_several_processes_mark_the_same(story: StoryFile, tmp_path: Path) -> None:
    run_story(story, 2, quiet)
    with open_story(tmp_path / "other.db", create=True) as other:
        add_intakes(other, read_sources([str(tmp_path / "reports")]), quiet)
        ran(other)
        assert dump(other) == dump(story)


def test_a_killed_worker_says_what_to_do(story: StoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "mark_safely", _die)
    with pytest.raises(StoryError, match="--jobs 1"):
        run_story(story, 2, quiet)


def _die(section: Section) -> Marks:
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)
    return Marks(document=section.document.id)


def test_a_report_in_another_language_is_kept_and_not_marked(tmp_path: Path) -> None:
    text = "Премьер-министр заявил в пятницу, что второй причал будет построен в следующем году в этом городе. " * 4
    (tmp_path / "ru.txt").write_text(text, encoding="utf-8")
    with open_story(tmp_path / "story.db", create=True) as story:
        add_intakes(story, read_sources([str(tmp_path / "ru.txt")]), quiet)
        assert ran(story).marked == 0
        assert [d.language for d in read_documents(story)] == ["ru"]
        assert any("Russian" in p.message for p in read_records(story, Problem))


def test_a_very_long_report_is_marked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.marking._LONGEST", 2000)
    lines = [f"Speaker Ada Quell said on {day} May 2031 that pier {day} was safe." for day in range(1, 29)]
    (tmp_path / "long.txt").write_text("\n\n".join(lines * 3), encoding="utf-8")
    monkeypatch.setattr(running, "_BATCH_CHARACTERS", 1000)
    heard: list[str] = []
    with open_story(tmp_path / "story.db", create=True) as story:
        add_intakes(story, read_sources([str(tmp_path / "long.txt")]), quiet)
        run_story(story, 1, lambda stage, done, total: heard.append(stage))
        (marks,) = load_story(story).marks
        assert check_story(story).wrong == ()
    assert len(marks.attributions) == 84
    assert len({a.id for a in marks.attributions}) == 84
    assert any("long report" in stage for stage in heard)


def test_a_long_report_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.marking._LONGEST", 900)
    monkeypatch.setattr(running, "_BATCH_CHARACTERS", 1)
    lines = [f"Speaker Ada Quell said on {day} May 2031 that pier {day} was safe." for day in range(1, 29)]
    (tmp_path / "long.txt").write_text("\n\n".join(lines * 2), encoding="utf-8")
    starts: list[int] = []

    def counted(section: Section, knowledge: Knowledge) -> Marks:
        starts.append(section.start)
        return mark_section(section, knowledge)

    def stopping(stage: str, done: int, total: int | None) -> None:
        if stage == "marking a long report, characters" and done > 1800:
            raise KeyboardInterrupt

    monkeypatch.setattr(workers, "mark_section", counted)
    with (
        open_story(tmp_path / "story.db", create=True) as story,
        open_story(tmp_path / "other.db", create=True) as other,
    ):
        for each in (story, other):
            add_intakes(each, read_sources([str(tmp_path / "long.txt")]), quiet)
        with pytest.raises(KeyboardInterrupt):
            run_story(story, 1, stopping)
        assert check_story(story).wrong == ()
        assert ran(story).marked == 1
        assert starts == sorted(set(starts)), "no section was marked twice"
        ran(other)
        assert dump(story) == dump(other)


def test_a_report_as_long_as_a_book_is_marked_but_not_compared(
    story: StoryFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "LONGEST_COMPARED", 500)
    (tmp_path / "long.txt").write_text("Ada Quell said on 3 May 2031 that pier 7 was safe.\n\n" * 12)
    add_intakes(story, read_sources([str(tmp_path / "long.txt")]), quiet)
    assert ran(story) == RunSummary(marked=4, relinked=True, failed=0)
    marked = {
        document.uri: marks
        for document, marks in zip(load_story(story).documents, load_story(story).marks, strict=True)
    }
    assert len(marked["long.txt"].attributions) == 12
    (problem,) = read_records(story, Problem)
    assert (problem.stage, problem.uri) == ("linking", "long.txt")
    assert "split it" in problem.remedy
    assert "long.txt" not in {document.uri for document in load_comparable(story).documents}
    assert ran(story) == RunSummary(marked=0, relinked=False, failed=0)


def test_a_changed_text_takes_along_what_was_linked_from_the_old_one(story: StoryFile, tmp_path: Path) -> None:
    ran(story)
    assert load_story(story).things.statements
    (tmp_path / "reports" / "03-post.txt").write_text("Nothing was said.")
    add_intakes(story, read_sources([str(tmp_path / "reports")]), quiet)
    assert load_story(story).things.statements == ()
    assert ran(story) == RunSummary(marked=1, relinked=True, failed=0)
    assert load_story(story).things.statements


def test_a_run_that_stops_between_marking_and_linking_leaves_nothing_that_dangles(
    story: StoryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(story)
    monkeypatch.setattr(running, "knowledge_version", lambda: "another")
    monkeypatch.setattr(running, "_link", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ran(story)
    loaded = load_story(story)
    assert loaded.things.statements == ()
    assert any(marks.attributions for marks in loaded.marks)


def test_a_mark_outside_its_text_is_a_problem_of_that_report(story: StoryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def beyond(section: Section, knowledge: Knowledge) -> Marks:
        timex = Timex(
            id="t1",
            document=section.document.id,
            span=Span(start=0, end=100_000),
            type="DATE",
            expression=Expression(value=None),
            by="test",
        )
        return Marks(document=section.document.id, timexes=(timex,))

    monkeypatch.setattr(workers, "mark_section", beyond)
    assert ran(story).failed == 3
    assert all("is not in the text" in problem.message for problem in read_records(story, Problem))


@pytest.mark.slow
def test_workers_end_when_the_run_is_killed(tmp_path: Path) -> None:
    script = (
        "import multiprocessing, sys, time\nfrom onrecord.running import workers\n"
        "if __name__ == '__main__':\n"
        "    with workers.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context('spawn'),"
        " initializer=workers._attend) as pool:\n"
        "        pool.submit(int).result()\n"
        "        print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "        time.sleep(60)\n"
    )
    (tmp_path / "pool.py").write_text(script)
    with subprocess.Popen([sys.executable, str(tmp_path / "pool.py")], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    for _ in range(100):
        if not _lives(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker lives on")


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_one_story_is_held_by_one_process(tmp_path: Path) -> None:
    with hold(tmp_path / "a.db"), pytest.raises(StoryError, match="another onrecord"), hold(tmp_path / "a.db"):
        pass
    with hold(tmp_path / "a.db"):
        pass


def test_a_folder_that_is_not_there_cannot_hold_a_story(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="cannot be written"), hold(tmp_path / "none" / "a.db"):
        pass


def test_every_stored_slot_stands_in_its_text(story: StoryFile) -> None:
    ran(story)
    found = check_story(story)
    assert (found.documents, found.wrong) == (3, ())
    assert found.slots > 20


def test_the_story_opens_without_us(story: StoryFile, tmp_path: Path) -> None:
    ran(story)
    with sqlite3.connect(tmp_path / "story.db") as plain:
        rows = plain.execute("SELECT speaker, act FROM attributions JOIN documents ON documents.id = document")
        assert ("Ada Quell", "request") in set(rows.fetchall())
