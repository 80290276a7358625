"""From a logical form to SQL: rows, aggregates, figures of periods, what they rest on, and what came of it."""
