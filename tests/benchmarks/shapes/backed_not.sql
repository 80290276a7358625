-- vary: one: round, other: round
-- ask: [which] investors [that] backed {company} at <one> but not at <other>
-- ask: [which] investors [that] funded the <one> but not the <other> of {company}
-- ask: investors in {company}'s <one> that stayed out of its <other>
-- ask: investors that sat out {company}'s <other> after backing its <one>
-- ask: backers of {company}'s <one> missing from its <other>
-- ask: who dropped out between the <one> and the <other> of {company}
-- ask: who put money into {company}'s <one> but none into its <other>
-- ask: [which] <one> backers of {company} skipped its <other>
-- ask: {company} <one> investors without a part in its <other>
-- ask: whose money was in the <one> but not in the <other> of {company}
-- slots: company: company
-- says: Investors in the <one> of {company} that are not in its <other>
-- evidence: round_ids: funding_round
SELECT backer.investor AS investor, bool_or(backer.is_lead) AS led, list(DISTINCT backer.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.company_id = $company AND round.round_type = '<one>' AND round.status NOT IN ('rumoured', 'denied')
  AND backer.investor_id NOT IN (
    SELECT later.investor_id
    FROM funding_investor AS later
    JOIN funding_round AS next ON next.round_id = later.round_id
    WHERE next.company_id = $company AND next.round_type = '<other>'
  )
GROUP BY backer.investor
ORDER BY backer.investor
