"""Names what is up for decision so that a reader knows it: "sale of Kestrel Field", "closing the ward"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.accounts.candidates import Held
from onrecord.accounts.lines import load_kinds
from onrecord.accounts.objects import key_of, load_kin, load_verbs
from onrecord.accounts.sayings import Collection

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_NAME = r"((?:[A-Z][\w'\u2019-]*[ \t]?){1,4})(?![a-z])"
_OF = rf"\s+(of|at|in|on|with|for|into|over)\s+(?:[\w%-]+\s+){{0,4}}?(?:the\s+)?{_NAME}"
_OBJECT = rf"\s+(?:the\s+)?{_NAME}"
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "any", "no", "every"])
_BEFORE = 15
_ROOT = 2
_FULL_NAME = r"\b([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)+)"
_VOWELS = "aeiou"
_MOST_WORDS = 3
_LEAST_TIMES = 2
_VERB_FORMS = ("ed", "ing")


def name_issue(collection: Collection, key: tuple[str, frozenset[str]], held: Sequence[Held], is_undone: bool) -> str:
    """Return a noun phrase for what is wanted or not; `is_undone` names the undoing: "lifting the ban".

    `key` is that of the word for it, with the reports that speak of it.
    """
    head, reports = key
    texts = [collection.reports[document].document.text for document in sorted(reports)]
    forms, nouns = _find_forms(texts, head)
    noun = max(forms, key=lambda word: (nouns[word], forms[word], word), default=head)
    if not nouns[noun] and any(one.leaning.is_doing for one in held):
        return _name_doing(texts, min(forms, key=len, default=head), held)
    ending = _find_name(texts, re.compile(rf"\b{re.escape(noun)}{_OF}"))
    thing = f"{_describe(noun, held)} {ending}".strip()
    deeds = Counter(one.leaning.deed for one in held if one.leaning.deed)
    return f"{make_gerund(deeds.most_common(1)[0][0])} the {thing}" if is_undone and deeds else thing


def _find_forms(texts: Sequence[str], head: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often each form of a word stands in texts, and how often as a noun, behind an article and the like."""
    forms: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.finditer(text):
            if key_of(match.group()) == head:
                form = match.group().casefold()
                before = _WORD.findall(text[max(0, match.start() - _BEFORE) : match.start()])[-1:]
                forms[form] += not form.endswith(_VERB_FORMS)
                nouns[form] += bool(before) and before[0].casefold() in _ARTICLES
    return forms, nouns


def _name_doing(texts: Sequence[str], base: str, held: Sequence[Held]) -> str:
    """Return "leaving Orm" for what only verbs tell of, with the name that they are told of."""
    name = _find_name(texts, re.compile(rf"\b{re.escape(base)}(?:s|ing)?{_OBJECT}"))
    name = name or _find_name([one.leaning.clause for one in held], re.compile(_FULL_NAME))
    return f"{make_gerund(load_kin().get(base, base))} {name}".strip()


def _find_name(texts: Sequence[str], pattern: re.Pattern[str]) -> str:
    """Return the name that most often follows, with the word that ties it, where it does so more than once."""
    tied = Counter(
        " ".join(part for part in match.groups() if part).strip() for t in texts for match in pattern.finditer(t)
    )
    return next((name for name, count in tied.most_common(1) if count >= _LEAST_TIMES), "")


def _describe(noun: str, held: Sequence[Held]) -> str:
    """Return the noun with what describes it wherever somebody wants it or not: "foreign observers"."""
    called = Counter(one.leaning.called for one in held if one.leaning.called.casefold().endswith(f" {noun}"))
    phrase = next((name for name, _ in called.most_common(1)), noun)
    words = [
        word for word in phrase.split()[-_MOST_WORDS:] if load_kinds().get(word.casefold()) is None or word == noun
    ]
    return " ".join(words) if len(called) and sum(called.values()) * 2 >= len(held) else noun


def make_gerund(form: str) -> str:
    """Return the form in "-ing" of a verb as it stands in the table of doings, or of one of its other forms."""
    small = form.casefold()
    verb = load_verbs().get(small, small)
    if verb[:_ROOT] != small[:_ROOT]:  # "frozen" stands beside "suspend"
        told = (one for one, other in load_verbs().items() if other == verb and one[:_ROOT] == small[:_ROOT])
        return next((one for one in told if one.endswith("ing")), f"{small}ing")
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    is_short = sum(letter in _VOWELS for letter in verb) == 1
    doubled = is_short and verb[-1] in "bdgmnpt" and verb[-2] in _VOWELS
    return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"
