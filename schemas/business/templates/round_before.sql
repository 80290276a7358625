-- id: round_before
-- ask: what was the round before {company}'s {type} [round]
-- ask: which round came before {company}'s {type} [round]
-- ask: when was the round before {company}'s {type} [round]
-- ask: date of the round before {company}'s {type} [round]
-- ask: when was the round before {company}'s {type} announced
-- ask: what type of round came before {company}'s {type} [round]
-- ask: what was the round prior to {company}'s {type} [round]
-- ask: which round came prior to {company}'s {type} [round]
-- ask: when was the round prior to {company}'s {type} [round]
-- ask: date of the round prior to {company}'s {type} [round]
-- ask: when was the round prior to {company}'s {type} announced
-- ask: what type of round came prior to {company}'s {type} [round]
-- ask: what was the round preceding {company}'s {type} [round]
-- ask: which round came preceding {company}'s {type} [round]
-- ask: when was the round preceding {company}'s {type} [round]
-- ask: date of the round preceding {company}'s {type} [round]
-- ask: when was the round preceding {company}'s {type} announced
-- ask: what type of round came preceding {company}'s {type} [round]
-- slots: company: company, type: round_type
-- says: {company}'s round before its {type}
-- evidence: round_ids: funding_round
SELECT
  round.round_type,
  round.company,
  round.announced_on,
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
GROUP BY round.round_type, round.company, round.announced_on
ORDER BY round.round_type, round.company, round.announced_on
