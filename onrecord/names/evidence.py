"""What a name itself and the words around it tell of its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.language import Parse, Word
from onrecord.names.appositions import weigh_apposition, weigh_called
from onrecord.names.candidates import Candidate, head_word, is_role, is_the_body
from onrecord.names.labels import is_place_label
from onrecord.names.lexicon import Lexicon
from onrecord.names.runs import ADJECTIVE_ENDINGS, is_dateline, is_dotted
from onrecord.names.scores import Score, add_weights

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5}|[A-Z]&[A-Z])")
_CAMEL = re.compile(r"(?!Mac|Mc|De|Di|La|Le|Van|Fitz|O)[A-Z][a-z]+[A-Z][a-z]+")
_ARTICLES = frozenset(("Le", "La", "Les", "El", "Los", "Las", "Il", "Der", "Die", "Das"))
_LINKS = ("of", "for", "on")
_INSIDE = frozenset(("Without", "Against", "Beyond", "Versus"))
_LEADING_BODY = 5
_LEADING_PLACE = 4
_APPOSITION = 3
_SPEAKER_LINE = 3
_PREFIXED = re.compile(r"(?:Mac|Mc|Fitz|O'|D')[A-Z][a-z]+")
_SURNAME = 2
_SIDES = ("-Nord", "-Sud", "-Süd", "-Ost", "-Est", "-Ouest", "-Oest", "-West", "-Norte", "-Sur")
_SIDE = 1.5
_TIED_PLACE = re.compile(
    r"\S+-(?:on|upon|under|by|in|le|la|les|sur|sous|am|an)-(?:the-)?[A-Z]|(?:Saint|Sainte|Sankt|St)-[A-Z]"
)
_TIED = 3
_DEFINITE_BODY = 1
_SHORT_BODY = 3
_INVERTED = 2
_EMPLOYER = 3
_NO_PERSON = 2
_MANY = 2.5
_SEVERAL = 1.5
_JOURNEY = 1.3
_NAMED_AS = 1.5
_NAMING = frozenset(["name", "identify", "know", "describe", "introduce", "recognise", "recognize"])
_PLURAL_VERBS = frozenset(["are", "were", "have"])
_NAMED = frozenset(["named", "called", "nicknamed"])
_NUMBERS = frozenset(["two", "three", "four", "five", "several", "many", "most", "some", "ethnic", "fellow", "few"])
_DASHES = ("-", "\u2013", "\u2014", "--")
_WHERE = frozenset(["in", "outside", "inside", "near", "across", "throughout", "along", "beyond"])
_TRUST = frozenset(["confidence", "trust", "faith", "belief", "interest", "disappointed", "rumours", "ally"])
_ENDINGS = (2, 3, 4, 5, 6)


def weigh_name(text: str, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by its own words: known names, head words, first names, shape."""
    score = Score()
    words = _calmed(text, lexicon)
    if text in lexicon.known:
        score[lexicon.known[text]] += 10
    if text in lexicon.peoples:
        score["group"] += 10
    elif words[-1] in lexicon.peoples:
        score["group"] += 6
    for length in _ENDINGS:
        add_weights(score, lexicon, "ending", words[-1][-length:] if len(words[-1]) > length + 1 else "")
    _weigh_shape(score, text)
    if len(words) == 1:
        _weigh_single(score, text, lexicon)
    else:
        _weigh_head(score, words, lexicon)
        _weigh_person(score, words, lexicon)
    return score


def _calmed(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a name, those of "DINO FALK" as "Dino", "Falk"; letters that stand for words stay as they are."""
    words = text.split()
    named = len(words) > 1 and all(len(word) > 2 and word.isalpha() and word.isupper() for word in words)
    plain = any(_is_common(word.lower(), lexicon) or word.lower() in lexicon.not_names for word in words)
    return [word.title() for word in words] if named and not plain else words


def _weigh_shape(score: Score, text: str) -> None:
    """What letters, dots and hyphens tell: "NRA", "SkyTarn", "Lenta.ru", "MacTarn", "Brul-on-Sea"."""
    words = text.split()
    score["organisation"] += 6 * is_dotted(words[-1])
    score["organisation"] += 3 * (_ACRONYM.fullmatch(text) is not None)
    score["organisation"] += 3 * (_CAMEL.fullmatch(words[0]) is not None)
    score["person"] += _SURNAME * (_PREFIXED.fullmatch(words[-1]) is not None)
    score["place"] += _SIDE * text.endswith(_SIDES)
    score["place"] += _TIED * (_TIED_PLACE.match(text) is not None)


def weigh_spot(parse: Parse, name: Candidate, has_role: bool, lexicon: Lexicon) -> Score:
    """Weigh the kinds of a name by the words around one of its spots."""
    score, words, i, j = Score(), parse.words, name.first, name.last
    score["person"] += 6 * bool(name.title) + 4 * name.led + 3 * (has_role and not name.led)
    if i and words[i - 1].sentence == words[i].sentence:
        _weigh_before(score, parse, i, j, lexicon)
        if " " not in name.text and name.text.lower() not in lexicon.common:
            add_weights(score, lexicon, "before alone", words[i - 1].lower)
    if j + 1 < len(words) and words[j + 1].sentence == words[j].sentence:
        add_weights(score, lexicon, "after", _joined_behind(parse, j + 1))
        if words[j + 1].text == ",":
            _weigh_comma(score, parse, i, j + 1, lexicon)
        if words[j + 1].text == "-" and j + 2 < len(words):
            add_weights(score, lexicon, "tied", words[j + 2].lower)
        if words[j + 1].tag == "POS":
            owned = words[words[j].head]
            add_weights(score, lexicon, "owner of", owned.lower)
    labels = words[j].text.isupper() and words[j + 1 : j + 2] != () and words[j + 1].text == ":"
    headed = labels and is_place_label(parse, i, j + 1, lexicon)
    if headed or (words[j].text.isupper() and is_dateline(parse, i, j)):
        score["place"] += 8
        score["person"] -= _NO_PERSON * (not headed and words[j + 1].text in _DASHES)
    score["person"] += _SPEAKER_LINE * (not headed and _opens_speech(parse, i, j, lexicon))
    score["person"] -= _NO_PERSON * _stands_before_noun(parse, i, j)
    _weigh_clause(score, parse, i, j, lexicon)
    weigh_apposition(score, parse, i, j, lexicon)
    _weigh_people(score, parse, i, j, lexicon)
    score["organisation"] += _SHORT_BODY * (i == j and is_the_body(parse, i, lexicon))
    score["place"] += _JOURNEY * _is_leg(parse, i, j)
    return score


def _stands_before_noun(parse: Parse, i: int, j: int) -> bool:
    """Tell "an Orvan Vale airliner": people have their things by "'s". What follows "Diaz" alone may be a verb."""
    following = parse.words[j + 1 : j + 2]
    noun = bool(following) and following[0].tag in ("NN", "NNS") and following[0].text.islower()
    led = i > 0 and parse.words[i - 1].tag in ("DT", "IN")
    return (
        noun
        and (led or following[0].tag == "NN")
        and parse.words[j].dep in ("compound", "nmod")
        and parse.words[j].head == j + 1
    )


def weigh_doer(parse: Parse, name: Candidate, lexicon: Lexicon) -> float:
    """Weigh how far what a name does at a spot is what people do: "Diaz shrugged", and more so "shrugged Diaz"."""
    word, verb = parse.words[name.last], parse.words[parse.words[name.last].head]
    if word.dep != "nsubj" or verb.pos != "VERB" or (name.first and parse.words[name.first - 1].lower == "the"):
        return 0.0
    score = Score()
    add_weights(score, lexicon, "doer of", verb.lemma)
    score["person"] *= _INVERTED if verb.i == name.first - 1 else 1
    if name.last + 1 < len(parse.words):
        add_weights(score, lexicon, "after doer", parse.words[name.last + 1].lower)
    return score["person"]


def _joined_behind(parse: Parse, i: int) -> str:
    """The word at i with what is tied to it by a hyphen: "co-founder"."""
    words = parse.words
    tied = words[i + 1 : i + 3]
    if len(tied) == 2 and tied[0].text == "-" and tied[0].start == words[i].end and tied[1].start == tied[0].end:
        return f"{words[i].lower}-{tied[1].lower}"
    return words[i].lower


def _weigh_people(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    """Several who bear one name are a people, a family or a team: "the Karvians", "two Tumaks", "the Ambari are"."""
    word = parse.words[j]
    if i != j or not i or word.lower in lexicon.heads or word.text.isupper() or word.lower in lexicon.common:
        return
    before = parse.words[i - 1].lower
    several = word.text.endswith("s") and not word.text.endswith("ss")
    if before not in _NUMBERS and before != "the":
        return
    if several and (word.lower[:-1].endswith(ADJECTIVE_ENDINGS) or before in _NUMBERS):
        score["group"] += _MANY
    elif before == "the" and _has_plural_verb(parse, j):
        score["group"] += _SEVERAL + several


def _has_plural_verb(parse: Parse, j: int) -> bool:
    word = parse.words[j]
    verb = parse.words[word.head]
    helpers = [parse.words[k].lower for k in parse.children[verb.i] if parse.words[k].dep in ("aux", "auxpass")]
    alone = word.dep in ("nsubj", "nsubjpass") and not any(parse.words[k].dep == "conj" for k in parse.children[j])
    return alone and (verb.tag == "VBP" or verb.lower in _PLURAL_VERBS or any(one in _PLURAL_VERBS for one in helpers))


def _is_leg(parse: Parse, i: int, j: int) -> bool:
    """Tell either end of a journey, both named: "from Orvik to Bir Halawa"."""
    words = parse.words
    if i and words[i - 1].lower == "from":
        return _capital_behind(parse, j + 1, "to")
    if i < 3 or words[i - 1].lower != "to" or words[i].sentence != words[i - 3].sentence:
        return False
    k = i - 2
    while k > max(i - 7, 0) and (words[k].text[0].isupper() or words[k].lower in ("am", "de", "la", "on", "-")):
        k -= 1
    return words[k].lower == "from" and k < i - 2


def _capital_behind(parse: Parse, i: int, link: str) -> bool:
    words = parse.words[i : i + 2]
    return len(words) == 2 and words[0].lower == link and words[1].text[0].isupper()


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
    if word.dep in ("dobj", "dative", "nsubjpass") and verb.pos == "VERB":
        add_weights(score, lexicon, "the verb of" if called else "verb of", verb.lemma)
    elif word.dep == "nsubj" and verb.pos == "VERB":
        add_weights(score, lexicon, "the subject of" if called else "subject of", verb.lemma)
        _weigh_state(score, parse, j, lexicon)
    elif word.dep == "pobj" and verb.lower == "as" and parse.words[verb.head].lemma in _NAMING:
        score["person"] += _NAMED_AS
    elif word.dep == "pobj" and verb.lower in ("by", "to", "from", "with"):
        add_weights(score, lexicon, verb.lower, parse.words[verb.head].lemma)


def _weigh_state(score: Score, parse: Parse, subject: int, lexicon: Lexicon) -> None:
    """What only a state has or does: "Orvane will close its border", "has left the treaty"."""
    verb = parse.words[parse.words[subject].head]
    for i in range(verb.i, verb.right + 1):
        word = parse.words[i]
        if word.lower == "its":
            add_weights(score, lexicon, "its", parse.words[i + 1].lower if i < verb.right else "")
        if word.dep == "dobj":
            add_weights(score, lexicon, "subject with", word.lemma)


def _weigh_single(score: Score, text: str, lexicon: Lexicon) -> None:
    if text.lower() in lexicon.common and text not in lexicon.known:
        score["person"] -= 3
        score["place"] -= 2
    if text.lower() in lexicon.heads:
        score["place"] -= 3
    if text[:3].isupper():
        score["person"] -= 1
    if text in lexicon.first_names:
        score["person"] += 2 if lexicon.first_names[text].strong else 1


def _weigh_head(score: Score, words: list[str], lexicon: Lexicon) -> None:
    link = next((i for i, word in enumerate(words) if word in _LINKS and i), len(words))
    pair, last = " ".join(words[max(link - 2, 0) : link]).lower(), words[link - 1].lower()
    numbered = last.isdigit() and link > 1
    if _INSIDE & set(words[1:-1]):
        score["organisation"] += _INVERTED
        return
    head = lexicon.heads.get(pair) or head_word(words[link - 2].lower() if numbered else last, lexicon)
    aired = words[0].lower() in lexicon.outlet_words and lexicon.leading.get(words[0].lower()) == "organisation"
    if head and aired and head.kind == "place":  # "Radio Lagoon"
        score["organisation"] += _LEADING_BODY
    elif head:
        score[head.kind] += 3 if head.surname and not numbered else 6
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
    if words[0].startswith("L'"):
        score["organisation"] += _DEFINITE_BODY
        score["person"] -= 2
    if words[0] in _ARTICLES:
        score["person"] -= 2
        score["organisation"] += _DEFINITE_BODY * (len(words) == 2)
    if any(len(word) == 2 and word[1] == "." and word[0].isupper() for word in words):
        score["person"] += 4
    plain = all(word[0].isalpha() and not word.isupper() and word.lower() not in lexicon.not_names for word in words)
    common = [_is_common(word.lower(), lexicon) for word in words]
    if first is None and any(common):
        score["person"] -= 2 if any(common[:-1]) or head else 0
    elif plain and 2 <= len(words) <= 3 and not any(word in _LINKS or word in lexicon.known for word in words):
        score["person"] += 2


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.common or (word.endswith("s") and word[:-1] in lexicon.common)


def _weigh_before(score: Score, parse: Parse, i: int, j: int, lexicon: Lexicon) -> None:
    words = parse.words
    add_weights(score, lexicon, "before", words[i - 1].lower)
    if words[i - 1].lower == "the" and i > 1:
        add_weights(score, lexicon, "before the", words[i - 2].lower)
    weigh_called(score, words[i - 1], words[j], lexicon)
    if words[i - 1].lower in _WHERE and not _follows(words, j, "'s") and words[i - 2].lower not in _TRUST:
        score["person"] -= 1 if words[i - 1].lower == "in" else _NO_PERSON
    if words[i - 1].lower == "the" and words[j].dep not in ("compound", "nmod", "poss"):
        score["person"] -= 3
        score["organisation"] += 0.3
    if words[i - 1].lower == "at" and i > 1:
        score["person"] -= _NO_PERSON
        score["organisation"] += _EMPLOYER * is_role(parse, i - 2, lexicon)
    if words[i - 1].lower in _NAMED and i > 1 and is_role(parse, i - 2, lexicon):
        score["person"] += _APPOSITION  # "a baker named Brun"
    if words[i - 1].lower == "in" and i > 1:
        add_weights(score, lexicon, "before in", words[i - 2].lower)
    if words[i - 1].lower == "of" and i > 1 and words[i - 2].tag == "NNP":
        score["person"] -= _NO_PERSON
    if words[i - 1].lower == "for" and i > 1:
        add_weights(score, lexicon, "before for", words[i - 2].lower)
    of = i - 2 if words[i - 1].lower == "the" else i - 1
    if of > 0 and words[of].lower == "of":
        _weigh_owned(score, parse, of - 1, lexicon)


def _follows(words: Sequence[Word], j: int, text: str) -> bool:
    return j + 1 < len(words) and words[j + 1].text == text


def _weigh_owned(score: Score, parse: Parse, noun: int, lexicon: Lexicon) -> None:
    """What "NOUN of X" tells of X: that of the table, else that offices of state belong to places."""
    word = parse.words[noun]
    if ("before of", word.lower) in lexicon.contexts:
        add_weights(score, lexicon, "before of", word.lower)
    elif word.lower in lexicon.roles and lexicon.roles[word.lower].office in ("ruler", "state"):
        score["place"] += 2


def _weigh_comma(score: Score, parse: Parse, first: int, comma: int, lexicon: Lexicon) -> None:
    """An age behind a comma tells a person; a state or country, in "in Fairfax, Virginia", a place."""
    following = parse.words[comma + 1 : comma + 3]
    prepositional = first > 0 and parse.words[first - 1].tag == "IN"
    if following and following[0].lower == "which":
        score["person"] -= _NO_PERSON
        score["organisation"] += _DEFINITE_BODY / 2
    if following and not prepositional:
        add_weights(score, lexicon, "after comma", following[0].lower)
    if len(following) < 2 or following[1].text not in (",", "."):
        return
    if following[0].tag == "CD" and following[0].text.isdigit():
        score["person"] += 4
    if lexicon.known.get(following[0].text) == "place" and first and parse.words[first - 1].tag == "IN":
        score["place"] += 2
