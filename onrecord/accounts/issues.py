"""Finds the issues of a collection: something new that is proposed, demanded or refused in more than one report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from onrecord.accounts.cues import find_stance, load_words
from onrecord.accounts.sayings import Collection, Report, Saying, folded
from onrecord.identity import thing_id
from onrecord.linking.countries import is_country
from onrecord.linking.groups import Groups
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words, load_function_words, stem
from onrecord.records import Issue

# "a second Korvan supply station": a word that says there is none or only one so far, up to three words, the thing.
_NOVEL = re.compile(
    r"\b(second|another|one more|(?<!the )(?<!this )(?:new|additional|third|extra|joint))"
    r"((?: [^\W\d_][\w'-]*){1,6})",
    re.IGNORECASE,
)
LEAST_NAMES = 2
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{2,}")
_SECOND = re.compile(r"second|another|one more|third")
_CONTRAST = re.compile(
    r"\b(?:rather than|instead of|as opposed to|(?<=\w) than (?=enlarg|expand|increas|add|send|put))\b"
)
_STANCES = frozenset({"propose", "request", "support", "oppose", "promise", "threaten", "intend"})
_LONGEST = 4
_LEAST_SHARED_NAMES = 2
_SIDE_BY_SIDE = 200
_COMMON = 200  # a name in more reports than this ties none of them together
_IN_DISPUTE = "accounts disputes"  # the `by` of what was found because voices differ on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An issue with the word for the thing, the reports that speak of it, and the places proposed for it.

    `ties` are the pairs of reports that were found to speak of one thing by themselves, and not by way of others.
    """

    issue: Issue
    heads: frozenset[str]
    reports: frozenset[str]
    sites: frozenset[str]
    others: frozenset[str]
    names: frozenset[str]
    ties: frozenset[frozenset[str]] = frozenset()


def make_disputed(key: str, label: str, head: str, reports: frozenset[str]) -> Topic:
    """Return the topic of a thing that is in dispute under a plain word; `key` tells it from others of that word."""
    issue = Issue(id=thing_id("issue", key), label=label, terms=(label.split()[-1],), by=_IN_DISPUTE)
    return Topic(
        issue=issue,
        heads=frozenset({head}),
        reports=reports,
        sites=frozenset(),
        others=frozenset(),
        names=frozenset(),
    )


def is_named(topic: Topic) -> bool:
    """True for an issue that a person or a word of novelty names: one thing for sure, so that undated stances meet."""
    return topic.issue.by != _IN_DISPUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """One place in the reports that names a new thing."""

    document: str
    head: str
    words: str
    position: int


def split_contrast(words: str) -> tuple[str, str]:
    """Return what is wanted and what it is wanted instead of: "a pier at Tarn", "a bigger one at Orm"."""
    parts = _CONTRAST.split(folded_keeping_case(words), maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def folded_keeping_case(words: str) -> str:
    """Return words with plain blanks and apostrophes, their capitals kept."""
    return re.sub(r"\s+", " ", words.replace("\u2019", "'"))


@lru_cache(maxsize=50_000)
def name_new_things(words: str) -> tuple[tuple[str, str, int], ...]:
    """Return (head, phrase, position) for every new thing that a text names: "second Korvan station"."""
    empty = load_function_words()
    found = []
    for match in _NOVEL.finditer(folded_keeping_case(words)):
        if match.group(1)[0].isupper() and match.group(2)[1].isupper() and not match.group().isupper():
            continue  # "New York" is a name, no novelty
        run: list[str] = []
        for word in match.group(2).split():
            if word.casefold() in empty or len(run) == _LONGEST:
                break
            run.append(word)
            if word.endswith("'s"):
                run.clear()
        if run:
            found.append((stem(run[-1]), _as_named(match.group(1), run), match.start()))
    return tuple(found)


def _as_named(novelty: str, run: Sequence[str]) -> str:
    """Return the phrase as text inside a sentence has it: names keep their capitals, headlines lose theirs."""
    phrase = " ".join((novelty.casefold(), *run))
    return phrase.casefold() if all(word.isupper() for word in run) else phrase


def find_topics(collection: Collection) -> tuple[Topic, ...]:
    """Return the issues on which somebody takes a stance and which at least two texts speak of, named by their thing.

    Two reports speak of one issue when the thing is called by the same word and two names stand near it in both:
    a second station in Korva and a second station in Drell are two issues. Things called by two words are one issue
    when they are proposed for the same place, or stand side by side.
    """
    namings: dict[str, list[_Naming]] = defaultdict(list)
    for report in collection.reports.values():
        for head, words, position in name_new_things(report.document.text):
            namings[head].append(_Naming(document=report.document.id, head=head, words=words, position=position))
    disputed = _disputed(collection)
    groups: list[tuple[_Naming, ...]] = []
    for head, found in sorted(namings.items()):
        if head in disputed:
            groups += _split_by_names(collection, found)
    contrasts = _contrasts(collection)
    drafts = [_draft(collection, contrasts, group) for group in groups]
    return tuple(_topic(collection, parts) for parts in _merge(drafts) if _says_that_one_exists(parts))


def _says_that_one_exists(parts: Sequence[_Draft]) -> bool:
    """True where some report speaks of a second or another one; "a new law" need not be beside an old one."""
    return any(_SECOND.match(naming.words) for part in parts for naming in part.namings)


def _disputed(collection: Collection) -> set[str]:
    """Return the things on which some saying takes a stance."""
    heads = set()
    for saying in collection.sayings():
        if saying.attribution.act in _STANCES or find_stance(folded(f"{saying.cue} {saying.words}"), frozenset()):
            heads |= {head for head, _, _ in name_new_things(saying.words)}
    return heads


def _split_by_names(collection: Collection, namings: Sequence[_Naming]) -> Iterator[tuple[_Naming, ...]]:
    names: dict[str, frozenset[str]] = {}
    for naming in namings:
        near = find_names_near(collection.reports[naming.document], naming.position)
        names[naming.document] = names.get(naming.document, frozenset()) | near
    groups = Groups(names)
    holders: dict[str, list[str]] = defaultdict(list)
    for document, found in names.items():
        for name in found:
            holders[name].append(document)
    for document, found in names.items():
        telling = [name for name in found if len(holders[name]) <= _COMMON]
        shared = Counter(other for name in telling for other in holders[name] if other != document)
        for other, count in shared.items():
            if count >= _LEAST_SHARED_NAMES:
                groups.join(document, other)
    for members in groups.all():
        if len({collection.reports[member].text_of for member in members}) > 1:
            yield tuple(n for n in namings if n.document in members)


def find_names_near(report: Report, position: int) -> frozenset[str]:
    """Return the roots of the names within some two sentences of a position."""
    text = report.document.text
    near = find_words(text[max(0, position - 250) : position + 250])
    capitals = [word for word in near if word[:1].isupper()]
    return frozenset({country_root(w) for w in capitals} | {stem(w) for w in capitals}) & find_report_names(report)


def find_report_names(report: Report) -> frozenset[str]:
    """Return the roots of the places and the surnames of the people that a report names."""
    return report.names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """Namings of one thing by one word, with the places proposed for it and those where one exists."""

    namings: tuple[_Naming, ...]
    sites: frozenset[str]
    others: frozenset[str]


def _draft(
    collection: Collection, contrasts: Mapping[str, Sequence[_Contrast]], namings: tuple[_Naming, ...]
) -> _Draft:
    documents = frozenset(naming.document for naming in namings)
    head = namings[0].head
    sites, others = _sites(collection, contrasts.get(head, ()), head, documents)
    return _Draft(namings=namings, sites=sites, others=others)


def _merge(drafts: Sequence[_Draft]) -> list[list[_Draft]]:
    groups = Groups(range(len(drafts)))
    by_site: dict[str, int] = {}
    by_report: dict[str, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for site in draft.sites:
            groups.join(number, by_site.setdefault(site, number))
        for document in {naming.document for naming in draft.namings}:
            by_report[document].append(number)
    for left, right in {pair for numbers in by_report.values() for pair in combinations(numbers, 2)}:
        if groups.first(left) != groups.first(right) and _side_by_side(drafts[left], drafts[right]):
            groups.join(left, right)
    return [[drafts[number] for number in numbers] for numbers in groups.all()]


def _side_by_side(left: _Draft, right: _Draft) -> bool:
    return any(
        one.document == other.document and abs(one.position - other.position) < _SIDE_BY_SIDE
        for one in left.namings
        for other in right.namings
    )


def _topic(collection: Collection, parts: Sequence[_Draft]) -> Topic:
    namings = [naming for part in parts for naming in part.namings]
    main = max(parts, key=lambda part: (len({naming.document for naming in part.namings}), part.namings[0].head))
    label, _ = Counter(naming.words for naming in main.namings).most_common(1)[0]
    heads = frozenset(naming.head for naming in namings)
    sites = frozenset(site for part in parts for site in part.sites)
    first = min((naming.document for naming in namings), key=lambda d: collection.reports[d].document.uri)
    named = frozenset(naming.document for naming in namings)
    things = {naming.head: naming.words.split()[-1] for naming in namings}
    first_thing = things.pop(main.namings[0].head)
    terms = (first_thing, *sorted(things.values()), *sorted(sites))
    return Topic(
        issue=Issue(
            id=thing_id("issue", f"{first}|{main.namings[0].head}"), label=label, terms=terms, by="accounts issues"
        ),
        heads=heads,
        reports=named | _at_sites(collection, heads, sites),
        sites=sites,
        others=frozenset(other for part in parts for other in part.others) - sites,
        names=frozenset().union(*(find_names_near(collection.reports[n.document], n.position) for n in namings)),
    )


def find_reports_of(collection: Collection, topic: Topic) -> Iterator[Report]:
    """Go through the reports that may speak of an issue, in the order of the collection."""
    shared = Counter(d for name in topic.names for d in collection.named_in.get(name, ()))
    found = topic.reports | {document for document, count in shared.items() if count >= _LEAST_SHARED_NAMES}
    yield from (collection.reports[document] for document in sorted(found, key=lambda d: collection.places[d]))


def is_of_topic(report: Report, topic: Topic) -> bool:
    """True when a report names the thing, or shares so many names with those that do that it may speak of it."""
    return report.document.id in topic.reports or len(find_report_names(report) & topic.names) >= _LEAST_SHARED_NAMES


def _at_sites(collection: Collection, heads: frozenset[str], sites: frozenset[str]) -> frozenset[str]:
    """Return the reports that name the thing in one sentence with a place proposed for it."""
    found = set()
    for document in sorted({d for site in sites for d in collection.holders.get(find_words(site)[0], ())}):
        report = collection.reports[document]
        for sentence in report.marks.sentences:
            words = sentence.span.of(report.document.text)
            if any(site in words for site in sites) and heads & stems_of(words):
                found.add(report.document.id)
                break
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contrast:
    """A saying that wants one thing rather than another, with what it names before and after."""

    saying: Saying
    before: str
    after: str


def _contrasts(collection: Collection) -> dict[str, list[_Contrast]]:
    """Return the sayings that want one thing rather than another, by every stem in them."""
    found: dict[str, list[_Contrast]] = defaultdict(list)
    for saying in collection.sayings():
        before, after = split_contrast(saying.words)
        if after:
            for head in stems_of(f"{before} {after}"):
                found[head].append(_Contrast(saying=saying, before=before, after=after))
    return found


def _sites(
    collection: Collection, contrasts: Sequence[_Contrast], head: str, documents: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the places proposed for the thing, and the places where one exists already, countries left out."""
    wanted: Counter[str] = Counter()
    existing: Counter[str] = Counter()
    for contrast in contrasts:
        wanted.update(_places_in(collection, contrast.saying, contrast.before))
        existing.update(_places_in(collection, contrast.saying, contrast.after))
    told = {contrast.saying.attribution.id for contrast in contrasts}
    for saying in (s for document in documents for s in collection.reports[document].sayings):
        names_it = any(found == head for found, _, _ in name_new_things(saying.words))
        if names_it and saying.attribution.id not in told:
            wanted.update(_places_at(collection, saying, saying.words, head))
    sites = frozenset(place for place, count in wanted.items() if count > existing[place])
    return sites, frozenset(existing) - sites


def _places_in(collection: Collection, saying: Saying, words: str) -> frozenset[str]:
    known = collection.reports[saying.document].places
    held = {name for name in known if re.search(rf"\b{re.escape(name)}\b", words)}
    return frozenset(name for name in held if not is_country(name, collection.countries))


def _places_at(collection: Collection, saying: Saying, words: str, head: str) -> frozenset[str]:
    """Return the places that the thing is said to be at: "a second station at Tarn"."""
    match = re.search(rf"\b{re.escape(head)}\w* (?:at|on|near|in) ((?:[A-Z][\w-]*[ ,]*)+)", folded_keeping_case(words))
    return _places_in(collection, saying, match.group(1)) if match else frozenset()


def stems_of(words: str) -> frozenset[str]:
    """Return the stems of all words of a text."""
    return frozenset(stem(word) for word in find_words(words))


@lru_cache(maxsize=20_000)
def _capitals(text: str) -> frozenset[str]:
    words = _CAPITAL.findall(text)
    return frozenset(country_root(word) for word in words if word.casefold() not in load_words("days and months"))


def find_capitals(report: Report) -> frozenset[str]:
    """Return the roots of the words that a report writes with a capital inside its sentences: names, marked or not."""
    return _capitals(report.document.text)
