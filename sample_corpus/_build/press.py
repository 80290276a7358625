from lib import *
PB="PR Beacon"
D("press-001","Brindlewick Closes $18 Million Series B to Bring Freight Forecasting to Europe",
"""BOSTON, February 7, 2017 -- Brindlewick, Inc., a provider of freight-analytics software, today announced that it has closed an $18 million Series B financing led by Northmoor Partners. Existing investors Copperfield Capital and Harbor Lantern Ventures also participated in the round, which brings total funding to $25.5 million.

"Every late truck costs somebody money," said Dana Whitlow, chief executive of Brindlewick. "With this round we can warn dispatchers on both sides of the Atlantic before it happens."

The company plans to open an office in Rotterdam and to grow its data science team.

About Brindlewick
Brindlewick is headquartered in Boston and helps more than 300 carriers to plan their loads. For more information, write to the press desk.""",
"2017-02-07",PB,
 [F("f03","Brindlewick",18e6,typ="series_b",inv=["Northmoor Partners","Copperfield Capital","Harbor Lantern Ventures"],lead=["Northmoor Partners"],total=25.5e6,on="2017-02-07")])
D("press-002","Tessaro Robotics Secures $11.8 Million in Series A Financing",
"""PITTSBURGH, Nov. 3, 2016 -- Tessaro Robotics, Inc. today announced an $11.8 million Series A financing. The round was led by Northmoor Partners with participation from Ironvale Ventures and Three Herons Ventures.

"Warehouses run at night, and so do our robots," said founder Inga Palmqvist. "This money lets us build a second assembly line."

"We looked at thirty robot makers and Tessaro was the one whose customers called us," said Theo Brandvold of Northmoor Partners.

About Tessaro Robotics
Tessaro Robotics builds machines that move pallets without light or supervision. The company is based in Pittsburgh, Pennsylvania.""",
"2016-11-03",PB,
 [F("f04","Tessaro Robotics",11.8e6,typ="series_a",inv=["Northmoor Partners","Ironvale Ventures","Three Herons Ventures"],lead=["Northmoor Partners"],on="2016-11-03")])
D("press-003","Oakrune Raises $8 Million Series A to Take the Tedium out of Contracts",
"""SAN FRANCISCO, January 26, 2016 -- Oakrune, Inc., maker of software for contract review, has completed an $8 million Series A round led by Juniper Row Ventures. Larkspur Seed Fund, which led the company's $2 million seed round on January 20, 2015, participated as well.

"Lawyers should argue, not proofread," said Yara Lindgren, founder and chief executive of Oakrune.

Oakrune will use the proceeds to support contracts in German and French. The company also introduced version 2 of its clause library, which is free to all customers.

About Oakrune
Oakrune is based in San Francisco. Its software is used by 90 legal departments.""",
"2016-01-26",PB,
 [F("f17","Oakrune",8e6,typ="series_a",inv=["Juniper Row Ventures","Larkspur Seed Fund"],lead=["Juniper Row Ventures"],on="2016-01-26"),
  F("f16","Oakrune",2e6,typ="seed",inv=["Larkspur Seed Fund"],lead=["Larkspur Seed Fund"],on="2015-01-20")])
D("press-004","Oakrune Announces $22 Million Series B Led by Skyforge Growth",
"""SAN FRANCISCO, June 13, 2017 -- Oakrune, Inc. today announced that it has raised $22 million in Series B funding. Skyforge Growth led the investment and Juniper Row Ventures joined.

"Oakrune does in four minutes what took my old firm four days," said Beatrix Holm, partner at Skyforge Growth, who joins the board of directors.

The funds will be spent on sales and on a data center in Frankfurt.

About Oakrune
Based in San Francisco, Oakrune serves more than 300 legal departments in 14 countries.

About Skyforge Growth
Skyforge Growth is an investment firm that manages $1.3 billion.""",
"2017-06-13",PB,
 [F("f18","Oakrune",22e6,typ="series_b",inv=["Skyforge Growth","Juniper Row Ventures"],lead=["Skyforge Growth"],on="2017-06-13")])
D("press-005","Quillonet wins 5 million euros for reading what people write",
"""Berlin, 14 September 2016 -- Quillonet GmbH has closed a Series A round of EUR 5 million. Rheinufer Ventures is the lead investor; Old Quay Ventures of London is a new shareholder.

"Half of all delivery notes in Europe are still filled in with a pen," said managing director Friederike Ohm. "We read them, all of them, even those of my doctor."

The company will double its team in Berlin to 40 people and enter the French market.

About Quillonet
Quillonet develops software that reads handwritten forms. It was founded in Berlin in 2014.""",
"2016-09-14",PB,
 [F("f07","Quillonet",5e6,"EUR","series_a",inv=["Rheinufer Ventures","Old Quay Ventures"],lead=["Rheinufer Ventures"],on="2016-09-14")])
D("press-006","Mintbarrow raises £12.5 million Series B",
"""LONDON, 9 May 2017 -- Mintbarrow Ltd, the savings app for the self-employed, has raised £12.5 million in a Series B round led by Coralline Partners. Old Quay Ventures, which led the £4 million Series A on 6 October 2015, invested again.

"Freelancers do not have a personnel department. They have us," said co-founder Priti Ramsbottom.

Mintbarrow now looks after savings of £190 million for 70,000 customers and will use the new capital to offer pensions.

About Mintbarrow
Mintbarrow is headquartered in London and employs 62 people.""",
"2017-05-09",PB,
 [F("f09","Mintbarrow",12.5e6,"GBP","series_b",inv=["Coralline Partners","Old Quay Ventures"],lead=["Coralline Partners"],on="2017-05-09"),
  F("f08","Mintbarrow",4e6,"GBP","series_a",inv=["Old Quay Ventures"],lead=["Old Quay Ventures"],on="2015-10-06")])
D("press-007","Bluecrane Health Signs Definitive Agreement to Acquire Carewell Clinics",
"""NASHVILLE, Tenn., September 20, 2016 -- Bluecrane Health, Inc. today announced that it has signed a definitive agreement to acquire Carewell Clinics, LLC from Everholt Capital for $210 million in cash.

Carewell Clinics runs 44 walk-in clinics in Tennessee, Kentucky and Georgia. It had revenue of $96 million in the twelve months to June.

"Carewell's nurses know their towns," said Bluecrane chief executive Hollis Tran. "We will give them better tools and stay out of their way."

The transaction is subject to regulatory approval and is expected to close before the end of the year.

About Bluecrane Health
Bluecrane Health operates clinics and laboratories in eight states. Its headquarters are in Nashville.""",
"2016-09-20",PB,
 [A("a12","Bluecrane Health","Carewell Clinics",210e6,seller="Everholt Capital",status="agreed",on="2016-09-20")])
D("press-008","Bluecrane Health Completes Acquisition of Carewell Clinics",
"""NASHVILLE, Tenn., December 13, 2016 -- Bluecrane Health, Inc. has completed its previously announced acquisition of Carewell Clinics. The purchase price was $210 million.

"Today 900 colleagues join our family," said chief executive Hollis Tran.

Bluecrane Health expects the clinics to add to earnings from the second quarter of 2017. The clinics will keep the Carewell name.

About Bluecrane Health
Bluecrane Health operates clinics and laboratories in eight states. Its headquarters are in Nashville.""",
"2016-12-13",PB,
 [A("a12","Bluecrane Health","Carewell Clinics",210e6,on="2016-12-13")])
D("press-009","Pinegrove Analytics announces C$7 million Series A",
"""TORONTO, September 12, 2017 -- Pinegrove Analytics Inc. today announced a Series A investment of C$7 million led by Maplehead Ventures.

Pinegrove, which is headquartered in Toronto, predicts how many staff a hospital ward will need on a given day. Eleven hospitals in Ontario use its forecasts.

"Nurses deserve to know next week's shifts this week," said founder Marguerite Odjig. "The round lets us carry our forecasts to Quebec and Alberta."

About Maplehead Ventures
Maplehead Ventures invests in young Canadian software companies.""",
"2017-09-12",PB,
 [F("f13","Pinegrove Analytics",7e6,"CAD","series_a",inv=["Maplehead Ventures"],lead=["Maplehead Ventures"],on="2017-09-12")])
D("press-010","Seracell closes CHF 20 million Series B financing",
"""Basel, January 23, 2018 -- Seracell AG, a clinical-stage developer of cell therapies, announced today that it has closed a Series B financing of CHF 20 million. Alpspitz Capital led the financing, with Coralline Partners joining as a new investor.

The proceeds will fund a study of SC-14 in patients with severe burns.

"Skin grows slowly. Our cells do not," said chief medical officer Ruedi Aebischer.

About Seracell
Seracell AG is based in Basel, Switzerland. Its lead product SC-14 is not approved for sale in any country.""",
"2018-01-23",PB,
 [F("f15","Seracell",20e6,"CHF","series_b",inv=["Alpspitz Capital","Coralline Partners"],lead=["Alpspitz Capital"],on="2018-01-23")])
D("press-011","Tallyhive Raises $2.2 Million Seed Round",
"""BOSTON, September 27, 2016 -- Tallyhive, Inc., the bookkeeper in your pocket, today announced the close of a $2.2 million seed round. Larkspur Seed Fund led the round, and Harbor Lantern Ventures participated.

"A bakery should spend its mornings on bread," said Tallyhive founder Ruth Castellanos, who ran her parents' shop for ten years.

Tallyhive photographs receipts, sorts them and files the taxes. The app costs $15 a month.

About Tallyhive
Tallyhive is based in Boston and was founded in 2015.""",
"2016-09-27",PB,
 [F("f35","Tallyhive",2.2e6,typ="seed",inv=["Larkspur Seed Fund","Harbor Lantern Ventures"],lead=["Larkspur Seed Fund"],on="2016-09-27")])
D("press-012","Oakrune Appoints Chief Financial Officer",
"""SAN FRANCISCO, March 28, 2017 -- Oakrune, Inc. today announced that Desmond Achterberg has been appointed chief financial officer. He joins from a maker of tax software, where he led a finance team of 45 people.

"Desmond has seen companies grow from ten million to two hundred million in sales, and he kept his humor," said chief executive Yara Lindgren.

Mr. Achterberg succeeds Noor Salvesen, who will retire in April.

About Oakrune
Oakrune is based in San Francisco. Its software is used by more than 250 legal departments.""",
"2017-03-28",PB,[])
