"""Two parties that accuse each other, and an outlet that tells the version of one of them in its own voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.accounts.answers import find_answers
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Report, Saying, folded, make_member, own_voice, shared_stems
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words
from onrecord.records import Discrepancy, Member, Side, Span

_MOST = 6
_EPISODE = 30  # days without a word between the two, after which accusations belong to another episode
_LEAST_SHARED = 3
_CHARGES = frozenset({"accuse", "assert", "criticise"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A saying in which one country's voice blames another, or denies its own country's deed."""

    saying: Saying
    by: str
    against: str
    denies: bool


def compare_accusations(collection: Collection) -> Iterator[Discrepancy]:
    """Yield, for each two countries and each episode, how they accuse each other and what each denies."""
    by_pair: dict[tuple[str, ...], list[Charge]] = defaultdict(list)
    reports = tuple(collection.reports.values())
    found = (*_charges(collection, reports), *_answered(collection, reports))
    for charge in {charge.saying.attribution.id: charge for charge in found}.values():
        by_pair[tuple(sorted((charge.by, charge.against)))].append(charge)
    for (one, other), charges in sorted(by_pair.items()):
        for episode in _episodes(collection, charges):
            sides = [[c for c in episode if c.by == party] for party in (one, other)]
            if all(sides) and any(not c.denies for c in episode):
                yield _mutual((one, other), sides)
                yield from _one_sided(collection, episode)


def _episodes(collection: Collection, charges: Sequence[Charge]) -> list[list[Charge]]:
    """Return the charges in stretches of days; those of a report without a day go with the only stretch there is."""
    dated, undated = [], []
    for charge in charges:
        day = _day_of(collection.reports[charge.saying.document])
        if day:
            dated.append((day, charge))
        else:
            undated.append(charge)
    episodes: list[list[Charge]] = []
    last: date | None = None
    for day, charge in sorted(dated, key=lambda pair: pair[0]):
        if last is None or (day - last).days > _EPISODE:
            episodes.append([])
        episodes[-1].append(charge)
        last = day
    if len(episodes) == 1:
        return [[*episodes[0], *undated]]
    return [*episodes, undated] if undated else episodes


def counted(reports: int) -> str:
    """Return a number of reports in words that agree with it."""
    return "1 report" if reports == 1 else f"{reports} reports"


def _day_of(report: Report) -> date | None:
    day = report.published.latest or report.published.earliest if report.published else None
    return date.fromisoformat(day[:10]) if day else None


def _charges(collection: Collection, reports: Sequence[Report]) -> Iterator[Charge]:
    for report in reports:
        named = _all_countries(collection, report)
        charges = (_charge(collection, named, saying) for saying in report.sayings if _is_hostile(saying))
        yield from (charge for charge in charges if charge)


def _answered(collection: Collection, reports: Sequence[Report]) -> Iterator[Charge]:
    """Yield what a voice accuses another country of, whatever it is, with that country's answer in the same report."""
    for report in reports:
        for charge, answer in find_answers(report):
            by, about = charge.country, answer.country
            if charge.attribution.act == "accuse" and by and about and by != about:
                yield Charge(saying=charge, by=by, against=about, denies=False)
                yield Charge(saying=answer, by=about, against=by, denies=True)


def _is_hostile(saying: Saying) -> bool:
    return not saying.in_title and fits("contrasts", "hostile", folded(saying.words))


def _charge(collection: Collection, named: Sequence[str], saying: Saying) -> Charge | None:
    """Return what a voice of one country says against another, or denies of its own."""
    if not saying.country:
        return None
    about = first_country(saying.words, collection.countries)
    others = [country for country in named if country != saying.country]
    is_own = about in (None, saying.country)
    if saying.attribution.denial and is_own and len(others) == 1:
        return Charge(saying=saying, by=saying.country, against=others[0], denies=True)
    if about and not is_own and not saying.attribution.denial and saying.attribution.act in _CHARGES:
        return Charge(saying=saying, by=saying.country, against=about, denies=False)
    return None


def _all_countries(collection: Collection, report: Report) -> list[str]:
    """Return the countries that speak of deeds of war, or are spoken of with them, in a report."""
    found = []
    for saying in report.sayings:
        if fits("contrasts", "hostile", folded(saying.words)):
            found += [saying.country, first_country(saying.words, collection.countries)]
    return [country for country in dict.fromkeys(found) if country]


def first_country(words: str, countries: Mapping[str, str]) -> str | None:
    """Return the country that a text names first, by name, adjective or people."""
    roots = (countries.get(country_root(word)) for word in find_words(words) if word[:1].isupper())
    return next((name for name in roots if name), None)


def _mutual(parties: tuple[str, str], sides: Sequence[Sequence[Charge]]) -> Discrepancy:
    reports = {charge.saying.document for side in sides for charge in side}
    return Discrepancy(
        id=thing_id("accusation", sides[0][0].saying.attribution.id),
        kind="accusation",
        severity="high",
        question=f"Who did what: {list_names(parties)}?",
        sides=tuple(_side(party, side) for party, side in zip(parties, sides, strict=True)),
        why=f"Voices of {parties[0]} and of {parties[1]} blame each other or deny, in {counted(len(reports))} "
        "of what nothing sets apart as two occasions.",
        reconciled_by=None,
        missing="Any account that is not from one of the two parties.",
        confidence=0.85,
        by="accounts accusations",
    )


def _side(label: str, charges: Sequence[Charge]) -> Side:
    """Return at most six members, one telling of each statement before the second of any."""
    first: dict[str, Charge] = {}
    for charge in charges:
        first.setdefault(charge.saying.statement, charge)
    rest = [charge for charge in charges if first[charge.saying.statement] is not charge]
    members = [make_member(charge.saying) for charge in [*first.values(), *rest][:_MOST]]
    return Side(label=label, members=tuple(members))


def _one_sided(collection: Collection, charges: Sequence[Charge]) -> Iterator[Discrepancy]:
    """Yield the reports that tell as their own what one party says and the other denies or turns round."""
    episode = {charge.saying.document for charge in charges}
    for report in (collection.reports[document] for document in collection.reports if document in episode):
        told: dict[str, list[Span]] = defaultdict(list)
        for span in own_voice(report):
            blamed = _blames(span.of(report.document.text), charges, collection.countries)
            if blamed:
                told[blamed].append(span)
        if len(told) == 1:
            ((blamed, spans),) = told.items()
            yield _in_own_voice(report, blamed, spans, [c for c in charges if c.by == blamed])


def _blames(words: str, charges: Sequence[Charge], countries: Mapping[str, str]) -> str | None:
    """Return the party that a sentence blames in the words of the other party's charge."""
    named = first_country(words, countries)
    if named is None or not fits("contrasts", "hostile", folded(words)):
        return None
    for charge in charges:
        about = charge.by if charge.denies else charge.against
        if about == named and len(shared_stems(words, charge.saying.words)) >= _LEAST_SHARED:
            return named
    return None


def _in_own_voice(report: Report, blamed: str, spans: Sequence[Span], answers: Sequence[Charge]) -> Discrepancy:
    text = report.document.text
    members = [
        Member(document=report.document.id, span=span, mark=None, speaker=None, says=span.of(text), said=None)
        for span in spans[:_MOST]
    ]
    return Discrepancy(
        id=thing_id("one sided", f"{report.document.id}|{spans[0].start}"),
        kind="one_sided",
        severity="high",
        question="Whose version does the report tell as its own?",
        sides=(Side(label="the report's own voice", members=tuple(members)), _side(blamed, answers)),
        why=f"The report states as fact what in the reports only the other party says, and {blamed} says otherwise.",
        reconciled_by=None,
        missing="What the report's own account rests on.",
        confidence=0.7,
        by="accounts accusations",
    )
