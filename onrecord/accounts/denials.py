"""A denial against what it denies: that nothing was asked for; an accusation that is answered in its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from onrecord.accounts.cues import fits
from onrecord.accounts.issues import Topic
from onrecord.accounts.positions import Stand
from onrecord.accounts.sayings import Collection, Saying, folded, is_before, make_member
from onrecord.accounts.telling import name_speakers
from onrecord.identity import thing_id
from onrecord.records import Considered, Discrepancy, Side

_MOST = 6
_MOST_CONSIDERED = 200


def compare_requests(collection: Collection, topics: Sequence[Topic], stands: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Yield, for each issue, those who say that nobody asked against those who say that somebody did."""
    for topic in topics:
        denials = [saying for saying in _of_topic(collection, topic) if _denies_receipt(saying)]
        sayings = {stand.saying.attribution.id: stand.saying for stand in stands if stand.topic == topic}
        for saying in _of_topic(collection, topic):
            if saying.attribution.act == "assert" and _brought(saying):
                sayings.setdefault(saying.attribution.id, saying)
        asked = [s for s in sayings.values() if _asks(s) and all(_can_answer(denial, s) for denial in denials)]
        if denials and asked:
            yield _requests(topic, denials, asked)


def consider_requests(collection: Collection, topics: Sequence[Topic], stands: Sequence[Stand]) -> Iterator[Considered]:
    """Yield those who ask beside those who deny to have received, where the one is no answer to the other."""
    for topic in topics:
        denials = [saying for saying in _of_topic(collection, topic) if _denies_receipt(saying)]
        asked = {stand.saying.attribution.id: stand.saying for stand in stands if stand.topic == topic}
        asking = [saying for saying in asked.values() if _asks(saying)]
        for denial, saying in islice(product(denials, asking), _MOST_CONSIDERED):
            why = _find_why_no_answer(denial, saying)
            if why:
                yield Considered(
                    id=thing_id("considered", f"{denial.attribution.id}|{saying.attribution.id}"),
                    kind="denial",
                    left=make_member(denial),
                    right=make_member(saying),
                    why=f"{topic.issue.label}: {why}",
                    by="accounts denials",
                )


def _of_topic(collection: Collection, topic: Topic) -> Iterator[Saying]:
    for document in sorted(topic.reports, key=lambda document: collection.places[document]):
        yield from collection.reports[document].sayings


def _denies_receipt(saying: Saying) -> bool:
    words = folded(saying.words)
    return fits("contrasts", "received", words) and (saying.attribution.denial or "no " in words or "not " in words)


def _brought(saying: Saying) -> bool:
    words = folded(saying.words)
    return not saying.attribution.denial and fits("contrasts", "brought", words)


def _asks(saying: Saying) -> bool:
    act, words = saying.attribution.act, folded(f"{saying.cue} {saying.words}")
    if saying.attribution.denial or saying.in_title or act in ("oppose", "deny", "warn", "threaten", "support"):
        return False
    return act in ("propose", "request") or fits("contrasts", "asked", words) or fits("contrasts", "brought", words)


def _can_answer(denial: Saying, asked: Saying) -> bool:
    """True when somebody else asked, of another country where both are known, and not after the denial."""
    return _find_why_no_answer(denial, asked) is None


def _find_why_no_answer(denial: Saying, asked: Saying) -> str | None:
    if denial.actor == asked.actor:
        return "one and the same speaker asks and says that nothing was received"
    if denial.country and denial.country == asked.country:
        return "both speak for one country, which need not have asked itself"
    if is_before(denial.said, asked.said):
        return "it was asked for after it was said that nothing had been received"
    return None


def _requests(topic: Topic, denials: Sequence[Saying], asked: Sequence[Saying]) -> Discrepancy:
    label = topic.issue.label
    tellers = len({saying.statement for saying in asked})
    return Discrepancy(
        id=thing_id("denial", f"{topic.issue.id}|{denials[0].statement}"),
        kind="denial",
        severity="high",
        question=f"Was anybody asked for it: {label}?",
        sides=(_side("nothing was received", denials), _side("it was asked for", asked)),
        why=f"{name_speakers(denials)} said that nothing of the kind was received; {name_speakers(asked)} said that it "
        f"was proposed ({tellers} acts of saying). All of them speak of one issue ({label}).",
        reconciled_by=_reconciled(denials),
        missing="What was handed over, if anything, and whether it counts as a request.",
        confidence=0.8,
        by="accounts denials",
    )


def _reconciled(denials: Sequence[Saying]) -> str | None:
    """Return the word of the denial that leaves room for both to be true."""
    words = " ".join(folded(denial.words) for denial in denials)
    for word in ("official", "formal", "written", "officially", "formally"):
        if word in words.split():
            return f"Both can be true if what was proposed was not {word}."
    return None


def _side(label: str, sayings: Sequence[Saying]) -> Side:
    """Return a side of at most six tellings: each speaker once before any speaker again, those who are dated first."""
    told: dict[str | None, int] = {}
    ranked: list[tuple[int, int, Saying]] = []
    for saying in sorted(sayings, key=_plainness):
        told[saying.actor] = told.get(saying.actor, 0) + 1
        ranked.append((told[saying.actor], len(ranked), saying))
    chosen = sorted(ranked, key=lambda rank: rank[:2])[:_MOST]
    return Side(label=label, members=tuple(make_member(saying) for _, _, saying in chosen))


def _plainness(saying: Saying) -> tuple[bool, int, int]:
    return saying.said is None or saying.said.earliest is None, len(saying.attribution.via), saying.start
