"""Gold that is written into the sentence: "[source Orlova] [cue said] [content that the talks ended]."

Marks nest ("[content he told [addressee Orlova] so]"); a square bracket that belongs to the text is written "\\[".
"""

from __future__ import annotations


def read_marked(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the plain text and its marks as (label, start, end), in order of their end."""
    text: list[str] = []
    length, open_marks, found = 0, list[tuple[str, int]](), list[tuple[str, int, int]]()
    i = 0
    while i < len(line):
        c = line[i]
        if c == "\\" and line[i + 1 : i + 2] in ("[", "]"):
            text.append(line[i + 1])
            length, i = length + 1, i + 2
        elif c == "[":
            label, _, _ = line[i + 1 :].partition(" ")
            open_marks.append((label, length))
            i += len(label) + 2
        elif c == "]":
            label, start = open_marks.pop()
            found.append((label, start, length))
            i += 1
        else:
            text.append(c)
            length, i = length + 1, i + 1
    assert not open_marks, f"a mark is left open in: {line}"
    return "".join(text), found


def plain(line: str) -> str:
    """Return the line without its marks."""
    return read_marked(line)[0]


def gold(line: str) -> set[tuple[str, str]]:
    """Return the marks of a line as (label, the words marked)."""
    text, marks = read_marked(line)
    return {(label, text[start:end]) for label, start, end in marks}
