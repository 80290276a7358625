"""Which number a question is about, and whether the data can give it."""

from __future__ import annotations

from rie.ask.form import Agg
from rie.ask.parse import Parse, Unreadable


def named_measure(parse: Parse) -> str | None:
    """The measure that the question names; a special one before the main one."""
    found = [index for index in parse.all("measure") if index not in parse.used and not parse.is_verb(index)]
    if any(parse.norm(index) == "a share" and parse.norm(index + 1).startswith("of") for index in found):
        raise Unreadable("unknown_attribute", "Shares of a total are not worked out; ask for the numbers.")
    found = [
        index for index in found if not (parse.has(index, "noun") and not parse.has(index, "agg") and parse.norm(index) in ("offer", "bid"))
    ]
    parse.use(*found)
    for index in found:
        following = index + 2 if parse.norm(index + 1).split(" ")[0] == "of" else index
        while parse.has(following, "article", "which", "poss") or (following > index and parse.has(following, "entity")):
            following += 1
        percent = parse.layer.measures[parse.get(index, "measure")].unit == "percent"
        if percent and following > index and (parse.noun_at(following) or parse.has(following, "generic", "value", "filler", "period")):
            raise Unreadable("unknown_attribute", "Shares of a total are not worked out; ask for the numbers.")
    names = [parse.get(index, "measure") for index in found]
    special = [name for name in names if name != parse.layer.main]
    beside = all(
        parse.norm(index).split()[0] in ("per", "a", "each", "own", "by", "according", "valued")
        for index in found
        if parse.get(index, "measure") != parse.layer.main
    )
    if len(set(special)) > 1 or (special and len(set(names)) > 1 and not beside):
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    return next(iter(special), next(iter(names), None))


def verb_measure(parse: Parse) -> str:
    found = [parse.layer.verbs[parse.get(verb, "verb")].measure for verb in sorted(parse.passive)]
    return next((name for name in found if name and name != parse.layer.main), parse.layer.main)


def aggregate_of(parse: Parse) -> Agg | None:
    found = [parse.get(i, "agg") for i in parse.all("agg") if i not in parse.used or parse.agg]
    parse.use(*parse.all("agg"))
    special = {name for name in found if name in ("avg", "median", "max", "min")}
    if len(special) > 1:
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    return next(iter(special), None) or parse.agg or ("sum" if "sum" in found else None)  # type: ignore[return-value]


def barred(parse: Parse) -> set[str]:
    return {role for verb in parse.layer.verbs for role in verb.unmeasured}


def check_unmeasured(parse: Parse, measured: bool) -> None:
    """How much one investor put into a round is nowhere in the data; the size of the round must not stand for it."""
    total = measured or parse.agg == "sum"
    if not total or any(parse.norm(i) in ("size", "sizes", "round size", "amount raised") for i in range(len(parse.items))):
        return
    nouned = any(parse.noun_at(i) for i in range(len(parse.items)))
    frames = [parse.layer.verbs[parse.get(index, "verb")] for index in parse.passive]
    partly = any(parse.norm(i).endswith(" of") for i in parse.all("how_much"))
    source = [
        arg
        for arg in parse.arguments
        if arg.refs and arg.role in barred(parse) and (partly or parse.norm(arg.left - 1) in ("from", "out of"))
    ]
    if source:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    verbs = [frame.unmeasured for frame in frames if frame.measure or not nouned]
    nouns = [
        parse.layer.nouns[parse.get(i, "noun")].unmeasured for i in range(len(parse.items)) if parse.noun_at(i) and parse.has(i, "noun")
    ]
    without = {role for roles in (*verbs, *nouns) for role in roles}
    raised = any(parse.layer.verbs[parse.get(index, "verb")].roles.get("subject") == parse.layer.subject for index in parse.passive)
    named = {arg.role for arg in parse.arguments if arg.refs} | set(parse.by) | ({parse.level_role} if parse.level_role else set())
    if without & named and not raised:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")


def check_additive(parse: Parse, agg: str | None, measure: str | None) -> None:
    if agg == "sum" and measure and not parse.layer.measures[measure].additive:
        raise Unreadable("unknown_attribute", f"A {parse.layer.measures[measure].label} cannot be added up.")
