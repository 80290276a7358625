-- What must never run; one statement a block, blocks apart by an empty line. The guard rejects each of them.

SELECT * FROM read_text('/etc/passwd')

SELECT * FROM read_csv('/etc/passwd')

SELECT * FROM read_csv_auto('/etc/passwd', delim=':')

SELECT * FROM read_parquet('x.parquet')

SELECT * FROM read_json('x.json')

SELECT * FROM read_blob('/etc/passwd')

SELECT * FROM read_duckdb('other.duckdb')

SELECT * FROM parquet_scan('x.parquet')

SELECT * FROM sniff_csv('x.csv')

SELECT * FROM '/etc/passwd'

SELECT * FROM 'x.csv'

SELECT * FROM "x.parquet"

SELECT * FROM "/etc/passwd"

SELECT * FROM main."/etc/passwd"

SELECT * FROM 'https://example.com/x.parquet'

SELECT * FROM "s3://bucket/x.parquet"

SELECT * FROM glob('/**')

SELECT * FROM duckdb_settings()

SELECT * FROM duckdb_settings

SELECT * FROM duckdb_secrets()

SELECT * FROM duckdb_tables()

SELECT * FROM duckdb_extensions()

SELECT * FROM duckdb_functions()

SELECT * FROM pragma_database_list

SELECT * FROM pragma_table_info('company')

SELECT * FROM information_schema.tables

SELECT * FROM pg_catalog.pg_tables

SELECT * FROM pg_tables

SELECT * FROM sqlite_master

SELECT * FROM rie_internal.entity

SELECT * FROM "rie_internal"."store"

SELECT * FROM rie_internal.main.store

SELECT * FROM facts.rie_internal.store

SELECT * FROM range(1000000000)

SELECT * FROM generate_series(1, 1000000000)

SELECT range(1000000000)

SELECT generate_series(1, 1000000000)

SELECT unnest(range(1000000000))

SELECT repeat('x', 2000000000)

SELECT repeat(repeat('x', 100000), 100000)

SELECT lpad('x', 2000000000, 'y')

SELECT 'x'.repeat(2000000000)

SELECT ('x').upper()

SELECT name.upper() FROM company

SELECT list_transform([1], x -> x + 1)

SELECT list_transform(list(name), lambda x: repeat(x, 1000)) FROM company

SELECT [x FOR x IN [1, 2, 3]]

SELECT list_reduce([1, 2], (a, b) -> a + b)

SELECT apply([1], x -> x)

WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t

WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t) SELECT n FROM t

COPY company TO '/tmp/stolen.csv'

COPY (SELECT * FROM company) TO '/tmp/stolen.parquet'

COPY company FROM '/etc/passwd'

EXPORT DATABASE '/tmp/stolen'

IMPORT DATABASE '/tmp/stolen'

ATTACH '/tmp/other.duckdb' AS other

ATTACH ':memory:' AS m

DETACH facts

USE memory

INSTALL httpfs

LOAD httpfs

FORCE INSTALL json FROM community

SET memory_limit = '100GB'

SET enable_external_access = true

SET lock_configuration = false

RESET threads

PRAGMA database_list

PRAGMA enable_profiling

CALL pragma_version()

CALL duckdb_settings()

CHECKPOINT

VACUUM

ANALYZE

BEGIN

COMMIT

CREATE TABLE t AS SELECT 1

CREATE TEMP TABLE t (a INT)

CREATE VIEW v AS SELECT 1

CREATE MACRO f(a) AS a + 1

CREATE FUNCTION f(a) AS a + 1

CREATE SECRET s (TYPE S3)

CREATE SEQUENCE s

DROP TABLE company

DROP SCHEMA rie_internal CASCADE

ALTER TABLE company ADD COLUMN x INT

INSERT INTO company VALUES ('x')

UPDATE company SET name = 'x'

DELETE FROM company

TRUNCATE company

MERGE INTO company USING company c ON true WHEN MATCHED THEN DELETE

SELECT 1; SELECT 2

SELECT 1; DROP TABLE company

SELECT 1 /* ; */; DELETE FROM company; --

EXPLAIN SELECT 1

EXPLAIN ANALYZE SELECT * FROM company

DESCRIBE company

SHOW TABLES

SHOW ALL TABLES

SUMMARIZE company

SELECT * FROM (SUMMARIZE company)

SELECT * FROM (DESCRIBE company)

SELECT * FROM (SHOW TABLES)

PIVOT company ON kind USING count(*)

UNPIVOT company ON name, city INTO NAME n VALUE v

SELECT * FROM company PIVOT (count(*) FOR kind IN ('company'))

SELECT * FROM company POSITIONAL JOIN funding_round

SELECT * FROM company TABLESAMPLE 10%

SELECT * FROM company USING SAMPLE 10

SELECT COLUMNS(*) FROM company

SELECT COLUMNS('.*') FROM company

SELECT getenv('HOME')

SELECT current_setting('memory_limit')

SELECT getvariable('x')

SELECT query('SELECT 1')

SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')

SELECT * FROM query_table('/etc/passwd')

SELECT nextval('s')

SELECT currval('s')

SELECT version()

SELECT current_database(), current_schema(), current_user

SELECT txid_current()

SELECT random() FROM company

SELECT setseed(0.5)

SELECT uuid()

SELECT sleep_ms(100000)

SELECT error('x')

SELECT format('{:1000000000d}', 1)

SELECT printf('%1000000000d', 1)

SELECT bar(1, 0, 1, 100000000)

SELECT list_resize([1], 1000000000, 0)

SELECT array_resize([1], 1000000000, 0)

SELECT md5(read_text('/etc/passwd'))

SELECT content FROM read_text('/etc/' || 'passwd')

SELECT * FROM company, read_text('/etc/passwd')

SELECT * FROM company WHERE name = (SELECT content FROM read_text('/etc/passwd'))

SELECT * FROM company JOIN LATERAL (SELECT * FROM range(1000000000)) ON true

SELECT * FROM company, LATERAL range(1000000000)

WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x

WITH "/etc/passwd" AS (SELECT 1) SELECT * FROM "/etc/passwd"

WITH duckdb_settings AS (SELECT 1) SELECT * FROM (WITH t AS (SELECT * FROM duckdb_settings) SELECT * FROM t)

WITH x AS (DELETE FROM company RETURNING *) SELECT * FROM x

WITH x AS MATERIALIZED (INSERT INTO company VALUES ('x') RETURNING *) SELECT * FROM x

SELECT * FROM company AT (VERSION => 1)

SELECT * FROM memory.company

SELECT * FROM system.main.duckdb_settings

SELECT * FROM temp.company

SELECT $1

SELECT ?

SELECT $name

PREPARE p AS SELECT 1

EXECUTE p

DEALLOCATE p

FROM read_text('/etc/passwd')

FROM '/etc/passwd' SELECT *

TABLE duckdb_settings

VALUES (1), (2)

SELECT * FROM company FOR UPDATE

SELECT * INTO t FROM company

SELECT write_log('x')

SELECT to_json(company) FROM company

SELECT json_serialize_sql('SELECT 1')

SELECT json_execute_serialized_sql('{}')

FROM json_execute_serialized_sql('{}')

SELECT * FROM nothing

SELECT

SELECT * FROM

'; DROP TABLE company; --

)(

SELECT /* /* */ 1 */ FROM duckdb_settings()

SELECT $$ a $$ FROM read_text($$/etc/passwd$$)

SELECT E'\'' FROM duckdb_settings() --'

SELECT * FROM test_all_types()

SELECT * FROM repeat(1, 1000000000)

SELECT * FROM repeat_row(1, num_rows = 1000000000)

SELECT * FROM summary(company)

SELECT * FROM checkpoint()

SELECT * FROM force_checkpoint()

SELECT * FROM seq_scan('company')

SELECT * FROM unnest([1, 2, 3])

SELECT unnest([1, 2, 3])

SELECT * FROM enable_logging('QueryLog')

SELECT * FROM parquet_metadata('x')

SELECT * FROM pragma_storage_info('company')

SELECT * FROM icu_calendar_names()

SELECT * FROM which_secret('x', 's3')
