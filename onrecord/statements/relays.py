"""Finds the chain that a statement came through: the agency that quotes it, the interview it was given in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.citing import with_cited
from onrecord.statements.frames import Bearer, find_bearers, frame, is_picked_up
from onrecord.statements.hands import find_handings, pass_by_hands
from onrecord.statements.headings import follow_headings
from onrecord.statements.inheriting import inherit_relays
from onrecord.statements.lexicon import load_words
from onrecord.statements.naming import full_name, name_outlet
from onrecord.statements.openings import find_papers, follow_openings
from onrecord.statements.outlets import Outlets, is_outlet, is_own
from onrecord.statements.relaying import follow_tellers
from onrecord.statements.reporters import find_reports, report
from onrecord.statements.trees import ancestors, children, reach, source_words, verb_cue
from onrecord.statements.upstream import find_upstream
from onrecord.statements.voices import head_of

_MOST_OF_IT = 0.7
_NAMES = ("NNP", "NNPS", "NN", "NNS")
_LONGEST_NAME = 8


def find_relays(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Fill the relay chains: agents and reporters of other people's words, hearers that are outlets, interviews.

    The outlet that publishes the report is no relay.
    """
    bearers = find_bearers(parse, outlets)
    reports = find_reports(parse, outlets, bearers)
    candidates = _unglue(parse, outlets, candidates)
    handings = find_handings(parse, outlets)
    found = [frame(parse, bearers, candidate) for candidate in _cite(parse, outlets, candidates)]
    found = pass_by_hands(parse, handings, found)
    found = _passed_through(parse, outlets, _shared(parse, outlets, _cut_closing(_closing_relay(parse, found))))
    found = [report(reports, found, candidate) for candidate in found]
    found = [_under_outlet(parse, outlets, found, candidate) for candidate in found]
    found = [_extend(parse, bearers, candidate) for candidate in found]
    found = [_printed(parse, outlets, candidate) for candidate in found]
    papers = find_papers(parse, outlets)
    found = follow_tellers(parse, outlets, papers, [_draw(parse, outlets, candidate) for candidate in found])
    found = [_without_own(parse, outlets, _with_full_names(parse, outlets, candidate)) for candidate in found]
    wordless = {k: candidate.parent for k, candidate in enumerate(found) if not _has_words(parse, candidate)}
    found = follow_openings(parse, outlets, papers, handings, _without(found, wordless))
    return follow_headings(parse, outlets, inherit_relays(parse, bearers, found))


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
                return _without(found, {k: opening.parent})
    return found


def _cite(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The agency reported, citing the ministry": the ministry says it, the agency relays it."""
    pairs = [with_cited(parse, outlets, candidate) for candidate in candidates]
    found = [candidate for candidate, _ in pairs]
    cited = frozenset(head for candidate, heads in pairs if candidate.cited for head in heads)
    return _without(
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
    """ "The site, drawing on a tape made by a guard, quotes ...": from whom the last link has it, right behind it."""
    start = max(candidate.relays[-1]) + 1 if candidate.relays else len(parse.words)
    after = parse.words[start + 1 : start + 2]
    drawing = load_words("cites") | load_words("draws")
    if not after or parse.words[start].text != "," or not (after[0].tag == "VBG" and after[0].lemma in drawing):
        return candidate
    last = next((w.i for w in parse.words[start + 1 :] if w.text == "," or w.sentence != after[0].sentence), start)
    origin = find_upstream(parse, outlets, start + 1, last)
    new = [link for link in origin if not link & candidate.source]
    return replace(candidate, relays=(*candidate.relays, *new))


def _with_full_names(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    relays: list[frozenset[int]] = []
    for relay in candidate.relays:
        name = full_name(parse, name_outlet(parse, outlets, relay))
        words = _words(parse, name)
        if not any(words <= _words(parse, other) or words >= _words(parse, other) for other in relays):
            relays.append(name)
    return replace(candidate, relays=tuple(relays))


def _under_outlet(parse: Parse, outlets: Outlets, found: Sequence[Candidate], candidate: Candidate) -> Candidate:
    """What somebody says within an outlet's own report came through that outlet: "Dorn wants talks, the Mail wrote"."""
    if candidate.relays or candidate.parent is None or not candidate.source:
        return candidate
    outer = found[candidate.parent]
    relaying = parse.words[outer.head].lemma in load_words("relay_verb") or outer.rule == "according to"
    same = _words(parse, candidate.source) == _words(parse, outer.source)
    if relaying and outer.source and not same and is_outlet(parse, outer.source, outlets):
        return replace(candidate, relays=(outer.source, *outer.relays))
    return candidate


def _words(parse: Parse, source: frozenset[int]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for i in source)


def _has_words(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].pos != "PUNCT" for i in candidate.content)


def _without_own(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    kept = tuple(relay for relay in candidate.relays if not is_own(parse, relay, outlets))
    return candidate if kept == candidate.relays else replace(candidate, relays=kept)


def _passed_through(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "According to A, X said ..." and "X said ..., A reported": X is the source and A the relay."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for inner in candidates:
        outer = inner.parent
        if outer is not None and outer not in dropped and _only_passes_on(parse, outlets, found[outer], inner):
            dropped[outer] = found[outer].parent
    for k, inner in enumerate(candidates):
        if inner.parent in dropped and inner.source:
            outer_found = found[inner.parent]
            relays = (*outer_found.relays, outer_found.source, *inner.relays)
            found[k] = replace(inner, relays=relays, parent=outer_found.parent)
    return _without(found, dropped)


def _closing_relay(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "X assured them that the dam held, according to Y": Y tells what X said."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    ending: dict[int, list[int]] = {}  # the candidates by the last word of their cue
    for k, candidate in enumerate(found):
        ending.setdefault(max(candidate.cue, default=0), []).append(k)
    for k, closing in enumerate(found):
        if closing.rule != "according to" or not closing.source:
            continue
        first = min(closing.cue | closing.source)
        near = sorted(n for i in range(first - _NEAR - 1, first) for n in ending.get(i, ()) if n not in dropped)
        around = _told_around(parse, found, k, near)
        if around is not None:
            dropped[k] = around
            continue
        told = closing.parent
        if told is None or told in dropped:
            continue
        outer, phrase = found[told], closing.cue | closing.source
        ends = max(phrase) + 2 >= parse.sentences[parse.words[closing.head].sentence][1]
        if ends and parse.words[min(phrase) - 1].text == "," and min(phrase) > max(outer.cue, default=0):
            kept = frozenset(i for i in outer.content if i < min(phrase))
            found[told] = replace(outer, content=kept, relays=(*outer.relays, closing.source))
            dropped[k] = told
    return _without(found, dropped)


def _told_around(parse: Parse, found: list[Candidate], k: int, near: Iterable[int]) -> int | None:
    """ "X said, according to Y, that the dam held": between cue and content, Y tells what X said."""
    closing = found[k]
    phrase = closing.cue | closing.source
    for told in near:
        outer = found[told]
        speech = "quotation" in verb_cue(parse.words[outer.head]).takes and bool(outer.source)
        if told == k or not speech or not _follows(parse, phrase, outer.cue):
            continue
        content = (outer.content | (closing.content if outer.parent == k else NONE)) - outer.cue - outer.source - phrase
        if any(i > max(phrase) and parse.words[i].pos != "PUNCT" for i in content):
            found[told] = replace(
                outer,
                content=content,
                relays=(*outer.relays, closing.source),
                parent=closing.parent if outer.parent == k else outer.parent,
            )
            return told
    return None


def _follows(parse: Parse, phrase: frozenset[int], cue: frozenset[int]) -> bool:
    """The phrase stands right behind the verb, but for a comma and a time."""
    between = parse.words[max(cue, default=0) + 1 : min(phrase)]
    return 0 < len(between) <= _NEAR and between[-1].text == "," and not any(word.pos == "VERB" for word in between)


_NEAR = 4


def _cut_closing(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take ", according to Y" from the end of what others say in the sentence: it is the reporter's."""
    phrases = [c.cue | c.source for c in candidates if c.rule == "according to" and c.source]
    found = []
    for candidate in candidates:
        content = candidate.content
        for phrase in phrases:
            if phrase < content and max(content) - max(phrase) <= 1 and candidate.head not in phrase:
                content = frozenset(i for i in content if i < min(phrase))
        found.append(replace(candidate, content=content) if content else candidate)
    return found


def _shared(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The dam held, X said, A reported": two cues for one content; the outlet only passes it on."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for k, inner in enumerate(found):
        for outer in range(max(0, k - 2), min(len(found), k + 3)):
            if outer != k and inner.rule == "aside" and _reports_aside(parse, outlets, found[outer], inner):
                told = found[outer].source | found[outer].cue
                found[k] = replace(inner, relays=(found[outer].source,), content=inner.content - told)
                dropped[outer] = None
    return _without(found, dropped)


def _reports_aside(parse: Parse, outlets: Outlets, outer: Candidate, inner: Candidate) -> bool:
    """The outlet's cue stands at the end of what the aside holds, and they share the rest."""
    verb = parse.words[outer.head]
    outlet = verb.lemma in load_words("relay_verb") and bool(outer.source) and is_outlet(parse, outer.source, outlets)
    words = [i for i in inner.content if parse.words[i].pos != "PUNCT"]
    return outlet and outer.content <= inner.content and max(words, default=0) in outer.cue | outer.source


def _only_passes_on(parse: Parse, outlets: Outlets, outer: Candidate, inner: Candidate) -> bool:
    verb = parse.words[outer.head]
    named = bool(outer.source) and (
        parse.words[max(outer.source)].tag in ("NNP", "NNPS") or is_outlet(parse, outer.source, outlets)
    )
    poll = any(parse.words[i].lower in load_words("speech_noun") for i in outer.source)
    outlet = outer.cited or is_outlet(parse, outer.source, outlets)
    relayed = verb.lemma in load_words("relay_verb") and outlet
    reports = relayed or (outer.rule == "according to" and named and not poll)
    speech = relayed or "quotation" in verb_cue(parse.words[inner.head]).takes
    if not reports or not speech or not outer.source or not inner.source:
        return False
    told = inner.content | inner.source | inner.cue
    if relayed and _is_main(parse, inner, outer):
        told |= reach(parse.words[inner.head])
    return len(told & outer.content) >= _MOST_OF_IT * len(outer.content)


def _is_main(parse: Parse, inner: Candidate, outer: Candidate) -> bool:
    """The inner cue is the main verb of what the outer one reports, or leads to it as its state of mind."""
    first = min(outer.content)
    return not any(
        w.pos == "VERB" and w.i in outer.content and w.i not in inner.cue and w.left <= inner.head <= w.right
        for w in parse.words[first : max(outer.content) + 1]
    )


def _without(found: Sequence[Candidate], dropped: dict[int, int | None]) -> list[Candidate]:
    if not dropped:
        return list(found)
    kept = [k for k in range(len(found)) if k not in dropped]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parent = found[k].parent
        while parent is not None and parent in dropped:
            parent = dropped[parent]
        result.append(replace(found[k], parent=None if parent is None else place[parent]))
    return result
