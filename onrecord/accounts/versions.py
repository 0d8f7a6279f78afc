"""A report that tells as its own what elsewhere one side says: another side blames others for it, or denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.accusations import first_country
from onrecord.accounts.counts import are_near
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Report, Saying, folded, make_member, own_voice
from onrecord.accounts.telling import name_speakers
from onrecord.identity import thing_id
from onrecord.linking.wording import content_stems
from onrecord.records import Discrepancy, Member, Side, Span

_MOST = 6
_LEAST_DEED = 2
_LEAST_DENIED = 3
_SHARE = 0.5
_COMMON = 60
_SOON = 500  # characters from a charge to the denial of it
_CHARGES = frozenset({"accuse", "criticise"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A saying that blames somebody for a deed, or denies one, and the words for the deed."""

    saying: Saying
    report: Report
    stems: frozenset[str]
    blames: str | None
    denied: bool


def compare_versions(collection: Collection, told: frozenset[tuple[str, int]]) -> Iterator[Discrepancy]:
    """Yield what reports tell as fact that a voice of another report lays on others, or denies.

    `told` are the places where sentences begin that an accusation has shown to be one side's version.
    """
    answers = [answer for report in collection.reports.values() for answer in _answers(collection, report)]
    holders: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        for stem in answer.stems:
            holders[stem].append(answer)
    for report in collection.reports.values():
        found = [(span, against) for span in own_voice(report) if (against := _find(collection, report, span, holders))]
        if found and not any((report.document.id, span.start) in told for span, _ in found):
            yield _one_sided(report, [span for span, _ in found], [one for _, against in found for one in against])


def _answers(collection: Collection, report: Report) -> Iterator[Answer]:
    for saying in report.sayings:
        attribution = saying.attribution
        denies = attribution.denial and attribution.act == "deny"
        if saying.in_title or not saying.speaker or not (denies or attribution.act in _CHARGES):
            continue
        blames = None if denies else first_country(saying.words, collection.countries)
        stems = content_stems(saying.words) - report.names
        if (denies or blames) and fits("contrasts", "hostile", folded(saying.words)):
            yield Answer(saying=saying, report=report, stems=stems, blames=blames, denied=False)
        denial = None if denies else _find_denial(report, saying)
        if denial:
            yield Answer(saying=denial, report=report, stems=stems, blames=None, denied=True)


def _find_denial(report: Report, charge: Saying) -> Saying | None:
    """Return the denial that follows upon a charge: "Otter accused the police of it. Lenz denied this"."""
    after = (s for s in report.sayings if charge.start < s.start < charge.start + _SOON and s.actor != charge.actor)
    return next((s for s in after if s.attribution.denial and s.attribution.act == "deny"), None)


def _find(collection: Collection, report: Report, span: Span, holders: Mapping[str, Sequence[Answer]]) -> list[Answer]:
    """Return the sayings of other reports of the same days that turn a sentence round, or deny it."""
    words = span.of(report.document.text)
    hostile = fits("contrasts", "hostile", folded(words))
    stems = content_stems(words) - report.names
    actor = first_country(words, collection.countries)
    near = {
        answer.saying.attribution.id: answer
        for stem in stems
        for answer in holders[stem][:_COMMON]
        if answer.report.text_of != report.text_of and are_near(answer.report.published, report.published)
    }
    return [one for _, one in sorted(near.items()) if one.denied or (hostile and actor) if _turns(one, actor, stems)]


def _turns(answer: Answer, actor: str | None, stems: frozenset[str]) -> bool:
    """True when a saying lays the deed on others than the sentence does, or denies a charge that the sentence tells."""
    shared = answer.stems & stems
    if answer.blames:
        return answer.blames != actor and len(shared) >= _LEAST_DEED
    return len(shared) >= _LEAST_DENIED and len(shared) >= _SHARE * min(len(stems), len(answer.stems))


def _one_sided(report: Report, spans: Sequence[Span], against: Sequence[Answer]) -> Discrepancy:
    text = report.document.text
    sayings = list({one.saying.attribution.id: one.saying for one in against}.values())
    return Discrepancy(
        id=thing_id("one sided", f"{report.document.id}|{spans[0].start}"),
        kind="one_sided",
        severity="high",
        question="Whose version does the report tell as its own?",
        sides=(
            Side(
                label="the report's own voice",
                members=tuple(
                    Member(document=report.document.id, span=s, mark=None, speaker=None, says=s.of(text), said=None)
                    for s in spans[:_MOST]
                ),
            ),
            Side(label="the others", members=tuple(make_member(saying) for saying in sayings[:_MOST])),
        ),
        why=f"The report states as fact what {name_speakers(sayings)} say otherwise in another report.",
        reconciled_by=None,
        missing="What the report's own account rests on.",
        confidence=0.6,
        by="accounts versions",
    )
