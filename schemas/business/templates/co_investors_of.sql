-- id: co_investors_of
-- ask: who [has] invested together with {investor}
-- ask: who [has] co invested with {investor}
-- ask: [which] investors [that] invested together with {investor}
-- ask: [which] investors [that] co invested with {investor}
-- ask: [the] co investors of {investor}
-- ask: {investor}'s co investors
-- ask: who [has] invested alongside {investor}
-- ask: who [has] participated alongside {investor}
-- ask: [which] investors [that] [have] invested alongside {investor}
-- ask: [which] investors [that] participated alongside {investor}
-- ask: who did {investor} co invest with
-- ask: with whom has {investor} co invested
-- ask: who has {investor} co invested with
-- ask: who has {investor} invested together with
-- ask: who did {investor} invest together with
-- ask: who has {investor} invested with
-- ask: who did {investor} invest with
-- ask: who does {investor} invest with
-- ask: who has {investor} invested alongside
-- ask: who did {investor} invest alongside
-- ask: who invests together with {investor}
-- ask: who co invests with {investor}
-- ask: who invested with {investor}
-- ask: who are {investor}'s co investors
-- ask: investors in [the] same rounds as {investor}
-- ask: who invested in [the] same rounds as {investor}
-- slots: investor: investor
-- says: Investors in the rounds of {investor}
-- evidence: round_ids: funding_round
SELECT
  other.investor AS co_investor,
  count(DISTINCT other.round_id) AS rounds,
  list(DISTINCT other.round_id) AS round_ids
FROM funding_investor AS one
JOIN funding_investor AS other ON other.round_id = one.round_id AND other.investor_id <> one.investor_id
JOIN funding_round AS round ON round.round_id = one.round_id
WHERE one.investor_id = $investor AND round.status NOT IN ('rumoured', 'denied')
GROUP BY other.investor
ORDER BY rounds DESC, other.investor
