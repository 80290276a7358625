import json,sys
from lib import *
import leads,news,press,wire,briefs
n1=len(DOCS)
import held
OUT="/work/main/sample_corpus/"
def clean(d):
    o={k:d[k] for k in("id","title","text","published_at","source")}
    if o["title"] is None: del o["title"]
    return o
def num(x):
    return int(x) if isinstance(x,float) and x==int(x) else x
def fix(o):
    if isinstance(o,dict): return {k:fix(v) for k,v in o.items()}
    if isinstance(o,list): return [fix(v) for v in o]
    return num(o)
def w(name,rows):
    with open(OUT+name,"w",encoding="utf-8") as f:
        for r in rows: f.write(json.dumps(fix(r),ensure_ascii=False)+"\n")
CONF={"f28":"amount","f20":"amount","a08":"price"}
FS=["rumoured","announced","closed","denied"]; AS=["rumoured","proposed","agreed","completed","terminated","denied"]
def resolve(docs):
    ev={}
    for d in docs:
        for r in d["_r"]:
            r=dict(r); r["doc"]=d["id"]; r["pub"]=d["published_at"]
            if r["on"] is UNSET: r["on"]=d["published_at"]
            ev.setdefault(r["_ev"],[]).append(r)
    out=[]
    def first(rs,k):
        v=[r[k] for r in rs if r[k] is not None]; return v[0] if v else None
    for e,rs in sorted(ev.items()):
        rs=sorted(rs,key=lambda r:r["pub"])
        ons=[r["on"] for r in rs if r["on"]!="omit"]
        full=[o for o in ons if len(o)==10]; on=min(full) if full else min(ons)
        docs_=[]
        for r in rs:
            if r["doc"] not in docs_: docs_.append(r["doc"])
        if rs[0]["_t"]=="f":
            order=FS; st=max((r["status"] for r in rs),key=order.index)
            ams=[r for r in rs if r["amount"] is not None]
            ams.sort(key=lambda r:(r["q"]!="exact",r["pub"]))
            inv=[];ld=[]
            for r in rs:
                for x in r["inv"] or []:
                    if x not in inv: inv.append(x)
                for x in r["lead"] or []:
                    if x not in ld: ld.append(x)
            o={"table":"funding_round","event":e,"company":rs[0]["company"],"announced_on":on,"round_type":first(rs,"typ"),"amount":ams[0]["amount"] if ams else None,"amount_high":first(rs,"hi"),"currency":ams[0]["cur"] if ams else None,"amount_qualifier":ams[0]["q"] if ams else None,"status":st,"investors":inv,"lead_investors":ld,"stated_total":first(rs,"total"),"valuation":first(rs,"val")}
            vals=sorted({r["amount"] for r in ams if r["q"] in("exact",)})
        else:
            order=AS; st=max((r["status"] for r in rs),key=order.index)
            o={"table":"acquisition","event":e,"acquirer":first(rs,"acq"),"target":first([{"t":r["target"][0] if isinstance(r["target"],list) else r["target"]} for r in rs],"t"),"target_kind":rs[0]["kind"] or "stake","seller":first(rs,"seller"),"announced_on":on,"status":st,"price":first(rs,"price"),"currency":first(rs,"cur"),"price_per_share":first(rs,"pps"),"stake_percent":first(rs,"stake")}
            cl=[r for r in rs if r["status"]=="completed" and r["on"]!="omit" and r["on"]>on]
            o["completed_on"]=min(r["on"] for r in cl) if cl and len({r["status"] for r in rs})>1 else None
            vals=sorted({r["price"] for r in rs if r["price"] is not None and r["q"]=="exact"})
        if len(vals)>1:
            assert e in CONF,(e,vals); o["conflicting"]={CONF[e]:vals}
        else: assert e not in CONF
        o["reports"]=docs_
        out.append(o)
    return out
SEATS=[("Brindlewick","Boston","Massachusetts","US"),("Tallyhive","Boston","Massachusetts","US"),("Vyreline Therapeutics","Boston","Massachusetts","US"),("Tessaro Robotics","Pittsburgh","Pennsylvania","US"),("Quillonet","Berlin",None,"DE"),("Mintbarrow","London",None,"GB"),("Glasswing Payments","London",None,"GB"),("Penhaligon","London",None,"GB"),("Zapkhana","Bengaluru",None,"IN"),("Fjällström","Stockholm",None,"SE"),("Hoshizora","Tokyo",None,"JP"),("Pinegrove Analytics","Toronto",None,"CA"),("Wattlebird Energy","Melbourne",None,"AU"),("Seracell","Basel",None,"CH"),("Oakrune","San Francisco","California","US"),("Lumenloft","New York",None,"US"),("Marlowe & Finch","New York",None,"US"),("dk7","Austin","Texas","US"),("Parcelina","Chicago","Illinois","US"),("Ardentia Learning","Chicago","Illinois","US"),("Halcyon Grid","Denver","Colorado","US"),("Cirruswell","Seattle","Washington","US"),("Kestrelworks","Portland","Oregon","US"),("Ravenport Bio","San Diego","California","US"),("Otterbay Foods","Portland","Maine","US"),("Sundrel","Tel Aviv",None,"IL"),("Bellacourt","Paris",None,"FR"),("Moonpetal","Los Angeles","California","US"),("Greyfinch Mobility","Detroit","Michigan","US"),("Cobalt Orchard","Minneapolis","Minnesota","US"),("Kitewell","Atlanta","Georgia","US"),("Corvane","Dallas","Texas","US"),("Stahlbrück","Essen",None,"DE"),("Osgood Steel","Gary","Indiana","US"),("First Tamarack Bank","Duluth","Minnesota","US"),("Lakehurst Bancorp","Milwaukee","Wisconsin","US"),("Kurosawa Denki","Osaka",None,"JP"),("Coxwell Paper","Green Bay","Wisconsin","US"),("Portolane","Baltimore","Maryland","US"),("Nordhavn Marine","Copenhagen",None,"DK"),("Bluecrane Health","Nashville","Tennessee","US"),("Aruna Retail","Mumbai",None,"IN"),("Tolhouse","Edinburgh",None,"GB"),("Old Quay Ventures","London",None,"GB")]
SEATS_H=[("Novamora","Lisbon",None,"PT"),("Hearthmoor","Providence","Rhode Island","US"),("Bramwell Tool","Hartford","Connecticut","US"),("Quaymark","Rotterdam",None,"NL"),("Quillbrook","Dublin",None,"IE"),("Ostrander Foods","Omaha","Nebraska","US"),("Lumikko","Tampere",None,"FI"),("Gullwing Air Freight","Louisville",None,"US"),("Mossbank Diagnostics","Manchester",None,"GB"),("Velloso Robótica","São Paulo",None,"BR"),("Ninefold Optics","Rochester","New York","US"),("Stonecrop","Philadelphia",None,"US"),("Amberjack Bio","Seattle","Washington","US"),("Kestrel Yard","St. Louis",None,"US")]
def seats(docs,S):
    out=[]
    for n,c,r,k in S:
        ids=[d["id"] for d in docs if any(v in (d["title"] or "")+" "+d["text"] for v in vs(n)) and c in d["text"]]
        assert ids,n
        out.append({"table":"company","name":n,"city":c,"region":r,"country":k,"reports":ids})
    return out
d1,d2=DOCS[:n1],DOCS[n1:]
w("documents.jsonl",map(clean,d1)); w("documents_heldout.jsonl",map(clean,d2))
w("gold.jsonl",map(gold,d1)); w("gold_heldout.jsonl",map(gold,d2))
f1=resolve(d1); f2=resolve(DOCS)
w("facts.jsonl",f1+seats(d1,SEATS)); w("facts_heldout.jsonl",f2+seats(DOCS,SEATS+SEATS_H))
# surface checks
for d in DOCS:
    full=(d["title"] or "")+"\n"+d["text"]
    for r in gold(d)["reports"]:
        for k in("company","acquirer","target","seller"):
            if r.get(k): assert any(v in full for v in r[k]),(d["id"],k,r[k])
        for k in("investors","lead_investors"):
            for x in r.get(k) or []: assert any(v in full for v in x),(d["id"],x)
        for k in ("lead_investors",):
            for x in r.get(k) or []: assert x in r["investors"]
if __name__=="__main__":
    for o in f2: print({k:v for k,v in fix(o).items() if v not in(None,[]) and k!="table"})
