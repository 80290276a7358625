"""Words before a metric that name no part of the company: on what basis it is told, how much of it, what the accounts do."""

import pytest

from rie.pipeline.extract import extractor
from rie.types import Document


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("On a GAAP basis net income was $8.9 million, or $0.27 a share.", {None}),
        ("On a constant currency basis revenue was $50 million in 2020.", {None}),
        ("On a standalone basis net profit was Rs 50 crore in FY22.", {None}),
        ("Its accounts, seen by this newspaper, show revenue of Rs 1,140 crore in FY22.", {None}),
        ("Hooli rang up revenue of $262.3 million in the first three months of 2018.", {None}),
        ("Hooli said bearings revenue alone was $30 million in 2020.", {"bearings"}),
        ("Hooli's software revenue was $50 million in 2020.", {"software"}),
    ],
)
def test_a_figure_told_on_some_basis_is_the_whole_companys(sentence: str, parts: set[str | None]) -> None:
    (read,) = extractor("business")([Document("d", f"Hooli Inc. reported results. {sentence}")])
    assert {report.values["segment"] for report in read.reports if report.table == "financial_result"} == parts
