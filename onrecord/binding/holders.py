"""Leads the words of an office, or a surname in capitals, to the one person of the report who bears it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.offices import QUALIFIERS, Office, may_be_same, read_office
from onrecord.binding.scene import INDEFINITE, Person, Scene, Speaker, first_spot, latest, own_words
from onrecord.language import Word
from onrecord.records import Mention, Span

_REACH = 12
_DETERMINERS = ("the", "that", "this", "its", "his", "her", "their")


def resolve_office(
    scene: Scene, words: Sequence[Word], head: Word, earlier: Sequence[tuple[int, Speaker]]
) -> Speaker | None:
    """Lead "the Kenyan premier" to the one person whom the report introduces so."""
    lower = head.lower.rpartition("-")[2]
    if lower not in scene.lexicon.roles or words[0].lower in INDEFINITE or head.tag in ("NNS", "NNPS"):
        return None
    sought = read_office(own_words(scene.parse, [Span(start=words[0].start, end=words[-1].end)]), scene.lexicon)
    bare = len(words) == 1 and words[0].text.isupper()
    if not sought.head or (words[0].lower not in _DETERMINERS and not sought.country and not bare):
        return None
    found = _holders_of(scene, sought)
    if not found and bare and sought.head == "minister":
        found = _holders_of(scene, sought._replace(words=frozenset(["finance"])))
    if len(found) > 1:
        found = [
            one
            for one in found
            if any(may_be_same(sought, office, scene.lexicon, exact=True) for office in one.offices)
        ]
    if len(found) > 1:
        found = [one for one in found if any(office.head == sought.head for office in one.offices)] or found
    if len(found) > 1 and earlier:
        found = [one for one in found if one.name == earlier[-1][1].name]
    if len(found) != 1 or _may_be_another(scene, sought, found[0]):
        return None
    return latest(scene, found[0].name, words[0])


def _may_be_another(scene: Scene, sought: Office, found: Person) -> bool:
    """Tell whether a country's officer is led to one of no country while another bears the bare title.

    "Saldovia's foreign minister" may be Minister Brandt, of whom no more is said, as well as Foreign Minister Diaz.
    """
    if not sought.country or any(office.country for office in found.offices if office.head == sought.head):
        return False
    return any(
        office.head == sought.head and not office.country and not office.words & scene.lexicon.portfolios
        for one in scene.people.values()
        if one.name != found.name
        for office in one.offices
    )


def _holders_of(scene: Scene, sought: Office) -> list[Person]:
    people = scene.people.values()
    return [one for one in people if any(may_be_same(sought, office, scene.lexicon) for office in one.offices)]


def resolve_surname(scene: Scene, words: Sequence[Word]) -> Speaker | None:
    """Lead "DIAZ", "Mayor Field", a surname that may be a plain word too, to the one person who bears it."""
    *before, last = words
    known = scene.lexicon.titles.keys() | scene.lexicon.roles.keys()
    if not last.text[0].isupper() or any(word.lower not in known for word in before):
        return None
    shouted = last.text.isupper()
    spelt = {one: (one.upper() if shouted else one).split() for one in scene.people if " " in one}
    named = [one for one, parts in spelt.items() if parts[-1] == last.text]
    named = named or [one for one, parts in spelt.items() if shouted and parts[0] == last.text]
    return Speaker(named[0], first_spot(scene, named[0])) if len(named) == 1 else None


def resolve_titled(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the sheikh" to the one person before whose name the same word stands: "Sheikh Dahim Rawas"."""
    if words[0].lower not in _DETERMINERS[:3] or len(words) != 2 or head.tag != "NN" or head.i != words[-1].i:
        return None
    if head.lower not in scene.lexicon.titles and gender_of_noun(scene, head.lower) == NO_PERSON:
        return None
    people = (m for m in scene.mentions if m.kind == "person")
    titled = {m.name for m in people if _is_titled(scene, m, head.lower)}
    before = [m for m in scene.mentions if m.name in titled and m.span.end <= words[0].start]
    found = {m.name: m for m in before}
    return Speaker(*next(iter(found.items()))) if len(found) == 1 else None


def _is_titled(scene: Scene, mention: Mention, title: str) -> bool:
    at = mention.span.start
    before = scene.parse.folded[max(0, at - len(title) - _REACH) : at].lower().split()[-2:]
    return before[-1:] == [title] and not QUALIFIERS & set(before)
