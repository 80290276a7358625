-- id: investors_of_both
-- ask: [which] investors [that] backed [both] {one} and {other}
-- ask: [who] invested in both {one} and {other}
-- ask: [which] investors [that] invested in [both] {one} and {other}
-- ask: [the] common investors of {one} and {other}
-- ask: investors that {one} and {other} have in common
-- ask: [which] investors [do] {one} and {other} share
-- slots: one: company, other: company
-- says: Investors of both {one} and {other}
-- evidence: round_ids: funding_round
SELECT
  backer.investor AS investor,
  list(DISTINCT backer.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.company_id IN ($one, $other) AND round.status NOT IN ('rumoured', 'denied')
GROUP BY backer.investor
HAVING count(DISTINCT round.company_id) = 2
ORDER BY backer.investor
