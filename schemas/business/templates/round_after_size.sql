-- id: round_after_size
-- ask: how much did {company} raise in [the] [next] round [right] after [its] {type} [round]
-- ask: what did {company} raise in [the] round [right] after [its] {type} [round]
-- ask: how much was raised in the round after {company}'s {type}
-- ask: how much money was raised in the round after {company}'s {type}
-- ask: how big was the round after {company}'s {type}
-- ask: how large was the round after {company}'s {type}
-- ask: size of the round after {company}'s {type}
-- ask: amount of the round after {company}'s {type}
-- ask: how much did {company} raise in [the] [next] round [right] following [its] {type} [round]
-- ask: what did {company} raise in [the] round [right] following [its] {type} [round]
-- ask: how much was raised in the round following {company}'s {type}
-- ask: how much money was raised in the round following {company}'s {type}
-- ask: how big was the round following {company}'s {type}
-- ask: how large was the round following {company}'s {type}
-- ask: size of the round following {company}'s {type}
-- ask: amount of the round following {company}'s {type}
-- slots: company: company, type: round_type
-- says: {company}'s round after its {type}
-- evidence: round_ids: funding_round
SELECT
  round.company,
  round.round_type,
  round.announced_on,
  round.amount,
  round.currency,
  round.amount_usd,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
WHERE round.company_id = $company AND round.status NOT IN ('rumoured', 'denied')
  AND round.announced_on = (
    SELECT min(other.announced_on) FROM funding_round AS other
    WHERE other.company_id = $company AND other.status NOT IN ('rumoured', 'denied')
      AND other.announced_on > (
        SELECT max(given.announced_on) FROM funding_round AS given
        WHERE given.company_id = $company AND given.round_type = $type AND given.status NOT IN ('rumoured', 'denied')
      )
  )
GROUP BY round.company, round.round_type, round.announced_on, round.amount, round.currency, round.amount_usd
ORDER BY round.company, round.round_type, round.announced_on, round.amount, round.currency, round.amount_usd
