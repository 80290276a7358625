-- id: round_before_size
-- ask: how much did {company} raise in [the] [last] round [right] before [its] {type} [round]
-- ask: what did {company} raise in [the] round [right] before [its] {type} [round]
-- ask: how much was raised in the round before {company}'s {type}
-- ask: how much money was raised in the round before {company}'s {type}
-- ask: how big was the round before {company}'s {type}
-- ask: how large was the round before {company}'s {type}
-- ask: size of the round before {company}'s {type}
-- ask: amount of the round before {company}'s {type}
-- ask: how much did {company} raise in [the] [last] round [right] prior to [its] {type} [round]
-- ask: what did {company} raise in [the] round [right] prior to [its] {type} [round]
-- ask: how much was raised in the round prior to {company}'s {type}
-- ask: how much money was raised in the round prior to {company}'s {type}
-- ask: how big was the round prior to {company}'s {type}
-- ask: how large was the round prior to {company}'s {type}
-- ask: size of the round prior to {company}'s {type}
-- ask: amount of the round prior to {company}'s {type}
-- ask: how much did {company} raise in [the] [last] round [right] preceding [its] {type} [round]
-- ask: what did {company} raise in [the] round [right] preceding [its] {type} [round]
-- ask: how much was raised in the round preceding {company}'s {type}
-- ask: how much money was raised in the round preceding {company}'s {type}
-- ask: how big was the round preceding {company}'s {type}
-- ask: how large was the round preceding {company}'s {type}
-- ask: size of the round preceding {company}'s {type}
-- ask: amount of the round preceding {company}'s {type}
-- slots: company: company, type: round_type
-- says: {company}'s round before its {type}
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
    SELECT max(other.announced_on) FROM funding_round AS other
    WHERE other.company_id = $company AND other.status NOT IN ('rumoured', 'denied')
      AND other.announced_on < (
        SELECT min(given.announced_on) FROM funding_round AS given
        WHERE given.company_id = $company AND given.round_type = $type AND given.status NOT IN ('rumoured', 'denied')
      )
  )
GROUP BY round.company, round.round_type, round.announced_on, round.amount, round.currency, round.amount_usd
ORDER BY round.company, round.round_type, round.announced_on, round.amount, round.currency, round.amount_usd
