"""Follows through a report who is telling: whoever tells a sentence passes on what others say and want in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate, leave_out
from onrecord.statements.grammar.quotations import find_quotations
from onrecord.statements.grammar.trees import children, cue_words, find_subject, source_words, verb_cue
from onrecord.statements.grammar.voices import can_speak, head_of
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.handlers import name_before
from onrecord.statements.relays.looking_back import look_back
from onrecord.statements.relays.naming import full_name
from onrecord.statements.relays.openings import Papers
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own
from onrecord.statements.relays.phrased import Telling, is_text
from onrecord.statements.relays.recalling import Chain, Story, is_same, join_links, name_chain, recalls
from onrecord.statements.relays.tellings import find_tellings
from onrecord.statements.relays.upstream import find_makers, name_origin

_NAMES = ("NNP", "NNPS", "NN", "NNS")
_FINITE = ("VBD", "VBZ", "VBP")
_LONGEST_LEAD = 4
_SCENES = ("as", "while", "after", "before", "when", "once", "since", "because", "although", "though")
_SPEAKING = ("i", "we", "my", "our")
_QUOTED = ('"', "``", "'", "\u201c", "\u2018", "\u201e", "\u00ab")


def follow_tellers(parse: Parse, outlets: Outlets, papers: Papers, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what is told in a sentence the chain of those who tell it; drop what only says that an outlet tells."""
    found = [replace(candidate, relays=join_links(parse, candidate.relays)) for candidate in candidates]
    story, dropped = Story(parse, outlets, papers), set[int]()
    tellings = _by_sentence(parse, outlets)
    here: dict[int, list[int]] = {}
    for k, candidate in enumerate(found):
        here.setdefault(parse.words[candidate.head].sentence, []).append(k)
    for sentence in range(len(parse.sentences)):
        told = here.get(sentence, [])
        look_back(story, found, here.get(sentence - 1, ()), sentence)
        _name_pronouns(story, found, told, sentence)
        for telling, chain in _chains(story, tellings.get(sentence, ())):
            if chain:
                dropped |= _tell(story, found, told, telling, chain)
        _leave_teller(story, found, told, sentence)
        _keep_chain(story, [found[k] for k in told if found[k].relays and not found[k].inherited], sentence)
    return leave_out(found, {k: found[k].parent for k in dropped})


def _by_sentence(parse: Parse, outlets: Outlets) -> dict[int, list[Telling]]:
    """Every telling by its sentence; one within quotation marks tells nothing outside of them."""
    quoted = find_quotations(parse)
    tellings: dict[int, list[Telling]] = {}
    for telling in find_tellings(parse):
        mark = quoted.inside[telling.head]
        if mark >= 0:
            telling = replace(telling, told=frozenset(i for i in telling.told if quoted.inside[i] == mark))
        tellings.setdefault(parse.words[telling.head].sentence, []).append(telling)
    for sentence, fronted in _fronted(parse, outlets):
        tellings.setdefault(sentence, []).append(fronted)
    return tellings


def _fronted(parse: Parse, outlets: Outlets) -> Iterator[tuple[int, Telling]]:
    """ "In the daily Calna, the mayor praised her; he doubted ...": all of the sentence stood there."""
    for name in (*outlets.names, *_stations(parse)):
        first, last = parse.sentences[parse.words[min(name)].sentence]
        first = _after_time(parse, first, min(name))
        end = max(name) + 1
        led = parse.words[first].lower in ("in", "on", "over") and min(name) - first <= _LONGEST_LEAD
        if not led or end >= last or parse.words[end].text != "," or is_own(parse, name, outlets):
            continue
        lead = parse.words[first + 1 : min(name)]
        if not any(word.pos in ("VERB", "ADP", "PUNCT") or word.tag == "POS" for word in lead):
            yield (
                parse.words[first].sentence,
                Telling(first, name, frozenset(range(first, end)), frozenset(range(end, last))),
            )


def _stations(parse: Parse) -> Iterator[frozenset[int]]:
    """ "State television", "national radio": an outlet without a name."""
    for word in parse.words:
        qualified = (
            word.i and parse.words[word.i - 1].dep in ("compound", "amod") and parse.words[word.i - 1].head == word.i
        )
        if word.tag == "NN" and word.dep == "pobj" and word.lower in ("television", "radio", "tv") and qualified:
            yield frozenset({word.i - 1, word.i})


def _after_time(parse: Parse, first: int, name: int) -> int:
    """ "A day later, on state television, he said": the phrase opens the sentence but for a time."""
    comma = next((i for i in range(first, min(name, first + _LONGEST_LEAD)) if parse.words[i].text == ","), first - 1)
    timed = any(parse.words[i].lower in load_words("time") for i in range(first, comma))
    return comma + 1 if timed else first


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


def _name_pronouns(story: Story, found: list[Candidate], here: Iterable[int], sentence: int) -> None:
    """ "They want a cook, it added": a pronoun among the relays is led to the chain that it recalls."""
    for k in here:
        links = found[k].relays
        if links and all(story.parse.words[i].lower in load_words("pronoun") for i in links[0]):
            known = _subject_outlet(story, links[0]) or (story.chain if recalls(story, links[0]) else ())
            known = known or _text_before(story, links[0])
            found[k] = replace(found[k], relays=join_links(story.parse, known, links[1:]))


def _subject_outlet(story: Story, pronoun: frozenset[int]) -> Chain:
    """ "Radio Dorn carried no such words; instead it quoted a guard": the outlet that the sentence is about."""
    parse, first = story.parse, min(pronoun)
    if parse.words[first].lower != "it":
        return ()
    near = (name for name in story.outlets.names if max(name) < first)
    here = [name for name in near if parse.words[max(name)].sentence == parse.words[first].sentence]
    return tuple(full_name(parse, name) for name in here[-1:] if _is_subject(parse, name))


def _text_before(story: Story, pronoun: frozenset[int]) -> Chain:
    """ "An affidavit tells why. It quotes a guard as saying": the text that the sentence before is about."""
    parse = story.parse
    sentence = parse.words[min(pronoun)].sentence
    if not sentence or parse.words[min(pronoun)].lower != "it":
        return ()
    first, last = parse.sentences[sentence - 1]
    texts = [word for word in parse.words[first:last] if word.dep == "nsubj" and word.tag == "NN" and is_text(word)]
    return tuple(link for text in texts[-1:] if (link := name_origin(parse, story.outlets, text)))


def _is_subject(parse: Parse, name: frozenset[int]) -> bool:
    """The outlet, or its account, is what the sentence is about."""
    head = head_of(parse, name)
    above = parse.words[head.head]
    account = parse.words[above.head] if head.dep == "pobj" else above
    owned = head.dep in ("pobj", "poss") and account.lemma in load_words("account")
    return (account if owned else head).dep in ("nsubj", "appos")


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


def _tell(story: Story, found: list[Candidate], here: Sequence[int], telling: Telling, chain: Chain) -> set[int]:
    """Lay the chain on what one telling covers; return the statements that it makes needless."""
    parse = story.parse
    for k in here:
        found[k] = _give_back(parse, found[k], telling)
    given = {k: _chain_of(parse, found, k, chain) for k in here if _is_told(parse, found, k, telling)}
    told = [k for k, links in given.items() if links]
    for k in told:
        content = found[k].content - telling.frame - NONE.union(*chain) or found[k].content
        found[k] = replace(found[k], relays=given[k], source=found[k].source - telling.frame, content=content)
    passes = _is_printed(story, chain) or not telling.teller & chain[0]
    if told or _holds(story, found, here, telling) or (passes and len(chain) >= len(story.chain)):
        story.chain, story.sentence = chain, parse.words[telling.head].sentence
    only = is_outlet(parse, telling.teller, story.outlets) or not telling.teller & NONE.union(*chain)
    spoken = {k for k in here if parse.words[min(found[k].content)].text[0] in _QUOTED}  # a person's own words stay
    return {k for k in here if told and only and found[k].head in telling.frame and k not in {*told, *spoken}}


def _give_back(parse: Parse, one: Candidate, telling: Telling) -> Candidate:
    """Take from a teller what is somebody else's: the clause behind, or the verb behind the teller."""
    start = min(telling.frame, default=0)
    if not start or not one.source:
        return one
    first, _ = parse.sentences[parse.words[start].sentence]
    if one.head in telling.frame and one.content and min(one.content) > max(telling.frame):
        return _to_verb_before(parse, one, telling, range(first, start))
    finite = parse.words[one.head].tag in _FINITE
    if finite and one.head > max(telling.frame) and one.source <= telling.frame:
        before = name_before(parse, start - 1, first - 1)
        head = head_of(parse, before) if before else None
        if head is not None and can_speak(parse, head) and head.tag != "CD":
            return replace(one, source=before)
    return one


def _to_verb_before(parse: Parse, one: Candidate, telling: Telling, before: range) -> Candidate:
    """ "He suggested, the waiter said, that they leave": the clause belongs to the verb before the teller."""
    verb = next((parse.words[i] for i in reversed(before) if parse.words[i].pos == "VERB"), None)
    linked = any(parse.words[i].lower in ("that", "to", "whether") for i in sorted(one.content)[:2])
    if verb is None or not linked or not verb_cue(verb).takes & {"quotation", "clause"} or _has_clause(parse, verb):
        return one
    subject = find_subject(parse, verb)
    if subject is None or subject.i in telling.frame:
        return one
    source = source_words(parse, subject, verb)
    return replace(one, head=verb.i, cue=cue_words(parse, verb), source=source, take="clause", act=None)


def _has_clause(parse: Parse, verb: Word) -> bool:
    return any(c.i > verb.i and c.left - verb.i <= 2 for c in children(parse, verb.i, "ccomp"))


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
    if one.relays and own and not any(is_same(parse, link, other) for link in chain for other in one.relays):
        return join_links(parse, chain[:own], one.relays)
    further = own > known or (outer is not None and own == known > 1 and not one.relays)
    return chain[:own] if further else ()
