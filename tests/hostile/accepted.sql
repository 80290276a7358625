-- What analysts write; one statement a block, blocks apart by an empty line. Each is let through and runs.

SELECT * FROM funding_round

select company, amount from funding_round order by amount desc nulls last limit 10;

FROM company

FROM company SELECT name WHERE kind = 'investor' ORDER BY name

SELECT count(*) FROM funding_round WHERE round_type = 'seed' AND status NOT IN ('rumoured', 'denied')

SELECT company, sum(amount_usd) AS total, count(*) AS rounds FROM funding_round GROUP BY company HAVING count(*) > 1 ORDER BY total DESC

SELECT company, sum(amount_usd) AS total FROM funding_round GROUP BY ALL ORDER BY ALL

SELECT date_trunc('month', announced_on) AS month, sum(amount_usd) FROM funding_round GROUP BY 1 ORDER BY 1

SELECT date_trunc('quarter', announced_on)::DATE AS quarter, avg(amount_usd) FROM funding_round GROUP BY quarter ORDER BY quarter

SELECT year(announced_on) AS y, month(announced_on) AS m, quarter(announced_on) AS q, count(DISTINCT company_id) FROM funding_round GROUP BY y, m, q

SELECT extract(year FROM announced_on) AS y, median(amount) FROM funding_round GROUP BY y

SELECT f.company, c.city, f.amount FROM funding_round f JOIN company c USING (company_id) WHERE c.city ILIKE 'bos%'

SELECT f.company, i.investor FROM funding_round AS f LEFT JOIN funding_investor AS i ON i.round_id = f.round_id AND i.is_lead

SELECT i.investor, count(*) AS n FROM funding_investor i GROUP BY i.investor ORDER BY n DESC, i.investor LIMIT 5 OFFSET 1

WITH totals AS (SELECT company_id, sum(amount_usd) AS total FROM funding_round GROUP BY company_id) SELECT c.name, t.total FROM totals t JOIN company c USING (company_id)

WITH a AS (SELECT * FROM funding_round), b AS (SELECT company FROM a WHERE amount > 1) SELECT * FROM b EXCEPT SELECT acquirer FROM acquisition

SELECT company FROM funding_round UNION ALL SELECT target FROM acquisition UNION SELECT 'x'

SELECT company FROM funding_round INTERSECT SELECT company FROM funding_round_report

SELECT company, amount, rank() OVER (PARTITION BY round_type ORDER BY amount DESC) AS place FROM funding_round

SELECT company, announced_on, sum(amount) OVER (PARTITION BY company_id ORDER BY announced_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running FROM funding_round

SELECT company, lag(amount) OVER w AS before, amount - lag(amount) OVER w AS more FROM funding_round WINDOW w AS (PARTITION BY company_id ORDER BY announced_on)

SELECT * FROM funding_round QUALIFY row_number() OVER (PARTITION BY company_id ORDER BY announced_on DESC) = 1

SELECT company, max(amount) FILTER (WHERE round_type = 'seed') AS seed, max(amount) FILTER (WHERE round_type <> 'seed') AS later FROM funding_round GROUP BY company

SELECT CASE WHEN amount > 10000000 THEN 'large' WHEN amount > 1000000 THEN 'middle' ELSE 'small' END AS size, count(*) FROM funding_round GROUP BY size

SELECT coalesce(amount, 0), nullif(currency, 'USD'), greatest(1, 2), least(1, 2), ifnull(currency, '?') FROM funding_round

SELECT round(amount / 1e6, 1) || ' million' AS shown FROM funding_round WHERE amount IS NOT NULL

SELECT DISTINCT upper(trim(city)) AS city, length(name), lower(left(name, 3)), substring(name, 2, 3), replace(name, 'a', 'b') FROM company

SELECT DISTINCT ON (company_id) company, announced_on FROM funding_round ORDER BY company_id, announced_on DESC

SELECT strftime(announced_on, '%Y-%m') AS month, count(*) FROM funding_round GROUP BY month

SELECT strftime('%Y', announced_on), dayname(announced_on), isodow(announced_on), weekofyear(announced_on) FROM funding_round

SELECT date_diff('day', min(announced_on), max(announced_on)), datediff('month', DATE '2020-01-01', current_date) FROM funding_round

SELECT announced_on + INTERVAL 30 DAY, announced_on - INTERVAL '1 month', announced_on + 7 FROM funding_round

SELECT company FROM funding_round WHERE announced_on BETWEEN DATE '2023-01-01' AND '2023-12-31' OR announced_on IS NULL

SELECT string_agg(investor, ', ' ORDER BY investor) AS who, list(DISTINCT investor), array_agg(investor) FROM funding_investor GROUP BY round_id

SELECT round_id, list_sort(list(investor))[1], len(list(investor)), list_contains(list(investor), 'x') FROM funding_investor GROUP BY round_id

SELECT quantile_cont(amount, 0.9), percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), stddev(amount), mode(round_type), approx_count_distinct(company) FROM funding_round

SELECT arg_max(company, amount), min_by(company, amount), first(company), any_value(currency), bool_and(amount > 0), corr(amount, amount_usd) FROM funding_round

SELECT name FROM company WHERE company_id IN (SELECT company_id FROM funding_round WHERE amount > (SELECT avg(amount) FROM funding_round))

SELECT name FROM company c WHERE EXISTS (SELECT 1 FROM funding_round f WHERE f.company_id = c.company_id) AND NOT EXISTS (SELECT 1 FROM acquisition a WHERE a.target_id = c.company_id)

SELECT r.company, e.quote, d.title FROM funding_round_report r JOIN evidence e USING (report_id) JOIN document d ON d.doc_id = r.doc_id WHERE e.role = 'amount'

SELECT metadata->>'company' AS company, metadata->>'$.n', json_extract_string(metadata, '$.n') FROM document

SELECT doc_id, regexp_extract(text, '([A-Z][a-z]+)', 1), regexp_matches(text, 'raised'), text ~ 'a.*b', regexp_replace(text, '\d+', 'N') FROM document

SELECT split_part(name, ' ', 1), string_split(name, ' '), contains(name, 'x'), starts_with(name, 'H'), name LIKE '%oo%', concat(name, '-', city), concat_ws(' ', name, city) FROM company

SELECT * EXCLUDE (text) FROM document

SELECT * REPLACE (upper(name) AS name) FROM company

SELECT round_type, currency, sum(amount) FROM funding_round GROUP BY GROUPING SETS ((round_type), (currency), ())

SELECT round_type, currency, count(*) FROM funding_round GROUP BY ROLLUP (round_type, currency)

SELECT a.company, b.company FROM funding_round a CROSS JOIN funding_round b WHERE a.amount < b.amount

SELECT a.company FROM funding_round a SEMI JOIN acquisition b ON a.company_id = b.target_id

SELECT TRY_CAST('x' AS INTEGER), CAST(amount AS BIGINT), amount::DOUBLE, amount::DECIMAL(18,2) FROM funding_round

SELECT * FROM (VALUES ('seed', 1), ('series_a', 2)) AS t(kind, place) JOIN funding_round ON round_type = kind

(SELECT company FROM funding_round LIMIT 1)

/* which ones? */ SELECT company -- the name
FROM funding_round -- the facts

SELECT main.company.name FROM main.company

SELECT "name" FROM "company" AS "C" WHERE "C"."kind" = 'it''s'

SELECT 1 AS one, -2, 3 % 2, 7 // 2, 2 ** 3, 1 <> 2, NOT true, NULL IS NULL, [1, 2, 3][1], 'a' || 'b'

SELECT histogram(round_type), abs(-1), ceil(1.5), floor(1.5), sqrt(2), ln(2), sign(-1), pi() FROM funding_round

SELECT levenshtein(name, 'Hooli'), jaro_winkler_similarity(name, 'Hooli') FROM company

SELECT make_date(2024, 1, 2), last_day(announced_on), date_part('year', announced_on), epoch(announced_on), age(announced_on) FROM funding_round

SELECT fiscal_year, fiscal_quarter, metric, value FROM financial_result WHERE basis = 'actual' ORDER BY period_end

SELECT doc_id, code, "at" FROM rejected_document
