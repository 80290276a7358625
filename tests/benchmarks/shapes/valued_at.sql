-- vary: one: round, other: round, basis: basis
-- ask: [which] companies [that] were worth more <basis> at <one> than at <other>
-- ask: [which] companies [whose] <basis> value at <one> exceeded that at <other>
-- ask: <basis> valuations higher at <one> than at <other>
-- ask: {company}'s <basis> valuation at <one> against that at <other>
-- ask: who was priced higher <basis> at <one> than at <other>
-- ask: <one> priced above <other>, <basis>
-- ask: <basis> price of the <one> over the price of the <other>
-- ask: [which] <one> rounds topped the <other> in <basis> worth
-- ask: where did the <one> beat the <other> in <basis> terms
-- ask: ups from <other> to <one> by <basis> valuation
-- slots: company: company?
-- says: Companies with a higher <basis> valuation at <one> than at <other>
-- evidence: one_id: funding_round, other_id: funding_round
SELECT DISTINCT
  one.company AS company,
  one.valuation AS valuation,
  one.currency AS currency,
  one.round_id AS one_id,
  other.round_id AS other_id
FROM funding_round AS one
JOIN funding_round AS other ON other.company_id = one.company_id AND other.currency = one.currency
WHERE one.round_type = '<one>' AND other.round_type = '<other>' AND one.valuation > other.valuation
  AND one.valuation_kind = '<basis>' AND other.valuation_kind = '<basis>'
  AND (CAST($company AS VARCHAR) IS NULL OR one.company_id = CAST($company AS VARCHAR))
ORDER BY one.company, one.valuation
