"""Datelines: the service is no party, place, date and offsets stay."""

import pytest

from rie.pipeline.names.dateline import plain_datelines


@pytest.mark.parametrize(("line", "gone", "kept"), [
    ("OSLO, N.D.--(BUSINESS WIRE)--Fjord Pumps, Inc. today reported", "BUSINESS WIRE", "OSLO, N.D. "),
    ("BERGEN, Aug 7 (Reuters) - German pump maker Elbtal said", "Reuters", "BERGEN, Aug 7 "),
    ("DAYTON, July 26, 2012 /PRNewswire/ -- Fjord Pumps, Inc. today", "PRNewswire", "DAYTON, July 26, 2012 "),
    ("LIMA, Ohio (AP) _ Fjord Pumps Inc. on Tuesday", "AP", "LIMA, Ohio "),
    ("Springfield, Ill., May 3, 2019 (GLOBE NEWSWIRE) -- Fjord Pumps", "GLOBE NEWSWIRE", "Springfield, Ill., May 3, 2019 "),
    ("AUSTIN, Texas (Newsline) -- Fjord Pumps", "Newsline", "AUSTIN, Texas "),
    ("RENO, Nev.--(BUSINESS WIRE)--Oct. 24, 1996--Fjord Pumps Inc.", "BUSINESS WIRE", "Oct. 24, 1996: "),
    ("ELY, Nev.--Fjord Pumps Inc. said", "--", "ELY, Nev.: "),
    ("(MarketLine) - Fjord Pumps Inc. said", "MarketLine", "   - "),
    ("Pump maker grows\n (MarketLine) - Fjord Pumps Inc. said", "MarketLine", "grows\n    "),
    ("Pump maker grows\n ELY, Nev.--Fjord Pumps Inc. said", "--", " ELY, Nev.: "),
])
def test_the_service_of_a_dateline_is_blank(line: str, gone: str, kept: str) -> None:
    plain = plain_datelines(line)
    assert gone not in plain
    assert kept in plain
    assert len(plain) == len(line)
    assert plain.index("Fjord" if "Fjord" in line else "Elbtal") == line.index("Fjord" if "Fjord" in line else "Elbtal")


@pytest.mark.parametrize("line", [
    "Fjord Pumps (FJP) - shares rose 3 percent", "Plinth Networks (Ottawa) - maker of switches", "Fjord Pumps said (again) that sales rose",
    "Hooli, which last year had bought the press service of a smaller rival (Presswire) - earned $5 million",
    "ACME CORP (ACM) -- SEES Q1 NET", "The merger of A/B/C - and more"])
def test_what_is_no_dateline_stays(line: str) -> None:
    assert plain_datelines(line) == line


def test_a_short_name_in_brackets_behind_a_city_is_the_service() -> None:
    line = "ROTTERDAM (KNB) - Fjord Pumps said"
    assert plain_datelines(line, {"ROTTERDAM"}.__contains__) == "ROTTERDAM       - Fjord Pumps said"
    assert plain_datelines("FJORD PUMPS (FJP) - shares rose", {"ROTTERDAM"}.__contains__) == "FJORD PUMPS (FJP) - shares rose"
