"""The issues that a person named: who takes a stance on them, wherever the words given for them stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.accounts.attitudes import Voice, judge_saying
from onrecord.accounts.issues import Topic
from onrecord.accounts.objects import key_of
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Saying, has_voice
from onrecord.linking.wording import find_words, load_function_words
from onrecord.records import Issue, NamedIssue


def find_standing_issues(log: Sequence[NamedIssue]) -> tuple[NamedIssue, ...]:
    """Return the issues that nobody has taken back, oldest first."""
    undone = {issue.undoes for issue in log}
    return tuple(issue for issue in log if issue.undoes is None and issue.id not in undone)


def find_named_topics(collection: Collection, asked: Sequence[NamedIssue]) -> tuple[Topic, ...]:
    """Return the issues that were named, each with the reports in which all words of one of its phrases stand."""
    return tuple(_topic(collection, issue) for issue in asked)


def find_stands_on_named(
    collection: Collection, topics: Sequence[Topic], voices: Mapping[str, Voice]
) -> Iterator[Stand]:
    """Yield the stances on the issues that were named; one saying may take a stance on several."""
    for topic in topics:
        for document in sorted(topic.reports, key=lambda document: collection.places[document]):
            for saying in collection.reports[document].sayings:
                yield from _stand(saying, topic, voices)


def _stand(saying: Saying, topic: Topic, voices: Mapping[str, Voice]) -> Iterator[Stand]:
    if saying.in_title or not has_voice(saying):
        return
    voice = voices[saying.attribution.id]
    stance = next((found for head in sorted(topic.heads) if (found := judge_saying(saying, head, voice))), None)
    if stance:
        yield Stand(position=make_position(saying, topic, stance), saying=saying, topic=topic)


def _topic(collection: Collection, asked: NamedIssue) -> Topic:
    phrases = [keys for phrase in asked.about if (keys := _keys(phrase))]
    reports = frozenset(
        document
        for document, report in collection.reports.items()
        if (held := {key_of(word) for word in find_words(report.document.text)})
        and any(set(keys) <= held for keys in phrases)
    )
    return Topic(
        issue=Issue(id=asked.id, label=asked.label, terms=asked.about, by=f"named by {asked.by}"),
        heads=frozenset(keys[-1] for keys in phrases),
        reports=reports,
        sites=frozenset(),
        others=frozenset(),
        names=frozenset(),
    )


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple(key_of(word) for word in find_words(phrase) if word.casefold() not in load_function_words())
