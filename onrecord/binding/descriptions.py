"""Leads a source that names nobody ("the airline", "her deputy", "the biologist") to the one that it describes."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from onrecord.binding.authors import resolve_author
from onrecord.binding.epithets import resolve_epithet, resolve_foreigner
from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.kinds import resolve_kind
from onrecord.binding.pronouns import Earlier
from onrecord.binding.scene import INDEFINITE, Scene, Speaker, covers, describe, head_noun, words_of
from onrecord.binding.topics import resolve_topic
from onrecord.binding.words import load_words
from onrecord.language import Word
from onrecord.names import Lexicon
from onrecord.records import Mention, Span
from onrecord.statements.lexicon import load_voices

_DEFINITE = frozenset(["the", "that", "this"])
_HUMAN = frozenset(["man", "woman", "boy", "girl"])
_SOURCES = frozenset(["source", "insider", "informant"])
_GENERAL = frozenset(["group", "company", "firm", "giant"])
_SUITING = {
    "airline": ("air", "airways", "aviation", "jet"),
    "carmaker": ("motors", "motor", "cars"),
    "militia": ("force", "forces", "brigade", "front", "guard", "battalion", "army"),
    "brewer": ("brewery", "breweries"),
    "retailer": ("stores", "foods"),
    "insurer": ("insurance", "assurance", "mutual"),
}
_STATIONS = frozenset(["station", "broadcaster", "channel"])
_AIR = frozenset(["radio", "television", "tv", "fm", "broadcasting", "channel"])
_PAPERS = frozenset(["newspaper", "paper", "magazine", "daily", "weekly", "tabloid", "broadsheet", "journal"])
_PERIODICALS = frozenset(["weekly", "monthly", "quarterly", "review", "magazine", "digest"])
_LEAST_SURE = 1.5
_SUREST = 5.0
_PLACING = frozenset(["of", "in", "at", "from", "inside", "near", "for", "with", "on", "aboard", "under"])
_REACH = 2
_LONGEST_DESCRIPTION = 8


def resolve_description(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Return the body or person that a description without a name leads to, or None where that stays open."""
    return (
        _resolve_body(scene, words, head, earlier)
        or _resolve_author(scene, words, head)
        or _resolve_introduced(scene, words, head)
        or _resolve_unnamed(scene, words, head, earlier)
        or _resolve_only_one(scene, words, head, earlier)
        or _resolve_fuller(scene, words, head)
        or resolve_epithet(scene, words, head, earlier)
        or resolve_foreigner(scene, words, head, earlier)
        or resolve_kind(scene, words, head)
        or resolve_topic(scene, words, head, earlier)
    )


def writer_of(scene: Scene, words: Sequence[Word], head: Word) -> Span | None:
    """Return whose a statement is that speaks: "the bank" of "the bank's notice", "its" of "its letter"."""
    parse = scene.parse
    if head.text not in load_words("writing"):
        return None
    owners = [parse.words[i] for i in parse.children[head.i] if parse.words[i].dep == "poss"]
    owner = next((one for one in owners if words[0].i <= one.left and one.i < head.i), None)
    if owner is None or owner.lower in scene.lexicon.calendar:
        return None
    last = owner.right - 1 if parse.words[owner.right].tag == "POS" else owner.right
    return Span(start=parse.words[owner.left].start, end=parse.words[last].end)


def resolve_same_relay(scene: Scene, words: Sequence[Word]) -> Speaker | None:
    """Lead "the same agency" to the body that passed on what was said last before it."""
    if "same" not in [word.lower for word in words[:2]] or words[-1].tag != "NN":
        return None
    before = [relay for relay in scene.relays if relay.end <= words[0].start]
    passed = [m for m in scene.mentions if m.kind == "organisation" and any(covers(relay, m.span) for relay in before)]
    return Speaker(passed[-1].name, passed[-1]) if passed else None


def resolve_body_alone(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the ministry", "the same paper" to the one body that it can be."""
    if words[0].lower == "same" and len(words) > 1:
        words = words[1:]
    if len(words) > 1 and words[0].lower not in ("the", "its"):
        return None
    return _choose_body(scene, head, ())


def _resolve_body(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Lead "the ministry" to the one body of that kind named before it, "the firm" to the one that may be a firm."""
    words = _without_age(words)
    if words[0].lower not in ("the", "its") or len(words) > 3 or head.tag in ("NNS", "NNPS"):
        return None
    narrowing = {word.lower for word in words[1:] if word.i < head.i and word.lower != "same"}
    return _choose_body(scene, head, earlier, narrowing)


def _without_age(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a description without "140-year-old"."""
    old = next((k for k, word in enumerate(words) if word.lower in ("old", "year-old") and k > 1), 0)
    old = old if words[old].lower != "old" or words[old - 1].text == "-" else 0
    return [words[0], *words[old + 1 :]] if old else words


def _choose_body(scene: Scene, head: Word, earlier: Earlier, narrowing: Set[str] = frozenset()) -> Speaker | None:
    before = [m for m in scene.mentions if m.kind == "organisation" and m.span.start < head.start]
    before = [m for m in before if narrowing <= set(m.name.lower().split())]
    called = {m.name: m for m in before if _is_called(scene, m, head.lower)}
    if called or narrowing:
        return Speaker(*next(iter(called.items()))) if len(called) == 1 else None
    lone = before[0] if len({m.name for m in before}) == 1 else None
    if lone and head.lower in _PAPERS and _is_outlet(scene, lone) and not _is_periodical(lone):
        return Speaker(lone.name, lone)
    fits = {m.name: m for m in before if _may_be_called(scene, m, head.lower)}
    if len(fits) > 1 and earlier and earlier[-1][1].name in fits:
        return earlier[-1][1]
    if len(fits) > 1:
        start = scene.parse.words[scene.parse.sentences[max(head.sentence - 1, 0)][0]].start
        fits = {name: m for name, m in fits.items() if m.span.start >= start}
    return Speaker(*next(iter(fits.items()))) if len(fits) == 1 else None


def _is_outlet(scene: Scene, mention: Mention) -> bool:
    """Tell a name that ends or begins like those of papers: "Dorn Courier"."""
    words = mention.name.lower().split()
    return any(word in scene.lexicon.outlet_words for word in words) and not any(word in _AIR for word in words)


def _is_periodical(mention: Mention) -> bool:
    """Tell a name that says it is no daily paper: "Dorn Weekly"."""
    return any(word in _PERIODICALS for word in mention.name.lower().split())


def _is_called(scene: Scene, mention: Mention, noun: str) -> bool:
    before = scene.parse.folded[max(mention.span.start - 20, 0) : mention.span.start].split()
    words = mention.name.lower().split()
    heads = {words[-1], *(word for word, link in pairwise(words) if link in ("of", "on", "for"))}
    return noun in heads or before[-1:] == [noun] or before[-1:] == [noun.capitalize()]


def _may_be_called(scene: Scene, mention: Mention, noun: str) -> bool:
    """Tell whether a general word for bodies ("the group") may mean a body whose name does not say what it is."""
    if not _is_body_noun(noun, scene.lexicon):
        return False
    last = scene.lexicon.heads.get(mention.name.split()[-1].lower())
    told = last is not None and (last.generic or _is_outlet_noun(mention.name.split()[-1].lower(), scene.lexicon))
    relayed = any(covers(relay, mention.span) for relay in scene.relays)
    if noun in _STATIONS:
        return any(word in _AIR for word in mention.name.lower().split())
    if _is_outlet_noun(noun, scene.lexicon) or noun in _PAPERS:
        return relayed and noun in _PAPERS and last is None
    if noun not in _GENERAL and _is_called_otherwise(scene, mention, noun):
        return False
    suits = last is None or noun in _GENERAL or mention.name.split()[-1].lower() in _SUITING.get(noun, ())
    return suits and not told and not relayed and not _stands_by_outlet(scene, mention)


def _is_called_otherwise(scene: Scene, mention: Mention, noun: str) -> bool:
    """Tell a body of which the report says what it is: "the regulator" is not "the campaign group Dorn Scales"."""
    spots = (m for m in scene.mentions if m.name == mention.name)
    words = [scene.parse.folded[max(spot.span.start - 20, 0) : spot.span.start].split()[-1:] for spot in spots]
    called = {word.strip(",").lower() for before in words for word in before if word[0].islower()}
    return any(load_voices().get(one) == "body" or _is_body_noun(one, scene.lexicon) for one in called - {noun})


def _is_body_noun(noun: str, lexicon: Lexicon) -> bool:
    """Tell a noun that mostly stands before the names of bodies: "airline"."""
    weights = lexicon.contexts.get(("before", noun), ())
    return any(kind == "organisation" and weight >= _LEAST_SURE for kind, weight in weights)


def _is_outlet_noun(noun: str, lexicon: Lexicon) -> bool:
    """Tell the nouns that name outlets without doubt: those weigh most before a name."""
    return any(kind == "organisation" and weight >= _SUREST for kind, weight in _weights(noun, lexicon))


def _weights(noun: str, lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    return lexicon.contexts.get(("before", noun), ())


def _stands_by_outlet(scene: Scene, mention: Mention) -> bool:
    before = scene.parse.folded[max(mention.span.start - 20, 0) : mention.span.start].split()
    return bool(before) and _is_outlet_noun(before[-1].lower(), scene.lexicon)


def _resolve_introduced(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the alcaldesa", a noun that no table has, to the person introduced so: "the alcaldesa, Ana Diaz,"."""
    tables = (scene.lexicon.roles, scene.lexicon.heads, scene.lexicon.common, scene.lexicon.portfolios)
    known = any(head.lower in table for table in tables)
    if known or words[0].lower not in _DEFINITE or len(words) != 2 or head.tag in ("NNS", "NNPS"):
        return None
    found = {m.name: m for m in scene.mentions if m.kind == "person" and _introduced_as(scene, m) == head.lower}
    return Speaker(*next(iter(found.items()))) if len(found) == 1 else None


def _introduced_as(scene: Scene, mention: Mention) -> str:
    """The definite noun that a name is set beside, or ""."""
    parse = scene.parse
    for word in words_of(scene, mention.span):
        noun = parse.words[word.head]
        if (
            word.dep == "appos"
            and noun.i < word.i
            and parse.words[noun.left].lower == "the"
            and noun.i == noun.left + 1
        ):
            return noun.lower
    return ""


def _resolve_author(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the old man" to whoever wrote the text: "A villager's letter was read. In it the old man ..."."""
    if words[0].lower not in _DEFINITE or head.lower not in _HUMAN or words[-1].i != head.i:
        return None
    return resolve_author(scene, head, gender_of_noun(scene, head.lower))


def _resolve_unnamed(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Lead "the official" to the one described just before ("a senior official in Drovna"), "the man" to anyone such.

    A description is led to a fuller one of the same noun, and never from one named person to another.
    """
    if words[0].lower not in _DEFINITE or len(words) > 2 or not (earlier or scene.relays):
        return None
    last = earlier[-1][1] if earlier else None
    if head.lower in _HUMAN or (head.lower in _SOURCES and len(words) == 2):
        return _last_unnamed(scene, head, earlier)
    told = [who for _, who in _with_relays(scene, head, earlier) if who.mention is None]
    told = [who for who in told if len(who.name.split()) >= len(words)]
    told = [who for who in told if who.name.lower().split()[0] not in _DEFINITE or len(who.name.split()) > len(words)]
    if head.lower not in scene.lexicon.roles and not _is_body_noun(head.lower, scene.lexicon):
        told = [who for who in told if who is last]
    same = [who for who in told if head_noun(who.name) == head.lower]
    return same[-1] if same and len({who.name.lower() for who in same}) == 1 else None


def _with_relays(scene: Scene, head: Word, earlier: Earlier) -> Earlier:
    """Who spoke before a word, and who passed words on: "quoting a diplomat briefed by his staff"."""
    before = [span for span in scene.relays if span.end <= head.start]
    people = [(span.start, Speaker(describe(scene, words_of(scene, span)), None)) for span in before]
    return sorted((*earlier, *(one for one in people if is_indefinite(one[1].name))), key=lambda one: one[0])


def _last_unnamed(scene: Scene, head: Word, earlier: Earlier) -> Speaker | None:
    """The one person without a name who spoke, or was spoken to, just before: "a ferryman", then "the man"."""
    start = scene.parse.words[scene.parse.sentences[max(head.sentence - _REACH, 0)][0]].start
    spoke = [(place, who.name) for place, who in earlier if who.mention is None and not who.plural]
    told = [(place, name) for place, name in (*spoke, *scene.hearers) if start <= place < head.start]
    people = [name for _, name in sorted(told) if is_indefinite(name) and gender_of_noun(scene, name) != NO_PERSON]
    fits = [name for name in people if gender_of_noun(scene, name) in ("", gender_of_noun(scene, head.lower))]
    fits = [name for name in fits if head_noun(name) == head.lower] or fits
    return Speaker(fits[-1], None) if fits else None


def is_indefinite(name: str) -> bool:
    """Tell words that introduce someone: "a senior official"."""
    return name.lower().split()[0] in INDEFINITE


def _resolve_only_one(scene: Scene, words: Sequence[Word], head: Word, earlier: Earlier) -> Speaker | None:
    """Lead "the biologist" to the one person of whom the report has not said what they are, when just named."""
    role = scene.lexicon.roles.get(head.lower)
    if role is None or role.office or head.lower in load_words("present"):
        return None
    if words[0].lower not in _DEFINITE or len(words) != 2 or head.tag != "NN":
        return None
    before = [m for m in scene.mentions if m.kind == "person" and m.span.end <= head.start]
    told_of = {m.name for m in before if scene.people[m.name].offices or _is_explained(scene, m)}
    open_ = {m.name for m in before} - told_of
    sentence = scene.parse.words[scene.parse.sentences[max(head.sentence - _REACH, 0)][0]].start
    told = any(word.lower == head.lower for word in scene.parse.words[: head.i])
    if len(open_) != 1 or told:
        return None
    name = next(iter(open_))
    here = scene.parse.words[scene.parse.sentences[head.sentence][0]].start
    if any(who.name == name and here <= place < head.start for place, who in earlier):
        return None  # "Ana Diaz said that the biologist had left"
    speaking = bool(earlier) and earlier[-1][1].name == name
    spots = [m for m in before if m.name == name and (speaking or m.span.start >= sentence)]
    fits = scene.people[name].gender in ("", role.gender) or not role.gender
    return Speaker(name, spots[-1]) if spots and fits else None


def _is_explained(scene: Scene, mention: Mention) -> bool:
    """Tell a name that is followed by what its bearer is: "Ana Diaz, a potter"."""
    return scene.parse.folded[mention.span.end : mention.span.end + 5].startswith((", a ", ", an ", ", the "))


def _resolve_fuller(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the shipwrights" to the fuller description before it: "the shipwrights of the upper yard"."""
    if words[0].lower != "the" or len(words) != 2:
        return None
    told = {}
    for word in scene.parse.words[: words[0].i]:
        if word.lower == head.lower and word.tag == head.tag and (found := _described_by(scene, word)):
            told[found.lower()] = found
    plural = head.tag == "NNS"
    if plural and not told:
        told = _compounds_before(scene, words[0].i, head)
    return Speaker(next(iter(told.values())), None, plural) if len(told) == 1 else None


def _compounds_before(scene: Scene, i: int, head: Word) -> dict[str, str]:
    """ "The shipowners" before "the owners": the one compound that ends in the same noun."""
    before = [one for one in scene.parse.words[:i] if one.tag == "NNS" and one.lower.endswith(head.lower)]
    if any(one.lower == head.lower for one in before):
        return {}
    return {f"the {one.lower}": f"the {one.lower}" for one in before}


def _described_by(scene: Scene, noun: Word) -> str | None:
    """The noun with its determiner and its complement with "of", where it has both."""
    parse = scene.parse
    links = [parse.words[i] for i in parse.children[noun.i] if parse.words[i].lower in _PLACING and i > noun.i]
    opens = [parse.words[i] for i in parse.children[noun.i] if parse.words[i].tag == "DT" and i < noun.i]
    verb = parse.words[noun.head]
    if noun.dep == "dobj" and verb.lemma in load_words("with_of"):  # "accused the authors | of fraud"
        return None
    if not links or not opens or links[0].right - opens[0].i > _LONGEST_DESCRIPTION:
        return None
    return describe(scene, parse.words[opens[0].i : links[0].right + 1]).rstrip(" ,")
