NAMES = {
 "Brindlewick":["Brindlewick","Brindlewick, Inc.","Brindlewick Inc","Brindlewick Inc."],
 "Tessaro Robotics":["Tessaro Robotics","Tessaro","Tessaro Robotics, Inc.","Tessaro Robotics Inc"],
 "Quillonet":["Quillonet","Quillonet GmbH"],
 "Mintbarrow":["Mintbarrow","Mintbarrow Ltd","Mintbarrow Limited","Mintbarrow Ltd."],
 "Zapkhana":["Zapkhana","Zapkhana Technologies","Zapkhana Technologies Pvt Ltd","Zapkhana Technologies Pvt. Ltd."],
 "Fjällström":["Fjällström","Fjällström AB"],
 "Hoshizora":["Hoshizora","Hoshizora KK","Hoshizora K.K."],
 "Pinegrove Analytics":["Pinegrove Analytics","Pinegrove Analytics Inc.","Pinegrove Analytics Inc","Pinegrove"],
 "Wattlebird Energy":["Wattlebird Energy","Wattlebird Energy Pty Ltd","Wattlebird"],
 "Seracell":["Seracell","Seracell AG"],
 "Oakrune":["Oakrune","Oakrune, Inc.","Oakrune Inc","Oakrune Inc."],
 "Lumenloft":["Lumenloft"],
 "dk7":["dk7","dk7 Inc","dk7 Inc."],
 "Parcelina":["Parcelina"],
 "Vyreline Therapeutics":["Vyreline Therapeutics","Vyreline Therapeutics, Inc.","Vyreline Therapeutics Inc","Vyreline"],
 "Halcyon Grid":["Halcyon Grid","Halcyon Grid Corp.","Halcyon Grid Corp","Halcyon"],
 "Cirruswell":["Cirruswell","Cirruswell, Inc.","Cirruswell Inc"],
 "Kestrelworks":["Kestrelworks","Kestrelworks LLC"],
 "Ravenport Bio":["Ravenport Bio"],
 "Otterbay Foods":["Otterbay Foods","Otterbay Foods Inc.","Otterbay Foods Inc","Otterbay"],
 "Tallyhive":["Tallyhive","Tallyhive, Inc.","Tallyhive Inc"],
 "Glasswing Payments":["Glasswing Payments","Glasswing","Glasswing Payments Ltd"],
 "Sundrel":["Sundrel","Sundrel Ltd","Sundrel Ltd."],
 "Bellacourt":["Bellacourt","Bellacourt SAS"],
 "Moonpetal":["Moonpetal"],
 "Greyfinch Mobility":["Greyfinch Mobility","Greyfinch","Greyfinch Mobility, Inc.","Greyfinch Mobility Inc"],
 "Ardentia Learning":["Ardentia Learning","Ardentia"],
 "Cobalt Orchard":["Cobalt Orchard"],
 "Novamora":["Novamora","Novamora Lda","Novamora, Lda."],
 "Kitewell":["Kitewell"],
 "Corvane":["Corvane","Corvane Corp","Corvane Corp.","Corvane Corporation"],
 "Marlowe & Finch":["Marlowe & Finch","Marlowe & Finch Co.","Marlowe & Finch Co"],
 "Stahlbrück":["Stahlbrück","Stahlbrück AG"],
 "Penhaligon":["Penhaligon","Penhaligon plc","Penhaligon PLC","PENHALIGON"],
 "Grantley Mills":["Grantley Mills","Grantley Mills plc","Grantley Mills PLC","Grantley","GRANTLEY MILLS","GRANTLEY"],
 "Transdelta":["Transdelta","Transdelta Corp","Transdelta Corp.","TRANSDELTA"],
 "Hollister Pipe":["Hollister Pipe","Hollister Pipe Co","Hollister Pipe Co.","HOLLISTER PIPE","Hollister"],
 "Meridale Industries":["Meridale Industries","Meridale Industries Inc","Meridale","MERIDALE"],
 "Coxwell Paper":["Coxwell Paper","Coxwell Paper Co","Coxwell Paper Co.","Coxwell","COXWELL","COXWELL PAPER"],
 "Nordhavn Marine":["Nordhavn Marine","Nordhavn Marine A/S"],
 "Aruna Retail":["Aruna Retail","Aruna Retail Ltd","Aruna Retail Ltd."],
 "Kurosawa Denki":["Kurosawa Denki","Kurosawa Denki Co","Kurosawa Denki Co.","KUROSAWA DENKI"],
 "Bluecrane Health":["Bluecrane Health","Bluecrane Health, Inc.","Bluecrane Health Inc","Bluecrane"],
 "Carewell Clinics":["Carewell Clinics","Carewell","Carewell Clinics, LLC"],
 "Everholt Capital":["Everholt Capital","Everholt"],
 "Portolane":["Portolane"],
 "Fernleaf Labs":["Fernleaf Labs"],
 "Osgood Steel":["Osgood Steel","Osgood Steel Inc","OSGOOD STEEL","Osgood"],
 "Lakehurst Bancorp":["Lakehurst Bancorp","Lakehurst","LAKEHURST BANCORP","LAKEHURST"],
 "First Tamarack Bank":["First Tamarack Bank","First Tamarack","FIRST TAMARACK"],
 "Quist Brothers":["Quist Brothers"],
 "Dayton Valley Medical Group":["Dayton Valley Medical Group"],
 "Tolhouse":["Tolhouse","Tolhouse Ltd"],
 # investors
 "Harbor Lantern Ventures":["Harbor Lantern Ventures","Harbor Lantern"],
 "Copperfield Capital":["Copperfield Capital","Copperfield"],
 "Northmoor Partners":["Northmoor Partners","Northmoor"],
 "Skyforge Growth":["Skyforge Growth","Skyforge"],
 "Ironvale Ventures":["Ironvale Ventures","Ironvale"],
 "Three Herons Ventures":["Three Herons Ventures","Three Herons"],
 "Rheinufer Ventures":["Rheinufer Ventures","Rheinufer"],
 "Old Quay Ventures":["Old Quay Ventures","Old Quay"],
 "Coralline Partners":["Coralline Partners","Coralline"],
 "Banyan Steps Fund":["Banyan Steps Fund","Banyan Steps"],
 "Saffron Gate Partners":["Saffron Gate Partners","Saffron Gate"],
 "Kallio Ventures":["Kallio Ventures"],
 "Nishimori Capital":["Nishimori Capital"],
 "Maplehead Ventures":["Maplehead Ventures","Maplehead"],
 "Southern Sun Energy Fund":["Southern Sun Energy Fund"],
 "Alpspitz Capital":["Alpspitz Capital","Alpspitz"],
 "Larkspur Seed Fund":["Larkspur Seed Fund","Larkspur"],
 "Juniper Row Ventures":["Juniper Row Ventures","Juniper Row"],
 "Pallas Ridge Growth":["Pallas Ridge Growth","Pallas Ridge"],
 "Fathom Street Capital":["Fathom Street Capital","Fathom Street"],
 "Blue Mesa Angels":["Blue Mesa Angels"],
 "Redwing & Co":["Redwing & Co","Redwing & Co."],
 "Tidewell Capital":["Tidewell Capital","Tidewell"],
 "Mercer Isle Bank":["Mercer Isle Bank"],
 "Dunmore Trust":["Dunmore Trust"],
 "Marta Oyelaran":["Marta Oyelaran"],
 "Coastal Health Foundation":["Coastal Health Foundation"],
 "Quartermain Equity":["Quartermain Equity","Quartermain"],
}
DOCS=[]; UNSET=object()
def vs(n): return NAMES.get(n,[n])
def vl(l): return None if l is None else [vs(x) for x in l]
def F(ev, company, amount=None, cur="USD", typ=None, inv=None, lead=None, status="closed", q="exact", hi=None, total=None, val=None, on=UNSET):
    return dict(_ev=ev,_t="f",company=company,amount=amount,cur=None if amount is None else cur,typ=typ,inv=inv,lead=lead,status=status,q=None if amount is None else q,hi=hi,total=total,val=val,on=on)
def A(ev, acq, target, price=None, cur="USD", kind="company", seller=None, status="completed", pps=None, stake=None, on=UNSET, q="exact"):
    return dict(_ev=ev,_t="a",acq=acq,target=target,kind=kind,seller=seller,status=status,price=price,cur=cur if (price or pps) else None,pps=pps,stake=stake,on=on,q=None if price is None else q)
def D(id,title,text,date,source,reports=()):
    DOCS.append(dict(id=id,title=title,text=text,published_at=date,source=source,_r=list(reports)))
def gold(d):
    out=[]
    for r in d["_r"]:
        on=d["published_at"] if r["on"] is UNSET else r["on"]
        if r["_t"]=="f":
            g={"table":"funding_round","company":vs(r["company"]),"amount":r["amount"],"amount_high":r["hi"],"currency":r["cur"],"round_type":r["typ"],"status":r["status"],"amount_qualifier":r["q"],"investors":vl(r["inv"]),"lead_investors":vl(r["lead"]),"stated_total":r["total"],"valuation":r["val"]}
        else:
            g={"table":"acquisition","acquirer":None if r["acq"] is None else vs(r["acq"]),"target":r["target"] if isinstance(r["target"],list) else vs(r["target"]),"target_kind":r["kind"],"seller":None if r["seller"] is None else vs(r["seller"]),"status":r["status"],"price":r["price"],"currency":r["cur"],"price_qualifier":r["q"],"price_per_share":r["pps"],"stake_percent":r["stake"]}
            if r["kind"] is None: del g["target_kind"]
        if on!="omit": g["announced_on"]=on
        out.append(g)
    return {"doc_id":d["id"],"complete":["funding_round","acquisition"],"reports":out}
