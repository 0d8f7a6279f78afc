"""Makes invented reports from a grammar, as many as are asked for and the same ones each time."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

Grammar = dict[str, list[str]]

_GRAMMAR = Path(__file__).parent / "grammar.toml"
_SLOT = re.compile(r"\{(\w+)\}")
_COPIED = 0.08  # the share of reports that carry an earlier one under another outlet's name
_PARAGRAPHS = (3, 9)


def load_grammar() -> Grammar:
    """Return the words and sentences that reports are made of."""
    grammar: Grammar = tomllib.loads(_GRAMMAR.read_text(encoding="utf-8"))
    return grammar


def write_reports(folder: Path, number: int, seed: int = 1) -> int:
    """Write reports into a new folder, one file each; return how many characters they have."""
    folder.mkdir(parents=True)
    grammar, chance = load_grammar(), random.Random(seed)
    bodies: list[str] = []
    characters = 0
    for place in range(number):
        copied = bodies and chance.random() < _COPIED
        bodies.append(chance.choice(bodies) if copied else make_body(grammar, chance))
        text = f"{_header(grammar, chance)}\n\n{bodies[-1]}\n"
        characters += len(text)
        (folder / f"{place:05}.txt").write_text(text, encoding="utf-8")
    return characters


def write_long_report(path: Path, characters: int, seed: int = 1) -> None:
    """Write one report of at least so many characters."""
    grammar, chance = load_grammar(), random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        while out.tell() < characters:
            out.write(make_body(grammar, chance) + "\n\n")


def make_body(grammar: Grammar, chance: random.Random) -> str:
    """Return the paragraphs of one report."""
    paragraphs = (_paragraph(grammar, chance) for _ in range(chance.randint(*_PARAGRAPHS)))
    dateline = _fill("{city}, {month} {day} ({agency}) - ", grammar, chance)
    return dateline + "\n\n".join(paragraphs)


def _header(grammar: Grammar, chance: random.Random) -> str:
    headline = _fill(chance.choice(grammar["headlines"]), grammar, chance)
    return f"{chance.choice(grammar['outlets'])}\n{_fill('{day} {month} {year}', grammar, chance)}\n\n{headline}"


def _paragraph(grammar: Grammar, chance: random.Random) -> str:
    sentences = chance.sample(grammar["sentences"], chance.randint(1, 4))
    filled = (_fill(sentence, grammar, chance) for sentence in sentences)
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in filled)


def _fill(sentence: str, grammar: Grammar, chance: random.Random) -> str:
    def chosen(slot: re.Match[str]) -> str:
        if slot[1] == "number":
            return f"{chance.randint(2, 2000):,}"
        if slot[1] in ("day", "year"):
            return str(chance.randint(1, 28) if slot[1] == "day" else chance.randint(2019, 2026))
        return _fill(chance.choice(grammar[slot[1]]), grammar, chance)

    return _SLOT.sub(chosen, sentence)
