"""Rules on verbs that take what is said, wanted, praised or blamed as a noun, alone or after a preposition."""

from __future__ import annotations

from onrecord.language import Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import Said, after_content, propose
from onrecord.statements.cues.objects_meant import is_matter, is_too_vague
from onrecord.statements.grammar.trees import children, find_that_clauses, is_time, reach
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_cues, load_words

_OBJECTS = ("dobj", "oprd", "dative", "xcomp", "attr", "acomp")
_CIRCUMSTANCES = ("in", "on", "at", "during", "after", "before", "amid", "by")
_GIVERS = ("from", "by")
_MATTERS = ("for", "about", "of", "against", "over")
_NO_PREPOSITIONS: frozenset[str] = frozenset()
_MAKES_KNOWN = ("clear", "plain", "known", "certain", "sure")


def phrasal_object(said: Said) -> Candidate | None:
    """A verb with its fixed preposition: "called for talks", "spoke out against the plan"."""
    if not said.somebody:
        return None
    for word in said.after("prep"):
        favour = _in_favour(said, word)
        if favour is not None:
            return favour
    for word in said.after("prep", "prt"):
        adverbs = all(said.parse.words[i].pos == "ADV" for i in range(said.verb.i + 1, word.i))
        asked = said.verb.lemma in load_words("asked_for") and word.dep == "prep"
        asked = asked or (said.verb.lemma in load_words("telling") and word.lower in ("of", "about"))
        asked = asked or (word.dep == "prep" and _hears_first(said, word))
        close = asked or ((adverbs or word.i <= said.verb.i + 2) and not any(o.i < word.i for o in said.after("dobj")))
        take = "+on" if word.lower == "upon" and "+upon" not in said.cue.takes else "+" + word.lower
        if close and take in said.cue.takes and not _says_when(said, word):
            return _after_preposition(said, word)
    return None


def _hears_first(said: Said, preposition: Word) -> bool:
    """ "Apologised to the town on Monday for the noise": whom it was said to, when and where stand between."""
    between = [word for word in said.after("prep", "npadvmod", "advmod") if word.i < preposition.i]
    told = [word for word in between if word.lower in ("to", "with", "before") and _is_heard(said, word)]
    rest = (word for word in between if word not in told)
    behind = said.parse.words[preposition.left - 1]
    plain = all(is_time(said.parse, word) or word.lower in ("in", "on", "at") for word in rest)
    for_others = preposition.lower == "for" and said.verb.lemma in load_words("speaking")
    return bool(told) and plain and not for_others and between[-1].right == behind.i and preposition.lower in _MATTERS


def _is_heard(said: Said, preposition: Word) -> bool:
    return any(can_speak(said.parse, word) for word in children(said.parse, preposition.i, "pobj"))


def _says_when(said: Said, preposition: Word) -> bool:
    """ "Spoke on Monday" tells when, "spoke on condition of anonymity" how, "spoke on the dam" of what."""
    named = children(said.parse, preposition.i, "pobj")
    times = load_words("time") | {"condition"}
    return preposition.lower in ("on", "in", "at") and any(word.lower in times for word in named)


def _in_favour(said: Said, preposition: Word) -> Candidate | None:
    """ "Voted in favour of the bill"."""
    for noun in children(said.parse, preposition.i, "pobj"):
        sides = "+for" in said.cue.takes or (said.verb.lemma == "come" and bool(said.after("prt")))
        if preposition.lower == "in" and noun.lower in ("favour", "favor", "support") and sides:
            cue = frozenset({preposition.i, noun.i})
            inner = [w for w in children(said.parse, noun.i, "prep") if w.lower == "of"]
            if inner:
                content = reach(inner[0]) - {inner[0].i}
                return propose(said, content, "phrasal", "+for", cue | {inner[0].i})
    return None


def _after_preposition(said: Said, preposition: Word) -> Candidate | None:
    content = reach(preposition) - {preposition.i}
    for child in said.after("dobj", "prep", "acl", "xcomp", "pcomp", "ccomp", "oprd"):
        if child.i > preposition.i and not is_time(said.parse, child):
            content |= reach(child)
    content = after_content(said.parse, said.verb, _with_purpose(said, content))
    if _is_request_for_comment(said, content):
        return None
    return propose(said, content, "phrasal", "+" + preposition.lower, frozenset({preposition.i}))


def _is_request_for_comment(said: Said, content: frozenset[int]) -> bool:
    """ "Did not respond to a request for comment" reports no statement."""
    words = {said.parse.words[i].lower for i in content}
    return bool(words & {"request", "requests", "inquiry", "inquiries", "questions", "emails"}) and "respond" in (
        said.verb.lemma
    )


def plain_object(said: Said) -> Candidate | None:
    """A verb of stance or announcement with its object: "rejected the offer", "announced a truce"."""
    things = said.after("dobj", "oprd")
    fronted = _fronted(said)
    if "object" not in said.cue.takes or not said.somebody or not (things or fronted) or is_too_vague(said, things):
        return None
    content = frozenset(word.i for word in fronted)
    for child in said.after(*_OBJECTS, "prep"):
        if child.dep != "prep" or _is_maker(said, child) or not _is_circumstance(said, child):
            content |= reach(child)
    content = _with_purpose(said, content)
    if len(content) == len(fronted):
        return None  # "what she rejected": no word says what
    return propose(said, after_content(said.parse, said.verb, content), "object", "object")


def _with_purpose(said: Said, content: frozenset[int]) -> frozenset[int]:
    """ "Proposed a levy to mend the dam": what it is for belongs to what is proposed, whatever it hangs on."""
    last = max(content, default=-1)
    for child in said.after("advcl", "xcomp"):
        if child.left == last + 1 and (said.parse.words[child.left].tag == "TO" or _names_as(said, child)):
            content |= reach(child)
    return content


def _names_as(said: Said, clause: Word) -> bool:
    """ "Described the night as the town celebrating itself": what it is described as, not while what went on."""
    opening = said.parse.words[clause.left]
    told = any(aux.tag in ("VBD", "VBZ", "VBP", "MD") for aux in children(said.parse, clause.i, "aux"))
    return opening.lower == "as" and clause.tag == "VBG" and not told


def _is_circumstance(said: Said, preposition: Word) -> bool:
    """A time or a place; "in mending the dam" and "in support of it" are neither."""
    if preposition.lower == "in" and _is_action_in(said, preposition):
        return False
    if preposition.lower == "on" and said.verb.lemma in load_words("lashing") and is_matter(said, preposition):
        return False
    return is_time(said.parse, preposition) or preposition.lower in _CIRCUMSTANCES


def _is_action_in(said: Said, preposition: Word) -> bool:
    sides = load_words("side_taken")
    return bool(children(said.parse, preposition.i, "pcomp")) or any(
        noun.lower in sides for noun in children(said.parse, preposition.i, "pobj")
    )


def _is_maker(said: Said, preposition: Word) -> bool:
    """ "Described remarks by the envoy": right behind the object "by" names whose it is."""
    things = said.after("dobj")
    named = preposition.lower == "by" and children(said.parse, preposition.i, "pobj")
    return bool(named and things and things[0].right + 1 == preposition.i)


def _fronted(said: Said) -> list[Word]:
    return [word for word in children(said.parse, said.verb.i, "dobj") if word.i < said.verb.i and word.lower == "what"]


def light_verb(said: Said) -> Candidate | None:
    """A verb that leaves the meaning to its noun: "raised the prospect of", "made clear that"."""
    if said.verb.lemma not in load_words("light_verb") or not said.somebody:
        return None
    return _made_known(said) or _with_noun(said)


def _beside(said: Said) -> list[Word]:
    """ "Made clear Monday they have no plans": the adjective right behind the verb, though it hangs on the day."""
    return list(said.parse.words[said.verb.i + 1 : said.verb.i + 2]) if said.verb.lemma == "make" else []


def _made_known(said: Said) -> Candidate | None:
    for child in (*said.after("ccomp", "acomp", "oprd", "xcomp"), *_beside(said)):
        inner = [w for w in children(said.parse, child.i, "acomp", "amod") if w.lower in _MAKES_KNOWN]
        if child.lower not in _MAKES_KNOWN and not inner:
            continue
        below = [*said.after("ccomp"), *children(said.parse, child.i, "ccomp")]
        clauses = [*below, *(clause for word in (child, *inner) for clause in find_that_clauses(said.parse, word))]
        content = frozenset().union(*(reach(c) for c in clauses if c.i not in (child.i, said.verb.i)), NONE)
        found = propose(said, content - {child.i}, "light verb", "clause", frozenset({child.i}))
        if found is not None:
            return found
    return None


def _with_noun(said: Said) -> Candidate | None:
    cues = load_cues()
    for noun in said.after("dobj"):
        cue = cues.get((noun.lemma, "noun"))
        compound = children(said.parse, noun.i, "compound", "poss")
        if cue is None or "light" not in cue.takes or noun.left > said.verb.i + 1 or compound:
            continue
        content = noun_content(said, noun)
        more = frozenset(range(said.verb.i, noun.i + 1))
        found = propose(said, content, "light verb", "light", more)
        if found is not None:
            return found
    return None


def noun_content(said: Said, noun: Word, own: frozenset[str] = _NO_PREPOSITIONS) -> frozenset[int]:
    """Return what a noun that carries the meaning of its verb is about; `own` are prepositions of a fixed phrase."""
    content: frozenset[int] = NONE
    to_do = [
        c for c in children(said.parse, noun.i, "relcl") if own and said.verb.lemma == "see" and c.tag == "VB"
    ]  # "saw no reason to act"
    for child in (*children(said.parse, noun.i, "prep", "acl", "ccomp"), *to_do):
        foreign = child.dep == "prep" and (child.lower not in own if own else child.lower in _GIVERS)
        if child.i > noun.i and not foreign and not (child.dep == "acl" and child.tag in ("VBG", "VBN")):
            content |= reach(child) - ({child.i} if child.dep == "prep" else NONE)
    if content:
        return content
    prepositions = own or load_words("object_preposition") - {"from", "with", "upon", "into"}
    prepositions |= {"at"} if said.verb.lemma in load_words("expressing") else set()
    for child in said.after("prep", "dative") if own else said.after("prep"):
        hearer = (
            child.lower == "to"
            and not own
            and any(can_speak(said.parse, w) for w in children(said.parse, child.i, "pobj"))
        )
        if child.i > noun.i and child.lower in prepositions and not hearer and not is_time(said.parse, child):
            content |= reach(child) - {child.i}
    return content
