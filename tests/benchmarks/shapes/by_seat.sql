-- vary: round: round, seat: seat, measure: measure
-- ask: [what is] the <measure> <round> of each <seat> set beside that of all the others
-- ask: compare every <seat> by its <measure> <round>
-- ask: <measure> <round>, <seat> for <seat>, with the number of companies
-- ask: how do <seat> and <seat> differ in the <measure> <round>
-- ask: league table of <seat> by <measure> <round>
-- ask: a table with one row per <seat>: the <measure> <round>
-- ask: go through each <seat> and say its <measure> <round>
-- ask: <measure> <round> cheque per <seat> of the company that received it
-- ask: where is the <measure> <round> higher, going by <seat> in {span}
-- ask: spread of the <measure> <round> over every <seat>
-- slots: span: period?
-- says: The <measure> <round> by <seat>
-- evidence: round_ids: funding_round
SELECT
  seat.<seat> AS place,
  count(DISTINCT round.company_id) AS companies,
  <measure>(round.amount_usd) AS amount_usd,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
JOIN company AS seat ON seat.company_id = round.company_id
WHERE round.round_type = '<round>' AND round.status NOT IN ('rumoured', 'denied') AND seat.<seat> IS NOT NULL
  AND (CAST($span_from AS DATE) IS NULL OR (round.announced_on >= CAST($span_from AS DATE) AND round.announced_on < CAST($span_to AS DATE)))
GROUP BY seat.<seat>
ORDER BY seat.<seat>
