-- id: invested_again
-- ask: [which] companies [that] {investor} [has] invested in more than once
-- ask: [which] companies has {investor} backed more than once
-- ask: [which] companies did {investor} invest in more than once
-- ask: [which] companies did {investor} back more than once
-- ask: [which] companies [that] {investor} backed more than once
-- ask: [which] companies did {investor} invest in again
-- ask: [which] companies did {investor} back again
-- ask: [which] startups has {investor} invested in more than once
-- ask: [which] startups did {investor} back more than once
-- ask: in which companies did {investor} invest more than once
-- ask: in which companies has {investor} invested repeatedly
-- slots: investor: investor
-- says: Companies with more than one round of {investor}
-- evidence: round_ids: funding_round
SELECT
  round.company AS company,
  count(DISTINCT round.round_id) AS rounds,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE backer.investor_id = $investor AND round.status NOT IN ('rumoured', 'denied')
GROUP BY round.company
HAVING count(DISTINCT round.round_id) > 1
ORDER BY round.company
