-- vary: role: role, round: round, months: months
-- ask: [which] companies [that] hired a <role> within <months> months of their <round>
-- ask: [which] companies [that] appointed a <role> in the <months> months after a <round>
-- ask: [which] companies [that] brought in a new <role> inside <months> months of closing a <round>
-- ask: [which] people [that] became <role> within <months> months of a <round>
-- ask: who was made <role> less than <months> months after the <round> [of the company]
-- ask: new <role> at <round> companies within <months> months
-- ask: <role> hires up to <months> months after a <round>
-- ask: appointments of a <role> at most <months> months behind a <round>
-- ask: whom did {company} make <role> in the <months> months after its <round>
-- ask: a <round> followed by a new <role> within <months> months
-- slots: company: company?
-- says: Those appointed as <role> within <months> months of a <round>
-- evidence: round_ids: funding_round, change_ids: executive_change
SELECT
  change.person AS person,
  round.company AS company,
  max(change.announced_on) AS appointed_on,
  list(DISTINCT round.round_id) AS round_ids,
  list(DISTINCT change.change_id) AS change_ids
FROM executive_change AS change
JOIN funding_round AS round ON round.company_id = change.company_id
WHERE change.role = '<role>' AND change.action = 'appointed' AND round.round_type = '<round>'
  AND round.status NOT IN ('rumoured', 'denied')
  AND date_diff('month', round.announced_on, change.announced_on) BETWEEN 0 AND <months>
  AND (CAST($company AS VARCHAR) IS NULL OR round.company_id = CAST($company AS VARCHAR))
GROUP BY change.person, round.company
ORDER BY change.person, round.company
