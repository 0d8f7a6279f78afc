"""A text file comes in as it is, in whatever encoding; what cannot be read is said, and the bytes are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from onrecord.reading.intake import replace_half_characters
from tests.reading.reports import REPORT, RUSSIAN, documents, problems, read, read_one

QUOTED = "The mayor of Korva said “no”. Café owners \u2013 José Müller among them \u2013 weren\u2019t pleased.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"], ids=str)
def test_a_text_in_a_unicode_encoding_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    document, said = read_one(tmp_path / "a.txt", QUOTED.encode(encoding))
    assert (document.text, said) == (QUOTED, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(QUOTED, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), ("Rain \u2013 again.\n", "cp1252")],
)
def test_an_older_encoding_is_recognised_and_said(tmp_path: Path, text: str, encoding: str) -> None:
    document, said = read_one(tmp_path / "a.txt", text.encode(encoding))
    assert document.text == text
    assert "which is a guess" in said[0]


def test_two_encodings_in_one_file_are_shown_where_they_meet(tmp_path: Path) -> None:
    content = "Café Korva\n".encode() * 3 + "Café Dorn said “no”\n".encode("cp1252")
    (tmp_path / "a.txt").write_bytes(content)
    intakes = read(tmp_path / "a.txt")
    (document,), (problem,) = documents(intakes), problems(intakes)
    assert document.text == "Café Korva\n" * 3 + "Caf\ufffd Dorn said \ufffdno\ufffd\n"
    assert "line 4" in problem.message
    assert problem.span is not None
    assert problem.span.of(document.text) == "\ufffd"
    assert intakes[0].capture is not None
    assert intakes[0].capture.content == content
    assert document.capture == intakes[0].capture.digest == hashlib.sha256(content).hexdigest()


def test_utf8_cut_off_in_a_letter_and_with_much_damage(tmp_path: Path) -> None:
    cut, said = read_one(tmp_path / "a.txt", RUSSIAN.encode()[:-2])
    assert cut.text.endswith("\ufffd.") or cut.text.endswith("\ufffd")
    assert "not UTF-8" in said[0]
    _, said = read_one(tmp_path / "b.txt", ("\ufeff" + QUOTED).encode() + b"\n\xff x" * 9)
    assert "and 4 more places" in said[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty: zero bytes"),
        (b" \n\t\n", "holds no text"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"Rain fell.\0\0\1\2", "is binary data"),
        (b"\x01\x02\x03\x04\x05\x06\x07abc", "is binary data"),
        (b"\xff\xfe" + "Rain".encode("utf-16-le") + b"\x00\xd8", "is marked as utf-16 but is not"),
        (b"\x81\x8d\x8f\x90\x9d" * 3, "the bytes are kept"),
    ],
)
def test_what_is_no_text_gives_no_document_but_its_bytes_and_a_remedy(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (intake,) = read(tmp_path / "a.txt")
    assert intake.documents == ()
    assert intake.capture is not None
    assert intake.capture.content == content
    (problem,) = intake.problems
    assert says in problem.message
    assert problem.remedy


def test_only_line_ends_are_changed(tmp_path: Path) -> None:
    document, _ = read_one(tmp_path / "a.txt", "A\u00a0b\r\nc\rd \n\n\te\u2028\x0bf\x07 ".encode())
    assert document.text == "A\u00a0b\nc\nd \n\n\te\u2028\x0bf\x07 "


def test_text_that_looks_like_markup_stays_text(tmp_path: Path) -> None:
    text = "<html><body><p>Rain &amp; wind</p>\n" + REPORT
    document, said = read_one(tmp_path / "a.txt", text)
    assert (document.text, said) == (text, [])


def test_a_report_in_another_language_is_kept_and_said(tmp_path: Path) -> None:
    document, said = read_one(tmp_path / "a.txt", RUSSIAN)
    assert document.language == "ru"
    assert said == ["is written in Russian; only English is marked"]


@pytest.mark.parametrize(
    ("text", "language"),
    [(REPORT, "en"), ("Rain.", None), ("1 2 3 " * 80, None), ("Дождь.", None), ("", None), ("a\0\ud800" * 50, None)],
)
def test_a_short_or_uncertain_text_has_no_language(text: str, language: str | None) -> None:
    from onrecord.reading.languages import find_language

    assert find_language(text) == language


def test_a_long_text_streams_through(tmp_path: Path) -> None:
    text = "".join(f"The ferry to Korva left port {i} on time, the harbour office said.\n\n" for i in range(80_000))
    document, said = read_one(tmp_path / "a.txt", text)
    assert len(document.text) > 5_000_000
    assert (document.language, said) == ("en", [])


@pytest.mark.parametrize("odd", ["-" * 500_000, "Home > " * 70_000, "x\n" * 100_000, "\n" * 1_000_000, "A (" * 100_000])
def test_odd_texts_take_no_longer(tmp_path: Path, odd: str) -> None:
    (tmp_path / "a.txt").write_text(odd, encoding="utf-8")
    assert len(read(tmp_path / "a.txt")) == 1


def test_halves_of_characters_are_replaced_and_said() -> None:
    text, doubts = replace_half_characters("a\ud800b")
    assert text == "a\ufffdb"
    assert "1 broken characters" in doubts[0].message
