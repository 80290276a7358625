-- vary: one: round, other: round, months: months
-- ask: [which] companies [that] raised a <other> within <months> months of their <one>
-- ask: [which] companies [that] closed a <other> less than <months> months after their <one>
-- ask: [which] companies [that] went from <one> to <other> within <months> months
-- ask: [which] start-ups [that] needed no more than <months> months from <one> to <other>
-- ask: companies in {place} that moved from <one> to <other> inside <months> months
-- ask: who got from <one> to <other> in under <months> months
-- ask: who followed a <one> with a <other> within <months> months
-- ask: <other> rounds that came within <months> months of a <one>
-- ask: a <other> at most <months> months behind a <one>
-- ask: quick <other> raises, up to <months> months on from the <one>
-- slots: place: place?
-- says: Companies that raised a <other> within <months> months of their <one>[, in {place}]
-- evidence: one_ids: funding_round, other_ids: funding_round
SELECT
  one.company AS company,
  one.announced_on AS first_on,
  min(other.announced_on) AS next_on,
  list(DISTINCT one.round_id) AS one_ids,
  list(DISTINCT other.round_id) AS other_ids
FROM funding_round AS one
JOIN funding_round AS other ON other.company_id = one.company_id
JOIN company AS seat ON seat.company_id = one.company_id
WHERE one.round_type = '<one>' AND other.round_type = '<other>'
  AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
  AND date_diff('month', one.announced_on, other.announced_on) BETWEEN 0 AND <months>
  AND (CAST($place AS VARCHAR) IS NULL OR $place IN (seat.city, seat.region, seat.country))
GROUP BY one.company, one.announced_on
ORDER BY one.company, one.announced_on
