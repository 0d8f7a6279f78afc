"""Rules on verbs that say, think, want or show something in a clause or an infinitive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import (
    children,
    cue_words,
    find_lender,
    find_subject,
    is_time,
    reach,
    says_so_itself,
    source_words,
    verb_cue,
)
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import Cue, load_words

_CLOSING_MARKS = "\"'\u201d\u2019\u00bb\u00ab\u201c"
_OPENING_MARKS = "\"'\u201d\u2019\u00bb\u00ab\u201c"
TOLD = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True, slots=True)
class Said:
    """A verb with what the rules ask of it: its cue row, its cue words, its subject and that subject's words."""

    parse: Parse
    verb: Word
    cue: Cue
    words: frozenset[int]
    subject: Word | None
    source: frozenset[int]

    def after(self, *deps: str) -> list[Word]:
        """Return the children that follow the verb in one of these relations."""
        return [child for child in children(self.parse, self.verb.i, *deps) if child.i > self.verb.i]

    @property
    def somebody(self) -> bool:
        """Tell whether a subject was found that can say something: not "it", not "there"."""
        if self.subject is None or self.subject.lower == "there":
            return False
        return self.subject.lower != "it" or self.verb.lemma in load_words("wanting") | load_words("willed")


VerbRule = Callable[[Said], Candidate | None]


def read_verb(parse: Parse, verb: Word) -> Said:
    """Gather what the rules ask of a verb."""
    subject = find_subject(parse, verb)
    source = source_words(parse, subject, verb) if subject is not None else NONE
    return Said(parse, verb, verb_cue(verb), cue_words(parse, verb), subject, source)


def propose(said: Said, content: frozenset[int], rule: str, take: str, more: frozenset[int] = NONE) -> Candidate | None:
    """Make a candidate of a verb and its content; the words of the cue and the source are taken out of it."""
    cue = said.words | more
    content = trim_content(said.parse, said.verb, content) - cue
    if said.subject is not None and said.subject.head == said.verb.i:
        content -= frozenset(i for i in reach(said.subject) if (i < said.verb.i) == (said.subject.i < said.verb.i))
    if not content:
        return None
    content |= _fronted_relative(said, content) - cue - said.source
    return Candidate(head=said.verb.i, cue=cue, source=said.source - cue, content=content, rule=rule, take=take)


def _fronted_relative(said: Said, content: frozenset[int]) -> frozenset[int]:
    """ "A dam, which she called unsafe": the pronoun stands for what is called so."""
    opening = said.parse.words[said.verb.left]
    if said.verb.dep != "relcl" or opening.tag not in ("WDT", "WP") or opening.i >= said.verb.i:
        return NONE
    return (
        frozenset({opening.i}) if opening.dep in ("dobj", "pobj") and opening.head in content | {said.verb.i} else NONE
    )


def clause_complement(said: Said) -> Candidate | None:
    """A verb of saying or thinking and the clause it takes."""
    clauses = complements(said)
    if not clauses or said.verb.lemma in load_words("open_not"):
        return None
    if _opens_as_reported(said.parse, clauses[-1], said.verb):
        clauses = [clause for clause in clauses if clause.i > said.verb.i]
    last = clauses[-1]
    known = bool(said.cue.takes & {"clause", "object"}) or _follows_quotation(said, last)
    known = known or ("quotation" in said.cue.takes and _holds_marks(said.parse, clauses))
    if not known and not (_opens_as_reported(said.parse, last, said.verb) and said.somebody):
        return None
    content = frozenset().union(*map(reach, clauses))
    if clauses[0].i < said.verb.i:
        content |= _led_up_to(said, clauses[0])
    else:
        content |= _belongs_after(said, last)
        content -= frozenset().union(*(reach(k) for k in _between(said, clauses[0])), NONE)
    return propose(said, content, "clause" if known else "open clause", "clause")


def _holds_marks(parse: Parse, clauses: list[Word]) -> bool:
    """Tell whether quotation marks stand in or right before the clauses: "roared" and "went on" report nothing else."""
    near = (parse.words[i] for clause in clauses for i in range(max(0, clause.left - 2), clause.right + 1))
    return any(word.tag in ("``", "''") or word.text[0] in _OPENING_MARKS for word in near if word.tag != "POS")


def _follows_quotation(said: Said, clause: Word) -> bool:
    """An open class: any verb right after a quotation of a whole clause, with a speaker: "wailed the neighbour"."""
    words = said.parse.words
    before = words[max(0, clause.left - 1) : clause.left + 1]
    opened = any(word.text[0] in _OPENING_MARKS for word in before)
    closed = any(word.text[-1] in _CLOSING_MARKS for word in words[clause.i + 1 : said.verb.i])
    speakers = children(said.parse, said.verb.i, "nsubj", "dobj")
    spoken = any(can_speak(said.parse, word) for word in speakers)
    return opened and closed and spoken and clause.right < said.verb.i and said.verb.tag in ("VBD", "VBZ")


def complements(said: Said) -> list[Word]:
    """Return the clauses a verb takes, without one before it where it has an object of its own."""
    clauses = children(said.parse, said.verb.i, "ccomp")
    if not clauses:
        return []
    if not said.cue.takes & {"quotation", "clause"} or _has_own_object(said):
        return [clause for clause in clauses if clause.i > said.verb.i or _follows_quotation(said, clause)]
    return clauses


def _has_own_object(said: Said) -> bool:
    """A verb that already has an object after it does not also report the clause before it."""
    if said.verb.lemma in load_words("telling") or said.subject is None:
        return False
    objects = [word for word in said.after("dobj") if word.pos in ("NOUN", "PROPN", "PRON")]
    infinitives = said.after("xcomp") if said.verb.lemma not in ("say", "go", "tell", "add") else []
    return bool(objects or infinitives)


def _opens_as_reported(parse: Parse, clause: Word, verb: Word) -> bool:
    """An open class: any verb whose clause begins with "that", "whether", "if" or a question word."""
    marks = any(mark.lower in ("that", "whether", "if") for mark in children(parse, clause.i, "mark"))
    return clause.i > verb.i and (marks or parse.words[clause.left].tag == "WRB")


def _led_up_to(said: Said, clause: Word) -> frozenset[int]:
    """ "The dam holds, but the mill is shut, Orlova told them": both are hers, though the parse gives her one."""
    parse, before = said.parse, said.parse.words[said.verb.head]
    joined = parse.words[clause.left - 1].lower in ("and", "but", "or", "while") if clause.left else False
    speech = "quotation" in verb_cue(before).takes and bool(children(parse, before.i, "ccomp"))
    if said.verb.dep != "conj" or not joined or speech or before.pos != "VERB" or before.i > clause.left:
        return NONE
    return frozenset(range(parse.sentences[said.verb.sentence][0], clause.left))


def _belongs_after(said: Said, last: Word) -> frozenset[int]:
    """What follows the reported clause and hangs on the verb by a slip of the parse belongs to the clause."""
    words: frozenset[int] = NONE
    for child in said.after("conj"):
        same = _is_about_things(said.parse, child) or _goes_on(said, child, last) or _is_marked(said, child, last)
        if child.i > last.i and same:
            words |= frozenset(range(last.right + 1, child.right + 1))
    for child in said.after("advcl", "prep"):
        marks = {mark.lower for mark in children(said.parse, child.i, "mark", "advmod")}
        aside = marks & load_words("closer") or is_time(said.parse, child) or child.tag == "VBG"
        if child.i > last.i and not aside:
            words |= reach(child)
    return words


def _is_about_things(parse: Parse, verb: Word) -> bool:
    """ "Said that it held and there was no leak": it is not the speaker who goes on."""
    subjects = children(parse, verb.i, "nsubj", "expl")
    return bool(subjects) and subjects[0].lower in ("it", "this", "that", "these", "there")


def _is_marked(said: Said, verb: Word, last: Word) -> bool:
    """'Said she was "glad" and the mill must "wait its turn"': quotation marks on both sides are of one voice."""
    parse = said.parse
    told = verb_cue(verb).takes or not children(parse, verb.i, "nsubj", "nsubjpass")
    if told or "quotation" not in said.cue.takes:
        return False
    return all(_holds_marks(parse, [clause]) for clause in (last, verb))


def _goes_on(said: Said, verb: Word, last: Word) -> bool:
    """ "Said he had held the gate and he was dry": with a pronoun and nothing that one says, the clause goes on."""
    subjects = children(said.parse, verb.i, "nsubj", "nsubjpass")
    joined = any(word.lower == "and" for word in said.parse.words[last.right + 1 : verb.i])
    speaks = "quotation" in said.cue.takes and said.verb.lemma != "ask"
    plain = bool(subjects) and subjects[0].lower in ("he", "she", "they") and not verb_cue(verb).takes
    return joined and plain and speaks


def _between(said: Said, clause: Word) -> list[Word]:
    return [word for word in said.after("dobj", "dative", "npadvmod") if word.i < clause.i]


def infinitive_complement(said: Said) -> Candidate | None:
    """A verb of wanting, planning, asking or refusing with an infinitive: "wants to leave", "urged both to stop"."""
    actions = said.after("xcomp")
    takes = said.cue.takes
    if not actions or not said.somebody or not takes & {"infinitive", "object_infinitive"}:
        return None
    if says_so_itself(said.parse, actions[0]):
        return None
    content = frozenset().union(*map(reach, actions)) | _further_actions(said, actions[-1])
    for preposition in said.after("prep") if said.verb.lemma == "call" else []:
        if preposition.lower in ("on", "upon") and preposition.i < actions[0].left:
            return propose(said, content, "infinitive", "+on", frozenset({preposition.i}))
    if "object_infinitive" not in takes:
        return propose(said, content, "infinitive", "infinitive")
    told = said.verb.lemma in load_words("urging") | load_words("telling")
    for person in [] if told else said.after("dobj"):
        content |= reach(person)
    return propose(said, content, "infinitive", "object_infinitive" if said.after("dobj") else "infinitive")


def _further_actions(said: Said, last: Word) -> frozenset[int]:
    """ "Wants to mend the dam, raise it and guard it": a bare infinitive goes on with the one before it, not with
    "wants", whatever the parse says.
    """
    if said.verb.tag == "VB":
        return NONE
    words: frozenset[int] = NONE
    for child in said.after("conj"):
        if child.i > last.i and child.tag == "VB" and not children(said.parse, child.i, "nsubj", "aux"):
            words |= frozenset(range(last.right + 1, child.right + 1))
    return words


def inner_infinitive(said: Said) -> Candidate | None:
    """A verb of wanting or urging with a person and what they should do: "wants the envoy to leave"."""
    if "object_infinitive" not in said.cue.takes or not said.somebody:
        return None
    for clause in said.after("ccomp"):
        marked = [word for word in children(said.parse, clause.i, "aux") if word.tag == "TO"]
        if marked and clause.tag == "VB":
            told = said.verb.lemma in load_words("urging") | load_words("telling")
            hearers = children(said.parse, clause.i, "nsubj", "nsubjpass") if told else []
            content = reach(clause) - NONE.union(*map(reach, hearers))
            return propose(said, content, "infinitive", "object_infinitive")
    return None


def broken_clause(said: Said) -> Candidate | None:
    """A verb that can only report a clause, where the parse makes an object of the clause's first words."""
    start = said.after("dobj", "xcomp")
    if said.verb.lemma not in load_words("reports_clause") or not said.somebody or not start:
        return None
    first, last = start[0].left, said.verb.right
    ends = [child.left - 1 for child in said.after("conj", "advcl", "cc") if child.left > first]
    last = min([last, *ends])
    finite = [i for i in range(first, last + 1) if said.parse.words[i].tag in ("VBD", "VBZ", "VBP", "MD")]
    fronted = any(child.i < said.verb.i for child in children(said.parse, said.verb.i, "ccomp"))
    if not finite or fronted or start[0].lower in load_words("said_word"):
        return None
    return propose(said, frozenset(range(first, last + 1)), "clause", "clause")


def gerund_complement(said: Said) -> Candidate | None:
    """A verb of saying or stance with an action in "-ing": "denied hiding it", "supports closing the port"."""
    actions = [action for action in said.after("xcomp") if action.tag == "VBG" or _is_having(said.parse, action)]
    if not actions or not said.somebody or not said.cue.takes & {"clause", "object"} or said.after("dobj"):
        return None
    take = "object" if "object" in said.cue.takes else "clause"
    return propose(said, NONE.union(*map(reach, actions)), "infinitive", take)


def _is_having(parse: Parse, action: Word) -> bool:
    """ "Denies having been paid"."""
    return any(aux.tag == "VBG" for aux in children(parse, action.i, "aux"))


def bare_verb(said: Said) -> Candidate | None:
    """A verb of saying without a clause waits for a quotation nearby."""
    if "quotation" not in said.cue.takes:
        return None
    return Candidate(
        head=said.verb.i, cue=said.words, source=said.source, content=NONE, rule="quotation", take="quotation"
    )


def trim_content(parse: Parse, verb: Word, content: frozenset[int]) -> frozenset[int]:
    """Cut off what the parse hangs inside a content although the outer verb's subject goes on speaking or doing."""
    for i in sorted(content):
        if i in content and i > verb.i:
            content -= _not_reported(parse, verb, parse.words[i])
    return content


def _not_reported(parse: Parse, verb: Word, word: Word) -> frozenset[int]:
    if (
        word.dep == "conj"
        and word.tag in ("VBD", "VBZ")
        and parse.words[word.head].tag == "VB"
        and word.tag == verb.tag
    ):
        return _with_conjunction(parse, verb, word) if not children(parse, word.i, "nsubj", "nsubjpass") else NONE
    if _reports_apart(parse, verb, word):
        return _with_conjunction(parse, verb, word)
    if word.pos == "VERB" and word.dep in ("conj", "advcl", "acl"):
        lender = find_lender(parse, word)
        if lender is not None and lender.i == verb.i:
            return _with_conjunction(parse, verb, word)
    return NONE


def _reports_apart(parse: Parse, verb: Word, word: Word) -> bool:
    """ "Said it was smart, although she again refused to ..., and the guards warned that": another report begins."""
    before = parse.words[word.left - 1]
    if word.dep not in ("advcl", "conj") or word.tag not in TOLD or before.text[0] in _OPENING_MARKS:
        return False
    own = children(parse, word.i, "nsubj")
    told = [c for c in children(parse, word.i, "ccomp", "xcomp") if c.i > word.i]
    opening = parse.words[word.left]
    if not own or not told or not verb_cue(word).takes & {"quotation", "infinitive"} or verb.tag not in TOLD:
        return False
    if word.dep == "advcl":
        return before.text == "," and opening.lower in ("though", "although", "while", "whereas")
    apart = before.lower in ("and", "but") and parse.words[before.i - 1].text == ","
    return apart and (own[0].pos != "PRON" or "quotation" in verb_cue(word).takes)


def _with_conjunction(parse: Parse, verb: Word, word: Word) -> frozenset[int]:
    first = word.left
    while first - 1 > verb.i + 1 and parse.words[first - 1].lower in (",", "and", "but", "or"):
        first -= 1
    return frozenset(range(first, word.right + 1))


def after_content(parse: Parse, verb: Word, content: frozenset[int]) -> frozenset[int]:
    """Cut from an object or infinitive the clauses that only comment on it: "..., while the talks went on"."""
    for i in sorted(content):
        word = parse.words[i]
        if i in content and word.left > verb.i + 1 and _comments(parse, word, content):
            content -= frozenset(range(word.left - 1 if _comma(parse, word) else word.left, word.right + 1))
    return content


def _comma(parse: Parse, word: Word) -> bool:
    return parse.words[word.left - 1].lower in (",", "-", "\u2014", "\u2013", "(")


def _comments(parse: Parse, word: Word, content: frozenset[int]) -> bool:
    if word.dep == "appos" and children(parse, word.i, "cc"):
        return False  # "blames the weather, the bank and the tax": a list
    if word.dep in ("relcl", "appos"):
        return len(content) > 2 and _comma(parse, word) and word.left - 1 in content and word.head in content
    if word.dep != "advcl" or word.pos != "VERB":
        return False
    opening = parse.words[word.left].lower
    return opening in ("while", "although", "though", "when", "after", "before") or (
        opening in load_words("closer") and _comma(parse, word)
    )
