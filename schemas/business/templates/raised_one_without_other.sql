-- id: raised_one_without_other
-- ask: [which] companies [that] raised [a] {one} without [a] {other}
-- ask: [which] companies [that] raised [a] {one} round without [a] {other} round
-- ask: [which] companies [that] raised [a] {one} but no {other}
-- ask: [which] companies [that] raised [a] {one} [round] but never [raised] [a] {other} [round]
-- ask: [which] companies [that] have [a] {one} [round] but no {other} [round] [on record]
-- slots: one: round_type, other: round_type
-- says: Companies with a {one} and no {other} on record
-- evidence: round_ids: funding_round
SELECT
  round.company AS company,
  min(round.announced_on) AS announced_on,
  list(DISTINCT round.round_id) AS round_ids
FROM funding_round AS round
WHERE round.round_type = $one AND round.status NOT IN ('rumoured', 'denied')
  AND NOT EXISTS (
    SELECT other.round_id FROM funding_round AS other
    WHERE other.company_id = round.company_id AND other.round_type = $other AND other.status NOT IN ('rumoured', 'denied')
  )
GROUP BY round.company
ORDER BY round.company
