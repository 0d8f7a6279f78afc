"""Shows how well copies are found that were edited, cut, badly scanned or rewritten: one setting for all.

    python benchmarks/derivations.py TEXTS.jsonl [--originals N]

TEXTS.jsonl has one report a line, with its `text`. Of N of them (500), one derived text each is made, by turns: light
edit under the lead of another report, the first third, 8 % of the characters replaced, 60 % of the sentences shuffled
with a fifth of the words replaced. Reports that are already copies of one another are left out first. Printed are
precision, recall and F1 of the pairs, and the recall of each kind.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import string
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent.parent))

from onrecord.identity import document_id
from onrecord.linking.copies import link_copies
from onrecord.records import Document

FLOOR = 0.98
_LEAST = 1200  # characters: what is shorter has too little to lose a third of
_END = re.compile(r"(?<=[.!?])\s+")
Change = Callable[[Sequence[str], int, random.Random], str]


def edit(texts: Sequence[str], number: int, chance: random.Random) -> str:
    """Put the lead of another report before a text, and drop a tenth of its sentences."""
    lead = _END.split(texts[(number + 7) % len(texts)])[:2]
    kept = [sentence for sentence in _END.split(texts[number]) if chance.random() > 0.1]
    return " ".join([*lead, *kept])


def cut(texts: Sequence[str], number: int, chance: random.Random) -> str:
    """Keep the first third."""
    del chance
    return texts[number][: len(texts[number]) // 3]


def scan(texts: Sequence[str], number: int, chance: random.Random) -> str:
    """Replace 8 % of the characters."""
    return "".join(
        chance.choice(string.ascii_lowercase) if chance.random() < 0.08 else letter for letter in texts[number]
    )


def rewrite(texts: Sequence[str], number: int, chance: random.Random) -> str:
    """Shuffle 60 % of the sentences and replace a fifth of their words by words of any report."""
    sentences = _END.split(texts[number])
    chosen = chance.sample(sentences, max(1, round(0.6 * len(sentences))))
    strange = chance.choice(texts).split()
    words = (word for sentence in chosen for word in sentence.split())
    return " ".join(chance.choice(strange) if chance.random() < 0.2 else word for word in words)


KINDS: dict[str, Change] = {"edit": edit, "cut": cut, "scan": scan, "rewrite": rewrite}


def make_document(name: str, text: str) -> Document:
    """Return a text as a report that was read."""
    return Document(id=document_id(name), uri=name, capture="", text=text, language="en")


def find_pairs(documents: Sequence[Document]) -> set[tuple[str, str]]:
    """Return every two reports, by name, that were found to share a text."""
    names = {document.id: document.uri for document in documents}
    families = (sorted(names[member] for member in family.members) for family in link_copies(documents))
    return {pair for members in families for pair in combinations(members, 2)}


def choose(texts: Sequence[str], number: int) -> list[str]:
    """Return texts that are long enough, and no copies of one another."""
    long = [text for text in texts if len(text) >= _LEAST]
    copied = {
        name for pair in find_pairs([make_document(str(i), text) for i, text in enumerate(long)]) for name in pair
    }
    return [text for i, text in enumerate(long) if str(i) not in copied][:number]


def main() -> int:
    """Print the figures; return 1 below the floor."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("texts", type=Path)
    words.add_argument("--originals", type=int, default=500)
    given = words.parse_args()
    lines = given.texts.read_text(encoding="utf-8").splitlines()
    texts = choose([json.loads(line)["text"] for line in lines], given.originals)
    chance, kinds = random.Random(1), list(KINDS)
    documents, gold = [], {}
    for number, text in enumerate(texts):
        kind = kinds[number % len(kinds)]
        documents += [
            make_document(f"a{number}", text),
            make_document(f"b{number}", KINDS[kind](texts, number, chance)),
        ]
        gold[f"a{number}", f"b{number}"] = kind
    found = find_pairs(documents)
    right = Counter(gold[pair] for pair in found & gold.keys())
    f1 = 2 * right.total() / (len(found) + len(gold))
    sys.stdout.write(
        f"{len(documents)} texts: {right.total()} of {len(found)} pairs right, of {len(gold)}; F1 {f1:.3f}\n"
    )
    for kind, number in Counter(gold.values()).items():
        sys.stdout.write(f"  {kind}: recall {right[kind] / number:.3f}\n")
    return 0 if f1 >= FLOOR else 1


if __name__ == "__main__":
    raise SystemExit(main())
