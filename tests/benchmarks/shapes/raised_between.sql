-- vary: one: round, other: round, third: round
-- ask: [which] companies [that] raised a <third> between their <one> and their <other>
-- ask: [which] companies [that] squeezed a <third> in between <one> and <other>
-- ask: [which] companies [that] took a <third> after their <one> and before their <other>
-- ask: who did a <third> on the way from <one> to <other>
-- ask: companies of {place} with a <third> in the middle of <one> and <other>
-- ask: <third> rounds that bridge the <one> and the <other>
-- ask: a <third> later than the <one> but earlier than the <other>
-- ask: <one>, then <third>, then <other>: who did that
-- ask: [which] start-ups went <one>, <third>, <other> in that order
-- ask: <third> in the gap that a <one> left before the <other>
-- slots: place: place?
-- says: Companies that raised a <third> between their <one> and their <other>[, in {place}]
-- evidence: one_ids: funding_round, third_ids: funding_round, other_ids: funding_round
SELECT
  one.company AS company,
  list(DISTINCT one.round_id) AS one_ids,
  list(DISTINCT third.round_id) AS third_ids,
  list(DISTINCT other.round_id) AS other_ids
FROM funding_round AS one
JOIN funding_round AS third ON third.company_id = one.company_id AND third.announced_on >= one.announced_on
JOIN funding_round AS other ON other.company_id = one.company_id AND other.announced_on >= third.announced_on
JOIN company AS seat ON seat.company_id = one.company_id
WHERE one.round_type = '<one>' AND third.round_type = '<third>' AND other.round_type = '<other>'
  AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
  AND (CAST($place AS VARCHAR) IS NULL OR $place IN (seat.city, seat.region, seat.country))
GROUP BY one.company
ORDER BY one.company
