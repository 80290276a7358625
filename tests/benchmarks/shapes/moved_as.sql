-- vary: one: role, other: role, months: months
-- ask: [which] people [that] left as <one> and became <other> elsewhere within <months> months
-- ask: [which] executives [that] went from <one> to <other> of another company within <months> months
-- ask: [which] former <one> was appointed <other> less than <months> months later
-- ask: who quit as <one> and started as <other> inside <months> months
-- ask: moves from <one> to <other> between companies, <months> months at the most
-- ask: a <one> turned <other> of another company after up to <months> months
-- ask: <one> today, <other> elsewhere <months> months later
-- ask: career steps from <one> to <other> with a break of no more than <months> months
-- ask: did a <one> of {company} become <other> somewhere else within <months> months
-- ask: job hoppers: <one>, then <other>, <months> months apart
-- slots: company: company?
-- says: Those who left as <one> and became <other> elsewhere within <months> months
-- evidence: left_ids: executive_change, joined_ids: executive_change
SELECT
  gone.person AS person,
  gone.company AS left_company,
  come.company AS joined_company,
  list(DISTINCT gone.change_id) AS left_ids,
  list(DISTINCT come.change_id) AS joined_ids
FROM executive_change AS gone
JOIN executive_change AS come ON come.person_id = gone.person_id AND come.company_id <> gone.company_id
WHERE gone.role = '<one>' AND come.role = '<other>' AND gone.action = 'departed' AND come.action = 'appointed'
  AND date_diff('month', gone.announced_on, come.announced_on) BETWEEN 0 AND <months>
  AND (CAST($company AS VARCHAR) IS NULL OR gone.company_id = CAST($company AS VARCHAR))
GROUP BY gone.person, gone.company, come.company
ORDER BY gone.person, gone.company, come.company
