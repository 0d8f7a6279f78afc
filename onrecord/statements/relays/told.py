"""Finds the outlet that somebody told it, by its place behind the verb: "told the station Harbour Talk he would go"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.handlers import name_from
from onrecord.statements.relays.naming import full_name, name_outlet
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own
from onrecord.statements.slots.addressees import find_addressee
from onrecord.statements.slots.particulars import find_act

_ASKING = ("request", "accuse", "ask")
_PROPER = ("NNP", "NNPS")


def hear_outlet(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """Give a statement that was made to an outlet, wherever the sentence says so, this outlet as its relay."""
    if candidate.relays or not candidate.source or find_act(parse, candidate) in _ASKING:
        return candidate
    if candidate.take not in ("clause", "quotation"):
        return candidate
    heard = find_addressee(parse, candidate)
    if not heard or heard & candidate.source or not _is_paper(parse, outlets, heard):
        return candidate
    return _with(parse, outlets, candidate, heard)


def tell_outlet(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """Give a statement that was told to an outlet this outlet as its relay, whatever the parse makes of the name."""
    verb = parse.words[candidate.head]
    if candidate.relays or not candidate.source or verb.lemma not in load_words("telling") or verb.tag == "VBN":
        return candidate
    last = parse.sentences[verb.sentence][1]
    heard = name_from(parse, verb.i + 1, last)
    behind = parse.words[max(heard) + 1].lower if heard and max(heard) + 1 < last else ""
    if not heard or behind == "to" or not _is_paper(parse, outlets, heard):
        return candidate  # "told the Mail to apologise" asks it to
    return replace(_with(parse, outlets, candidate, heard), content=candidate.content - heard or candidate.content)


def _with(parse: Parse, outlets: Outlets, candidate: Candidate, heard: frozenset[int]) -> Candidate:
    """The statement with the outlet that heard it, if that is not the one that publishes: "told this newspaper"."""
    meant = full_name(parse, name_outlet(parse, outlets, heard))
    plain = not any(parse.words[i].tag in _PROPER for i in heard)
    own = (plain and is_own(parse, heard, outlets)) or is_own(parse, meant, outlets) or bool(meant & candidate.source)
    return candidate if own else replace(candidate, relays=(meant,))


def _is_paper(parse: Parse, outlets: Outlets, heard: frozenset[int]) -> bool:
    """An outlet by its name or its noun, not "news agency staff"; "the Vritt agency" needs no "news"."""
    last: Word = parse.words[max(heard)]
    kinds = load_words("outlet_noun") | load_words("outlet_kind")
    if last.tag in _PROPER:
        return is_outlet(parse, heard, outlets)
    named = any(parse.words[i].tag in _PROPER for i in heard - {last.i})
    return last.lower in kinds and (named or is_outlet(parse, heard, outlets))
