"""What a number is about beyond its unit: the words, names and times around it, and what kind of quantity they make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.cues import Cue, load_cues
from onrecord.accounts.hours import find_hours
from onrecord.accounts.sayings import Report, Saying, folded
from onrecord.linking.countries import is_country
from onrecord.linking.wording import content_stems
from onrecord.records import Figure, Sentence, Span

_YEARS = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:last|this|next|previous|coming) (?:year|month|week|season)\b"
    r"|\b(?:last|this|next) (?:summer|winter|spring|autumn)\b"
    r"|\b(?:that|the same) (?:year|month|quarter)\b|\ba year (?:ago|earlier|before)\b"
)
_FRONTED = re.compile(r"^\W*(?:back )?in (1[5-9]\d\d|20\d\d)\b")
_MONTHS = re.compile(
    r"\b(?:in|for|of|during|since|by) (?:early |late |mid-)?(January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
_EARLIER_AFTER = re.compile(
    r"^[^.;:!?\n]{0,25}?\b(?:the (?:day|night|week|month|year) before"
    r"|an? (?:day|week|month|year) (?:earlier|before|ago)|earlier|previously|at first|until then|until now"
    r"|last (?:week|month|year|time)|before that|originally"
    r"|on (?:the )?previous \w+)\b"
)
_EARLIER_BEFORE = re.compile(
    r"\b(?:up from|down from|against|compared (?:with|to)|(?:rather|more|fewer|less|higher|lower) than|instead of"
    r"|after|above|below|beyond"
    r"|short of|exceeding|beating|missing|topping"
    r"|(?:earlier|previous|first|original|initial|old) (?:\w+ ){1,2}(?:of|was|had been))"
    r" (?:the |some |about |only |at least )*$"
)
_WISHED = re.compile(
    r"\b(?:demand\w*|offer\w*|ask(?:s|ed|ing)? for|want\w*|propos\w*|seek\w*|sought|promis\w*|pledg\w*"
    r"|call(?:s|ed|ing)? for|would accept|insist\w* on|intend\w*|aim(?:s|ed|ing)?|sp(?:ends?|ent|ending)"
    r"|raised|donat\w+|(?:report|post|record|book)(?:s|ed) (?:\w+ ){0,4}"
    r"(?:profits?|earnings|loss|sales|revenues?|income|turnover))\b"
)
_NORM = re.compile(
    r"\b(?:limit\w*|ceiling|allow\w*|permit\w*|prescrib\w*|must|treaty|target|threshold|should|minimum|maximum|quota)\b"
)
_PAST = re.compile(
    r"\b(?:in|on|at|last|earlier|previously|originally|at first|before)\b.{0,120}\bhad (?:\w+ )?"
    r"(?:put|given|estimated|counted|spoken|reported|expected|set|named|registered)\b"
)
_BODY_OF = re.compile(
    r"\b(?:famil(?:y|ies)|groups?|crews?|teams?|part(?:y|ies)|bands?|gangs?|delegations?|couples?|class(?:es)?"
    r"|squads?) of (?:some |about )?$"
)
_HOUR = re.compile(
    r"\d[:.]\d\d|[ap]\.?m\b|[ap]\.m|o['\u2019]clock|\b(?:past|to|after|before) \w+|\bin the \w+ing\b", re.I
)
_RATE = re.compile(r"\s*(?:an?|per|each|every|/) ?(second|minute|hour|day|night|week|month|year|head|person|s|h)\b")
_SHORT = {"s": "second", "h": "hour"}
_EACH = re.compile(r"\b(?:every|each) (second|minute|hour|day|night|week|month|year)\b")
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_LONGEST = 600  # characters of a sentence on each side of a number; lists without a full stop are longer
_NEAREST = 90  # characters between a number and the word that says what kind of quantity it is
_CLAUSE = re.compile(r"[,;:] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The surroundings of a number: its sentence's place and words, what it names, its times, its kind of quantity.

    `core` are the words for what is counted. `earlier`: the words set it before another number; `past`: somebody had
    given it before; `wished`: it is demanded, offered or told of oneself; `norm`: it is what is allowed. `counts` is
    false for an hour and for the size of a family.
    """

    sentence: int = 0
    stems: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    year: str | None = None
    family: str | None = None
    norm: bool = False
    rate: str | None = None
    earlier: bool = False
    wished: bool = False
    past: bool = False
    counts: bool = True


NOWHERE = Context()


def read_context(report: Report, figure: Figure, saying: Saying | None, countries: Mapping[str, str]) -> Context:
    """Read the sentence around a number; the one who gives it and the words of saying are left out."""
    text = report.document.text
    number, home = find_home(report.marks.sentences, figure.span)
    home = cut_around(home, figure.span)
    before = _without_voice(text, Span(start=home.start, end=figure.span.start), saying)
    after = _without_voice(text, Span(start=figure.span.end, end=home.end), saying)
    unit = content_stems(figure.unit)
    hours = _find_hours(text, home)
    named = _named_in(report, home) - content_stems(_voice(figure))
    stems = content_stems(_DIGITS.sub(" ", f"{before} {after}")) - unit
    of = figure.of.name if figure.of else ""
    raw = text[home.start : figure.span.start], text[figure.span.end : home.end]
    clause = folded(f"{_last_clause(raw[0])} {_first_clause(raw[1])}")
    fronted = _FRONTED.match(folded(raw[0]))
    places = _places_in(report, figure, home)
    lands = frozenset(name for name in places if is_country(name, countries))
    return Context(
        sentence=number,
        stems=stems - named,
        core=(content_stems(f"{figure.measure or ''} {of}") & stems) - named,
        names=named,
        places=frozenset(name.casefold() for name in places - lands),
        lands=lands,
        times=frozenset(_YEARS.findall(folded(f"{before} {after}"))) | frozenset(_MONTHS.findall(f"{before} {after}")),
        year=fronted.group(1) if fronted else None,
        family=_find_family(folded(raw[0]), folded(raw[1]), folded(figure.measure or "")),
        rate=_find_rate(figure, after, folded(raw[0])),
        earlier=bool(_EARLIER_AFTER.search(folded(after)) or _EARLIER_BEFORE.search(folded(before) + " ")),
        wished=bool(_WISHED.search(clause)),
        norm=bool(_NORM.search(clause)),
        past=bool(_PAST.search(folded(raw[0]))),
        counts=not (_BODY_OF.search(before) or any(_is_in(figure.span, hour) for hour in hours)),
    )


def are_of_one_time(left: Context, right: Context) -> bool:
    """True unless the words around two numbers name different years, months or seasons for them."""
    if left.year != right.year and (left.year not in right.times or right.year not in left.times):
        return False
    return not (left.times and right.times) or bool(left.times & right.times)


def find_home(sentences: Sequence[Sentence], span: Span) -> tuple[int, Span]:
    """Return the number of the sentence that a span begins in, and its span."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return (at, sentences[at].span) if at >= 0 else (0, span)


def _find_hours(text: str, home: Span) -> list[Span]:
    """Return where hours stand in a sentence: a number in one of them counts nothing."""
    words = home.of(text)
    found = find_hours(words) if _HOUR.search(words) else ()
    return [Span(start=home.start + hour.span.start, end=home.start + hour.span.end) for hour in found]


def cut_around(home: Span, span: Span) -> Span:
    """Return a sentence, or of one without end the part around a span."""
    return Span(start=max(home.start, span.start - _LONGEST), end=min(home.end, span.end + _LONGEST))


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without_voice(text: str, span: Span, saying: Saying | None) -> str:
    """Return a stretch of text without the words that say who says so."""
    cuts = [*saying.attribution.source, *saying.attribution.cue] if saying else []
    words = text[span.start : span.end]
    for cut in sorted(cuts, key=lambda cut: -cut.start):
        if cut.start < span.end and span.start < cut.end:
            words = words[: max(0, cut.start - span.start)] + " " + words[max(0, cut.end - span.start) :]
    return words


def _voice(figure: Figure) -> str:
    return " ".join(claimant.name for claimant in figure.claimants)


def _named_in(report: Report, home: Span) -> frozenset[str]:
    first = bisect_right(report.named, home.start - 1, key=lambda one: one[0])
    last = bisect_right(report.named, home.end - 1, key=lambda one: one[0])
    return frozenset(root for _, roots in report.named[first:last] for root in roots)


def _places_in(report: Report, figure: Figure, home: Span) -> frozenset[str]:
    """Return the names of the places of a number's sentence, those by which its claimant is called left out."""
    claimants = _voice(figure)
    marked = [m.name for m in report.marks.mentions if m.kind == "place" and _is_in(m.span, home)]
    marked += [figure.place.name] if figure.place and figure.place.name[:1].isupper() else []
    return frozenset(name for name in marked if name not in claimants)


def _find_family(before: str, after: str, measure: str) -> str | None:
    """Return the kind of quantity that the words nearest to a number make it."""
    around = f"{before[-_NEAREST:]}###{after[:_NEAREST]}"
    at = len(before[-_NEAREST:])
    found = [(_distance(cue, around, at), cue.name) for cue in load_cues("families")]
    own = next((cue.name for cue in load_cues("families") if measure and cue.pattern.search(measure)), None)
    near = min(((far, name) for far, name in found if far is not None), default=None)
    return near[1] if near and (near[1] == "margin" or own is None) else own


def _distance(cue: Cue, around: str, at: int) -> int | None:
    places = [max(at - m.end(), m.start() - at - 3, 0) for m in cue.pattern.finditer(around)]
    return min(places, default=None)


def _find_rate(figure: Figure, after: str, before: str) -> str | None:
    """Return what a number is told by: "22,000 a day", "every day in port costs them 40,000"."""
    match = _RATE.match(after) or _EACH.search(_last_clause(before))
    found = figure.per or (match.group(1) if match else None)
    return _SHORT.get(found, found) if found else None


def _last_clause(before: str) -> str:
    return _CLAUSE.split(before)[-1]


def _first_clause(after: str) -> str:
    return _CLAUSE.split(after)[0]
