"""Finds the people, organisations, places and groups that a text names, voting within the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.names.candidates import Candidate, take_apart, text_of
from onrecord.names.evidence import weigh_doer, weigh_name, weigh_spot
from onrecord.names.fullest import fullest_names
from onrecord.names.lexicon import Lexicon
from onrecord.names.roles import find_role
from onrecord.names.runs import find_runs, is_headline
from onrecord.names.scores import Score
from onrecord.names.supposing import suppose
from onrecord.names.trimming import find_adjectives, trim_names
from onrecord.records import Document, Mention, MentionKind, Named, Span

_FIRM, _FIRM_PLACE = 2.0, 1.2
_LEAST, _LEAST_PLACE = 0.9, 0.7
_MARGIN = 0.5
_COMPANY = 2.0
_ADJECTIVE = 2.0
_LONGEST = 6
_SHORTEST_IN_CAPITALS = 4
Roles = dict[int, tuple[int, int] | None]


def find_mentions(document: Document, parse: Parse, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the names of a text in order, each with its kind, its fullest form and the role it is given there.

    A name whose kind stays open is left out; a headline's is kept where the report below it names the same.
    """
    rough = [name for run in find_runs(parse, lexicon) for name in take_apart(parse, run, lexicon)]
    names = trim_names(parse, rough, lexicon)
    roles: Roles = {name.first: find_role(parse, name, lexicon) for name in names}
    scores = _vote(parse, names, roles, lexicon)
    firm = {text: kind for text, score in scores.items() if (kind := _decide(score)) is not None}
    fullest = fullest_names(names, firm, parse, lexicon)
    kinds = {text: kind for text, score in scores.items() if (kind := _guess(score)) is not None}
    kinds = suppose(parse, names, scores, lexicon) | kinds
    headed = {name.text: fullest[name.first] for name in names if name.first in fullest}
    kinds |= {text: kinds[full] for text, full in headed.items() if full in kinds and text not in lexicon.known}
    known = {text: kind for text, kind in kinds.items() if kind != "other"}
    spotted = [name for name in names if name.text in known]
    spotted += [name for name in _in_headlines(parse, known) if name.first not in roles]
    spotted.sort(key=lambda name: name.first)
    return tuple(
        Mention(
            id=mark_id("mention", document.id, parse.words[name.first].start),
            document=document.id,
            span=_span(parse, name.first, name.last),
            kind=cast(MentionKind, known[name.text]),
            name=_name(name, fullest, headed, roles),
            role=_named(parse, roles.get(name.first) if known.get(name.text) == "person" else None),
            by=f"names:{_reason(name, roles, fullest, lexicon)}",
            confidence=_confidence(scores.get(name.text)),
        )
        for name in spotted
    )


def _name(name: Candidate, fullest: dict[int, str], headed: dict[str, str], roles: Roles) -> str:
    """The fullest form of a name; in a headline, the one that the same words have below."""
    return fullest.get(name.first, name.text if name.first in roles else headed.get(name.text, name.text))


def _vote(parse: Parse, names: list[Candidate], roles: Roles, lexicon: Lexicon) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    does: dict[str, float] = {}
    for name in names:
        does[name.text] = max(does.get(name.text, 0.0), weigh_doer(parse, name, lexicon))
        score = scores.get(name.text)
        if score is None:
            score = scores[name.text] = weigh_name(name.text, lexicon)
        for kind, weight in weigh_spot(parse, name, roles[name.first] is not None, lexicon).items():
            score[kind] += weight
    for text, weight in does.items():
        scores[text]["person"] += weight
    for text in find_adjectives(parse, names, lexicon):
        scores[text]["place"] += _ADJECTIVE
    for left, right in pairwise(names):
        if right.first - left.last == 2 and parse.words[left.last + 1].lower in ("and", "or"):
            _share(scores[left.text], scores[right.text])
    return scores


def _share(left: Score, right: Score) -> None:
    """Names joined by "and" are mostly of one kind: let one whose kind is plain help the other."""
    for clear, open_ in ((left, right), (right, left)):
        kind = _decide(clear)
        if kind and _decide(open_) is None:
            open_[kind] += _COMPANY


def _decide(score: Score) -> str | None:
    """The kind that the evidence makes plain."""
    return _choose(score, _FIRM, _FIRM_PLACE)


def _guess(score: Score) -> str | None:
    """The kind that some evidence speaks for and little against."""
    return _choose(score, _LEAST, _LEAST_PLACE)


def _choose(score: Score, least: float, least_place: float) -> str | None:
    ordered = sorted(score.items(), key=lambda item: -item[1])
    if not ordered:
        return None
    kind, weight = ordered[0]
    second = ordered[1][1] if len(ordered) > 1 else 0.0
    needed = least_place if kind == "place" and second <= 0 else least
    return kind if weight >= needed and weight - second >= _MARGIN else None


def _in_headlines(parse: Parse, known: dict[str, str]) -> Iterator[Candidate]:
    """Names of the text below that stand in a headline, also one that is set in capitals throughout."""
    as_written = {text: text for text in known}
    capitals = {text.upper(): text for text in known if len(text) >= _SHORTEST_IN_CAPITALS}
    for a, b in parse.sentences:
        if not is_headline(parse.words[a:b]):
            continue
        shouted = all(word.text.isupper() for word in parse.words[a:b] if word.text.isalpha())
        i = a
        while i < b:
            found = _longest_name(parse, i, b, capitals if shouted else as_written)
            if found:
                yield found
            i = found.last + 1 if found else i + 1


def _longest_name(parse: Parse, i: int, b: int, known: dict[str, str]) -> Candidate | None:
    if not parse.words[i].text[0].isupper():
        return None
    for last in range(min(i + _LONGEST, b) - 1, i - 1, -1):
        text = text_of(parse, i, last)
        if text in known:
            return Candidate(i, last, known[text], "", False)
    return None


def _reason(name: Candidate, roles: Roles, fullest: dict[int, str], lexicon: Lexicon) -> str:
    if name.first not in roles:
        return "headline"
    if name.text in lexicon.known or name.text in lexicon.peoples:
        return "known"
    if name.title:
        return "title"
    if name.led or roles[name.first]:
        return "role"
    return "shorter form" if name.first in fullest else "words and context"


def _confidence(score: Score | None) -> float | None:
    if score is None:
        return None
    first, second = sorted((*score.values(), 0.0, 0.0), reverse=True)[:2]
    return round(min(0.99, 0.5 + (first - second) / (2 * (first - second + 2))), 2)


def _named(parse: Parse, role: tuple[int, int] | None) -> Named | None:
    return None if role is None else Named(name=text_of(parse, *role), span=_span(parse, *role))


def _span(parse: Parse, first: int, last: int) -> Span:
    return Span(start=parse.words[first].start, end=parse.words[last].end)
