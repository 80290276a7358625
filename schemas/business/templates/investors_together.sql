-- id: investors_together
-- ask: [which] investors [that] often invest together
-- ask: [which] investors [that] invest together most often
-- ask: [which] investors [that] invested together in [the] most rounds
-- ask: [which] pairs of investors [that] invest together [most often]
-- ask: [which] investors [that] frequently co invest
-- ask: most frequent co investors
-- says: Pairs of investors with more than one round together
-- evidence: round_ids: funding_round
SELECT
  one.investor AS investor,
  other.investor AS co_investor,
  count(DISTINCT one.round_id) AS rounds,
  list(DISTINCT one.round_id) AS round_ids
FROM funding_investor AS one
JOIN funding_investor AS other ON other.round_id = one.round_id AND other.investor_id > one.investor_id
JOIN funding_round AS round ON round.round_id = one.round_id
WHERE round.status NOT IN ('rumoured', 'denied')
GROUP BY one.investor, other.investor
HAVING count(DISTINCT one.round_id) > 1
ORDER BY rounds DESC, one.investor, other.investor
