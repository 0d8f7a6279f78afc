"""Finds who published a text, got it, kept it or passed it on, word by word behind it: "that her sister sent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import reach
from onrecord.statements.grammar.voices import can_speak, head_of, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.naming import full_name, name_outlet
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own

Chain = tuple[frozenset[int], ...]
_PROPER = ("NNP", "NNPS")
_IN_NAME = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "SYM")
_HELPING = ("AUX", "ADV", "PART")
_VERBS = ("VBD", "VBZ", "VBP", "VBN")
_WAYS = ("by", "to", "with", "from", "through", "via", "on", "in")
_PAGES = (*_WAYS, "for")
PASSED = ("to", "by", "in", "on", "at")  # behind a participle that the parse takes for the past: ", played to us by"
_QUESTIONS = ("why", "how", "whether", "who", "where")
_KEEPING = ("keep", "save", "store", "hold", "secure")
_LONGEST_NAME = 14
_LONGEST_ASIDE = 7


def find_hands(parse: Parse, outlets: Outlets, text: Word, last: int) -> Chain:
    """Return who published a text, to whom it was said, and who passed it on, nearest the report first."""
    papers: list[frozenset[int]] = list(name_title(parse, outlets, text))
    persons: list[frozenset[int]] = []
    for verb in (word for word in parse.words[text.i + 1 : last] if _is_verb(parse, word)):
        named = [pair for pair in _handlers(parse, outlets, verb, text, last) if not is_own(parse, pair[1], outlets)]
        papers += [name for _, name in named if _is_paper(parse, outlets, name)]
        persons += [name for way, name in named if name not in papers and _may_hand(parse, text, verb, (way, name))]
    papers += _keepers(parse, outlets, text, last) if persons else []
    apart = text.lemma in load_words("talk") and parse.words[min(text.i + 1, last - 1)].text == ","
    alone = not (papers or persons or apart or text.lemma in load_words("account") | load_words("printed_noun"))
    told = () if alone else tuple(_told(parse, outlets, text, last))
    return keep_apart((*papers, *told, *reversed(persons)))


def _keepers(parse: Parse, outlets: Outlets, text: Word, last: int) -> list[frozenset[int]]:
    """ "That a clerk passed to the campaign group Clear Scales": a body that got what was not meant for it has it."""
    verbs = [word for word in parse.words[text.i + 1 : last] if word.lemma in ("pass", "leak", "slip", "smuggle")]
    named = (pair for verb in verbs for pair in _handlers(parse, outlets, verb, text, last))
    return [
        name for way, name in named if way == "to" and _is_named_body(parse, name) and not is_own(parse, name, outlets)
    ]


def _is_named_body(parse: Parse, name: frozenset[int]) -> bool:
    words = [parse.words[i] for i in name]
    return any(w.tag in _PROPER for w in words) and any(load_voices().get(w.lower) == "body" for w in words)


def name_title(parse: Parse, outlets: Outlets, text: Word) -> Iterator[frozenset[int]]:
    """Give the outlet right before a text: "in a Radio Dorn interview", "in the Mail's podcast"."""
    last = text.i - 2 if parse.words[text.i - 1].tag == "POS" else text.i - 1
    for name in outlets.names if text.lemma in load_words("told_noun") else ():
        if max(name) == last and name <= reach(text) and not is_own(parse, name, outlets):
            yield name


def _told(parse: Parse, outlets: Outlets, text: Word, last: int) -> Iterator[frozenset[int]]:
    """ "Remarks to Calna that were picked up by the Mail", "a dispatch of May by Calna": before any verb."""
    for word in parse.words[text.i + 1 : last]:
        if word.pos in ("VERB", "AUX") or word.tag in ("WDT", "WP"):
            return
        if word.lower in _PAGES and word.pos == "ADP":
            name = name_from(parse, word.i + 1, last)
            if name and _is_paper(parse, outlets, name) and not is_own(parse, name, outlets):
                yield _whole(parse, outlets, name)


def _is_paper(parse: Parse, outlets: Outlets, name: frozenset[int]) -> bool:
    """An outlet, not "Senate colleagues": its last word is a name or a noun for outlets."""
    last = parse.words[max(name)]
    kinds = load_words("outlet_noun") | load_words("outlet_kind")
    return (last.tag not in ("NN", "NNS") or last.lower in kinds) and is_outlet(parse, name, outlets)


def keep_apart(links: Sequence[frozenset[int]]) -> Chain:
    """Return the names that share no word with one before them."""
    chain: list[frozenset[int]] = []
    for link in links:
        if not any(link & other for other in chain):
            chain.append(link)
    return tuple(chain)


def _is_verb(parse: Parse, word: Word) -> bool:
    """A verb, or what the parse takes for a plural behind an outlet: "a letter that the newspaper prints"."""
    if word.tag in _VERBS or (word.tag == "VB" and word.dep == "relcl"):
        return word.pos == "VERB" and word.lemma not in load_words("judging")
    before = parse.words[word.i - 1]
    outlet = before.lower in load_words("outlet_noun") | load_words("outlet_kind")
    return word.tag == "NNS" and outlet and word.lemma in load_words("hands_on")


def _handlers(
    parse: Parse, outlets: Outlets, verb: Word, text: Word, last: int
) -> Iterator[tuple[str, frozenset[int]]]:
    """Who does it, by whom it is done, to whom it came and from whom, each with the way that tells so."""
    subject = name_before(parse, verb.i, text.i)
    if subject and (_is_active(parse, verb) or not _is_led(parse, min(subject))):
        yield "", _whole(parse, outlets, subject)
    k = verb.i + 1
    while k < last and not _is_verb(parse, parse.words[k]):
        if parse.words[k].lower in _WAYS and parse.words[k].pos == "ADP":
            bridge = [word.lower for word in parse.words[k : k + 3]] == ["by", "way", "of"]
            name = name_from(parse, k + 3 if bridge else k + 1, last)
            if name:
                yield "via" if bridge else parse.words[k].lower, _whole(parse, outlets, name)
        k += 1


def _is_led(parse: Parse, start: int) -> bool:
    """A preposition stands before it, and not "that", which some parses take for one."""
    before = parse.words[start - 1]
    return before.pos == "ADP" and before.lower not in ("that", "which")


def _is_active(parse: Parse, verb: Word) -> bool:
    """No bare participle: "a letter to colleagues released on Monday"."""
    after = parse.words[verb.i + 1 : verb.i + 2]
    set_off = parse.words[verb.i - 1].text == "," and bool(after) and after[0].lower in PASSED
    passive = verb.tag == "VBN" or (verb.tag == "VBD" and set_off)
    return not passive or any(parse.words[c].lemma == "have" for c in parse.children[verb.i])


def name_before(parse: Parse, verb: int, text: int) -> frozenset[int]:
    """Return the noun phrase right before a verb, behind the text: "a letter (that) the Mail has seen"."""
    k = verb - 1
    while k > text and parse.words[k].pos in _HELPING and parse.words[k].tag != "POS":
        k -= 1
    if parse.words[k].text == ",":
        k = _before_aside(parse, k, text)
    end = k
    while k > text and (is_in_name(parse, k) or parse.words[k].tag == "PRP$" or _links_names(parse, k, text)):
        k -= 1
    return frozenset(range(k + 1, end + 1)) if k < end else NONE


def _before_aside(parse: Parse, comma: int, text: int) -> int:
    """Step back over what two commas set off, "his mother, to laughter, read", but for a name: ", Rolf Emmen, read"."""
    opening = next(
        (k for k in range(comma - 1, max(text, comma - _LONGEST_ASIDE), -1) if parse.words[k].text == ","), 0
    )
    named = parse.words[comma - 1].tag in _PROPER
    return comma - 1 if named or not opening else opening - 1


def _links_names(parse: Parse, k: int, text: int) -> bool:
    """The "of" in "an aide of the envoy"."""
    return parse.words[k].lower == "of" and k - 1 > text and parse.words[k - 1].pos in ("NOUN", "PROPN")


def name_from(parse: Parse, start: int, last: int) -> frozenset[int]:
    """Return the noun phrase that begins here: "the mother of one of the sailors"."""
    k = start
    while k < last and k - start < _LONGEST_NAME:
        of = parse.words[k].lower == "of" and k > start
        whole = parse.words[k].tag == "PRP" and parse.words[k - 1].lower == "of" and k > start
        if not (is_in_name(parse, k) or parse.words[k].tag == "PRP$" or of or whole) or _opens_next(parse, start, k):
            break
        k += 1
    while k > start and parse.words[k - 1].pos in ("ADP", "DET", "PART"):
        k -= 1
    return frozenset(range(start, k))


def _opens_next(parse: Parse, start: int, k: int) -> bool:
    """ "Through her lawyer | the actress said": an article behind a noun begins another name."""
    article = parse.words[k].tag in ("DT", "PRP$")
    return article and k > start and parse.words[k - 1].pos in ("NOUN", "PROPN")


def is_question(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a question is told: "wonders why it was not bought through the doctor" names no messenger."""
    return any(parse.words[i].lower in _QUESTIONS for i in sorted(candidate.content)[:2])


def is_in_name(parse: Parse, k: int) -> bool:
    """Tell whether a word can stand within a name or a noun phrase."""
    word = parse.words[k]
    linked = word.text in ("-", "&") and not parse.text[word.end : word.end + 1].isspace()
    return (word.pos in _IN_NAME and word.lower != "that" and word.tag not in ("WDT", "WP")) or linked


def _whole(parse: Parse, outlets: Outlets, name: frozenset[int]) -> frozenset[int]:
    return full_name(parse, name_outlet(parse, outlets, name))


def _may_hand(parse: Parse, text: Word, verb: Word, hand: tuple[str, frozenset[int]]) -> bool:
    """Tell whether somebody who is no outlet has passed the text on: by the verb, and from whom or by whom."""
    way, name = hand
    head = parse.words[max(name)] if parse.words[max(name)].tag in _PROPER else head_of(parse, name)
    body = load_voices().get(head.lemma) == "body"
    one = head.lower in load_words("some") or head.tag == "CD"
    if not (is_person_noun(head) or head.tag in _PROPER or body or one) or not can_speak(parse, head):
        return False
    if way == "from":
        return verb.lemma in load_words("draws_get")
    if way in ("through", "via"):
        return True
    if way not in ("", "by"):
        return False
    owned = any(parse.words[i].tag == "PRP$" for i in name)
    owned = owned or text.lemma in load_words("private_noun") | load_words("taped")  # they show others
    if body and verb.lemma in _KEEPING:  # an archive holds what others recorded
        return False
    if verb.lemma == "make":
        return text.lemma in load_words("taped")
    return verb.lemma in load_words("hands_on") and (not body or owned or verb.lemma not in load_words("issues"))
