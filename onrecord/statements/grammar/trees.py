"""Reads the parse as a tree: whose children, how far a word reaches, who does what a verb says."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.records import Span
from onrecord.statements.grammar.branches import ancestors as ancestors
from onrecord.statements.grammar.branches import children as children
from onrecord.statements.grammar.branches import is_verbal as is_verbal
from onrecord.statements.grammar.branches import reach as reach
from onrecord.statements.grammar.branches import verb_cue as verb_cue
from onrecord.statements.grammar.named_before import find_before, is_misread_name
from onrecord.statements.grammar.voices import can_speak, is_person_noun
from onrecord.statements.lexicon import UNKNOWN, load_cues, load_voices, load_words

SUBJECTS = ("nsubj", "nsubjpass")
_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("NOUN", "PROPN", "PRON")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP", "CD")
_CLOSING = ('"', "''", "'", "\u201d", "\u2019", "\u00bb")
_DASHES = ("-", "--", "\u2013", "\u2014")
_LONGEST_CLIMB = 5
_LONGEST_SENTENCE = 400


def readable_words(parse: Parse) -> Iterator[Word]:
    """Give the words of every sentence that can be one; the parse of a longer stretch means nothing and costs much."""
    for first, last in parse.sentences:
        if last - first <= _LONGEST_SENTENCE:
            yield from parse.words[first:last]


def find_unread(parse: Parse) -> tuple[Span, ...]:
    """Return the sentences that are too long for any rule to read, so that the reader can be told of them."""
    return tuple(
        Span(start=parse.words[first].start, end=parse.words[last - 1].end)
        for first, last in parse.sentences
        if last - first > _LONGEST_SENTENCE
    )


def find_subject(parse: Parse, verb: Word) -> Word | None:
    """Return the word that does what a verb says, also where another verb or a noun lends it; None for a passive."""
    if children(parse, verb.i, "nsubjpass"):
        return None
    lender = find_lender(parse, verb)
    if lender is not None:
        return find_subject(parse, lender)
    return _own_subject(parse, verb, 0) or _fallback(parse, verb)


def find_lender(parse: Parse, verb: Word) -> Word | None:
    """Return the outer verb that a verb continues although the parse hangs it inside the outer verb's clause.

    "He said the dam held and added that the gates were shut": "added" hangs on "held" and continues "said".
    """
    outlasts = _outlasts_thing(parse, verb)
    if not (outlasts or _may_continue(parse, verb)):
        return None
    below = verb
    for above in ancestors(parse, verb.i):
        if above.sentence != verb.sentence or above.pos not in ("VERB", "AUX", "ADJ", "NOUN", "ADP"):
            return None
        if (
            _lends(parse, above, verb, outlasts)
            and below.dep in ("ccomp", "xcomp", "dobj", "advcl", "conj")
            and below is not verb
        ):
            return above
        below = above
    return None


def _may_continue(parse: Parse, verb: Word) -> bool:
    takes = verb_cue(verb).takes
    if not takes & {"quotation", "object", "infinitive", "object_infinitive"} or children(parse, verb.i, *SUBJECTS):
        return False
    if verb.tag == "VBG":
        speaks = "quotation" in takes or verb.lemma in load_words("naming")
        return speaks and verb.dep in ("advcl", "conj", "acl") and verb.left == verb.i and _set_off(parse, verb.i)
    if "quotation" not in takes and not _turns_back(parse, verb):
        return False
    return (
        verb.dep == "conj"
        and _finite_tag(parse, verb) in _FINITE
        and bool(children(parse, verb.i, "ccomp", "xcomp", "dobj"))
    )


def _set_off(parse: Parse, i: int) -> bool:
    """A comma stands before, also one inside the marks that close a quotation."""
    k = i - 1
    while k > 0 and parse.words[k].text in _CLOSING:
        k -= 1
    return parse.words[k].text == ","


def _turns_back(parse: Parse, verb: Word) -> bool:
    """ "Said it would be costly and accused them": the tense is that of the outer verb, not of the clause before."""
    before = parse.words[verb.head]
    return verb.dep == "conj" and _finite_tag(parse, before) != verb.tag and not children(parse, verb.i, "aux")


def _finite_tag(parse: Parse, verb: Word) -> str:
    """The tag of a verb, or of its "did" or "does"."""
    auxiliaries = children(parse, verb.i, "aux")
    return next((aux.tag for aux in auxiliaries if aux.lemma == "do"), verb.tag if not auxiliaries else "")


def _outlasts_thing(parse: Parse, verb: Word) -> bool:
    """ "Says the roof leaks and is asking for money": the roof asks for nothing."""
    head = parse.words[verb.head]
    if verb.dep != "conj" or not verb_cue(verb).takes or children(parse, verb.i, *SUBJECTS):
        return False
    helpers = children(parse, verb.i, "aux")  # a bare "suggest" is a plural that the parse missed
    finite = any(one.tag in _FINITE for one in (verb, *helpers)) or (verb.tag == "VB" and not helpers)
    subjects = children(parse, head.i, *SUBJECTS)
    told = bool(subjects) and not can_speak(parse, subjects[-1]) and subjects[-1].tag not in ("WDT", "WP")
    return told and finite and not children(parse, verb.i, "auxpass")


def _lends(parse: Parse, above: Word, verb: Word, outlasts: bool) -> bool:
    takes = verb_cue(above).takes or _adjective_takes(parse, above)
    same = outlasts or verb.tag == "VBG" or (_finite_tag(parse, above) or above.tag) == _finite_tag(parse, verb)
    return above.i < verb.left and same and bool(takes & {"quotation", "object", "clause"})


def _adjective_takes(parse: Parse, verb: Word) -> frozenset[str]:
    """ "Is adamant that the dam held | and means to stay": what the adjective takes."""
    adjectives = children(parse, verb.i, "acomp") if verb.lemma == "be" else []
    return frozenset().union(*(load_cues().get((one.lower, "adjective"), UNKNOWN).takes for one in adjectives))


def _own_subject(parse: Parse, verb: Word, depth: int) -> Word | None:
    own = children(parse, verb.i, *SUBJECTS) or _clause_subject(parse, verb)
    if own:
        if own[0].lower in ("that", "which") and verb.dep == "relcl" and not depth:
            return _maker(parse, parse.words[verb.head]) or _last_subject(parse, own)
        own = [_last_subject(parse, own)]
        return own[0] if own[0].dep != "nsubjpass" or depth else None
    if depth > _LONGEST_CLIMB:
        return None
    head = parse.words[verb.head]
    loose = verb.dep == "dep" and verb.tag == head.tag and head.i < verb.i  # "nodded, then asked"
    if (verb.dep == "conj" or loose) and is_verbal(head):
        return _own_subject(parse, _same_tense(parse, verb, head), depth + 1)
    if verb.dep in ("xcomp", "advcl", "pcomp", "ccomp"):
        return _borrowed(parse, verb, depth)
    return _of_noun(parse, verb) if verb.dep == "acl" else None


def _last_subject(parse: Parse, own: list[Word]) -> Word:
    """ "A levy, which they say hurts", "DORN - Orlova said": of two subjects the one beside the verb is its own."""
    if len(own) == 1 or own[-1].dep != "nsubj":
        return own[0]
    apart = any(word.text in _DASHES for word in parse.words[own[0].i + 1 : own[-1].i])
    return own[-1] if apart or own[0].lower in load_words("relative") else own[0]


def _same_tense(parse: Parse, verb: Word, head: Word) -> Word:
    """ "Ran on a plan to mend the dam and accused them": the verb goes on with "ran", though it hangs on "mend"."""
    if verb.tag not in ("VBD", "VBZ") or head.tag not in ("VB", "VBG"):
        return head
    bare = not any(aux.tag in _FINITE or aux.tag == "MD" for aux in children(parse, head.i, "aux"))
    outer = (w for w in ancestors(parse, head.i) if w.tag == verb.tag and is_verbal(w))
    return next(outer, head) if bare and not children(parse, head.i, *SUBJECTS) else head


def _clause_subject(parse: Parse, verb: Word) -> list[Word]:
    """ "Members calling for talks say": the parse takes the participle for the subject."""
    return [c for c in children(parse, verb.i, "csubj") if c.i < verb.i and parse.words[c.left].tag in _NOUNS]


def _borrowed(parse: Parse, verb: Word, depth: int) -> Word | None:
    """A clause without a subject of its own has the subject, or the object, of the clause it hangs on."""
    if verb.dep == "ccomp" and verb.tag not in ("VBG", "VB"):
        return None
    head = parse.words[verb.head]
    if verb.dep == "pcomp":
        head = parse.words[head.head]
        if head.pos == "NOUN":
            return next(iter(children(parse, head.i, "poss")), None)
    if head.pos not in ("VERB", "ADJ"):
        return None
    controls = "object_infinitive" in verb_cue(head).takes or head.lemma in load_words("controls")
    controlled = verb.dep == "xcomp" and verb.tag == "VB" and controls
    objects = children(parse, head.i, "dobj") if controlled else []
    subject = objects[0] if objects else _own_subject(parse, head, depth + 1)
    if verb.dep == "advcl" and verb.tag == "VBG" and subject is not None and not can_speak(parse, subject):
        return _according(parse, head) or subject
    return subject


def _according(parse: Parse, verb: Word) -> Word | None:
    """ "According to the bank, the debt has grown, warning that ...": the participle is the bank's."""
    for opening in children(parse, verb.i, "prep", "advcl"):
        if opening.lower == "according":
            to = next(iter(children(parse, opening.i, "prep")), None)
            return next(iter(children(parse, to.i, "pobj")), None) if to else None
    return None


def _of_noun(parse: Parse, verb: Word) -> Word | None:
    head = parse.words[verb.head]
    if verb.tag == "VBG":
        return _maker(parse, head) or _beyond(parse, verb, head) or head
    if verb.tag == "VBN" and _is_active(parse, verb):
        return head
    if verb.tag != "VB":
        return None
    owners = children(parse, head.i, "poss")
    if not owners and head.dep == "dobj":
        owners = children(parse, head.head, "nsubj")
    return owners[0] if owners else None


def _beyond(parse: Parse, participle: Word, noun: Word) -> Word | None:
    """ "Orlova talked up her plan, promising to stay": behind a comma whoever acts promises, and not the plan."""
    above = parse.words[noun.head]
    if can_speak(parse, noun) or not _set_off(parse, participle.left) or not is_verbal(above):
        return None
    subject = _own_subject(parse, above, 1)
    return subject if subject is not None and can_speak(parse, subject) else None


def _maker(parse: Parse, noun: Word) -> Word | None:
    """ "Orlova sent a letter to the board saying": who puts a text out says what it says, not the text or the board."""
    phrase = parse.words[noun.head]
    issuing = phrase if noun.dep == "dobj" else parse.words[phrase.head]
    if issuing.lemma not in load_words("issuing") or noun.dep not in ("dobj", "pobj", "dative"):
        return None
    texts = [noun] if phrase.lower == "in" else children(parse, issuing.i, "dobj")
    if not any(_is_text(text) for text in texts):
        return None
    subject = _own_subject(parse, issuing, 1)
    return subject if subject is not None and subject.dep == "nsubj" and can_speak(parse, subject) else None


def _is_text(noun: Word) -> bool:
    return load_voices().get(noun.lemma) == "document"


def _is_active(parse: Parse, participle: Word) -> bool:
    return bool(children(parse, participle.i, "ccomp")) or len(children(parse, participle.i, "oprd")) > 1


def _fallback(parse: Parse, verb: Word) -> Word | None:
    """Where the parse names no subject: the nearest subject above a non-finite verb, or the name just before."""
    if verb.tag in ("VB", "VBG"):
        return _subject_above(parse, verb)
    return find_before(parse, verb)


def _subject_above(parse: Parse, verb: Word) -> Word | None:
    head = parse.words[verb.head]
    if (verb.dep == "relcl" and verb.tag == "VB") or (verb.dep in ("acl", "relcl") and verb.tag == "VBG"):
        return head
    for above in ancestors(parse, verb.i):
        found = children(parse, above.i, *SUBJECTS) if is_verbal(above) else []
        if found:
            return found[0]
    return None


def source_words(parse: Parse, subject: Word, verb: Word | None) -> frozenset[int]:
    """Return the words that name a source: the subject with what belongs to it, without a clause set off by commas.

    A relative pronoun brings the noun it stands for; the name of the speaker is given without the pronoun.
    """
    if subject.lower in load_words("relative") and parse.words[subject.head].dep == "relcl":
        return _antecedent(parse, subject)
    first, last = subject.left, subject.right
    for child in children(parse, subject.i, "relcl", "acl", "advcl", "appos", "prep", "conj"):
        off = child.dep in ("relcl", "acl", "advcl") and parse.words[child.left - 1].pos == "PUNCT"
        holds = verb is not None and child.left <= verb.i <= child.right
        if child.i > subject.i and (off or holds):
            last = min(last, child.left - 1)
    if verb is not None:
        first, last = (first, min(last, verb.i - 1)) if subject.i < verb.i else (max(first, verb.i + 1), last)
    return _trimmed(parse, first, min(last, _before_clause(parse, subject.i, last)))


def _trimmed(parse: Parse, first: int, last: int) -> frozenset[int]:
    while last > first and parse.words[last].pos == "PUNCT" and parse.words[last].text != ")":
        last -= 1
    return frozenset(range(first, last + 1))


def _before_clause(parse: Parse, first: int, last: int) -> int:
    """Where a clause set off by a comma hangs on a noun within the phrase: "Orlova of the League, who ..."."""
    clauses = (w for w in parse.words[first + 1 : last + 1] if w.dep == "relcl" and w.left > first)
    return min((w.left - 1 for w in clauses if parse.words[w.left - 1].text == ","), default=last)


def _antecedent(parse: Parse, pronoun: Word) -> frozenset[int]:
    """The noun before a relative clause; "who" after a comma stands for the person, not for the body they belong to."""
    clause = parse.words[pronoun.head]
    noun = parse.words[clause.head]
    if (noun.pos not in _NAMES and noun.tag not in ("DT", "CD", "JJ", "JJS")) or noun.i > pronoun.i:
        return frozenset({pronoun.i})
    above = parse.words[parse.words[noun.head].head]
    belongs = noun.dep == "pobj" and above.i < noun.i and above.pos in _NAMES
    apart = pronoun.lower == "who" and parse.words[pronoun.i - 1].text == ","
    if apart and belongs and not is_person_noun(noun) and (is_person_noun(above) or above.pos == "PROPN"):
        noun = above
    return _trimmed(parse, noun.left, clause.left - 1) | {pronoun.i}


def cue_words(parse: Parse, verb: Word) -> frozenset[int]:
    """Return a verb with its auxiliaries, negation, particle and the short adverb before it."""
    adverbs = load_words("said_adverb")
    kept = {verb.i}
    for child in children(parse, verb.i, "aux", "auxpass", "neg", "prt", "advmod"):
        if is_misread_name(child, verb):
            continue
        if child.dep != "advmod" or (0 < verb.i - child.i <= 2 and child.lower in adverbs):
            kept.add(child.i)
    return frozenset(kept)


def is_time(parse: Parse, word: Word) -> bool:
    """Tell whether a phrase says when: "on Monday", "last week"."""
    if word.dep not in ("npadvmod", "advmod", "prep", "pobj"):
        return False
    times = load_words("time")
    return word.lower in times or any(parse.words[c].lower in times for c in parse.children[word.i])


def says_so_itself(parse: Parse, action: Word) -> bool:
    """ "Wishes to state that", "would like to make clear that": whoever puts it so has said it."""
    wish = parse.words[action.head]
    now = wish.tag in ("VBZ", "VBP") or any(word.lower == "would" for word in children(parse, wish.i, "aux"))
    if wish.lemma not in load_words("putting") or not now:
        return False
    clear = [word for word in children(parse, action.i, "acomp", "ccomp", "oprd") if word.tag == "JJ"]
    speaks = bool(verb_cue(action).classes & {"speech", "report"}) or (action.lemma == "make" and bool(clear))
    return speaks and any(find_that_clauses(parse, word) for word in (action, *clear))


def find_that_clauses(parse: Parse, word: Word) -> list[Word]:
    """Return the verbs of the clauses with "that" below a word, whatever the parse calls them."""
    clauses = children(parse, word.i, "ccomp", "advcl")
    return [one for one in clauses if any(mark.lower == "that" for mark in children(parse, one.i, "mark"))]
