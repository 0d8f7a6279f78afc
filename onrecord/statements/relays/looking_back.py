"""Reaches a sentence back: "That is what an aide told Calna", "It named as its source", "The words are those of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, source_words
from onrecord.statements.grammar.voices import can_speak, head_of, is_person_noun
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.handlers import name_from
from onrecord.statements.relays.naming import full_name
from onrecord.statements.relays.outlets import is_outlet
from onrecord.statements.relays.phrased import Telling, is_text
from onrecord.statements.relays.recalling import THINGS, Chain, Story, is_same, join_links, name_chain, recalls
from onrecord.statements.relays.upstream import find_upstream
from onrecord.statements.slots.addressees import find_addressee

_LONGEST_BACK = 30
_RECALLED = ("word", "remark", "quotation", "phrase", "version", "account", "information", "news", "quote", "sentence")
_QUOTING = "\"'\u201c\u2018"


def look_back(story: Story, found: list[Candidate], before: Sequence[int], sentence: int) -> None:
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
        known = known and not _is_hearer(parse, one, chain[0])
        if one.parent is None and one.source and known and len(chain) > len(one.relays):
            found[k] = replace(one, relays=chain)
    story.chain, story.sentence = chain, sentence


def _is_hearer(parse: Parse, one: Candidate, link: frozenset[int]) -> bool:
    """Who told the paper himself is no source that the paper names later: "it has spoken to three of the staff"."""
    heard = find_addressee(parse, one)
    return bool(heard) and is_same(parse, heard, link)


def _told_back(story: Story, words: Sequence[Word]) -> Chain:
    """ "That, at least, is what a participant told the daily Dorn"."""
    parse = story.parse
    if words[0].lower not in ("that", "this", "so", "such"):
        return _those_of(story, words)
    telling = load_words("relay_verb") | load_words("teller_verb")
    for verb in (word for word in words if word.pos == "VERB" and word.lemma in telling):
        agents = [w for p in children(parse, verb.i, "agent") for w in children(parse, p.i, "pobj")]
        for subject in (*children(parse, verb.i, "nsubj"), *agents):
            if subject.lower not in load_words("relative") and can_speak(parse, subject):
                name = _before_comma(parse, source_words(parse, subject, verb))
                told = Telling(verb.i, name, frozenset(word.i for word in words), NONE)
                return name_chain(Story(parse, story.outlets), told)
    return ()


def _those_of(story: Story, words: Sequence[Word]) -> Chain:
    """ "The words are those of his interpreter, as published by Calna": who gave them, the paper first."""
    parse = story.parse
    verb = next((word for word in words if word.dep == "ROOT"), words[0])
    subjects = [word for word in children(parse, verb.i, "nsubj") if word.lemma in _RECALLED]
    if not subjects or words[0].lower not in ("the", "these", "those", "this"):
        return ()
    papers = [full_name(parse, name) for name in story.named.get(verb.sentence, ())]
    links = list(papers)
    for k in range(verb.i + 1, words[-1].i):
        if parse.words[k].lower in ("of", "from", "by") and verb.lemma in ("be", "come", "stem"):
            name = name_from(parse, k + 1, words[-1].i)
            if name and is_person_noun(head_of(parse, name)):
                links.append(name)
    return join_links(parse, tuple(links))


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
