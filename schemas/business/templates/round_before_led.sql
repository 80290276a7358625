-- id: round_before_led
-- ask: who led the round [right] before {company}'s {type} [round]
-- ask: who led the {company}'s [last] round before [its] {type} [round]
-- ask: who led the round before the {type} [round] of {company}
-- ask: [the] lead investor in the round [right] before {company}'s {type} [round]
-- ask: [the] lead investor in the {company}'s [last] round before [its] {type} [round]
-- ask: [the] lead investor in the round before the {type} [round] of {company}
-- ask: which investor led the round [right] before {company}'s {type} [round]
-- ask: which investor led the {company}'s [last] round before [its] {type} [round]
-- ask: which investor led the round before the {type} [round] of {company}
-- ask: who led the round [right] prior to {company}'s {type} [round]
-- ask: who led the {company}'s [last] round prior to [its] {type} [round]
-- ask: who led the round prior to the {type} [round] of {company}
-- ask: [the] lead investor in the round [right] prior to {company}'s {type} [round]
-- ask: [the] lead investor in the {company}'s [last] round prior to [its] {type} [round]
-- ask: [the] lead investor in the round prior to the {type} [round] of {company}
-- ask: which investor led the round [right] prior to {company}'s {type} [round]
-- ask: which investor led the {company}'s [last] round prior to [its] {type} [round]
-- ask: which investor led the round prior to the {type} [round] of {company}
-- ask: who led the round [right] preceding {company}'s {type} [round]
-- ask: who led the {company}'s [last] round preceding [its] {type} [round]
-- ask: who led the round preceding the {type} [round] of {company}
-- ask: [the] lead investor in the round [right] preceding {company}'s {type} [round]
-- ask: [the] lead investor in the {company}'s [last] round preceding [its] {type} [round]
-- ask: [the] lead investor in the round preceding the {type} [round] of {company}
-- ask: which investor led the round [right] preceding {company}'s {type} [round]
-- ask: which investor led the {company}'s [last] round preceding [its] {type} [round]
-- ask: which investor led the round preceding the {type} [round] of {company}
-- slots: company: company, type: round_type
-- says: Lead investors of {company}'s round before its {type}
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
    SELECT max(other.announced_on) FROM funding_round AS other
    WHERE other.company_id = $company AND other.status NOT IN ('rumoured', 'denied')
      AND other.announced_on < (
        SELECT min(given.announced_on) FROM funding_round AS given
        WHERE given.company_id = $company AND given.round_type = $type AND given.status NOT IN ('rumoured', 'denied')
      )
  )
GROUP BY backer.investor, round.round_type, round.announced_on
ORDER BY backer.investor, round.round_type, round.announced_on
