"""Says what a figure measures: what the report says is true of the things counted, in its own words.

One principle gives the words, by the place of the counted noun. What it does is its verb as written, with what
completes it ("fled the town", "went on strike"); what is done to it is the participle ("seized"); under a preposition
it is the verb with that preposition ("spread to", "signed [by]"); under a noun it is that noun ("sale approved"). Verbs
that say nothing ("be", "have", "number") leave it to what stands beside the noun ("on board"). An amount with a unit
is no participant: it measures the noun of its verb ("withdrawal", "price", "rise in fares") or the level that is its
subject ("rent"). Harms have one word each, however they are told (`harms`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.figures.counting import Counted, find_child, lead_word
from onrecord.figures.dimensions import measure_unit, name_set_thing
from onrecord.figures.harms import (
    describe_bodies,
    find_harm,
    find_harm_of_noun,
    find_harm_of_subject,
    find_kind,
    find_wounds,
)
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.levels import describe_level, describe_more, describe_rate, describe_step, find_change_noun
from onrecord.figures.nominals import (
    describe_owned,
    describe_within,
    find_owner,
    is_group,
    is_group_of_people,
    measure_of_total,
)
from onrecord.figures.wording import (
    describe_modifier,
    describe_noun,
    describe_oblique,
    describe_verb,
    list_forms,
    name_participle,
)
from onrecord.language import Parse, Word

COMPARED = re.compile(r"(?:, against|\bcompared (?:with|to)|\b(?:up|down) from) $", re.IGNORECASE)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What is said of a number: the words for it, the verb that says it, and how sure a rule may be of it.

    `listed` is true for the measures of the table (dead, injured ...); `total` is the noun of a toll or a total.
    """

    measure: str | None
    verb: Word | None
    role: str
    listed: bool = False
    total: Word | None = None


def find_predicate(parse: Parse, counted: Counted) -> Predicate:
    """Find what a figure measures, by its noun, its noun's participles, its verb, or the toll that it fills."""
    if counted.size and counted.noun:
        return Predicate(measure=f"{counted.noun.lower} size", verb=None, role="")
    verb, role = (None, "") if is_whole(parse, counted) else find_verb(parse, counted)
    listed = find_harm(parse, verb, role, counted) if verb else None
    bodies = describe_bodies(parse, counted)
    if bodies:
        return Predicate(measure=bodies, verb=verb, role=role, listed=True)
    own = find_wounds(parse, counted) or _of_own(parse, counted, verb, listed)
    if own:
        return Predicate(measure=own, verb=verb, role=role, listed=True)
    shared = find_harm_of_subject(parse, verb, role)
    if shared:
        return Predicate(measure=shared, verb=verb, role=role, listed=True)
    total = _find_total(parse, counted, verb)
    if total is not None:
        return Predicate(measure=measure_of_total(parse, total), verb=verb, role=role, listed=True, total=total)
    told = describe_step(parse, counted) or describe_more(parse, counted, verb) or describe_rate(parse, counted)
    told = told or _put_at(parse, counted, verb) or _describe_votes(parse, counted, verb)
    told = told or (describe_level(parse, verb, counted) if verb is not None else None)
    if told:
        return Predicate(measure=told, verb=verb, role=role)
    if counted.amount.kind not in ("count", "percent"):
        return Predicate(measure=measure_unit(parse, counted, verb, role), verb=verb, role=role)
    return _of_syntax(parse, counted, Predicate(measure=listed, verb=verb, role=role, listed=listed is not None))


def _of_syntax(parse: Parse, counted: Counted, found: Predicate) -> Predicate:
    """What is true of the counted, by its place: under a noun that noun, under a preposition the verb with it."""
    below = _under_preposition(parse, counted, found)
    if below is not None:
        return below
    if found.verb is None:
        return replace(found, measure=describe_noun(parse, counted))
    if found.listed:
        return found
    words = describe_verb(parse, found.verb, found.role, counted)
    kind = find_kind(parse, found.verb, found.role, counted) if counted.amount.unit is None else None
    return replace(found, measure=f"{kind} / {words}" if kind and words and kind not in words else words)


def _under_preposition(parse: Parse, counted: Counted, found: Predicate) -> Predicate | None:
    """ "The sale of 12 frigates", "spread to 12 houses", "a patrol of 14"; not "from six to ten bridges"."""
    linked, noun = parse.words[counted.top.head], counted.noun
    if linked.dep not in ("prep", "dative", "agent") or (noun is None and not is_group_of_people(parse, linked)):
        return None
    if counted.amount.operator == "range" and linked.i == counted.first - 1 and linked.lower == "from":
        return None
    owner = find_owner(parse, counted)
    if owner is not None:
        return _of_owner(parse, counted, owner)
    within = describe_within(parse, counted)
    if within is not None:
        return replace(found, measure=within)
    level = counted.amount.kind == "percent" and found.verb is not None and find_change_noun(parse, found.verb)
    if found.verb is None or found.listed or noun is None or level:
        return None
    own = describe_modifier(parse, counted, noun) or describe_oblique(parse, found.verb, counted)
    return replace(found, measure=own or describe_noun(parse, counted))


def _of_owner(parse: Parse, counted: Counted, owner: Word) -> Predicate:
    """ "The death of four", "injuries to 26" tell the harm; what a group underwent, all in it did."""
    known, above = load_knowledge().measures, parse.words[owner.head]
    verb = above if above.pos == "VERB" and owner.dep in (*_SUBJECTS, "dobj") else None
    harm = known.get((owner.lemma, "noun"))
    if above.lemma in load_knowledge().words["verb that takes lives"]:
        harm = harm or known.get((owner.lemma, "possession"))
    if harm is None and verb is not None and is_group(owner):
        harm = find_harm(parse, verb, owner.dep, counted)
    said = harm or describe_owned(parse, counted, owner)
    return Predicate(measure=said, verb=verb, role=owner.dep, listed=harm is not None)


def _of_own(parse: Parse, counted: Counted, verb: Word | None, listed: str | None) -> str | None:
    """ "Nine wounded sailors": what the noun itself tells, where the verb does not tell more."""
    own = find_harm_of_noun(parse, counted, verb)
    return own if own and not _outdone(parse, counted, verb, listed) else None


def _describe_votes(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """ "Beat Mr Orm by 9,000 votes": the margin; "won 52 percent of the vote": the share."""
    if counted.noun is None or counted.noun.lemma != "vote":
        return None
    if counted.amount.kind == "percent" and verb is not None and counted.top.dep == "dobj":
        return f"share of vote {name_participle(verb)}"
    if counted.noun.i != counted.last + 1 or lead_word(parse, counted) != "by":
        return None
    after = parse.words[counted.noun.i + 1].lower if counted.noun.i + 1 < len(parse.words) else ""
    return None if after in ("to", "for", "against", "in") else "margin"


def _put_at(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """ "Put his losses at fewer than 100 men": what the number is put to."""
    return (
        name_set_thing(parse, counted, verb)
        if verb is not None and counted.amount.kind in ("count", "percent")
        else None
    )


def _outdone(parse: Parse, counted: Counted, verb: Word | None, listed: str | None) -> bool:
    """The verb says more than the noun of people, and all there is of a part: "nine of the missing were found"."""
    words, noun = load_knowledge().words, counted.noun
    if counted.part and verb is not None:
        plain = verb.lemma in words["weak verb"] | words["verb before a state"]
        if not plain or (verb.lemma in ("go", "come") and len(list_forms(parse, verb)) > 1):
            return True
    if noun is None or noun.lemma not in load_knowledge().persons - words["harmed"]:
        return False
    tells = verb is not None and verb.lemma not in words["weak verb"] | words["verb before a state"]
    held = (noun.lemma, "noun") in load_knowledge().measures and counted.top.dep in (*_SUBJECTS, "dobj")
    return listed is not None or (tells and held)


def is_whole(parse: Parse, counted: Counted) -> bool:
    """Tell whether a number is what parts are taken of: "two of the [three] hostages", "Of the [640 km] border"."""
    i = counted.first - 1
    while i >= 0 and (
        parse.words[i].tag in ("DT", "PRP$", "JJR", "$") or parse.words[i].lower in ("total", "than", "some")
    ):
        i -= 1
    if i < 0 or parse.words[i].lower != "of" or parse.words[i].sentence != counted.anchor.sentence:
        return False
    lead = parse.words[i - 1] if i else parse.words[i]
    starts = i == parse.sentences[parse.words[i].sentence][0]
    return starts or lead.pos == "NUM" or lead.lower in ("out", "none", "all", "half", "most", "third", "some", "any")


def find_verb(parse: Parse, counted: Counted) -> tuple[Word | None, str]:
    """Climb from a number to the verb that it depends on, and tell its role there."""
    word = counted.top
    role = word.dep
    for _ in range(8):
        for child in parse.children[word.i]:
            clause = parse.words[child]
            if (
                clause.dep in ("acl", "relcl")
                and clause.pos == "VERB"
                and clause.i > word.i
                and not (counted.part and word.i > counted.last)
                and _is_about(parse, clause)
                and not _has_main_verb(parse, word, clause)
            ):
                return clause, "nsubjpass" if clause.tag == "VBN" else "nsubj"
        head = parse.words[word.head]
        if head.i == word.i:
            return (word, role) if word.pos == "VERB" else (None, role)
        if word.dep not in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod"):
            role = word.dep if role in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod") else role
        if head.pos == "VERB":
            return head, role
        if head.pos in ("NOUN", "PROPN", "NUM") and word.dep == "prep":
            return None, role
        word = head
    return None, role


def _has_main_verb(parse: Parse, noun: Word, clause: Word) -> bool:
    """ "400 firefighters [backed by aircraft] battled fires": the main verb tells more than the participle."""
    main = parse.words[noun.head]
    acts = noun.dep == "nsubj" and main.tag == "VBD" and main.i > clause.i and clause.dep == "acl"
    helped = clause.tag == "VBN" and find_child(parse, clause, ("agent",)) is not None
    return acts and helped and main.lemma not in load_knowledge().words["weak verb"]


def _is_about(parse: Parse, clause: Word) -> bool:
    """A relative clause with a subject of its own says nothing of its noun: "970 km, of which 519 are marked"."""
    subject = find_child(parse, clause, _SUBJECTS)
    return subject is None or subject.tag in ("WP", "WDT") or subject.lower == "that"


def _find_total(parse: Parse, counted: Counted, verb: Word | None) -> Word | None:
    """Find the toll or number that a bare figure fills: "the death toll climbed to 19"."""
    if counted.noun is not None or counted.amount.unit:
        return None
    head = parse.words[counted.anchor.head]
    words = load_knowledge().words
    body = parse.words[head.head]
    if head.lower == "of" and (body.lemma in words["total"] or _is_sized(parse, body)):
        return body
    for i in parse.children[verb.i] if verb else ():
        child = parse.words[i]
        if (
            (child.lemma in words["total"] or (verb and _is_level(verb) and _is_sum(child)))
            and child.i != counted.anchor.i
            and child.dep in (*_SUBJECTS, "dobj", "attr")
        ):
            return child
    return None


def _is_sum(noun: Word) -> bool:
    """ "The [population] is 7,000", "[casualties] stand at 210"."""
    known = load_knowledge()
    acts = noun.tag == "NNS" and (noun.lemma, "noun") in known.measures and noun.lemma not in known.persons
    return acts or noun.lemma in known.words["body of people"]


def _is_sized(parse: Parse, body: Word) -> bool:
    """ "A population of 7,000"; but "a crowd of 7,000 greeted the queen" tells what they did."""
    words, verb = load_knowledge().words, parse.words[body.head]
    acts = body.dep in _SUBJECTS and verb.pos == "VERB" and verb.lemma not in words["weak verb"] and not _is_level(verb)
    return body.lemma in words["body of people"] and not acts


def _is_level(verb: Word) -> bool:
    known = load_knowledge()
    return verb.lower in known.changes or verb.lemma in known.words["verb of level"]


def is_running(predicate: Predicate) -> bool:
    """Tell whether the figure is a toll or total as it stands so far."""
    return predicate.total is not None and predicate.total.lemma in load_knowledge().words["running total"]
