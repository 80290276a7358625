-- vary: one: round, other: round, measure: measure
-- ask: [what is] the <measure> gap in months between a <one> and a <other>
-- ask: [what is] the <measure> wait from <one> to <other>
-- ask: how many months lie between <one> and <other> at the <measure>
-- ask: <measure> months from <one> to <other> for companies in {place}
-- ask: <measure> number of months that companies need from a <one> to a <other>
-- ask: time from <one> to <other>, <measure>
-- ask: [the] <measure> time it takes to go from <one> to <other>
-- ask: [the] <measure> distance of <one> and <other> rounds in months
-- ask: [the] <measure> runway between <one> and <other>
-- ask: months a <one> lasts until the <other>, <measure>
-- slots: place: place?
-- says: The <measure> months from a <one> to a <other>[ in {place}]
-- evidence: one_ids: funding_round, other_ids: funding_round
SELECT
  <measure>(gap.months) AS months,
  count(DISTINCT gap.company_id) AS companies,
  list(DISTINCT gap.one_id) AS one_ids,
  list(DISTINCT gap.other_id) AS other_ids
FROM (
  SELECT
    one.company_id AS company_id,
    one.round_id AS one_id,
    other.round_id AS other_id,
    date_diff('month', one.announced_on, other.announced_on) AS months
  FROM funding_round AS one
  JOIN funding_round AS other ON other.company_id = one.company_id
  JOIN company AS seat ON seat.company_id = one.company_id
  WHERE one.round_type = '<one>' AND other.round_type = '<other>' AND other.announced_on >= one.announced_on
    AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
    AND (CAST($place AS VARCHAR) IS NULL OR $place IN (seat.city, seat.region, seat.country))
) AS gap
HAVING count(DISTINCT gap.company_id) > 0
