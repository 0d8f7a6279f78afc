"""What is told within a relayed statement came the same way as the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from onrecord.binding.occasions import load_occasions
from onrecord.records import Attribution, Relay


def name_whole(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with names of relays whole that end at a foreign particle or name whose text it is.

    "Sauti ya Bonde" is not "Sauti", and "a survey by the ministry" is not the ministry.
    """
    if not any(one.via for one in attributions):
        return tuple(attributions)
    whole = [replace(one, via=tuple(_name(text, one, relay) for relay in one.via)) for one in attributions]
    names = {relay.name for one in whole for relay in one.via if " " in relay.name}
    return tuple(replace(one, via=tuple(_longer(names, relay) for relay in one.via)) for one in whole)


def _longer(names: Set[str], relay: Relay) -> Relay:
    """ "The Correio" is the "Correio do Farol" named elsewhere, if no other name begins so."""
    longer = [name for name in names if name.startswith(relay.name + " ")] if relay.name[:1].isupper() else []
    return replace(relay, name=longer[0]) if len(longer) == 1 else relay


def _whole(text: str, relay: Relay) -> Relay:
    whole = " ".join(relay.span.of(text).split())
    rest = whole.removeprefix(relay.name)
    cut = rest != whole and _PARTICLE.fullmatch(rest) is not None
    return replace(relay, name=whole) if cut or _is_text(whole) or _is_office(whole, relay.name) else relay


def _is_office(whole: str, name: str) -> bool:
    """ "Embassy of Karsund" is not Karsund: a name that only says whose a body is."""
    return whole.islower() is False and name[:1].isupper() and whole.endswith(f" of {name}") and whole[:1].islower()


def _name(text: str, one: Attribution, relay: Relay) -> Relay:
    """Give the whole name, of a person who is only described the one that stands beside or comes later."""
    relay = _whole(text, relay)
    if relay.inherited or any(letter.isupper() for letter in relay.name):
        return relay
    described = re.escape(_OWNER.sub("", relay.name))
    found = _APPOSED.match(text, relay.span.end)  # "a prisoner, the cook Ada Quell,"
    found = found or re.search(rf"\b[Tt]he {described},{_DESCRIBING} {_PERSON},", text[relay.span.end :])
    found = found or re.search(rf"\bThe {described}, {_ALONE}, (?:\d|who\b)", text[relay.span.end :])
    name = found.group(1) if found else relay.name
    return relay if name == one.speaker else replace(relay, name=name)


def _is_text(whole: str) -> bool:
    """ "A survey by the ministry", "the minutes of the council"."""
    noun = re.split(r" (?:by|of) ", whole)[0].rpartition(" ")[2].lower()
    return noun != whole.lower() and bool({noun, noun.removesuffix("s")} & load_occasions("paperwork"))


_PRONOUNS = ("it", "they", "he", "she", "its", "their")
_PERSON = r"([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)+)"
_DESCRIBING = r"(?: (?:the|a|an|his|her|its|their))?(?: [a-z][\w-]*){0,3}"
_ALONE = r"([A-Z][\w'\u2019-]+)"
_OWNER = re.compile("^(?:his|her|its|their|the|an?) ")
_APPOSED = re.compile(rf",{_DESCRIBING} {_PERSON}(?:[,.;]|$)")
_DESCRIBED = re.compile(rf"[a-z][\w-]+ {_PERSON}")
_PARTICLE = re.compile(r"(-\w{1,3}| \w{1,3})?( [^\W\d_a-z]\w*| \d+)+")


def inherit_relays(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, nested ones without a relay of their own with the mouths that they came through.

    Those are the relays of the statement around them, and its speaker where that is somebody else: "Brandt said that
    Orlova wants peace" knows through Brandt alone what Orlova wants.
    """
    ended = tuple(replace(attribution, via=_before_speaker(attribution)) for attribution in attributions)
    by_id = {attribution.id: attribution for attribution in ended}
    told = (replace(one, via=_inherited(one, by_id)) if one.parent else one for one in ended)
    return tuple(replace(one, via=_without_pronouns(tuple(map(_undescribed, one.via)))) for one in told)


def _without_pronouns(via: tuple[Relay, ...]) -> tuple[Relay, ...]:
    """The chain without "it" and "they", who are links that it names already."""
    kept = tuple(relay for relay in via if relay.name.casefold() not in _PRONOUNS)
    return kept or via


def _undescribed(relay: Relay) -> Relay:
    """ "Mum-of-two Ada Quell" is Ada Quell."""
    found = _DESCRIBED.fullmatch(relay.name)
    return replace(relay, name=found.group(1)) if found else relay


def _before_speaker(attribution: Attribution) -> tuple[Relay, ...]:
    """The chain as far as the speaker, each link once: nobody passes on his own words."""
    speaker = plain_name(attribution.speaker)
    names = [plain_name(relay.name) for relay in attribution.via]
    end = next((n for n, name in enumerate(names) if name == speaker), None)
    return tuple(relay for n, relay in enumerate(attribution.via[:end]) if names[n] not in names[:n])


def plain_name(name: str | None) -> str:
    """Return a name as it is compared: in small letters and without its article."""
    first, _, rest = (name or "").casefold().partition(" ")
    return rest if first in ("the", "a", "an") and rest else (name or "").casefold()


def _inherited(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Relay, ...]:
    """The chain of a nested statement, nearest the report first."""
    around = [attribution]
    while around[-1].parent in by_id and not around[-1].via and len(around) <= len(by_id):
        around.append(by_id[around[-1].parent or ""])
    chain = around[-1].via if len(around) == 1 else tuple(replace(r, inherited=True) for r in around[-1].via)
    for inner, outer in reversed(list(pairwise(around))):
        if outer.source and outer.speaker and (outer.speaker != inner.speaker or _is_new(inner, outer)):
            chain += (Relay(name=outer.speaker, span=outer.source[0], inherited=True),)
    return chain


def _is_new(inner: Attribution, outer: Attribution) -> bool:
    """ "She wants to stay, a colleague said": a pronoun never stands for somebody new who is named after it."""
    first = (outer.speaker or "").partition(" ")[0].casefold()
    somebody = first in ("a", "an", "one", "two", "three", "several", "some")
    pronoun = inner.source and inner.source[0].end - inner.source[0].start <= _LONGEST_PRONOUN
    return bool(somebody and pronoun and inner.source[0].start < outer.source[0].start)


_LONGEST_PRONOUN = 4
