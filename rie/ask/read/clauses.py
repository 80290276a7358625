"""The conditions that any question can have: periods, currencies, thresholds, values."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from rie.ask.form import Not, Threshold, Told, ValueFilter
from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable
from rie.ask.read.negation import turned
from rie.values import Money, Period

STATUS = "status"
YEARLESS = re.compile(
    r"(?:the )?(?:q[1-4]|[1-4]q|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s-]*(?:fiscal )?(?:quarters?|qtr\.?))", re.I
)
_SHORT_YEAR = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? ['\u2019]?([12]\d)", re.I)
_MONEYS = ("dollars", "euros", "pounds", "yen", "francs", "rupees", "money")
_YEAR_OF_MONEY = re.compile(r"(?:19|20)\d\d (?:us )?(?:dollars|euros|pounds|francs|yen)")
_JOINED = ("and", "or", ",", "vs", "versus", "to", "with", "/", "plus")


def periods(parse: Parse) -> None:
    """One period; two that follow each other ("2016 and 2017", "2016 vs 2017") are told apart as groups."""
    found = list(parse.all("period"))
    spans = _with_years([parse.items[index].text for index in found], [parse.get(index, "period") for index in found])
    parse.use(*found)
    if not spans:
        return
    vague = next((parse.items[index].text for index in found if english.VAGUE.match(parse.items[index].text)), None)
    if vague is not None:
        raise Unreadable("unknown_period", f"The period {vague!r} is not understood; name months, quarters or years.")
    short = next((parse.items[index].text for index in found if len(found) > 1 and _is_short_year(parse, index)), None)
    if short is not None:
        raise Unreadable("unknown_period", f"Whether {short!r} is a day or a month is not clear; write the year in full.")
    if any(parse.norm(index - 1) in ("a", "an", "any", "every", "each") and not _is_year_of(parse, index) for index in found):
        raise Unreadable("unknown_period", f"The period {parse.items[found[0]].text!r} is not understood.")
    if len(spans) == 1:
        parse.period = parse.choose("month", _days_or_years(parse, found[0], spans[0]))
        return
    _side_by_side(parse, found, spans)


def _is_short_year(parse: Parse, index: int) -> bool:
    """ "Oct 18": the 18th of October or October 2018, where no "on" tells that it is a day."""
    return _SHORT_YEAR.fullmatch(parse.items[index].text) is not None and parse.norm(index - 1) not in ("on", "since", "until", "by")


def _days_or_years(parse: Parse, index: int, span: Period) -> list[Period]:
    """ "Oct 18" is a month of 2018 or a day; "on Oct 18" and "the 18th" are days."""
    two = _SHORT_YEAR.fullmatch(parse.items[index].text) if span.precision == "day" and _is_short_year(parse, index) else None
    if two is None or int(two[1]) > span.start.year % 100:
        return [span]
    return [Period.unit("month", span.start.year // 100 * 100 + int(two[1]), span.start.month), span]


def _is_year_of(parse: Parse, index: int) -> bool:
    """ "a 2016 round"."""
    return parse.norm(index).isdigit() and (parse.noun_at(index + 1) or parse.has(index + 1, "value"))


def _with_years(texts: list[str], spans: list[Period]) -> list[Period]:
    """ "Q1, Q2 and Q3 2016": a quarter without a year is of the year that follows."""
    found: list[Period] = []
    for place, span in enumerate(spans):
        dated = next((other for text, other in zip(texts[place:], spans[place:], strict=True) if not YEARLESS.fullmatch(text)), None)
        yearless = YEARLESS.fullmatch(texts[place]) and dated is not None and dated.start.year > 1
        found.append(Period.unit("quarter", dated.start.year, (span.start.month + 2) // 3) if yearless and dated else span)
    return found


def _side_by_side(parse: Parse, found: list[int], spans: list[Period]) -> None:
    """ "2016 and 2017", "Q1, Q2 and Q3 2016": periods of one length that follow each other."""
    between = [index for first, last in pairwise(found) for index in range(first + 1, last)]
    linked = all(any(parse.norm(i) in _JOINED or parse.has(i, "compare") for i in range(a + 1, b)) for a, b in pairwise(found))
    ordered = sorted(spans, key=lambda span: span.start)
    grain = ordered[0].precision
    follow = all(first.end == second.start and second.precision == grain for first, second in pairwise(ordered))
    if not linked or not follow or grain not in ("month", "quarter", "year"):
        raise Unreadable("low_confidence", "The question names several periods; ask for one, or for groups by year, quarter or month.")
    parse.use(*(index for index in between if parse.norm(index) in _JOINED or parse.has(index, "compare")))
    parse.period = Period.between(ordered[0], ordered[-1])
    compared = any(True for _ in parse.all("more", "less", "compare"))
    added = any(parse.norm(index) == "plus" for index in between) or any(item.norm in english.ADDED for item in parse.items)
    if compared or not added:
        parse.by.append(grain)


def currencies(parse: Parse) -> None:
    """The currency that the answer is wanted in ("in euros", "how many pounds"), or that facts are stated in ("euro rounds")."""
    for index in parse.all("currency"):
        parse.use(index)
        code = currency_at(parse, index)
        parse.amounts |= _is_amount(parse, index)
        money = parse.layer.measures[parse.layer.main] if parse.layer.main else None
        if money is not None and money.currency and _states(parse, index):
            item = ValueFilter(money.currency, (code,))
            if turned(item, parse, index):
                parse.stated.append(Told(str(parse.layer.main)))  # what is not stated at all is in no other currency
            else:
                parse.values.append(item)
        elif index in parse.negated:
            raise Unreadable("low_confidence", f"It is not clear what {parse.items[index].text!r} leaves out.")
        else:
            parse.currency = code


def currency_at(parse: Parse, index: int) -> str:
    """The currency of a word; of "kroner" each that it can be."""
    codes = [sense.value for sense in parse.items[index].senses if sense.kind == "currency"]
    return str(parse.choose(f"currency{index}", codes))


def _is_amount(parse: Parse, index: int) -> bool:
    """ "M&A dollars by year", "dollars spent per year": the money itself, and not what it is stated in."""
    before = parse.noun_at(index - 1) or parse.has(index + 1, "verb")
    return before and parse.norm(index).split()[-1] in _MONEYS and not parse.noun_at(index + 1)


def _states(parse: Parse, index: int) -> bool:
    """ "priced in euros", "rounds that were in euros", "euro rounds", "not in euros"; "euro amounts" are converted."""
    before = next((i for i in (index - 2, index - 3) if parse.norm(i) in english.PRICED), None)
    if before is not None and parse.norm(index - 1) == "in":
        parse.use(before)
        return True
    if _is_settled(parse, index):
        return True
    if index in parse.negated or (parse.norm(index - 1) == "in" and parse.norm(index - 2) in english.COPULA and parse.noun_at(index - 3)):
        return True
    priced = parse.norm(index + 1) in english.PRICED
    following = index + 1 + (parse.norm(index + 1) == "-" or priced)
    head = parse.head_after(following)
    stated = head is not None and parse.noun_at(head) and not parse.mass_at(head) and not parse.has(following, "prep", "article")
    parse.use(*([index + 1] if stated and priced else ()))
    return stated


def _is_settled(parse: Parse, index: int) -> bool:
    """ "rounds that were done in euros", "deals paid in pounds": what happened to the facts happened in that currency."""
    before = index - 2
    if parse.norm(index - 1) != "in" or parse.norm(before) not in english.SETTLED:
        return False
    before -= 1
    while parse.norm(before) in (*english.COPULA, "been", "that", "which", "have", "has", "that were", "which were", "that was"):
        before -= 1
    if not parse.noun_at(before) or parse.mass_at(before):
        return False
    parse.use(*range(before + 1, index))
    return True


def thresholds(parse: Parse) -> None:
    """ "over $10m", "between 5 and 10 million euros", "at least 50%", "five or more rounds", "over 1m but under 5m"."""
    for index in parse.all("money", "percent", "number"):
        before = len(parse.thresholds)
        if index not in parse.used:
            _threshold(parse, index)
        if 0 < before < len(parse.thresholds):
            parse.use(*(i for i in range(index) if parse.norm(i) in ("but", "and", "yet") and parse.has(i + 1, "op")))


def _threshold(parse: Parse, index: int) -> None:
    op, first, last = _operator(parse, index)
    if parse.has(index, "money"):
        _money(parse, index, op)
    elif parse.has(index, "percent"):
        _percent(parse, index, op)
    elif op and _number(parse, index, last, op):
        pass
    elif op is None and _is_granted(parse, index):
        parse.granted, first, last = int(parse.get(index, "number")), index - 1, index + 1
    else:
        return
    parse.use(*range(first, last + 1))


def _is_granted(parse: Parse, index: int) -> bool:
    """ "How much was raised in three rounds": the sum must be of so many facts."""
    return parse.norm(index - 1) in ("in", "across") and parse.noun_at(index + 1) and parse.norm(index + 1).endswith("s")


def _operator(parse: Parse, index: int) -> tuple[str | None, int, int]:
    """The comparison around a number and the items that it spans."""
    before = index - 1
    while parse.has(before, "article") or parse.norm(before) in ("of", "a", "total", "in", "at", "for", "amount", "-"):
        before -= 1
    after = index + 1
    if parse.has(after, "op_after"):
        return parse.get(after, "op_after"), index, after
    if parse.has(before, "op"):
        return parse.get(before, "op"), before, index
    return None, index, index


def _money(parse: Parse, index: int, op: str | None) -> None:
    money: Money = parse.get(index, "money")
    if op is None and _YEAR_OF_MONEY.fullmatch(parse.norm(index)):
        raise Unreadable("unknown_period", f"Whether {parse.items[index].text!r} is a year or an amount is not clear.")
    _check_measure(parse, index)
    measure = _measure_near(parse, index)
    currency = money.currency or _stated_currency(parse)
    if money.high is not None and op:
        raise Unreadable("low_confidence", "A range cannot be combined with another comparison.")
    chosen = "between" if money.high is not None else op or "="
    _add(parse, Threshold(measure, chosen, money.amount, money.high, currency))


def _stated_currency(parse: Parse) -> str:
    """ "Rounds raised in euros over 5 million": an amount without a currency is in that which the facts are stated in."""
    column = parse.layer.measures[parse.layer.main].currency if parse.layer.main else None
    stated = [item for item in parse.values if isinstance(item, ValueFilter) and item.column == column]
    others = [item.item for item in parse.without if isinstance(item, Not)]
    codes = {code for item in stated for code in item.values}
    if column is None or not (codes or any(isinstance(item, ValueFilter) and item.column == column for item in others)):
        return "USD"
    if len(codes) != 1:
        raise Unreadable("low_confidence", "Say which currency the amount is in.")
    return str(codes.pop())


def _check_measure(parse: Parse, index: int) -> None:
    """ "takeovers by companies with over $800m in sales": a number of other facts."""
    after = index + 1
    while parse.norm(after) in ("in", "of", "or more", "or less") or parse.has(after, "agg", "op_after"):
        after += 1
    foreign = after > index and after < len(parse.items) and parse.items[after].has("measure") and not parse.has(after, "measure")
    before = index - 1
    while parse.has(before, "op", "article") or parse.norm(before) in ("of", "was", "were", "is", "are"):
        before -= 1
    while parse.has(before, "period"):
        before -= 1
    if foreign or (before >= 0 and parse.items[before].has("measure") and not parse.has(before, "measure")):
        raise Unreadable("low_confidence", "The number is not one of these facts.")


def _percent(parse: Parse, index: int, op: str | None) -> None:
    measure = next((key for key, item in parse.layer.measures.items() if item.unit == "percent"), None)
    if measure is None:
        raise Unreadable("unknown_attribute", "Nothing in the data is a percentage here.")
    parse.use(*(near for near in (index - 1, index + 1, index + 2) if parse.get(near, "measure") == measure))
    _add(parse, Threshold(measure, op or "=", parse.get(index, "percent")))


def _number(parse: Parse, index: int, last: int, op: str) -> bool:
    """A bare number: of facts when a noun follows, else an amount when it is large."""
    value: Decimal = parse.get(index, "number")
    owned = last + 1 + (parse.norm(last + 1) == "of")
    owned += parse.has(owned, "entity") + parse.has(owned + 1, "poss")  # "more than two Acme rounds", "two or more of Acme's rounds"
    head = parse.head_after(owned if parse.noun_at(owned) else last + 1)
    if head is not None and (parse.noun_at(head) or _counts_role(parse, head)) and value == value.to_integral_value() and value < 1000:
        if not parse.noun_at(head):
            parse.names_per_group.append((head, Threshold("count", op, value, grouped=True)))
            return True
        _add(parse, Threshold("count", op, value, grouped=True))
        parse.use(head)
        return True
    if value >= 1000:
        _add(parse, Threshold(_measure_near(parse, index), op, value, None, _stated_currency(parse)))
        return True
    return False


def _counts_role(parse: Parse, head: int) -> bool:
    return parse.has(head, "role", "generic")


def _add(parse: Parse, threshold: Threshold) -> None:
    parse.thresholds.append(threshold)


def _measure_near(parse: Parse, index: int) -> str:
    """The measure that is named before a comparison ("a valuation of over $1bn"), else the main one."""
    for position in range(index - 1, max(index - 6, -1), -1):
        measure = parse.get(position, "measure")
        if measure:
            parse.use(position)
            return str(measure)
        if parse.has(position, "verb", "entity", "noun"):
            break
    follows = next((p for p in range(index + 1, min(index + 3, len(parse.items))) if parse.get(p, "measure")), None)
    if follows is not None and parse.get(follows, "measure") != parse.layer.main:
        parse.use(follows)
        return str(parse.get(follows, "measure"))
    if any(parse.get(p, "measure") == "price_per_share" for p in (index + 1, index + 2)):
        return "price_per_share"
    return parse.layer.main


def column_values(parse: Parse) -> None:
    """Round types, statuses, kinds: several of one column are alternatives."""
    chosen: dict[str, list[str]] = {}
    _left_out(parse)
    for index in parse.all("value"):
        if index in parse.used or not _means_value(parse, index):
            continue
        column, value = parse.get(index, "value")
        onward = index not in parse.ranged and parse.norm(index + 1) in ("on", "onward", "onwards", "upward", "upwards", "+")
        if onward and not parse.has(index + 2, "period", "entity"):
            raise Unreadable("low_confidence", f"What comes after {parse.items[index].text!r} is not known; name them.")
        between = parse.ranged.get(index)
        if between == ():
            parse.use_value(index)
            continue
        if column in chosen and value not in chosen[column] and not any(parse.norm(i) in _JOINED for i in range(index)):
            raise Unreadable("low_confidence", f"Two conditions on the {column.replace('_', ' ')} contradict each other.")
        chosen.setdefault(column, []).extend(between or (value,))
        parse.use_value(index)
        beside = index + 1 + (parse.norm(index + 1) == "-")
        parse.use(*(i for i in (beside,) if parse.get(i, "attribute") == column))  # "seed-stage rounds"
    for column, values in chosen.items():
        parse.values.append(ValueFilter(column, tuple(dict.fromkeys(values))))
    for index in parse.all("value"):
        if parse.norm(index + 1) in ("and", "or", ",", "plus") and parse.has(index + 2, "value"):
            parse.use(index + 1)
        if parse.norm(index + 1) == "or" and parse.norm(index + 2) in ("a", "an", "the", "its", "their") and parse.has(index + 3, "value"):
            parse.use(index + 1, index + 2)  # "a seed or a Series A"


def _left_out(parse: Parse) -> None:
    """Values that are negated: those of one column together."""
    chosen: dict[str, dict[str, int]] = {}
    for index in sorted(parse.negated):
        if parse.has(index, "value"):
            column, value = parse.get(index, "value")
            chosen.setdefault(column, {})[value] = index
            parse.use_value(index)
    for column, values in chosen.items():
        turned(ValueFilter(column, tuple(values)), parse, *values.values())
        hidden = parse.pack.tables[parse.fact].excluded_status  # "rumours left out" brings no denied ones in
        parse.any_status |= column == STATUS and not {*values} <= {*hidden}


def _means_value(parse: Parse, index: int) -> bool:
    """ "closed rounds" is a status, "has closed four rounds" is not."""
    if not parse.has(index, "light", "aux"):
        return not parse.is_verb(index)
    other = parse.get(index - 2, "value")
    if parse.norm(index - 1) in _JOINED and other and other[0] == parse.get(index, "value")[0]:
        return True  # "agreed or done"
    head = parse.head_after(index + 1)
    return head is not None and head == index + 1 and not parse.has(index - 1, "aux", "entity")
