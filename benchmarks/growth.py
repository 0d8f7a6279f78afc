"""Shows how the time of each room grows with the text: eight times the words should take about eight times as long.

python benchmarks/growth.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from onrecord.events import find_events
from onrecord.figures import find_figures
from onrecord.language import Parse, parse
from onrecord.marking import Knowledge, load_knowledge
from onrecord.names import find_mentions
from onrecord.places import find_toponyms
from onrecord.records import Document
from onrecord.statements import find_attributions
from onrecord.times import find_timexes

TEXT = (
    'Premier Ada Quell said on Monday, May 5, that at least 14 miners were hurt near Lyon. "We will rebuild," she said.'
    " According to Dorn Press, her deputy denied that talks with Spain had begun; he called them a rumour.\n\n"
)
FEW, MANY = 40, 320
Room = Callable[[Document, Parse], object]


def measure(room: Room, document: Document, tree: Parse) -> float:
    """Return the CPU seconds that a room takes for a text, the least of three runs."""
    runs = []
    for _ in range(3):
        start = time.process_time()
        room(document, tree)
        runs.append(time.process_time() - start)
    return min(runs)


def rooms(knowledge: Knowledge) -> dict[str, Room]:
    """Return the rooms that mark a parsed text."""
    return {
        "names": lambda document, tree: find_mentions(document, tree, knowledge.lexicon),
        "times": find_timexes,
        "places": lambda document, tree: find_toponyms(document, tree, knowledge.gazetteer),
        "figures": find_figures,
        "statements": find_attributions,
        "events": find_events,
    }


def main() -> None:
    """Print the growth of every room."""
    knowledge = load_knowledge()
    read = {}
    for times in (FEW, MANY):
        text = TEXT * times
        document = Document(id="d1", uri="growth.txt", capture="", text=text, language="en")
        read[times] = (document, parse(text, knowledge.parser))
    for name, room in rooms(knowledge).items():
        few, many = (measure(room, *read[times]) for times in (FEW, MANY))
        speed = len(read[MANY][1].words) / many
        sys.stdout.write(f"{name:11} {many / few:5.1f} x the time for {MANY // FEW} x the text; {speed:,.0f} words/s\n")


if __name__ == "__main__":
    main()
