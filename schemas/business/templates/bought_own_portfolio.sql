-- id: bought_own_portfolio
-- ask: [which] acquirers [that] bought companies they had [already] invested in [before]
-- ask: [which] acquirers [that] acquired companies they had [previously] invested in
-- ask: [which] companies [that] acquired companies they had [already] invested in [before]
-- ask: [which] investors [that] acquired companies from their [own] portfolio
-- ask: [which] investors [that] bought companies they had backed [before]
-- ask: who bought a company it had invested in [before]
-- says: Acquirers that had invested in the company they bought
-- evidence: deal_id: acquisition, round_ids: funding_round
SELECT
  deal.acquirer AS acquirer,
  deal.target AS target,
  deal.announced_on AS announced_on,
  deal.deal_id AS deal_id,
  list(DISTINCT round.round_id) AS round_ids
FROM acquisition AS deal
JOIN funding_round AS round ON round.company_id = deal.target_id
JOIN funding_investor AS backer ON backer.round_id = round.round_id AND backer.investor_id = deal.acquirer_id
WHERE deal.status NOT IN ('rumoured', 'terminated', 'denied') AND round.status NOT IN ('rumoured', 'denied')
  AND round.announced_on < deal.announced_on
GROUP BY deal.acquirer, deal.target, deal.announced_on, deal.deal_id
ORDER BY deal.acquirer, deal.announced_on
