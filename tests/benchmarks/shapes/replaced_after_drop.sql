-- vary: role: role, metric: metric, percent: percent, months: months
-- ask: [which] companies [that] replaced their <role> within <months> months of a <percent> percent drop in <metric>
-- ask: [which] companies [that] parted with the <role> after <metric> fell <percent> percent, within <months> months
-- ask: [which] companies [that] lost a <role> inside <months> months when <metric> sank <percent> percent
-- ask: [which] <role> had to go within <months> months of <metric> falling <percent> percent
-- ask: who left as <role> less than <months> months after a <percent> percent slump in <metric>
-- ask: <role> exits following <percent> percent lower <metric> by up to <months> months
-- ask: <metric> down <percent> percent, and the <role> gone within <months> months
-- ask: heads that rolled: <role>, <months> months, <metric> minus <percent> percent
-- ask: departures of a <role> at most <months> months behind a <percent> percent fall of <metric> in {place}
-- ask: does <percent> percent less <metric> cost the <role> the job within <months> months
-- slots: place: place?
-- says: Those who left as <role> within <months> months of a drop in <metric> of <percent> percent[, in {place}]
-- evidence: result_ids: financial_result, change_ids: executive_change
SELECT
  change.person AS person,
  result.company AS company,
  min(result.change_percent) AS change_percent,
  list(DISTINCT result.result_id) AS result_ids,
  list(DISTINCT change.change_id) AS change_ids
FROM financial_result AS result
JOIN executive_change AS change ON change.company_id = result.company_id
JOIN company AS seat ON seat.company_id = result.company_id
WHERE result.metric = '<metric>' AND result.basis = 'actual' AND result.change_percent <= -<percent>
  AND change.role = '<role>' AND change.action = 'departed'
  AND date_diff('month', result.announced_on, change.announced_on) BETWEEN 0 AND <months>
  AND (CAST($place AS VARCHAR) IS NULL OR $place IN (seat.city, seat.region, seat.country))
GROUP BY change.person, result.company
ORDER BY change.person, result.company
