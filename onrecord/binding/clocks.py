"""Which time expression governs what: the act of saying, the event, or the moment a number was counted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.records import Attribution, EventMention, Expression, Figure, Span, Timex
from onrecord.times import is_elsewhen

_AS_OF = re.compile(r"\b(?:as of|as at|by|until|since)\s+(?:about\s+)?$", re.IGNORECASE)
# "17 km more than in 2022", "in this term, not in the next century": the day of something else
_COMPARED = re.compile(
    r"\b(?:than|not|unlike|compared (?:with|to)|as (?:much|many) as|up from|down from)"
    r"(?: in| on| at| during| of)?(?: the| that of)? $",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\"|''")
SPEECH = "speech"  # the anchor of a time inside a speech whose day the report does not give
_DATING = ("DATE", "TIME")
_TITLE = "times: seen from the time told"
_PRESENT = ("VBZ", "VBP")
_PERFECT = frozenset(("has", "have", "had", "'ve"))
_LONGEST_PATH = 14
_TRAVELS = frozenset(("go", "come", "travel", "fly", "arrive", "visit", "return", "move", "drive", "head"))
_OPENING = 8
_STAY = 3
_LEAD = 1000
_INNER = ("believe", "intend")  # a date beside a belief or a plan need not be that of an act of saying
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|XX-\d\d|WXX-\d|XX-XX)")
_YEAR = re.compile(r"\d{4}")
_LIKE_PREPOSITIONS = frozenset(("following", "including", "concerning", "regarding", "according"))
_CLAUSE = {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "xcomp", "acl", "pcomp"}


def date_attributions(
    parse: Parse, timexes: Sequence[Timex], attributions: Iterable[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions with the time expression that governs their cue, if there is one.

    A date that governs the reporting verb dates the statement; one inside the content dates what is told, and is
    never taken for the other. What the same speaker goes on to say, in the same paragraph or the next, was said on
    the same occasion, unless it has a date of its own or the perfect tense takes it out of the occasion.
    """
    dated = [replace(a, said=_said(parse, timexes, a)) if a.cue else a for a in attributions]
    carried = _carried(parse, [_arrived(parse, timexes, a) if a.cue and not a.said else a for a in dated])
    return tuple(_settled(parse, timexes, _led(parse, timexes, carried)))


def _settled(parse: Parse, timexes: Sequence[Timex], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Date what else somebody says by name in a report where all that is dated of it was said on one day.

    A report of the day tells of one appearance of somebody; what was said at another time has a word for it. Two
    times "police" or "a senior official" need not be one appearance, and what he "says" holds on other days too.
    """
    days = _days_by_speaker(timexes, attributions)
    settled = []
    for attribution in attributions:
        day = days.get(attribution.speaker or "")
        free = attribution.said is None and attribution.parent is None and attribution.act not in _INNER
        told = attribution.mention is not None and not _is_present(parse, attribution)
        if day and free and told and not _is_elsewhere(parse, attribution):
            attribution = replace(attribution, said=day)
        settled.append(attribution)
    return settled


def _days_by_speaker(timexes: Sequence[Timex], attributions: Iterable[Attribution]) -> dict[str, str]:
    """Return the time expression of the one day on which each speaker spoke; nothing where there are two days."""
    known = {timex.id: timex for timex in timexes}
    said: dict[str, dict[Expression, str]] = {}
    for attribution in attributions:
        if attribution.said and attribution.speaker and attribution.parent is None:
            said.setdefault(attribution.speaker, {})[known[attribution.said].expression] = attribution.said
    alone = {speaker: found for speaker, found in said.items() if len(found) == 1}
    return {speaker: timex for speaker, found in alone.items() for day, timex in found.items() if _is_day(day)}


def _is_day(expression: Expression) -> bool:
    value = expression.value or ""
    return expression.end is None and (expression.unit == "day" or bool(_DAY.match(value)))


def _is_elsewhere(parse: Parse, attribution: Attribution) -> bool:
    """Tell whether the perfect tense or a word beside the cue puts a saying at another time."""
    if not attribution.cue or _is_perfect(parse, attribution):
        return _is_perfect(parse, attribution)
    cue = attribution.cue[0]
    sentence = _sentence(parse, cue)
    held = [*attribution.content]
    words = (w for w in words_in(parse, sentence) if not any(part.start <= w.start < part.end for part in held))
    return is_elsewhen(word.lower for word in words)


def _led(parse: Parse, timexes: Sequence[Timex], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Date headline and lead by the occasion that the report tells of below them ("Orlova says ..." at its head).

    Only where everything dated that the speaker says below was said on one day, and only headlines and the present
    tense, which leads use of what has just been said.
    """
    value = {timex.id: timex.expression for timex in timexes}
    days: dict[str, dict[str, None]] = {}
    for attribution in attributions:
        if attribution.said and attribution.speaker and attribution.parent is None:
            days.setdefault(attribution.speaker, {})[attribution.said] = None
    told = []
    for attribution in attributions:
        found = list(days.get(attribution.speaker or "", ()))
        first = next((t.span.start for t in timexes if found and t.id == found[0]), 0)
        leads = attribution.said is None and attribution.parent is None and _place(attribution) < min(first, _LEAD)
        if leads and len({value[one] for one in found}) == 1 and not _is_past(parse, attribution):
            attribution = replace(attribution, said=found[0])
        told.append(attribution)
    return told


def _is_past(parse: Parse, attribution: Attribution) -> bool:
    return any(word.tag not in _PRESENT for word in _verbs(parse, attribution))


def _is_present(parse: Parse, attribution: Attribution) -> bool:
    return any(word.tag in _PRESENT for word in _verbs(parse, attribution))


def _verbs(parse: Parse, attribution: Attribution) -> list[Word]:
    return [word for span in attribution.cue for word in words_in(parse, span) if word.pos == "VERB"]


def _arrived(parse: Parse, timexes: Sequence[Timex], attribution: Attribution) -> Attribution:
    """Date what is said where the speaker had just come ("On 3 May she flew to Dorn. In Dorn, she said ...")."""
    inside = words_in(parse, attribution.cue[0])
    if not inside or not attribution.speaker or _is_perfect(parse, attribution):
        return attribution
    here, names = inside[0].sentence, set(attribution.speaker.split())
    for number in range(max(0, here - _STAY), here):
        when = _date_of_arrival(parse, timexes, number, names)
        if when:
            return replace(attribution, said=when)
    return attribution


def _date_of_arrival(parse: Parse, timexes: Sequence[Timex], number: int, names: set[str]) -> str | None:
    """The date of a sentence in which someone of these names travels to the place with which the next one opens."""
    first, last = parse.sentences[number + 1]
    if parse.words[first].lower not in ("in", "at"):
        return None
    opening = {word.text for word in parse.words[first : min(last, first + _OPENING)]}
    for word in parse.words[slice(*parse.sentences[number])]:
        if word.lemma in _TRAVELS and word.pos == "VERB" and opening & _reached(parse, word):
            subjects = {parse.words[i].text for i in parse.children[word.i] if parse.words[i].dep == "nsubj"}
            return _governing(parse, timexes, Span(start=word.start, end=word.end), ()) if subjects & names else None
    return None


def _reached(parse: Parse, verb: Word) -> set[str]:
    """The names that stand below the preposition of a verb of travel: the places it leads to."""
    found: set[str] = set()
    below = [i for i in parse.children[verb.i] if parse.words[i].dep in ("prep", "dobj")]
    while below:
        word = parse.words[below.pop()]
        below += parse.children[word.i]
        if word.tag == "NNP":
            found.add(word.text)
    return found


def _carried(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Carry a date along while one speaker goes on; another speaker in between ends the occasion."""
    speaker: str | None = None
    said: str | None = None
    paragraph = 0
    told: dict[str, Attribution] = {}
    for attribution in sorted(attributions, key=_place):
        holder = _holder_of_the_floor(attribution)
        if attribution.parent is None and holder:
            here = _paragraph(parse, _place(attribution))
            goes_on = holder == speaker and here - paragraph <= 1
            if attribution.said is None and goes_on and not _is_perfect(parse, attribution):
                attribution = replace(attribution, said=said)
            said = attribution.said if attribution.act not in _INNER else None
            speaker, paragraph = holder, here
        told[attribution.id] = attribution
    return [told[attribution.id] for attribution in attributions]


def _holder_of_the_floor(attribution: Attribution) -> str | None:
    """Who speaks next: the speaker, or whoever was asked by someone who is not named."""
    if attribution.act == "ask" and not attribution.source and attribution.addressee:
        return attribution.addressee.name
    return attribution.speaker


def _place(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.cue, *attribution.content))


def _is_perfect(parse: Parse, attribution: Attribution) -> bool:
    return any(word.lower in _PERFECT for span in attribution.cue for word in words_in(parse, span))


def _paragraph(parse: Parse, place: int) -> int:
    return bisect_right(parse.paragraphs, place, key=lambda paragraph: parse.words[paragraph[0]].start)


def anchor_speech(
    timexes: Sequence[Timex], attributions: Sequence[Attribution], parse: Parse | None = None
) -> tuple[Timex, ...]:
    """Return the time expressions, those inside quoted speech counted from the day of the speech.

    "Today" in a speech is the day on which it was given, which the report may name elsewhere, or not at all; it is
    never taken for the day on which the report was published. With the parse, a speech without a day must stand in
    quotation marks: what the report puts between two quotations is its own.
    """
    spoken = [a for a in attributions if a.speech == "direct" and a.parent is None]
    return tuple(_anchored(timex, spoken, parse) for timex in timexes)


def _anchored(timex: Timex, spoken: Sequence[Attribution], parse: Parse | None) -> Timex:
    expression = timex.expression
    if expression.anchor != "publication" or expression.offset is None:
        return timex
    for attribution in spoken:
        if attribution.said != timex.id and any(_holds(part, timex.span) for part in attribution.content):
            if attribution.said is None and parse is not None and not _is_quoted(parse, timex.span):
                return timex
            return replace(timex, expression=replace(expression, anchor=attribution.said or SPEECH))
    return timex


def _is_quoted(parse: Parse, span: Span) -> bool:
    """An odd number of quotation marks lies between the start of the paragraph and the words."""
    number = max(0, _paragraph(parse, span.start) - 1)
    start = parse.words[parse.paragraphs[number][0]].start if parse.paragraphs else 0
    return len(_QUOTE.findall(parse.folded, start, span.start)) % 2 == 1


def date_events(parse: Parse, timexes: Sequence[Timex], events: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Return the events with the time expression that hangs on their trigger."""
    dated = []
    for event in events:
        found = _governing(parse, timexes, event.trigger, ())
        dated.append(replace(event, when=found) if found else event)
    return tuple(dated)


def date_figures(parse: Parse, timexes: Sequence[Timex], figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures with the time as of which they were counted, where the sentence says so ("as of ten")."""
    dated = []
    for figure in figures:
        sentence = _sentence(parse, figure.span)
        near = [t for t in timexes if _may_date(t) and _holds(sentence, t.span)]
        stated = [t for t in near if _AS_OF.search(parse.folded, max(0, t.span.start - 20), t.span.start)]
        dated.append(replace(figure, as_of=stated[0].id) if stated and figure.as_of is None else figure)
    return tuple(dated)


def _said(parse: Parse, timexes: Sequence[Timex], attribution: Attribution) -> str | None:
    cue = attribution.cue[0]
    taken = (*attribution.content, *attribution.source)
    governing = (_governing(parse, timexes, part, taken) for part in attribution.cue)
    return next((timex for timex in governing if timex), None) or _headed(parse, timexes, cue, taken)


def _governing(parse: Parse, timexes: Sequence[Timex], span: Span, taken: tuple[Span, ...]) -> str | None:
    sentence = _sentence(parse, span)
    heads = {word.i for word in words_in(parse, span)}
    found = [
        timex
        for timex in timexes
        if _may_date(timex)
        and not _names_a_thing(parse, timex)
        and _holds(sentence, timex.span)
        and not any(part.start <= timex.span.start < part.end for part in taken)
        and heads & _path_up(parse, timex.span)
        and not _COMPARED.search(parse.folded, max(0, timex.span.start - 40), timex.span.start)
    ]
    return max(found, key=_detail).id if found else None


def _headed(parse: Parse, timexes: Sequence[Timex], cue: Span, taken: tuple[Span, ...]) -> str | None:
    """The date that opens the sentence of the cue ("On Monday, speaking in Korva, the minister said ...")."""
    sentence = _sentence(parse, cue)
    for timex in timexes:
        opens = sentence.start <= timex.span.start <= sentence.start + 12
        if _may_date(timex) and opens and not any(_holds(part, timex.span) for part in taken):
            between = parse.folded[timex.span.end : cue.start]
            if len(between) < 120 and '"' not in between and ";" not in between:
                return timex.id
    return None


def _may_date(timex: Timex) -> bool:
    """A "former" mayor is so at the time told of: the word dates neither what is said nor what is done."""
    return timex.type in _DATING and timex.by != _TITLE


def _names_a_thing(parse: Parse, timex: Timex) -> bool:
    """ "The treaty of 1987", "under the 1987 law": a year that tells which thing is meant dates nobody's words."""
    if not _YEAR.fullmatch(parse.folded, timex.span.start, timex.span.end):
        return False
    first, last = words_in(parse, timex.span)[:1], words_in(parse, timex.span)[-1:]
    before = parse.words[first[0].i - 1].lower if first and first[0].i else ""
    behind = parse.words[last[0].i + 1] if last and last[0].i + 1 < len(parse.words) else None
    return before == "of" or (before == "the" and behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ"))


def _detail(timex: Timex) -> tuple[int, int]:
    return (timex.span.end - timex.span.start, -timex.span.start)


def _path_up(parse: Parse, span: Span) -> set[int]:
    """The words on the way up from a time expression to the verb that it hangs on."""
    inside = words_in(parse, span)
    if not inside:
        return set()
    word = next((w for w in inside if not inside[0].i <= w.head <= inside[-1].i), inside[0])
    path: set[int] = set()
    while word.head != word.i and len(path) < _LONGEST_PATH:
        word = parse.words[word.head]
        path.add(word.i)
        if word.pos == "VERB" and word.dep in _CLAUSE and word.lower not in _LIKE_PREPOSITIONS:
            break
    return path


def words_in(parse: Parse, span: Span) -> Sequence[Word]:
    """Return the words that lie in a span."""
    first = bisect_left(parse.words, span.start, key=lambda word: word.start)
    last = bisect_left(parse.words, span.end, key=lambda word: word.start)
    return parse.words[first:last]


def _sentence(parse: Parse, span: Span) -> Span:
    inside = words_in(parse, span)
    if not inside:
        return span
    first, last = parse.sentences[inside[0].sentence]
    return Span(start=parse.words[first].start, end=parse.words[last - 1].end)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
