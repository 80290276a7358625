-- id: never_led
-- ask: who has never led a round
-- ask: [which] investors [that] [have] never led a [funding] round
-- ask: [which] investors [that] never lead [rounds]
-- ask: [which] investors [that] invested without [ever] leading a round
-- says: Investors without a round that they are reported to have led
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  count(DISTINCT backer.round_id) AS rounds,
  list(DISTINCT backer.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.status NOT IN ('rumoured', 'denied')
GROUP BY backer.investor
HAVING NOT bool_or(coalesce(backer.is_lead, FALSE))
ORDER BY rounds DESC, backer.investor
