-- id: executives_that_moved
-- ask: [which] executives [that] left one company and joined another
-- ask: [which] executives [that] moved from one company to another
-- ask: [which] executives [that] moved from {company} to another company
-- ask: [which] executives [that] left {company} for another company
-- ask: who left {company} for another company
-- slots: company: company?
-- says: Persons who left one company[ ({company})] and were appointed by another
-- evidence: left_id: executive_change, joined_id: executive_change
SELECT
  departure.person AS person,
  departure.company AS left_company,
  appointment.company AS joined_company,
  appointment.announced_on AS joined_on,
  departure.change_id AS left_id,
  appointment.change_id AS joined_id
FROM executive_change AS departure
JOIN executive_change AS appointment ON appointment.person_id = departure.person_id AND appointment.company_id <> departure.company_id
WHERE departure.action = 'departed' AND appointment.action = 'appointed'
  AND appointment.announced_on >= departure.announced_on - INTERVAL 1 YEAR
  AND (CAST($company AS VARCHAR) IS NULL OR departure.company_id = CAST($company AS VARCHAR))
ORDER BY departure.person, appointment.announced_on
