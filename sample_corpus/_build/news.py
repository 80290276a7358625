from lib import *
HD="Harborline Daily"; TL="The Tallow Street Journal"; FC="Founders' Courier"
D("news-001","Truckers' data helper Brindlewick lands $6m",
"""Brindlewick, which sells freight-analytics software to trucking companies, has raised $6 million in a Series A round. Copperfield Capital led the financing, which closed on June 16, 2015, and Harbor Lantern Ventures took part again.

The Boston company last raised money in March 2014, when it completed a $1.5 million seed round. Its programs tell dispatchers which loads are likely to run late.

Chief executive Dana Whitlow said that sales doubled last year to about $3 million. She wants to hire 20 engineers by Christmas and to open a small office in Memphis. Larger rivals still rely on spreadsheets, she said.""",
"2015-06-17",HD,
 [F("f02","Brindlewick",6e6,typ="series_a",inv=["Copperfield Capital","Harbor Lantern Ventures"],lead=["Copperfield Capital"],on="2015-06-16"),
  F("f01","Brindlewick",1.5e6,typ="seed",on="2014-03")])
D("news-002","Northmoor backs Boston trucking software firm",
"""Three years after it was founded in a rented garage in Boston, Brindlewick Inc has collected $18m to sell its freight forecasts abroad.

Northmoor Partners led the Series B. Copperfield Capital and Harbor Lantern Ventures put in further money. The deal brings the sum that the company has raised since its start to $25.5m.

Northmoor partner Theo Brandvold will join the board. He said shippers lose some $4bn a year to trucks that wait at the wrong dock. Brindlewick counts 310 carriers as customers and employs 85 people.""",
"2017-02-08",FC,
 [F("f03","Brindlewick",18e6,typ="series_b",inv=["Northmoor Partners","Copperfield Capital","Harbor Lantern Ventures"],lead=["Northmoor Partners"],total=25.5e6)])
D("news-003","Warehouse robots: Tessaro pulls in nearly $12m",
"""Tessaro Robotics of Pittsburgh has raised nearly $12 million for machines that lift pallets in the dark. Northmoor Partners led the Series A round.

The start-up was spun out of a university laboratory in 2013. It has sold 40 robots so far, most of them to grocery wholesalers in Ohio and Pennsylvania.

Founder Inga Palmqvist said the money would pay for a second assembly line. A robot costs about $90,000, and she expects the price to fall by a third within two years. Analysts put the market for such machines at $2 billion.""",
"2016-11-04",HD,
 [F("f04","Tessaro Robotics",12e6,typ="series_a",q="about",inv=["Northmoor Partners"],lead=["Northmoor Partners"])])
D("news-004","Tessaro valued at $160m in new round",
"""Skyforge Growth has led a $30 million Series B investment in Tessaro Robotics, the Pittsburgh-based maker of warehouse robots. The round, which was announced on May 22, 2018, values the company at $160 million including the new money. Northmoor Partners also took part.

Tessaro had raised $11.8 million in a Series A round in November 2016. Since then it has moved into a former steel works by the Monongahela and now builds three robots a day.

The firm made a loss of $6 million last year on sales of $19 million. Inga Palmqvist, its founder, expects to break even in 2020.""",
"2018-05-23",HD,
 [F("f05","Tessaro Robotics",30e6,typ="series_b",inv=["Skyforge Growth","Northmoor Partners"],lead=["Skyforge Growth"],val=160e6,on="2018-05-22"),
  F("f04","Tessaro Robotics",11.8e6,typ="series_a",on="2016-11")])
D("news-005","Scooter fleet operator Greyfinch closes $14m Series B",
"""Greyfinch Mobility has completed the Series B round that it sketched in a filing last month. The Detroit operator of electric scooter fleets took $14 million from investors led by Northmoor Partners, it said today. Tidewell Capital came in as well.

Tidewell had led the $4.5 million Series A in June 2014. Greyfinch runs scooters in nine cities of the Midwest and hopes to add five more by summer.

City councils have been cool toward such fleets. Two have capped the number of scooters, and a third wants a fee of $1 a day for each. Managing director Roscoe Abara called the rules "annoying, but fair".""",
"2015-12-08",FC,
 [F("f43","Greyfinch Mobility",14e6,typ="series_b",inv=["Northmoor Partners","Tidewell Capital"],lead=["Northmoor Partners"]),
  F("f42","Greyfinch Mobility",4.5e6,typ="series_a",inv=["Tidewell Capital"],lead=["Tidewell Capital"],on="2014-06")])
D("news-006","Vyreline raises $42 million for liver drug",
"""Boston-based Vyreline Therapeutics has raised $42 million in Series B financing to test its drug against a rare liver disease. Coralline Partners led the round, and Harbor Lantern Ventures took part.

The company will start a trial with 120 patients this autumn. First results are due in early 2018.

Vyreline has 34 employees. It spent $11 million on research in 2015 and had no revenue. "We can now run the whole study on our own account," said chief scientist Amadou Keller. A similar compound of a Swiss rival failed in May.""",
"2016-07-19",HD,
 [F("f26","Vyreline Therapeutics",42e6,typ="series_b",inv=["Coralline Partners","Harbor Lantern Ventures"],lead=["Coralline Partners"])])
D("news-007","Vyreline collects $85 million in stock market debut",
"""Vyreline Therapeutics raised $85 million in its initial public offering on April 12, 2018. The Boston drug developer sold its shares at $15 each, the middle of the range it had given to investors.

The stock closed its first day of trading at $17.10. The company will use the money for the last stage of tests of its liver drug. Two years ago, in July 2016, it raised $42 million in a Series B round led by Coralline Partners.

Six other biotechnology firms have gone public in the region this year, and four of them now trade below their issue price. "The window is open, but nobody knows for how long," said broker Lena Faust.""",
"2018-04-13",TL,
 [F("f27","Vyreline Therapeutics",85e6,typ="ipo",on="2018-04-12"),
  F("f26","Vyreline Therapeutics",42e6,typ="series_b",inv=["Coralline Partners"],lead=["Coralline Partners"],on="2016-07")])
D("news-008","Battery firm Halcyon Grid gets $20m",
"""Halcyon Grid, a Denver-based builder of battery parks, has raised $20 million in a Series B round led by Tidewell Capital. The deal was signed on February 23, 2016.

The company stores wind power at night and sells it in the morning peak. Its first park, outside Pueblo, went into service in January and can supply 9,000 homes for four hours.

State regulators said last week that they would let utilities sign storage contracts of up to 15 years. Halcyon Grid expects to win two of them. It had sales of $7.4 million in 2015.""",
"2016-02-24",TL,
 [F("f28","Halcyon Grid",20e6,typ="series_b",inv=["Tidewell Capital"],lead=["Tidewell Capital"],on="2016-02-23")])
D("news-009","Oakrune worth $400m after $60m round",
"""Legal-software company Oakrune has raised $60 million in a Series C round that values it at $400 million. Pallas Ridge Growth led the round; Skyforge Growth and Juniper Row Ventures also invested.

The San Francisco company has now raised $92 million in total. Its software compares contracts and marks clauses that differ from the customer's own rules. Some 600 legal departments use it.

Yara Lindgren, who started Oakrune in 2014, said that she wanted to double the sales force and to open an office in Dublin. An initial public offering is not on her list for the next two years, she added.""",
"2018-09-19",FC,
 [F("f19","Oakrune",60e6,typ="series_c",inv=["Pallas Ridge Growth","Skyforge Growth","Juniper Row Ventures"],lead=["Pallas Ridge Growth"],total=92e6,val=400e6)])
D("news-010","Glasswing Payments in talks to raise money, sources say",
"""Glasswing Payments is in talks with investors about a round of some $50 million, two people familiar with the matter said. The London firm lets shopkeepers take card payments on a phone.

No terms have been settled, the people said, and the talks may lead nowhere. A spokeswoman for Glasswing declined to comment.

The firm processed payments worth £600 million last year, twice as much as in 2015. Competition has become fierce since the big banks cut their fees in spring.""",
"2017-08-15",TL,
 [F("f37","Glasswing Payments",50e6,status="rumoured",q="about")])
D("news-011","Glasswing: no round, no sale",
"""Glasswing Payments denied on Thursday that it is raising $50 million. "We have all the cash we need," finance director Owen Prewett told staff in a letter seen by this newspaper.

The London payments firm also denied market gossip that Penhaligon plc would buy it. "Nobody has made us an offer and we are not for sale," the letter says.

Glasswing turned a small profit in the first half of the year for the first time. It employs 210 people in London and Cardiff.""",
"2017-08-17",TL,
 [F("f37","Glasswing Payments",50e6,status="denied"),
  A("a22","Penhaligon","Glasswing Payments",status="denied")])
D("news-012","Corvane said to eye cloud specialist Cirruswell",
"""Corvane Corp is considering a takeover of Cirruswell that could be worth about $150 million, according to three people with knowledge of the plans. Neither company would comment.

Corvane, a Dallas-based vendor of business software, has been a steady buyer of smaller firms. In October 2016 it bought the warehouse software business of Meridale Industries for $27 million, and in November 2017 it acquired fraud-scoring company dk7 for $48 million.

Cirruswell, which is based in Seattle, helps companies to trim their cloud bills. A decision is not expected before the autumn, one of the people said.""",
"2018-08-21",TL,
 [A("a13","Corvane","Cirruswell",150e6,status="rumoured",q="about"),
  A("a03","Corvane",["warehouse software business"],27e6,kind="business",seller="Meridale Industries",on="2016-10"),
  A("a02","Corvane","dk7",48e6,on="2017-11")])
D("news-013","Grocer Marlowe & Finch buys Otterbay Foods for $31m",
"""Marlowe & Finch has bought Otterbay Foods, a Portland, Maine-based producer of frozen seafood meals, for $31 million in cash. The purchase was completed on June 21, 2016.

Marlowe & Finch, a New York-based chain of food halls, will sell the meals in all of its 58 shops. Otterbay's 70 workers keep their jobs and founder Silas Crewe stays on for two years.

Otterbay raised just over $1 million in an angel round in November 2014. It had sales of $12 million last year. Marlowe & Finch shares rose 2 percent.""",
"2016-06-22",HD,
 [A("a04","Marlowe & Finch","Otterbay Foods",31e6,on="2016-06-21"),
  F("f34","Otterbay Foods",1e6,typ="angel",q="over",on="2014-11")])
D("news-014","Moonpetal said to seek $10m from Skyforge",
"""Video start-up Moonpetal is said to be discussing a $10 million Series A round with Skyforge Growth. The Los Angeles company and the investor are still arguing about the price, a person briefed on the talks said.

Moonpetal lets schools edit films together. It claims two million users, most of them in Texas and California. Neither side returned calls.

The last years have been lean: the company moved twice and cut a fifth of its staff in 2017. Advertising income has since recovered.""",
"2018-10-02",FC,
 [F("f41","Moonpetal",10e6,typ="series_a",status="rumoured",inv=["Skyforge Growth"])])
D("news-015","Investors grow choosy, survey finds",
"""Venture investors signed fewer cheques in the summer quarter than at any time in three years, a survey of 140 firms shows. The average early round in the sample fell to $2.6 million from $3.1 million a year before.

Money has not dried up, the authors say. Funds hold more than $60 billion that they have not spent, and companies that can show profits still find backers within weeks.

Software firms drew the largest share, ahead of health care. "Founders should plan for eighteen months without fresh money," said economist Petra Vanholt. The survey will be repeated in January.""",
"2016-10-12",TL,[])
D("news-016","Stahlbrück agrees to buy Berlin form reader Quillonet",
"""German machinery group Stahlbrück AG has agreed to acquire Quillonet for 40 million euros. The contract was signed in Essen, where Stahlbrück has its headquarters, and still needs the approval of the cartel office.

Quillonet, a Berlin software house, turns handwritten delivery notes into data. It raised 5 million euros in a Series A round in September 2016. All 45 employees are to move to Stahlbrück's digital arm.

Stahlbrück expects the purchase to close by the end of September. Its shares were little changed. Analyst Jonas Pfeil called the price "ambitious, though not mad".""",
"2018-06-12",TL,
 [A("a05","Stahlbrück","Quillonet",40e6,"EUR",status="agreed"),
  F("f07","Quillonet",5e6,"EUR","series_a",on="2016-09")])
D("news-017","Corvane swallows Austin fraud fighter dk7",
"""Business software vendor Corvane has acquired dk7 for $48 million, it said on November 14, 2017. The Austin company scores card payments and warns shops of likely fraud.

For dk7's backers the sale pays well. The company raised $5 million in a Series A round in May 2016 in which Juniper Row Ventures was the lead investor.

Corvane, headquartered in Dallas, will fold the product into its checkout suite and keep the office on Sixth Street. It had revenue of $880 million last year. Founder Kit Dorrance will run a new fraud unit with a staff of 60.""",
"2017-11-15",FC,
 [A("a02","Corvane","dk7",48e6,on="2017-11-14"),
  F("f23","dk7",5e6,typ="series_a",inv=["Juniper Row Ventures"],lead=["Juniper Row Ventures"],on="2016-05")])
D("news-018","Sundrel heads for the stock market",
"""Irrigation company Sundrel has filed for an initial public offering of up to $100 million. The Tel Aviv firm wants to list its shares in New York in the first half of next year, the prospectus says.

Sundrel sells valves that decide by themselves when a field needs water. Sales rose 60 percent to $38 million in the last business year, and the net loss shrank to $3 million.

In August 2016 Sundrel raised $6.5 million in a Series A round led by Saffron Gate Partners. Three banks will manage the share sale. Drought has lifted demand for water-saving gear across southern Europe, the company writes.""",
"2018-11-06",TL,
 [F("f45","Sundrel",100e6,typ="ipo",status="announced",q="up_to"),
  F("f38","Sundrel",6.5e6,typ="series_a",inv=["Saffron Gate Partners"],lead=["Saffron Gate Partners"],on="2016-08")])
