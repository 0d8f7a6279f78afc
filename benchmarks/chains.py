"""Shows how well events are found to be one across reports, beside what plain words reach in the same run.

    python benchmarks/chains.py GOLD.jsonl

GOLD.jsonl has one report a line: `id`, `text`, and `events` with `span` and `chain`. The mentions are given; only which
of them are one is found. Printed are the B-cubed F1 of linking and of three references: the same head lemma anywhere,
the same head lemma within the occasions that `linking.occasions` finds, and every mention by itself.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent.parent))

from onrecord.commands.given import take_given
from onrecord.evaluation.coreference import measure_coreference
from onrecord.evaluation.reading import read_annotations
from onrecord.evaluation.rows import DocumentRow, EventRow
from onrecord.language import Parse, Parser, load_parser, parse
from onrecord.linking import link
from onrecord.linking.occasions import find_occasions
from onrecord.marking import load_knowledge, mark
from onrecord.reading import read_sources
from onrecord.records import Document, Marks, Span

FLOOR = 3.0  # points above the same head lemma within occasions
Chain = Callable[[str, EventRow], str | None]


def find_lemma(tree: Parse, span: Span) -> str:
    """Return the lemma of the word that a mention hangs on."""
    inside = [word for word in tree.words if span.start <= word.start and word.end <= span.end]
    within = {word.i for word in inside}
    return next((word.lemma for word in inside if word.head not in within or word.head == word.i), "")


def read_marked(path: str) -> dict[str, tuple[Document, Marks]]:
    """Return the reports by their ids in the gold, each with its marks and the given mentions."""
    knowledge, found = load_knowledge(), {}
    for intake in read_sources([path]):
        for document in intake.documents:
            content = intake.capture.content if intake.capture else b""
            marks = take_given(document, mark(document, knowledge), "events", content)
            found[document.uri.rpartition("#")[2]] = (document, marks)
    return found


def find_chains(reports: Mapping[str, tuple[Document, Marks]]) -> dict[tuple[str, Span], str]:
    """Return the event of every mention as linking has it."""
    things = link([document for document, _ in reports.values()], [marks for _, marks in reports.values()], ())
    events = {mention: event.id for event in things.events for mention in event.mentions}
    return {
        (name, mention.trigger): events[mention.id]
        for name, (_, marks) in reports.items()
        for mention in marks.events
        if mention.id in events
    }


def find_lemmas(gold: Sequence[DocumentRow], parser: Parser) -> dict[tuple[str, Span], str]:
    """Return the head lemma of every mention of the gold."""
    lemmas = {}
    for row in gold:
        tree = parse(row.text or "", parser)
        lemmas.update({(row.id, event.span): find_lemma(tree, event.span) for event in row.events or ()})
    return lemmas


def score(gold: Sequence[DocumentRow], chain: Chain) -> float:
    """Return the B-cubed F1, in points, of the chains that a way of linking gives the mentions of the gold."""
    found = [
        replace(row, events=tuple(replace(event, chain=chain(row.id, event)) for event in row.events or ()))
        for row in gold
    ]
    measures = measure_coreference(zip(gold, found, strict=True)).measures
    return 100 * next(measure.f1 or 0.0 for measure in measures if "B-cubed" in measure.name)


def main() -> int:
    """Print the figures; return 1 if linking is not far enough above the words within occasions."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    words.add_argument("gold")
    path = words.parse_args().gold
    gold = read_annotations(Path(path))
    reports = read_marked(path)
    chains, lemmas = find_chains(reports), find_lemmas(gold, load_parser())
    by_id = find_occasions([document for document, _ in reports.values()])
    occasions = {name: by_id[document.id] for name, (document, _) in reports.items()}
    ours = score(gold, lambda name, event: chains.get((name, event.span)))
    reference = score(gold, lambda name, event: f"{occasions[name]} {lemmas[name, event.span]}")
    anywhere = score(gold, lambda name, event: lemmas[name, event.span])
    alone = score(gold, lambda name, event: f"{name} {event.span}")
    mentions = sum(len(row.events or ()) for row in gold)
    sys.stdout.write(f"{len(gold)} reports, {mentions} mentions, B-cubed F1\n")
    sys.stdout.write(f"  linking                             {ours:5.1f}\n")
    sys.stdout.write(f"  same head lemma within an occasion  {reference:5.1f}   linking {ours - reference:+.1f}\n")
    sys.stdout.write(f"  same head lemma anywhere            {anywhere:5.1f}\n")
    sys.stdout.write(f"  every mention by itself             {alone:5.1f}\n")
    return 0 if ours - reference >= FLOOR else 1


if __name__ == "__main__":
    raise SystemExit(main())
