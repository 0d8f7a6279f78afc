"""Mends names by what the rest of the text shows: words too many in front, letters all in capitals, adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.names.candidates import Candidate, is_role, text_of
from onrecord.names.lexicon import Lexicon, Role
from onrecord.names.runs import ADJECTIVE_ENDINGS

_SHARED_LETTERS = 4
_FIRM, _OUTLET = 3.0, 5.0
_NO_ROLE = Role("", "", "")


def trim_names(parse: Parse, names: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Return the names with their edges and letters mended against the other names of the text."""
    texts = {name.text for name in names}
    texts |= {name.tokens[-1] for name in names if name.led or name.tokens[0] in lexicon.first_names}
    firsts = {name.tokens[0] for name in names if name.led and len(name.tokens) > 1}
    return [
        mended
        for name in names
        if not _is_unknown_adjective(parse, name, texts, lexicon)
        for mended in _cut(parse, _lowered(name, texts | firsts, lexicon), texts, lexicon)
    ]


def _lowered(name: Candidate, texts: set[str], lexicon: Lexicon) -> Candidate:
    """Read "ORVANE" as "Orvane" where the text has that too."""
    usual = name.text.title()
    usual_known = usual in texts or usual in lexicon.known or (" " in usual and usual.split()[-1] in texts)
    if name.text.isupper() and len(name.text) > 3 and name.text not in lexicon.known and usual_known:
        return replace(name, text=usual)
    return name


def _cut(parse: Parse, name: Candidate, texts: set[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Cut a name in front of a person's name that stands in it: "Miss Harbour | Ana Diaz", "of Saldovia | Ana Diaz"."""
    cut = next(
        (i for i in range(name.first + 1, name.last + 1) if _begins_person(parse, name, i, texts, lexicon)), None
    )
    if cut is None:
        yield name
        return
    front = text_of(parse, name.first, cut - 1)
    if cut == name.first + 1 and _is_firm_noun(parse.words[name.first], lexicon):
        yield Candidate(cut, name.last, text_of(parse, cut, name.last), "", False)
        return
    if front in texts or _is_ruled_place(parse, name, lexicon):
        yield Candidate(name.first, cut - 1, front, name.title, False)
    yield Candidate(cut, name.last, text_of(parse, cut, name.last), "", name.led)


def _begins_person(parse: Parse, name: Candidate, i: int, texts: set[str], lexicon: Lexicon) -> bool:
    words, rest = parse.words, text_of(parse, i, name.last)
    front = words[name.first]
    if front.text in lexicon.first_names or name.text in lexicon.known or words[i].text in ("-", "/"):
        return False
    if i + 2 == name.last and words[i + 1].text == "-":
        return False
    if i == name.first + 1 and _opens_plainly(parse, front, lexicon) and _is_firm_noun(front, lexicon):
        return words[name.last].lower not in lexicon.heads and not _is_plural(words[name.last])
    if i == name.last:
        opens = front.i == 0 or words[front.i - 1].sentence != front.sentence
        plain = front.lower in lexicon.common or front.lower.endswith("ing")
        return rest in texts and opens and plain and rest.lower() not in lexicon.heads
    if _follows_portfolio(parse, name, i, lexicon) or (i == name.first + 1 and _is_ruled_place(parse, name, lexicon)):
        return True
    person = words[i].text in lexicon.first_names and words[i].text not in lexicon.known
    if person and i == name.first + 1 and i + 1 == name.last and _opens_plainly(parse, front, lexicon):
        return words[name.last].lower not in lexicon.heads
    after_of = words[name.first - 1].lower in ("of", "the") if name.first else False
    return (
        person
        and words[name.last].lower not in lexicon.heads
        and (rest in texts or (after_of and _may_precede(parse, name.first, i - 1, texts, lexicon)))
    )


def _is_firm_noun(front: Word, lexicon: Lexicon) -> bool:
    """Tell a trade of firms: "Developer | Sunvale", "Retailer | Orvo"; not what outlets are called."""
    weights = lexicon.contexts.get(("before", front.lower), ())
    return any(kind == "organisation" and _FIRM <= weight < _OUTLET for kind, weight in weights)


def _is_plural(word: Word) -> bool:
    return word.lower.endswith("s") and not word.lower.endswith("ss") and word.tag == "NNPS"


def _opens_plainly(parse: Parse, front: Word, lexicon: Lexicon) -> bool:
    """Tell a word that wears its capital for opening the sentence: "Parent | Ana Diaz", "Neighbour | Ben Orr"."""
    opens = front.i == parse.sentences[front.sentence][0]
    plain = front.lower in lexicon.common or ("before", front.lower) in lexicon.contexts
    return opens and plain and front.text[1:].islower()


def _follows_portfolio(parse: Parse, name: Candidate, i: int, lexicon: Lexicon) -> bool:
    """Tell where a holder's name begins behind the office: "Minister of Foreign Affairs | Ana Diaz"."""
    words, of = parse.words, name.first - 1
    if of < 1 or words[of].lower != "of" or not is_role(parse, of - 1, lexicon):
        return False
    before = all(words[k].lower in lexicon.portfolios or words[k].lower == "and" for k in range(name.first, i))
    return before and words[i].lower not in lexicon.portfolios and words[i].text[0].isupper()


def _is_ruled_place(parse: Parse, name: Candidate, lexicon: Lexicon) -> bool:
    """Tell a country in no table between an office and its holder: "the president of | Saldovia | Ana Diaz"."""
    words, of = parse.words, name.first - 1
    if name.last - name.first != 2 or of < 1 or words[of].lower != "of" or not is_role(parse, of - 1, lexicon):
        return False
    inside = words[name.first : name.last + 1]
    return lexicon.roles.get(words[of - 1].lower, _NO_ROLE).office in ("ruler", "state") and not any(
        word.lower in lexicon.heads or word.lower in lexicon.portfolios or word.text[0].islower() for word in inside
    )


def _is_unknown_adjective(parse: Parse, name: Candidate, texts: set[str], lexicon: Lexicon) -> bool:
    """Tell "Saldovian" by "Saldovia": it ends as such words do, and another name shares its beginning."""
    word = parse.words[name.last]
    if name.first != name.last or name.text in lexicon.known or not word.lower.endswith(ADJECTIVE_ENDINGS):
        return False
    before_noun = word.dep in ("amod", "compound", "nmod") and word.head > word.i
    root = name.text[: max(_SHARED_LETTERS, len(name.text) - 4)]
    return before_noun and any(other != name.text and " " not in other and other.startswith(root) for other in texts)


def _may_precede(parse: Parse, first: int, last: int, texts: set[str], lexicon: Lexicon) -> bool:
    """Words that close an office before a name: "speaker of the House | Ana Diaz"."""
    return text_of(parse, first, last) in texts or parse.words[last].lower in lexicon.heads


def find_adjectives(parse: Parse, names: list[Candidate], lexicon: Lexicon) -> dict[str, str]:
    """Lead the names of countries and regions in no table to the adjective that the text makes of them."""
    adjectives = {
        word.text
        for word in parse.words
        if word.tag in ("JJ", "NNP", "NNPS") and word.text[0].isupper() and word.lower.endswith(ADJECTIVE_ENDINGS)
    }
    by_root: dict[str, str] = {}
    for text in sorted(adjectives):
        for cut in (2, 3, 4):
            by_root.setdefault(text[:-cut], text)
    found: dict[str, str] = {}
    for name in names:
        for root in (name.text, name.text[:-1], name.text[:-2]):
            if len(root) >= _SHARED_LETTERS and " " not in root and by_root.get(root, name.text) != name.text:
                found[name.text] = by_root[root]
    return found
