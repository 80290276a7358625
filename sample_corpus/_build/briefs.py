from lib import *
MR="The Monday Round-up"
D("brief-001","Deals in short: scooters in Detroit, drones in Oregon",
"""Greyfinch Mobility, a Detroit-based scooter fleet operator, raised $4.5 million in Series A funding on June 24. Tidewell Capital led the round.

Kestrelworks LLC, a drone inspection company based in Portland, Oregon, received a $400,000 angel investment from former airline executive Marta Oyelaran on May 27.

Elsewhere, Minneapolis will host a fair for farm technology in September.""",
"2014-06-30",MR,
 [F("f42","Greyfinch Mobility",4.5e6,typ="series_a",inv=["Tidewell Capital"],lead=["Tidewell Capital"],on="2014-06-24"),
  F("f32","Kestrelworks",400e3,typ="angel",inv=["Marta Oyelaran"],on="2014-05-27")])
D("brief-002","Deals in short: Corvane goes for drones, sun power down under",
"""Corvane Corporation acquired Kestrelworks, a Portland, Oregon-based maker of drone inspection tools, on August 11, 2015. Terms were not disclosed.

Wattlebird Energy Pty Ltd of Melbourne received a grant of A$10 million from the Southern Sun Energy Fund in July 2015 to build a salt storage plant.

Juniper Row Ventures closed its second fund with $120 million.""",
"2015-08-17",MR,
 [A("a01","Corvane","Kestrelworks",on="2015-08-11"),
  F("f14","Wattlebird Energy",10e6,"AUD","grant",inv=["Southern Sun Energy Fund"],on="2015-07")])
D("brief-003","Deals in short: fraud scores, farm sensors, big batteries",
"""dk7, the Austin-based fraud-scoring company, raised $5 million in a Series A round on May 10, 2016. Juniper Row Ventures led and Blue Mesa Angels followed.

Cobalt Orchard, a maker of farm sensors from Minneapolis, raised $6.2 million in Series A money on March 22, 2016. Three Herons Ventures was the lead investor; Larkspur Seed Fund came along.

In February 2016 Denver's Halcyon Grid took in $21.5 million in a Series B led by Tidewell Capital.""",
"2016-05-16",MR,
 [F("f23","dk7",5e6,typ="series_a",inv=["Juniper Row Ventures","Blue Mesa Angels"],lead=["Juniper Row Ventures"],on="2016-05-10"),
  F("f47","Cobalt Orchard",6.2e6,typ="series_a",inv=["Three Herons Ventures","Larkspur Seed Fund"],lead=["Three Herons Ventures"],on="2016-03-22"),
  F("f28","Halcyon Grid",21.5e6,typ="series_b",inv=["Tidewell Capital"],lead=["Tidewell Capital"],on="2016-02")])
D("brief-004","Deals in short: crop water, corner shops",
"""Zapkhana Technologies Pvt Ltd, a Bengaluru-based supplier of corner shops, raised Rs 30 crore in a Series A round on August 17, 2016. Banyan Steps Fund led the round and Saffron Gate Partners participated.

Sundrel, a Tel Aviv-based maker of irrigation valves, closed a $6.5 million Series A on August 30, 2016, led by Saffron Gate Partners with Ironvale Ventures.

Rents for warehouse space in Bengaluru rose 9 percent in the first half of the year.""",
"2016-09-05",MR,
 [F("f10","Zapkhana",300e6,"INR","series_a",inv=["Banyan Steps Fund","Saffron Gate Partners"],lead=["Banyan Steps Fund"],on="2016-08-17"),
  F("f38","Sundrel",6.5e6,typ="series_a",inv=["Saffron Gate Partners","Ironvale Ventures"],lead=["Saffron Gate Partners"],on="2016-08-30")])
D("brief-005","Deals in short: a loan for batteries, ports for trucks",
"""Denver-based Halcyon Grid Corp. received a $15 million term loan from Mercer Isle Bank on October 17, 2017.

Boston-based Brindlewick acquired Portolane, a Baltimore-based scheduler of port traffic, on September 19, 2017. No price was given.

Cirruswell is raising between $25 million and $30 million in a Series B round, the Seattle company told us.

Harbor freight rates on the East Coast rose for the third month in a row.""",
"2017-10-23",MR,
 [F("f29","Halcyon Grid",15e6,typ="debt",inv=["Mercer Isle Bank"],on="2017-10-17"),
  A("a14","Brindlewick","Portolane",on="2017-09-19"),
  F("f31","Cirruswell",25e6,typ="series_b",status="announced",hi=30e6)])
D("brief-006","Deals in short: parcels, propellers, patients, suits",
"""Parcelina, the Chicago-based delivery company, raised $7 million in a Series A round led by Redwing & Co. on February 13, 2018.

Nordhavn Marine A/S of Copenhagen bought a 30 percent stake in Stockholm's Fjällström AB for SEK 90 million on February 27, 2018.

Bluecrane Health, a Nashville-based clinic operator, bought twelve urgent-care centers in Ohio from Dayton Valley Medical Group for $18 million on February 6, 2018.

San Francisco's Oakrune acquired Fernleaf Labs for $14 million on January 30, 2018.

Paris-based Bellacourt SAS, an online tailor, raised €3 million in seed funding on March 14, 2018, co-led by Old Quay Ventures and Rheinufer Ventures.""",
"2018-03-19",MR,
 [F("f25","Parcelina",7e6,typ="series_a",inv=["Redwing & Co"],lead=["Redwing & Co"],on="2018-02-13"),
  A("a09","Nordhavn Marine","Fjällström",90e6,"SEK",kind=None,stake=30,on="2018-02-27"),
  A("a20","Bluecrane Health",["twelve urgent-care centers","urgent-care centers","twelve urgent-care centers in Ohio"],18e6,kind="asset",seller="Dayton Valley Medical Group",on="2018-02-06"),
  A("a15","Oakrune","Fernleaf Labs",14e6,on="2018-01-30"),
  F("f39","Bellacourt",3e6,"EUR","seed",inv=["Old Quay Ventures","Rheinufer Ventures"],lead=["Old Quay Ventures","Rheinufer Ventures"],on="2018-03-14")])
D("brief-007","Deals in short: corner shops, chutney, tax letters, tutors",
"""Mumbai-based Aruna Retail Ltd acquired Zapkhana for Rs 210 crore on July 10, 2018.

Marlowe & Finch bought the Peabody Lane brand from Quist Brothers for $9 million on May 8, 2018. Peabody Lane is a line of chutneys.

London-based Mintbarrow bought Tolhouse, an Edinburgh-based sender of tax reminders, for £2.1 million on May 15, 2018.

Ardentia Learning, a Chicago-based tutoring company, obtained a venture debt facility of up to $5 million from Mercer Isle Bank in June 2018.

Coxwell Paper paid Meridale Industries $72 million for its packaging division in April 2015, and now wants to add a fourth carton plant to it.""",
"2018-07-16",MR,
 [A("a10","Aruna Retail","Zapkhana",2.1e9,"INR",on="2018-07-10"),
  A("a18","Marlowe & Finch",["Peabody Lane","Peabody Lane brand"],9e6,kind="asset",seller="Quist Brothers",on="2018-05-08"),
  A("a23","Mintbarrow","Tolhouse",2.1e6,"GBP",on="2018-05-15"),
  F("f44","Ardentia Learning",5e6,typ="debt",q="up_to",inv=["Mercer Isle Bank"],on="2018-06"),
  A("a08","Coxwell Paper",["packaging division"],72e6,kind="business",seller="Meridale Industries",on="2015-04")])
