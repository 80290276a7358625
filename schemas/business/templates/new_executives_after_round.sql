-- id: new_executives_after_round
-- ask: [which] companies [that] appointed executives within a year after raising money
-- ask: [which] companies [that] appointed executives in the year after they raised money
-- ask: [which] companies [that] changed executives in the year after they raised money
-- ask: [which] companies [that] hired executives after raising money
-- says: Companies that appointed executives within a year after a funding round
-- evidence: round_ids: funding_round, change_ids: executive_change
SELECT
  round.company AS company,
  count(DISTINCT change.change_id) AS appointments,
  list(DISTINCT round.round_id) AS round_ids,
  list(DISTINCT change.change_id) AS change_ids
FROM funding_round AS round
JOIN executive_change AS change ON change.company_id = round.company_id
WHERE change.action = 'appointed' AND round.status NOT IN ('rumoured', 'denied')
  AND change.announced_on >= round.announced_on AND change.announced_on < round.announced_on + INTERVAL 1 YEAR
GROUP BY round.company
ORDER BY round.company
