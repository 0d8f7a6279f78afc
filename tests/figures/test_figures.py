"""I want every number of a report with what it counts, of whom, where, and never a date, an age or a name."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.figures import find_figures
from onrecord.language import Parser, parse
from onrecord.records import Document, Figure
from tests.marked import gold, plain


def document(text: str) -> Document:
    return Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")


def figures(text: str, parser: Parser) -> tuple[Figure, ...]:
    return find_figures(document(text), parse(text, parser))


def amount(value: float | None, high: float | None) -> str:
    ends = ["" if end is None else f"{end:g}" if end < 1e6 else f"{end:.0f}" for end in (value, high)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def found(text: str, parser: Parser) -> set[tuple[str, str]]:
    return {
        (
            f"{f.operator}:{amount(f.value, f.high)}:{f.unit}:{f.measure}".replace(" ", "_"),
            f.span.of(text),
        )
        for f in figures(text, parser)
    }


@pytest.mark.parametrize(
    "line",
    [
        # tolls and people
        "The Karn interior ministry put the number of dead at [exact:44:person:dead 44], "
        "with another [exact:112:person:injured 112] wounded.",
        "[at_least:4..:person:injured At least four] police officers and [exact:1:person:injured a] driver were hurt.",
        "Rescuers pulled [exact:16:person:rescued_/_pulled 16] people from the rubble and "
        "[exact:9:person:dead nine] others are feared dead.",
        "Hospitals received [exact:12:person:dead_bodies_received 12 more] bodies.",
        "The flood took [exact:7:person:dead seven] lives.",
        "Casualties: [exact:5:person:dead 5] dead, [exact:18:person:injured 18] injured.",
        "[exact:1150:person:homeless 1,150] people were left homeless.",
        "A death toll of [exact:31:person:dead 31] was given in Varn.",
        "[exact:24:person:missing 24] are unaccounted for.",
        "[exact:15:person:arrested Fifteen] arrested students were sent home.",
        "[exact:0:person:dead No] deaths were reported in Varn.",
        "[exact:0:person:injured None] of the [exact:6:person:number_of_guards six] guards was hurt.",
        "[vague:3..:person:dead Several] miners died.",
        "Police arrested [exact:31:person:arrested 31] people, [exact:12:person:arrested 12] of them minors.",
        # ranges, bounds, vague words
        "[range:5000..7000:person:attended_the_rally Between five and seven thousand] people attended the rally.",
        "[range:1500000..2000000:person:crossed 1.5 to 2 million] refugees crossed into Harn.",
        "[up_to:..500:family:displaced As many as 500] families may be displaced.",
        "[less_than:..300:vote:separated_the_rivals Fewer than 300] votes separated the rivals.",
        "[at_least:30..:boat:arrived 30 or more] boats arrived.",
        "[approx:100:boat:arrived 100-odd] boats arrived.",
        "[vague:20000..:cattle:dead Tens of thousands] of cattle were killed.",
        "[vague:300..:person:fled Several hundred] villagers fled.",
        "[exact:24:boat:sank Two dozen] boats sank.",
        "[exact:6:boat:sank Half a dozen] boats sank.",
        "[exact:251:home:damaged Two hundred and fifty-one] homes were damaged.",
        "[exact:1500:home:damaged 1\u00a0500] homes were damaged.",
        # money, measures, percentages
        "The loan, worth [exact:1200000000:EUR:will_be_repaid €1.2bn], will be repaid.",
        "The plan cost the city [exact:40000000:EUR:cost 40 million euros].",
        "They gave [vague:2000000..:USD:given millions] of dollars.",
        "A [exact:500000000:USD:loan $500 million] loan was agreed.",
        "The harbour pays [exact:3000:USD:rent $3,000] a month in rent.",
        "The talks lasted [exact:6:hour:duration_of_talks six hours].",
        "He was sentenced to [exact:12:year:sentence 12 years] in prison.",
        "The lease was extended by [exact:3:year:extension three years].",
        "The village lies [approx:20:km:distance_east_of_Karn some 20 kilometres] east of Karn.",
        "The road is [exact:420:metre:length_of_road 420 metres] long.",
        "[exact:230:km:disputed 230 km] remain disputed.",
        "Workers marked [exact:230:km:length_marked 230 km].",
        "The pipe carries [exact:55000000000:cubic_metre:carried 55 billion cubic metres] of gas.",
        "Unemployment rose by [exact:3.5:percentage_point:rise_in_unemployment 3.5 percentage points] to "
        "[exact:9:percent:unemployment 9 percent].",
        "Prices rose [exact:12:percent:rise_in_prices 12%] in May.",
        "Grain sales fell to [exact:2:tonne:sales 2 tonnes].",
        "[approx:0.3333:share:fled Roughly a third] of the townsfolk have fled.",
        "The shares were held by [exact:40:percent:held 40 percent] of residents with "
        "[exact:2:flat:number_of_flats two] flats.",
        # parts, votes, changes
        "[exact:7:person:survived Seven] of the [exact:22:person:number_of_passengers 22] passengers survived.",
        "The motion passed by [exact:57:vote:votes_for 57] votes to [exact:41:vote:votes_against 41].",
        "The toll rose from [exact:14:person:dead 14] to [exact:17:person:dead 17] overnight.",
        "They revised the death toll to [exact:31:person:dead 31] from [exact:35:person:dead 35].",
        "Ostland puts the number of deaths at [exact:40:person:dead 40]; Velm puts the figure at "
        "[exact:8:person:dead eight].",
        "[exact:32:person:dead Thirty-two] of the dead were children.",
        "He paid a fine of [exact:500:EUR:fine 500 euros].",
        "The island has a population of [exact:12400:person:population 12,400].",
        "Turnout was [exact:48:percent:turnout 48%].",
        "The budget was cut from [exact:3200000000:USD:budget $3.2 billion] to "
        "[exact:2800000000:USD:budget $2.8 billion].",
        "[approx:0.6667:share:backed_it About two thirds] of voters backed it.",
        "Exports rose [exact:4:percent:rise_in_exports 4 percent] and [exact:2:wharf:opened two] wharves were opened.",
        "The field has an area of [exact:12:hectare:area_of_field 12 hectares].",
        "[exact:0:person:injured None] of the [exact:30:person:crew_size 30] crew was hurt.",
        # bodies of people, parts of them, and what a size is given of
        "A [exact:90:person:crowd_size 90]-strong crowd marched off.",
        "A [exact:12:person:jury_size 12]-member jury met.",
        "Divers found the bodies of [exact:14:person:dead_bodies_found 14] hikers.",
        "The dead included [exact:3:person:dead three] stokers.",
        "Crews located [exact:9:person:located nine] of the [exact:11:person:missing eleven] missing fishermen.",
        "Some villages and [exact:230:house:without_water 230] houses were without water.",
        "The liner had [exact:96:person:people_aboard 96] people aboard.",
        "The [exact:2:person:dead two] brothers were killed at sea.",
        "The [exact:2:person:dead two] were killed at sea.",
        "[exact:22:person:taken_to_hospital 22] were taken to hospital.",
        "Some villagers were hurt; [exact:80:person:evacuated 80] were moved to safety.",
        "The firemen rescued [exact:1:person:rescued a] widow, [exact:1:person:rescued a] monk and "
        "[exact:4:person:rescued four] nuns.",
        "He lost [exact:40:tank:lost 40] tanks; the rebels speak of [exact:70:tank:lost 70].",
        "[exact:0:person:injured No] injuries were reported.",
        # votes and shares
        "The bill passed [exact:72:vote:votes_for 72]-[exact:30:vote:votes_against 30].",
        "It was carried in a [exact:72:vote:votes_for 72]-[exact:30:vote:votes_against 30] vote.",
        "[exact:0.2:share:unpaid One in five] labourers goes unpaid.",
        "Sales fell by [exact:0.2:share:fall_in_sales a fifth].",
        "Donors sent [exact:900:EUR:sent 900 euros], half of what was needed.",
        # dimensions, worth, levels
        "The trench is [exact:9:metre:depth nine metres] deep.",
        "The canal lies at a depth of [exact:10:metre:depth 10 metres].",
        "She lost rings worth [approx:3000:EUR:worth an estimated 3,000 euros].",
        "He took bribes totalling [exact:640:USD:bribes $640].",
        "They put the damage at [range:400..450:EUR:damage between 400 and 450 euros].",
        "The deficit was [exact:2000000000:EUR:deficit 2 billion euros].",
        "Rates rose by [exact:0.5:percentage_point:rise_in_rates half a percentage point].",
        "Revenue rose [exact:6:percent:rise_in_revenue 6 percent] to [exact:2000000:GBP:revenue £2 million].",
        "The truce is due to last [exact:72:hour:duration 72 hours].",
        "He was fined [exact:90:cent:fined 90 cents] a plum.",
        # joined to the unit by a hyphen, below nothing, mixed numbers, foreign marks
        "The airline signed a [exact:20:year:duration_of_lease 20-year] lease.",
        "A [exact:3:km:length_of_queue 3-km] queue formed.",
        "A [exact:40000000:USD:loan $40-million] loan was agreed.",
        "The temperature fell to [exact:-31:degree_Celsius:temperature minus 31 degrees Celsius].",
        "It was [exact:-9:degree:temperature 9 degrees below zero].",
        "They cleared [exact:3.5:tonne:cleared 3½ tonnes] of sand.",
        "They cleared [exact:2.5:tonne:cleared two and a half tonnes] of mud.",
        "In all [exact:1200000:sheep:dead 1.200.000] sheep died.",
        "In Tarn [exact:12000:person:met 12 000] people met.",
        "Rates rose by [exact:4.5:percent:rise_in_rates 4,5 percent].",
        "Donors sent [exact:650000000:USD:sent USD 650 million].",
        "[exact:0.3333:share:empty Every third] house is empty.",
        "[exact:0.9:share:backed_it Nine out of ten] voters backed it.",
        # steps, levels and rates
        "The number of infected rose by [exact:12:person:infected 12] to [exact:60:person:infected 60].",
        "Oil rose [exact:3:USD:rise_in_oil $3] to [exact:88:USD:price $88] a barrel.",
        "Harvest down [exact:18:percent:fall_in_harvest 18%] on last year",
        "They expect a turnout of [approx:65:percent:turnout around 65 percent].",
        "Sales are forecast to fall to [exact:6:percent:sales 6 percent].",
        "Half-empty: waves of [exact:5:metre:waves 5 metres] hit the pier.",
        "The pit is [exact:60:metre:width 60 metres] across.",
        "The pit is [exact:60:metre:diameter 60 metres] in diameter.",
        "[exact:0.5:share:have_no_power Half] of the homes have no power.",
        "[exact:1900:home:remained_without_power 1,900] homes remained without power.",
        "He put his losses at [less_than:..100:person:losses fewer than 100] men.",
        # votes
        "The chamber rejected the bill [exact:31:vote:votes_for 31] to [exact:58:vote:votes_against 58].",
        "The motion was defeated [exact:58:vote:votes_against 58] to [exact:31:vote:votes_for 31].",
        "The bill passed by [exact:61:vote:votes_for 61] votes to [exact:44:vote:votes_against 44] with "
        "[exact:5:vote:number_of_abstentions five] abstentions.",
        # lists that leave out the verb
        "Floods kill [exact:3:person:dead 3] in Tarn, [exact:4:person:dead 4] in Orm",
        "Last year [exact:43:person:dead 43] miners died; this year [exact:51:person:dead 51].",
        "He said [exact:3:person:dead three] firemen had been killed and [exact:1:person:missing one] was missing.",
        "Landslide buries [exact:60:house:buried 60] houses; [vague:24..:person:missing dozens] missing",
        # headlines, where the parser sees no verb
        "THE DEATH TOLL HAS RISEN TO [exact:52:person:dead 52]",
        "[exact:3:person:injured THREE] HURT AS CRANE FALLS",
        # more of what is said of a number
        "[more_than:200..:person:walked_out More than 200] nurses have walked out.",
        "The deficit stands at [exact:4.1:percent:deficit 4.1 percent] of output.",
        "Reservoirs are [exact:18:percent:full 18 percent] full.",
        "The toll from the Tarn dam collapse rose to [exact:31:person:dead 31].",
        "The union puts turnout at [exact:19:percent:turnout 19 percent].",
        "All [exact:33:person:rescued 33] climbers were rescued, [exact:6:person:injured six] of them with frostbite.",
        "[vague:200..:person:homeless Hundreds] of shepherds are without shelter.",
        "The fleet has [exact:90:boat:fleet_size 90] boats.",
        "The mission was to number [exact:400:person:mission_size 400] observers.",
        "Of the [exact:26:trawler:left_Tarn 26] trawlers that left Tarn, [exact:19:trawler:returned 19] returned.",
        "The navy sold the [exact:26:trawler:sold 26] trawlers that it had, said Orn.",
        "Snow cut off [exact:31:hamlet:cut_off 31] hamlets, [exact:12:hamlet:have_no_doctor 12] of which have "
        "no doctor.",
        "Road deaths fell by [exact:11:person:dead 11] to [exact:204:person:dead 204].",
        "Complaints rose by [exact:40:complaint:rise_in_complaints 40] to [exact:310:complaint:complaints 310].",
        "Members fell by [exact:40:person:fall_in_members 40].",
        "The number of missing was corrected from [exact:14:person:missing 14] to [exact:11:person:missing 11].",
        "[exact:0.75:share:oppose_it Three quarters] of those asked oppose it.",
        "Support slid [exact:9:point:fall_in_support nine] points.",
        "QUAKE KILLS [exact:12:person:dead 12] IN SARN VALLEY",
        "[more_than:30..:person:dead MORE THAN 30] FEARED DEAD",
        "[exact:4:person:dead Four] Killed, [vague:24..:person:injured Dozens] Injured in Hotel Fire",
        "Blaze leaves [exact:300:person:homeless 300] homeless",
        "Wardens counted [exact:70:person:dead 70] poachers killed.",
    ],
)
def test_what_counts(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    "text",
    [
        "On 24 June the assembly met.",
        "The Feb. 13 death of Orla Venn shook the town.",
        "In 2030 the harbour froze.",
        "She won the 2030 vote.",
        "Emissions stayed below 2005 levels.",
        "The office was open from 2011 to 2016.",
        "The ferry left at 10 a.m. and at 22:40.",
        "Oren Vask, 57, was elected.",
        "The driver, aged 43, fled.",
        "It helps people under 30.",
        "The 14th Brigade left.",
        "Channel 24 showed it.",
        "Article 51 was cited.",
        "They met at 14 Quay Street.",
        "The Sparrows beat the Otters 3-1.",
        "The news site 24.kg wrote about F-16 jets.",
        "One in three stayed home.",
        "No one came.",
        "One of them spoke.",
        "One day it will end.",
        "The two presidents smiled.",
        "It happened three days ago.",
        "Within two weeks it was over.",
        "They did not receive 40 trucks.",
        "Several proposals were made.",
        "In the 1990s it was different.",
        "A 16-storey house and a five-year plan.",
        "They asked 41 times.",
        "Every three months they meet.",
        "The Group of 77 met.",
        "She came third in the 400 metres.",
        "Orla, aged 4, and two others aged 5 and 7 sang.",
        "It was half of what they had sought.",
        "The two mayors met.",
        "She ran a 100-metre race and followed a five-year plan.",
        "The Sparrows defeated the Otters 3-1.",
        "It opened at the Grand 9 cinema.",
        "The minister says no one has died.",
        "Agent 007 dialled 0800 555.",
        "The lab grew 5e10 cells on 12² plates.",
        "They left the 30-mile Creek camp.",
    ],
)
def test_silent(text: str, parser: Parser) -> None:
    assert found(text, parser) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ostland will ship 85 tonnes of barley.", "expected"),
        ("The firm plans to hire 250 engineers.", "expected"),
        ("As many as 500 families may be displaced.", "possible"),
        ("Up to 25 barges an hour may pass the lock, the charter says.", "permitted"),
        ("The army denied that 20 soldiers had been captured.", "denied"),
        ("The death toll climbed to 19.", "running_total"),
        ("Storms destroyed 18 barns.", "reported"),
        ("The rebels denied having shot 15 prisoners.", "denied"),
        ("The mayor rejected claims that 300 clerks had been dismissed.", "denied"),
        ("The ministry expects sales to reach 3 million tonnes.", "expected"),
        ("The hut is likely to cost 3,000 euros.", "expected"),
        ("The clerk is to receive 3,000 euros.", "expected"),
        ("Depths of 30 metres are forecast.", "expected"),
        ("Neighbours fear that hundreds are trapped.", "possible"),
        ("Some 30 are feared dead.", "possible"),
        ("Farmers may draw up to 500 litres under the new rules.", "permitted"),
        ("The toll rose by 4.", "reported"),
    ],
)
def test_standing(text: str, status: str, parser: Parser) -> None:
    assert [f.status for f in figures(text, parser)] == [status]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 20 people drowned in Morlan county.", "Morlan county"),
        ("At least 14 miners were buried and 26 injured near Cape Dunmor.", "Cape Dunmor"),
        ("An avalanche in Skerrin Pass left 17 dead.", "Skerrin Pass"),
        ("In June 12 people died.", None),
        ("They lost 20 tanks near Hill 203.", "Hill 203"),
        ("Some 40 people were evacuated from the Oldra camp.", "Oldra camp"),
        ("The blast in the Torvel quarry killed 6 people on Friday.", "Torvel quarry"),
        ("He spoke to 20 people in English class.", None),
        ("A fire at a bakery in Marrock killed 5 people.", "Marrock"),
        ("Six people drowned when a raft sank on Lake Ammer.", "Lake Ammer"),
        ("Some 2,000 people fled Orvel.", "Orvel"),
        ("Pilots airlifted 57 hikers from Mount Sall.", "Mount Sall"),
        ("Six people drowned off Cape Sall.", "Cape Sall"),
        ("An avalanche buried a lodge above Fenn, leaving 23 dead.", "Fenn"),
        ("Shares in Oddmar Steel fell 18 percent.", None),
        ("Some 900 farmers met at the Ardan embassy.", "Ardan embassy"),
    ],
)
def test_place(text: str, place: str | None, parser: Parser) -> None:
    first = figures(text, parser)[0]
    assert (first.place.name if first.place else None) == place
    assert first.place is None or first.place.span is not None
    assert first.place is None or (first.place.span and first.place.span.of(text)) == place


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Some 2,300 Ostland sailors are quartered there.", ["Ostland sailors"]),
        ("The family wants the return of 7 stolen horses.", ["horses"]),
        ("At least 14 miners were buried and 26 injured.", ["miners", "miners"]),
        ("Some 85 tonnes of barley arrived.", ["barley"]),
        ("They paved the 70 km road.", ["road"]),
        ("The town paid the port $4 million.", ["the port"]),
        ("It cost 40 euros.", [None]),
        ("Some 48 dead were found.", [None]),
        ("Lawmakers approved the budget by 212 votes to 187.", ["budget", "budget"]),
        ("The motion on docks, carried by 15 votes to 3, was hailed.", ["The motion", "The motion"]),
        ("She lost rings worth 300 euros.", ["rings"]),
        ("The party won 54 of the assembly's 110 seats.", ["The party", "seats"]),
        ("Donors gave 3 million euros to farmers.", ["farmers"]),
        ("A loaf of bread costs 3 euros.", ["A loaf of bread"]),
        ("A loaf costs 3 euros.", ["A loaf"]),
        ("The new tunnel is 4 km long and cost 3 million euros.", ["The new tunnel", "The new tunnel"]),
        ("One soldier was killed and two others were wounded.", ["soldier", "soldier"]),
        ("Unemployment stands at 9 percent.", [None]),
        ("The number of tents rose to 90.", ["tents"]),
        ("Twelve people, four of them children, drowned.", ["people", "children"]),
    ],
)
def test_of_whom(text: str, of: list[str | None], parser: Parser) -> None:
    assert [f.of.name if f.of else None for f in figures(text, parser)] == of


def test_parts_and_wholes(parser: Parser) -> None:
    whole, child = figures("The storm injured 33 sailors, including 8 cooks.", parser)
    assert child.part_of == whole.id
    part, total = figures("Four of the nine climbers were rescued.", parser)
    assert part.part_of == total.id
    part, total = figures("At least two nurses were among the 23 injured.", parser)
    assert part.part_of == total.id
    road, paved, rest = figures("Of the 70 km road, 45 km are paved and 25 km are still gravel.", parser)
    assert (paved.part_of, rest.part_of) == (road.id, road.id)


def test_parts_after_a_colon_or_an_opening_whole(parser: Parser) -> None:
    whole, sloops, tugs = figures("The yard has 60 boats: 40 sloops and 20 tugs.", parser)
    assert (sloops.part_of, tugs.part_of) == (whole.id, whole.id)
    whole, hired, rejected = figures("Of 90 applicants, 12 were hired and 78 rejected.", parser)
    assert (hired.part_of, rejected.part_of) == (whole.id, whole.id)


def test_corrected_numbers(parser: Parser) -> None:
    new, old = figures("Some 13 people were hurt, not 20 as first announced.", parser)
    assert (old.status, old.measure, new.supersedes) == ("superseded", "injured", old.id)


def test_new_numbers_replace_old_ones(parser: Parser) -> None:
    old, new = figures("The hospital raised the number of patients from 54 to 61.", parser)
    assert (old.status, new.supersedes) == ("superseded", old.id)
    new, old = figures("Some 11 people remained missing, down from 15 a day earlier.", parser)
    assert (old.status, new.supersedes, old.per) == ("superseded", old.id, None)
    new, old = figures("They revised the death toll to 31 from 35.", parser)
    assert (old.status, new.supersedes) == ("superseded", old.id)


def test_increments_and_rates(parser: Parser) -> None:
    assert [f.relation for f in figures("Three more bodies were found.", parser)] == ["increment"]
    first, second = figures("The contract lasts eight years and may be prolonged by another two.", parser)
    assert (first.relation, second.relation, second.unit) == (None, "increment", "year")
    assert figures("Rents fell by 7 percent.", parser)[0].relation == "decrease"
    assert figures("The lock takes 25 barges an hour.", parser)[0].per == "hour"
    assert figures("Wheat sold at 240 euros a tonne.", parser)[0].per == "tonne"
    assert figures("The fee yields 3,000 euros annually.", parser)[0].per == "year"
    assert figures("The toll went up by four.", parser)[0].relation == "increment"


def test_change_or_range(parser: Parser) -> None:
    assert figures("Some say from 10 to 15 people came.", parser)[0].operator == "range"
    assert figures("Catches sank by 9 percent to 2.4 million crates.", parser)[0].high == 9


@pytest.mark.parametrize(
    "text",
    ["", "People a", "...", "\u00ab\u201c'\"", "7", "\x00\x07 12 \x00", "$", "no", "THE 12 3 4 5-6-7", "of 3 of 4 of"],
)
def test_odd_texts_do_no_harm(text: str, parser: Parser) -> None:
    assert all(f.span.of(text) for f in figures(text, parser))


def test_long_texts_are_read_to_their_end(parser: Parser) -> None:
    read = parse("At least 14 miners were buried and 26 injured near Cape Dunmor. " * 700, parser)
    assert len(find_figures(document(read.text), read)) == 1400


_TEXT = (
    "12 3,000 two dozens of people were killed in May 2030 from to $ 5 % million km and a the including them more "
    "no none half , . ; Tavrin soldiers between or at least up votes toll rose by"
)
_WORDS = st.sampled_from(re.findall(r"\S+", _TEXT))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_every_span_lies_inside_its_document(parser: Parser, text: str) -> None:
    for figure in figures(text, parser):
        spans = [figure.span, *(n.span for n in (figure.of, figure.place) if n is not None and n.span)]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert figure.unit
        assert all(n.name for n in (figure.of, figure.place) if n is not None)
