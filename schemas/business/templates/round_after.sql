-- id: round_after
-- ask: what was the round after {company}'s {type} [round]
-- ask: which round came after {company}'s {type} [round]
-- ask: when was the round after {company}'s {type} [round]
-- ask: date of the round after {company}'s {type} [round]
-- ask: when was the round after {company}'s {type} announced
-- ask: what type of round came after {company}'s {type} [round]
-- ask: what was the round following {company}'s {type} [round]
-- ask: which round came following {company}'s {type} [round]
-- ask: when was the round following {company}'s {type} [round]
-- ask: date of the round following {company}'s {type} [round]
-- ask: when was the round following {company}'s {type} announced
-- ask: what type of round came following {company}'s {type} [round]
-- slots: company: company, type: round_type
-- says: {company}'s round after its {type}
-- evidence: round_ids: funding_round
SELECT
  round.round_type,
  round.company,
  round.announced_on,
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
GROUP BY round.round_type, round.company, round.announced_on
ORDER BY round.round_type, round.company, round.announced_on
