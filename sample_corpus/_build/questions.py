from lib import *
import held
def n(v,tol=None): return {"type":"number","value":v,"tolerance":(0 if v<1000 and v==int(v) else max(0.01,round(v*0.005,2)) if v<1000 else 1) if tol is None else tol}
def name(*a):
    out=[]
    for x in a: out+=vs(x)
    return {"type":"name","any":out}
def names(*a): return {"type":"names","all":[vs(x) for x in a]}
def rank(*a): return {"type":"ranking","names":[vs(x) for x in a]}
T={"series_a":["series_a","Series A"],"series_b":["series_b","Series B"],"seed":["seed","Seed"]}
import calendar
def key(k):
    if k in T: return T[k]
    if len(k)==7 and k[5]=="Q":
        y,q=k[:4],int(k[6]); m="%s-%02d"%(y,3*q-2); return [k,f"{y} Q{q}",f"Q{q} {y}",f"Q{q}",m,m+"-01"]
    if len(k)==4 and k.isdigit(): return [k,k+"-01-01"]
    if len(k)==7 and k[4]=="-": return [k,k+"-01",calendar.month_name[int(k[5:])]+" "+k[:4]]
    return vs(k)
def tab(d): return {"type":"table","rows":[[key(k),v] for k,v in d.items()]}
def dt(v): return {"type":"date","value":v}
REF={"type":"refuse"}; ND={"type":"no_data"}
QS=[]; CH={}; HQ=[]
def Q(kind,q,gold,check=None,after=None,L=None):
    L=QS if L is None else L
    i=("q-%03d" if L is QS else "hq-%03d")%(len(L)+1)
    o={"id":i,"question":q}
    if after: o["after"]=after
    o["kind"]=kind; o["gold"]=gold; L.append(o)
    if check: CH[i]=check
# ---- lookups
Q("lookup","How much did Tessaro Robotics raise in its Series A?",n(11.8e6),"E('f04')['amount']")
Q("lookup","What was the size of Brindlewick's seed round?",n(1.5e6),"E('f01')['amount']")
Q("lookup","oakrune series c amount",n(60e6),"E('f19')['amount']")
Q("lookup","What price did Marlowe & Finch pay for Otterbay Foods?",n(31e6),"E('a04')['price']")
Q("lookup","What type of round did Moonpetal close in March 2015?",name("bridge","Bridge"),"E('f40')['round_type']")
Q("lookup","When did Quillonet announce its Series A?",dt("2016-09-14"),"E('f07')['announced_on']")
Q("lookup","On what date did Corvane acquire dk7?",dt("2017-11-14"),"E('a02')['announced_on']")
Q("lookup","What is the status of Penhaligon's bid for Grantley Mills?",name("terminated","Terminated","withdrawn"),"E('a06')['status']")
Q("lookup","At what valuation did Tessaro Robotics raise its Series B?",n(160e6),"E('f05')['valuation']")
Q("lookup","What price per share did Transdelta pay for Hollister Pipe?",n(24.5,0),"E('a07')['price_per_share']")
Q("lookup","What percentage of Hoshizora does Kurosawa Denki buy?",n(51,0),"E('a11')['stake_percent']")
Q("lookup","How many pounds did Mintbarrow raise in its Series B?",n(12.5e6),"E('f09')['amount'] if E('f09')['currency']=='GBP' else None")
Q("lookup","How much did Zapkhana raise in rupees in August 2016?",n(300e6),"E('f10')['amount'] if E('f10')['currency']=='INR' else None")
Q("lookup","Which company raised $85 million in an IPO in April 2018?",name("Vyreline Therapeutics"),"E('f27')['company']")
Q("lookup","hey how much debt did Halcyon Grid take on in October 2017?",n(15e6),"E('f29')['amount']")
Q("lookup","How much has Oakrune raised to date, by its own statement of September 2018?",n(92e6),"E('f19')['stated_total']")
# ---- who
Q("who_acquired","Who acquired dk7?",name("Corvane"),"E('a02')['acquirer']")
Q("who_acquired","Which company bought Kestrelworks?",name("Corvane"),"E('a01')['acquirer']")
Q("who_acquired","Who took over Zapkhana in 2018?",name("Aruna Retail"),"E('a10')['acquirer']")
Q("who_acquired","Who agreed to buy First Tamarack Bank?",name("Lakehurst Bancorp"),"E('a17')['acquirer']")
Q("who_acquired","Who sold Carewell Clinics?",name("Everholt Capital"),"E('a12')['seller']")
Q("who_acquired","buyer of the Peabody Lane brand?",name("Marlowe & Finch"),"E('a18')['acquirer']")
Q("who_led","Who led Tessaro's Series A?",name("Northmoor Partners"),"one(E('f04')['lead_investors'])")
Q("who_led","Which firm was the lead investor in Lumenloft's Series A round?",name("Copperfield Capital"),"one(E('f21')['lead_investors'])")
Q("who_led","Vyreline Therapeutics Series B lead investor",name("Coralline Partners"),"one(E('f26')['lead_investors'])")
Q("who_led","Who led the seed round of Bellacourt?",names("Old Quay Ventures","Rheinufer Ventures"),"E('f39')['lead_investors']")
Q("who_led","Who was in the lead of the Zapkhana round?",name("Banyan Steps Fund"),"one(E('f10')['lead_investors'])")
Q("who_invested","Who invested in Brindlewick's Series B?",names("Northmoor Partners","Copperfield Capital","Harbor Lantern Ventures"),"E('f03')['investors']")
Q("who_invested","Which investors have put money into Cobalt Orchard?",names("Larkspur Seed Fund","Three Herons Ventures"),"invs(company='Cobalt Orchard')")
Q("who_invested","Who gave Ravenport Bio its grant?",name("Coastal Health Foundation"),"one(E('f33')['investors'])")
Q("who_invested","who backed kestrelworks in its angel round?",name("Marta Oyelaran"),"one(E('f32')['investors'])")
Q("who_invested","Which companies has Saffron Gate Partners invested in?",names("Zapkhana","Sundrel"),"uniq(R(inv='Saffron Gate Partners'),'company')")
Q("who_invested","List the companies that Harbor Lantern Ventures has backed.",names("Brindlewick","Vyreline Therapeutics","Tallyhive"),"uniq(R(inv='Harbor Lantern Ventures'),'company')")
Q("who_invested","In which companies did Northmoor Partners lead a round?",names("Brindlewick","Tessaro Robotics","Greyfinch Mobility"),"uniq(R(lead='Northmoor Partners'),'company')")
# ---- list
Q("list","What has Corvane acquired?",names("Kestrelworks","dk7",),"uniq([d for d in A(acq='Corvane') if d['target_kind']=='company'],'target')")
QS.pop(); CH.pop("q-%03d"%(len(QS)+1))
Q("list","List everything Corvane has bought.",{"type":"names","all":[vs("Kestrelworks"),vs("dk7"),["warehouse software business"]]},"uniq(A(acq='Corvane'),'target')")
Q("list","What did Meridale Industries sell?",{"type":"names","all":[["packaging division"],["warehouse software business"]]},"uniq(A(seller='Meridale Industries'),'target')")
Q("list","Which companies did Bluecrane Health, Marlowe & Finch or others buy in 2016? List the targets of all acquisitions in 2016.",{"type":"names","all":[["warehouse software business"],vs("Otterbay Foods"),vs("Carewell Clinics")]},"uniq(A(year='2016'),'target')")
QS[-1]["question"]="List the targets of all acquisitions in 2016."
Q("list","Which companies received a grant?",names("Wattlebird Energy","Ravenport Bio"),"uniq(R(typ='grant'),'company')")
Q("list","Which takeover attempts were terminated? Name the targets.",names("Grantley Mills","Osgood Steel"),"uniq([d for d in QA if d['status']=='terminated'],'target')")
# ---- counts
Q("count","How many funding rounds has Oakrune closed?",n(4),"len(R(company='Oakrune'))")
Q("count","How many Series A rounds were there in 2016?",n(7),"len(R(typ='series_a',year='2016'))")
Q("count","How many rounds did Larkspur Seed Fund take part in?",n(6),"len(R(inv='Larkspur Seed Fund'))")
Q("count","number of acquisitions by Corvane",n(3),"len(A(acq='Corvane'))")
Q("count","How many funding rounds were announced in 2014?",n(6),"len(R(year='2014'))")
Q("count","How many seed rounds are there in the data?",n(9),"len(R(typ='seed'))")
Q("count","How many acquisitions did Tallyhive make?",n(0),"len(A(acq='Tallyhive'))")
Q("distinct_count","How many different investors have backed Oakrune?",n(4),"len(invs(company='Oakrune'))")
Q("distinct_count","How many different companies has Larkspur Seed Fund invested in?",n(3),"len(uniq(R(inv='Larkspur Seed Fund'),'company'))")
Q("distinct_count","How many different companies raised a Series A in 2016?",n(7),"len(uniq(R(typ='series_a',year='2016'),'company'))")
# ---- sums, averages, medians
Q("sum","How much has Brindlewick raised over all its rounds?",n(25.5e6),"tot(R(company='Brindlewick'))")
Q("sum","Total raised by Oakrune",n(92e6),"tot(R(company='Oakrune'))")
Q("sum","How much money did companies raise in 2014 in total?",n(9.25e6),"tot(R(year='2014'))")
Q("sum","What is the total size of the rounds in which Northmoor Partners took part?",n(73.8e6),"tot(R(inv='Northmoor Partners'))")
Q("sum","How much was spent on acquisitions in 2016?",n(268e6),"tot(A(year='2016'))")
Q("sum","How much has Corvane paid for acquisitions, as far as disclosed?",n(75e6),"tot(A(acq='Corvane'),missing=1)")
Q("average","What was the average size of Oakrune's funding rounds?",n(23e6),"avg(R(company='Oakrune'))")
Q("average","Average size of the rounds led by Northmoor Partners",n(14.6e6),"avg(R(lead='Northmoor Partners'))")
Q("average","What is the average acquisition price in 2016?",n(268e6/3,500000),"avg(A(year='2016'))")
Q("median","What is the median size of Oakrune's rounds?",n(15e6),"med(R(company='Oakrune'))")
Q("median","median amount of the funding rounds in 2014",n(1.05e6),"med(R(year='2014'))")
Q("median","What's the median round that Juniper Row Ventures participated in?",n(15e6),"med(R(inv='Juniper Row Ventures'))")
# ---- min max, top k, threshold
Q("min_max","What was the largest funding round of 2016?",name("Vyreline Therapeutics"),"top(R(year='2016'),1)[0]['company']")
Q("min_max","Which company made the largest acquisition by price?",name("Lakehurst Bancorp"),"top(A(),1)[0]['acquirer']")
Q("min_max","Which company raised the smallest seed round in 2014?",name("dk7"),"top(R(year='2014',typ='seed'),1,rev=False)[0]['company']")
Q("min_max","How large was the biggest Series B?",n(42e6),"top(R(typ='series_b'),1)[0]['amount']")
Q("min_max","When was the earliest round of Brindlewick?",dt("2014-03-11"),"min(r['announced_on'] for r in R(company='Brindlewick'))")
Q("top_k","Top 3 acquisitions by price: which targets?",rank("First Tamarack Bank","Carewell Clinics","Coxwell Paper"),"[d['target'] for d in top(A(),3)]")
Q("top_k","What are the three largest Series A rounds? Name the companies.",rank("Tessaro Robotics","Cirruswell","Lumenloft"),"[r['company'] for r in top(R(typ='series_a'),3)]")
Q("top_k","Rank the Boston companies by total money raised.",rank("Vyreline Therapeutics","Brindlewick","Tallyhive"),"bytotal(R(city='Boston'),'company')")
Q("top_k","the two biggest rounds with Skyforge Growth on board",rank("Oakrune","Tessaro Robotics"),"[r['company'] for r in top(R(inv='Skyforge Growth'),2)]")
Q("threshold","Which companies raised a Series A of more than $9 million?",names("Tessaro Robotics","Lumenloft","Cirruswell"),"uniq(thr(R(typ='series_a'),9e6),'company')")
Q("threshold","Acquisitions above $100 million, which targets?",names("Hollister Pipe","Carewell Clinics","First Tamarack Bank","Coxwell Paper"),"uniq(thr(A(),100e6),'target')")
Q("threshold","How many acquisitions cost less than $20 million?",n(5),"len(thr(A(),20e6,below=True))")
Q("threshold","Which investors took part in five or more rounds?",names("Harbor Lantern Ventures","Larkspur Seed Fund"),"[i for i in invs() if len(R(inv=i))>=5]")
# ---- periods
Q("period","Which companies raised money in Q3 2016?",names("Quillonet","Zapkhana","Vyreline Therapeutics","Tallyhive","Sundrel"),"uniq(R(frm='2016-07',to='2016-09'),'company')")
Q("period","Who raised funding between March and May 2017?",names("Fjällström","Lumenloft","Mintbarrow"),"uniq(R(frm='2017-03',to='2017-05'),'company')")
Q("period","How much was raised from April to June 2015?",n(9.4e6),"tot(R(frm='2015-04',to='2015-06'))")
Q("period","How many acquisitions were announced in the first half of 2018?",n(7),"len(A(frm='2018-01',to='2018-06'))")
Q("period","What did Oakrune raise in 2017?",n(22e6),"tot(R(company='Oakrune',year='2017'))")
Q("period","number of series a rounds in 2015",n(3),"len(R(typ='series_a',year='2015'))")
# ---- place
Q("place","Which companies based in Boston have raised money?",names("Brindlewick","Vyreline Therapeutics","Tallyhive"),"uniq(R(city='Boston'),'company')")
Q("place","How many funding rounds did Boston companies have?",n(7),"len(R(city='Boston'))")
Q("place","How much have Chicago-based companies raised in Series A rounds?",n(7e6),"tot(R(city='Chicago',typ='series_a'))")
Q("place","Which company from Portland, Oregon was acquired?",name("Kestrelworks"),"one([d['target'] for d in A() if CITY.get(d['target'])=='Portland' and REGION[d['target']]=='Oregon'])")
Q("place","Where is Tessaro Robotics based?",name("Pittsburgh"),"CITY['Tessaro Robotics']")
Q("place","Which Tokyo company raised a Series B?",name("Hoshizora"),"one(uniq(R(city='Tokyo',typ='series_b'),'company'))")
Q("place","Which companies in Seattle or Denver",None)
QS.pop()
# ---- type filter
Q("type_filter","Which companies raised seed rounds in 2016?",names("Lumenloft","Parcelina","Tallyhive"),"uniq(R(typ='seed',year='2016'),'company')")
Q("type_filter","List the companies with a Series B in 2017.",names("Brindlewick","Oakrune","Mintbarrow","Cirruswell"),"uniq(R(typ='series_b',year='2017'),'company')")
Q("type_filter","Which companies took debt?",names("Halcyon Grid","Ardentia Learning"),"uniq(R(typ='debt'),'company')")
Q("type_filter","Which companies sold a stake, brand or business rather than",None); QS.pop()
# ---- group by
Q("group_by","Number of funding rounds per year",tab({"2014":6,"2015":10,"2016":13,"2017":8,"2018":9}),"group(R(),'year')")
Q("group_by","How many funding rounds were there in each quarter of 2016?",tab({"2016-Q1":4,"2016-Q2":2,"2016-Q3":5,"2016-Q4":2}),"group(R(year='2016'),'quarter')")
Q("group_by","Funding rounds in 2016 by round type",tab({"series_a":7,"series_b":3,"seed":3}),"group(R(year='2016'),'round_type')")
Q("group_by","How much did Oakrune raise each year?",tab({"2015":2000000,"2016":8000000,"2017":22000000,"2018":60000000}),"group(R(company='Oakrune'),'year','sum')")
Q("group_by","How many acquisitions took place in each month of 2018?",tab({"2018-01":1,"2018-02":2,"2018-03":1,"2018-05":2,"2018-06":1,"2018-07":1,"2018-10":1}),"group(A(year='2018'),'month')")
Q("group_by","Total amount raised by company, for companies in Boston",tab({"Brindlewick":25500000,"Vyreline Therapeutics":127000000,"Tallyhive":9700000}),"group(R(city='Boston'),'company','sum')")
Q("group_by","How many seed rounds by city?",tab({"Boston":2,"Berlin":1,"San Francisco":1,"New York":1,"Austin":1,"Chicago":1,"Paris":1,"Minneapolis":1}),"group(R(typ='seed'),'city')")
# ---- compare
Q("compare_two","Who has raised more in total, Oakrune or Brindlewick?",name("Oakrune"),"bytotal(R(company='Oakrune')+R(company='Brindlewick'),'company')[0]")
Q("compare_two","Which Series B was bigger: Tessaro Robotics or Brindlewick?",name("Tessaro Robotics"),"top([E('f05'),E('f03')],1)[0]['company']")
Q("compare_two","Did Larkspur Seed Fund or Three Herons Ventures take part in more rounds?",name("Larkspur Seed Fund"),"max(['Larkspur Seed Fund','Three Herons Ventures'],key=lambda i:len(R(inv=i)))")
Q("compare_two","Which target was more expensive, dk7 or Otterbay Foods?",name("dk7"),"top([E('a02'),E('a04')],1)[0]['target']")
# ---- follow-ups
Q("follow_up","And in 2017?",n(22e6),"tot(R(company='Oakrune',year='2017'))",["How much did Oakrune raise in 2016?"])
Q("follow_up","Who led it?",name("Skyforge Growth"),"one(E('f05')['lead_investors'])",["How much did Tessaro Robotics raise in its Series B?"])
Q("follow_up","and Lumenloft?",n(9.5e6),"E('f21')['amount']",["How much did Tallyhive raise in its Series A?"])
Q("follow_up","How much did they pay?",n(48e6),"E('a02')['price']",["Who acquired dk7?"])
Q("follow_up","And how many of them were seed rounds?",n(1),"len(R(company='Brindlewick',typ='seed'))",["How many funding rounds has Brindlewick had?"])
Q("follow_up","only those in 2018",names("Tallyhive","Vyreline Therapeutics"),"uniq(R(city='Boston',year='2018'),'company')",["Which companies based in Boston have raised money?"])
# ---- no data
Q("no_data","How much did Brindlewick raise in 2016?",ND,"len(R(company='Brindlewick',year='2016'))==0")
Q("no_data","Who acquired Tallyhive?",ND,"not [d for d in QA if d['target']=='Tallyhive']")
Q("no_data","What did Corvane pay for Kestrelworks?",ND,"E('a01')['price'] is None")
Q("no_data","How large was Parcelina's seed round?",ND,"E('f24')['amount'] is None")
Q("no_data","Who led Halcyon Grid's Series C?",ND,"len(R(company='Halcyon Grid',typ='series_c'))==0")
Q("no_data","At what valuation did dk7 raise its Series A?",ND,"E('f23')['valuation'] is None")
# ---- refuse
for q in ["What is Oakrune's revenue per employee?","How old is the CEO of Brindlewick?","Where will Transdelta's share price be next year?","How much did Wobbleton Systems raise in its Series A?",
 "Who acquired Zyntrexa Labs in 2016?","What's the weather like in Boston tomorrow?","Why did Penhaligon withdraw its bid for Grantley Mills?","Is Oakrune a good investment?",
 "What do customers think of Tallyhive's app?","What does Brindlewick's board think about going public?","How many patents does Tessaro Robotics hold?","Which university did Yara Lindgren attend?",
 "Will Cirruswell go bankrupt?","Should I buy Vyreline Therapeutics shares?","What is the customer churn of Mintbarrow?","Write me a poem about venture capital","Who won the football championship in 2018?",
 "What caused the drop in venture deals in 2016?","What is Skyforge Growth's internal rate of return?","How many square feet of office space does Corvane rent?","What is the credit rating of Transdelta?",
 "Which of Larkspur Seed Fund's partners is the friendliest?","How much would Oakrune have raised if interest rates had been lower?","Translate 'funding round' into Portuguese","Which round did Grobnik Pharma close in May 2017?","What share of Oakrune does Yara Lindgren own?"]:
    Q("unanswerable",q,REF)
# ================= held-out
def H(kind,q,gold,check=None,after=None): Q(kind,q,gold,check,after,HQ)
H("lookup","What sum did Cobalt Orchard take in with its Series B?",n(16e6),"E('h01')['amount']")
H("lookup","seed financing of Hearthmoor, how big was it?",n(4.8e6),"E('h02')['amount']")
H("lookup","How many US dollars did Amberjack Bio bring in when it went public?",n(63e6),"E('h15')['amount']")
H("who_acquired","Into whose hands did Bellacourt pass?",name("Marlowe & Finch"),"E('h21')['acquirer']")
H("who_acquired","Who purchased Ostrander's pet food business?",name("Whitsand Capital"),"E('h06')['acquirer']")
H("who_led","Name the lead investor of Ninefold Optics' Series A.",name("Ironvale Ventures"),"one(E('h11')['lead_investors'])")
H("who_led","Which firms jointly headed the Hearthmoor seed round?",names("Tarn Street Partners","Larkspur Seed Fund"),"E('h02')['lead_investors']")
H("who_invested","From whom has Fjällström received money in funding rounds?",names("Kallio Ventures","Nordhavn Marine"),"invs(company='Fjällström')")
H("who_invested","Which firms has Mercer Isle Bank lent to?",names("Halcyon Grid","Ardentia Learning","Kitewell","Sundrel"),"uniq(R(inv='Mercer Isle Bank'),'company')")
H("list","Show me all takeovers by Oakrune.",names("Fernleaf Labs","Quillbrook"),"uniq(A(acq='Oakrune'),'target')")
H("count","In how many rounds was Larkspur Seed Fund an investor?",n(7),"len(R(inv='Larkspur Seed Fund'))")
H("count","How often did Marlowe & Finch go shopping, i.e. number of its acquisitions?",n(3),"len(A(acq='Marlowe & Finch'))")
H("distinct_count","Into how many different companies has Skyforge Growth put money?",n(3),"len(uniq(R(inv='Skyforge Growth'),'company'))")
H("sum","Add up the money raised by Cobalt Orchard.",n(23.3e6),"tot(R(company='Cobalt Orchard'))")
H("average","Mean size of Cobalt Orchard's rounds?",n(23.3e6/3,40000),"avg(R(company='Cobalt Orchard'))")
H("min_max","Biggest IPO by proceeds that was completed in 2017: which company?",name("Amberjack Bio"),"top(R(typ='ipo',year='2017'),1)[0]['company']")
H("threshold","Which targets changed hands for over $120 million in 2017?",{"type":"names","all":[vs("First Tamarack Bank"),["pet food business"]]},"uniq(thr(A(year='2017'),120e6),'target')")
H("period","Who got funding in January 2017?",names("Novamora","Ninefold Optics","Stonecrop"),"uniq(R(frm='2017-01',to='2017-01'),'company')")
H("place","Which businesses with their seat in Seattle have raised capital?",names("Cirruswell","Amberjack Bio"),"uniq(R(city='Seattle'),'company')")
H("group_by","Break down Cobalt Orchard's fund-raising by year.",tab({"2014":1100000,"2016":6200000,"2018":16000000}),"group(R(company='Cobalt Orchard'),'year','sum')")
H("follow_up","And for its Series A?",name("Three Herons Ventures"),"one(E('f47')['lead_investors'])",["Who led Cobalt Orchard's Series B?"])
H("no_data","What did Parcelina pay for Kestrel Yard?",ND,"E('h16')['price'] is None")
for q in ["How many of Hearthmoor's customers are unhappy?","What is Delphine Okafor's salary?","How did the funding of Drizzlefax AG in 2017 go?","Which horse won at Ascot?","Why are cereal sales flat?","Is Whitsand Capital better than Everholt Capital?","What will Kitewell be worth in 2030?","How much electricity do Fjällström's factories use?"]:
    H("unanswerable",q,REF)
