"""Links a collection, in the order in which each link needs the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.linking.copies import link_copies
from onrecord.linking.dates import find_floors, link_dates
from onrecord.linking.entities import link_entities
from onrecord.linking.events import link_events
from onrecord.linking.quantities import link_quantities
from onrecord.linking.setting import Setting
from onrecord.linking.statements import link_statements
from onrecord.linking.tenures import attest_roles
from onrecord.records import Document, Judgement, Marks, Things


def link(documents: Sequence[Document], marks: Sequence[Marks], judgements: Sequence[Judgement]) -> Things:
    """Return the things that the marks of a collection speak of; the order of the documents changes nothing.

    `judgements` are a person's: they bind, whatever the rules would have said.
    """
    documents = sorted(documents, key=lambda document: document.uri)
    by_document = {found.document: found for found in marks}
    marks = [by_document.get(document.id, Marks(document=document.id)) for document in documents]
    publications, readings = link_dates(documents, marks)
    entities, merged = link_entities(marks, judgements)
    copies = link_copies(documents, judgements)
    setting = Setting(readings=readings, publications=publications, copies=copies)
    statements, retold = link_statements(documents, marks, entities, setting, judgements)
    bounded, read = link_dates(documents, marks, find_floors(statements, marks))
    if bounded != publications:
        publications, readings = bounded, read
        setting = Setting(readings=readings, publications=publications, copies=copies)
        statements, retold = link_statements(documents, marks, entities, setting, judgements)
    things = Things(
        readings=readings,
        publications=publications,
        entities=entities,
        statements=statements,
        quantities=link_quantities(marks, publications, judgements),
        events=link_events(documents, marks, setting, judgements),
        copies=copies,
        judgements=(*judgements, *merged, *retold),
    )
    return replace(things, entities=attest_roles(documents, marks, things))
