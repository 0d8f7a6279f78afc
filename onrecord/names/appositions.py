"""Weighs what a plain noun beside a name says that it is: "the institute Dorna", "the Bugle, a paper"."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.names.lexicon import Head, Lexicon
from onrecord.names.scores import Score

_APPOSITION = 3
_SET_BESIDE = 2.5
_NO_PERSON = 2
_TRADES = ("man", "woman", "ist", "ician", "keeper", "maker", "monger", "smith", "eer", "wright")
_PLACING = ("in", "near", "outside", "inside")
_REACH = 10
_TRADE = 1.5


def weigh_apposition(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    """What a plain noun set beside a name says that it is: "its gas company, Orvanet,", "the Bugle, a paper"."""
    word = parse.words[j]
    led = i > 0 and parse.words[i - 1].tag == "IN" and word.dep != "appos"
    if led and (parse.words[i - 1].lower in _PLACING or _tells_the_next(parse, j)):
        return
    beside = [parse.words[k] for k in parse.children[j] if parse.words[k].dep == "appos" and word.dep != "pobj"]
    if word.dep == "appos" and i and parse.words[i - 1].lower in (",", "the"):
        beside.append(parse.words[word.head])
    for noun in beside:
        head = lexicon.heads.get(noun.lower)
        if noun.tag == "NN" and noun.text.islower():
            _weigh_noun(score, noun.lower, head, lexicon)
    noun_behind = "" if beside else _noun_behind(parse, j)
    if noun_behind:
        _weigh_noun(score, noun_behind, lexicon.heads.get(noun_behind), lexicon)


def _tells_the_next(parse: Parse, j: int) -> bool:
    """ "In Dorn, the mediator, Ana Diaz,": what stands between the commas is told of the name behind it."""
    behind = parse.words[j + 2 : j + _REACH]
    comma = next((k for k, word in enumerate(behind) if word.text == ","), len(behind))
    return any(word.tag == "NNP" for word in behind[comma + 1 : comma + 2])


def weigh_called(score: Score, noun: Word, name: Word, lexicon: Lexicon) -> None:
    """A noun for bodies right before a name says what it is: "the institute Dorna", not "told the court Diaz left"."""
    if noun.tag != "NN" or not noun.text.islower() or noun.lower in lexicon.roles:
        return
    beside = noun.head == name.i or (name.dep == "appos" and name.head == noun.i)
    both = name.dep == noun.dep == "nsubj" and name.head == noun.head
    head = lexicon.heads.get(noun.lower)
    weighed = ("before", noun.lower) in lexicon.contexts
    if (beside or both) and head and head.kind == "organisation" and not weighed:
        score["organisation"] += _SET_BESIDE
        score["person"] -= _NO_PERSON


def _weigh_noun(score: Score, noun: str, head: Head | None, lexicon: Lexicon) -> None:
    maker = any(kind == "organisation" for kind, _ in lexicon.contexts.get(("before", noun), ()))
    if noun in lexicon.roles and not maker:
        score["person"] += _APPOSITION
    elif ("before", noun) in lexicon.contexts:
        kind, weight = max(lexicon.contexts["before", noun], key=lambda pair: pair[1])
        score[kind] += max(weight, _SET_BESIDE)
    elif head and head.kind != "other":
        score[head.kind] += _APPOSITION
    elif noun.endswith(_TRADES):
        score["person"] += _TRADE


def _noun_behind(parse: Parse, j: int) -> str:
    """The noun of what is set off behind a name, as the words stand: "Save the Quay, a campaign group, said"."""
    words = parse.words[j + 1 : j + 10]
    if len(words) < 4 or words[0].text != "," or words[1].lower not in ("a", "an", "the", "its", "his", "her", "their"):
        return ""
    nouns: list[Word] = []
    for word in words[2:]:
        if word.tag not in ("NN", "JJ", "VBN", "HYPH", "POS", "NNP", "JJS"):
            closes = word.text in (",", ".", ")") or word.tag in ("IN", "WDT", "WP")
            return nouns[-1].lower if closes and nouns and nouns[-1].tag == "NN" else ""
        nouns.append(word)
    return ""
