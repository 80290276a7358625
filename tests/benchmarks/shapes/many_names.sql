-- vary: round: round, times: times
-- ask: [which] companies [that] go by <times> names or more and raised a <round>
-- ask: [which] companies [that] are known under at least <times> names since their <round>
-- ask: <round> companies with <times> aliases
-- ask: who has <times> spellings on record and a <round>
-- ask: <times> or more aliases and a <round>
-- ask: <round> of companies that the press writes in <times> ways
-- ask: aliases of {company}, if there are <times>, and its <round>
-- ask: companies called by <times> different names in reports of their <round>
-- ask: under how many names, <times> at least, is a <round> known
-- ask: a <round> behind <times> names
-- slots: company: company?
-- says: Companies with a <round> that go by <times> names or more
-- evidence: round_ids: funding_round
SELECT
  round.company AS company,
  count(DISTINCT known.alias) AS names,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
JOIN company_alias AS known ON known.company_id = round.company_id
WHERE round.round_type = '<round>' AND (CAST($company AS VARCHAR) IS NULL OR round.company_id = CAST($company AS VARCHAR))
GROUP BY round.company
HAVING count(DISTINCT known.alias) >= <times>
ORDER BY round.company
