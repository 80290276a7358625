"""A small library and a few flights as DuckDB or SQLite files, and questions about them from `fixtures/templates`."""

import json
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

import duckdb

FIXTURES = Path(__file__).parents[1] / "fixtures" / "templates"
_SLOT = re.compile(r"\{(\w+):([^}=]+)(?:=([^}]+))?\}")
_TABLES = {
    "author": "author_id INTEGER, name VARCHAR, country VARCHAR, born INTEGER",
    "book": "book_id INTEGER, title VARCHAR, author_id INTEGER, genre VARCHAR, year INTEGER, pages INTEGER",
    "branch": "branch_id INTEGER, name VARCHAR, city VARCHAR, opened INTEGER",
    "member": "member_id INTEGER, name VARCHAR, city VARCHAR, kind VARCHAR",
    "loan": "loan_id INTEGER, book_id INTEGER, member_id INTEGER, branch_id INTEGER, lent_on VARCHAR",
}
_AUTHORS = [("Iris Calder", "Ireland"), ("Tomas Brandt", "Germany"), ("Amara Nwosu", "Nigeria"), ("Yuki Hayashi", "Japan"),
            ("Lena Fischer", "Germany"), ("Paul Okafor", "Nigeria"), ("Clara Moreau", "France"), ("Henrik Dahl", "Denmark"),
            ("Rosa Delgado", "Spain"), ("Sean Kearney", "Ireland")]  # fmt: skip
_TITLES = ["The Salt Road", "Winter Harbour", "A Short History of Glass", "Nine Lanterns", "The Cartographer's Debt", "Paper Orchards",
           "The Quiet Engine", "Low Tide", "Ember Days", "The Beekeeper's Map", "North of Nowhere", "A Field of Clocks", "Silver Ferry",
           "The Last Tram", "Lines on Water", "Dust and Cedar", "The Ninth Gate Keeper", "Harvest Moon Rising", "Letters to Odessa",
           "A History of Small Boats", "Road to Tarn", "The Glass Season", "Under Grey Hills", "Cold Engine"]  # fmt: skip
_GENRES = ["crime", "poetry", "history", "science fiction", "travel", "romance"]
_YEARS = [1998, 2001, 2005, 2012, 2015, 2018, 1991, 2003, 2008, 2011, 2013, 1987]
_CITIES = ["Ashford", "Brill", "Corby", "Dunmow", "Epping"]
_BRANCHES = ["Mill Lane", "Castle Square", "Riverside", "Old Station", "Northgate", "Harbour Street"]
_MEMBERS = ["Nora Webb", "Sam Pruitt", "Dora Klein", "Ivo Marsh", "Hugh Lacey", "Mina Castell", "Abel Stone", "Greta Lund", "Otis Farrow",
            "Lily Chan", "Karl Voss", "June Adair"]  # fmt: skip
_DAYS = ["2023-03-14", "2023-04-02", "2023-05-20", "2023-06-01", "2023-06-15"]


def rows() -> dict[str, list[tuple[object, ...]]]:
    """The rows of all tables; made by rule, so that no two questions have one result by chance."""
    books = [
        (number, title, (number * 7 + number // 5) % len(_AUTHORS), _GENRES[(number * 5 + number // 6) % len(_GENRES)],
         _YEARS[(number * 11 + 3) % len(_YEARS)] + number % 2 * (number > 11), 90 + (number * 97) % 520)
        for number, title in enumerate(_TITLES)
    ]  # fmt: skip
    return {
        "author": [(number, name, country, 1930 + number * 5) for number, (name, country) in enumerate(_AUTHORS)],
        "book": list(books),
        "branch": [(number, name, _CITIES[number % len(_CITIES)], 1950 + number * 9) for number, name in enumerate(_BRANCHES)],
        "member": [(number, name, _CITIES[number * 3 % len(_CITIES)], ("adult", "student", "senior")[number % 3])
                   for number, name in enumerate(_MEMBERS)],
        "loan": [(number, (number * number + 3 * number) % len(_TITLES), number * 5 % 11, (number * 3 + number // 4) % len(_BRANCHES),
                  _DAYS[number * number % 7 % len(_DAYS)]) for number in range(70)],
    }  # fmt: skip


_FLIGHT_TABLES = {
    "city": "city_code VARCHAR, city_name VARCHAR, state VARCHAR",
    "airline": "airline_code VARCHAR, airline_name VARCHAR",
    "flight": "flight_number INTEGER, from_city VARCHAR, to_city VARCHAR, airline_code VARCHAR, departure_time INTEGER, fare INTEGER",
}
_CODES = {"BOS": "BOSTON", "DEN": "DENVER", "ATL": "ATLANTA", "SFO": "SAN FRANCISCO", "OAK": "OAKLAND", "DFW": "DALLAS"}
_AIRLINES = {"DL": "DELTA", "UA": "UNITED", "AA": "AMERICAN AIRLINES", "WN": "SOUTHWEST"}


def flight_rows() -> dict[str, list[tuple[object, ...]]]:
    """Several flights between any two cities."""
    ways = [(one, other) for one in _CODES for other in _CODES if one != other]
    codes = list(_AIRLINES)
    return {
        "city": [(code, name, code[:2]) for code, name in _CODES.items()],
        "airline": list(_AIRLINES.items()),
        "flight": [(1000 + number, *ways[number % len(ways)], codes[number * 3 % 4 if number % 7 else 0], 500 + number * 173 % 19 * 100,
                    90 + number * 37 % 301) for number in range(130)],
    }  # fmt: skip


def write_database(file: Path, flights: bool = False) -> Path:
    """Write a database: SQLite when the file's name ends in `.sqlite`, else DuckDB."""
    connection = sqlite3.connect(file) if file.suffix == ".sqlite" else duckdb.connect(str(file))
    content = flight_rows() if flights else rows()
    for table, columns in (_FLIGHT_TABLES if flights else _TABLES).items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns.split(',')))})", content[table])
    connection.commit()
    connection.close()
    return file


class Asked(NamedTuple):
    question: str
    sql: str
    variables: dict[str, str]


def _filled(sql: str, line: str) -> Asked:
    values = {name: stored or said for name, said, stored in _SLOT.findall(line)}
    for name, value in values.items():
        sql = sql.replace(f'"{{{name}}}"', f'"{value}"')
        written = _number(value) if _number(value) is not None else "'" + value.replace("'", "''") + "'"
        sql = sql.replace(f"{{{name}}}", str(written)).replace(f"{{%{name}%}}", f"'%{value}%'")
    return Asked(_SLOT.sub(lambda match: match[2], line), sql, values)


def _number(text: str) -> int | None:
    spelled = {"two": 2, "three": 3, "four": 4}
    return int(text) if text.isdigit() else spelled.get(text)


def questions(file: str = "library.txt") -> tuple[list[Asked], list[Asked], list[str]]:
    """Pairs to learn from, pairs to ask, and questions without an answer."""
    known, unseen, unanswerable, sql = [], [], [], ""
    for line in (FIXTURES / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            sql = line[3:]
        elif line.startswith("? "):
            unseen.append(_filled(sql, line[2:]))
        elif line.startswith("! "):
            unanswerable.append(_filled("", line[2:]).question)
        elif line and not line.startswith(("#", "!")):
            known.append(_filled(sql, line))
    return known, unseen, unanswerable


def write_pairs(file: Path, fixture: str = "library.txt", with_variables: bool = True) -> Path:
    """Write the pairs to learn from as JSON lines."""
    more = [{"variables": item.variables} if with_variables else {} for item in questions(fixture)[0]]
    lines = ({"question": item.question, "sql": item.sql, **own} for item, own in zip(questions(fixture)[0], more, strict=True))
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file
