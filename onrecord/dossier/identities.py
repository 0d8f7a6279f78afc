"""Who a name stands for: the roles that reports attest, the other forms of the name, and why they are taken as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue
from onrecord.dossier.days import tell_day
from onrecord.records import Entity, Judgement, Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The roles of someone with their days, the forms of the name, and the reasons for taking those as one."""

    roles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def find_identity(catalogue: Catalogue, entities: Iterable[str]) -> Identity:
    """Return what the record knows of the entities that one name in the dossier stands for."""
    known = [catalogue.entities[id] for id in entities if id in catalogue.entities]
    return Identity(
        roles=tuple(_drop_shorter([tell_tenure(tenure) for entity in known for tenure in entity.tenures])),
        forms=tuple(dict.fromkeys(form for entity in known for form in entity.variants if form != entity.name)),
        reasons=tuple(dict.fromkeys(reason for entity in known for reason in _reasons(catalogue, entity))),
    )


def _drop_shorter(roles: Sequence[str]) -> Iterator[str]:
    """Yield roles without those that another says more fully: "minister" beside "Transport Minister"."""
    plain = [role.casefold() for role in roles]
    for at, role in enumerate(plain):
        fuller = any(other.endswith(f" {role}") for other in plain)
        if not fuller and role not in plain[:at]:
            yield roles[at]


def tell_tenure(tenure: Tenure) -> str:
    """Say between which days dated reports attest a role; a role that none attests for its own day stands alone."""
    if tenure.attested is None:
        return tenure.role
    days = dict.fromkeys(day for day in (tenure.attested.earliest, tenure.attested.latest) if day)
    return f"{tenure.role} (reports of {' to '.join(map(tell_day, days))})"


def _reasons(catalogue: Catalogue, entity: Entity) -> Iterator[str]:
    mentions = set(entity.mentions)
    for judgement in catalogue.story.things.judgements:
        if judgement.relation == "same entity" and mentions & {judgement.left, judgement.right}:
            yield _tell(catalogue, judgement)


def _tell(catalogue: Catalogue, judgement: Judgement) -> str:
    """A rule's reason names both forms; a person's is told with who gave it, and on which names."""
    if judgement.id not in {ruling.id for ruling in catalogue.story.rulings}:
        return judgement.why
    names = [catalogue.mentions[end].name for end in (judgement.left, judgement.right) if end in catalogue.mentions]
    verdict = {"yes": "one", "no": "not one", "unsure": "kept apart, unsure"}[judgement.verdict]
    because = f": {judgement.why}" if judgement.why else ""
    return f"{' and '.join(names)} judged {verdict} by {judgement.by}{because}"
