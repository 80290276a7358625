"""Names with numbers in them."""

import pytest

from rie.pipeline.names.numbered import numbered
from tests.pipeline.read_texts import NLP


@pytest.mark.parametrize(("text", "names"), [
    ("Harlow 77 said sales rose. A profit at Harlow 77 is rare.", ["Harlow 77", "Harlow 77"]),
    ("Studio 58, one of the leading makers of valves, grew. Shares of Studio 58 rose.", ["Studio 58", "Studio 58"]),
    ("Motel 6's profit fell. Motel 6 has 30 sites.", ["Motel 6", "Motel 6"]),
    ("360Brim (Nasdaq: BRIM) today announced results.", ["360Brim"]), ("Workers of 9x9 are glad. 9x9 has raised cash.", ["9x9", "9x9"]),
    ("23andMe agreed to be sold. A buyer of 23andMe is near.", ["23andMe", "23andMe"]), ("4M reported a profit.", ["4M"]),
    ("Pier 12 said so.", []), ("Harlow has 77 shops. Harlow 77 said so. Harlow 77 grew.", []),
    ("On March 31 sales had grown. March 31 will come again.", []), ("Phase 2 has begun. Phase 2 will end.", []),
    ("It had 5M users, and 3M has none.", ["3M"]), ("Sales of $4M reported.", []), ("In 2Q sales rose. The 3rd is near.", [])])
def test_a_number_may_be_part_of_a_name(text: str, names: list[str]) -> None:
    assert [span.text for span in numbered(NLP.make_doc(text), "COMPANY")] == names
