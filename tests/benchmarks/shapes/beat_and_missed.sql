-- vary: one: metric, other: metric
-- ask: [which] companies [that] beat the consensus on <one> but missed it on <other>
-- ask: [which] companies [that] topped estimates for <one> and fell short on <other> in {span}
-- ask: better <one> than analysts had thought, worse <other>
-- ask: a beat on <one> with a miss on <other>
-- ask: <one> above and <other> below what was expected of them
-- ask: surprises up in <one> and down in <other>
-- ask: who did better than expected in <one> but worse in <other>
-- ask: where <one> pleased and <other> disappointed the analysts
-- ask: mixed reports, good <one> against poor <other>
-- ask: did <one> come in ahead and <other> behind forecasts
-- slots: span: period?
-- says: Companies that beat the consensus on <one> and missed it on <other>
-- evidence: one_ids: financial_result, other_ids: financial_result
SELECT
  one.company AS company,
  one.period_end AS period_end,
  list(DISTINCT one.result_id) AS one_ids,
  list(DISTINCT other.result_id) AS other_ids
FROM financial_result AS one
JOIN financial_result AS hoped ON hoped.company_id = one.company_id AND hoped.period_end = one.period_end AND hoped.metric = one.metric
JOIN financial_result AS other ON other.company_id = one.company_id AND other.period_end = one.period_end
JOIN financial_result AS feared ON feared.company_id = one.company_id AND feared.period_end = one.period_end AND feared.metric = other.metric
WHERE one.metric = '<one>' AND other.metric = '<other>' AND one.basis = 'actual' AND other.basis = 'actual'
  AND hoped.basis = 'consensus' AND feared.basis = 'consensus' AND one.value > hoped.value AND other.value < feared.value
  AND (CAST($span_from AS DATE) IS NULL OR (one.period_end >= CAST($span_from AS DATE) AND one.period_end < CAST($span_to AS DATE)))
GROUP BY one.company, one.period_end
ORDER BY one.company, one.period_end
