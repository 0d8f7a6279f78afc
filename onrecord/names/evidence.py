"""What a name itself and the words around it tell of its kind."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.language import Parse
from onrecord.names.candidates import Candidate
from onrecord.names.lexicon import Lexicon
from onrecord.names.runs import is_dateline, is_dotted

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]&[A-Z])")
_CAMEL = re.compile(r"(?!Mac|Mc|De|Di|La|Le|Van|Fitz|O)[A-Z][a-z]+[A-Z][a-z]+")
_ARTICLES = frozenset(("Le", "La", "Les", "El", "Los", "Las", "Il", "Der", "Die", "Das"))
_LINKS = ("of", "for", "on")
_LEADING_BODY = 5
_LEADING_PLACE = 4
_APPOSITION = 3
_SPEAKER_LINE = 3
_ENDINGS = (2, 3, 4, 5, 6)


class Score(defaultdict[str, float]):
    """Weights by kind; a kind never weighed stands at nothing."""

    def __init__(self) -> None:
        super().__init__(float)


def weigh_name(text: str, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by its own words: known names, head words, first names, shape."""
    score = Score()
    words = text.split()
    if text in lexicon.known:
        score[lexicon.known[text]] += 10
    if text in lexicon.peoples:
        score["group"] += 10
    elif words[-1] in lexicon.peoples:
        score["group"] += 6
    if is_dotted(words[-1]):
        score["organisation"] += 6
    if _ACRONYM.fullmatch(text):
        score["organisation"] += 3
    if _CAMEL.fullmatch(words[0]):
        score["organisation"] += 3
    for length in _ENDINGS:
        _add(score, lexicon, "ending", words[-1][-length:] if len(words[-1]) > length + 1 else "")
    if len(words) == 1:
        _weigh_single(score, text, lexicon)
    else:
        _weigh_head(score, words, lexicon)
        _weigh_person(score, words, lexicon)
    return score


def weigh_spot(parse: Parse, name: Candidate, has_role: bool, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by the words around one of its spots."""
    score, words, i, j = Score(), parse.words, name.first, name.last
    score["person"] += 6 * bool(name.title) + 4 * name.led + 3 * (has_role and not name.led)
    if i and words[i - 1].sentence == words[i].sentence:
        _weigh_before(score, parse, i, j, lexicon)
        if " " not in name.text and name.text.lower() not in lexicon.common:
            _add(score, lexicon, "before alone", words[i - 1].lower)
    if j + 1 < len(words) and words[j + 1].sentence == words[j].sentence:
        _add(score, lexicon, "after", words[j + 1].lower)
        if words[j + 1].text == ",":
            _weigh_comma(score, parse, i, j + 1, lexicon)
        if words[j + 1].text == "-" and j + 2 < len(words):
            _add(score, lexicon, "tied", words[j + 2].lower)
        if words[j + 1].tag == "POS":
            owned = words[words[j].head]
            _add(score, lexicon, "owner of", owned.lower)
    if words[j].text.isupper() and is_dateline(parse, i, j):
        score["place"] += 8
    score["person"] += _SPEAKER_LINE * _opens_speech(parse, i, j, lexicon)
    _weigh_clause(score, parse, i, j, lexicon)
    _weigh_apposition(score, parse, i, j, lexicon)
    return score


def _opens_speech(parse: Parse, i: int, j: int, lexicon: Lexicon) -> bool:
    """Tell a name in capitals that opens a line of a transcript: "ANA DIAZ: I did not"."""
    words = parse.words
    if not words[j].text.isupper() or words[j + 1 : j + 2] == () or words[j + 1].text != ":":
        return False
    plain = any(word.lower in lexicon.common or word.lower in lexicon.heads for word in words[i : j + 1])
    return not plain and any(start >= i - 1 and start <= i for start, _ in parse.paragraphs)


def _weigh_clause(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    """What the verb tells of its subject or object; with "the" before it, of a body: "told the Bugle"."""
    word, verb = parse.words[j], parse.words[parse.words[j].head]
    called = i > 0 and parse.words[i - 1].lower == "the"
    if word.dep in ("dobj", "dative") and verb.pos == "VERB":
        _add(score, lexicon, "the verb of" if called else "verb of", verb.lemma)
    elif word.dep == "nsubj" and verb.pos == "VERB":
        _add(score, lexicon, "the subject of" if called else "subject of", verb.lemma)
        _weigh_state(score, parse, j, lexicon)
    elif word.dep == "pobj" and verb.lower in ("by", "to", "from", "with"):
        _add(score, lexicon, verb.lower, parse.words[verb.head].lemma)


def _weigh_state(score: Score, parse: Parse, subject: int, lexicon: Lexicon) -> None:
    """What only a state has or does: "Orvane will close its border", "has left the treaty"."""
    verb = parse.words[parse.words[subject].head]
    for i in range(verb.i, verb.right + 1):
        word = parse.words[i]
        if word.lower == "its":
            _add(score, lexicon, "its", parse.words[i + 1].lower if i < verb.right else "")
        if word.dep == "dobj":
            _add(score, lexicon, "subject with", word.lemma)


def _weigh_apposition(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    """What a plain noun set beside a name says that it is: "its gas company, Orvanet,", "the Bugle, a paper"."""
    word = parse.words[j]
    beside = [parse.words[k] for k in parse.children[j] if parse.words[k].dep == "appos" and word.dep != "pobj"]
    if word.dep == "appos" and i and parse.words[i - 1].lower in (",", "the"):
        beside.append(parse.words[word.head])
    for noun in beside:
        head = lexicon.heads.get(noun.lower)
        if noun.tag != "NN" or not noun.text.islower():
            continue
        if noun.lower in lexicon.roles:
            score["person"] += _APPOSITION
        elif ("before", noun.lower) in lexicon.contexts:
            _add(score, lexicon, "before", noun.lower)
        elif head:
            score[head.kind] += _APPOSITION


def _add(score: Score, lexicon: Lexicon, position: str, word: str) -> None:
    for kind, weight in lexicon.contexts.get((position, word), ()):
        score[kind] += weight


def _weigh_single(score: Score, text: str, lexicon: Lexicon) -> None:
    if text.lower() in lexicon.common and text not in lexicon.known:
        score["person"] -= 3
        score["place"] -= 2
    if text.lower() in lexicon.heads:
        score["place"] -= 3
    if text in lexicon.first_names:
        score["person"] += 2 if lexicon.first_names[text].strong else 1


def _weigh_head(score: Score, words: list[str], lexicon: Lexicon) -> None:
    link = next((i for i, word in enumerate(words) if word in _LINKS and i), len(words))
    pair, last = " ".join(words[max(link - 2, 0) : link]).lower(), words[link - 1].lower()
    head = lexicon.heads.get(pair) or lexicon.heads.get(last)
    if head:
        score[head.kind] += 3 if head.surname else 6
    elif words[0].lower() in lexicon.leading and words[0] not in lexicon.first_names:
        kind = lexicon.leading[words[0].lower()]
        score[kind] += _LEADING_BODY if kind == "organisation" else _LEADING_PLACE
    elif link < len(words):
        score["organisation"] += 2
    if any(word.endswith(("'s", "s'")) or word == "&" for word in words[:-1]):
        score["organisation"] += 2


def _weigh_person(score: Score, words: list[str], lexicon: Lexicon) -> None:
    first = lexicon.first_names.get(words[0])
    head = lexicon.heads.get(words[-1].lower())
    if first and len(words) <= 4:
        score["person"] += 7 if first.strong and (head is None or head.surname) else 3
    if words[0] in _ARTICLES and len(words) > 2:
        score["person"] -= 2
    if any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words):
        score["person"] += 4
    plain = all(word[0].isalpha() and not word.isupper() and word.lower() not in lexicon.not_names for word in words)
    if first is None and any(_is_common(word.lower(), lexicon) for word in words):
        score["person"] -= 2
    elif plain and 2 <= len(words) <= 3 and not any(word in _LINKS or word in lexicon.known for word in words):
        score["person"] += 2


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.common or (word.endswith("s") and word[:-1] in lexicon.common)


def _weigh_before(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    words = parse.words
    _add(score, lexicon, "before", words[i - 1].lower)
    if words[i - 1].lower == "the" and words[j].dep not in ("compound", "nmod", "poss"):
        score["person"] -= 3
        score["organisation"] += 0.3
    if words[i - 1].lower == "for" and i > 1:
        _add(score, lexicon, "before for", words[i - 2].lower)
    of = i - 2 if words[i - 1].lower == "the" else i - 1
    if of > 0 and words[of].lower == "of":
        _weigh_owned(score, parse, of - 1, lexicon)


def _weigh_owned(score: Score, parse: Parse, noun: int, lexicon: Lexicon) -> None:
    """What "NOUN of X" tells of X: that of the table, else that offices of state belong to places."""
    word = parse.words[noun]
    if ("before of", word.lower) in lexicon.contexts:
        _add(score, lexicon, "before of", word.lower)
    elif word.lower in lexicon.roles and lexicon.roles[word.lower].office in ("ruler", "state"):
        score["place"] += 2


def _weigh_comma(score: Score, parse: Parse, first: int, comma: int, lexicon: Lexicon) -> None:
    """An age behind a comma tells a person; a state or country, in "in Fairfax, Virginia", a place."""
    following = parse.words[comma + 1 : comma + 3]
    prepositional = first > 0 and parse.words[first - 1].tag == "IN"
    if following and not prepositional:
        _add(score, lexicon, "after comma", following[0].lower)
    if len(following) < 2 or following[1].text not in (",", "."):
        return
    if following[0].tag == "CD" and following[0].text.isdigit():
        score["person"] += 4
    if lexicon.known.get(following[0].text) == "place" and first and parse.words[first - 1].tag == "IN":
        score["place"] += 2
