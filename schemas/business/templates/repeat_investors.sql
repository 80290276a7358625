-- id: repeat_investors
-- ask: [which] investors [that] invested in more than one round of the same company
-- ask: [which] investors [that] invested more than once in the same company
-- ask: [which] investors [that] backed the same company more than once
-- ask: [which] investors [that] backed the same company again
-- ask: who invested in the same company more than once
-- says: Investors with more than one round of one company
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  round.company AS company,
  count(DISTINCT round.round_id) AS rounds,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.status NOT IN ('rumoured', 'denied')
GROUP BY backer.investor, round.company
HAVING count(DISTINCT round.round_id) > 1
ORDER BY backer.investor, round.company
