"""A store of many names: companies, investors and people with a fact each, whose names have the shapes that names of the news have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random
from typing import Final

from rie.pack import Pack
from rie.store import Writer
from rie.types import Document, Entity, Evidence, Extraction, Report, Scalar
from tests.benchmarks.made_templates import LISTS

_WORDS: Final = {
    name: words.split()
    for name, words in {
        "head": "Al Bar Bel Bor Cal Cor Dal Dor El Fal Far Gal Gor Hal Hel Ir Jor Kal Kel Lor Mar Mel Nor Or Pel Quin Ral Sal Tal Tor Ul "
        "Val Wel Yor Zan",
        "middle": "a e i o ad an ar en er il in on or ul und yn",
        "tail": "bek dane dell dia fax go ka lan lix lo mere mont na nix ra ric ron sa so ta tec tis va vara vin xa",
        "trade": "Robotics Health Labs Systems Software Energy Foods Bio Therapeutics Analytics Mobility Logistics Payments Insurance "
        "Networks Security Materials Media Learning Sciences Diagnostics Motors Semiconductor Agriculture Pharma Retail Technologies "
        "Instruments Optics Water",
        "part": "Data Cloud Code Ship Pay Green Deep Open Smart Farm Sky Med Fleet Quant Neuro Play Space Health Trade Block",
        "end": "Forge Base Works Hub Stack Wise Loop Grid Mind Flow Path Lane Port Nest Craft Line Bridge Yard Spark Cast",
        "fund": "Ventures Capital Partners Equity Angels Holdings Growth Seed",
        "legal": "Inc Ltd GmbH Corp PLC SA LLC",
        "given": "Ada Ben Carla David Elena Frank Grace Hugo Ines James Karin Luis Maria Nadia Oscar Paula Quentin Rosa Simon Tara Uwe "
        "Vera Walter Yuki Zoe Anil Bianca Chen Dora Emil",
        "surname": "son man berg field ford well ton ley wood worth stein mann ski sen ini eau kov idis opoulos oglu",
    }.items()
}
_STEMS: Final = [*map("".join, product(_WORDS["head"], _WORDS["middle"], _WORDS["tail"]))]
_SEATS: Final = (
    ("Boston", "Massachusetts", "US"), ("Austin", "Texas", "US"), ("Denver", "Colorado", "US"), ("Seattle", "Washington", "US"),
    ("Portland", "Oregon", "US"), ("Portland", "Maine", "US"), ("Chicago", "Illinois", "US"), ("London", "England", "GB"),
    ("Leeds", "England", "GB"), ("Berlin", "Berlin", "DE"), ("Munich", "Bavaria", "DE"), ("Paris", "Île-de-France", "FR"),
    ("Stockholm", "Stockholm County", "SE"), ("Toronto", "Ontario", "CA"), ("Bangalore", "Karnataka", "IN"), ("Osaka", "Osaka", "JP"),
)  # fmt: skip
_FIRST_DAY: Final = date(2013, 1, 1)
_DAYS: Final = 2190
_SHARES: Final = {"company": 0.7, "investor": 0.15, "person": 0.15}  # of the names


def write_store(folder: Path, pack: Pack, count: int) -> None:
    """Write a store in which so many things are named.

    Args:
        folder: of the store.
        pack: of the store.
        count: how many names there are, besides the longer and shorter forms of some.
    """
    rng = Random(3)
    taken: set[str] = set()
    names = {kind: _distinct(rng, int(count * share), kind, taken) for kind, share in _SHARES.items()}
    with Writer(folder, pack) as writer:
        writer.add(_extractions(rng, names), "made")
        writer.publish()


def _distinct(rng: Random, count: int, kind: str, taken: set[str]) -> list[str]:
    make = {"company": _company, "investor": _investor, "person": _person}[kind]
    found: list[str] = []
    while len(found) < count:
        name = make(rng)
        if name.casefold() not in taken:
            taken.add(name.casefold())
            found.append(name)
    return found


def _company(rng: Random) -> str:
    def word(kind: str) -> str:
        return rng.choice(_WORDS[kind])

    def stem() -> str:
        return rng.choice(_STEMS)

    shapes: tuple[tuple[int, Callable[[], str]], ...] = (
        (10, lambda: f"{stem()} {word('trade')}"),
        (3, lambda: stem() + word("surname")),
        (2, lambda: word("part") + word("end") + rng.choice(("", "", ".io", "HQ", f" {stem()}"))),
        (2, lambda: f"{_surname(rng)} & {rng.choice(('Sons', 'Co', 'Daughters', _surname(rng)))}"),
        (2, lambda: f"{''.join(rng.sample('ABCDEFGHJKLMNPRSTVWX', 3))} {word('trade')}"),
        (1, lambda: f"{rng.randrange(2, 999)} {stem()}"),
        (1, lambda: f"{rng.choice(('First', 'Bank of', 'Royal', 'New', 'United'))} {stem()} {word('trade')}"),
    )
    return rng.choices([make for _, make in shapes], [weight for weight, _ in shapes])[0]()


def _surname(rng: Random) -> str:
    return rng.choice(_STEMS) + rng.choice(_WORDS["surname"])


def _investor(rng: Random) -> str:
    return f"{rng.choice((rng.choice(_STEMS), _surname(rng)))} {rng.choice(_WORDS['fund'])}{rng.choice(('', '', ' Partners', ' Fund'))}"


def _person(rng: Random) -> str:
    middle = rng.choice(("", "", f" {rng.choice('ABCDEFGHJKLMRST')}."))
    return f"{rng.choice(_WORDS['given'])}{middle} {_surname(rng)}"


def _extractions(rng: Random, names: Mapping[str, Sequence[str]]) -> Iterator[Extraction]:
    """A document for each company and person, with one or more reports; it names an investor in every third."""
    companies = [_entity(f"co-{number}", name, "company", rng) for number, name in enumerate(names["company"])]
    investors = [_entity(f"in-{number}", name, "investor", rng) for number, name in enumerate(names["investor"])]
    for number, company in enumerate(companies):
        doc_id = f"doc-{number}"
        investor = investors[number % len(investors)]
        other, reports = companies[rng.randrange(len(companies))], [_round(rng, doc_id, company, investor)]
        if number % 4 == 0:
            reports.append(_deal(rng, doc_id, company, other))
        if number % 3 == 0:
            reports.append(_figure(rng, doc_id, company))
        person = names["person"][number] if number < len(names["person"]) else None
        if person:
            reports.append(_change(rng, doc_id, company, Entity(f"pe-{number}", person, "person", "text")))
        document = Document(doc_id, f"{company.name} {investor.name} {other.name} {person}", company.name)
        yield Extraction(document, reports=tuple(reports), entities=(company, investor, other))


def _entity(key: str, name: str, kind: str, rng: Random) -> Entity:
    """A company or investor with its seat; one in four is written with a legal form, too."""
    aliases = (f"{name} {rng.choice(_WORDS['legal'])}",) if rng.random() < 0.25 else ()
    return Entity(key, name, kind, "text", aliases, dict(zip(("city", "region", "country"), rng.choice(_SEATS), strict=True)))


def _report(doc_id: str, table: str, values: dict[str, Scalar], rng: Random, **children: tuple[Mapping[str, Scalar], ...]) -> Report:
    dated: dict[str, Scalar] = {"announced_on": _FIRST_DAY + timedelta(rng.randrange(_DAYS)), "date_precision": "day"}
    evidence = (Evidence("company", "title", 0, 1, "x"),)
    return Report(f"{doc_id}-{table}", table, doc_id, dated | values, evidence, children)


def _round(rng: Random, doc_id: str, company: Entity, investor: Entity) -> Report:
    amount = Decimal(rng.randrange(1, 900)) * 100_000
    values: dict[str, Scalar] = {
        "company_id": company.id, "company": company.name, "round_type": rng.choice([*LISTS["round"].values()]), "amount": amount,
        "currency": "USD", "amount_usd": amount, "amount_qualifier": "exact", "status": "announced",
    }  # fmt: skip
    backer: Mapping[str, Scalar] = {"investor_id": investor.id, "investor": investor.name, "is_lead": rng.choice((True, None))}
    return _report(doc_id, "funding_round", values, rng, funding_investor=(backer,))


def _deal(rng: Random, doc_id: str, acquirer: Entity, target: Entity) -> Report:
    price = Decimal(rng.randrange(1, 5000)) * 1_000_000
    parties = {"acquirer": acquirer, "target": target}
    values: dict[str, Scalar] = {
        **{f"{role}_id": entity.id for role, entity in parties.items()}, **{role: entity.name for role, entity in parties.items()},
        "target_kind": "company", "status": "completed", "price": price, "currency": "USD", "price_usd": price,
    }  # fmt: skip
    told = tuple({"company_id": entity.id, "company": entity.name, "role": role} for role, entity in parties.items())
    return _report(doc_id, "acquisition", values, rng, acquisition_party=told)


def _figure(rng: Random, doc_id: str, company: Entity) -> Report:
    value, year = Decimal(rng.randrange(1, 9000)) * 100_000, rng.randrange(2013, 2019)
    values: dict[str, Scalar] = {
        "company_id": company.id, "company": company.name, "metric": "revenue", "value": value, "unit": "currency", "currency": "USD",
        "value_usd": value, "basis": "actual", "accounting": "gaap", "period_start": date(year, 1, 1), "period_end": date(year, 12, 31),
        "fiscal_year": year, "change_percent": Decimal(rng.randrange(-40, 60)), "change_basis": "year",
    }  # fmt: skip
    return _report(doc_id, "financial_result", values, rng)


def _change(rng: Random, doc_id: str, company: Entity, person: Entity) -> Report:
    values: dict[str, Scalar] = {
        "company_id": company.id, "company": company.name, "person_id": person.id, "person": person.name,
        "role": rng.choice([*LISTS["role"].values()]), "action": rng.choice(("appointed", "departed")),
    }  # fmt: skip
    return _report(doc_id, "executive_change", values, rng)
