"""Whose dollars a bare "$" is."""

import pytest

from rie.values import find_values


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Mallee Grain (ASX: MGR) raised $6.0 million. It holds A$4.7 million ($3.1 million).", ["AUD", "AUD", "USD"]),
        ("All figures are in Australian dollars. Revenue was $231.4 million.", ["AUD"]),
        ("Revenue rose to $12.4 million. Amounts are expressed in thousands of Canadian dollars.", ["CAD"]),
        ("(millions of Canadian dollars, except per share data)\nRevenue | $3 million", ["CAD"]),
        ("Revenue was $3 million.\nAll figures C$ unless noted.", ["CAD"]),
        ("The fund holds millions of Canadian dollars. Revenue was $3 million.", ["USD"]),
        ("The company reports in Canadian dollars; it lost 12 cents a share.", ["CAD"]),
        ("Revenue was $3 million (all figures in CAD).", ["CAD"]),
        ("Unless noted otherwise, amounts are stated in NZ$. Revenue was $3 million.", ["NZD"]),
        ("All dollar figures are Canadian. Revenue was $3 million.", ["CAD"]),
        ("Target C$21. Revenue was $38.8M. All figures C$ unless noted.", ["CAD", "CAD"]),
        ("Acme (ACM-T) earned $3 million.\nEmu (EMU-T) lost $2 million.\nKea (KEA-V) made $4 million, all figures in U.S. dollars.",
         ["CAD", "CAD", "USD"]),
        ("The values rose in C$ 3 million steps. Revenue was $4 million.", ["CAD", "USD"]),
        ("ASX ANNOUNCEMENT\nKoorda Lithium places shares for $4 million", ["AUD"]),
        ("Mallee Grain (ASX: MGR) raised US$6.0 million and spent $2 million.", ["USD", "AUD"]),
        ("Mallee Grain (ASX: MGR) raised US$6.0 million. It will spend the $6 million abroad.", ["USD", "USD"]),
        ("Mallee Grain (ASX: MGR; NASDAQ: MGRN) raised $6.0 million.", ["USD"]),
        ("All figures are in Australian dollars. It expects between $42 million and $45 million.", ["AUD"]),
        ("Earnings a share of 62 cent to 65 cent are expected on revenue of €118 million.", ["EUR", "EUR"]),
        ("Earnings a share of 62 cents are expected on revenue of €118 million.", ["USD", "EUR"]),
        ("A 5 cent dividend is expected.", ["USD"]),
        ("The loan is in Canadian dollars. Revenue was $3 million.", ["USD"]),
        ("All amounts are in U.S. dollars. Revenue was $3 million.", ["USD"]),
        ("Results are in Canadian dollars; some amounts are in Australian dollars. It spent $3 million.", ["USD"]),
    ],
)
def test_bare_dollars_are_those_that_the_text_means(text: str, currencies: list[str]) -> None:
    assert [item.value.currency for item in find_values(text) if item.label == "MONEY"] == currencies


@pytest.mark.parametrize(
    ("text", "source", "currencies"),
    [
        ("Its shares fell 40 cents to $3.85 on the Toronto Stock Exchange.", "", ["CAD", "CAD"]),
        ("The Fremantle miner told the ASX it had bid $1.25 a share, 17 per cent more, or $41 million.", "", ["AUD", "AUD"]),
        ("The Hobart-based brewer lost $23.4 million, 5 per cent less. The shares sank 11c to 58c.", "", ["AUD"]),
        ("The paint group earned $64.8 million, its chief told reporters in Melbourne.", "The Melbourne Standard", ["AUD"]),
        ("It paid $62 million for the dairy from northern NSW.", "a newspaper of Sydney", ["AUD"]),
        ("NEW YORK - The paint group earned $64.8 million, more than in Melbourne.", "The Melbourne Standard", ["USD"]),
        ("The paint group earned $64.8 million.", "The Melbourne Standard", ["USD"]),
        ("The bankers told the Australian Stock Exchange that Mr Roe lost $150 million. Its shares stay at 9c.", "", ["AUD"]),
        ("AUCKLAND (NZPA) - The port company earned $14 million.", "", ["NZD"]),
        ("The Auckland-based port company earned $14 million.", "Otago Daily Times", ["NZD"]),
        ("The Winnipeg insurer earned $88.4-million in the year, 3 per cent more.", "", ["CAD"]),
        ("CALGARY - The driller said profit rose 6 per cent to $12 million.", "", ["CAD"]),
        ("The Singapore-based yard won work worth US$30 million ($41 million).", "", ["USD", "SGD"]),
        ("The yard told the Singapore Exchange that profit rose 9 per cent to $41 million.", "", ["SGD"]),
        ("Tanager Gold (TSXV: TGR) places units for $4 million.", "", ["CAD"]),
        ("Trawler raises $12 million\nSydney payments firm Trawler has closed A$12 million in equity.", "", ["AUD", "AUD"]),
        ("The winemaker fetched $62 million, 5 per cent more than asked.", "The Hobart Mail, Hobart", ["AUD"]),
        ("The Sydney private equity house paid $62 million, 5 per cent more.", "", ["AUD"]),
        ("The South Australian winemaker fetched $62 million, 5 per cent more.", "", ["AUD"]),
        ("It told the Australian Stock Exchange that it lost $62 million. Its shares stood at 9c.", "", ["AUD"]),
        ("Emu (ASX: EMU) has placed shares for $12.6 million with a Hong Kong-based fund.", "", ["AUD"]),
        ("EMU ACCEPTS BID § Emu Mills Ltd <EMUM.S> will pay 2.54 dlrs a share to <Kea Sugar Mills Ltd>.", "", ["AUD"]),
        ("The <Kea Sugar Mills Ltd> and Emu Ltd <EMUM.S> will pay U.S. $3 million and $2 million.", "", ["USD", "AUD"]),
        ("Emu Ltd <EMUM.S> will pay one billion dlrs.", "", ["AUD"]),
        ("Tan Hotels Ltd <TANH.HK> earned 26 H.K. cents. It paid $530 million to a director.", "", ["HKD", "HKD"]),
        ("Acme Inc. (ACM-T) earned $3-million.", "", ["CAD"]),
        ("Co-op sales rose 3 per cent to $62 million. It built in Moose Jaw and Saskatoon.", "", ["CAD"]),
        ("Profit fell 11 per cent to $18 million, said Ms Lang, of the Geelong retailer and its New Zealand business. It pays 6\u00a2.",
         "", ["AUD"]),
        ("Revenue fell 3 per cent to $310 million.", "The Gippsland Times", ["AUD"]),
        # none of their own
        ("Sales rose 3 percent to $62 million. It built in Moose Jaw and Saskatoon.", "", ["USD"]),
        ("Acme Inc <ACM> will pay $3 million to Emu Ltd <EMUM.S>.", "", ["USD"]),
        ("Emu Ltd <EMUM.S> will pay $3 million and is listed on the New York Stock Exchange.", "", ["USD"]),
        ("The winemaker fetched $62 million, 5 percent more than asked.", "The Hobart Mail, Hobart", ["USD"]),
        ("The London winemaker fetched $62 million, 5 per cent more than asked.", "The Hobart Mail, Hobart", ["USD"]),
        ("Sydney-based Trawler has raised $12 million from Oakhurst.", "The Morning Termsheet", ["USD"]),
        ("Toronto-based Trawler has raised $12 million, a 20 percent rise.", "Startup Wire", ["USD"]),
        ("Toronto-based Trawler has raised $12m, 20 per cent of it debt.", "", ["USD"]),
        ("Toronto pension fund Larch will put $500 million into Indian roads, 20 per cent of its assets.", "", ["USD"]),
        ("The Perth group is listed on the ASX and Nasdaq. Profit rose 5 per cent to $12 million.", "", ["USD"]),
        ("The Perth group told the ASX it paid A$5 million ($3.8 million), 5 per cent of its cash.", "", ["AUD", "USD"]),
        ("Perth-based Trawler bought Auckland-based Kea for $12 million, 5 per cent of its value.", "The Press, Auckland", ["USD"]),
        ("A Boston fund led the round. Other backers are from Sydney. It raised US$5 million and $2 million of debt.", "", ["USD", "USD"]),
        ("SAN FRANCISCO - Hooli raised $5 million led by Bar Capital (TSX: BAR).", "", ["USD"]),
        ("ATLANTA - Acme Inc. said it will buy Emu (ASX: EMU) for $500 million.", "", ["USD"]),
        ("MELBOURNE, Fla. (AP) - Acme raised US$5 million and $2 million.", "", ["USD", "USD"]),
        ("SYDNEY - Emu (ASX: EMU) raised $5 million.", "", ["AUD"]),
        ("HONG KONG - The bank told the Hong Kong stock exchange that profit rose 5 per cent to $41 million.", "", ["USD"]),
    ],
)
def test_bare_dollars_are_those_of_the_country_that_a_text_is_written_in(text: str, source: str, currencies: list[str]) -> None:
    assert [item.value.currency for item in find_values(text, source=source) if item.label == "MONEY"] == currencies
