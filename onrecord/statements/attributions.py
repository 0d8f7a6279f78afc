"""Finds who said what in one report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import Parse
from onrecord.records import Attribution, Document
from onrecord.statements.asides import fill_waiting, find_inverted_source
from onrecord.statements.candidates import Candidate
from onrecord.statements.comments import cut_comments
from onrecord.statements.continuing import continue_paragraphs
from onrecord.statements.datelines import find_datelines, strip_dateline
from onrecord.statements.deciding import (
    drop_debris,
    drop_doubles,
    drop_tellers,
    keep_possible,
    keep_real,
    keep_voiced,
    leave_quotation,
    lend_speaker,
    nest,
    part_joined,
)
from onrecord.statements.edges import (
    cut_before,
    cut_fronted,
    cut_joined,
    cut_lead,
    fill_fronted,
    fill_gap,
    fill_object,
    fill_split,
)
from onrecord.statements.formats import find_formats
from onrecord.statements.lost_clauses import regain_clause
from onrecord.statements.lost_marks import restore_lost_marks
from onrecord.statements.misread import find_misread
from onrecord.statements.nominals import find_nominals
from onrecord.statements.outlets import survey_outlets
from onrecord.statements.quotations import Quoted, find_quotations
from onrecord.statements.relays import find_relays
from onrecord.statements.speeches import attach_quotations, find_unlisted, join_further, name_flanking
from onrecord.statements.verbs import find_verb_candidates
from onrecord.statements.writing import write_attributions


def find_attributions(document: Document, parse: Parse) -> tuple[Attribution, ...]:
    """Find every attribution of a report in the order of the text: source, cue, content, relays, denial, act."""
    quoted = find_quotations(parse)
    decided = decide(document, parse, quoted, propose(document, parse))
    return write_attributions(document, parse, quoted, decided)


def propose(document: Document, parse: Parse) -> list[Candidate]:
    """Return what every rule proposes, page debris left out."""
    misread = tuple(find_misread(parse))
    verbs = {candidate.head for candidate in misread}
    nominals = (candidate for candidate in find_nominals(parse) if candidate.head not in verbs)
    return drop_debris(parse, [*find_verb_candidates(parse), *nominals, *misread], document.debris)


def decide(document: Document, parse: Parse, quoted: Quoted, proposed: Sequence[Candidate]) -> list[Candidate]:
    """Turn what the rules propose into what stands."""
    found = [name_flanking(parse, quoted, candidate) for candidate in attach_quotations(parse, quoted, proposed)]
    found = find_unlisted(parse, quoted, found)
    found = [regain_clause(parse, quoted, candidate) for candidate in found]
    found = [fill_gap(parse, fill_waiting(parse, candidate)) for candidate in found]
    found = [fill_object(parse, quoted, fill_split(parse, candidate)) for candidate in found]
    found = [cut_fronted(parse, quoted, fill_fronted(parse, quoted, candidate)) for candidate in found]
    found = [cut_lead(parse, quoted, cut_joined(parse, quoted, candidate)) for candidate in found]
    found = [cut_before(parse, quoted, candidate) for candidate in found]
    found = [find_inverted_source(parse, quoted, leave_quotation(quoted, candidate)) for candidate in found]
    found = lend_speaker(parse, found)
    datelines = find_datelines(parse)
    found = [strip_dateline(parse, datelines, candidate) for candidate in found if candidate.content]
    found = cut_comments(parse, quoted, keep_possible(quoted, keep_real(parse, keep_voiced(parse, found))))
    formats = drop_debris(parse, list(find_formats(parse, quoted)), document.debris)
    found = nest(quoted, [*drop_doubles(part_joined(parse, found)), *formats])
    found = continue_paragraphs(parse, quoted, join_further(parse, quoted, found))
    outlets = survey_outlets(document, parse)
    return drop_tellers(parse, find_relays(parse, outlets, nest(quoted, restore_lost_marks(parse, quoted, found))))
