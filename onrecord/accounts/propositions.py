"""Cuts what is said into single claims and wishes: about what, and whether it is so or not, wanted or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.accounts.answers import is_clause
from onrecord.accounts.opposites import find_end, find_family, has_weight
from onrecord.accounts.polarity import Mode, Polarity, judge_polarity
from onrecord.accounts.sayings import Collection, Report, Saying, folded, has_voice
from onrecord.linking.wording import find_words
from onrecord.records import Span

_TITLES = r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bCol\.)"
_CUT = re.compile(rf"(?<=[.!?;]){_TITLES}[\"\u201d\u2019'\u00bb]*\s+|,? but (?=\w)|\n+")
_CONTRAST = re.compile(r"(?:,|\band|\bbut|\u2013|\u2014|--) (?:not|never|no)\b[^,;:]*|\bnot (?:only|just|so much)\b")
_GENERAL = (
    r"(?:idea|plan|proposal|measure|decision|demand|offer|request|step|move|suggestion|scheme|project|deal|claim|charge"
    r"|accusation|extension|regime)s?"
)
_POINTS = re.compile(
    rf"^(?:it|this|that|them|these|those|one|one too|(?:the|this|that|these|those|such an?) (?:\w+ )?{_GENERAL})"
    r"(?: [\"\u201c\u2018'].*| as .*|$)"
    r"|\b(?:against|for|of|to|accept|wants?|need|have|supports?|opposes?|sign|reject|agree to|observe) "
    r"(?:it|this|that|them|these|those)$"
    r"|^(?:it|this|that|they) (?:is|was|are|were|has|had|will|would|must|should|shall|cannot|can|does|did|do)\b"
)
_POINTS_BY_NOUN = re.compile(rf"(?:the|this|that|these|those|such an?) (?:\w+ )?{_GENERAL}\b")
_OBJECT = re.compile(
    r"(?<=\w)(?:,? (?:as|because|over|after|since|while|which|who|whose|where|before|until|in spite of|despite)\b"
    r"|,? [\"\u201c\u2018\u00ab])"
)
_BREAK = (
    r"of|for|to|in|into|on|at|by|with|from|about|over|under|against|between|that|which|who|and|or|as|than|after|before"
    r"|during|without|within|until|if|because|is|are|was|were|be|has|have|had|will|would|should|must|shall|not|never"
    r"|too|now|again"
)
_END_OF_PHRASE = re.compile(rf"([\w'-]+)(?=\W*(?:$|[,;:.()]|(?:{_BREAK})\b))")
_VERB = re.compile(
    r"\b(?:to|should|must|would|will|shall|not|never|cannot|be|been|can) (?:ever |also |again |now |never |not )?"
    r"([\w-]{3,})|\b(?:of|on|by)[ \"\u201c]+([\w-]{2,}ing)\b"
)
_AND = re.compile(r", | and | or |,? but ")
_SELF = re.compile(r"^\W*(?:that )?\W*(?:i|we|he|she|they|it|my|our|his|her|their)\b")
_NO_VERB = r"(?! (?:to|with|about|strike|sale|trial|record|holiday|air)\b)"
_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})"), word)
    for pattern, word in (
        (r"on the table\b", "on-the-table"),
        (r"in advance\b", "in-advance"),
        (rf"(?:go(?:es|ing|ne)?|went) on\b{_NO_VERB}", "continued"),
        (r"(?:is|are|was|were|be) over(?= *[\"'\u201d\u2019.,;]*$)", "ended"),
        (r"put(?:ting)? off\b|pushed back\b", "postponed"),
        (r"call(?:s|ed|ing)? off\b", "cancelled"),
    )
)
_OF_PHRASES = ("table", "advance", " on", " over", " off", " back")  # one of which is in every phrase
_OFFERS = re.compile(
    r"\b(?:offer(?:ed|s)|propos(?:ed|es)|request(?:ed|s)|ask(?:ed|s) for|call(?:ed|s) for|demand(?:ed|s)"
    r"|suggest(?:ed|s)|announc(?:ed|es)|approv(?:ed|es)|order(?:ed|s)|decid(?:ed|es))\b"
)
_EDGES = " \"'\u201c\u201d\u00ab\u00bb"
_OPERATORS = frozenset({"keep", "continue", "open", "build", "begin", "permit", "join"})
_ACTS = frozenset({"request", "propose", "support", "promise", "intend", "oppose"})
_FEW = 2
_NEAR = 160
_FAR = 900
_PUTS_FORWARD = re.compile(r"\b(?:should|propos\w+|suggest\w+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """One clause of a saying: the families of its words, of those under a "not", and what it says of them.

    `heads` are what is wanted or done first of all, `operator` the first of them where it is a word like "end" or
    "keep", `ends` where its words stand that have an opposite; `of_self`: its subject is only a pronoun.
    """

    saying: Saying
    span: Span
    words: str
    families: frozenset[str]
    denied: frozenset[str]
    heads: frozenset[str]
    ends: tuple[tuple[str, int], ...]
    mode: Mode
    sign: int
    operator: str
    plain_act: bool
    is_thing: bool
    points: bool
    of_self: bool
    offers: bool


def find_propositions(collection: Collection) -> tuple[Proposition, ...]:
    """Return every clause of every named voice that says outright that something is so or is to be, or is not."""
    return tuple(found for report in collection.reports.values() for found in _of_report(report))


def _of_report(report: Report) -> Iterator[Proposition]:
    by_mark = {saying.attribution.id: saying for saying in report.sayings}
    last: Proposition | None = None
    wish: Proposition | None = None
    for saying in report.sayings:
        if not has_voice(saying) or saying.in_title or _is_put_in_mouth(saying, by_mark):
            continue
        for found in _cut_saying(report, saying):
            resolved = _resolve(found, wish if _POINTS_BY_NOUN.match(_plain(found.words).strip(_EDGES)) else last)
            if resolved.families:
                last = resolved
                wish = resolved if resolved.mode == "wish" and _puts_forward(resolved) else wish
                yield resolved


def _puts_forward(found: Proposition) -> bool:
    """True for a wish that others may call "the plan" or "the proposal"."""
    return found.saying.attribution.act == "propose" or bool(_PUTS_FORWARD.search(found.words))


def _is_put_in_mouth(saying: Saying, by_mark: Mapping[str, Saying]) -> bool:
    """True for a wish that somebody else says, and denies or rejects, that one has."""
    parent = by_mark.get(saying.attribution.parent or "")
    if parent is None or parent.actor == saying.actor or saying.attribution.act not in _ACTS:
        return False
    return parent.attribution.denial or parent.attribution.act in ("oppose", "accuse")


def _resolve(found: Proposition, last: Proposition | None) -> Proposition:
    """Return a clause that only points with the words of what it points at: the wish before it, or its own saying."""
    if not found.points or len(found.families) > _FEW or last is None or found.span.start < last.span.end:
        return found
    own = last.saying.attribution.id == found.saying.attribution.id
    reach = _FAR if _POINTS_BY_NOUN.match(_plain(found.words).strip(_EDGES)) else _NEAR
    near = found.span.start - last.span.end < reach and found.saying.actor != last.saying.actor
    answers = near and found.plain_act and found.mode == last.mode == "wish"
    if not own and not answers:
        return found
    return replace(
        found,
        families=found.families | last.families,
        denied=found.denied | last.families if found.sign < 0 else found.denied,
        heads=found.heads | last.heads,
        ends=last.ends if answers else found.ends,
        sign=found.sign * last.sign if answers else found.sign,
        operator=last.operator if answers else found.operator,
    )


def _cut_saying(report: Report, saying: Saying) -> Iterator[Proposition]:
    for number, span in enumerate(_cut(report.document.text, saying)):
        words = span.of(report.document.text)
        clause = _CONTRAST.sub(" ", _plain(words))
        points = bool(_POINTS.search(clause.strip(_EDGES)))
        polarity = judge_polarity(saying, clause, is_first=number == 0, points=points)
        if polarity is None or (polarity.mode != "wish" and not _asserts(saying)):
            continue
        found = _propose(report, saying, span, (clause, polarity))
        if found.families or points:
            yield replace(found, points=points)


def _asserts(saying: Saying) -> bool:
    return saying.attribution.act == "accuse" or is_clause(saying)


def _plain(words: str) -> str:
    clause = folded(words)
    if not any(word in clause for word in _OF_PHRASES):
        return clause
    for phrase, word in _PHRASES:
        clause = phrase.sub(word, clause)
    return clause


def _propose(report: Report, saying: Saying, span: Span, judged: tuple[str, Polarity]) -> Proposition:
    clause, polarity = judged
    words = span.of(report.document.text)
    if polarity.plain_act:
        clause = _OBJECT.split(clause, maxsplit=1)[0]
    cased = _names_in(report, span)
    kept = [cased.get(word, word) for word in find_words(clause) if has_weight(word)]
    own = frozenset(find_family(word) for word in find_words(saying.speaker or ""))
    scope = clause if polarity.plain_act else polarity.scope
    heads = [find_family(cased.get(word, word)) for word in _heads(clause, is_object=polarity.plain_act)]
    return Proposition(
        saying=saying,
        span=span,
        words=words,
        families=frozenset(map(find_family, kept)) - own,
        denied=frozenset(find_family(word) for word in kept if word.casefold() in scope) - own,
        heads=frozenset(heads),
        ends=tuple({find_family(word): end for word in kept if (end := find_end(word))}.items()),
        mode=polarity.mode,
        sign=polarity.sign,
        operator=heads[0] if heads and heads[0] in _OPERATORS else "",
        plain_act=polarity.plain_act,
        is_thing=not clause.lstrip().startswith(("to ", "that ")),
        points=False,
        of_self=bool(_SELF.match(clause)),
        offers=bool(_OFFERS.search(clause)) and polarity.sign > 0,
    )


def _names_in(report: Report, span: Span) -> dict[str, str]:
    """Return the names of a clause by their words in small letters; the first word only if known for one."""
    forms = find_words(span.of(report.document.text))
    found = {form.casefold().replace("\u2019", "'"): form for form in forms[1:] if form[:1].isupper()}
    if forms and forms[0][:1].isupper() and _is_name(report, span, forms[0]):
        found.setdefault(forms[0].casefold().replace("\u2019", "'"), forms[0])
    return found


def _is_name(report: Report, span: Span, form: str) -> bool:
    before = report.document.text[max(0, span.start - 2) : span.start].rstrip(" ")
    return before[-1:].isalpha() or any(find_family(form)[1:] in roots for _, roots in report.named)


def _heads(clause: str, *, is_object: bool) -> list[str]:
    """Return what a clause is about first of all: the thing that is wanted, or what is to be done and to what."""
    if is_object and not clause.lstrip().startswith("to "):
        parts = ([m[1] for m in _END_OF_PHRASE.finditer(part) if has_weight(m[1])] for part in _AND.split(clause))
        return [found[0] for found in parts if found]
    verbs = (match[1] or match[2] for match in _VERB.finditer(clause))
    things = (match[1] for match in _END_OF_PHRASE.finditer(clause))
    return [word for word in (*verbs, *things) if has_weight(word)]


def _cut(text: str, saying: Saying) -> Iterator[Span]:
    """Go through the clauses of what is said: its sentences, cut also before "but"."""
    for piece in saying.attribution.content:
        start = piece.start
        for match in _CUT.finditer(text, piece.start, piece.end):
            if match.start() > start:
                yield Span(start=start, end=match.start())
            start = match.end()
        if start < piece.end:
            yield Span(start=start, end=piece.end)
