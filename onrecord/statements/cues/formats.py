"""Rules on layout: headlines that end or begin with a speaker, transcripts, a colon before a paragraph, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.language import Parse
from onrecord.names import is_place_label, load_lexicon
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import read_verb
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.lexicon import load_cues, load_words

_MOST_NAME_WORDS = 7
_LONGEST_HEADLINE = 30
_HEADLINES = 3
_LEAST_CONTENT = 2
_TRANSCRIPT = 3
_MOST_LABEL_WORDS = 10
_OPENING = "\"'\u201c\u00ab\u2018\u201e"
_TIME = re.compile(r"^\d{1,2}[:.h]?\d{2}(am|pm)?$", re.IGNORECASE)
_DASH = re.compile(r"^[-\u2013\u2014\u25a1|\ufffd]+$")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ENDS = (".", "!", "?", ":", ";", ",")


def find_formats(parse: Parse, quoted: Quoted) -> Iterator[Candidate]:
    """Give what the layout of a text proposes, paragraph by paragraph."""
    known = _names_of_text(parse)
    transcript = sum(_find_label(parse, number) is not None for number in range(len(parse.paragraphs))) >= _TRANSCRIPT
    for number, (first, last) in enumerate(parse.paragraphs):
        if last - first > _LEAST_CONTENT:
            found = _before_colon(parse, quoted, number, transcript) or _headline(parse, number, known)
            found = found or _colon_then_paragraph(parse, number) or _caption(parse, quoted, number, known)
            found = found or _signed(parse, quoted, number)
            if found is not None:
                yield found


def _names_of_text(parse: Parse) -> frozenset[str]:
    """The names that occur more than once or inside running text: someone a bare name can refer to."""
    return frozenset(
        word.lower
        for word in parse.words
        if word.tag in ("NNP", "NNPS") and word.dep in ("nsubj", "pobj", "dobj", "appos")
    )


def _find_label(parse: Parse, number: int) -> int | None:
    """The colon after a name that opens a paragraph, if there is one."""
    first, last = _after_time(parse, *parse.paragraphs[number]), parse.paragraphs[number][1]
    colon = next((i for i in range(first, min(last, first + _MOST_LABEL_WORDS)) if parse.words[i].text == ":"), None)
    if colon is None or colon == first or last - colon <= _LEAST_CONTENT + 1:
        return None
    name = parse.words[first:colon]
    heading = name[1 if name[0].tag == "DT" and len(name) > 1 else 0]
    if heading.lower in load_words("not_speaker") or any(word.lower in load_words("in_no_name") for word in name):
        return None
    if any(word.tag == "POS" for word in name) and (name[-1].lemma, "noun") in load_cues():
        return None
    quoted = parse.words[colon + 1].tag in ("``", "''") or parse.words[colon + 1].text[0] in _OPENING
    if quoted and len(name) > 1:
        return colon if name[0].text[0].isupper() and not any(word.pos == "VERB" for word in name) else None
    return colon if len(name) < _MOST_NAME_WORDS and all(_in_name(word.text) for word in name) else None


def _after_time(parse: Parse, first: int, last: int) -> int:
    """Step over the time that opens a line of a live report, and over the word "Caption"."""
    timed = first < last and bool(_TIME.match(parse.words[first].text))
    caption = (
        first + 1 < last and parse.words[first].lower in ("caption", "pictured") and parse.words[first + 1].text == ":"
    )
    return first + (2 if caption else 1 if timed else 0)


def _before_colon(parse: Parse, quoted: Quoted, number: int, transcript: bool) -> Candidate | None:
    """A speaker and a colon before what is said: a transcript anywhere, a headline at the top."""
    first, last = _after_time(parse, *parse.paragraphs[number]), parse.paragraphs[number][1]
    colon = _find_label(parse, number)
    if colon is None:
        return None
    name = parse.words[first:colon]
    if parse.words[last - 1].text[-1].isalnum() and not _is_headline(parse, number):
        return None
    capitals = all(word.text.isupper() or not word.text.isalpha() for word in name) and len(name[0].text) > 1
    if capitals and is_place_label(parse, first, colon, load_lexicon()):
        return None
    opened = quoted.inside[colon + 1] >= 0
    top = number < _HEADLINES - 1 and last - first < _LONGEST_HEADLINE
    if not (capitals or top or opened or transcript):
        return None
    return Candidate(
        head=colon,
        cue=frozenset({colon}),
        source=frozenset(range(first, colon)),
        content=frozenset(range(colon + 1, last)),
        rule="colon",
    )


def _is_headline(parse: Parse, number: int) -> bool:
    """A label at the top, or one that a full sentence follows; a list of headings has neither."""
    return number < _HEADLINES


def _in_name(text: str) -> bool:
    return (
        text[0].isupper()
        or text in ("of", "the", "for", "and", "(", ")", ".", ",", "'s", "\u2019s", "-")
        or text.isdigit()
    )


def _headline(parse: Parse, number: int, known: frozenset[str]) -> Candidate | None:
    """A headline that ends with a dash, also a lost one, and its speaker: "NO TALKS ON PIER - FOREIGN MINISTER"."""
    first, last = parse.paragraphs[number]
    if number >= _HEADLINES * 3 or last - first > _LONGEST_HEADLINE:
        return None
    dash = next((i for i in range(last - 2, max(first, last - _MOST_NAME_WORDS - 3), -1) if _dash(parse, i)), None)
    if dash is None or dash - first <= _LEAST_CONTENT:
        return None
    tail = [i for i in range(dash + 1, last) if parse.words[i].text[0].isalnum() or parse.words[i].pos != "PUNCT"]
    tail = [i for i in tail if parse.words[i].text.strip("*_#")]
    if not tail or any(parse.words[i].text.endswith(_ENDS) for i in tail) or not _speaker(parse, tail, known):
        return None
    start = first
    while (
        start < dash
        and not parse.words[start].text[0].isalnum()
        and parse.words[start].text[0] not in "'\"\u201c\u2018\u00ab"
    ):
        start += 1
    return Candidate(
        head=dash,
        cue=NONE,
        source=frozenset(tail),
        content=frozenset(range(start, dash)),
        rule="headline",
    )


def _dash(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    alone = parse.folded[word.start - 1 : word.start].isspace() and parse.folded[word.end : word.end + 1].isspace()
    return alone and bool(_DASH.match(word.text))


def _speaker(parse: Parse, tail: list[int], known: frozenset[str]) -> bool:
    words = [parse.words[i] for i in tail]
    titled = any(word.lower in load_words("speaker") for word in words)
    named = all(word.text[0].isupper() for word in words) and words[-1].lower in known
    return (titled or named) and not any(word.lower in load_words("outlet") - {"agency"} for word in words)


def _colon_then_paragraph(parse: Parse, number: int) -> Candidate | None:
    """A paragraph that ends with a colon after a verb of saying, and the paragraph that follows it."""
    last = parse.paragraphs[number][1]
    if parse.words[last - 1].text != ":" or number + 1 == len(parse.paragraphs):
        return None
    start = parse.sentences[parse.words[last - 1].sentence][0]
    verbs = [w for w in parse.words[start:last] if w.pos == "VERB"]
    saying = [said for said in (read_verb(parse, w) for w in verbs) if "quotation" in said.cue.takes]
    if not saying:
        return None
    said = saying[-1]
    if not said.source:
        return None
    content = frozenset(range(*parse.paragraphs[number + 1]))
    return Candidate(head=said.verb.i, cue=said.words, source=said.source, content=content, rule="colon paragraph")


def _caption(parse: Parse, quoted: Quoted, number: int, known: frozenset[str]) -> Candidate | None:
    """A pulled quotation, or a paragraph in the first person, above a line that holds only a name."""
    if number + 1 == len(parse.paragraphs):
        return None
    first, last = parse.paragraphs[number]
    begin, end = parse.paragraphs[number + 1]
    name = parse.words[begin:end]
    if not 1 < len(name) <= _MOST_NAME_WORDS * 2 or not _is_caption(parse, begin, end, known):
        return None
    quotation = quoted.inside[first] >= 0 and quoted.inside[last - 1] in (-1, quoted.inside[first])
    persons = load_words("first_person")
    spoken = any(parse.words[i].lower in persons for i in range(first, last)) and not any(
        quoted.inside[i] >= 0 for i in range(first, last)
    )
    if not (quotation or spoken):
        return None
    source = frozenset(i for i in range(begin, end) if parse.words[i].text[0] not in "-\u2013\u2014")
    return Candidate(head=begin, cue=NONE, source=source, content=frozenset(range(first, last)), rule="caption")


def _signed(parse: Parse, quoted: Quoted, number: int) -> Candidate | None:
    """A paragraph that is one quotation, a dash and a name: '"The dam held us." - Mira Orlova, Dorn'."""
    first, last = parse.paragraphs[number]
    if quoted.inside[first] < 0:
        return None
    dash = quoted.quotations[quoted.inside[first]].last + 1
    name = [word for word in parse.words[dash + 1 : last] if word.pos != "PUNCT"]
    if dash >= last or not _DASH.match(parse.words[dash].text) or not 1 < len(name) <= _MOST_NAME_WORDS * 2:
        return None
    if not all(_in_name(word.text) for word in name[:2]) or any(word.tag in _FINITE for word in name):
        return None
    content = frozenset(range(first, dash))
    source = frozenset(range(dash + 1, name[-1].i + 1))
    return Candidate(head=dash, cue=NONE, source=source, content=content, rule="caption")


def _is_caption(parse: Parse, begin: int, end: int, known: frozenset[str]) -> bool:
    words = [w for w in parse.words[begin:end] if w.text[0] not in "-\u2013\u2014"]
    if not words or words[-1].text.endswith(_ENDS) or any(w.tag.startswith("VB") or w.text == "/" for w in words):
        return False
    name = [w for w in words[:4] if w.text[0].isupper()]
    return bool(name) and words[0].text[0].isupper() and any(w.lower in known for w in name)
