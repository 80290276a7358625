-- id: round_after_led
-- ask: who led the round [right] after {company}'s {type} [round]
-- ask: who led the {company}'s [next] round after [its] {type} [round]
-- ask: who led the round after the {type} [round] of {company}
-- ask: [the] lead investor in the round [right] after {company}'s {type} [round]
-- ask: [the] lead investor in the {company}'s [next] round after [its] {type} [round]
-- ask: [the] lead investor in the round after the {type} [round] of {company}
-- ask: which investor led the round [right] after {company}'s {type} [round]
-- ask: which investor led the {company}'s [next] round after [its] {type} [round]
-- ask: which investor led the round after the {type} [round] of {company}
-- ask: who led the round [right] following {company}'s {type} [round]
-- ask: who led the {company}'s [next] round following [its] {type} [round]
-- ask: who led the round following the {type} [round] of {company}
-- ask: [the] lead investor in the round [right] following {company}'s {type} [round]
-- ask: [the] lead investor in the {company}'s [next] round following [its] {type} [round]
-- ask: [the] lead investor in the round following the {type} [round] of {company}
-- ask: which investor led the round [right] following {company}'s {type} [round]
-- ask: which investor led the {company}'s [next] round following [its] {type} [round]
-- ask: which investor led the round following the {type} [round] of {company}
-- slots: company: company, type: round_type
-- says: Lead investors of {company}'s round after its {type}
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  round.round_type,
  round.announced_on,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
JOIN funding_investor AS backer ON backer.round_id = round.round_id AND backer.is_lead
WHERE round.company_id = $company AND round.status NOT IN ('rumoured', 'denied')
  AND round.announced_on = (
    SELECT min(other.announced_on) FROM funding_round AS other
    WHERE other.company_id = $company AND other.status NOT IN ('rumoured', 'denied')
      AND other.announced_on > (
        SELECT max(given.announced_on) FROM funding_round AS given
        WHERE given.company_id = $company AND given.round_type = $type AND given.status NOT IN ('rumoured', 'denied')
      )
  )
GROUP BY backer.investor, round.round_type, round.announced_on
ORDER BY backer.investor, round.round_type, round.announced_on
