"""Recompute every gold answer of the question files from the facts files.

    python verify.py

`question_checks.json` holds one expression a question. Exits with 1 if an answer differs.
Amounts that are not in US dollars take part only in thresholds and rankings, with a rough rate and a safety margin.
"""

import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
RATE = {"USD": 1, "EUR": 1.14, "GBP": 1.38, "INR": 0.0149, "SEK": 0.116, "JPY": 0.0091, "CAD": 0.80, "AUD": 0.75, "CHF": 1.03, "BRL": 0.31, "DKK": 0.15}
MARGIN = 0.15
TODAY = "2019-01-15"  # the day on which "who is" is asked


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def within(f, year, frm=None, to=None):
    day = f["announced_on"]
    return (year is None or day[:4] == year) and (frm is None or day[:7] >= frm) and (to is None or day[:7] <= to)


def figures_and_changes(facts):
    """The names that expressions over results and executive changes may use."""
    results = [f for f in facts if f["table"] == "financial_result"]
    changes = [f for f in facts if f["table"] == "executive_change"]

    def FR(company=None, metric=None, fy=None, fq=None, seg=None, acc=None, basis="actual"):
        """Figures of whole companies, or of the segment `seg` ("any": of all segments); fq 0: of a year, "any": of a quarter."""
        return [f for f in results if f["basis"] == basis and (company is None or f["company"] == company) and (metric is None or f["metric"] == metric)
                and (fy is None or f["fiscal_year"] == fy) and (fq is None or fq == (f["fiscal_quarter"] or 0) or (fq == "any" and f["fiscal_quarter"]))
                and (f["segment"] == seg or (seg == "any" and f["segment"])) and (acc is None or f["accounting"] == acc)]

    def X(company=None, person=None, post=None, action=None, year=None, interim=None):
        """Executive changes by what they say; `year` is the year in which they were announced."""
        return [f for f in changes if within(f, year) and (company is None or f["company"] == company) and (person is None or f["person"] == person)
                and (post is None or post in f["posts"]) and (action is None or f["action"] == action) and (interim is None or f["interim"] == interim)]

    def H(company, post):
        """Who holds a post: the latest appointment in force that no departure ended."""
        def since(f):
            return f["effective_on"] or f["announced_on"]

        fs = sorted([f for f in X(company, post=post, action="appointed") if since(f) <= TODAY], key=since)
        gone = [g for g in X(company, fs[-1]["person"], post, "departed") if since(fs[-1]) < since(g) <= TODAY]
        assert not gone, ("nobody", company, post)
        return fs[-1]

    return {"FR": FR, "X": X, "H": H, "quarters": lambda fs: {f"{f['fiscal_year']}-Q{f['fiscal_quarter']}": f["value"] for f in fs}}


def space(facts):
    """The names that the expressions may use."""
    events = {f["event"]: f for f in facts if "event" in f}
    city = {f["name"]: f["city"] for f in facts if f["table"] == "company"}
    region = {f["name"]: f["region"] for f in facts if f["table"] == "company"}
    rounds_all = [f for f in facts if f["table"] == "funding_round"]
    deals_all = [f for f in facts if f["table"] == "acquisition"]
    rounds = [f for f in rounds_all if f["status"] not in ("rumoured", "denied")]
    deals = [f for f in deals_all if f["status"] not in ("rumoured", "denied", "terminated")]

    def R(company=None, typ=None, year=None, frm=None, to=None, inv=None, lead=None, city=None):
        return [f for f in rounds if within(f, year, frm, to) and (company is None or f["company"] == company)
                and (typ is None or f["round_type"] == typ) and (inv is None or inv in f["investors"])
                and (lead is None or lead in f["lead_investors"]) and (city is None or CITY.get(f["company"]) == city)]

    def A(acq=None, seller=None, year=None, frm=None, to=None):
        return [f for f in deals if within(f, year, frm, to) and (acq is None or f["acquirer"] == acq) and (seller is None or f["seller"] == seller)]

    def value(f):
        return f["value"] if f["table"] == "financial_result" else f["price"] if f["table"] == "acquisition" else f["amount"]

    def amounts(fs, missing=0):
        lost = [f for f in fs if value(f) is None]
        assert len(lost) == missing, ("undisclosed", [f["event"] for f in lost])
        fs = [f for f in fs if value(f) is not None]
        for f in fs:
            assert f["currency"] == "USD" and "conflicting" not in f and f.get("amount_high") is None, f["event"]
            assert f.get("amount_qualifier") in (None, "exact", "over"), f["event"]
        return [value(f) for f in fs]

    def usd(f):
        return value(f) * RATE[f["currency"]]

    def loose(f):
        return f["currency"] != "USD" or "conflicting" in f or f.get("amount_high") is not None

    def thr(fs, limit, below=False):
        for f in fs:
            if value(f) is not None and loose(f):
                assert abs(usd(f) / limit - 1) > MARGIN, ("too close", f["event"])
        return [f for f in fs if value(f) is not None and (usd(f) < limit if below else usd(f) > limit)]

    def top(fs, k, rev=True):
        fs = sorted([f for f in fs if value(f) is not None], key=usd, reverse=rev)
        last = usd(fs[k - 1])
        for a, b in zip(fs[:k], fs[1:k]):
            assert usd(a) != usd(b)
        for f in fs[:k]:
            assert not loose(f), f["event"]
        for f in fs[k:]:
            assert usd(f) != last and (not loose(f) or abs(usd(f) / last - 1) > MARGIN), ("too close", f["event"])
        return fs[:k]

    def label(f, by):
        day = f["announced_on"]
        return {"year": day[:4], "month": day[:7], "quarter": f"{day[:4]}-Q{(int(day[5:7] or 0) + 2) // 3}" if len(day) > 4 else None,
                "city": CITY.get(f.get("company"))}.get(by) or f[by]

    def group(fs, by, what="count"):
        out = defaultdict(list)
        for f in fs:
            out[label(f, by)].append(f)
        return {k: len(v) if what == "count" else sum(amounts(v)) for k, v in out.items()}

    def uniq(fs, key):
        return sorted({f[key] for f in fs})

    def one(xs):
        (x,) = xs
        return x

    def bytotal(fs, key):
        sums = group(fs, key, "sum")
        return sorted(sums, key=sums.get, reverse=True)

    CITY = city
    return {"E": events.__getitem__, "R": R, "A": A, "QA": deals_all, "RA": rounds_all, "CITY": city, "REGION": region, "uniq": uniq, "one": one,
            "invs": lambda **k: sorted({i for f in R(**k) for i in f["investors"]}), "tot": lambda fs, missing=0: sum(amounts(fs, missing)),
            "avg": lambda fs: statistics.mean(amounts(fs)), "med": lambda fs: statistics.median(amounts(fs)), "thr": thr, "top": top,
            "group": group, "bytotal": bytotal, **figures_and_changes(facts)}


def same(gold, got):
    kind = gold["type"]
    if kind == "number":
        return abs(gold["value"] - got) <= gold["tolerance"]
    if kind == "name":
        return got in gold["any"]
    if kind == "names":
        return len(got) == len(gold["all"]) and all(any(g in names for g in got) for names in gold["all"])
    if kind == "ranking":
        return len(got) == len(gold["names"]) and all(g in names for g, names in zip(got, gold["names"]))
    if kind == "table":
        return len(got) == len(gold["rows"]) and all(any(got.get(n) == v for n in names) for names, v in gold["rows"])
    if kind == "date":
        return gold["value"] == got
    return kind == "no_data" and got is True


def main():
    checks = json.loads((HERE / "question_checks.json").read_text(encoding="utf-8"))
    bad = done = 0
    for questions, facts in (("questions.jsonl", "facts.jsonl"), ("questions_heldout.jsonl", "facts_heldout.jsonl")):
        names = space(rows(facts))
        for q in rows(questions):
            if q["gold"]["type"] == "refuse":
                continue
            try:
                got = eval(checks[q["id"]], dict(names))
            except AssertionError as e:
                got = f"assertion {e}"
            done += 1
            if (isinstance(got, str) and got.startswith("assertion")) or not same(q["gold"], got):
                bad += 1
                print(q["id"], q["question"], "gold", q["gold"], "recomputed", got)
    print(f"{done} answers recomputed, {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
