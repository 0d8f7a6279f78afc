""" "I give the mentions, and onrecord only resolves them.\""""

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.commands.given import take_given
from onrecord.identity import document_id
from onrecord.records import Document, Marks, Span

TEXT = "Ada Quell arrived in Lyon after the clashes."
DOCUMENT = Document(id=document_id("a"), uri="a", capture="", text=TEXT, language="en")


def given(kind: str, spans: list[list[int]]) -> Marks:
    row = json.dumps({"text": TEXT, kind: [{"span": span} for span in spans]}).encode()
    return take_given(DOCUMENT, Marks(document=DOCUMENT.id), kind, row)


def test_given_places_are_resolved_where_they_stand() -> None:
    (place,) = given("toponyms", [[21, 25], [21, 25], [40, 900], [3, 3]]).toponyms
    assert (place.span, place.country) == (Span(start=21, end=25), "FR")


def test_given_events_are_kept_even_where_nothing_else_is_known() -> None:
    (event,) = given("events", [[36, 43]]).events
    assert (event.trigger.of(TEXT), event.type, event.by) == ("clashes", None, "given")


@pytest.mark.parametrize("content", [b"no json", b"[1]", b'{"events": 3}', b'{"events": [{"span": ["a", 2]}, 4]}'])
def test_what_is_no_mention_is_passed_over(content: bytes) -> None:
    assert take_given(DOCUMENT, Marks(document=DOCUMENT.id), "events", content).events == ()


def test_linked_rows_carry_the_chain_of_each_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": name, "text": TEXT, "events": [{"span": [36, 43]}]} for name in ("one", "two")]
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["onrecord", "annotate", str(source), "--given", "events", "--link"])
    with pytest.raises(SystemExit):
        main()
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in printed] == ["one", "two"]
    assert all(event["chain"] for row in printed for event in row["events"])


def test_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["onrecord", "annotate", "a.jsonl", "--given", "event"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "Did you mean 'events'" in " ".join(capsys.readouterr().err.split())


def test_only_what_is_probable_enough_is_annotated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "rows.jsonl"
    source.write_text(json.dumps({"id": "one", "text": "Ada Quell said the pier was safe. It was built by Dorn."}))
    counts = []
    for least in ("0.0", "1.0"):
        monkeypatch.setattr("sys.argv", ["onrecord", "annotate", str(source), "--min", least])
        with pytest.raises(SystemExit):
            main()
        counts.append(len(json.loads(capsys.readouterr().out)["attributions"]))
    assert counts[0] >= 1
    assert counts[1] == 0
