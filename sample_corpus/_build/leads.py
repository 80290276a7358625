from lib import *
VL="Venture Ledger"; ST="Startup Tally"; EN="Early Notice"
D("lead-001",None,"Brindlewick, a Boston-based maker of freight-analytics software, has raised $1.5m in seed funding led by Harbor Lantern Ventures.","2014-03-11",VL,
 [F("f01","Brindlewick",1.5e6,typ="seed",inv=["Harbor Lantern Ventures"],lead=["Harbor Lantern Ventures"])])
D("lead-002",None,"Detroit-based Greyfinch Mobility, Inc. plans to raise $14 million in a Series B round, a regulatory filing showed.","2015-11-24",ST,
 [F("f43","Greyfinch Mobility",14e6,typ="series_b",status="announced")])
D("lead-003",None,"dk7, an Austin, Texas-based company that scores card payments for fraud, picked up $750K in seed money from Blue Mesa Angels.","2014-09-09",VL,
 [F("f22","dk7",750e3,typ="seed",inv=["Blue Mesa Angels"])])
D("lead-004",None,"Cobalt Orchard, a Minneapolis, Minn.-based maker of farm sensors, closed a seed round of $1.1 million that Larkspur Seed Fund led and Three Herons Ventures joined.","2014-10-07",EN,
 [F("f46","Cobalt Orchard",1.1e6,typ="seed",inv=["Larkspur Seed Fund","Three Herons Ventures"],lead=["Larkspur Seed Fund"])])
D("lead-005",None,"Lumenloft, a New York-based marketplace for studio space, raised $9.5m in Series A funding led by Copperfield Capital, with Fathom Street Capital also investing, after a $3.2 million seed round in April 2016.","2017-04-19",VL,
 [F("f21","Lumenloft",9.5e6,typ="series_a",inv=["Copperfield Capital","Fathom Street Capital"],lead=["Copperfield Capital"]),
  F("f20","Lumenloft",3.2e6,typ="seed",on="2016-04")])
D("lead-006",None,"Berlin-based Quillonet GmbH, whose software reads handwritten forms, has received EUR 900,000 in seed funding from Rheinufer Ventures.","2015-02",EN,
 [F("f06","Quillonet",900e3,"EUR","seed",inv=["Rheinufer Ventures"])])
D("lead-007",None,"Kitewell, an Atlanta-based provider of school-bus tracking, has secured $3.4m from Dunmore Trust.","2015-05-12",VL,
 [F("f50","Kitewell",3.4e6,inv=["Dunmore Trust"])])
D("lead-008",None,"Moonpetal, a video start-up based in Los Angeles, has closed a $1.2 million bridge round provided by Fathom Street Capital.","2015-03-31",ST,
 [F("f40","Moonpetal",1.2e6,typ="bridge",inv=["Fathom Street Capital"])])
D("lead-009",None,"Cirruswell, Inc., a Seattle-based specialist in cloud cost control, announced the closing of a $10 million Series A round led by Ironvale Ventures with participation from Dunmore Trust.","2015-09-22",VL,
 [F("f30","Cirruswell",10e6,typ="series_a",inv=["Ironvale Ventures","Dunmore Trust"],lead=["Ironvale Ventures"])])
D("lead-010",None,"Ravenport Bio, headquartered in San Diego, has been awarded a $2.3 million grant by the Coastal Health Foundation for its work on a malaria vaccine.","2015-11-10",EN,
 [F("f33","Ravenport Bio",2.3e6,typ="grant",inv=["Coastal Health Foundation"])])
D("lead-011",None,"New York-based Lumenloft, which lets artists book studio space by the hour, has raised $3 million in a seed round led by Fathom Street Capital and joined by Redwing & Co.","2016-04-12",ST,
 [F("f20","Lumenloft",3e6,typ="seed",inv=["Fathom Street Capital","Redwing & Co"],lead=["Fathom Street Capital"])])
D("lead-012",None,"Tessaro Robotics, a Pittsburgh-based builder of warehouse robots, has closed $11.8 million in Series A funding led by Northmoor Partners, with Ironvale Ventures and Three Herons Ventures participating.","2016-11-03",VL,
 [F("f04","Tessaro Robotics",11.8e6,typ="series_a",inv=["Northmoor Partners","Ironvale Ventures","Three Herons Ventures"],lead=["Northmoor Partners"])])
D("lead-013",None,"Parcelina, a Chicago-based same-day delivery start-up, has closed a seed round of undisclosed size with Redwing & Co. as its only investor.","2016-12-06",ST,
 [F("f24","Parcelina",typ="seed",inv=["Redwing & Co"])])
D("lead-014",None,"Fjällström AB, a Stockholm-based maker of electric outboard motors, has taken in SEK 45 million from Kallio Ventures.","2017-03-21",EN,
 [F("f11","Fjällström",45e6,"SEK",inv=["Kallio Ventures"])])
D("lead-015",None,"Tallyhive, a Boston, Mass.-based bookkeeping start-up, raised $7.5m in a Series A round led by Three Herons Ventures and joined by Larkspur Seed Fund and Harbor Lantern Ventures.","2018-03-06",VL,
 [F("f36","Tallyhive",7.5e6,typ="series_a",inv=["Three Herons Ventures","Larkspur Seed Fund","Harbor Lantern Ventures"],lead=["Three Herons Ventures"])])
D("lead-016",None,"Venture firm Copperfield Capital has held the final close of its third fund at $250 million, above its original target of $200 million.","2016-05-24",VL,[])
