"""Who gives a number: as marked, or as the words before it say, and the words by which such a voice is known."""

from __future__ import annotations

import re

from onrecord.accounts.sayings import Report, folded
from onrecord.linking.wording import content_stems
from onrecord.records import Entity, Figure, Span

_LONGEST_NAME = 6  # words; what is longer is no name of a claimant
_POSSESSOR = 90
_BACK = 400  # characters to the last one who spoke
_COUNT = r"(?:figure|estimate|count|number|tally|total|sum|toll|calculation|claim|reckoning|list|record)s?"
_NAMED = r"([^\W\d_][\w-]*(?: (?:[\w-]+|of the)){0,4})"
_WHOSE = (
    r"((?:the |an? )?[^\W\d_][\w'\u2019-]*(?: (?!the\b|an?\b|was\b|is\b|had\b)[\w'\u2019-]+){0,3}"
    r"(?: of the [\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*)?)"
)
_OWNED = (
    re.compile(rf"{_NAMED}['\u2019]s? (?:own |latest |first |official )?{_COUNT} of (?:some |about )?$"),
    re.compile(rf"\b(?:[Bb]y|[Oo]n|[Ii]n) (?:the |an? )?(?:own |latest )?{_COUNT} of {_WHOSE},? [^.;]*$"),
    re.compile(rf"\b(?:[Bb]y|[Oo]n|[Ii]n) (?:the )?{_NAMED}['\u2019]s? (?:own |latest )?{_COUNT},? [^.;]*$"),
)
_SUBJECT = re.compile(
    rf"^\W*(?:(?:On|For|As to|As for|In|At|By) (?:[\w'\u2019-]+,? ){{1,7}}?)??{_WHOSE}"
    r"(?:, [^,]{3,60},)? (?:now |still |only |later |has |had |have )?"
    r"(?:puts?|gives?|gave|given|counts?|counted|speaks? of|spoke of|spoken of|measured|reckons? with|reckoned"
    r"|estimates?|estimated|reports?|reported|registered|writes?|wrote|written|noted|lists?|listed|arrived at|came to"
    r"|st(?:ands?|ood) by|st(?:icks?|uck) (?:to|with|by)"
    r"|holds? (?:fast )?to|insists? on)"
    r" (?:(?:the|a|an|it|its|his|her|their|them|this|that|own|number|figure|count|estimate|sum|total|of|at|some|about"
    r"|only|just|around|nearly|almost|fewer|less|more|than|no|as|many|damage|cost|losses|toll|dead|injured)\b ?){0,7}$"
)
_POINTS = re.compile(
    r"^\W*(?:she|he|it|they) (?:\w+ )?(?:puts?|estimate[sd]?|sets?|reckon(?:s|ed)?|gave|gives?"
    r"|count(?:s|ed)?|spoke|speaks?|expect(?:s|ed)?|named|names)\b"
)
_POINTERS = frozenset(
    {"", "it", "he", "she", "they", "this", "that", "these", "those", "who", "which", "there", "we", "i"}
)
_TOLD_OF = re.compile(r",? (?:which|that|who|whose)\b ")
_UNTOLD = content_stems("head chief leader spokesman spokeswoman spokesperson chairman chairwoman director secretary")


def name_claimant(report: Report, figure: Figure, home: Span) -> str | None:
    """Return who gives a number; of "she put it at 18 million", the one who spoke last."""
    marked = figure.claimants[0].name if figure.claimants else None
    said = marked or _find_subject(report, figure, home) or _find_last_speaker(report, home)
    name = find_owner(report, figure, home) or said
    name = _TOLD_OF.split(name)[0] if name else None
    return name if name and len(name.split()) <= _LONGEST_NAME else None


def find_owner(report: Report, figure: Figure, home: Span) -> str | None:
    """Return whose number it is called, whoever speaks of it: "the governor's figure of 41"."""
    before = report.document.text[max(home.start, figure.span.start - _POSSESSOR) : figure.span.start]
    match = next((found for form in _OWNED if (found := form.search(before))), None)
    return match.group(1) if match else None


def _find_subject(report: Report, figure: Figure, home: Span) -> str | None:
    """Return who counts or measures, as the subject of the sentence: "Police counted fewer than 2,500"."""
    match = _SUBJECT.search(report.document.text[home.start : figure.span.start])
    name = match.group(1) if match else ""
    return name if name.split(" ")[0].casefold() not in _POINTERS else None


def _find_last_speaker(report: Report, home: Span) -> str | None:
    if not _POINTS.search(folded(home.of(report.document.text))):
        return None
    before = [s for s in report.sayings if s.speaker and home.start - _BACK < s.start < home.start]
    return before[-1].speaker if before else None


def gather_voice(claimant: str | None, entity: Entity | None) -> frozenset[str]:
    """Return the words by which a claimant is known, those of its offices among them; a minister is the ministry."""
    called = " ".join((claimant or "", entity.name if entity else "", *(entity.roles if entity else ())))
    return frozenset("ministr" if word == "minister" else word for word in content_stems(called))


def is_one_voice(left: frozenset[str], right: frozenset[str]) -> bool:
    """True when the words for one claimant are among those for another: a body, and somebody who speaks for it."""
    one, other = sorted((left, right), key=len)
    return not one or one - _UNTOLD <= other
