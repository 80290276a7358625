-- vary: metric: metric, round: round, measure: measure
-- ask: [what is] the <measure> <metric> of companies at the time of their <round>
-- ask: <measure> <metric> reported in the year before a <round>
-- ask: how much <metric> do companies have at <round>, <measure>
-- ask: <metric> that goes with a <round>, <measure>
-- ask: <metric> ahead of a <round>: the <measure>
-- ask: what <measure> <metric> precedes a <round>
-- ask: <measure> <metric> on the books when a <round> is raised in {place}
-- ask: <measure> level of <metric> among <round> companies before they raise
-- ask: what <metric> does a <round> take, <measure>
-- ask: <metric> needed for a <round> at the <measure>
-- slots: place: place?
-- says: The <measure> <metric> in the year before a <round>[ in {place}]
-- evidence: result_ids: financial_result, round_ids: funding_round
SELECT
  <measure>(before.value_usd) AS value_usd,
  list(DISTINCT before.result_id) AS result_ids,
  list(DISTINCT before.round_id) AS round_ids
FROM (
  SELECT DISTINCT result.result_id AS result_id, result.value_usd AS value_usd, round.round_id AS round_id
  FROM funding_round AS round
  JOIN financial_result AS result ON result.company_id = round.company_id
  JOIN company AS seat ON seat.company_id = round.company_id
  WHERE round.round_type = '<round>' AND result.metric = '<metric>' AND result.basis = 'actual'
    AND date_diff('month', result.period_end, round.announced_on) BETWEEN 0 AND 12
    AND (CAST($place AS VARCHAR) IS NULL OR $place IN (seat.city, seat.region, seat.country))
) AS before
HAVING count(DISTINCT before.result_id) > 0
