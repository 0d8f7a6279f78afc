"""Four invented reports on a sea wall, with everything in them that is hard to draw, and their marks."""

from __future__ import annotations

from onrecord.records import (
    Document,
    Expression,
    Marks,
    Participant,
    Publication,
    Relay,
    Span,
    Toponym,
)
from tests.dossier.builders import at, attribute, count, date, day, detail, happen, mention, named, sentences

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
OVERRIDE = "\u202egnihton\u202c"
LONG = "Donaudampfschiff" * 12

SEAWALL = """Orlova says the sea wall of Hesk must wait

Minister Maren Orlova said on Monday that the government would not pay for a new sea wall at Hesk. \
"We have received no plan," she told reporters. "If the town asks, we shall look at it."

Mayor Piet Dahl, according to the Hesk Courier, answered that he had "sent the plan in March". \
Dahl said that Orlova told him that the money was there.

The harbour office counted 37 damaged boats by 10:00. Advertisement: subscribe now
Share this page"""

COPY = """Sea wall must wait, says Orlova

Minister Maren Orlova said on Monday that the government would not pay for a new sea wall at Hesk, \
Dorn Press reported. At least 36 boats were damaged, rescue crews said."""

UNDATED = f"""Dahl «not against» a smaller wall

«I am not against a smaller wall», Piet Dahl told Radio Hesk. {OVERRIDE}
«We need», he added, «to begin at once». The interview carried the line {SCRIPT} and {IMAGE}.

The wall, a spokesman was cited as saying, could cost between 30 and 40 million crowns."""

SECOND = """Orlova now backs the wall

On 5 October 2031 Orlova told parliament that the ministry supported the wall. An engineer warned that the \
storm may return. Villagers accuse the ministry of delay; the ministry denied that it had delayed anything."""

REFUSAL = "that the government would not pay for a new sea wall at Hesk"


def write_documents() -> tuple[Document, Document, Document, Document]:
    debris = Span(start=SEAWALL.index("Advertisement"), end=len(SEAWALL))
    stated = Publication(interval=day("2031-06-24"), basis="stated", evidence=(detail("24 June 2031"),))
    seawall = Document(
        id="dseawall",
        uri="reports/sea-wall.html",
        capture="a" * 64,
        text=SEAWALL,
        language="en",
        title=detail("Orlova says the sea wall of Hesk must wait"),
        outlet=detail("Hesk Courier"),
        byline=detail("Anna Lind"),
        url=detail("https://courier.example/sea-wall"),
        debris=(debris,),
        published=stated,
    )
    copy = Document(id="dcopy", uri="reports/copy.txt", capture="b" * 64, text=COPY, language="en",
                    title=detail("Sea wall must wait, says Orlova"), outlet=detail("Dorn Press"))  # fmt: skip
    undated = Document(
        id="dundated",
        uri=f"reports/{LONG}{IMAGE}.txt",
        capture="c" * 64,
        text=UNDATED,
        language=None,
        title=detail(f"Dahl {OVERRIDE} {SCRIPT} {LONG}"),
        outlet=detail(f"Radio {IMAGE} {LONG}"),
        url=detail("javascript:alert(3)"),
    )
    second = Document(id="dsecond", uri="https://dorn.example/second", capture="d" * 64, text=SECOND, language="en",
                      title=detail("Orlova now backs the wall"))  # fmt: skip
    return seawall, copy, undated, second


def mark_seawall(document: Document) -> Marks:
    text = document.text
    teller = at(text, "Orlova told")
    orlova = {"speaker": "Maren Orlova", "said": "tmonday"}
    wait = ["We have received no plan", "If the town asks, we shall look at it."]
    courier = (Relay(name="Hesk Courier", span=at(text, "Hesk Courier")),)
    hesk = Toponym(id="phesk", document=document.id, span=at(text, "Hesk", 1), name="Hesk", latitude=54.2,
                   longitude=-8.5, radius_km=12.0, geonames=1, country="XX", by="gazetteer")  # fmt: skip
    monday = Expression(value=None, anchor="publication", weekday=1, direction="before")
    return Marks(
        document=document.id,
        sentences=sentences(document),
        mentions=(
            mention("morlova", document, "Maren Orlova", "Minister"),
            mention("mdahl", document, "Piet Dahl", "Mayor"),
        ),
        timexes=(
            date("tmonday", document, "Monday", monday),
            date("tmarch", document, "March", Expression(value="XXXX-03", anchor="mentioned")),
            date("tten", document, "10:00", Expression(value="TXX10:00", anchor="tmonday")),
        ),
        toponyms=(hesk,),
        attributions=(
            attribute("aorlova", document, "Minister Maren Orlova", "said", REFUSAL, **orlova, mention="morlova",
                      act="oppose"),
            attribute("aplan", document, "she", "told", wait, **orlova, denial=True, addressee=named("reporters")),
            attribute("adahl", document, "Mayor Piet Dahl", "answered", 'that he had "sent the plan in March"',
                      speaker="Piet Dahl", mention="mdahl", speech="mixed", via=courier, confidence=0.7),
            attribute("adahl2", document, at(text, "Dahl", 1), at(text, "said", 1),
                      "that Orlova told him that the money was there", speaker="Piet Dahl"),
            attribute("aorlova2", document, Span(start=teller.start, end=teller.start + 6), at(text, "told", 1),
                      "that the money was there", parent="adahl2", speaker="Maren Orlova"),
        ),
        figures=(
            count("fboats", document, "37 damaged boats", 37, "boats", measure="damaged", place=named("the harbour"),
                  as_of="tten", status="running_total", claimants=(named("The harbour office"),)),
        ),
        events=(happen("edamage", document, "damaged", "happened"),),
    )  # fmt: skip


def mark_copy(document: Document) -> Marks:
    text = document.text
    dorn = (Relay(name="Dorn Press", span=at(text, "Dorn Press")),)
    monday = Expression(value=None, anchor="publication", weekday=1, direction="before")
    crews = (named("rescue crews"),)
    return Marks(
        document=document.id,
        sentences=sentences(document),
        timexes=(date("tmonday2", document, "Monday", monday),),
        attributions=(
            attribute("acopy", document, "Minister Maren Orlova", "said", REFUSAL, speaker="Maren Orlova", via=dorn),
            attribute("acrews", document, "rescue crews", at(text, "said", 1), "At least 36 boats were damaged"),
        ),
        figures=(
            count("fboats2", document, "At least 36 boats", 36, "boats", operator="at_least", measure="damaged",
                  claimants=crews, attribution="acrews"),
        ),
    )  # fmt: skip


def mark_undated(document: Document) -> Marks:
    text = document.text
    told = (
        Relay(name="Radio Hesk", span=at(text, "Radio Hesk")),
        Relay(name=f"Night Desk {IMAGE}", span=at(text, "told"), inherited=True),
    )
    cost = ["The wall,", "could cost between 30 and 40 million crowns"]
    return Marks(
        document=document.id,
        sentences=sentences(document),
        attributions=(
            attribute("anot", document, "Piet Dahl", "told", "I am not against a smaller wall", speech="direct",
                      via=told),
            attribute("aneed", document, "he", "added", ["We need", "to begin at once"], speaker="Piet Dahl"),
            attribute("acost", document, "a spokesman", "was cited as saying", cost, confidence=0.3, speaker=None,
                      hedge=at(text, "could")),
            # Crosses the one before, and has no source.
            attribute("across", document, "", "carried", ["the line", "cited as saying, could cost"], confidence=0.2),
        ),
        figures=(
            count("fcost", document, "between 30 and 40 million crowns", 30e6, "crowns", high=40e6, operator="range",
                  measure="cost", of=named(f"the wall {SCRIPT}"), status="possible", attribution="acost",
                  confidence=0.4),
        ),
    )  # fmt: skip


def mark_second(document: Document) -> Marks:
    text = document.text
    ministry = at(text, "the ministry", 2)
    blamed = Participant(role="actor", span=at(text, "the ministry", 1), name="the ministry", sector=None)
    return Marks(
        document=document.id,
        sentences=sentences(document),
        timexes=(date("toctober", document, "5 October 2031", Expression(value="2031-10-05")),),
        attributions=(
            attribute("aback", document, at(text, "Orlova", 1), "told", "that the ministry supported the wall",
                      speaker="Orlova", said="toctober", act="support"),
            attribute("awarn", document, "An engineer", "warned", "that the storm may return", act="warn"),
            attribute("aaccuse", document, "Villagers", "accuse", "the ministry of delay", act="accuse",
                      confidence=None),
            attribute("adeny", document, ministry, "denied", "that it had delayed anything", denial=True,
                      speaker="the ministry"),
        ),
        events=(
            happen("ereturn", document, "storm", "possible", claimants=(named("An engineer"),), attribution="awarn"),
            happen("edelay", document, "delay", "alleged", type="conduct", place=named("Hesk"), participants=(blamed,),
                   claimants=(named("Villagers"),), attribution="aaccuse"),
            happen("edelayed", document, "delayed", "denied", type=None, subtype=None, when="toctober",
                   claimants=(named("the ministry"),), attribution="adeny"),
        ),
    )  # fmt: skip
