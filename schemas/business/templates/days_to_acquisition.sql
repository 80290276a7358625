-- id: days_to_acquisition
-- ask: how many days [were] between the last round of {company} and its acquisition
-- ask: how long after its last round was {company} acquired
-- ask: how long after its last [funding] round was {company} bought
-- ask: how much time passed between {company}'s last round and its acquisition
-- ask: how soon after its last round was {company} acquired
-- slots: company: company
-- says: Days from the last funding round of {company} to its acquisition, where both are dated to the day
-- evidence: round_id: funding_round, deal_id: acquisition
SELECT
  deal.target AS company,
  last.announced_on AS last_round_on,
  deal.announced_on AS acquired_on,
  date_diff('day', last.announced_on, deal.announced_on) AS days,
  last.round_id AS round_id,
  deal.deal_id AS deal_id
FROM acquisition AS deal
JOIN (
  SELECT round.company_id, max(round.announced_on) AS announced_on, arg_max(round.round_id, round.announced_on) AS round_id
  FROM funding_round AS round
  WHERE round.company_id = $company AND round.date_precision = 'day' AND round.status NOT IN ('rumoured', 'denied')
  GROUP BY round.company_id
) AS last ON last.company_id = deal.target_id
WHERE deal.target_kind = 'company' AND deal.date_precision = 'day' AND deal.status NOT IN ('rumoured', 'terminated', 'denied')
  AND deal.announced_on >= last.announced_on
ORDER BY deal.announced_on
