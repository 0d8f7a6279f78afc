"""Rules on reports without marks that stand before their verb and speaker: "The dam holds, the ministry announced"."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.cues.clauses import TOLD, Said, complements
from onrecord.statements.grammar.trees import children, source_words
from onrecord.statements.grammar.voices import can_speak, head_of
from onrecord.statements.lexicon import load_voices, load_words

_SHORTEST_REPORT = 5
_LONGEST_CLOSE = 9
_MARKS = "\"'\u201d\u2019\u00bb\u00ab\u201c"


def inverted_report(said: Said) -> Candidate | None:
    """A report without marks before its verb and speaker: "The dam holds, announced the ministry"."""
    parse, verb = said.parse, said.verb
    first = parse.sentences[verb.sentence][0]
    if "quotation" not in said.cue.takes or verb.tag not in ("VBD", "VBZ") or verb.i - first < _SHORTEST_REPORT:
        return None
    named = [word for word in said.after("dobj", "npadvmod", "attr", "nsubj") if word.left == verb.i + 1]
    own = [c for c in children(parse, verb.i, "nsubj", "nsubjpass", "ccomp", "xcomp") if c not in named]
    if not named or own or parse.words[verb.i - 1].text != "," or not _is_speaker(parse, named[0]):
        return None
    content = frozenset(range(first, verb.i - 1))
    if not any(parse.words[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in content):
        return None
    source = source_words(parse, named[0], verb) - said.words
    return Candidate(head=verb.i, cue=said.words, source=source, content=content, rule="aside", take="clause")


def _is_speaker(parse: Parse, word: Word) -> bool:
    return can_speak(parse, word) and load_voices().get(word.lemma) != "document"


def closing_report(said: Said) -> Candidate | None:
    """A report without marks that closes with its speaker and verb: "The dam holds, the minister, Orlova, said"."""
    parse, verb = said.parse, said.verb
    last = parse.sentences[verb.sentence][1]
    if not said.cue.takes >= {"quotation", "clause"} or not _is_past(said) or complements(said):
        return None
    rest = parse.words[verb.i + 1 : last]
    if len(rest) > _LONGEST_CLOSE or any(word.tag in (*TOLD, "MD", "``") or word.text in ",:;" for word in rest):
        return None
    named = _pieces_before(parse, verb)
    first = parse.sentences[verb.sentence][0]
    content = frozenset(range(first, min(named, default=first)))
    headline = parse.words[last - 1].pos != "PUNCT" and any(parse.words[i].tag == "TO" for i in content)
    if not named or not (headline or any(parse.words[i].tag in (*TOLD, "MD") for i in content)):
        return None
    if _is_scene(parse, first, min(named)):
        return None
    marked = any(word.text[-1] in _MARKS and word.tag != "POS" for word in parse.words[min(named) - 2 : verb.i])
    if marked or parse.words[first].tag in ("VBN", "VBG"):
        return None
    source = named - said.words
    return Candidate(head=verb.i, cue=said.words, source=source, content=content, rule="aside", take="clause")


def _is_past(said: Said) -> bool:
    """A finite verb, or what the parse takes for a participle: "..., the coordinator, Orlova, announced at dawn"."""
    bracketed = said.parse.words[said.verb.i - 1].text == "("
    bare = said.verb.tag == "VBN" and not bracketed and not children(said.parse, said.verb.i, "aux", "auxpass", "agent")
    return said.verb.tag in TOLD or bare


def _is_scene(parse: Parse, first: int, stop: int) -> bool:
    """ "When the dam broke, Orlova ran": a clause that only tells when is not what somebody says."""
    inner = any(word.text == "," for word in parse.words[first : stop - 1])
    return parse.words[first].lower in load_words("scene_mark") and not inner


def _pieces_before(parse: Parse, verb: Word) -> frozenset[int]:
    """The name before a closing verb, and the noun before it where a comma sets the name off."""
    first = parse.sentences[verb.sentence][0]
    set_off = parse.words[verb.i - 1].text == ","
    piece = _piece(parse, first, verb.i - 1 if set_off else verb.i)
    if set_off and piece:
        piece = _piece(parse, first, min(piece) - 1) | piece
    spoken = bool(piece) and can_speak(parse, head_of(parse, [i for i in piece if i < min(piece) + _LONGEST_CLOSE]))
    return piece if spoken and parse.words[min(piece) - 1].text == "," else NONE


def _piece(parse: Parse, first: int, stop: int) -> frozenset[int]:
    """The words between two commas, if they are a name or a noun with what belongs to it; nothing else."""
    k = stop - 1
    while k > first and parse.words[k].text != ",":
        if parse.words[k].pos in ("VERB", "CONJ") or parse.words[k].lower in load_words("closer") | {"to"}:
            return NONE
        k -= 1
    opening = parse.words[k + 1]
    nominal = opening.pos in ("PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM") and opening.tag not in ("WDT", "WP", "WRB")
    return frozenset(range(k + 1, stop)) if k > first and nominal else NONE
