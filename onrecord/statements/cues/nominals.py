"""Rules on nouns, adjectives and fixed phrases that carry an attribution without a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.standpoints import (
    adjective_cue,
    against_or_for,
    full_of,
    holder_of,
    is_state_of_mind,
    state_of,
    would_rather,
)
from onrecord.statements.grammar.trees import (
    ancestors,
    children,
    find_subject,
    is_verbal,
    reach,
    readable_words,
    source_words,
    verb_cue,
)
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words

_MOST_BETWEEN = 6
_LONGEST_NAME = 9


def noun_cue(parse: Parse, noun: Word) -> Candidate | None:
    """A noun of saying or thinking with its content: "his claim that", "the ministry's hope for"."""
    cue = load_cues().get((noun.lemma, "noun"), UNKNOWN)
    if not cue.takes:
        return None
    clauses = [] if "clause" not in cue.takes and "infinitive" not in cue.takes else _noun_clauses(parse, noun, cue)
    source, cue_set, owned = _noun_source(parse, noun)
    content = frozenset().union(*map(reach, clauses), NONE)
    take = "clause"
    if not content and owned:
        content, take = _after_noun(parse, noun, cue)
    content -= {noun.i} | source
    if not content and owned and cue.takes & {"clause", "be"}:
        content = _behind_colon(parse, noun)
    if not content or (not source and all(_is_infinitive(parse, clause) for clause in clauses)):
        return None
    rule = "noun" if owned else "ownerless noun"
    return Candidate(head=noun.i, cue=cue_set, source=source, content=content, rule=rule, take=take)


def _behind_colon(parse: Parse, noun: Word) -> frozenset[int]:
    """ "The prefect's verdict: 'Enchanting'": what follows the colon is what the noun names."""
    last = parse.sentences[noun.sentence][1]
    colon = noun.right + 1 if noun.right + 1 < last else noun.i
    led = next((i for i in (noun.i + 1, colon) if i < last and parse.words[i].text == ":"), None)
    return NONE if led is None or led + 1 >= last else frozenset(range(led + 1, last))


def _is_infinitive(parse: Parse, clause: Word) -> bool:
    return clause.tag == "VB" and any(word.tag == "TO" for word in children(parse, clause.i, "aux"))


def _noun_clauses(parse: Parse, noun: Word, cue: Cue) -> list[Word]:
    found = []
    for child in children(parse, noun.i, "acl", "ccomp"):
        marked = children(parse, child.i, "mark", "nsubj", "nsubjpass")
        infinitive = child.tag == "VB" and ("infinitive" in cue.takes or marked)
        if child.i > noun.i and (child.dep == "ccomp" or marked or infinitive):
            found.append(child)
    return found


def _noun_source(parse: Parse, noun: Word) -> tuple[frozenset[int], frozenset[int], bool]:
    """Who has the claim: its possessor, the "by" or "from" phrase, or the subject of the verb that takes the noun."""
    cue = frozenset({noun.i})
    owners = children(parse, noun.i, "poss")
    lender = _named_subject(parse, noun, owners)
    if lender is not None:
        verb = parse.words[noun.head]
        return source_words(parse, lender, verb), cue | {verb.i}, True
    if owners:
        return _without_s(parse, reach(owners[0])), cue, True
    for preposition in children(parse, noun.i, "prep"):
        if preposition.lower in ("by", "from", "among") and preposition.i > noun.i:
            named = [reach(word) for word in children(parse, preposition.i, "pobj")]
            return frozenset().union(*named, NONE), cue, True
    head = parse.words[noun.head]
    if noun.dep == "dobj" and is_verbal(head) and not _is_judged(head):
        subject = find_subject(parse, head)
        if subject is not None and subject.lower not in load_words("expletive"):
            return source_words(parse, subject, head), cue | {head.i}, False
    return NONE, cue, False


def _named_subject(parse: Parse, noun: Word, owners: list[Word]) -> Word | None:
    """ "Orlova stepped up her attacks on Brandt": the subject says whose they are better than "her" does."""
    verb = parse.words[noun.head]
    own = bool(owners) and owners[0].tag == "PRP$" and noun.dep == "dobj" and is_verbal(verb)
    if not own or not (verb_cue(verb) is UNKNOWN or verb.lemma in load_words("light_verb")):
        return None
    subject = find_subject(parse, verb)
    agrees = subject is not None and subject.tag != "PRP" and can_speak(parse, subject)
    return subject if agrees and owners[0].lower not in ("my", "our", "your") else None


def _is_judged(verb: Word) -> bool:
    """Tell whether a verb takes a stand on a claim that is not its subject's own: "dismissed rumours that"."""
    return verb.lemma in load_words("denying") | load_words("judging")


def _without_s(parse: Parse, words: frozenset[int]) -> frozenset[int]:
    return frozenset(i for i in words if parse.words[i].tag != "POS")


def _after_noun(parse: Parse, noun: Word, cue: Cue) -> tuple[frozenset[int], str]:
    content, take = NONE, "clause"
    for child in children(parse, noun.i, "prep"):
        if child.i > noun.i and "+" + child.lower in cue.takes:
            content |= reach(child) - {child.i}
            take = "+" + child.lower
    return content, take


def noun_is_clause(parse: Parse, verb: Word) -> Candidate | None:
    """A noun of saying that "is" a clause: "The message was that the dam held"."""
    subjects = children(parse, verb.i, "nsubj")
    clauses = [c for c in children(parse, verb.i, "ccomp", "xcomp") if c.i > verb.i]
    if verb.lemma != "be" or not subjects or not clauses or subjects[0].pos != "NOUN":
        return None
    noun = subjects[0]
    cue = load_cues().get((noun.lemma, "noun"), UNKNOWN)
    if not cue.takes & {"clause", "be"}:
        return None
    source, _, _ = _noun_source(parse, noun)
    if not source and noun.lemma in load_words("own_voice"):
        return None  # "the trouble is that": the report's own view
    words = range(noun.i, verb.i + 1) if verb.i - noun.i < _MOST_BETWEEN else (noun.i, verb.i)
    content = frozenset().union(*map(reach, clauses)) - {verb.i}
    return Candidate(
        head=noun.i, cue=frozenset(words) - source, source=source, content=content, rule="noun is", take="clause"
    )


def according_to(parse: Parse, word: Word) -> Candidate | None:
    """The clause that "according to X" stands in is X's."""
    if word.lower != "according":
        return None
    to = next((c for c in children(parse, word.i, "prep") if c.lower == "to"), None)
    if to is None and word.i + 1 < len(parse.words) and parse.words[word.i + 1].lower == "to":
        to = parse.words[word.i + 1]
    if to is None:
        return None
    named = children(parse, to.i, "pobj") or children(parse, word.i, "pobj")
    if not named or _is_standard(parse, named[0]):
        return None
    source = _up_to_comma(parse, to.i, frozenset(i for i in source_words(parse, named[0], None) if i > to.i))
    return _whole_clause(parse, word, frozenset({word.i, to.i}), source)


def per(parse: Parse, word: Word) -> Candidate | None:
    """ "Per the coast office, four boats were lost": as "according to", where no number is counted by it."""
    if word.lower != "per" or word.tag not in ("IN", "FW", "NNP"):
        return None
    opens = word.i == parse.sentences[word.sentence][0] or parse.words[word.i - 1].text == ","
    named = next((one for one in children(parse, word.i, "pobj") if not _is_standard(parse, one)), None)
    if not opens or named is None or not can_speak(parse, named):
        return None
    if named.lower in load_words("time") or not (parse.children[named.i] or named.tag.startswith("NNP")):
        return None  # "per head", "per year"
    source = _up_to_comma(parse, word.i, frozenset(i for i in source_words(parse, named, None) if i > word.i))
    return _whole_clause(parse, word, frozenset({word.i}), source)


def _is_standard(parse: Parse, noun: Word) -> bool:
    """ "According to plan", "according to size": a bare noun is a standard, not a source."""
    bare = noun.tag == "NN" and not parse.children[noun.i]
    return bare and noun.lower not in load_words("speaker") | load_words("outlet")


def _up_to_comma(parse: Parse, to: int, source: frozenset[int]) -> frozenset[int]:
    """At the start of a sentence a source reaches up to the comma, whatever the parse cuts off."""
    first, last = parse.sentences[parse.words[to].sentence]
    comma = next((i for i in range(to + 1, min(last, to + _LONGEST_NAME)) if parse.words[i].text == ","), None)
    if comma is None or to - first > 2 or any(is_verbal(parse.words[i]) for i in range(to + 1, comma)):
        return source
    timed = next((i for i in range(to + 2, comma) if _opens_time(parse, i)), comma)
    return frozenset(i for i in source | frozenset(range(to + 1, comma)) if not timed <= i < comma)


def _opens_time(parse: Parse, i: int) -> bool:
    """ "The ministry on Sunday": the day is no part of the name."""
    word, after = parse.words[i], parse.words[i + 1]
    return word.lower in ("on", "in") and after.lower in load_words("time")


def in_words_of(parse: Parse, word: Word) -> Candidate | None:
    """The clause that "in the words of X", "in X's view" or "for his part" stands in is X's."""
    if word.lower != "in" or word.dep not in ("prep", "advmod"):
        return None
    for noun in children(parse, word.i, "pobj"):
        if noun.lower not in ("words", "view", "opinion", "judgment", "judgement", "estimation", "telling"):
            continue
        owners = [_without_s(parse, reach(owner)) for owner in children(parse, noun.i, "poss")]
        owners += [reach(o) for p in children(parse, noun.i, "prep") for o in children(parse, p.i, "pobj")]
        if owners:
            between = {noun.i} if children(parse, noun.i, "poss") else range(word.i, noun.i + 2)
            cue = frozenset({word.i, *between})
            return _whole_clause(parse, word, cue, owners[0])
    return None


def in_survey(parse: Parse, word: Word) -> Candidate | None:
    """ "In a poll of the valley, most shops back the toll": what a survey found is the survey's."""
    if word.lower != "in" or word.dep != "prep":
        return None
    asked = next((noun for noun in children(parse, word.i, "pobj") if noun.lower in ("poll", "survey")), None)
    if asked is None or not is_verbal(parse.words[word.head]):
        return None
    opens = word.i == parse.sentences[word.sentence][0]
    named = any(parse.words[c].tag == "NNP" or parse.words[c].dep == "acl" for c in parse.children[asked.i])
    if not opens and not named:
        return None
    source = frozenset(i for i in source_words(parse, asked, None) if i > word.i)
    return _whole_clause(parse, word, frozenset({word.i}), source)


def _whole_clause(parse: Parse, word: Word, cue: frozenset[int], source: frozenset[int]) -> Candidate | None:
    above = next((w for w in ancestors(parse, word.i) if is_verbal(w) and _is_clause(w)), None)
    head = above or next(iter(ancestors(parse, word.i)), None)
    if head is None:
        return None
    first, last = parse.sentences[word.sentence]
    told = reach(word) | source | cue
    at_edge = min(told) <= first + 1 or max(told) >= last - 2
    inside = _is_reported(parse, word, first)
    if above is None or head.dep == "ROOT" or (at_edge and not inside):
        words = frozenset(range(first, last))
    else:
        words = reach(head)
    words = _within_brackets(parse, word.i, first, last) or words
    content = words - reach(word) - source - cue
    if not content:
        return None
    return Candidate(head=word.i, cue=cue, source=source, content=content, rule="according to", take="clause")


def _within_brackets(parse: Parse, i: int, first: int, last: int) -> frozenset[int]:
    """ "(Nine of them sank, according to the office)": only what stands between the same brackets is the office's."""
    opening = next((k for k in range(i, first - 1, -1) if parse.words[k].text in ("(", ")")), first)
    closing = next((k for k in range(i, last) if parse.words[k].text in ("(", ")")), last - 1)
    paired = parse.words[opening].text == "(" and parse.words[closing].text == ")"
    return frozenset(range(opening + 1, closing)) if paired else NONE


def _is_reported(parse: Parse, word: Word, first: int) -> bool:
    """Tell whether a phrase stands inside what another verb of the sentence reports."""
    return any(
        above.dep == "ccomp" and "quotation" in verb_cue(parse.words[above.head]).takes and above.head < above.i
        for above in ancestors(parse, word.i)
    )


def _is_clause(word: Word) -> bool:
    return word.dep in ("ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl")


def _may_be_state(parse: Parse, participle: Word) -> bool:
    return participle.dep in ("acomp", "acl") or is_state_of_mind(parse, participle)


def find_nominals(parse: Parse) -> Iterator[Candidate]:
    """Give what nouns, adjectives and fixed phrases propose in a whole text."""
    for word in readable_words(parse):
        found = None
        if word.pos == "NOUN":
            found = noun_cue(parse, word)
        elif word.pos == "ADJ" or (
            word.tag == "VBN" and (word.dep in ("acomp", "acl") or is_state_of_mind(parse, word))
        ):
            found = adjective_cue(parse, word) or full_of(parse, word)
        elif is_verbal(word):
            found = noun_is_clause(parse, word) or against_or_for(parse, word) or holder_of(parse, word)
            found = found or state_of(parse, word)
            found = found or according_to(parse, word)
        elif word.lower in ("rather", "sooner"):
            found = would_rather(parse, word)
        elif word.pos == "ADP":
            found = in_words_of(parse, word) or in_survey(parse, word) or per(parse, word)
        if found is not None:
            yield found
