"""Who answers whom within one report: an accusation or a claim, and the denial that points back at it or repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.accounts.cues import fits
from onrecord.accounts.objects import key_of
from onrecord.accounts.sayings import Report, Saying, folded, has_voice
from onrecord.linking.wording import content_stems, find_words

_NEAR = 700
_FAR = 1200
_NEXT = 250
_SHARE = 0.7
_FEW = 3
_DOING = re.compile(r"\W*(?:having |being )?\w+ing\b")
_THAT = re.compile(
    r"^(?:[\w'\u2019-]+ ){0,4}(?:reports?|claims?|allegations?|accusations?|charges?|rumou?rs?|suggestions?) that "
)
ELSEWHERE = ("received", "ever", "once", "at present", "no talks", "undecided")
_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)(?! of| about)|according|add(?:s|ed)|stat(?:es|ed)|insist\w*"
    r"|repl\w+)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|be|been|not|never|no)\b|n't\b"
)
_LEAST_PREFIX = 5
_EDGES = " \"'\u201c\u201d\u00ab\u00bb\u2018\u2019.,"
_CLAIM = (
    r"(?:(?:accusation|charge|allegation|claim|report|assertion|suggestion|insinuation|imputation|rumour|rumor|version"
    r"|account|description|criticism|depiction|portrayal|characteri[sz]ation|reproach|reproof|suspicion|complaint"
    r"|contention|statement|remark|comment|finding|conclusion|verdict|assessment|argument|notion|theory|tale|slur|smear"
    r"|attack|estimate|figure|number|tally|reading|interpretation)(?:e?s)?|stor(?:y|ies)|gossip|speculation|talk)"
)
_POINTS = re.compile(
    r"^(?:(?:all |any |both )?(?:of )?(?:it|this|that|these|those|them)"
    rf"|(?:the|this|that|these|those|such|all|any|both|his|her|its|their|our) (?:\w+ )?{_CLAIM}"
    r"(?: (?:against|about|made|by|from|of|on|over|in) [^.,;]{0,60})?)(?: as .*)?$"
)
_FALSE = (
    r"(?:a |an |pure |complete |total |utter )*(?:lie|lies|untrue|not true|false|wrong|nonsense|slander|libel|smear"
    r"|absurd|baseless|groundless|unfounded|fabricat\w+|invent\w+|fiction|fairy tale|ridiculous|rubbish|propaganda"
    r"|provocation|fantasy|made up|without (?:any )?(?:foundation|basis|substance))"
)
_CALLED_FALSE = re.compile(rf"^(?:it|this|that|them|these|the (?:\w+ )?{_CLAIM}) (?:as )?[\"'\u201c\u2018]?{_FALSE}\b")
_WAS_FALSE = re.compile(
    rf"^(?:that )?(?:it|this|that|these|they|the (?:\w+ )?{_CLAIM})(?: [^.,;]{{0,60}}?)? (?:was|were|is|are|had been) "
    rf"[\"'\u201c\u2018]?{_FALSE}\b"
)
_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*|rebut\w*|contest\w*|contradict\w*|brush\w*"
    r"|wav(?:es|ed) (?:aside|away|off)|shrug\w*|scoff\w*)\b"
)
_SUCH = re.compile(r"\b(?:any )?such an?\b|\b(?:no|any) such\b")
_PLAIN_ACTS = frozenset({"assert", "believe", "support", "oppose", "intend", "promise"})
_BLAME = re.compile(r"\b(?:accusation|charge|criticism|reproach|reproof|complaint|slur|smear|attack)e?s?\b")
_BLAMES = frozenset({"accuse", "criticise", "warn"})
_MAKES_A_CLAIM = frozenset({"accuse", "assert", "criticise", "estimate", "believe"})


def find_answers(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield what is said in a report with the denial by somebody else that answers it there, numbers left out."""
    for claim, denial in find_all_answers(report):
        if not _give_figures(report, claim, denial):
            yield claim, denial


def find_all_answers(report: Report) -> Iterator[tuple[Saying, Saying]]:
    """Yield what is said in a report with the denial by somebody else that answers it there."""
    spoken = [saying for saying in report.sayings if not saying.in_title]
    for number, denial in enumerate(spoken):
        if not has_voice(denial):
            continue
        if points_back(denial):
            found = _last_claims(spoken[:number], denial)
        else:
            found = [claim for claim in spoken if denies_a_deed(denial) and _is_answered(claim, denial)]
            if not found and denial.attribution.denial and _SUCH.search(folded(denial.words)):
                found = _last_claims(spoken[:number], denial)
        yield from ((claim, denial) for claim in found if claim.speaker)


def denies_a_deed(saying: Saying) -> bool:
    """True for a denial of what happened; what is not discussed, received or wanted is compared elsewhere."""
    words = folded(saying.words)
    return saying.attribution.denial and not any(fits("contrasts", name, words) for name in ELSEWHERE)


def follow_on(report: Report, saying: Saying) -> list[Saying]:
    """Return what its speaker goes on to say right after a saying: the quotation that follows an accusation."""
    later = [s for s in report.sayings if saying.start < s.start and s.attribution.parent != saying.attribution.id]
    found, end = [], saying.attribution.content[-1].end
    for one in later:
        between = report.document.text[end : one.start]
        if (
            one.actor != saying.actor
            or len(between) > _NEXT
            or "\n" in between
            or one.attribution.act not in _PLAIN_ACTS
        ):
            break
        found.append(one)
        end = one.attribution.content[-1].end
    return found


def _give_figures(report: Report, claim: Saying, denial: Saying) -> bool:
    """True where it is a number that is disputed: who rejects the one goes on to give the other in the same unit."""
    own = [s for s in report.sayings if s.actor == denial.actor and 0 <= s.start - denial.start < _NEXT]
    here, there = (_units(report, sayings) for sayings in ([claim], own))
    return bool(here & there)


def _units(report: Report, sayings: Sequence[Saying]) -> frozenset[str]:
    spans = [span for saying in sayings for span in saying.attribution.content]
    figures = (f for f in report.marks.figures if f.unit and f.value is not None)
    return frozenset(f.unit for f in figures if any(s.start <= f.span.start < s.end for s in spans))


def points_back(saying: Saying) -> bool:
    """True for a denial that does not say what it denies: "denied it", "called this a lie", "the charge was false"."""
    words, cue = folded(saying.words).strip(_EDGES), folded(saying.cue)
    if _WAS_FALSE.match(words) or _CALLED_FALSE.match(words):
        return True
    return bool(_POINTS.match(words)) and bool(_REJECTS.search(cue))


def is_about_blame(saying: Saying) -> bool:
    """True where what is denied is blame: "the charge", and not "the figure"; only what blames somebody is meant."""
    return bool(_BLAME.search(folded(saying.words)))


def _names_speaker(claim: Saying, denial: Saying) -> bool:
    """True where a claim names the one who denies it."""
    return any(w[:1].isupper() and w in find_words(claim.words) for w in find_words(denial.speaker or ""))


def _last_claims(before: Sequence[Saying], denial: Saying) -> list[Saying]:
    """Return what a denial points back at: the last accusation, or what the last speaker before it claims in a row."""
    near = [s for s in before if 0 < denial.start - s.start < _NEAR and s.actor != denial.actor and _claims(s)]
    accusing = [saying for saying in near if saying.attribution.act == "accuse"]
    if accusing:
        return [saying for saying in near if saying.actor == accusing[-1].actor and saying.start >= accusing[-1].start]
    last = before[-1] if before else denial
    if is_about_blame(denial) and last.attribution.act not in _BLAMES and not _names_speaker(last, denial):
        return []
    if last.actor == denial.actor or denial.start - last.attribution.content[-1].end > _NEXT:
        return []
    return [saying for saying in near if saying.actor == last.actor]


def _claims(saying: Saying) -> bool:
    attribution = saying.attribution
    return attribution.act in _MAKES_A_CLAIM and not attribution.denial and attribution.negated != "saying"


def _is_answered(claim: Saying, denial: Saying) -> bool:
    """True when a denial takes up a deed of which somebody else speaks near it: "threats", "threatening"."""
    if claim.actor == denial.actor or not _claims(claim) or abs(denial.start - claim.start) > _FAR:
        return False
    if claim.attribution.parent == denial.attribution.id or denial.attribution.parent == claim.attribution.id:
        return False
    if not (is_clause(denial) or _DOING.match(denial.words)):
        return False  # "contradicted the minister" names a person, and no deed
    denied = _deeds(denial)
    shared = {stem for stem in denied if any(is_one_word(stem, other) for other in _deeds(claim))}
    outright = bool(_REJECTS.search(folded(denial.cue)) or _SUCH.search(folded(denial.words)))
    if claim.attribution.act == "accuse" or _SUCH.search(folded(denial.words)):
        return bool(shared) and (outright or 2 * len(shared) > len(denied))
    plain = claim.attribution.negated is None and is_clause(claim)
    if plain and _REJECTS.search(folded(denial.cue)) and abs(denial.start - claim.start) < _NEAR:
        return bool(shared) and len(denied) <= min(_FEW, 2 * len(shared))
    return plain and len(shared) > 1 and len(shared) >= _SHARE * len(denied)


def is_clause(saying: Saying) -> bool:
    """True where what is said is a sentence, and no bare thing: "the story about the letters" asserts nothing."""
    words = folded(saying.words).strip()
    told = bool(_SAYING.search(folded(saying.cue)))
    return told or words.startswith(("that ", '"', "\u201c", "\u00ab")) or bool(_FINITE.search(words))


def _deeds(saying: Saying) -> frozenset[str]:
    """Return the stems of the words in small letters: names tie too much together within one report."""
    told = _THAT.sub("", saying.words) if saying.attribution.denial else saying.words
    small = " ".join(word for word in told.split() if word.strip(_EDGES)[:1].islower())
    return frozenset(key_of(word) for word in find_words(small) if content_stems(word))


def is_one_word(left: str, right: str) -> bool:
    """True for two stems of one word family: "threat" and "threaten"."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= _LEAST_PREFIX and long.startswith(short)
