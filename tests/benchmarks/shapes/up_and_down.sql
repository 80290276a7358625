-- vary: one: metric, other: metric, percent: percent, period: granularity
-- ask: [which] companies [whose] <one> rose by <percent> percent while their <other> fell on the <period>
-- ask: [which] companies [that] grew <one> <percent> percent against falling <other> on the <period>
-- ask: [which] companies [that] reported <percent> percent more <one> and less <other>, <period> on <period>
-- ask: <one> up <percent> percent and <other> down on the <period>
-- ask: <one> rising <percent> percent or more as <other> shrinks, <period> over <period>
-- ask: where did <one> climb <percent> percent with <other> sliding, <period> on <period>
-- ask: who lifted <one> <percent> percent and lost <other>, by the <period>
-- ask: <percent> percent better <one> with worse <other> than the <period> before
-- ask: a gain of <percent> percent in <one> next to a drop in <other>, <period> to <period>
-- ask: does a <percent> percent jump in <one> come with weaker <other> in {span} compared to the <period> before
-- slots: span: period?
-- says: Companies whose <one> rose by <percent> percent while their <other> fell on the <period>
-- evidence: one_ids: financial_result, other_ids: financial_result
SELECT
  one.company AS company,
  max(one.change_percent) AS gain,
  min(other.change_percent) AS loss,
  list(DISTINCT one.result_id) AS one_ids,
  list(DISTINCT other.result_id) AS other_ids
FROM financial_result AS one
JOIN financial_result AS other ON other.company_id = one.company_id AND other.period_end = one.period_end
WHERE one.metric = '<one>' AND other.metric = '<other>' AND one.basis = 'actual' AND other.basis = 'actual'
  AND one.change_basis = '<period>' AND other.change_basis = '<period>'
  AND one.change_percent >= <percent> AND other.change_percent < 0 AND one.segment IS NULL AND other.segment IS NULL
  AND (CAST($span_from AS DATE) IS NULL OR (one.period_end >= CAST($span_from AS DATE) AND one.period_end < CAST($span_to AS DATE)))
GROUP BY one.company
ORDER BY one.company
