-- id: co_investors_of
-- ask: who [has] invested together with {investor}
-- ask: who [has] co invested with {investor}
-- ask: [which] investors [that] invested together with {investor}
-- ask: [which] investors [that] co invested with {investor}
-- ask: [the] co investors of {investor}
-- ask: {investor}'s co investors
-- slots: investor: investor
-- says: Investors in the rounds of {investor}
-- evidence: round_ids: funding_round
SELECT
  other.investor AS co_investor,
  count(DISTINCT other.round_id) AS rounds,
  list(DISTINCT other.round_id) AS round_ids
FROM funding_investor AS one
JOIN funding_investor AS other ON other.round_id = one.round_id AND other.investor_id <> one.investor_id
JOIN funding_round AS round ON round.round_id = one.round_id
WHERE one.investor_id = $investor AND round.status NOT IN ('rumoured', 'denied')
GROUP BY other.investor
ORDER BY rounds DESC, other.investor
