-- vary: round: round, kind: kind, months: months
-- ask: [which] companies [that] bought a <kind> within <months> months of their <round>
-- ask: [which] companies [that] acquired a <kind> in the <months> months after a <round>
-- ask: [which] companies [that] spent their <round> on a <kind> within <months> months
-- ask: who bought a <kind> less than <months> months after closing a <round>
-- ask: purchases of a <kind> at most <months> months behind a <round>
-- ask: <round> companies that picked up a <kind> inside <months> months
-- ask: <round> money turned into a <kind> within <months> months
-- ask: <kind> takeovers <months> months on from the <round> of the buyer or sooner
-- ask: what did {company} buy by way of a <kind> in the <months> months after its <round>
-- ask: buyers of a <kind> fresh from a <round>, <months> months at the most
-- slots: company: company?
-- says: Companies that bought a <kind> within <months> months of their <round>
-- evidence: round_ids: funding_round, deal_id: acquisition
SELECT
  deal.acquirer AS acquirer,
  deal.target AS target,
  deal.announced_on AS announced_on,
  deal.price_usd AS price_usd,
  list(DISTINCT round.round_id) AS round_ids,
  deal.deal_id AS deal_id
FROM acquisition AS deal
JOIN funding_round AS round ON round.company_id = deal.acquirer_id
WHERE round.round_type = '<round>' AND deal.target_kind = '<kind>' AND round.status NOT IN ('rumoured', 'denied')
  AND deal.status NOT IN ('rumoured', 'terminated', 'denied')
  AND date_diff('month', round.announced_on, deal.announced_on) BETWEEN 0 AND <months>
  AND (CAST($company AS VARCHAR) IS NULL OR deal.acquirer_id = CAST($company AS VARCHAR))
GROUP BY deal.acquirer, deal.target, deal.announced_on, deal.price_usd, deal.deal_id
ORDER BY deal.acquirer, deal.announced_on, deal.target
