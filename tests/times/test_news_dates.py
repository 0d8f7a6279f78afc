"""A user says: "my reports come from everywhere: read their dates as a reader there would".

Every construction that the news of the world dates by, in invented sentences, read on Wednesday, 14 May 2031. A mark is
the value, then the words; "-" is a stretch whose value nothing tells.
"""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval
from onrecord.times import find_timexes, resolve
from tests.marked import gold, plain

DAY = Interval(earliest="2031-05-14", latest="2031-05-14")


def read(text: str, parser: Parser) -> set[tuple[str, str]]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    timexes = find_timexes(document, parse(text, parser))
    readings = {reading.timex: reading.value for reading in resolve(timexes, DAY)}
    return {(readings[timex.id] or "-", timex.span.of(text)) for timex in timexes}


@pytest.mark.parametrize(
    "line",
    [
        "The bridge at Orla was shelled on [2031-05-03 03.05.2031], the Dorn district office said.",
        "The decree was published on [2031-XX-XX 5/6/2031] and took effect at once.",
        "Voters went to the polls on [2030-11-03 Nov. 3], the commission recalled.",
        "Talks will resume on [2031-06-03 the 3rd] and the delegation will stay for [P2W two weeks].",
        "The summit was held in Dorn on [2031-05-03 3-5 May], Korva Press reported.",
        "Eleven homes burned down [2031-05-13TNI overnight], rescuers said.",
        "Drones struck the port in [2031-05-12TMO the early hours of Monday], the governor wrote.",
        "As of [2031-05-14T10:00 10:00] ([2031-05-14T07:00 07:00 GMT]) the toll stood at 36, the ministry said.",
        "Spending will rise in [2032 fiscal 2032], the treasury said.",
        "[2030 The 2030/31 school year] began late because of the flood.",
        "[P3W Over the past three weeks] 519 km of road were cleared.",
        "On the eve of [2031-03-21 Nowruz] the president pardoned 12 prisoners.",
        "The gas deal is to be signed by [2031-06 the end of next month], the premier said.",
        "The ferry sank [2031-W18 a fortnight ago] with 14 people aboard.",
        "Since independence the country has had 25 ministers.",
        "Exports fell 4 percent in [2031-Q1 the first quarter of 2031].",
        "The court upheld the ban in [2029-H2 the second half of 2029].",
        "The fort dates from [16 the 17th century].",
        "Korva marked [P25Y 25 years] of independence with a parade.",
        "A 42-year-old baker sold 1,990 loaves for 2,030 crowns.",
        "The agency 24.kg and the site 7.dorn carried the same photograph.",
        "The pipeline is 519 km long and cost 2,100 crowns a metre.",
        "May Orlova told reporters that the March on Dorn drew 3,000 people.",
        "The Sunday Courier and Radio Friday were fined.",
        "He may step down, May said, but not before [2031-06 June].",
        "Grain shipments stopped in [2031-04 late April] and resumed on [2031-05-02 2 May].",
        "The general was arrested [2031-05-09 last Friday].",
        "The two sides will meet [2031-05-20 next Tuesday].",
        "The tax was raised in [2031-03 March this year] and again in [2031-04 April].",
        "The mine closed in [2030-12 December last year].",
        "Fighting resumed on [2031-05-11TEV Sunday evening] near Orla.",
        "The [2031-05-09 May 9] parade was cancelled.",
        "The treaty, signed on [2019-02-12 12 February 2019], expired [2024 five years later].",
        "The minister had resigned [XXXX-XX-XX two days earlier].",
        "Elections are planned for [2032-FA autumn 2032].",
        "In [199 the 1990s] the mill employed 400 people.",
        "The blackout began at [2031-05-14T23:40 23:40] and lasted [PT6H six hours].",
        "By [2031-05 mid-May] the river had risen by 3.5 metres.",
        "The court meets [XXXX-WXX-1 every Monday].",
        "[2031-W20 This week] alone 60 shells fell on Orla.",
        "DORN, [2031-05-13 13 May] (Dorn Press) - The strike ended on [2031-05-12TNI Monday night], union leaders "
        "said on [2031-05-13 Tuesday].",
        "On [2031-05-11TNI the night of 11 to 12 May] a tanker caught fire off Orla.",
        "The militia withdrew in [2031-05-11TMO the small hours of Sunday].",
        "Inflation reached 9.1% year on year in [2031-04 April 2031].",
        "Revenue for [P3M the three months] to [2031-03-31 31 March] was up a tenth.",
        "The plant will be finished in [2032-Q3 Q3 2032], the company said.",
        "[2031-H1 H1 2031] output fell to 3.2 million tons.",
        "[P2Y Two years] to the day after the flood, survivors laid wreaths.",
        "Her term runs from [2030-01-01 1 January 2030] to [2033-12-31 31 December 2033].",
        "The curfew, in force since [2031-04-14 14 April], was lifted on [2031-05-08 Thursday last week].",
        "The embargo will last until at least [2035 2035].",
        "[202 The mid-2020s] saw prices double.",
        "He was jailed from [1998 1998] to [2004 2004] and pardoned in [2005-SU the summer of 2005].",
        "Wheat harvests in [2028 2028]-[2030 30] were poor.",
        "[2031-05 Later this month] a delegation will leave for Korva.",
        "[2031 Earlier this year] the tax on salt was dropped.",
        "The ceasefire took effect at [2031-05-11T18:00 6 p.m. local time (1500 GMT) on Sunday].",
        "The quake struck at [2031-05-14T04:17 4:17 a.m.] and was followed [PT20M 20 minutes later] by another.",
        "The ship left on [2031-05-10 Saturday, May 10], and reached Orla [2031-05-11 the next day].",
        "On [2031-05-10 10 May] the army entered Orla; [2031-05-12 two days later] it left.",
        "The rebels took the town on [2029-03-01 1 March 2029] and lost it [2029-04 the following month].",
        "[XXXX-XX-XX The same day] the central bank cut its rate.",
        "The dam was begun in the Soviet era and finished in [1991 1991].",
        "Officials meet [P1W twice a week] and report [P1M monthly].",
        "The ban expires at [2031-05-31T24:00 midnight on 31 May].",
        "The office works from [2031-05-14T09:00 9 a.m.] to [2031-05-14T17:00 5 p.m.].",
        "Rainfall in [P30D the last 30 days] was twice the norm.",
        "The envoy said the vote would be held in [FUTURE_REF the coming weeks].",
        "[P9M Three consecutive quarters] of growth ended.",
        "Sales for [2030-Q4 the fourth quarter] ended [2030-12-31 December 31, 2030] rose.",
        "It is the first time in [P12Y 12 years] that the pass is open.",
        "The price of a 50-kg sack rose from 1,850 to 2,020 crowns in [P1M a month].",
        "Highway 2031 is closed, and flight 1995 was diverted.",
        "The law of [2030-10-20 20.10.2030] No. 1987 applies.",
        "The gang stole 2000 sheep and 2015 goats from the village.",
        "Augusta Orlova and April Quell, both 31, won the race in 2:31:07.",
        "The spring near the village dried up and the summer house burned.",
        "She will fall ill, he may lose, and they march on.",
        "The museum, open on [XXXX-WXX-WE weekends], has shown Orla's sword since [1887 1887].",
        "The minister, in office since [2029-06 June 2029], said on [2031-05-14 14 May] that talks had begun "
        "[2031-W19 a week ago].",
        "[2031-05-14 Today], [2031-05-14 Wednesday], the parliament voted.",
        "The border will be closed from [2031-05-16 16 to 20 May].",
        "The border was closed between [2031-04-28 April 28] and [2031-05-02 May 2].",
        "The company will publish its report on or before [2031-06-30 30 June].",
        "He arrived [2031-05-14TMO this morning] and leaves [2031-05-15TEV tomorrow evening].",
        "The attack came [PT24H less than 24 hours after] the truce, and [PTXH hours] before a visit.",
        "[P10Y More than a decade] of war ended in [2025 2025].",
        "[2030-WI Last winter] the heating failed in 40 towns.",
        "It was the coldest [2031-01 January] since [1974 1974].",
        "Some 1200 people fled in [2030-01 January] and [2030-02 February 2030].",
        "The Battle of Orla ([1877 1877]-[1878 78]) was remembered.",
        "The [2031-05-19 19 May] deadline will not be moved, he said.",
        "The king died on [2031-04-11 Good Friday], and the funeral is [2031-06 next month].",
        "The unrest of [2030-01-07 7 January last year] left 12 dead.",
        "Orlova, 44, was born on [1987-02-07 7.2.1987] in Korva.",
        "The census of [2030 the year 2030] counted 2,031,000 people.",
        "The first train will run by [2031-12-31 year-end].",
        "Prices are set [P1Y annually] by the ministry.",
        "The rains of [2031-SP early spring] washed out the road.",
        "In [PXD the days] that followed the roads were packed.",
        "The parties agreed to meet again in [2031-08 three months' time].",
        "[P1Y6M A year and a half ago] the mine was sold.",
        "The village was retaken on [XXXX-XX-XX the fifth day] of the offensive.",
        "Orla fell on [2030-05-01 1 May 2030]; [2030-04-30 the day before], the mayor had fled.",
        "Within [PT48H 48 hours] the bodies were handed over.",
        "The statement was issued at [2031-05-14T14:00 14:00 Moscow time].",
        "Until [PAST_REF recently] the road was open; [PRESENT_REF now] it is mined.",
        "The pact of [1939-08-23 23 August 1939] is taught [P1Y once a year].",
        "The governor's decree of [2031-05-09 9th May, 2031] was read aloud.",
        "[2031-05-19 Mon.] and [2031-05-20 Tues.] will be dry.",
        "The vessel was last seen at [2031-05-13TMO dawn on Tuesday].",
        "[19 The twentieth century] left Dorn two railways.",
        "In [2029 late 2029] and [2030 early 2030] four banks closed.",
        "The strike is in its second week.",
        "The Korva-24 channel and the 5 May Street market reopened.",
        "The sixth fleet and the 1st Army held the 38th parallel with 3/4 of their men.",
        "The police chief was dismissed at [2031-05 the beginning of May], [P1M a month after] his deputy.",
        "Between [2027 2027] and [2029 2029] prices doubled.",
        "The envoys landed in Korva [2031-05-10 late on Saturday] and left before [2031-05-11TMO dawn on Sunday].",
        "On [2031-05-12 Monday, 12 May 2031], the court freed him.",
        "The referendum of [2031-03-18 18 March] was void, judges found on [2031-04-02 April 2].",
        "He has led the party since [2019 2019] and the ministry for [P18M the past 18 months].",
        "By [203 the end of the decade] the lake will be dry.",
        "The port was closed for [P3W nearly three weeks] in [2031-02 February].",
        "Fighting broke out [2031-05-13 late Tuesday] and went on into [2031-05-14 Wednesday].",
        "It was the heaviest shelling in [PXM months], residents said on Telegram.",
        "The army took Orla within [PXD days].",
        "The verdict is expected in the first half of [2031-06 June].",
        "Loans worth 2,300 million were signed in [2030 2030]-[2031 31].",
        "The convoy of 12 lorries was hit at [2031-05-09T15:30 about 3.30 pm on Friday].",
        "The accord of [2028-11-17 17 November 2028] ran for [P30M 30 months].",
        "[P10D Ten days before] the vote, the opposition pulled out.",
        "Since [2030-FA last autumn] no ship has called.",
        "The tariff, frozen from [2030-07-01 1 July 2030] to [2031-06-30 30 June 2031], will rise.",
        "They married in [200 the early 2000s].",
        "A curfew runs from [2031-05-14T22:00 10 p.m.] to [2031-05-14T06:00 6 a.m.] [P1D daily].",
        "At [2031-05-12T09:15 9:15 on Monday morning] the siren sounded.",
        "The march to the palace began at [2031-05-10T12:00 noon on Saturday].",
        "The May sisters sell 1,995 loaves at 24.dorn and pay 2,040 crowns.",
        "Bloody Sunday and Black Friday are films; the Friday Gazette praised them.",
        "The bread price index stood at 2027 points; unit 1999 of the guard watched.",
        "He was given [P15Y 15 years] for the [2024 2024] bombing.",
        "In the week to [2031-05-09 9 May] 14 people died, against 11 [2031-W18 the week before].",
        "On [2031-04-27 the 27th] the lake froze again.",
        "[2032 Early next year] the bridge opens.",
        "Spending rose in [2030 FY2030], in [2029 FY 2029/30] and in [2028 2028]/[2029 29].",
        "It was sold in [2029-Q4 the last quarter of 2029], after the last quarter of its land.",
        "The siren sounded at [2031-05-03T14:30 14.30 GMT on 3 May] and at [2031-05-03T18:00 1800 hours].",
        "After [PT1800H 1800 hours] of work the log ends on [2031-05-03 3-May-2031].",
        "On [2031-05-11 Sunday] at [2031-05-11T10:00 10 a.m.] the siren sounded.",
        "The wall fell in [0079 AD 79] and rose in [1200 1200 CE].",
        "They met [P1W twice a week] and [P1Y three times a year], from [1995 '95] to [2007 '07].",
        "The law dates from [PXY the years] after [2001-09-11 9/11]; it ended on [1945-05-08 VE Day].",
        "The band plays on [XXXX-WXX-6 the first Saturday of the month], in [2031-10 the last Sunday of October].",
        "The market opened on [2030-05 the second Monday in May 2030].",
        "A Christmas tree fell on [2030-12-25 Christmas Day], wrote the daily Dorna Rech and the weekly.",
        "A boat drifts with the current, its [PRESENT_REF current] owner says [P1D daily].",
        "The line will be closed from [2031-10 October] to [2032-03 March].",
        "The line was closed from [2030-10 October] to [2031-03 March], and in [2031-03 March] and [2031-02 February].",
        "It rained between [2030-12-28 28 December] and [2031-01-03 3 January].",
        "Most storms come between [2031-08 mid-August] and [2031-10 mid-October].",
        "From [2029-11-03 3 November 2029] to [2030-01-05 5 January] it rained.",
        "They spoke about [2031-03 March] for [P2Y about two years].",
        "At the same time, they paid fines on their [P1D daily] bread and the anniversary of the pact.",
    ],
)
def test_dates_of_the_news_of_the_world(line: str, parser: Parser) -> None:
    assert read(plain(line), parser) == gold(line)


UNREAD = [
    ("The [202 2020s] were hard; [201 the decade before] was easy.", "nothing counts from a decade yet"),
    ("Snow fell for [P3D the third day running].", "a number in a row is no length yet"),
    ("[P2Y For the second year in a row] no wheat was sold.", "a number in a row is no length yet"),
    ("[- During Ramadan] the shops open late.", "feasts of the moon are not in the table"),
    ("Rescuers worked through [2031-05-13TNI the night] and found nobody.", "which night, the verb does not tell"),
]


@pytest.mark.parametrize(
    "line", [pytest.param(line, marks=pytest.mark.xfail(strict=True, reason=reason)) for line, reason in UNREAD]
)
def test_dates_that_are_not_read_yet(line: str, parser: Parser) -> None:
    assert read(plain(line), parser) == gold(line)
