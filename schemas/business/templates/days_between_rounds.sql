-- id: days_between_rounds
-- ask: how much time passed between the {first} [round] and the {second} [round] of {company}
-- ask: how much time passed between {company}'s {first} [round] and [its] {second} [round]
-- ask: how many days [were] between the {first} [round] and the {second} [round] of {company}
-- ask: how many days passed between {company}'s {first} [round] and [its] {second} [round]
-- ask: how many days lay between {company}'s {first} [round] and [its] {second} [round]
-- ask: how many days [were] between {company}'s {first} [round] and [its] {second} [round]
-- ask: how many days apart were {company}'s {first} [round] and [its] {second} [round]
-- ask: how long did it take {company} from {first} to {second}
-- ask: how long [was it] from the {first} [round] to the {second} [round] of {company}
-- ask: days between {first} and {second} [round] of {company}
-- ask: time between {first} and {second} [round] of {company}
-- slots: company: company, first: round_type, second: round_type
-- says: Days from the {first} to the {second} of {company}, where both are dated to the day
-- evidence: first_id: funding_round, second_id: funding_round
SELECT
  one.company AS company,
  one.announced_on AS first_announced_on,
  other.announced_on AS second_announced_on,
  date_diff('day', one.announced_on, other.announced_on) AS days,
  one.round_id AS first_id,
  other.round_id AS second_id
FROM funding_round AS one
JOIN funding_round AS other ON other.company_id = one.company_id
WHERE one.company_id = $company AND one.round_type = $first AND other.round_type = $second
  AND one.date_precision = 'day' AND other.date_precision = 'day'
  AND one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
ORDER BY one.announced_on, other.announced_on
