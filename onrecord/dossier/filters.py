"""What a reader can filter by, and the keys that each item is filtered with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, actor_of, said_of, speaker_of
from onrecord.dossier.passages import begin
from onrecord.records import Attribution, Interval, Named

LOW_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that can be chosen: its short key in the page and the words a reader sees."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Speakers, issues and outlets that a reader can choose, and the key of each by its name."""

    speakers: tuple[Choice, ...]
    issues: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What one item is filtered by. `confidence` is in hundredths; days are ISO days."""

    speakers: str = ""
    issues: str = ""
    outlets: str = ""
    earliest: str = ""
    latest: str = ""
    confidence: int | None = None


def list_choices(catalogue: Catalogue) -> Choices:
    """List every speaker, issue and outlet of a story, each once, in alphabetical order."""
    speakers = {speaker_of(catalogue, found) for found in catalogue.attributions.values()}
    speakers |= {actor_of(catalogue, position.actor) for position in catalogue.story.accounts.positions}
    speakers |= {actor_of(catalogue, named.name) for claimants in _claimants(catalogue) for named in claimants}
    outlets = {report.outlet for report in catalogue.reports.values()}
    chosen = (_choices("s", speakers), _choices("o", outlets))
    issues = tuple(
        Choice(key=f"i{i}", label=begin(issue.label)) for i, issue in enumerate(catalogue.issues.values(), 1)
    )
    keys = {choice.key[0] + choice.label: choice.key for group in chosen for choice in group}
    keys |= {f"i{issue}": f"i{i}" for i, issue in enumerate(catalogue.issues, 1)}
    return Choices(speakers=chosen[0], outlets=chosen[1], issues=issues, keys=keys)


def key_attribution(catalogue: Catalogue, choices: Choices, attributions: Sequence[Attribution]) -> Keys:
    """Return the keys of one statement from the attributions that report it."""
    confidences = [found.confidence for found in attributions if found.confidence is not None]
    return make_keys(
        choices,
        speakers=[speaker_of(catalogue, found) for found in attributions],
        issues=[issue for found in attributions for issue in catalogue.issues_of.get(found.id, ())],
        outlets=[outlet_of(catalogue, found.document) for found in attributions],
        when=(said_of(catalogue, attributions[0]) if attributions else None, max(confidences, default=None)),
    )


def make_keys(
    choices: Choices,
    speakers: Iterable[str | None],
    issues: Iterable[str] = (),
    outlets: Iterable[str | None] = (),
    when: tuple[Interval | None, float | None] = (None, None),
) -> Keys:
    """Return the keys of an item. `when` is its interval and its confidence."""
    interval, confidence = when
    return Keys(
        speakers=_joined(choices, "s", speakers),
        issues=_joined(choices, "i", issues),
        outlets=_joined(choices, "o", outlets),
        earliest=((interval.earliest if interval else None) or "")[:10],
        latest=((interval.latest if interval else None) or "")[:10],
        confidence=None if confidence is None else round(confidence * 100),
    )


def outlet_of(catalogue: Catalogue, document: str) -> str | None:
    """Return the outlet of a report, where one is known."""
    report = catalogue.reports.get(document)
    return report.outlet if report else None


def _claimants(catalogue: Catalogue) -> Iterable[tuple[Named, ...]]:
    yield from (figure.claimants for figure in catalogue.figures.values())
    yield from (event.claimants for event in catalogue.events.values())


def _choices(letter: str, names: Iterable[str | None]) -> tuple[Choice, ...]:
    known = sorted({name for name in names if name}, key=lambda name: (name.casefold(), name))
    return tuple(Choice(key=f"{letter}{i}", label=name) for i, name in enumerate(known, 1))


def _joined(choices: Choices, letter: str, names: Iterable[str | None]) -> str:
    keys = (choices.keys.get(letter + name) for name in dict.fromkeys(names) if name)
    return " ".join(key for key in keys if key)
