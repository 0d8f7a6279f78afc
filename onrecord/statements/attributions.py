"""Finds who said what in one report."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import Parse
from onrecord.records import Attribution, Document
from onrecord.statements.candidates import Candidate
from onrecord.statements.cues.formats import find_formats
from onrecord.statements.cues.hearings import find_hearings, hear_headlines
from onrecord.statements.cues.misread import find_misread
from onrecord.statements.cues.nominals import find_nominals
from onrecord.statements.cues.verbs import find_verb_candidates
from onrecord.statements.edges.asides import fill_waiting, find_inverted_source
from onrecord.statements.edges.comments import cut_comments
from onrecord.statements.edges.continuing import continue_paragraphs
from onrecord.statements.edges.datelines import find_datelines, strip_dateline
from onrecord.statements.edges.deciding import (
    drop_debris,
    drop_doubles,
    drop_readers,
    drop_tellers,
    keep_possible,
    keep_real,
    keep_voiced,
    leave_quotation,
    lend_speaker,
    nest,
)
from onrecord.statements.edges.lost_clauses import regain_clause
from onrecord.statements.edges.lost_marks import restore_lost_marks
from onrecord.statements.edges.parting import cut_at_semicolon, part_joined
from onrecord.statements.edges.speeches import attach_quotations, find_unlisted, join_further, name_flanking
from onrecord.statements.edges.trimming import (
    cut_before,
    cut_fronted,
    cut_joined,
    cut_lead,
    cut_links,
    fill_explained,
    fill_fronted,
    fill_gap,
    fill_object,
    fill_split,
    part_shared,
)
from onrecord.statements.grammar.quotations import Quoted, find_quotations
from onrecord.statements.relays.chains import find_relays
from onrecord.statements.relays.conveying import find_words_sent
from onrecord.statements.relays.outlets import survey_outlets
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
    found = [*find_verb_candidates(parse), *nominals, *misread, *find_words_sent(parse), *find_hearings(parse)]
    return drop_debris(parse, found, document.debris)


def decide(document: Document, parse: Parse, quoted: Quoted, proposed: Sequence[Candidate]) -> list[Candidate]:
    """Turn what the rules propose into what stands."""
    found = [name_flanking(parse, quoted, candidate) for candidate in attach_quotations(parse, quoted, proposed)]
    found = find_unlisted(parse, quoted, found)
    found = [regain_clause(parse, quoted, candidate) for candidate in found]
    found = [fill_gap(parse, fill_waiting(parse, quoted, candidate)) for candidate in found]
    found = [fill_object(parse, quoted, fill_split(parse, candidate)) for candidate in found]
    found = [fill_explained(parse, quoted, candidate) for candidate in found]
    found = [cut_fronted(parse, quoted, fill_fronted(parse, quoted, candidate)) for candidate in found]
    found = [cut_lead(parse, quoted, cut_joined(parse, quoted, candidate)) for candidate in found]
    found = [cut_before(parse, quoted, candidate) for candidate in found]
    found = [find_inverted_source(parse, quoted, leave_quotation(quoted, candidate)) for candidate in found]
    found = lend_speaker(parse, hear_headlines(parse, part_shared(quoted, found)))
    datelines = find_datelines(parse)
    found = [strip_dateline(parse, datelines, candidate) for candidate in found if candidate.content]
    found = cut_comments(parse, quoted, keep_possible(quoted, keep_real(parse, keep_voiced(parse, found))))
    found = [cut_at_semicolon(parse, quoted, candidate) for candidate in found]
    formats = drop_debris(parse, list(find_formats(parse, quoted)), document.debris)
    found = [*drop_doubles(cut_links(parse, part_joined(parse, quoted, found))), *formats]
    found = nest(quoted, drop_readers(parse, quoted, found))
    found = continue_paragraphs(parse, quoted, join_further(parse, quoted, found))
    outlets = survey_outlets(document, parse)
    return drop_tellers(parse, find_relays(parse, outlets, nest(quoted, restore_lost_marks(parse, quoted, found))))
