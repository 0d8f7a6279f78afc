"""Finds the chain that a statement came through: the agency that quotes it, the interview it was given in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate, leave_out
from onrecord.statements.grammar.trees import ancestors, children, source_words
from onrecord.statements.grammar.voices import head_of, is_person_noun
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.bearers import Bearer, find_bearers
from onrecord.statements.relays.citing import with_cited
from onrecord.statements.relays.conveying import convey, have_say, repeat
from onrecord.statements.relays.frames import frame, is_picked_up
from onrecord.statements.relays.hands import find_handings, leave_texts, pass_by_hands
from onrecord.statements.relays.headings import follow_headings
from onrecord.statements.relays.inheriting import inherit_relays
from onrecord.statements.relays.naming import full_name, name_outlet
from onrecord.statements.relays.openings import find_papers, follow_openings
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own
from onrecord.statements.relays.passing import lift_passed_on, take_closing
from onrecord.statements.relays.phrased import is_text
from onrecord.statements.relays.relaying import follow_tellers
from onrecord.statements.relays.reporters import find_reports, report
from onrecord.statements.relays.told import hear_outlet, tell_outlet
from onrecord.statements.relays.upstream import find_upstream


def find_relays(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Fill the relay chains: agents and reporters of other people's words, hearers that are outlets, interviews.

    The outlet that publishes the report is no relay.
    """
    bearers = find_bearers(parse, outlets)
    reports = find_reports(parse, outlets, bearers)
    candidates = repeat(parse, convey(parse, _unglue(parse, outlets, candidates)))
    handings = find_handings(parse, outlets)
    candidates = have_say(parse, outlets, handings, candidates)
    found = [frame(parse, bearers, candidate) for candidate in _cite(parse, outlets, candidates)]
    found = [tell_outlet(parse, outlets, candidate) for candidate in found]
    found = pass_by_hands(parse, handings, found)
    found = lift_passed_on(parse, outlets, take_closing(parse, found))
    found = [report(reports, found, leave_texts(parse, handings, candidate)) for candidate in found]
    found = [_told_to(parse, outlets, _extend(parse, bearers, candidate)) for candidate in found]
    found = [hear_outlet(parse, outlets, _printed(parse, outlets, candidate)) for candidate in found]
    papers = find_papers(parse, outlets)
    found = follow_tellers(parse, outlets, papers, [_draw(parse, outlets, candidate) for candidate in found])
    found = [_without_ours(parse, outlets, candidate) for candidate in found]
    found = [_without_own(parse, outlets, _with_full_names(parse, outlets, candidate)) for candidate in found]
    wordless = {k: candidate.parent for k, candidate in enumerate(found) if not _has_words(parse, candidate)}
    found = follow_openings(parse, outlets, papers, handings, leave_out(found, wordless))
    return follow_headings(parse, outlets, inherit_relays(parse, bearers, _leave_to_outer(found)))


def _leave_to_outer(found: Sequence[Candidate]) -> list[Candidate]:
    """Take from a nested statement the chain of the one around it: it came by that chain and by who says it."""
    return [
        replace(one, relays=())
        if one.parent is not None and one.relays and one.relays == found[one.parent].relays
        else one
        for one in found
    ]


def _unglue(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "According to Calna, Minister Orlova said": the parse takes the minister for an apposition of the agency."""
    found = list(candidates)
    for k, opening in enumerate(candidates):
        comma = next((i for i in sorted(opening.source) if parse.words[i].text == ","), None)
        if opening.rule != "according to" or comma is None:
            continue
        relay = frozenset(i for i in opening.source if i < comma)
        speaker = frozenset(i for i in opening.source if i > comma)
        for told, other in enumerate(candidates):
            beside = not other.source and min(other.cue, default=-1) == max(opening.source) + 1
            if beside and relay and speaker and is_outlet(parse, relay, outlets):
                found[told] = replace(other, source=speaker, relays=(relay,), parent=opening.parent)
                return leave_out(found, {k: opening.parent})
    return found


def _cite(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The agency reported, citing the ministry": the ministry says it, the agency relays it."""
    pairs = [with_cited(parse, outlets, candidate) for candidate in candidates]
    found = [candidate for candidate, _ in pairs]
    cited = frozenset(head for candidate, heads in pairs if candidate.cited for head in heads)
    return leave_out(
        found, {k: c.parent for k, c in enumerate(found) if (c.head in cited and not c.cited) or not c.content}
    )


def _extend(parse: Parse, bearers: dict[int, list[Bearer]], candidate: Candidate) -> Candidate:
    """ "Calna quotes the Dorn Mail quoting an aide", "the Dorn Mail, picked up by Calna, said": Calna is nearer."""
    if not candidate.relays:
        return candidate
    head = head_of(parse, candidate.relays[0])
    above = parse.words[head.head]
    for bearer in bearers.get(head.sentence, ()):
        if bearer.outlet and not any(bearer.name & relay for relay in candidate.relays) and candidate.source:
            quotes = bearer.head.head == above.i and bearer.head.dep == "nsubj" and head.dep == "dobj"
            picked = is_picked_up(parse, head, bearer)
            if (quotes and above.lemma in load_words("citing")) or picked:
                return replace(candidate, relays=(bearer.name, *candidate.relays))
    return candidate


def _told_to(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "Calna quotes him as telling state radio that ...": the radio had it first."""
    hearer = candidate.addressee
    quoted = candidate.rule in ("quoted by", "quoted as") and bool(hearer) and is_outlet(parse, hearer, outlets)
    return replace(candidate, relays=(*candidate.relays, hearer)) if quoted else candidate


def _printed(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "Calna gives its front page to the minister's remark that ...": the paper that prints what is told by a noun."""
    if candidate.rule != "noun" or candidate.relays or candidate.parent is not None or not candidate.source:
        return candidate
    verbs = load_words("hands_on") | load_words("prints") | load_words("reporting") | {"give", "quote", "lead", "open"}
    for above in ancestors(parse, candidate.head):
        if above.pos == "VERB":
            subjects = children(parse, above.i, "nsubj") if above.lemma in verbs else []
            names = [source_words(parse, word, above) for word in subjects if word.tag in ("NNP", "NNPS")]
            name = next((name for name in names if is_outlet(parse, name, outlets)), None)
            return candidate if name is None else replace(candidate, relays=(name,))
    return candidate


def _draw(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "The site, drawing on a tape ..., quotes", "by Calna, whose account rests on": from whom the last has it."""
    start = max(candidate.relays[-1]) + 1 if candidate.relays else len(parse.words)
    after = parse.words[start + 1 : start + 2]
    drawing = load_words("cites") | load_words("draws")
    if not after or parse.words[start].text != "," or not is_outlet(parse, candidate.relays[-1], outlets):
        return candidate
    if not (after[0].tag == "VBG" and after[0].lemma in drawing) and after[0].tag not in ("WDT", "WP", "WP$"):
        return candidate
    last = next((w.i for w in parse.words[start + 1 :] if w.text == "," or w.sentence != after[0].sentence), start)
    origin = find_upstream(parse, outlets, start + 1, last)
    seen = after[0].tag != "VBG"  # "which has seen the file": a text that others wrote is no teller
    new = [link for link in origin if not (link & candidate.source or (seen and is_text(head_of(parse, link))))]
    return replace(candidate, relays=(*candidate.relays, *new))


def _with_full_names(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    relays: list[frozenset[int]] = []
    for relay in candidate.relays:
        name = _without_clause(parse, full_name(parse, name_outlet(parse, outlets, relay)))
        words = _words(parse, name)
        if not any(words <= _words(parse, other) or words >= _words(parse, other) for other in relays):
            relays.append(name)
    return replace(candidate, relays=tuple(relays))


def _without_clause(parse: Parse, name: frozenset[int]) -> frozenset[int]:
    """A text alone: "papers | that turned up in a bin", "an affidavit | unsealed on Tuesday"."""
    head = head_of(parse, name)
    text = not is_person_noun(head) and (is_text(head) or head.lemma in load_words("paperwork"))
    ends = [clause.left for clause in children(parse, head.i, "relcl", "acl") if clause.left > head.i] if text else []
    return frozenset(i for i in name if i < min(ends, default=i + 1)) or name


def _words(parse: Parse, source: frozenset[int]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for i in source)


def _has_words(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].pos != "PUNCT" for i in candidate.content)


def _is_its(parse: Parse, relay: frozenset[int]) -> bool:
    """ "In its report, Calna said": the pronoun looks forward and is no link of its own."""
    return all(parse.words[i].lower in ("its", "their", "our", "my") for i in relay)


def _without_ours(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """Take away "this newspaper" before it could be led to the outlet named last."""
    plain = [link for link in candidate.relays if not any(parse.words[i].tag in ("NNP", "NNPS") for i in link)]
    ours = [link for link in plain if is_own(parse, link, outlets)]
    return replace(candidate, relays=tuple(r for r in candidate.relays if r not in ours)) if ours else candidate


def _without_own(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    kept = tuple(relay for relay in candidate.relays if not is_own(parse, relay, outlets) and not _is_its(parse, relay))
    return candidate if kept == candidate.relays else replace(candidate, relays=kept)
