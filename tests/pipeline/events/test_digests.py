"""Digests: paragraphs that each tell news of somebody else."""

from tests.pipeline.read_texts import reports

NAMES = {**dict.fromkeys(("Acme", "Initech", "Globex", "Vandelay", "Umbrella", "Hooli"), "COMPANY"),
         "raised": "FUNDING", "bought": "ACQUISITION", "secured": "FUNDING"}
LINKS = [("raised", "company", "Acme"), ("raised", "amount", "$5 million"), ("raised", "investor", "Umbrella"),
         ("bought", "acquirer", "Globex"), ("bought", "target", "Initech"), ("bought", "seller", "Umbrella"),
         ("secured", "company", "Vandelay"), ("secured", "amount", "$9 million"), ("secured", "investor", "Umbrella")]
DIGEST = "Acme raised $5 million.\n\nGlobex bought Initech. Terms were not given.\n\nVandelay secured $9 million from Umbrella."
ARTICLE = "Acme raised $5 million.\n\nGlobex bought Initech. Acme is next.\n\nVandelay, Acme's rival, secured $9 million. Umbrella helped."


def _parties(text: str) -> list[tuple[str, list[str]]]:
    found = reports(text, LINKS, names=NAMES, title="In brief")
    return [(str(row.values.get("company") or row.values.get("target")), [str(one.get("investor") or one["company"])
             for rows in row.children.values() for one in rows if "investor" in one or one["role"] == "seller"]) for row in found]


def test_nothing_that_a_paragraph_of_a_digest_tells_is_of_names_of_another() -> None:
    assert _parties(DIGEST) == [("Acme", []), ("Initech", []), ("Vandelay", ["Umbrella"])]


def test_a_text_that_goes_on_about_one_company_is_no_digest() -> None:
    assert ("Acme", ["Umbrella"]) in _parties(ARTICLE)


def test_a_word_for_a_company_stands_for_none_of_another_paragraph() -> None:
    text = DIGEST + "\n\nHooli is in Leeds. It paid $1 million."
    links = [*LINKS, ("paid", "company", "It"), ("paid", "amount", "$1 million")]
    found = reports(text, links, names={**NAMES, "paid": "FUNDING"}, title="In brief")
    assert found[-1].values["company"] == "Hooli"
