-- vary: one: round, other: round, times: times
-- ask: [which] companies [that] raised <times> times their <one> at <other>
-- ask: [which] companies [whose] <other> was at least <times> times their <one>
-- ask: [which] start-ups [that] grew their cheque by <times> times between <one> and <other>
-- ask: <other> rounds <times> times as large as the <one> [before them]
-- ask: <other> deals of <times> times the <one> or more
-- ask: who raised <times> times as much at <other> as at <one>
-- ask: whose <other> outgrew the <one> <times> times
-- ask: companies with a <other> <times> times the size of their <one> in {period}
-- ask: step-ups of <times> times from <one> to <other>
-- ask: a <other> that dwarfs the <one> <times> times over
-- slots: period: period?
-- says: Companies whose <other> was at least <times> times their <one>[, in {period}]
-- evidence: one_ids: funding_round, other_ids: funding_round
SELECT
  one.company AS company,
  max(other.amount_usd) AS amount_usd,
  list(DISTINCT one.round_id) AS one_ids,
  list(DISTINCT other.round_id) AS other_ids
FROM funding_round AS one
JOIN funding_round AS other ON other.company_id = one.company_id AND other.amount_usd >= <times> * one.amount_usd
WHERE one.round_type = '<one>' AND other.round_type = '<other>'
  AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
  AND (CAST($period_from AS DATE) IS NULL OR (other.announced_on >= CAST($period_from AS DATE) AND other.announced_on < CAST($period_to AS DATE)))
GROUP BY one.company
ORDER BY one.company
