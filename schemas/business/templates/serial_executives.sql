-- id: serial_executives
-- ask: who was [an] executive at more than one company
-- ask: [which] executives [that] held posts at more than one company
-- ask: [which] people [that] held posts at several companies
-- ask: [which] executives [that] worked at several companies
-- ask: [which] executives [that] worked at more than one company
-- ask: serial executives
-- says: Persons who came to or left posts at more than one company
-- evidence: change_ids: executive_change
SELECT
  change.person AS person,
  count(DISTINCT change.company_id) AS companies,
  list(DISTINCT change.change_id) AS change_ids
FROM executive_change AS change
WHERE change.person_id IS NOT NULL
GROUP BY change.person_id, change.person
HAVING count(DISTINCT change.company_id) > 1
ORDER BY companies DESC, person
