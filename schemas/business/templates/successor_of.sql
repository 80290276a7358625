-- id: successor_of
-- ask: who replaced {person} [at {company}]
-- ask: who has replaced {person} [at {company}]
-- ask: who succeeded {person} [at {company}]
-- ask: who took over from {person} [at {company}]
-- ask: who followed {person} [at {company}]
-- ask: who came after {person} [at {company}]
-- ask: {person}'s successor [at {company}]
-- ask: {person}'s replacement [at {company}]
-- ask: successor to {person} [at {company}]
-- ask: who is the successor to {person} [at {company}]
-- ask: who is {person}'s successor [at {company}]
-- ask: by whom was {person} replaced [at {company}]
-- ask: who was {person} replaced by [at {company}]
-- ask: who was {person} succeeded by [at {company}]
-- slots: person: person, company: company?
-- says: Next appointed to the posts that {person} left[ at {company}]
-- evidence: change_ids: executive_change
SELECT
  arrival.person AS successor,
  arrival.company,
  arrival.role,
  arrival.interim,
  arrival.announced_on,
  list(DISTINCT arrival.change_id) AS change_ids
FROM executive_change AS departure
JOIN executive_change AS arrival ON arrival.company_id = departure.company_id AND arrival.action = 'appointed'
  AND arrival.person_id <> departure.person_id AND arrival.announced_on >= departure.announced_on
  AND list_has_any(string_split(arrival.role, ' and '), string_split(departure.role, ' and '))
WHERE departure.person_id = $person AND departure.action = 'departed'
  AND (CAST($company AS VARCHAR) IS NULL OR departure.company_id = $company)
GROUP BY arrival.person, arrival.company, arrival.role, arrival.interim, arrival.announced_on, departure.change_id
QUALIFY rank() OVER (PARTITION BY departure.change_id ORDER BY arrival.announced_on) = 1
ORDER BY successor
