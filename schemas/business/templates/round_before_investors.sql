-- id: round_before_investors
-- ask: who invested in the round [right] before {company}'s {type} [round]
-- ask: who invested in the {company}'s [last] round before [its] {type} [round]
-- ask: who invested in the round before the {type} [round] of {company}
-- ask: who backed the round [right] before {company}'s {type} [round]
-- ask: who backed the {company}'s [last] round before [its] {type} [round]
-- ask: who backed the round before the {type} [round] of {company}
-- ask: who took part in the round [right] before {company}'s {type} [round]
-- ask: who took part in the {company}'s [last] round before [its] {type} [round]
-- ask: who took part in the round before the {type} [round] of {company}
-- ask: which investors took part in the round [right] before {company}'s {type} [round]
-- ask: which investors took part in the {company}'s [last] round before [its] {type} [round]
-- ask: which investors took part in the round before the {type} [round] of {company}
-- ask: [which] investors in the round [right] before {company}'s {type} [round]
-- ask: [which] investors in the {company}'s [last] round before [its] {type} [round]
-- ask: [which] investors in the round before the {type} [round] of {company}
-- ask: who invested in the round [right] prior to {company}'s {type} [round]
-- ask: who invested in the {company}'s [last] round prior to [its] {type} [round]
-- ask: who invested in the round prior to the {type} [round] of {company}
-- ask: who backed the round [right] prior to {company}'s {type} [round]
-- ask: who backed the {company}'s [last] round prior to [its] {type} [round]
-- ask: who backed the round prior to the {type} [round] of {company}
-- ask: who took part in the round [right] prior to {company}'s {type} [round]
-- ask: who took part in the {company}'s [last] round prior to [its] {type} [round]
-- ask: who took part in the round prior to the {type} [round] of {company}
-- ask: which investors took part in the round [right] prior to {company}'s {type} [round]
-- ask: which investors took part in the {company}'s [last] round prior to [its] {type} [round]
-- ask: which investors took part in the round prior to the {type} [round] of {company}
-- ask: [which] investors in the round [right] prior to {company}'s {type} [round]
-- ask: [which] investors in the {company}'s [last] round prior to [its] {type} [round]
-- ask: [which] investors in the round prior to the {type} [round] of {company}
-- ask: who invested in the round [right] preceding {company}'s {type} [round]
-- ask: who invested in the {company}'s [last] round preceding [its] {type} [round]
-- ask: who invested in the round preceding the {type} [round] of {company}
-- ask: who backed the round [right] preceding {company}'s {type} [round]
-- ask: who backed the {company}'s [last] round preceding [its] {type} [round]
-- ask: who backed the round preceding the {type} [round] of {company}
-- ask: who took part in the round [right] preceding {company}'s {type} [round]
-- ask: who took part in the {company}'s [last] round preceding [its] {type} [round]
-- ask: who took part in the round preceding the {type} [round] of {company}
-- ask: which investors took part in the round [right] preceding {company}'s {type} [round]
-- ask: which investors took part in the {company}'s [last] round preceding [its] {type} [round]
-- ask: which investors took part in the round preceding the {type} [round] of {company}
-- ask: [which] investors in the round [right] preceding {company}'s {type} [round]
-- ask: [which] investors in the {company}'s [last] round preceding [its] {type} [round]
-- ask: [which] investors in the round preceding the {type} [round] of {company}
-- slots: company: company, type: round_type
-- says: Investors in {company}'s round before its {type}
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  round.round_type,
  round.announced_on,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
JOIN funding_investor AS backer ON backer.round_id = round.round_id
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
