-- Tables of the pack business; generated from pack.yaml.

CREATE TABLE "company" (
  "company_id" VARCHAR NOT NULL,
  "name" VARCHAR,
  "ticker" VARCHAR,
  "cik" VARCHAR,
  "city" VARCHAR,
  "region" VARCHAR,
  "country" VARCHAR,
  "sector" VARCHAR,
  "kind" VARCHAR
);
COMMENT ON TABLE "company" IS 'A company, investor or other organisation. Attributes come from company_report and the knowledge tables.';
COMMENT ON COLUMN "company"."company_id" IS 'Stable id';
COMMENT ON COLUMN "company"."name" IS 'Canonical name';
COMMENT ON COLUMN "company"."ticker" IS 'Stock exchange symbol';
COMMENT ON COLUMN "company"."cik" IS 'Central Index Key of the SEC';
COMMENT ON COLUMN "company"."city" IS 'City of the seat';
COMMENT ON COLUMN "company"."region" IS 'State or region of the seat';
COMMENT ON COLUMN "company"."country" IS 'Country of the seat';
COMMENT ON COLUMN "company"."sector" IS 'Sector';
COMMENT ON COLUMN "company"."kind" IS 'What the organisation is seen doing: company, investor, other';

CREATE TABLE "company_alias" (
  "company_id" VARCHAR,
  "alias" VARCHAR,
  "origin" VARCHAR
);
COMMENT ON TABLE "company_alias" IS 'Names under which a company is known; origin says from where.';
COMMENT ON COLUMN "company_alias"."company_id" IS 'The company';
COMMENT ON COLUMN "company_alias"."alias" IS 'A name of the company';
COMMENT ON COLUMN "company_alias"."origin" IS 'Where the name comes from: knowledge, custom, text';

CREATE TABLE "company_report" (
  "report_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "attribute" VARCHAR,
  "value" VARCHAR
);
COMMENT ON TABLE "company_report" IS 'One document''s claim about an attribute of a company, with its evidence under the same report_id.';
COMMENT ON COLUMN "company_report"."report_id" IS 'The claim';
COMMENT ON COLUMN "company_report"."doc_id" IS 'The document';
COMMENT ON COLUMN "company_report"."company_id" IS 'The company';
COMMENT ON COLUMN "company_report"."attribute" IS 'city, region, country, sector, ticker, ...';
COMMENT ON COLUMN "company_report"."value" IS 'The value as the document states it';

CREATE TABLE "funding_round" (
  "round_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "round_type" VARCHAR,
  "amount" DECIMAL(38,6),
  "amount_high" DECIMAL(38,6),
  "currency" VARCHAR,
  "amount_usd" DECIMAL(38,6),
  "amount_qualifier" VARCHAR,
  "stated_total" DECIMAL(38,6),
  "valuation" DECIMAL(38,6),
  "valuation_kind" VARCHAR,
  "status" VARCHAR,
  "first_reported_on" DATE,
  "n_reports" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE "funding_round" IS 'One financing of a company. Every real-world round is one row, however many documents report it.';
COMMENT ON COLUMN "funding_round"."round_id" IS 'Stable id of the round';
COMMENT ON COLUMN "funding_round"."company_id" IS 'Who received the money';
COMMENT ON COLUMN "funding_round"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "funding_round"."announced_on" IS 'Day announced; the first day of its month, quarter or year when date_precision says so';
COMMENT ON COLUMN "funding_round"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "funding_round"."round_type" IS 'Type of the round: pre_seed, seed, angel, series_a, series_b, series_c, series_d, series_e, series_f, series_g, series_h, series_i, series_j, bridge, venture, growth, equity, private_equity, debt, grant, ipo, unknown';
COMMENT ON COLUMN "funding_round"."amount" IS 'Sum of this round in its own currency; of a range the low end';
COMMENT ON COLUMN "funding_round"."amount_high" IS 'High end of a range';
COMMENT ON COLUMN "funding_round"."currency" IS 'ISO 4217 currency of amount and stated_total and valuation';
COMMENT ON COLUMN "funding_round"."amount_usd" IS 'amount in US dollars at the reference rate of the day announced; NULL without a rate (USD)';
COMMENT ON COLUMN "funding_round"."amount_qualifier" IS 'How exact the document is about the amount: exact, about, over, up_to, under';
COMMENT ON COLUMN "funding_round"."stated_total" IS 'Raised in total to date as stated; never summed';
COMMENT ON COLUMN "funding_round"."valuation" IS 'Value of the company stated with the round';
COMMENT ON COLUMN "funding_round"."valuation_kind" IS 'Whether the valuation counts the new money: pre_money, post_money, unknown';
COMMENT ON COLUMN "funding_round"."status" IS 'State of the round: rumoured, announced, closed, denied';
COMMENT ON COLUMN "funding_round"."first_reported_on" IS 'Day of the earliest document that reports it';
COMMENT ON COLUMN "funding_round"."n_reports" IS 'Number of reports that were resolved to it';
COMMENT ON COLUMN "funding_round"."confidence" IS 'Confidence of its surest report, 0 to 1';

CREATE TABLE "funding_investor" (
  "round_id" VARCHAR NOT NULL,
  "investor_id" VARCHAR,
  "investor" VARCHAR,
  "is_lead" BOOLEAN
);
COMMENT ON TABLE "funding_investor" IS 'An investor of a round.';
COMMENT ON COLUMN "funding_investor"."round_id" IS 'The round';
COMMENT ON COLUMN "funding_investor"."investor_id" IS 'The investor';
COMMENT ON COLUMN "funding_investor"."investor" IS 'Canonical name of the investor';
COMMENT ON COLUMN "funding_investor"."is_lead" IS 'TRUE for a lead investor; NULL when the text does not say';

CREATE TABLE "acquisition" (
  "deal_id" VARCHAR NOT NULL,
  "acquirer_id" VARCHAR,
  "acquirer" VARCHAR,
  "target_id" VARCHAR,
  "target" VARCHAR,
  "target_kind" VARCHAR,
  "seller_id" VARCHAR,
  "seller" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "status" VARCHAR,
  "price" DECIMAL(38,6),
  "price_high" DECIMAL(38,6),
  "currency" VARCHAR,
  "price_usd" DECIMAL(38,6),
  "price_qualifier" VARCHAR,
  "price_per_share" DECIMAL(38,6),
  "stake_percent" DECIMAL(38,6),
  "first_reported_on" DATE,
  "n_reports" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE "acquisition" IS 'One acquisition of a company, business, asset or stake. Every real-world deal is one row.';
COMMENT ON COLUMN "acquisition"."deal_id" IS 'Stable id of the deal';
COMMENT ON COLUMN "acquisition"."acquirer_id" IS 'The first named acquirer';
COMMENT ON COLUMN "acquisition"."acquirer" IS 'Canonical name of the acquirer';
COMMENT ON COLUMN "acquisition"."target_id" IS 'The target; NULL unless it is a company';
COMMENT ON COLUMN "acquisition"."target" IS 'What changes hands';
COMMENT ON COLUMN "acquisition"."target_kind" IS 'What kind of thing changes hands: company, business, asset, stake';
COMMENT ON COLUMN "acquisition"."seller_id" IS 'The first named seller';
COMMENT ON COLUMN "acquisition"."seller" IS 'Canonical name of the seller';
COMMENT ON COLUMN "acquisition"."announced_on" IS 'Day announced; the first day of its month, quarter or year when date_precision says so';
COMMENT ON COLUMN "acquisition"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "acquisition"."status" IS 'State of the deal: rumoured, proposed, agreed, completed, terminated, denied';
COMMENT ON COLUMN "acquisition"."price" IS 'Price of the whole deal in its own currency';
COMMENT ON COLUMN "acquisition"."price_high" IS 'High end of a range';
COMMENT ON COLUMN "acquisition"."currency" IS 'ISO 4217 currency of price and price_per_share';
COMMENT ON COLUMN "acquisition"."price_usd" IS 'price in US dollars at the reference rate of the day announced; NULL without a rate (USD)';
COMMENT ON COLUMN "acquisition"."price_qualifier" IS 'How exact the document is about the price: exact, about, over, up_to, under';
COMMENT ON COLUMN "acquisition"."price_per_share" IS 'Price of one share';
COMMENT ON COLUMN "acquisition"."stake_percent" IS 'Share of the target that changes hands (percent)';
COMMENT ON COLUMN "acquisition"."first_reported_on" IS 'Day of the earliest document that reports it';
COMMENT ON COLUMN "acquisition"."n_reports" IS 'Number of reports that were resolved to it';
COMMENT ON COLUMN "acquisition"."confidence" IS 'Confidence of its surest report, 0 to 1';

CREATE TABLE "acquisition_party" (
  "deal_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "role" VARCHAR
);
COMMENT ON TABLE "acquisition_party" IS 'Every party of a deal; acquisition holds the first named of each role.';
COMMENT ON COLUMN "acquisition_party"."deal_id" IS 'The deal';
COMMENT ON COLUMN "acquisition_party"."company_id" IS 'The party';
COMMENT ON COLUMN "acquisition_party"."company" IS 'Canonical name of the party';
COMMENT ON COLUMN "acquisition_party"."role" IS 'What the party does: acquirer, target, seller';

CREATE TABLE "financial_result" (
  "result_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "metric" VARCHAR,
  "segment" VARCHAR,
  "value" DECIMAL(38,6),
  "unit" VARCHAR,
  "currency" VARCHAR,
  "value_usd" DECIMAL(38,6),
  "basis" VARCHAR,
  "accounting" VARCHAR,
  "period_start" DATE,
  "period_end" DATE,
  "fiscal_year" BIGINT,
  "fiscal_quarter" BIGINT,
  "change_percent" DECIMAL(38,6),
  "change_basis" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "first_reported_on" DATE,
  "n_reports" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE "financial_result" IS 'One figure that a company reported or guided to for a period.';
COMMENT ON COLUMN "financial_result"."result_id" IS 'Stable id of the figure';
COMMENT ON COLUMN "financial_result"."company_id" IS 'The company';
COMMENT ON COLUMN "financial_result"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "financial_result"."metric" IS 'revenue, net_income, operating_income, ebitda, eps, ...';
COMMENT ON COLUMN "financial_result"."segment" IS 'Part of the company; NULL for the whole';
COMMENT ON COLUMN "financial_result"."value" IS 'The figure';
COMMENT ON COLUMN "financial_result"."unit" IS 'Unit of value: currency, currency_per_share, percent, count';
COMMENT ON COLUMN "financial_result"."currency" IS 'ISO 4217 currency of value';
COMMENT ON COLUMN "financial_result"."value_usd" IS 'value in US dollars (USD)';
COMMENT ON COLUMN "financial_result"."basis" IS 'What kind of figure it is: actual, guidance_low, guidance_high, prior, consensus';
COMMENT ON COLUMN "financial_result"."accounting" IS 'Accounting basis: gaap, adjusted, unknown';
COMMENT ON COLUMN "financial_result"."period_start" IS 'First day of the period; NULL when the text does not date it';
COMMENT ON COLUMN "financial_result"."period_end" IS 'Last day of the period; NULL when the text does not date it';
COMMENT ON COLUMN "financial_result"."fiscal_year" IS 'Fiscal year; NULL for periods that are neither a year nor a quarter';
COMMENT ON COLUMN "financial_result"."fiscal_quarter" IS 'Fiscal quarter; NULL for a year';
COMMENT ON COLUMN "financial_result"."change_percent" IS 'Change against change_basis (percent)';
COMMENT ON COLUMN "financial_result"."change_basis" IS 'What the change is measured against: year, quarter';
COMMENT ON COLUMN "financial_result"."announced_on" IS 'Day announced';
COMMENT ON COLUMN "financial_result"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "financial_result"."first_reported_on" IS 'Day of the earliest document that reports it';
COMMENT ON COLUMN "financial_result"."n_reports" IS 'Number of reports that were resolved to it';
COMMENT ON COLUMN "financial_result"."confidence" IS 'Confidence of its surest report, 0 to 1';

CREATE TABLE "executive_change" (
  "change_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "person_id" VARCHAR,
  "person" VARCHAR,
  "role" VARCHAR,
  "action" VARCHAR,
  "interim" BOOLEAN,
  "effective_on" DATE,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "first_reported_on" DATE,
  "n_reports" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL
);
COMMENT ON TABLE "executive_change" IS 'One person taking up or leaving a post.';
COMMENT ON COLUMN "executive_change"."change_id" IS 'Stable id of the change';
COMMENT ON COLUMN "executive_change"."company_id" IS 'The company';
COMMENT ON COLUMN "executive_change"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "executive_change"."person_id" IS 'Stable id of the person';
COMMENT ON COLUMN "executive_change"."person" IS 'Name of the person';
COMMENT ON COLUMN "executive_change"."role" IS 'The post';
COMMENT ON COLUMN "executive_change"."action" IS 'What happened: appointed, departed';
COMMENT ON COLUMN "executive_change"."interim" IS 'Whether the post is held for the time being';
COMMENT ON COLUMN "executive_change"."effective_on" IS 'When the change takes effect';
COMMENT ON COLUMN "executive_change"."announced_on" IS 'Day announced';
COMMENT ON COLUMN "executive_change"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "executive_change"."first_reported_on" IS 'Day of the earliest document that reports it';
COMMENT ON COLUMN "executive_change"."n_reports" IS 'Number of reports that were resolved to it';
COMMENT ON COLUMN "executive_change"."confidence" IS 'Confidence of its surest report, 0 to 1';

CREATE TABLE "funding_round_report" (
  "report_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "round_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "round_type" VARCHAR,
  "amount" DECIMAL(38,6),
  "amount_high" DECIMAL(38,6),
  "currency" VARCHAR,
  "amount_usd" DECIMAL(38,6),
  "amount_qualifier" VARCHAR,
  "stated_total" DECIMAL(38,6),
  "valuation" DECIMAL(38,6),
  "valuation_kind" VARCHAR,
  "status" VARCHAR,
  "inferred" BOOLEAN NOT NULL,
  "model_version" VARCHAR NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "fx_rate" DECIMAL(38,12),
  "fx_date" DATE
);
COMMENT ON TABLE "funding_round_report" IS 'What one document says: a row of funding_round as the document states it.';
COMMENT ON COLUMN "funding_round_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "funding_round_report"."doc_id" IS 'The document';
COMMENT ON COLUMN "funding_round_report"."round_id" IS 'Stable id of the round';
COMMENT ON COLUMN "funding_round_report"."company_id" IS 'Who received the money';
COMMENT ON COLUMN "funding_round_report"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "funding_round_report"."announced_on" IS 'Day announced; the first day of its month, quarter or year when date_precision says so';
COMMENT ON COLUMN "funding_round_report"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "funding_round_report"."round_type" IS 'Type of the round: pre_seed, seed, angel, series_a, series_b, series_c, series_d, series_e, series_f, series_g, series_h, series_i, series_j, bridge, venture, growth, equity, private_equity, debt, grant, ipo, unknown';
COMMENT ON COLUMN "funding_round_report"."amount" IS 'Sum of this round in its own currency; of a range the low end';
COMMENT ON COLUMN "funding_round_report"."amount_high" IS 'High end of a range';
COMMENT ON COLUMN "funding_round_report"."currency" IS 'ISO 4217 currency of amount and stated_total and valuation';
COMMENT ON COLUMN "funding_round_report"."amount_usd" IS 'amount in US dollars at the reference rate of the day announced; NULL without a rate (USD)';
COMMENT ON COLUMN "funding_round_report"."amount_qualifier" IS 'How exact the document is about the amount: exact, about, over, up_to, under';
COMMENT ON COLUMN "funding_round_report"."stated_total" IS 'Raised in total to date as stated; never summed';
COMMENT ON COLUMN "funding_round_report"."valuation" IS 'Value of the company stated with the round';
COMMENT ON COLUMN "funding_round_report"."valuation_kind" IS 'Whether the valuation counts the new money: pre_money, post_money, unknown';
COMMENT ON COLUMN "funding_round_report"."status" IS 'State of the round: rumoured, announced, closed, denied';
COMMENT ON COLUMN "funding_round_report"."inferred" IS 'Whether a role was filled by the document''s subject instead of by the sentence';
COMMENT ON COLUMN "funding_round_report"."model_version" IS 'Name and version of the model that read it';
COMMENT ON COLUMN "funding_round_report"."confidence" IS 'How likely all of it is right, 0 to 1, as fitted on annotated texts';
COMMENT ON COLUMN "funding_round_report"."fx_rate" IS 'US dollars for one unit of its currency, as used for the conversion';
COMMENT ON COLUMN "funding_round_report"."fx_date" IS 'Day of the reference rate';

CREATE TABLE "funding_investor_report" (
  "report_id" VARCHAR NOT NULL,
  "round_id" VARCHAR NOT NULL,
  "investor_id" VARCHAR,
  "investor" VARCHAR,
  "is_lead" BOOLEAN
);
COMMENT ON TABLE "funding_investor_report" IS 'What one document says: a row of funding_investor under the report_id of its funding_round.';
COMMENT ON COLUMN "funding_investor_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "funding_investor_report"."round_id" IS 'The round';
COMMENT ON COLUMN "funding_investor_report"."investor_id" IS 'The investor';
COMMENT ON COLUMN "funding_investor_report"."investor" IS 'Canonical name of the investor';
COMMENT ON COLUMN "funding_investor_report"."is_lead" IS 'TRUE for a lead investor; NULL when the text does not say';

CREATE TABLE "acquisition_report" (
  "report_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "deal_id" VARCHAR NOT NULL,
  "acquirer_id" VARCHAR,
  "acquirer" VARCHAR,
  "target_id" VARCHAR,
  "target" VARCHAR,
  "target_kind" VARCHAR,
  "seller_id" VARCHAR,
  "seller" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "status" VARCHAR,
  "price" DECIMAL(38,6),
  "price_high" DECIMAL(38,6),
  "currency" VARCHAR,
  "price_usd" DECIMAL(38,6),
  "price_qualifier" VARCHAR,
  "price_per_share" DECIMAL(38,6),
  "stake_percent" DECIMAL(38,6),
  "inferred" BOOLEAN NOT NULL,
  "model_version" VARCHAR NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "fx_rate" DECIMAL(38,12),
  "fx_date" DATE
);
COMMENT ON TABLE "acquisition_report" IS 'What one document says: a row of acquisition as the document states it.';
COMMENT ON COLUMN "acquisition_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "acquisition_report"."doc_id" IS 'The document';
COMMENT ON COLUMN "acquisition_report"."deal_id" IS 'Stable id of the deal';
COMMENT ON COLUMN "acquisition_report"."acquirer_id" IS 'The first named acquirer';
COMMENT ON COLUMN "acquisition_report"."acquirer" IS 'Canonical name of the acquirer';
COMMENT ON COLUMN "acquisition_report"."target_id" IS 'The target; NULL unless it is a company';
COMMENT ON COLUMN "acquisition_report"."target" IS 'What changes hands';
COMMENT ON COLUMN "acquisition_report"."target_kind" IS 'What kind of thing changes hands: company, business, asset, stake';
COMMENT ON COLUMN "acquisition_report"."seller_id" IS 'The first named seller';
COMMENT ON COLUMN "acquisition_report"."seller" IS 'Canonical name of the seller';
COMMENT ON COLUMN "acquisition_report"."announced_on" IS 'Day announced; the first day of its month, quarter or year when date_precision says so';
COMMENT ON COLUMN "acquisition_report"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "acquisition_report"."status" IS 'State of the deal: rumoured, proposed, agreed, completed, terminated, denied';
COMMENT ON COLUMN "acquisition_report"."price" IS 'Price of the whole deal in its own currency';
COMMENT ON COLUMN "acquisition_report"."price_high" IS 'High end of a range';
COMMENT ON COLUMN "acquisition_report"."currency" IS 'ISO 4217 currency of price and price_per_share';
COMMENT ON COLUMN "acquisition_report"."price_usd" IS 'price in US dollars at the reference rate of the day announced; NULL without a rate (USD)';
COMMENT ON COLUMN "acquisition_report"."price_qualifier" IS 'How exact the document is about the price: exact, about, over, up_to, under';
COMMENT ON COLUMN "acquisition_report"."price_per_share" IS 'Price of one share';
COMMENT ON COLUMN "acquisition_report"."stake_percent" IS 'Share of the target that changes hands (percent)';
COMMENT ON COLUMN "acquisition_report"."inferred" IS 'Whether a role was filled by the document''s subject instead of by the sentence';
COMMENT ON COLUMN "acquisition_report"."model_version" IS 'Name and version of the model that read it';
COMMENT ON COLUMN "acquisition_report"."confidence" IS 'How likely all of it is right, 0 to 1, as fitted on annotated texts';
COMMENT ON COLUMN "acquisition_report"."fx_rate" IS 'US dollars for one unit of its currency, as used for the conversion';
COMMENT ON COLUMN "acquisition_report"."fx_date" IS 'Day of the reference rate';

CREATE TABLE "acquisition_party_report" (
  "report_id" VARCHAR NOT NULL,
  "deal_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "role" VARCHAR
);
COMMENT ON TABLE "acquisition_party_report" IS 'What one document says: a row of acquisition_party under the report_id of its acquisition.';
COMMENT ON COLUMN "acquisition_party_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "acquisition_party_report"."deal_id" IS 'The deal';
COMMENT ON COLUMN "acquisition_party_report"."company_id" IS 'The party';
COMMENT ON COLUMN "acquisition_party_report"."company" IS 'Canonical name of the party';
COMMENT ON COLUMN "acquisition_party_report"."role" IS 'What the party does: acquirer, target, seller';

CREATE TABLE "financial_result_report" (
  "report_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "result_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "metric" VARCHAR,
  "segment" VARCHAR,
  "value" DECIMAL(38,6),
  "unit" VARCHAR,
  "currency" VARCHAR,
  "value_usd" DECIMAL(38,6),
  "basis" VARCHAR,
  "accounting" VARCHAR,
  "period_start" DATE,
  "period_end" DATE,
  "fiscal_year" BIGINT,
  "fiscal_quarter" BIGINT,
  "change_percent" DECIMAL(38,6),
  "change_basis" VARCHAR,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "inferred" BOOLEAN NOT NULL,
  "model_version" VARCHAR NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "fx_rate" DECIMAL(38,12),
  "fx_date" DATE
);
COMMENT ON TABLE "financial_result_report" IS 'What one document says: a row of financial_result as the document states it.';
COMMENT ON COLUMN "financial_result_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "financial_result_report"."doc_id" IS 'The document';
COMMENT ON COLUMN "financial_result_report"."result_id" IS 'Stable id of the figure';
COMMENT ON COLUMN "financial_result_report"."company_id" IS 'The company';
COMMENT ON COLUMN "financial_result_report"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "financial_result_report"."metric" IS 'revenue, net_income, operating_income, ebitda, eps, ...';
COMMENT ON COLUMN "financial_result_report"."segment" IS 'Part of the company; NULL for the whole';
COMMENT ON COLUMN "financial_result_report"."value" IS 'The figure';
COMMENT ON COLUMN "financial_result_report"."unit" IS 'Unit of value: currency, currency_per_share, percent, count';
COMMENT ON COLUMN "financial_result_report"."currency" IS 'ISO 4217 currency of value';
COMMENT ON COLUMN "financial_result_report"."value_usd" IS 'value in US dollars (USD)';
COMMENT ON COLUMN "financial_result_report"."basis" IS 'What kind of figure it is: actual, guidance_low, guidance_high, prior, consensus';
COMMENT ON COLUMN "financial_result_report"."accounting" IS 'Accounting basis: gaap, adjusted, unknown';
COMMENT ON COLUMN "financial_result_report"."period_start" IS 'First day of the period; NULL when the text does not date it';
COMMENT ON COLUMN "financial_result_report"."period_end" IS 'Last day of the period; NULL when the text does not date it';
COMMENT ON COLUMN "financial_result_report"."fiscal_year" IS 'Fiscal year; NULL for periods that are neither a year nor a quarter';
COMMENT ON COLUMN "financial_result_report"."fiscal_quarter" IS 'Fiscal quarter; NULL for a year';
COMMENT ON COLUMN "financial_result_report"."change_percent" IS 'Change against change_basis (percent)';
COMMENT ON COLUMN "financial_result_report"."change_basis" IS 'What the change is measured against: year, quarter';
COMMENT ON COLUMN "financial_result_report"."announced_on" IS 'Day announced';
COMMENT ON COLUMN "financial_result_report"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "financial_result_report"."inferred" IS 'Whether a role was filled by the document''s subject instead of by the sentence';
COMMENT ON COLUMN "financial_result_report"."model_version" IS 'Name and version of the model that read it';
COMMENT ON COLUMN "financial_result_report"."confidence" IS 'How likely all of it is right, 0 to 1, as fitted on annotated texts';
COMMENT ON COLUMN "financial_result_report"."fx_rate" IS 'US dollars for one unit of its currency, as used for the conversion';
COMMENT ON COLUMN "financial_result_report"."fx_date" IS 'Day of the reference rate';

CREATE TABLE "executive_change_report" (
  "report_id" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "change_id" VARCHAR NOT NULL,
  "company_id" VARCHAR,
  "company" VARCHAR,
  "person_id" VARCHAR,
  "person" VARCHAR,
  "role" VARCHAR,
  "action" VARCHAR,
  "interim" BOOLEAN,
  "effective_on" DATE,
  "announced_on" DATE,
  "date_precision" VARCHAR,
  "inferred" BOOLEAN NOT NULL,
  "model_version" VARCHAR NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "fx_rate" DECIMAL(38,12),
  "fx_date" DATE
);
COMMENT ON TABLE "executive_change_report" IS 'What one document says: a row of executive_change as the document states it.';
COMMENT ON COLUMN "executive_change_report"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "executive_change_report"."doc_id" IS 'The document';
COMMENT ON COLUMN "executive_change_report"."change_id" IS 'Stable id of the change';
COMMENT ON COLUMN "executive_change_report"."company_id" IS 'The company';
COMMENT ON COLUMN "executive_change_report"."company" IS 'Canonical name of the company';
COMMENT ON COLUMN "executive_change_report"."person_id" IS 'Stable id of the person';
COMMENT ON COLUMN "executive_change_report"."person" IS 'Name of the person';
COMMENT ON COLUMN "executive_change_report"."role" IS 'The post';
COMMENT ON COLUMN "executive_change_report"."action" IS 'What happened: appointed, departed';
COMMENT ON COLUMN "executive_change_report"."interim" IS 'Whether the post is held for the time being';
COMMENT ON COLUMN "executive_change_report"."effective_on" IS 'When the change takes effect';
COMMENT ON COLUMN "executive_change_report"."announced_on" IS 'Day announced';
COMMENT ON COLUMN "executive_change_report"."date_precision" IS 'How precise announced_on is: day, month, quarter, year';
COMMENT ON COLUMN "executive_change_report"."inferred" IS 'Whether a role was filled by the document''s subject instead of by the sentence';
COMMENT ON COLUMN "executive_change_report"."model_version" IS 'Name and version of the model that read it';
COMMENT ON COLUMN "executive_change_report"."confidence" IS 'How likely all of it is right, 0 to 1, as fitted on annotated texts';
COMMENT ON COLUMN "executive_change_report"."fx_rate" IS 'US dollars for one unit of its currency, as used for the conversion';
COMMENT ON COLUMN "executive_change_report"."fx_date" IS 'Day of the reference rate';

CREATE TABLE "evidence" (
  "report_id" VARCHAR NOT NULL,
  "role" VARCHAR NOT NULL,
  "doc_id" VARCHAR NOT NULL,
  "part" VARCHAR NOT NULL,
  "key" VARCHAR,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "quote" VARCHAR NOT NULL
);
COMMENT ON TABLE "evidence" IS 'The characters of a document that a report was read from.';
COMMENT ON COLUMN "evidence"."report_id" IS 'Id of the report';
COMMENT ON COLUMN "evidence"."role" IS 'Role or column that was read there';
COMMENT ON COLUMN "evidence"."doc_id" IS 'The document';
COMMENT ON COLUMN "evidence"."part" IS 'Part of the document: text, title or metadata';
COMMENT ON COLUMN "evidence"."key" IS 'Key of the metadata';
COMMENT ON COLUMN "evidence"."start_char" IS 'Offset of its first character in the part, from 0';
COMMENT ON COLUMN "evidence"."end_char" IS 'Offset behind its last character';
COMMENT ON COLUMN "evidence"."quote" IS 'The characters';

CREATE TABLE "document" (
  "doc_id" VARCHAR NOT NULL,
  "title" VARCHAR,
  "source" VARCHAR,
  "url" VARCHAR,
  "published_at" DATE,
  "date_precision" VARCHAR,
  "text" VARCHAR NOT NULL,
  "metadata" JSON,
  "sha256" VARCHAR NOT NULL,
  "ingested_at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE "document" IS 'A text that was read. Offsets of mentions and evidence refer to text and title.';
COMMENT ON COLUMN "document"."doc_id" IS 'The document';
COMMENT ON COLUMN "document"."title" IS 'Title';
COMMENT ON COLUMN "document"."source" IS 'Where it was published';
COMMENT ON COLUMN "document"."url" IS 'Address';
COMMENT ON COLUMN "document"."published_at" IS 'Day of publication; the first day of its month or year';
COMMENT ON COLUMN "document"."date_precision" IS 'How precise published_at is: day, month or year';
COMMENT ON COLUMN "document"."text" IS 'The text';
COMMENT ON COLUMN "document"."metadata" IS 'Further fields of the document';
COMMENT ON COLUMN "document"."sha256" IS 'SHA-256 of all fields that were read';
COMMENT ON COLUMN "document"."ingested_at" IS 'When it was read last, UTC';

CREATE TABLE "mention" (
  "doc_id" VARCHAR NOT NULL,
  "part" VARCHAR NOT NULL,
  "start_char" INTEGER NOT NULL,
  "end_char" INTEGER NOT NULL,
  "label" VARCHAR NOT NULL,
  "text" VARCHAR NOT NULL,
  "value" VARCHAR,
  "unit" VARCHAR,
  "entity_id" VARCHAR,
  "score" DOUBLE NOT NULL
);
COMMENT ON TABLE "mention" IS 'A labelled span of a document.';
COMMENT ON COLUMN "mention"."doc_id" IS 'The document';
COMMENT ON COLUMN "mention"."part" IS 'Part of the document: text or title';
COMMENT ON COLUMN "mention"."start_char" IS 'Offset of its first character in the part, from 0';
COMMENT ON COLUMN "mention"."end_char" IS 'Offset behind its last character';
COMMENT ON COLUMN "mention"."label" IS 'Label';
COMMENT ON COLUMN "mention"."text" IS 'The characters';
COMMENT ON COLUMN "mention"."value" IS 'Normalised value or canonical name';
COMMENT ON COLUMN "mention"."unit" IS 'Currency, percent or date precision';
COMMENT ON COLUMN "mention"."entity_id" IS 'The entity as this document names it';
COMMENT ON COLUMN "mention"."score" IS 'How sure the label is, 0 to 1';

CREATE TABLE "rejected_document" (
  "doc_id" VARCHAR,
  "source" VARCHAR NOT NULL,
  "line" BIGINT,
  "code" VARCHAR NOT NULL,
  "reason" VARCHAR NOT NULL,
  "sha256" VARCHAR NOT NULL,
  "at" TIMESTAMP NOT NULL
);
COMMENT ON TABLE "rejected_document" IS 'Input that did not become a document.';
COMMENT ON COLUMN "rejected_document"."doc_id" IS 'Its id, where it had one';
COMMENT ON COLUMN "rejected_document"."source" IS 'File it stood in';
COMMENT ON COLUMN "rejected_document"."line" IS 'Line in the file, from 1';
COMMENT ON COLUMN "rejected_document"."code" IS 'Why, as a code';
COMMENT ON COLUMN "rejected_document"."reason" IS 'Why, in words';
COMMENT ON COLUMN "rejected_document"."sha256" IS 'SHA-256 of its bytes';
COMMENT ON COLUMN "rejected_document"."at" IS 'When, UTC';

CREATE TABLE "entity_decision" (
  "decision_id" BIGINT NOT NULL,
  "at" TIMESTAMP NOT NULL,
  "kind" VARCHAR NOT NULL,
  "entity_id" VARCHAR NOT NULL,
  "other_id" VARCHAR,
  "name" VARCHAR,
  "undone_at" TIMESTAMP,
  "documents" VARCHAR[]
);
COMMENT ON TABLE "entity_decision" IS 'What somebody decided about entities; the last decision about a pair or a name holds.';
COMMENT ON COLUMN "entity_decision"."decision_id" IS 'Number of the decision';
COMMENT ON COLUMN "entity_decision"."at" IS 'When, UTC';
COMMENT ON COLUMN "entity_decision"."kind" IS 'merge (both are one), split (both are two) or rename';
COMMENT ON COLUMN "entity_decision"."entity_id" IS 'The entity';
COMMENT ON COLUMN "entity_decision"."other_id" IS 'The entity that it is merged into or told apart from';
COMMENT ON COLUMN "entity_decision"."name" IS 'Its canonical name from now on';
COMMENT ON COLUMN "entity_decision"."undone_at" IS 'When the decision was taken back, UTC';
COMMENT ON COLUMN "entity_decision"."documents" IS 'Of a split: the documents whose mentions of the entity are the other one; NULL for none';

CREATE TABLE "entity_merge" (
  "entity_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "merged_into" VARCHAR NOT NULL,
  "into_name" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "decision_id" BIGINT
);
COMMENT ON TABLE "entity_merge" IS 'Entities that count as another one; mentions and reports keep the ids of their documents.';
COMMENT ON COLUMN "entity_merge"."entity_id" IS 'The entity';
COMMENT ON COLUMN "entity_merge"."name" IS 'Its own name';
COMMENT ON COLUMN "entity_merge"."merged_into" IS 'The entity that facts name instead';
COMMENT ON COLUMN "entity_merge"."into_name" IS 'The name of that entity';
COMMENT ON COLUMN "entity_merge"."rule" IS 'On what ground';
COMMENT ON COLUMN "entity_merge"."decision_id" IS 'The decision behind it; NULL where names and reports alone speak for it';

CREATE TABLE "merge_candidate" (
  "entity_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "documents" BIGINT NOT NULL,
  "other_id" VARCHAR NOT NULL,
  "other_name" VARCHAR NOT NULL,
  "other_documents" BIGINT NOT NULL,
  "reason" VARCHAR NOT NULL,
  "score" DOUBLE NOT NULL
);
COMMENT ON TABLE "merge_candidate" IS 'Pairs of entities that may be one: what is to be reviewed.';
COMMENT ON COLUMN "merge_candidate"."entity_id" IS 'The entity that fewer documents name';
COMMENT ON COLUMN "merge_candidate"."name" IS 'Its name';
COMMENT ON COLUMN "merge_candidate"."documents" IS 'Documents that name it';
COMMENT ON COLUMN "merge_candidate"."other_id" IS 'The entity that it may be';
COMMENT ON COLUMN "merge_candidate"."other_name" IS 'Its name';
COMMENT ON COLUMN "merge_candidate"."other_documents" IS 'Documents that name that one';
COMMENT ON COLUMN "merge_candidate"."reason" IS 'Why: shared alias, longer name or similar name';
COMMENT ON COLUMN "merge_candidate"."score" IS 'How much speaks for it, 0 to 1';
