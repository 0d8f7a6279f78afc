"""What a number measures is what the report says is true of the things it counts, in the report's own words."""

import pytest

from onrecord.language import Parser
from tests.figures.test_figures import figures, found
from tests.marked import gold, plain


@pytest.mark.parametrize(
    "line",
    [
        # subject: what they did, in the report's own form, with what completes it
        "[approx:600:person:formed_a_chain Some 600] people formed a chain around the mill.",
        "[exact:3:person:stayed_away Three] members stayed away from the vote.",
        "[exact:12:person:refused_to_sign_the_pact Twelve] nuns refused to sign the pact.",
        "[exact:40:person:had_to_leave_Sarn Forty] monks had to leave Sarn.",
        "[exact:9:person:went_on_strike Nine] cooks went on strike.",
        "[exact:11:village:empty Eleven] villages stood empty on Sunday.",
        "[exact:40:family:live_in_carriages Forty] families live in carriages.",
        "[exact:700:household:told_to_evacuate 700] households were told to evacuate.",
        "[exact:40:truck:not_arrive Forty] trucks did not arrive.",
        # object: what was done to them
        "A barge carrying [exact:48:person:carried 48] pilgrims overturned.",
        "The museum drew [exact:48000:person:drawn 48,000] visitors.",
        "The wardens counted [exact:70:person:counted_poachers 70] poachers.",
        "The storm left [exact:60000:home:without_power 60,000] homes without power.",
        "They asked [exact:30:person:asked_to_leave 30] guests to leave.",
        # under a preposition: the verb with it
        "The fire spread to [exact:14:barn:spread_to 14] barns.",
        "The appeal was signed by [exact:40:person:signed 40] bishops.",
        "The rain fell for [exact:9:night:number_of_nights nine] nights.",
        "The van left with [exact:9:drum:left_with nine] drums.",
        "From [range:6..10:bridge:impassable six to ten] bridges are impassable.",
        # under a noun: a harm, a nominal event, a group that does or undergoes, a body's size
        "The death of [exact:4:person:dead four] beekeepers has shaken Dunmar.",
        "The tremor caused injuries to [exact:26:person:injured 26] pupils.",
        "The cull cost the lives of [exact:700:seal:dead 700] seals.",
        "The council approved the sale of [exact:12:tram:sale_approved 12] trams.",
        "A shipment of [exact:40:ambulance:shipment_reached 40] ambulances reached the port.",
        "A group of [exact:12:person:rescued 12] hikers was rescued.",
        "A patrol of [exact:14:person:patrol_ambushed 14] was ambushed.",
        "The town keeps a garrison of [exact:700:person:garrison_kept 700] men.",
        "The consul gave visas to [exact:40:person:visas_given 40] students.",
        "The number of people sleeping in tents stands at [exact:3100:person:sleeping_in_tents 3,100].",
        "The number of unemployed fell to [exact:61000:person:number_of_unemployed 61,000].",
        # where they are, when no verb tells more
        "There were [exact:36:person:on_board 36] nuns on board.",
        "The rebels have [exact:9000:person:number_of_fighters_under_arms 9,000] fighters under arms.",
        "Among the dead were [exact:3:person:dead three] nurses.",
        # harm told in other words
        "[exact:5:person:dead Five] tourists lost their lives.",
        "[exact:900:family:homeless 900] families lost their homes.",
        "[exact:8:person:injured Eight] constables suffered burns.",
        "[exact:21:person:injured Twenty-one] dockers escaped with cuts and bruises.",
        "The eruption drove [exact:6000:person:displaced 6,000] islanders from their homes.",
        "Gunmen shot dead [exact:5:person:dead five] postmen.",
        "The quake wrecked [exact:90:house:destroyed_/_wrecked 90] houses; [exact:400:house:damaged 400] were damaged.",
        "[exact:4:person:injured Four] carters were hurt.",
        "[exact:6:person:dead Six] carters froze to death.",
        "The bodies of [exact:12:person:dead_bodies_found 12] of the [exact:15:person:missing 15] missing were found.",
        # an amount that is no participant: the noun of its verb, or the level itself
        "A litre of milk sells for [exact:1.4:USD:price $1.40].",
        "Gold closed at [exact:2050:USD:price $2,050].",
        "Onions go for [exact:2:GBP:price £2] a kilo.",
        "Eggs cost [exact:3:EUR:price_/_cost 3 euros].",
        "The war cost the state [exact:3000000:EUR:cost 3 million euros].",
        "The library spends [exact:9000:EUR:spending 9,000 euros] a year on coal.",
        "The library spent [exact:9000:EUR:spent 9,000 euros] on coal.",
        "The garrison withdrew [exact:20:km:withdrawal 20 km].",
        "The herders walked [exact:300:km:distance_walked 300 km].",
        "The comet passed within [exact:3000:km:distance 3,000 km] of the moon.",
        "The levy was approved by [exact:57:percent:approval 57 percent] of voters.",
        "Ms Arle won [exact:52.4:percent:share_of_vote_won 52.4 percent] of the vote.",
        "Ms Pell beat Mr Orde by [exact:9000:vote:margin 9,000] votes.",
        "The wage was raised to [exact:1100:EUR:wage 1,100 euros] a month.",
        "Rents doubled to [exact:900:EUR:rent 900 euros].",
        "Fares go up by [exact:2:GBP:rise_in_fares £2].",
        "A barrel of crude rose to [exact:84:USD:price $84].",
        "Damages total [exact:3000000:USD:damages $3 million].",
        "Rice costs [exact:40:percent:rise_in_price 40 percent] more than in spring.",
        "The harbour had [exact:12:percent:fall_in_visitors 12 percent] fewer visitors.",
        "The yield was [exact:9:percent:fall_in_yield 9 percent] lower.",
        "Butter is [exact:20:percent:rise_in_price 20 percent] dearer.",
        "The opera has debts of [exact:14000000:EUR:debts €14 million].",
        "The rail line runs [exact:410:km:length_of_line 410 km] from Orm to the sea.",
        "A [exact:40:tonne:weight_of_shipment 40-tonne] shipment was held.",
        "The bill scraped through by [exact:1:vote:margin one] vote.",
        "The divers went down to [exact:70:metre:went_down 70 metres].",
        # votes without the word
        "The motion fell, with [exact:31:vote:votes_for 31] for and [exact:44:vote:votes_against 44] against.",
        "It was ratified with [exact:88:vote:votes_for 88] votes in favour and [exact:12:vote:votes_against 12] "
        "against.",
        # compared: the measure before
        "The prefect counted [exact:1200:person:counted_marchers 1,200] marchers, compared with "
        "[exact:3000:person:counted_marchers 3,000] in March.",
    ],
)
def test_what_is_true_of_the_counted(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    "line",
    [
        "[vague:2000..:person:lined_the_streets Thousands] lined the streets.",
        "[exact:1800:person:came 1,800] came.",
        "[exact:10:person:fell_ill Ten] fell ill after the feast.",
        "The police said [exact:400:person:attended_the_wake 400] had attended the wake.",
        "[exact:8:person:detained_/_held Eight] held over theft of church bells",
        "The ferries turned back; two sank.",
        "»Sixty-nine«, decreed the envoy.",
        "No rules apply, and 2.5 remain.",
    ],
)
def test_a_number_alone_that_does_something_counts_people(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    "line",
    [
        "[exact:0:plane:landed No] planes landed on Tuesday.",
        "[exact:0:boat:will_run No] boats will run on Friday.",
        "[exact:0.75:share:not_paid Three quarters] of teachers have not been paid.",
        "[exact:0.8:share:read Four in five] children can read.",
        "No details were given.",
        "No ships are there.",
        "He did not receive 40 trucks.",
        "Two crowns never ruined anybody.",
    ],
)
def test_none_and_not(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The cost of the harbour is $70 million.", "the harbour"),
        ("The bank made a loss of $90 million.", "The bank"),
        ("The wreck lies at a depth of 80 metres.", "The wreck"),
        ("Ms Arle won 52.4 percent of the vote.", "the vote"),
        ("The Lamp Fund handed 250,000 crowns to flood victims.", "flood victims"),
        ("The widow was awarded 40,000 crowns.", "The widow"),
        ("A plot of 12 hectares was sold.", "A plot"),
        ("The chamber has 150 seats, of which the Union holds 80.", "the Union"),
    ],
)
def test_whose_quantity(text: str, of: str, parser: Parser) -> None:
    named = figures(text, parser)[-1].of
    assert named is not None
    assert named.name == of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Reports that 12 pilots had deserted were untrue.", "denied"),
        ("The baron dismissed claims that he owned 12 castles.", "denied"),
        ("The damage was estimated at £3 million.", "reported"),
        ("The port expects 70 liners, against 52 last year.", "reported"),
        ("The budget foresees 400 posts.", "expected"),
        ("Each of the 11 envoys foresaw the war.", "reported"),
        ("Mill to shed 350 jobs", "expected"),
        ("SHIPYARD TO LAY OFF 800 WELDERS", "expected"),
    ],
)
def test_in_which_standing(text: str, status: str, parser: Parser) -> None:
    assert figures(text, parser)[-1].status == status


@pytest.mark.parametrize(
    "line",
    [
        # a harm told in the report's own words has the common word first
        "[exact:6:person:rescued_/_pulled_out Six] miners were pulled out alive.",
        "Police rounded up [exact:146:person:detained_/_rounded_up 146] men.",
        "The village counts [exact:150:person:detained 150] men behind bars.",
        "Soldiers moved [exact:840:family:evacuated 840] families out of the plain.",
        "[exact:4:person:injured Four] roofers broke bones.",
        "The quake left [exact:6200:person:homeless 6,200] without a roof over their heads.",
        "Ambulances took [exact:28:person:taken_to_hospital 28] pupils to hospital.",
        "[approx:2000:person:gone_back Some 2,000] of the displaced have gone back.",
        # the body that a number is the place of, what strikes, where they were
        "Schools in [exact:14:province:schools_shut 14] provinces stayed shut.",
        "The blackout hit [exact:900:household:hit_by_blackout 900] households.",
        "The ferry had [exact:161:person:on_board 161] passengers and [exact:9:person:on_board nine] crew on board.",
        "[more_than:400..:person:battled_the_blaze More than 400] firemen backed by the army battled the blaze.",
        # what amounts with a unit measure
        "Mercury hit [exact:46:degree_Celsius:temperature 46 degrees Celsius].",
        "It was [exact:11:degree:above_the_norm 11 degrees] above the norm.",
        "Diesel could reach [exact:2:USD:price $2] a litre.",
        "The mayor was jailed for [exact:11:year:sentence_jailed 11 years].",
        "Villagers blocked the road for [exact:2:hour:duration_blocked two hours].",
        "The smuggler faces [exact:15:year:faces_in_prison 15 years] in prison.",
        "Inflation eased to [exact:3.1:percent:inflation 3.1%], having peaked at [exact:11.8:percent:inflation 11.8%].",
        "The blaze is [exact:35:percent:contained 35 percent] contained.",
        "Forecasters expect [exact:120:mm:rain_expected 120 mm] of rain.",
        "The quake tore up [exact:60:km:length_torn_up 60 km] of railway.",
        "Gusts of [exact:165:km/h:gusts 165 km/h] battered the coast.",
    ],
)
def test_a_harm_or_an_amount_has_its_common_word(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The council spent 3 million euros on the footbridge.", "the footbridge"),
        ("The firm will invest $900 million in a battery plant.", "a battery plant"),
        ("Gusts of 165 km/h battered the coast.", "Gusts"),
        ("A former mayor was jailed for 11 years.", "A former mayor"),
        ("The smuggler faces 15 years in prison.", "The smuggler"),
        ("Villagers blocked the road for two hours.", "the road"),
        ("Nurses will get a pay rise of 12 percent.", "pay"),
        ("A ransom of $1.4 million was paid.", "A ransom"),
        ("Half the population fled.", "the population"),
    ],
)
def test_of_what_an_amount_is(text: str, of: str, parser: Parser) -> None:
    assert [one.of.name for one in figures(text, parser) if one.of] == [of]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Net profit fell 14% to $310 million.", [14, 310_000_000]),
        ("Fighting drove nearly a quarter of a million people from their homes.", [250_000]),
        ("Not 300 but 40 of our soldiers are in the valley.", [300, 40]),
        ("Donors pledged $2 billion; a tenth of it has arrived.", [2_000_000_000, 0.1]),
        ("Donors spoke of a tenth of it.", []),
        ("The daily Twenty-Four Hours carried a statement of the Group of Twelve.", []),
        ("Vets vaccinated 48,000 cattle in ten days.", [48_000, 10]),
        ("Vets will vaccinate 48,000 cattle in ten days.", [48_000]),
        ("They were in two minds.", []),
    ],
)
def test_which_numbers_are_read(text: str, values: list[float], parser: Parser) -> None:
    assert [one.value for one in figures(text, parser)] == values
