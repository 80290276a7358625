"""Questions typed like a query: "acquirer, sum(price)", "cities having count(rounds) > 2", "deals where status = agreed order by price
desc limit 5", put in words.

The clauses are told apart by their keywords, each is put in words by itself, and the words stand in the order of an English question. A
condition on a column of values ("status = agreed") stands before the noun, one on a place or a period behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import zip_longest
from typing import Final

from rie.ask.names.lexicon import PackKey
from rie.pack import Pack

_CLAUSES: Final = ("where", "having", "group", "order", "limit")
_KEYWORD: Final = re.compile(
    r",? ?\b(?:(?P<where>where|whose)|(?P<having>having)|(?P<group>group(?:ed)? by)|(?<!in )(?P<order>order(?:ed)?(?: by)?(?= \w))"
    r"|(?P<limit>limit(?= \d)))\b ?", re.IGNORECASE)
_SIGN: Final = re.compile(
    r"\w\(|[\w)] ?(?:[<>]=?|==?|!=|<>) ?[\w$\u20ac\u00a3]|\w_\w|\bgroup by\b|\border (?:by|desc|asc)\b|\blimit \d|^select\b"
    r"|\w (?-i:AND|OR) \w|\b(?:where|and|with) (?:the )?\w+(?: \w+)? [<>=]|\bnumber of [a-z ]+ (?:is|was|are) \w|\bwith an? number of\b",
    re.IGNORECASE)
_TABLE: Final = re.compile(r"^select\b.*\bfrom (?P<table>\w+)", re.IGNORECASE)
_SELECT: Final = re.compile(r"^select (?P<what>[\w*,() ]+?)(?: from (?P<source>[^?]+))?$", re.IGNORECASE)
_AGGREGATES: Final = {
    "sum": "total", "avg": "average", "average": "average", "mean": "average", "median": "median", "max": "largest", "min": "smallest",
}  # fmt: skip
_CALL: Final = re.compile(
    rf"\b(?P<agg>{'|'.join(_AGGREGATES)}|count|number) ?\( ?(?P<distinct>distinct |unique |different )?(?P<what>[a-z][a-z ]*?|\*) ?\)",
    re.IGNORECASE)
_MANY: Final = r"(?P<many>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_OP: Final = r"(?P<op>[<>]=|<>|!=|==?|[<>])"
_COMPARED: Final = {">": "more than", ">=": "at least", "<": "fewer than", "<=": "at most", "=": "exactly"}
_SAID: Final = (  # how conditions on a number are said, each with what it comes to
    (r"(?:is |was |are )?(?:above|over|exceeds|more than|greater than|higher than)", "more than"),
    (r"(?:is |was |are )?(?:below|under|less than|fewer than)", "fewer than"), (r"at least", "at least"), (r"at most", "at most"),
    (r"exactly", "exactly"), (r"(?:is|was|are)", "exactly"),
)
_NUMBERED: Final = [
    (re.compile(
        rf"\b(?:whose |where the |in which the |with an? )number of (?P<what>[a-z ]+?) {said} {_MANY}\b(?! ?%| or )", re.IGNORECASE
    ), words) for said, words in _SAID
]
_COUNTED: Final = re.compile(
    rf"(?:count|number) ?\( ?(?:distinct )?(?P<what>[a-z ]+?) ?\) ?{_OP} ?{_MANY}\b", re.IGNORECASE)
_DATED: Final = {">": "after", ">=": "since", "<": "before", "<=": "until the end of", "=": "in"}
_PERIODS: Final = frozenset(
    ("date", "year", "quarter", "month", "announced on", "announced", "announcement date", "effective on", "period"))
_STATED: Final = re.compile(r"(?P<field>[a-z]+(?: [a-z]+)?) (?:is |are |was |were )?(?P<value>[a-z-]+)(?=$| and |,)", re.IGNORECASE)
_VALUE: Final = r"(?P<value>(?:not )?[\w$\u20ac\u00a3.'%-]+(?: [\w$\u20ac\u00a3.'%-]+)*?)"
_CONDITION: Final = re.compile(rf"(?P<field>[a-z][a-z ]*?) ?{_OP} ?{_VALUE}(?=$| and |,|\?)", re.IGNORECASE)
_DIRECTION: Final = re.compile(r",? ?\b(?P<way>desc|asc)(?:ending)?\b,?", re.IGNORECASE)


def in_words(question: str, pack: Pack) -> str:
    """A question with such notation in words.

    Args:
        question: with single spaces.
        pack: whose columns conditions name. A statement over its tables is left as it is.
    """
    table = _TABLE.search(question)
    if table and table["table"].lower() in pack.tables:
        return question  # a statement for `rie sql`
    try:
        return _Query(question, pack).words() if _SIGN.search(question) else question
    except _UnclearError:
        return question


class _UnclearError(Exception):
    """What a query means is not clear: it stays as it was typed, to be refused."""


@dataclass(frozen=True)
class _Names:
    """The names that conditions may have: columns of values, each with the noun of its facts ("" where several have it); those of
    places; roles and measures with theirs.
    """

    values: dict[str, str]
    places: frozenset[str]
    roles: dict[str, str]
    measures: dict[str, str]


@lru_cache(maxsize=8)
def _names(key: PackKey) -> _Names:
    layer = key.pack.layer
    values: dict[str, str] = {}
    measures: dict[str, str] = {}
    roles: dict[str, str] = {}
    for fact in reversed(layer.facts.values()):
        for column in fact.values:
            words = column.split("_")
            values |= {name: "" if name in values else fact.noun[1] for name in dict.fromkeys((" ".join(words), words[-1]))}
        measures |= {form: fact.noun[1] for measure in fact.measures.values() for form in measure.forms.split("|")}
        roles |= {form: fact.noun[1] for role in fact.roles.values() for form in role.forms.split("|")}
    places = {*layer.entity.places, "place", "location"} if layer.entity else set()
    return _Names(values, frozenset(places), roles, measures)


class _Query:
    """The clauses of a query in words. `before` are values that stand before its noun, `behind` conditions that stand behind it."""

    def __init__(self, question: str, pack: Pack) -> None:
        self.names, self.noun = _names(PackKey(pack)), ""
        self.before: list[str] = []
        self.behind: list[str] = []
        text = re.sub(r"(?<=[a-z])_(?=[a-z])", " ", question.rstrip(" ?.;"))
        text = re.sub(r"(?<=\w) (?P<link>AND|OR) (?=\w)", lambda found: f" {found['link'].lower()} ", text)
        for pattern, words in _NUMBERED:
            text = pattern.sub(partial(_counted, words), text)
        self.clauses = _split(text)

    def words(self) -> str:
        """The question."""
        head = self._conditions(_selected(self.clauses.pop("head"), ordered="order" in self.clauses))
        for name in ("where", "having"):
            rest = self._conditions(_STATED.sub(self._stated, self.clauses.get(name, "")))
            self.behind += [rest if rest.startswith("with ") else f"with {rest}"] if rest else []
        keys, head = self._keys(head)
        head = _CALL.sub(_called, head.replace("(*)", "()"))
        group = self.clauses.get("group") or keys
        head = self._noun(" ".join(head.split()))
        return " ".join(f"{self._ordered(' '.join([head, *self.behind]))}{f' by {group}' if group else ''}".split())

    def _conditions(self, clause: str) -> str:
        """What is left of a clause without its conditions on columns."""
        clause = _COUNTED.sub(lambda found: self._behind(_counted(_compared(_op(found)), found)), clause)
        clause = _CONDITION.sub(self._condition, clause)
        return re.sub(r"^(?:(?:and|,)(?: |$))+|(?:,? and|,)$", "", re.sub(r"\s+", " ", clause).strip(" ,")).strip()

    def _stated(self, found: re.Match[str]) -> str:
        """ "Status completed": that it is so."""
        return f"{found['field']} = {found['value']}" if found["field"].lower() in self.names.values else found[0]

    def _behind(self, words: str) -> str:
        self.behind.append(words)
        return " "

    def _condition(self, found: re.Match[str]) -> str:
        """One condition: it is taken out where its column is known, else it stays."""
        words, op, value = found["field"].lower().split(), _op(found), found["value"]
        for start in range(len(words)):
            if self._told(words[start:], op, value):
                return " ".join([*words[:start], ""])
        return found[0]

    def _told(self, field: list[str], op: str, value: str) -> bool:
        """Whether a condition on a column is put in words."""
        role, column, no = " ".join(field[:-1]), field[-1], "not " if op == "!=" else ""
        name = " ".join(field)
        if name in _PERIODS:
            if op not in _DATED:
                raise _UnclearError  # "year <> 2017"
            self.behind.append(f"{_DATED[op]} {value}")
        elif column in self.names.places and (not role or role in self.names.roles) and op in ("=", "!="):
            self.behind.append(f"with {role} {no}in {value}" if role else f"{no}in {value}")
            self.noun = self.noun or self.names.roles.get(role, "companies")
        elif name == "currency" and op == "=":
            self.behind.append(f"priced in {value}")
        elif name in self.names.values and op == "=":
            self.before.append(value)
            self.noun = self.noun or self.names.values[name]
        else:
            return False
        return True

    def _noun(self, head: str) -> str:
        """The head with the values of its conditions before its noun: behind "average price of", else first."""
        if not head:
            if self.before and not self.noun:
                raise _UnclearError  # "status = completed": rounds or deals
            return " ".join([*self.before, self.noun])
        if not self.before:
            return head
        values = " ".join(self.before)
        measured = re.match(r"(?:average|total|median|largest|smallest|number of) (?P<what>[a-z ]+)$", head)
        if not measured:
            return f"{values} {head}"
        what = measured["what"].removeprefix("different ")
        noun = self.names.measures.get(what) or self.names.roles.get(what) or self.noun
        if not noun:
            raise _UnclearError
        return f"{head} of {values} {noun}"

    def _keys(self, head: str) -> tuple[str, str]:
        """What groups are made by, and what of each: "acquirer, sum(price)"."""
        columns = [part.strip() for part in head.split(",")]
        calls = [part for part in columns if _CALL.fullmatch(part.replace("(*)", "()"))]
        plain = [part for part in columns if part not in calls]
        if len(calls) == len(plain) == 1 and re.fullmatch(r"[a-z]+(?: [a-z]+)?", plain[0]):
            return plain[0], calls[0]
        named = {*self.names.roles, *self.names.values, *self.names.places, "company", *_PERIODS}
        if calls and (len(calls) > 1 or any(part.split(" ")[0] in named for part in plain)):
            raise _UnclearError
        return "", head

    def _ordered(self, head: str) -> str:
        """The head with its order: "top 5 investors by number of rounds", "the 3 latest changes"."""
        order, limit = self.clauses.get("order"), self.clauses.get("limit")
        if order is None and limit is None:
            return head
        if order is None:
            raise _UnclearError  # so many of them, but which
        way = _DIRECTION.search(order)
        down = bool(way) and way["way"].lower() == "desc"  # type: ignore[index]
        by = _CALL.sub(_called, _DIRECTION.sub("", order)).strip()
        if limit is None:
            return f"{head} sorted by {by}{' descending' if down else ''}" if by else f"{head} sorted descending"
        if by in _PERIODS:
            return f"the {limit} {'latest' if down else 'earliest'} {head}"
        return f"{'top' if down else 'bottom'} {limit} {head}" + (f" by {by}" if by else "")


def _split(text: str) -> dict[str, str]:
    """The text before the first keyword, "head", and that behind each."""
    found = list(_KEYWORD.finditer(text))
    clauses = {"head": text[: found[0].start() if found else None].strip(" ,")}
    for one, after in zip_longest(found, found[1:]):
        name = next(name for name in _CLAUSES if one[name])
        clause = text[one.end() : after.start() if after else None].strip(" ,")
        if name in clauses and name not in ("where", "having"):
            raise _UnclearError
        clauses[name] = f"{clauses[name]} and {clause}" if name in clauses else clause
    return clauses


def _selected(head: str, *, ordered: bool) -> str:
    """ "select investor, count(*) from rounds": the columns of the facts."""
    found = _SELECT.match(head)
    if not found:
        return head
    what, source = found["what"].strip(), found["source"]
    plain = "(" not in what and what != "*"
    if plain and ("," in what or (ordered and source)):
        raise _UnclearError  # several columns, or names in the order of another one
    if source is None:
        return what
    return f"list {source}" if what == "*" else what.replace("(*)", f"({source})") if "(*)" in what else f"{what} of {source}"


def _called(found: re.Match[str]) -> str:
    agg, what = found["agg"].lower(), found["what"].strip(" *")
    if agg in _AGGREGATES:
        return f"{_AGGREGATES[agg]} {what}"
    return f"number of {'different ' if found['distinct'] else ''}{_several(what)}" if what else "number"


def _counted(compared: str, found: re.Match[str]) -> str:
    """ "with more than two rounds"."""
    return f"with {compared} {found['many']} {_several(found['what'])}"


def _compared(op: str) -> str:
    if op not in _COMPARED:
        raise _UnclearError
    return _COMPARED[op]


def _op(found: re.Match[str]) -> str:
    return {"==": "=", "<>": "!="}.get(found["op"], found["op"])


def _several(noun: str) -> str:
    if noun.endswith("s"):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"

