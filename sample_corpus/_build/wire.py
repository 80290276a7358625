from lib import *
CW="Continental Wire"
D("wire-001","TRANSDELTA <TDX> TO BUY HOLLISTER PIPE FOR 120 MLN DLRS",
"""HOUSTON, Aug 5 - Transdelta Corp said it agreed to acquire Hollister Pipe Co for 24.50 dlrs a share in cash, or 120 mln dlrs in all.
Hollister, which makes steel line pipe, had sales of 205 mln dlrs last year. Transdelta said it will finance the purchase from bank lines.
The boards of both companies have approved the agreement. Holders of Hollister will vote in October.
Transdelta shares fell 3/8 to 31-1/4.""",
"2014-08-05",CW,
 [A("a07","Transdelta","Hollister Pipe",120e6,status="agreed",pps=24.5,on="2014-08-05")])
D("wire-002","TRANSDELTA <TDX> COMPLETES HOLLISTER PIPE PURCHASE",
"""HOUSTON, Nov 18 - Transdelta Corp said it completed the acquisition of Hollister Pipe Co for 24.50 dlrs a share.
Hollister will operate as a unit of Transdelta under its present management.
Transdelta repeated that it expects the purchase to dilute earnings slightly in the current quarter.""",
"2014-11-18",CW,
 [A("a07","Transdelta","Hollister Pipe",status="completed",pps=24.5,on="2014-11-18")])
D("wire-003","PENHALIGON BIDS 265 MLN STG FOR GRANTLEY MILLS",
"""LONDON, Oct 14 - Penhaligon plc <PHG.L> said it is making a cash bid of 310p a share for Grantley Mills plc, valuing the textile maker at 265 mln stg.
Grantley rejected the offer as too low and told shareholders to take no action.
Penhaligon, a London-based holding company, owns no Grantley shares so far. Grantley shares jumped 52p to 318p on hopes of a higher bid.""",
"2014-10-14",CW,
 [A("a06","Penhaligon","Grantley Mills",265e6,"GBP",status="proposed",pps=3.10,on="2014-10-14")])
D("wire-004","PENHALIGON DROPS 265 MLN STG GRANTLEY BID",
"""LONDON, Jan 20 - Penhaligon plc said it has withdrawn its 265 mln stg bid for Grantley Mills plc after talks with the pension trustees of the textile maker failed.
Penhaligon said it will not return with another offer for at least six months.
Grantley shares closed 61p lower at 249p.""",
"2015-01-20",CW,
 [A("a06","Penhaligon","Grantley Mills",265e6,"GBP",status="terminated",on="2015-01-20")])
D("wire-005","MERIDALE <MRD> SELLS PACKAGING DIVISION TO COXWELL",
"""CLEVELAND, April 21 - Meridale Industries Inc said it sold its packaging division to Coxwell Paper Co for 75 mln dlrs in cash.
The division makes folding cartons at three plants and had 1,100 employees.
Meridale said it will use the proceeds to reduce debt and will record a gain of 12 mln dlrs, or 31 cts a share, in the second quarter.""",
"2015-04-21",CW,
 [A("a08","Coxwell Paper",["packaging division"],75e6,kind="business",seller="Meridale Industries",on="2015-04-21")])
D("wire-006","TRANSDELTA <TDX> ENDS TALKS ON OSGOOD STEEL",
"""HOUSTON, April 19 - Transdelta Corp said it ended talks to acquire Osgood Steel Inc because the two sides could not agree on a price.
A Transdelta spokesman declined to say how much had been offered. Osgood, based in Gary, Ind., said it will stay independent.
Osgood shares lost 2-1/2 to 14-3/4.""",
"2016-04-19",CW,
 [A("a16","Transdelta","Osgood Steel",status="terminated",on="2016-04-19")])
D("wire-007","LAKEHURST TO ACQUIRE FIRST TAMARACK FOR 340 MLN DLRS",
"""MILWAUKEE, July 25 - Lakehurst Bancorp said it signed a definitive agreement to acquire First Tamarack Bank for 38 dlrs a share, or 340 mln dlrs.
First Tamarack, which has its headquarters in Duluth, Minn., has assets of 2.9 billion dlrs and 41 branches.
Lakehurst is based in Milwaukee. It said the deal needs the consent of regulators and of First Tamarack's holders.""",
"2017-07-25",CW,
 [A("a17","Lakehurst Bancorp","First Tamarack Bank",340e6,status="agreed",pps=38,on="2017-07-25")])
D("wire-008","Hoshizora raises 600 mln yen from Nishimori Capital and others",
"""TOKYO, March 8 - Hoshizora KK, a Tokyo-based operator of micro-satellites, said it raised 600 mln yen in a Series B round led by Nishimori Capital.
Names of the other backers were not given.
The company plans to launch four satellites in 2017. It had sales of 85 mln yen in the year to September.""",
"2016-03-08",CW,
 [F("f12","Hoshizora",600e6,"JPY","series_b",inv=["Nishimori Capital"],lead=["Nishimori Capital"],on="2016-03-08")])
D("wire-009","TRANSDELTA <TDX> RAISES QUARTERLY DIVIDEND",
"""HOUSTON, Feb 17 - Transdelta Corp said its board raised the quarterly dividend to 22 cts a share from 20 cts, payable March 31 to holders of record March 10.
Transdelta reported net profit of 48.6 mln dlrs on sales of 1.12 billion dlrs for the year ended December 31.
The company also won a contract of 64 mln dlrs to supply pipe to a desalination plant in Texas.""",
"2015-02-17",CW,[])
D("wire-010","KUROSAWA DENKI TO BUY 51 PCT OF HOSHIZORA",
"""TOKYO, March 20 - Kurosawa Denki Co of Osaka said it agreed to buy 51 pct of satellite operator Hoshizora KK for 4.5 billion yen.
Hoshizora will keep its name and its seat in Tokyo. Closing is planned for the end of June.
Kurosawa forecast group sales of 310 billion yen for the year to March 2019.""",
"2018-03-20",CW,
 [A("a11","Kurosawa Denki","Hoshizora",4.5e9,"JPY",kind=None,status="agreed",stake=51,on="2018-03-20")])
D("wire-011","QUARTERMAIN EQUITY AGREES TO ACQUIRE COXWELL PAPER",
"""CHICAGO, Oct 16 - Quartermain Equity agreed to acquire Coxwell Paper Co in a deal worth 180 mln dlrs, the two firms said.
Holders of Coxwell will receive 12.75 dlrs a share in cash. Coxwell, based in Green Bay, Wis., makes cartons and paper bags.
The price is 22 pct above Monday's close. Quartermain said it does not plan to close mills.""",
"2018-10-16",CW,
 [A("a21","Quartermain Equity","Coxwell Paper",180e6,status="agreed",pps=12.75,on="2018-10-16")])
