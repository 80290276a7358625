"""The expressions that queries are put together from."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

Expr = Any


def column(name: str, table: str = "f") -> Expr:
    """A column of a table of the query."""
    return exp.Column(this=exp.to_identifier(name), table=exp.to_identifier(table))


def bound(name: str) -> Expr:
    """A parameter."""
    return exp.Parameter(this=exp.Var(this=name))


def text(value: str) -> Expr:
    """A string of ours."""
    return exp.Literal.string(value)


def call(name: str, *arguments: Expr) -> Expr:
    """A function call."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def named(value: Expr, name: str) -> Expr:
    """A value under a name."""
    return exp.alias_(value, name, copy=False)


def among(what: Expr, values: list[Expr]) -> Expr:
    """`what = value`, or `what IN (values)`."""
    return exp.EQ(this=what, expression=values[0]) if len(values) == 1 else exp.In(this=what, expressions=values)


def renamed(query: Expr, prefix: str) -> Expr:
    """A query whose parameters all begin with a prefix."""
    for found in query.find_all(exp.Parameter):
        found.this.set("this", f"{prefix}{found.this.name}")
    return query
