-- id: undisclosed_deals
-- ask: acquisitions with no disclosed price [{period}]
-- ask: which acquisitions had no disclosed price [{period}]
-- ask: which acquisitions have no price [{period}]
-- ask: acquisitions without [a] [disclosed] price [{period}]
-- ask: acquisitions where the price was not disclosed [{period}]
-- ask: acquisitions with [an] undisclosed price [{period}]
-- ask: deals with [an] undisclosed price [{period}]
-- ask: which targets [have] no disclosed price
-- ask: which targets were bought at an undisclosed price [{period}]
-- ask: which targets were bought for an undisclosed sum [{period}]
-- slots: period: period?
-- says: Acquisitions without a disclosed price, rumoured, terminated and denied ones left out[, {period}]
-- evidence: deal_ids: acquisition
SELECT
  deal.target AS target,
  deal.acquirer,
  deal.status,
  deal.announced_on,
  list(deal.deal_id) AS deal_ids
FROM acquisition AS deal
WHERE deal.price IS NULL AND deal.status NOT IN ('rumoured', 'terminated', 'denied')
  AND (CAST($period_from AS DATE) IS NULL OR deal.announced_on >= CAST($period_from AS DATE))
  AND (CAST($period_to AS DATE) IS NULL OR deal.announced_on < CAST($period_to AS DATE))
GROUP BY deal.target, deal.acquirer, deal.status, deal.announced_on
ORDER BY target
