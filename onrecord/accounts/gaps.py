"""Numbers that answer a number and leave out of what: "the ministry at 25 million", "fourteen, said the neighbours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from onrecord.accounts.counts import Count, Counted, is_part
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Report, folded
from onrecord.figures.numerals import count as count_words
from onrecord.figures.numerals import scale_of
from onrecord.identity import mark_id
from onrecord.records import Figure, Sentence, Span

Pair = tuple[Count, Count]
BY = "accounts gaps"
_SMALL = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen"
)
_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_NUMBER = (
    rf"(?:(?<![\w.,:/-])(?P<low>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d+)?|(?i:{_TENS}|{_SMALL}))"
    r"(?P<scale> (?:thousand|million|billion))?"
    r"(?![\w:/%\u2019'-]|[.,]\d| (?:per cent|percent|o['\u2019]clock|a\.m|p\.m)))"
)
_STRONG = (
    r"(?:puts?|gives?|gave|given|counts?|counted|speaks? of|spoke of|spoken of|talks? of|talked of|says?|said|claims?"
    r"|claimed|estimates?|estimated|reckons?(?: with)?|reckoned|insists? on|insisted on|st(?:ands?|ood) by"
    r"|st(?:icks?|uck) (?:to|with|by)|holds? (?:fast )?to|makes? it|made it|told of|tells? of|knows? of|knew of"
    r"|arrived at|came to|assumes?|maintains?|maintained|according to)"
)
_WEAK = r"(?:has|have|had|saw|sees|read|reads|found|finds|wrote|writes|lists?|listed|names?|named|reports?|reported)"
_FILLING = (
    r"(?:at|of|to|with|for|on|about|only|some|just|around|nearly|almost|roughly|it|them|the|a|figure|number|count|sum"
    r"|total|that|there|were|are|was|is|had|been|as|many|at least|no|more|than|fewer|less|over|under|up)"
)
_NOBODY = (
    r"(?:the (?:rest|others?|same|remaining|latter|former|second|first|next|last)|another|others|last|next|each|all"
    r"|on|in|at|by|for|from|after|before|since|during|until|of|with|to|than|as|not|then|now|later|earlier|today"
    r"|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|when|if|that|who|which|it|he|she|they|we|i|this|there|these|those"
    r"|and|but|or|so|yet|nor|what|how|why|where|its|his|her|their)"
)
_LOOSE = _FILLING.replace("of|", "").replace("the|", "")
_INSIDE = rf"(?!{_LOOSE}\b|{_STRONG}\b|{_WEAK}\b|(?:in|by|from|which|who|was|were)\b)[\w\u2019'.&-]+"
_VOICE = (
    rf"(?P<voice>[Tt]hey(?= (?:{_STRONG}) )|(?!(?i:{_NOBODY})\b)"
    rf"(?:[Tt]he {_INSIDE}|[A-Z][\w\u2019'.&-]*"
    r"|(?:police|officials|residents|neighbou?rs|organi[sz]ers|unions?|diplomats|rescuers|witnesses|doctors|locals"
    rf"|relatives))(?: {_INSIDE}){{0,6}}?)"
)
_SAID = (
    r"(?:(?:said|say|says|according to|by the (?:count|reckoning|estimate|figures?) of|in the (?:count|view|words) of"
    r"|claims?|claimed|insisted|insists|reckoned|counted|told us|if one (?:believes|asks)) )"
)
_BEFORE = re.compile(
    rf"^{_VOICE}(?:,? +(?:(?P<gives>{_STRONG})|(?P<weak>{_WEAK})))?(?: {_FILLING})*? {_NUMBER}"
    r"(?P<tail>(?: [\w'\u2019-]+){0,3})[^\w?]*$"
)
_AFTER = re.compile(
    rf"^(?:{_FILLING} )*?{_NUMBER}(?P<tail>(?: [\w'\u2019-]+){{0,3}}),? (?P<gives>{_SAID}){_VOICE}[^\w?]*$"
)
_GIVING = re.compile(rf"\b{_STRONG}\b|\b[Hh]ow many\b", re.IGNORECASE)
_DEPENDS = re.compile(r"\b(?:between|compared|against|above|below|rather|instead)\b")
_CUT = re.compile(
    r"(?:[;,:]| [\u2013\u2014-])(?: (?:and|but|while|whereas|though|yet|against|or))?\s+|\s(?:and|but|while|whereas)\s"
)
_QUOTES = " \n\"\u201c\u00ab'\u2018"
_CLOSED = re.compile(r"[,.]?[\"\u201d\u00bb]")  # what follows tells who says it
_PART = re.compile(r"[^\s.;][^.;]*[.;]?")
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,]*,")
_OWN = re.compile(r"\b(?:its|their|his|her|our|my) (?:own )?(?!figure|count|estimate)\w+")
_ASKS = re.compile(r"\b[Hh]ow many (?P<what>[\w-]+(?: [\w-]+)?)\b[^.?!]*\?")
_SCALED = re.compile(r"\b(thousand|million|billion)\b")
_LARGE = 1000
_MANIFOLD = 10
_AHEAD = 3  # sentences from a number to the answers to it
_UNSAID = frozenset(
    {"minute", "hour", "day", "night", "week", "month", "year", "decade", "percent", "share", "weekday"}
)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A number that a clause gives with hardly a word besides, and who gives it."""

    value: float
    span: Span
    voice: str


def pair_gaps(reports: Sequence[Counted]) -> Iterator[Pair]:
    """Yield a number with the one by which another voice answers it in the same breath, the smaller first."""
    for report, counts in reports:
        for count in counts:
            if _is_given(count):
                yield from (_order(count, other) for other in _find_answers(report, counts, count))
        yield from _answer_questions(report)
        yield from _pair_recounts(report, counts)
        yield from _pair_bare(report, counts)


def _order(left: Count, right: Count) -> Pair:
    return (left, right) if left.value < right.value else (right, left)


def _is_given(count: Count) -> bool:
    """True for a number that somebody may give otherwise: no part, no rise, no wish, no stretch of time."""
    figure = count.figure
    plain = not (figure.relation or figure.part_of or count.context.wished or figure.status == "denied")
    return plain and not is_part(count) and count.unit not in _UNSAID


def _find_answers(report: Report, counts: Sequence[Count], count: Count) -> Iterator[Count]:
    home = report.marks.sentences[count.context.sentence]
    found = [*_read_rest(report.document.text, home, count), *_read_on(report, counts, count)]
    for answer in found:
        other = _as_count(report, counts, count, answer)
        if _differs(other, count) and answer.voice != count.claimant:
            yield other


def _read_rest(text: str, home: Sentence, count: Count) -> Iterator[_Answer]:
    """Yield what the rest of a number's sentence answers, where the first part tells that the number is given."""
    before = text[home.span.start : count.figure.span.start]
    rest = text[count.figure.span.end : home.span.end]
    if _OWN.search(before) or _DEPENDS.search(before):
        return
    for match in _CUT.finditer(rest):
        start = match.end()
        answer = _read(rest[start : _end_of_clause(rest, start)], count.figure.span.end + start)
        if answer and _GIVING.search(f"{before} {rest[: match.start()]}"):
            yield answer
            return


def _read_on(report: Report, counts: Sequence[Count], count: Count) -> Iterator[_Answer]:
    """Yield the bare numbers by which the next sentences answer: "Orm stands by 9,500." """
    text, numbered = report.document.text, count.context.sentence
    if not count.claimant or any(
        c.context.sentence == numbered and c.figure.span.start > count.figure.span.start for c in counts
    ):
        return
    for sentence in report.marks.sentences[numbered + 1 : numbered + _AHEAD]:
        words = sentence.span.of(text)
        start = len(words) - len(words.lstrip(_QUOTES))
        answer = _read(_CLOSED.split(words[start:])[0], sentence.span.start + start)
        if answer is None or any(_is_at(c, answer) and c.figure.unit != count.figure.unit for c in counts):
            return
        yield answer


def _answer_questions(report: Report) -> Iterator[Pair]:
    """Yield the numbers that the sentences after "How many were there?" give, each by another voice."""
    text, sentences = report.document.text, report.marks.sentences
    for number, sentence in enumerate(sentences):
        asked = _ASKS.search(sentence.span.of(text))
        if not asked:
            continue
        after = (_ASIDE.sub(_blank, one.span.of(text)) for one in sentences[number + 1 : number + 1 + _AHEAD])
        starts = (one.span.start for one in sentences[number + 1 :])
        answers = [
            _read(_CUT.split(words.strip())[0], start, asked=True) for words, start in zip(after, starts, strict=False)
        ]
        told = [_make_count(report, asked["what"], answer) for answer in answers if answer]
        yield from (_order(*pair) for pair in pairwise(told) if _differs(*pair))


def _pair_recounts(report: Report, counts: Sequence[Count]) -> Iterator[Pair]:
    """Yield the numbers of one thing on both sides of a sentence like "the defence counted differently"."""
    told = [count for count in counts if count.unit not in _UNSAID]
    for number, sentence in enumerate(report.marks.sentences):
        if not fits("retorts", "recount", folded(sentence.span.of(report.document.text))):
            continue
        before = [c for c in told if number - _AHEAD <= c.context.sentence < number]
        after = [c for c in told if number <= c.context.sentence <= number + 1]
        pairs = ((a, b) for a in reversed(before) for b in after if a.counts_like(b) and a.value != b.value)
        yield from (_order(*pair) for pair in islice(pairs, 1))


def _pair_bare(report: Report, counts: Sequence[Count]) -> Iterator[Pair]:
    """Yield two numbers that stand side by side with nothing but their voices: "SIX, SAYS THE INN. FIVE, ..." """
    answers = []
    for sentence in report.marks.sentences:
        for part in _PART.finditer(sentence.span.of(report.document.text)):
            words = part.group().lower() if part.group().isupper() else part.group()
            match = _AFTER.match(words)
            answers.append(_answer(match, sentence.span.start + part.start()) if match else None)
    for left, right in pairwise(answers):
        if left and right:
            base = next((c for c in counts if c.value in (left.value, right.value) and c.unit not in _UNSAID), None)
            one, other = (_make_count(report, base.unit if base else "number", answer) for answer in (left, right))
            if _differs(one, other):
                yield _order(one, other)


def _blank(aside: re.Match[str]) -> str:
    """Keep the length of what is left out, so that offsets stand."""
    return " " * len(aside.group())


def _end_of_clause(rest: str, start: int) -> int:
    """Return where a clause ends; "fourteen, said the neighbours" goes over a comma."""
    for match in _CUT.finditer(rest, start):
        after = rest[match.end() :]
        if not re.match(_SAID, after):
            return match.start()
    return len(rest)


def _read(clause: str, at: int, *, asked: bool = False) -> _Answer | None:
    """Read a clause that is nothing but a voice and a number; after a question, one may simply \"have ten\"."""
    match = _BEFORE.match(clause) or _AFTER.match(clause)
    if match is None or (not asked and match.groupdict().get("weak")):
        return None
    return _answer(match, at)


def _answer(match: re.Match[str], at: int) -> _Answer:
    value = count_words(match["low"]) * scale_of((match["scale"] or "").strip() or None)
    return _Answer(
        value,
        Span(start=at + match.start("low"), end=at + match.end("scale" if match["scale"] else "low")),
        match["voice"].rstrip("."),
    )


def _is_at(count: Count, answer: _Answer) -> bool:
    return count.figure.span.start <= answer.span.start < count.figure.span.end


def _scale(answer: _Answer, count: Count) -> _Answer:
    """Return an answer that leaves out the "million" of the number that it answers with it."""
    written = _SCALED.search(folded(count.figure.span.of(count.report.document.text)))
    if not written or answer.value >= _LARGE:
        return answer
    return replace(answer, value=answer.value * scale_of(written.group(1)))


def _differs(left: Count, right: Count) -> bool:
    low, high = sorted((left.value, right.value))
    return 0 < low < high < _MANIFOLD * low


def _as_count(report: Report, counts: Sequence[Count], count: Count, answer: _Answer) -> Count:
    """Return the number of an answer, of what the number counts that it answers; the marked one, if it is marked."""
    answer = _scale(answer, count)
    marked = next((c for c in counts if _is_at(c, answer)), None)
    if marked:
        figure = replace(marked.figure, value=answer.value if marked.value < answer.value else marked.figure.value)
        return replace(marked, figure=figure, claimant=marked.claimant or answer.voice)
    figure = replace(count.figure, id=_name(report, answer), span=answer.span, value=answer.value, high=None)
    plain = replace(figure, operator="exact", claimants=(), attribution=None, supersedes=None, by=BY)
    return replace(count, figure=plain, claimant=answer.voice, said=None)


def _make_count(report: Report, what: str, answer: _Answer) -> Count:
    figure = Figure(
        id=_name(report, answer),
        document=report.document.id,
        span=answer.span,
        value=answer.value,
        high=None,
        operator="exact",
        unit=what,
        measure=f"number of {what}",
        of=None,
        place=None,
        as_of=None,
        status="reported",
        claimants=(),
        attribution=None,
        by=BY,
    )
    return Count(
        figure=figure, report=report, group=frozenset(), country=None, claimant=answer.voice, said=None, day=None
    )


def _name(report: Report, answer: _Answer) -> str:
    return mark_id("figure", report.document.id, answer.span.start)
