"""Follows through a report who is telling: whoever tells a sentence passes on what others say and want in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.outlets import Outlets, is_outlet, is_own
from onrecord.statements.quotations import find_quotations
from onrecord.statements.recalling import THINGS, Chain, Story, is_same, join_links, name_chain, recalls
from onrecord.statements.tellings import Telling, find_tellings, is_text
from onrecord.statements.trees import children, source_words
from onrecord.statements.upstream import find_makers, find_upstream
from onrecord.statements.voices import can_speak, head_of

_NAMES = ("NNP", "NNPS", "NN", "NNS")
_LONGEST_BACK = 30
_SCENES = ("as", "while", "after", "before", "when", "once", "since", "because", "although", "though")
_SPEAKING = ("i", "we", "my", "our")
_QUOTED = ('"', "``", "'", "\u201c", "\u2018", "\u201e", "\u00ab")
_QUOTING = "\"'\u201c\u2018"


def follow_tellers(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what is told in a sentence the chain of those who tell it; drop what only says that an outlet tells."""
    found = [replace(candidate, relays=join_links(parse, candidate.relays)) for candidate in candidates]
    story, dropped = Story(parse, outlets), set[int]()
    tellings = _by_sentence(parse, outlets)
    here: dict[int, list[int]] = {}
    for k, candidate in enumerate(found):
        here.setdefault(parse.words[candidate.head].sentence, []).append(k)
    for sentence in range(len(parse.sentences)):
        told = here.get(sentence, [])
        _look_back(story, found, here.get(sentence - 1, ()), sentence)
        for telling, chain in _chains(story, tellings.get(sentence, ())):
            if chain:
                dropped |= _tell(story, found, told, telling, chain)
        _leave_teller(story, found, told, sentence)
        _keep_chain(story, [found[k] for k in told if found[k].relays and not found[k].inherited], sentence)
    return _without(found, dropped)


def _by_sentence(parse: Parse, outlets: Outlets) -> dict[int, list[Telling]]:
    """Every telling by its sentence; one within quotation marks tells nothing outside of them."""
    quoted = find_quotations(parse)
    tellings: dict[int, list[Telling]] = {}
    for telling in find_tellings(parse):
        mark = quoted.inside[telling.head]
        if mark >= 0:
            telling = replace(telling, told=frozenset(i for i in telling.told if quoted.inside[i] == mark))
        tellings.setdefault(parse.words[telling.head].sentence, []).append(telling)
    for sentence, announced in _announced(parse, outlets):
        if not tellings.get(sentence):
            tellings[sentence] = [announced]
    return tellings


def _announced(parse: Parse, outlets: Outlets) -> Iterator[tuple[int, Telling]]:
    """ "Radio Dorn knows more: the mill will close": what stands behind the colon is the outlet's."""
    for sentence, (first, last) in enumerate(parse.sentences):
        colon = next((i for i in range(first, min(last, first + _LONGEST_BACK)) if parse.words[i].text == ":"), last)
        left = frozenset(range(first, colon))
        if colon + 2 >= last or parse.words[colon + 1].text in _QUOTED:
            continue
        for name in outlets.names:
            if name <= left and not is_own(parse, name, outlets) and not _qualifies(parse, name):
                yield sentence, Telling(max(name), name, left, frozenset(range(colon + 1, last)))
                break


def _qualifies(parse: Parse, name: frozenset[int]) -> bool:
    """ "A Dorn Mail reader": somebody else's."""
    return head_of(parse, name).dep in ("compound", "poss", "nmod", "amod")


def _leave_teller(story: Story, found: Sequence[Candidate], here: Sequence[int], sentence: int) -> None:
    """Whoever says what others want is a teller too: "the aide said" may recall the chain and the aide."""
    for k in here:
        outer = found[k].parent
        if outer is None or outer not in here or story.sentence == sentence or _speaks_himself(story, found[k]):
            continue
        teller = found[outer]
        if teller.source and teller.parent is None and head_of(story.parse, teller.source).tag in _NAMES:
            story.chain, story.sentence = (*teller.relays, teller.source), sentence


def _speaks_himself(story: Story, candidate: Candidate) -> bool:
    return not candidate.source or head_of(story.parse, candidate.source).lower in _SPEAKING


def _keep_chain(story: Story, named: Sequence[Candidate], sentence: int) -> None:
    """Keep the chain that other rules gave a statement, with the outlet that made the text which is its source."""
    if not named or (story.sentence == sentence and len(named[-1].relays) <= len(story.chain)):
        return
    last = named[-1]
    head = head_of(story.parse, last.source) if last.source else None
    made = tuple(find_makers(story.parse, story.outlets, head)) if head is not None and is_text(head) else ()
    story.chain, story.sentence = join_links(story.parse, last.relays, made), sentence


def _chains(story: Story, tellings: Iterable[Telling]) -> list[tuple[Telling, Chain]]:
    """Every telling of a sentence with its chain: "..., her aide alleged, according to Calna" is two links."""
    pairs = [(telling, name_chain(story, telling)) for telling in tellings]
    papers = [chain for _, chain in pairs if _is_printed(story, chain)]
    outer = papers[0] if papers else ()
    return [(one, chain if not chain or _is_printed(story, chain) else (*outer, *chain)) for one, chain in pairs]


def _is_printed(story: Story, chain: Chain) -> bool:
    return bool(chain) and is_outlet(story.parse, chain[0], story.outlets)


def _look_back(story: Story, found: list[Candidate], before: Sequence[int], sentence: int) -> None:
    """ "It named as its source ...", "That is what an aide told Calna": what was told a sentence before came so."""
    parse = story.parse
    first, last = parse.sentences[sentence]
    if not before or parse.words[first].text in _QUOTING or last - first > _LONGEST_BACK:
        return
    chain = _told_back(story, parse.words[first:last]) or _named_later(story, parse.words[first:last])
    if len(chain) <= (len(story.chain) if story.sentence == sentence - 1 else 0):
        return
    for k in before:
        one = found[k]
        known = all(any(is_same(parse, link, other) for other in chain) for link in one.relays)
        if one.parent is None and one.source and known and len(chain) > len(one.relays):
            found[k] = replace(one, relays=chain)
    story.chain, story.sentence = chain, sentence


def _told_back(story: Story, words: Sequence[Word]) -> Chain:
    """ "That, at least, is what a participant told the daily Dorn"."""
    parse = story.parse
    if words[0].lower not in ("that", "this", "so", "such"):
        return ()
    telling = load_words("relay_verb") | load_words("teller_verb")
    for verb in (word for word in words if word.pos == "VERB" and word.lemma in telling):
        agents = [w for p in children(parse, verb.i, "agent") for w in children(parse, p.i, "pobj")]
        for subject in (*children(parse, verb.i, "nsubj"), *agents):
            if subject.lower not in load_words("relative") and can_speak(parse, subject):
                name = _before_comma(parse, source_words(parse, subject, verb))
                told = Telling(verb.i, name, frozenset(word.i for word in words), NONE)
                return name_chain(Story(parse, story.outlets), told)
    return ()


def _before_comma(parse: Parse, name: frozenset[int]) -> frozenset[int]:
    comma = next((i for i in sorted(name) if parse.words[i].text == ","), max(name) + 1)
    return frozenset(i for i in name if i < comma) or name


def _named_later(story: Story, words: Sequence[Word]) -> Chain:
    """ "It named as its source a secretary", "the paper has spoken to a cook": one more link."""
    parse = story.parse
    verb = next((word for word in words if word.dep == "ROOT"), None)
    if verb is None or words[0].sentence != story.sentence + 1:
        return ()
    for subject in children(parse, verb.i, "nsubj"):
        name = source_words(parse, subject, verb)
        kinds = load_words("outlet") | load_words("outlet_kind")
        paper = subject.lower in (*THINGS, *kinds) or is_text(subject) or is_outlet(parse, name, story.outlets)
        if paper and recalls(story, name):
            origin = find_upstream(parse, story.outlets, subject.right + 1, words[-1].i + 1)
            return (*story.chain, *origin) if origin else ()
    return ()


def _tell(story: Story, found: list[Candidate], here: Sequence[int], telling: Telling, chain: Chain) -> set[int]:
    """Lay the chain on what one telling covers; return the statements that it makes needless."""
    parse = story.parse
    given = {k: _chain_of(parse, found, k, chain) for k in here if _is_told(parse, found, k, telling)}
    told = [k for k, links in given.items() if links]
    for k in told:
        content = found[k].content - telling.frame - NONE.union(*chain) or found[k].content
        found[k] = replace(found[k], relays=given[k], source=found[k].source - telling.frame, content=content)
    passes = _is_printed(story, chain) or not telling.teller & chain[0]
    if told or _holds(story, found, here, telling) or (passes and len(chain) >= len(story.chain)):
        story.chain, story.sentence = chain, parse.words[telling.head].sentence
    only = is_outlet(parse, telling.teller, story.outlets) or not telling.teller & NONE.union(*chain)
    return {k for k in here if told and only and found[k].head in telling.frame and k not in told}


def _holds(story: Story, found: Sequence[Candidate], here: Iterable[int], telling: Telling) -> bool:
    """The statement of the teller holds another's."""
    for k in here:
        outer = found[k].parent
        nested = outer is not None and found[outer].head in telling.frame and found[k].head in telling.told
        if nested and (not found[k].source or not _speaks_himself(story, found[k])):
            return True
    return False


def _is_told(parse: Parse, found: Sequence[Candidate], k: int, telling: Telling) -> bool:
    """Tell whether a statement stands in what is told, and is not the teller's own or within another."""
    one = found[k]
    source = one.source - telling.frame
    if one.head not in telling.told or not source or one.rule in ("according to", "headline"):
        return False
    head = head_of(parse, source)
    if head.lower in _SPEAKING or head.i in telling.teller or _hangs_on(parse, one, telling):
        return False
    outer = None if one.parent is None else found[one.parent]
    return outer is None or outer.head in telling.frame or outer.rule == "according to"


def _hangs_on(parse: Parse, one: Candidate, telling: Telling) -> bool:
    """ "When Orlova objected, Brandt said that ...": a clause that only says when, or whom it was said to."""
    word = parse.words[one.head]
    while word.head != word.i and word.i not in telling.frame:
        above = parse.words[word.head]
        marks = [w.lower for w in children(parse, word.i, "mark", "advmod")]
        scene = word.dep == "advcl" and any(mark in _SCENES for mark in marks)
        whose = word.dep == "relcl" and parse.words[max(one.source)].tag in ("WP", "WDT")
        if above.i in telling.frame and (scene or whose):
            return True
        word = above
    return False


def _chain_of(parse: Parse, found: Sequence[Candidate], k: int, chain: Chain) -> Chain:
    """The chain as far as the speaker, who passes on nobody's words to himself; empty where no link is new."""
    one = found[k]
    outer = None if one.parent is None else found[one.parent]
    head = head_of(parse, one.source)
    own = next((n for n, link in enumerate(chain) if head_of(parse, link).lower == head.lower), len(chain))
    known = len(one.relays) if outer is None else max(len(one.relays), len(outer.relays) + 1)
    further = own > known or (outer is not None and own == known > 1 and not one.relays)
    return chain[:own] if further else ()


def _without(found: Sequence[Candidate], dropped: set[int]) -> list[Candidate]:
    kept = [k for k in range(len(found)) if k not in dropped]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parent = found[k].parent
        while parent is not None and parent in dropped:
            parent = found[parent].parent
        result.append(replace(found[k], parent=None if parent is None else place[parent]))
    return result
