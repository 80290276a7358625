-- id: raised_in_consecutive_years
-- ask: [which] companies [that] raised [money] in consecutive years
-- ask: [which] companies [that] raised [money] [in] two years in a row
-- ask: [which] companies [that] raised rounds in consecutive years
-- ask: [which] companies [that] raised rounds [in] two years in a row
-- says: Companies with funding rounds in two years that follow each other
-- evidence: first_id: funding_round, second_id: funding_round
SELECT
  one.company AS company,
  year(one.announced_on) AS first_year,
  min(one.round_id) AS first_id,
  min(other.round_id) AS second_id
FROM funding_round AS one
JOIN funding_round AS other ON other.company_id = one.company_id AND year(other.announced_on) = year(one.announced_on) + 1
WHERE one.status NOT IN ('rumoured', 'denied') AND other.status NOT IN ('rumoured', 'denied')
GROUP BY one.company, year(one.announced_on)
ORDER BY one.company, first_year
