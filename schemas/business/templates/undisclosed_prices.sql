-- id: undisclosed_prices
-- ask: what share of [the] deals [had] no disclosed price [{period}]
-- ask: what share of acquisitions [had] no disclosed price [{period}]
-- ask: what percentage of acquisitions [had] no disclosed price [{period}]
-- ask: what share of acquisitions [had] [an] undisclosed price [{period}]
-- ask: how many acquisitions [had] no disclosed price [{period}]
-- ask: how many acquisitions [had] [an] undisclosed price [{period}]
-- ask: in how many acquisitions was the price not disclosed [{period}]
-- slots: period: period?
-- says: Acquisitions without a disclosed price, rumoured, terminated and denied ones left out[, {period}]
-- evidence: deal_ids: acquisition
SELECT
  count(*) AS acquisitions,
  count(*) FILTER (WHERE deal.price IS NULL) AS undisclosed,
  round(100.0 * count(*) FILTER (WHERE deal.price IS NULL) / count(*), 1) AS percent_undisclosed,
  list(deal.deal_id) AS deal_ids
FROM acquisition AS deal
WHERE deal.status NOT IN ('rumoured', 'terminated', 'denied')
  AND (CAST($period_from AS DATE) IS NULL OR deal.announced_on >= CAST($period_from AS DATE))
  AND (CAST($period_to AS DATE) IS NULL OR deal.announced_on < CAST($period_to AS DATE))
HAVING count(*) > 0
