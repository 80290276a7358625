-- vary: role: role, side: side, months: months
-- ask: [which] companies [that] lost their <role> within <months> months as <side> of a deal
-- ask: [which] people [that] left as <role> within <months> months of a deal with their company as <side>
-- ask: <role> departures up to <months> months after a deal, on the side of the <side>
-- ask: who quit as <role> of the <side> less than <months> months after the deal
-- ask: when the <side> loses its <role> inside <months> months of a deal
-- ask: exits of the <side>'s <role> at most <months> months behind an acquisition
-- ask: did the <role> leave the <side> in the <months> months after an acquisition in {span}
-- ask: <side> companies whose <role> went within <months> months of signing
-- ask: short-lived <role>, gone <months> months after the company was <side>
-- ask: goodbye of the <role> at the <side> inside <months> months from the acquisition
-- slots: span: period?
-- says: Those who left as <role> of the <side> within <months> months of a deal
-- evidence: deal_ids: acquisition, change_ids: executive_change
SELECT
  change.person AS person,
  party.company AS company,
  min(deal.announced_on) AS deal_on,
  list(DISTINCT deal.deal_id) AS deal_ids,
  list(DISTINCT change.change_id) AS change_ids
FROM acquisition_party AS party
JOIN acquisition AS deal ON deal.deal_id = party.deal_id
JOIN executive_change AS change ON change.company_id = party.company_id
WHERE party.role = '<side>' AND change.role = '<role>' AND change.action = 'departed'
  AND deal.status NOT IN ('rumoured', 'terminated', 'denied')
  AND date_diff('month', deal.announced_on, change.announced_on) BETWEEN 0 AND <months>
  AND (CAST($span_from AS DATE) IS NULL OR (deal.announced_on >= CAST($span_from AS DATE) AND deal.announced_on < CAST($span_to AS DATE)))
GROUP BY change.person, party.company
ORDER BY change.person, party.company
