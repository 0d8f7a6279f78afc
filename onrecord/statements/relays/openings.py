"""Finds sentences that only say where words appeared: "The Mail printed an interview with her." and who spoke there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import find_quotations
from onrecord.statements.grammar.trees import children, source_words
from onrecord.statements.grammar.voices import head_of, is_person_noun
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.handlers import Chain, name_before, name_from
from onrecord.statements.relays.hands import Handing, is_handed
from onrecord.statements.relays.letters import points_into
from onrecord.statements.relays.naming import full_name, name_outlet
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own
from onrecord.statements.relays.threads import is_closed, paragraphs_between
from onrecord.statements.relays.upstream import find_upstream

Papers = dict[int, list[frozenset[int]]]
_PROPER = ("NNP", "NNPS")
_PERSONS = ("NNP", "NNPS", "PRP", "PRP$")
_FINITE = ("VBD", "VBZ", "VBP")
_MAIN = ("ROOT", "conj")
_OWNING = ("by", "of", "from", "with")
_GENDERS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "they": "they", "their": "they"}
_NEXT = 2
_GIVING = ("give", "grant", "write", "send")
_WRITTEN = ("write", "read", "run", "begin", "go", "conclude", "end")


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that have appeared: the chain they came by, the head words of whose they are, and the text they are in."""

    sentence: int
    chain: Chain
    authors: tuple[int, ...]
    text: int | None


def follow_openings(
    parse: Parse, outlets: Outlets, papers: Papers, handings: dict[int, list[Handing]], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give what somebody says after a sentence that only tells where it appeared the chain named there."""
    found = list(candidates)
    for opening in find_openings(parse, outlets, papers, handings):
        if not any(_speaks(parse, found, k, opening.sentence) for k in range(len(found))):
            _lend(parse, found, opening)
    return found


def _speaks(parse: Parse, found: Sequence[Candidate], k: int, sentence: int) -> bool:
    """The sentence itself is somebody's statement."""
    one = found[k]
    return parse.words[one.head].sentence == sentence and one.parent is None and bool(one.relays)


def _lend(parse: Parse, found: list[Candidate], opening: Opening) -> None:
    for k, one in enumerate(found):
        later = parse.words[one.head].sentence - opening.sentence
        if later < 0 or not one.source or (one.parent is not None and found[one.parent].source):
            continue
        if not later:
            told = not one.relays and bool(one.source & frozenset(opening.authors))
            found[k] = replace(one, relays=opening.chain) if told else one
        elif one.rule == "colon" and _is_talk(parse, opening):
            answers = not one.relays and _is_author(parse, opening, one)
            found[k] = replace(one, relays=opening.chain, inherited=True) if answers else one
        else:
            found[k] = _lend_next(parse, opening, one) if later <= _NEXT else one
            if found[k] is not one and _is_scene(parse, opening):
                _lend_scene(parse, found, k)
            return


def _is_scene(parse: Parse, opening: Opening) -> bool:
    """In a recording or a conversation more than one can be heard."""
    scenes = load_words("taped") | {"conversation", "call", "exchange"}
    return opening.text is not None and parse.words[opening.text].lemma in scenes


def _lend_scene(parse: Parse, found: list[Candidate], first: int) -> None:
    """Give whoever speaks in the same tense in the paragraph the chain of the recording: "The agent inquires"."""
    told = parse.words[found[first].head]
    for k in range(first + 1, len(found)):
        one = found[k]
        if paragraphs_between(parse, told.i, one.head) or one.parent is not None or not one.source:
            continue
        if one.relays or is_closed(parse, one) or parse.words[one.head].tag != told.tag:
            return
        found[k] = replace(one, relays=found[first].relays, inherited=True)


def _lend_next(parse: Parse, opening: Opening, one: Candidate) -> Candidate:
    """The first statement behind the opening, if it is the author's or points into the text."""
    into = parse.words[one.head].sentence == opening.sentence + 1
    into = into and points_into(parse, parse.words[one.head].sentence)
    author = _is_author(parse, opening, one)
    apart = paragraphs_between(parse, parse.sentences[opening.sentence][0], one.head)
    if one.relays or apart > 1 or not (into or (author and not is_closed(parse, one))):
        return one
    chain = opening.chain if author else (*opening.chain, *_itself(parse, opening))
    return replace(one, relays=chain, inherited=True)


def _itself(parse: Parse, opening: Opening) -> Chain:
    """The text that tells of somebody else than its author: "the diary of the ship's cook"."""
    text = parse.words[opening.text or 0]
    told = text.lemma in load_words("told_noun") | load_words("taped")
    if opening.text is None or len(opening.chain) > 1 or told:
        return ()
    return (frozenset(range(text.left, text.right + 1)),)


def _is_author(parse: Parse, opening: Opening, one: Candidate) -> bool:
    """Tell whether a speaker is the one whose words have appeared, or the text itself."""
    head = head_of(parse, one.source)
    names = {parse.words[i].lower for i in one.source if parse.words[i].tag in _PROPER or parse.words[i].text.isupper()}
    if opening.text is not None and (head.lemma == parse.words[opening.text].lemma or head.lower == "it"):
        return True
    if opening.text is not None and not opening.authors and parse.words[opening.text].lemma in load_words("account"):
        return parse.words[one.head].sentence == opening.sentence + 1
    if not opening.authors:
        return parse.words[one.head].lemma in _WRITTEN and head.lower not in ("i", "we")
    authors = [parse.words[i] for i in opening.authors]
    whole = {w.lower for a in authors for w in parse.words[a.left : a.right + 1] if w.tag in _PROPER}
    if names & whole or any(head.lemma == author.lemma for author in authors):
        return True
    if head.lower in _GENDERS:
        return any(_GENDERS.get(a.lower, _GENDERS[head.lower]) == _GENDERS[head.lower] for a in authors)
    new = bool(names) and not whole and any(is_person_noun(author) for author in authors) and _is_talk(parse, opening)
    return new and not any(word.lower in names for word in parse.words[: min(one.source)])


def _is_talk(parse: Parse, opening: Opening) -> bool:
    return opening.text is None or parse.words[opening.text].lemma in load_words("talk")


def find_openings(parse: Parse, outlets: Outlets, papers: Papers, handings: dict[int, list[Handing]]) -> list[Opening]:
    """Return the sentences that say that an outlet printed, got or was given a text, or that somebody talked to it."""
    found = list(_fronted(parse, handings))
    for sentence, named in papers.items():
        first, last = parse.sentences[sentence]
        verbs = (word for word in parse.words[first:last] if word.pos == "VERB" and word.dep in _MAIN)
        openings = (_open(parse, outlets, verb, named, handings.get(sentence, ())) for verb in verbs)
        found += [opening for opening in openings if opening is not None][:1]
    opened = {opening.sentence for opening in found}
    found += [one for one in (*_handed(parse, handings), *_posted(parse)) if one.sentence not in opened]
    inside = find_quotations(parse).inside if found else ()
    return [opening for opening in found if inside[min(opening.chain[0])] < 0]


def _fronted(parse: Parse, handings: dict[int, list[Handing]]) -> Iterator[Opening]:
    """ "In a talk printed by Calna, the lawmaker took them to task": who acts there goes on to speak there."""
    for sentence, nearby in handings.items():
        first, last = parse.sentences[sentence]
        for one in (one for one in nearby if min(one.phrase) - first <= 1 and one.chain):
            outside = [word for word in parse.words[first:last] if word.i not in one.phrase]
            root = next((word for word in outside if word.dep == "ROOT"), None)
            root = root or next((word for word in outside if word.tag in _FINITE and word.dep in _MAIN), None)
            subjects = tuple(word.i for word in children(parse, root.i, "nsubj")) if root else ()
            if root and not subjects and root.dep != "ROOT":
                subjects = tuple(name_before(parse, root.i, max(one.phrase)))
            if subjects:
                yield Opening(sentence, one.chain, subjects, None)


def _handed(parse: Parse, handings: dict[int, list[Handing]]) -> Iterator[Opening]:
    """ "He keeps a diary, which a nurse copied", "a video of the mayor was posted by Open Gate": no outlet is named."""
    for sentence, nearby in handings.items():
        for one in (one for one in nearby if one.text >= 0 and one.chain):
            text = parse.words[one.text]
            verb = parse.words[text.head]
            if text.dep not in ("dobj", "nsubj", "nsubjpass") or verb.dep not in _MAIN or verb.pos != "VERB":
                continue
            authors = (*_owners(parse, verb, text, NONE.union(*one.chain)), *_writers(parse, verb, text))
            if authors or points_into(parse, min(sentence + 1, len(parse.sentences) - 1)):
                yield Opening(sentence, one.chain, authors, text.i)


def _posted(parse: Parse) -> Iterator[Opening]:
    """ "The group posted a video of the mayor": who puts out somebody else's words."""
    verbs = load_words("hands_on")
    for verb in (word for word in parse.words if word.lemma in verbs and word.dep in _MAIN and word.pos == "VERB"):
        yield from _posted_by(parse, verb)
        for text in (word for word in children(parse, verb.i, "dobj") if is_handed(word)):
            subjects = [w for w in children(parse, verb.i, "nsubj") if w.tag not in ("PRP", "WDT", "WP")]
            chain = tuple(source_words(parse, subject, verb) for subject in subjects)
            authors = tuple(i for i in _owners(parse, verb, text, NONE.union(*chain)) if parse.words[i].tag != "PRP$")
            if chain and authors and verb.lemma not in _GIVING:
                yield Opening(verb.sentence, chain, authors, text.i)


def _posted_by(parse: Parse, verb: Word) -> Iterator[Opening]:
    """ "The statement of a villager, since dead, was read out by an usher"."""
    agents = [noun for p in children(parse, verb.i, "agent") for noun in children(parse, p.i, "pobj")]
    chain = tuple(source_words(parse, noun, None) for noun in agents if is_person_noun(noun) or noun.tag in _PROPER)
    for text in children(parse, verb.i, "nsubjpass"):
        if chain and is_handed(text):
            yield Opening(verb.sentence, chain, tuple(_owners(parse, verb, text, NONE.union(*chain))), text.i)


def _writers(parse: Parse, verb: Word, text: Word) -> Iterator[int]:
    """ "Her coordinator keeps a diary": who writes, keeps or leaves it."""
    if text.dep == "dobj" and verb.lemma in ("keep", "write", "leave", "record", "make", "sign", "send", "dictate"):
        yield from (word.i for word in children(parse, verb.i, "nsubj"))


def find_papers(parse: Parse, outlets: Outlets) -> Papers:
    """Return the outlets that every sentence names, by name or as "the paper"."""
    found: Papers = {}
    for name in outlets.names:
        if not is_own(parse, name, outlets):
            found.setdefault(parse.words[min(name)].sentence, []).append(name)
    kinds = load_words("outlet_noun") | load_words("outlet_kind")
    for word in parse.words if outlets.names else ():
        if word.tag == "NN" and word.lower in kinds and parse.words[word.i - 1].lower in ("the", "same", "this"):
            meant = name_outlet(parse, outlets, frozenset({word.i}))
            if word.i not in meant and word.sentence not in found:
                found[word.sentence] = [meant]
    return found


def _open(
    parse: Parse, outlets: Outlets, verb: Word, papers: Sequence[frozenset[int]], handings: Sequence[Handing]
) -> Opening | None:
    """What one verb says has appeared: a text that it is about, or a talk with somebody."""
    chain: Chain = (full_name(parse, papers[0]),)
    text = _text_of(parse, verb)
    if text is not None:
        hands = [link for one in handings if one.text == text.i for link in one.chain]
        chain += tuple(link for link in hands if not link & chain[0] and not is_outlet(parse, link, outlets))
        chain += find_upstream(parse, outlets, verb.i, parse.sentences[verb.sentence][1]) if len(chain) == 1 else ()
        return Opening(verb.sentence, chain, tuple(_owners(parse, verb, text, NONE.union(*papers, *chain))), text.i)
    if verb.lemma in load_words("talking"):
        partners = [w for w in _partners(parse, verb) if w.i not in NONE.union(*papers)]
        around = _around(parse, verb)
        shows = [frozenset(range(w.left, w.right + 1)) for w in around if w.lower in load_words("outlet_noun")]
        beside = any(name & show for show in (frozenset(w.i for w in around), *shows) for name in papers)
        if beside and partners:
            return Opening(verb.sentence, chain, tuple(w.i for w in partners), None)
    return None


def _text_of(parse: Parse, verb: Word) -> Word | None:
    """The text that a verb of publishing, getting, giving or appearing is about."""
    verbs = load_words("hands_on") | load_words("appearing") | load_words("carries") | load_words("prints")
    if verb.lemma not in verbs:
        return None
    things = children(parse, verb.i, "dobj", "nsubj", "nsubjpass")
    inside = (word for thing in things for word in parse.words[thing.left : thing.right + 1])
    found = next((word for word in (*things, *inside) if is_handed(word)), None)
    accounts = (word for word in children(parse, verb.i, "dobj") if word.lemma in load_words("account"))
    return found or next(accounts, None)


def _owners(parse: Parse, verb: Word, text: Word, links: frozenset[int]) -> Iterator[int]:
    """Whose a text is: "her letter", "the confession of a driver", "an interview with the minister"."""
    owners = children(parse, text.i, "poss")
    if verb.lemma in _GIVING and text.dep == "dobj":
        owners += children(parse, verb.i, "nsubj")
    after = parse.words[text.i + 1 : text.i + 2]
    if after and after[0].lower in _OWNING:
        name = name_from(parse, text.i + 2, parse.sentences[text.sentence][1])
        owners += [head_of(parse, name)] if name else []
        owners += [parse.words[i] for i in sorted(name) if parse.words[i].tag in _PROPER]
    for owner in owners:
        if owner.i not in links and (is_person_noun(owner) or owner.tag in _PERSONS):
            yield owner.i


def _around(parse: Parse, verb: Word) -> list[Word]:
    """Who talks, and to whom or with whom."""
    prepositions = [p for p in children(parse, verb.i, "prep") if p.lower in ("to", "with", "on")]
    return [
        *children(parse, verb.i, "nsubj", "dobj"),
        *(noun for p in prepositions for noun in children(parse, p.i, "pobj")),
    ]


def _partners(parse: Parse, verb: Word) -> list[Word]:
    return [word for word in _around(parse, verb) if is_person_noun(word) or word.tag in _PERSONS]
