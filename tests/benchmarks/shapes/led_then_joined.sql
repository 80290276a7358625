-- vary: one: round, other: round
-- ask: [which] investors [that] led a <one> and joined a <other> of the same company
-- ask: [which] investors [that] led the <one> and took part in the <other> of one company
-- ask: lead investors of a <one> that followed on in the <other>
-- ask: [which] leads of <one> rounds came back for the <other>
-- ask: who led a <one> and came back in the <other>
-- ask: [which] <one> leads reinvested at <other>
-- ask: <one> leads with money in the <other> too
-- ask: investors leading a <one> and present in the <other>
-- ask: [which] funds led at <one> and doubled down at <other>
-- ask: who first led the <one> and then joined the <other> [of a company] in {period}
-- slots: period: period?
-- says: Investors that led a <one> and took part in the <other> of the same company
-- evidence: one_ids: funding_round, other_ids: funding_round
SELECT
  lead.investor AS investor,
  one.company AS company,
  list(DISTINCT one.round_id) AS one_ids,
  list(DISTINCT other.round_id) AS other_ids
FROM funding_investor AS lead
JOIN funding_round AS one ON one.round_id = lead.round_id
JOIN funding_round AS other ON other.company_id = one.company_id
JOIN funding_investor AS follower ON follower.round_id = other.round_id AND follower.investor_id = lead.investor_id
WHERE lead.is_lead AND one.round_type = '<one>' AND other.round_type = '<other>'
  AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
  AND (CAST($period_from AS DATE) IS NULL OR (other.announced_on >= CAST($period_from AS DATE) AND other.announced_on < CAST($period_to AS DATE)))
GROUP BY lead.investor, one.company
ORDER BY lead.investor, one.company
