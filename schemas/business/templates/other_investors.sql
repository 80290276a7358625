-- id: other_investors
-- ask: who else invested in {company} besides {investor}
-- ask: who else backed {company} besides {investor}
-- ask: who invested in {company} besides {investor}
-- ask: who backed {company} besides {investor}
-- ask: who besides {investor} invested in {company}
-- ask: who besides {investor} backed {company}
-- ask: who else besides {investor} invested in {company}
-- ask: who else besides {investor} backed {company}
-- ask: who else invested in {company} apart from {investor}
-- ask: who else invested in {company} other than {investor}
-- ask: apart from {investor} who invested in {company}
-- ask: besides {investor} who invested in {company}
-- ask: besides {investor} who [else] backed {company}
-- slots: company: company, investor: investor
-- says: Investors of {company} other than {investor}
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  count(DISTINCT round.round_id) AS rounds,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.company_id = $company AND backer.investor_id <> $investor AND round.status NOT IN ('rumoured', 'denied')
GROUP BY backer.investor
ORDER BY backer.investor
