"""One person under several names of one document."""

import pytest

from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.linking.groups import group_names
from tests.pipeline.read_texts import NLP


def persons(*names: str) -> list[str]:
    doc = NLP.make_doc(" ; ".join(names))
    starts = [sum(len(name) + 3 for name in names[:number]) for number in range(len(names))]
    spans = [doc.char_span(start, start + len(name), label="PERSON") for start, name in zip(starts, names, strict=True)]
    return group_names([span for span in spans if span is not None], AliasTable([]), by_last_word=True)


@pytest.mark.parametrize(("names", "meant"), [
    (("Peter Garside", "Garside"), "Peter Garside"), (("Peter Garside", "Fiona Orr", "Peter"), "Peter Garside"),
    (("Peter Garside", "Peter Orr", "Peter"), "Peter"), (("Peter Garside", "Carl Peter", "Peter"), "Carl Peter"),
])  # fmt: skip
def test_people_are_called_by_their_last_name_or_by_the_first_that_no_other_has(names: tuple[str, ...], meant: str) -> None:
    assert persons(*names)[-1] == meant
