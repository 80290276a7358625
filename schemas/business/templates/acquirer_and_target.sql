-- id: acquirer_and_target
-- ask: [which] companies [that] were both acquirer and target
-- ask: [which] companies [that] were [both] acquirers and targets [of acquisitions]
-- ask: [which] acquirers [that] were acquired themselves [later]
-- ask: [which] acquirers [that] were [themselves] acquired [later]
-- ask: [which] companies [that] bought others and were bought [themselves]
-- ask: [which] companies [that] acquired others and were acquired themselves
-- ask: [which] buyers [that] were bought themselves
-- says: Companies that bought others and were bought themselves
-- evidence: bought_ids: acquisition, sold_ids: acquisition
SELECT
  one.acquirer AS company,
  list(DISTINCT one.deal_id) AS bought_ids,
  list(DISTINCT other.deal_id) AS sold_ids
FROM acquisition AS one
JOIN acquisition AS other ON other.target_id = one.acquirer_id
WHERE one.status NOT IN ('rumoured', 'terminated', 'denied') AND other.status NOT IN ('rumoured', 'terminated', 'denied')
GROUP BY one.acquirer
ORDER BY one.acquirer
