from lib import *
VL="Venture Ledger"; ST="Startup Tally"; HD="Harborline Daily"; TL="The Tallow Street Journal"; PB="PR Beacon"; CW="Continental Wire"; MR="The Monday Round-up"; FC="Founders' Courier"; EN="Early Notice"
NAMES.update({
 "Velloso Robótica":["Velloso Robótica","Velloso Robótica S.A.","Velloso"],
 "Hearthmoor":["Hearthmoor","Hearthmoor Inc.","Hearthmoor, Inc.","Hearthmoor Inc"],
 "Ninefold Optics":["Ninefold Optics","Ninefold"],
 "Quaymark":["Quaymark","Quaymark B.V.","Quaymark BV"],
 "Stonecrop":["Stonecrop","Stonecrop LLC"],
 "Bramwell Tool":["Bramwell Tool","Bramwell Tool Works","BRAMWELL TOOL","Bramwell"],
 "Pemberly Chemical":["Pemberly Chemical","Pemberly Chemical Corp","PEMBERLY","Pemberly"],
 "Ostrander Foods":["Ostrander Foods","Ostrander Foods Inc","OSTRANDER","Ostrander"],
 "Lumikko":["Lumikko","Lumikko Oy"],
 "Gullwing Air Freight":["Gullwing Air Freight","Gullwing"],
 "Mossbank Diagnostics":["Mossbank Diagnostics","Mossbank"],
 "Tarn Street Partners":["Tarn Street Partners","Tarn Street"],
 "Ivo Castellan":["Ivo Castellan"],
 "Whitsand Capital":["Whitsand Capital","Whitsand"],
 "Amberjack Bio":["Amberjack Bio"],
 "Kestrel Yard":["Kestrel Yard"],
})
D("held-001",None,"Cobalt Orchard has pocketed $16 million in a Series B that was headed by Skyforge Growth and in which Three Herons Ventures took part once more.","2018-04-24",VL,
 [F("h01","Cobalt Orchard",16e6,typ="series_b",inv=["Skyforge Growth","Three Herons Ventures"],lead=["Skyforge Growth"])])
D("held-002","Sensor maker Cobalt Orchard reaps $16m",
"""Fields talk, and investors listen. Minneapolis company Cobalt Orchard said on April 24, 2018 that it had obtained $16m from a group that Skyforge Growth led.

It is the third round for the firm, whose probes measure moisture under wheat and beets. Cobalt Orchard put its lifetime fund-raising at $23.3m.

Winter orders rose by 40 percent, and a wholesaler in Fargo took 8,000 probes. The company employs 71 people and does not expect a profit before 2021.""",
"2018-04-25",HD,
 [F("h01","Cobalt Orchard",16e6,inv=["Skyforge Growth"],lead=["Skyforge Growth"],total=23.3e6,on="2018-04-24")])
D("held-003",None,"Novamora, a travel app whose head office is in Lisbon, got €250,000 of pre-seed capital.","2017-01",EN,
 [F("f49","Novamora",250e3,"EUR","pre_seed")])
D("held-004","Hearthmoor Warms Up With $4.8 Million Seed Financing",
"""PROVIDENCE, R.I., October 3, 2017 -- Hearthmoor, Inc., which rents heat pumps to homeowners by the month, is pleased to report the completion of its $4.8 million seed financing. The round was co-led by Tarn Street Partners and Larkspur Seed Fund. Restaurant owner Ivo Castellan rounded out the syndicate.

"Nobody wants to own a boiler," remarked Hearthmoor chief executive Delphine Okafor. "People want to be warm."

Hearthmoor intends to equip 1,500 homes in Rhode Island next winter.

About Hearthmoor
Headquartered in Providence, Rhode Island, Hearthmoor was founded in 2016 and has 19 employees.""",
"2017-10-03",PB,
 [F("h02","Hearthmoor",4.8e6,typ="seed",inv=["Tarn Street Partners","Larkspur Seed Fund","Ivo Castellan"],lead=["Tarn Street Partners","Larkspur Seed Fund"],on="2017-10-03")])
D("held-005","Heat pumps by subscription draw close to $5m",
"""A young company from Providence wants to make boilers obsolete. Hearthmoor Inc has attracted close to $5 million in seed capital, with Tarn Street Partners and Larkspur Seed Fund jointly in the lead.

Customers pay $89 a month for a pump, service included. State subsidies cover part of the bill.

Gas suppliers are unimpressed. One of them cut its winter tariff by 6 percent last week.""",
"2017-10-04",HD,
 [F("h02","Hearthmoor",5e6,typ="seed",q="about",inv=["Tarn Street Partners","Larkspur Seed Fund"],lead=["Tarn Street Partners","Larkspur Seed Fund"])])
D("held-006","BRAMWELL TOOL <BWT> RECEIVES 52 DLR A SHARE OFFER",
"""HARTFORD, May 12 - Bramwell Tool Works said it received an unsolicited offer of 52 dlrs a share, or 468 mln dlrs, from Pemberly Chemical Corp.
Bramwell, which has its seat in Hartford, Conn., said its board will study the proposal.
Pemberly <PMB> traded unchanged at 40-1/8.""",
"2015-05-12",CW,
 [A("h03","Pemberly Chemical","Bramwell Tool",468e6,status="proposed",pps=52,on="2015-05-12")])
D("held-007","PEMBERLY CALLS OFF BRAMWELL BID",
"""WILMINGTON, June 30 - Pemberly Chemical Corp said it has called off its offer for Bramwell Tool Works, citing lower prices for machine tools.
Pemberly had offered 52 dlrs for each Bramwell share in May. It will write off 4.4 mln dlrs of expenses.
Bramwell said it regards the matter as closed.""",
"2015-06-30",CW,
 [A("h03","Pemberly Chemical","Bramwell Tool",status="terminated",pps=52,on="2015-06-30")])
D("held-008","Quaymark B.V. ships in fresh capital",
"""Customs software house Quaymark B.V. has got €8.4m in a growth equity round from Pallas Ridge Growth. The Rotterdam firm had never asked outsiders for money before.

Quaymark fills in customs papers for 2,300 exporters. Turnover reached €5.2m in 2015, and the firm has been in the black since its first year.

Owner Maarten Biesheuvel will remain the largest shareholder. He has cycled to work for eleven years and means to go on doing so.""",
"2016-06-15",FC,
 [F("h04","Quaymark",8.4e6,"EUR","growth",inv=["Pallas Ridge Growth"])])
D("held-009",None,"Oakrune (San Francisco) took over Dublin-based clause-search firm Quillbrook for $6.5 million.","2018-11-13",ST,
 [A("h05","Oakrune","Quillbrook",6.5e6)])
D("held-010","Ostrander sheds pet food",
"""Ostrander Foods Inc has disposed of its pet food business, which went to Whitsand Capital for $132 million. The sale took effect on August 1, 2017.

Ostrander, whose headquarters are in Omaha, wants to concentrate on breakfast cereals. Pet food contributed a sixth of group sales of $1.4 billion.

Whitsand intends to add smaller brands. The two plants in Nebraska stay open, a spokeswoman said.""",
"2017-08-03",TL,
 [A("h06","Whitsand Capital",["pet food business"],132e6,kind="business",seller="Ostrander Foods",on="2017-08-01")])
D("held-011","Stahlbrück wraps up Quillonet deal",
"""Stahlbrück AG has become the owner of Quillonet GmbH. The Essen group completed the €40 million purchase of the form reader on September 25, 2018, after the cartel office had cleared it.

Friederike Ohm, who runs Quillonet, will head a unit called Digital Paper. The Berlin office moves to a former printing house.

Stahlbrück confirmed its forecast of €6.1 billion in sales.""",
"2018-09-26",TL,
 [A("a05","Stahlbrück","Quillonet",40e6,"EUR",on="2018-09-25")])
D("held-012",None,"Lumikko Oy, based in Tampere, Finland, was granted €1.1 million by the Baltic Climate Programme for a snow-melting pavement.","2017-05-30",EN,
 [F("h07","Lumikko",1.1e6,"EUR","grant",inv=["Baltic Climate Programme"])])
D("held-013","Gullwing plays down sale talk",
"""Gullwing Air Freight is not for sale, its chairman insisted on Wednesday after a blog had named Transdelta as a buyer. "There is no offer, there are no talks, and I do not read blogs," Percival Adeyemi said.

The Louisville carrier flies eleven freighters. It ordered two more this spring for delivery in 2019.

Fuel costs rose 14 percent in the quarter. Gullwing passed on about half of the rise to its customers.""",
"2017-06-07",TL,
 [A("h08","Transdelta","Gullwing Air Freight",status="denied")])
D("held-014","Mossbank reportedly hunting for fresh money",
"""Mossbank Diagnostics is reportedly sounding out backers for a Series B of around £9 million. Old Quay Ventures may take the lead, according to a person who has seen the pitch.

The Manchester company builds blood tests that work without a laboratory. Its boss, Elspeth Warrington, said only that she "talks to clever people all the time".

Hospitals in the north of England ordered 20,000 kits in the winter.""",
"2018-02-20",FC,
 [F("h09","Mossbank Diagnostics",9e6,"GBP","series_b",status="rumoured",q="about",inv=["Old Quay Ventures"],lead=["Old Quay Ventures"])])
D("held-015","Velloso Robótica Brings Home R$ 12 Million in Its Series A",
"""SÃO PAULO, August 22, 2017 -- Velloso Robótica S.A. has received R$ 12 million in its Series A, which was led by Tarn Street Partners. Redwing & Co. also bought shares.

"A mango does not forgive a clumsy hand," said founder Iracema Velloso. Her pickers handle 40 fruits a minute.

The proceeds will go into a test orchard near Petrolina.

About Velloso
Velloso Robótica is headquartered in São Paulo and builds picking machines for tropical fruit.""",
"2017-08-22",PB,
 [F("h10","Velloso Robótica",12e6,"BRL","series_a",inv=["Tarn Street Partners","Redwing & Co"],lead=["Tarn Street Partners"],on="2017-08-22")])
D("held-016","Week in deals: lenses, lofts and ledgers",
"""Ninefold Optics, of Rochester, N.Y., secured a Series A of $9.2 million on January 10, 2017; the lead came from Ironvale Ventures, and Northmoor Partners bought in.

Stonecrop LLC, a roof-garden installer from Philadelphia, drew $600,000 from restaurant owner Ivo Castellan on January 12, 2017.

Corvane snapped up the payroll software business of Meridale Industries on January 11, 2017. The parties kept the price to themselves.

Ledgers are back in fashion, says a stationer in Vermont who sold 4,000 of them in December.""",
"2017-01-16",MR,
 [F("h11","Ninefold Optics",9.2e6,typ="series_a",inv=["Ironvale Ventures","Northmoor Partners"],lead=["Ironvale Ventures"],on="2017-01-10"),
  F("h12","Stonecrop",600e3,inv=["Ivo Castellan"],on="2017-01-12"),
  A("h13","Corvane",["payroll software business"],kind="business",seller="Meridale Industries",on="2017-01-11")])
D("held-017","Ninefold Optics grinds out $9.2 million",
"""Rochester lens maker Ninefold Optics wrapped up a $9.2 million Series A this Tuesday. Ironvale Ventures was in front, alongside Northmoor Partners.

Ninefold's lenses sit in scanners that sort plastic waste. Eleven cities in New York State have put them to work.

"I once ground lenses in my mother's kitchen," chief executive Soledad Birch recalled. A patent dispute with a supplier was settled in November.""",
"2017-01-10",HD,
 [F("h11","Ninefold Optics",9.2e6,typ="series_a",inv=["Ironvale Ventures","Northmoor Partners"],lead=["Ironvale Ventures"],on="2017-01-10")])
D("held-018","Tallyhive Reaches 50,000 Small Businesses",
"""BOSTON, August 14, 2018 -- Tallyhive, Inc. today said that 50,000 small businesses now keep their books with its app, up from 21,000 a year ago. The company also presented a payroll module that costs $9 a month.

"Fifty thousand shoeboxes of receipts have gone into the bin," said founder Ruth Castellanos.

The module is available in Massachusetts and Maine at once and in all other states from October.

About Tallyhive
Tallyhive is based in Boston.""",
"2018-08-14",PB,[])
D("held-019","Northmoor Partners raises $400m for fourth fund",
"""Northmoor Partners has gathered $400 million for its fourth fund, a third more than for the one before. University endowments supplied most of it.

The investment firm backs makers of machines and software for transport. Partner Theo Brandvold said that it would write about 15 cheques over four years.

Fees will fall slightly, to 1.9 percent a year. Two new partners are to be hired in Pittsburgh.""",
"2018-01-16",TL,[])
D("held-020","BRAMWELL <BWT> SEES LOWER SECOND QUARTER NET",
"""HARTFORD, June 9 - Bramwell Tool Works said it expects second quarter net profit of 6.0 to 6.5 mln dlrs, down from 8.1 mln dlrs a year earlier, because orders from car makers fell.
It said sales will be about 140 mln dlrs against 151.2 mln dlrs.
The company will close a foundry in Ohio and cut 240 jobs.""",
"2015-06-09",CW,[])
D("held-021","Kitewell gets up to $8m from Mercer Isle",
"""Mercer Isle Bank has opened a credit line of up to $8 million for Kitewell, the Atlanta firm that tells parents where the school bus is. The contract bears the date of October 30, 2018.

Kitewell will use the debt to buy trackers for 9,000 buses in Georgia and Alabama. It repays the bank over five years.

School districts pay $4 per bus and week. "Parents stop calling the office, and that alone is worth the money," one headmistress reported.""",
"2018-11-01",HD,
 [F("h14","Kitewell",8e6,typ="debt",q="up_to",inv=["Mercer Isle Bank"],on="2018-10-30")])
D("held-022","Amberjack Bio prices IPO at the top",
"""Shares of Amberjack Bio were placed at $18 on May 16, 2017, and brought the company $63 million. The initial public offering was many times oversubscribed.

The Seattle firm breeds algae that eat plastic. On their first day the shares gained 30 percent.

Cirruswell and Amberjack share an office tower, and the lifts were said to be full of flowers.""",
"2017-05-17",TL,
 [F("h15","Amberjack Bio",63e6,typ="ipo",on="2017-05-16")])
D("held-023","MERGER OF LAKEHURST AND FIRST TAMARACK TAKES EFFECT",
"""MILWAUKEE, Dec 5 - Lakehurst Bancorp said it completed its 340 mln dlr acquisition of First Tamarack Bank.
First Tamarack branches will carry the Lakehurst sign from February.
The combined bank has assets of 11.2 billion dlrs.""",
"2017-12-05",CW,
 [A("a17","Lakehurst Bancorp","First Tamarack Bank",340e6,on="2017-12-05")])
D("held-024",None,"Parcelina of Chicago has paid an undisclosed sum for Kestrel Yard, a bicycle courier service from St. Louis.","2018-09-04",VL,
 [A("h16","Parcelina","Kestrel Yard")])
D("held-025","Whitsand mulls Ostrander, people say",
"""After the pet food comes the porridge: Whitsand Capital may bid for the whole of Ostrander Foods, people close to the private equity firm say. A price of roughly $1.1 billion is mentioned.

Ostrander, of Omaha, did not want to comment. Whitsand did not return calls.

In August 2017 Whitsand paid $132 million for Ostrander's pet food business. Cereal sales in the country have been flat for years.""",
"2018-05-29",TL,
 [A("h17","Whitsand Capital","Ostrander Foods",1.1e9,status="rumoured",q="about"),
  A("h06","Whitsand Capital",["pet food business"],132e6,kind="business",seller="Ostrander Foods",on="2017-08")])
D("held-026","Everholt Capital takes 40 percent of Quaymark",
"""Private equity firm Everholt Capital has taken a 40% stake in Quaymark for 31 million euros, the Rotterdam company announced on April 17, 2018.

Pallas Ridge Growth, which had put 8.4 million euros of growth equity into Quaymark in June 2016, keeps its shares.

Quaymark's customs software is now sold in six countries. Turnover last year came to 11 million euros.""",
"2018-04-17",FC,
 [A("h18","Everholt Capital","Quaymark",31e6,"EUR",kind=None,stake=40,on="2018-04-17"),
  F("h04","Quaymark",8.4e6,"EUR","growth",inv=["Pallas Ridge Growth"],on="2016-06")])
D("held-027","Hearthmoor seeks bigger boiler",
"""Hearthmoor, the Providence heat pump renter, intends to raise $20-25 million in a Series A round before the spring, chief executive Delphine Okafor told this paper.

The firm now heats 2,100 homes. Okafor would like to go to Maine next, "where winters pay".

Installers are scarce: a course at the local college has 30 places and 400 applicants.""",
"2018-11-20",HD,
 [F("h19","Hearthmoor",20e6,typ="series_a",status="announced",hi=25e6)])
D("held-028","Investors hand over SEK 210m to Fjällström",
"""The second financing of Stockholm's Fjällström AB is bigger than the first. On June 14, 2018 the builder of electric outboard motors closed a round of SEK 210 million, with Kallio Ventures in the lead and Nordhavn Marine as a further investor.

In March 2017 Kallio had given the company SEK 45 million. Since then more than 3,000 motors have been sold.

Harbors from Oslo to Turku are putting up charging posts. A large motor costs as much as a small car.""",
"2018-06-15",TL,
 [F("h20","Fjällström",210e6,"SEK",inv=["Kallio Ventures","Nordhavn Marine"],lead=["Kallio Ventures"],on="2018-06-14"),
  F("f11","Fjällström",45e6,"SEK",inv=["Kallio Ventures"],on="2017-03")])
D("held-029","Corvane and Cirruswell part without a deal",
"""Corvane Corp and Cirruswell have ended their merger talks. The Dallas software vendor confirmed on October 9, 2018 that it no longer wants to take over the Seattle cloud cost specialist.

The two had haggled since summer. Cirruswell said it would carry on alone and hire 30 engineers.

Corvane's shares gained 3 percent in late trading.""",
"2018-10-10",TL,
 [A("a13","Corvane","Cirruswell",status="terminated",on="2018-10-09")])
D("held-030","Week in deals: a stitch in time",
"""Bellacourt, the Parisian online tailor, was bought by Marlowe & Finch for €19 million on November 27, 2018.

Sundrel borrowed $12 million from Mercer Isle Bank; the loan was signed on November 29, 2018.

Chicago's Ardentia Learning won a contract to tutor 6,000 pupils in Indiana.""",
"2018-12-03",MR,
 [A("h21","Marlowe & Finch","Bellacourt",19e6,"EUR",on="2018-11-27"),
  F("h22","Sundrel",12e6,typ="debt",inv=["Mercer Isle Bank"],on="2018-11-29")])
