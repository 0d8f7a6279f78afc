"""The story of the sea wall, linked and compared by hand, and a story of any size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.records import (
    Accounts,
    Agreement,
    CopyFamily,
    DatedDocument,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Entity,
    Event,
    Interval,
    Issue,
    Marks,
    Member,
    Position,
    Problem,
    Publication,
    Quantity,
    Reading,
    Severity,
    Side,
    Span,
    Stance,
    Statement,
    Story,
    Things,
)
from tests.dossier.builders import at, attribute, day, detail, sentences
from tests.dossier.sea_wall import (
    IMAGE,
    OVERRIDE,
    SCRIPT,
    mark_copy,
    mark_seawall,
    mark_second,
    mark_undated,
    write_documents,
)

_STATEMENTS = (
    ("Saorlova", "Maren Orlova", "Eorlova", day("2031-06-23"), ("aorlova", "acopy")),
    ("Saplan", "Maren Orlova", "Eorlova", day("2031-06-23"), ("aplan",)),
    ("Sadahl", "Piet Dahl", "Edahl", day("2031-06-23", "2031-07-04"), ("adahl",)),
    ("Sadahl2", "Piet Dahl", "Edahl", day("2031-06-20", "2031-06-24"), ("adahl2",)),
    ("Saorlova2", "Maren Orlova", "Eorlova", day(None, "2031-06-24"), ("aorlova2",)),
    ("Sacrews", "rescue crews", None, None, ("acrews",)),
    ("Sanot", "Piet Dahl", "Edahl", None, ("anot",)),
    ("Saneed", "Piet Dahl", "Edahl", day("2031-06-24", None), ("aneed",)),
    ("Sacost", None, None, None, ("acost",)),
    ("Sacross", None, None, None, ("across",)),
    ("Saback", "Orlova", "Eorlova", day("2031-10-05"), ("aback",)),
    ("Sawarn", "An engineer", None, day("2031-10-01", "2031-10-31"), ("awarn",)),
    ("Saaccuse", "Villagers", None, None, ("aaccuse",)),
    ("Sadeny", "the ministry", None, None, ("adeny",)),
)


def tell_small_story() -> Story:
    """Return the story of the sea wall: four reports, and whatever hostile text a page could carry."""
    documents = write_documents()
    seawall, copy, undated, second = documents
    unread = Problem(
        stage="reading",
        uri=f"reports/{IMAGE}{OVERRIDE}.pdf",
        message="The file holds no text.",
        remedy="Add the text of the report as .txt.",
    )
    return Story(
        title="The sea wall of Hesk",
        documents=documents,
        marks=(mark_seawall(seawall), mark_copy(copy), mark_undated(undated), mark_second(second)),
        things=link_things(),
        accounts=compare_accounts(documents),
        problems=(unread,),
        version="0.1.0",
    )


def link_things() -> Things:
    speech = detail("2031-06-24", "linking: retells a speech of that day")
    evidence = (speech, detail(f"Monday {OVERRIDE}", "a weekday"))
    inferred = (
        ("dcopy", Publication(interval=day("2031-06-24", None), basis="inferred", evidence=evidence)),
        ("dsecond", Publication(interval=day("2031-10-05", "2031-10-07"), basis="inferred", evidence=evidence[:1])),
    )
    copies = CopyFamily(
        id="Cwall", members=("dseawall", "dcopy"), reports=2, independent_texts=1, why="They share a sentence."
    )
    return Things(
        readings=(
            _read("tmonday", "dseawall", "2031-06-23", "publication"),
            _read("tten", "dseawall", "2031-06-23T10:00", "tmonday"),
            _read("toctober", "dsecond", "2031-10-05", None),
        ),
        publications=tuple(DatedDocument(document=id, publication=publication) for id, publication in inferred),
        entities=(
            _entity("Eorlova", "Maren Orlova", ("Orlova",), "Minister"),
            _entity("Edahl", "Piet Dahl", ("Dahl",), "Mayor"),
        ),
        statements=tuple(
            Statement(id=id, speaker=speaker, entity=entity, said=said, attributions=found, by="same words",
                      said_by="the day that a report gives for it" if said else "")
            for id, speaker, entity, said, found in _STATEMENTS
        ),
        quantities=(
            Quantity(id="Qboats", measure="damaged", unit="boats", scope="Hesk", figures=("fboats", "fboats2"),
                     by="noun"),
        ),
        events=(
            _event("Vdamage", "Boats damaged", day("2031-06-23"), ("edamage",)),
            _event("Vreturn", "Storm returns", None, ("ereturn",)),
            _event("Vdelay", f"Ministry delays {IMAGE}", day("2031-03-01", "2031-06-24"), ("edelay", "edelayed")),
            _event("Vdenied", "Ministry delayed something", day("2031-10-05"), ("edelayed",)),
        ),
        copies=(copies,),
    )  # fmt: skip


def compare_accounts(documents: Sequence[Document]) -> Accounts:
    said = _members(documents)
    plan = (Side(label="It was not", members=(said["plan"],)), Side(label="It was", members=(said["dahl"],)))
    boats = (Side(label="37", members=(said["office"],)), Side(label="at least 36", members=(said["crews"],)))
    three = tuple(
        Side(label=label, members=(said[key],))
        for label, key in (("The ministry", "against"), ("The town", "not"), ("The ministry, later", "back"))
    )
    village = f"Village {IMAGE}"
    return Accounts(
        discrepancies=(
            _differ("Dthree", ("wording", "low"), f"How large a wall? {SCRIPT}", three, (None, None)),
            _differ("Dboats", ("figure", "medium"), "How many boats were damaged?", boats,
                    ("“At least 36” leaves room for 37.", "The hour of the second count.")),
            _differ("Dplan", ("denial", "high"), "Was the ministry sent a plan?", plan,
                    ("The plan may have been sent and not received.", "Where the plan was sent, and how.")),
        ),
        agreements=(
            Agreement(id="Awall", sides=three[:1], reports=3, independent_texts=2, why="All speak of one wall",
                      by="shared claim"),
        ),
        issues=(Issue(id="Iwall", label="A new sea wall at Hesk", terms=("sea wall", "wall"), by="shared terms"),),
        positions=(
            _stand("Pagainst", "Eorlova", "The ministry", "against", said["against"]),
            _stand("Pback", "Orlova", "The ministry", "for", said["back"]),
            _stand("Pdahl", "Piet Dahl", "The town", "for", said["dahl"]),
            _stand("Pneed", "Piet Dahl", "The town", "for", said["need"]),
            _stand("Pnot", "Dahl", "The town", "conditional", said["not"]),
            _stand("Pneutral", village, None, "neutral", said["engineer"]),
            _stand("Punclear", village, None, "unclear", said["villagers"]),
        ),
    )  # fmt: skip


def _members(documents: Sequence[Document]) -> Mapping[str, Member]:
    seawall, copy, undated, second = documents
    rows = (
        ("plan", seawall, "We have received no plan", "aplan", "Maren Orlova", day("2031-06-23")),
        ("dahl", seawall, "sent the plan in March", "adahl", "Piet Dahl", day("2031-06-23", "2031-07-04")),
        ("office", seawall, "37 damaged boats", "fboats", "The harbour office", day("2031-06-23T10:00")),
        ("against", seawall, "would not pay for a new sea wall", "aorlova", "Maren Orlova", day("2031-06-23")),
        ("crews", copy, "At least 36 boats", "fboats2", "rescue crews", None),
        ("not", undated, "not against a smaller wall", "anot", None, None),
        ("need", undated, "to begin at once", "aneed", "Piet Dahl", day("2031-06-24", None)),
        ("back", second, "supported the wall", "aback", "Orlova", day("2031-10-05")),
        ("engineer", second, "the storm may return", "awarn", "An engineer", day("2031-08-01")),
        ("villagers", second, "the ministry of delay", "aaccuse", "Villagers", None),
    )
    return {
        key: Member(
            document=document.id, span=at(document.text, words), mark=mark, speaker=speaker, says=words, said=said
        )
        for key, document, words, mark, speaker, said in rows
    }


def _differ(
    id: str,
    graded: tuple[DiscrepancyKind, Severity],
    question: str,
    sides: tuple[Side, ...],
    ends: tuple[str | None, str | None],
) -> Discrepancy:
    why = "same thing: the wall; both speak of the time before 24 June 2031"
    return Discrepancy(id=id, kind=graded[0], severity=graded[1], question=question, why=why, sides=sides,
                       confidence=0.8, reconciled_by=ends[0], missing=ends[1], by="compare wall")  # fmt: skip


def _stand(id: str, actor: str, side: str | None, stance: Stance, member: Member) -> Position:
    via = ("Radio Hesk",) if member.mark == "anot" else ()
    return Position(id=id, issue="Iwall", actor=actor, on_behalf=side, stance=stance, said=member.said,
                    document=member.document, span=member.span, attribution=member.mark or "", via=via,
                    by="verbs")  # fmt: skip


def _entity(id: str, name: str, variants: tuple[str, ...], role: str) -> Entity:
    return Entity(id=id, name=name, kind="person", variants=variants, roles=(role,), mentions=(), by="full name")


def _read(timex: str, document: str, value: str, anchor: str | None) -> Reading:
    return Reading(timex=timex, document=document, value=value, interval=day(value), anchor=anchor, evidence="a rule")


def _event(id: str, label: str, when: Interval | None, mentions: tuple[str, ...]) -> Event:
    return Event(id=id, type="conduct", label=label, place=None, when=when, mentions=mentions, by="same trigger")


def tell_long_story(statements: int, each: int = 25) -> Story:
    """Return a story with so many statements, `each` a report, always the same one."""
    documents, marks, things = [], [], list[Statement]()
    for number in range(-(-statements // each)):
        document, found = _write_ferry_report(number, min(each, statements - number * each))
        documents.append(document)
        marks.append(found)
        for i, one in enumerate(found.attributions):
            said = None if i % 5 == 0 else day(f"2031-{number % 12 + 1:02d}-{i % 27 + 1:02d}")
            things.append(Statement(id=f"S{one.id}", speaker=one.speaker, entity=None, said=said, said_by="",
                                    attributions=(one.id,), by="alone"))  # fmt: skip
    return Story(title="Many words on a ferry", documents=tuple(documents), marks=tuple(marks),
                 things=Things(statements=tuple(things)), accounts=Accounts(), problems=(),
                 version="0.1.0")  # fmt: skip


def _write_ferry_report(number: int, lines: int) -> tuple[Document, Marks]:
    names = ["Aino Berg", "Bo Ceder", "Caro Dunn", "Dag Eke", "Elin Frost", "Finn Grau", "Gro Holt"]
    speakers = [names[(number * 3 + i) % len(names)] for i in range(lines)]
    text = f"Report {number} on the ferry\n" + "\n".join(
        f"{name} said that ferry {i} of line {number} would sail {i + 2} times, and no more than that."
        for i, name in enumerate(speakers)
    )
    document = Document(
        id=f"dferry{number}",
        uri=f"reports/ferry-{number}.txt",
        capture=f"{number:064x}",
        text=text,
        language="en",
        title=detail(f"Report {number} on the ferry"),
        outlet=detail(f"Paper {number % 9}"),
        published=Publication(interval=day(f"2031-{number % 12 + 1:02d}-15"), basis="given", evidence=()),
    )
    found, start = [], text.index("\n") + 1
    for i, name in enumerate(speakers):
        end = text.find("\n", start) if i + 1 < lines else len(text)
        source, cue = Span(start=start, end=start + len(name)), start + len(name) + 1
        found.append(attribute(f"a{number}x{i}", document, source, Span(start=cue, end=cue + 4),
                               Span(start=cue + 5, end=end - 1), speaker=name,
                               confidence=(i * 7 % 10) / 10))  # fmt: skip
        start = end + 1
    return document, Marks(document=document.id, sentences=sentences(document), attributions=tuple(found))
