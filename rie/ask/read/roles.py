"""Who plays which role: from the verbs, nouns, prepositions and possessives around the names of a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from rie.ask.form import Ref
from rie.ask.names import english
from rie.ask.parse import INSIDE, Argument, Parse, Unreadable
from rie.ask.read.clauses import STATUS
from rie.pack.layer import AttributeLayer, MeasureLayer, RoleLayer


def roles(parse: Parse) -> None:
    """Give every argument its role.

    Raises:
        Unreadable: a name has no role here, or two names have one that only one can have.
    """
    for index in parse.all("verb"):
        if parse.is_verb(index):
            parse.passive[index] = _is_passive(parse, index)
    for argument in parse.arguments:
        argument.role = _said_to_be(parse, argument) or _role(parse, argument)
        _check_own(parse, argument)
    for argument in (item for item in parse.arguments if item.index in parse.negated):
        before = next((other for other in parse.arguments if other.last == argument.left - 2), None)
        if before is not None and parse.has(argument.left - 1, "negation"):
            argument.role, argument.weak = before.role or argument.role, False
    _refuse_nested(parse)
    _resolve_conflicts(parse)
    _side_by_side(parse)
    for argument in parse.arguments:
        _settle(parse, argument)
    for head, threshold in parse.names_per_group:
        role = next((argument.role for argument in parse.arguments if argument.index == head), None)
        if role is None:
            raise Unreadable("low_confidence", "It is not clear what the number of names belongs to.")
        parse.thresholds.append(replace(threshold, measure=f"count:{role}"))


def _refuse_nested(parse: Parse) -> None:
    """ "total raised by companies backed by X" asks for all rounds of some companies, not for the rounds of X."""
    for argument in parse.arguments:
        after = argument.last + 1
        relative = parse.norm(after) in ("that", "which", "who", "whom")
        while (
            relative
            and after + 1 < len(parse.items)
            and (parse.has(after + 1, "aux", "article", "entity") or parse.norm(after + 1) == "ever")
        ):
            after += 1
        verb = after + 1 if relative else after
        others = [other for other in parse.passive if other != verb]
        inner = (parse.has(argument.left - 1, "prep") and not parse.has(argument.left, "which")) or bool(others)
        if (
            not argument.refs
            and not argument.asked
            and verb in parse.passive
            and inner
            and (parse.has(argument.left - 1, "prep") or len(others) > 0)
        ):
            raise Unreadable("low_confidence", "The question has a condition within a condition; ask in two steps.")


def _check_own(parse: Parse, argument: Argument) -> None:
    """ "Acquirers that were acquired": who is named by one role and is said to have another is asked for by two conditions."""
    if argument.refs or argument.own is None or argument.role in (None, argument.own) or parse.has(argument.left - 1, "prep"):
        return
    own, role = parse.layer.roles[argument.own], parse.layer.roles[str(argument.role)]
    if own.first and role.first:
        raise Unreadable("low_confidence", "The question has a condition within a condition; ask in two steps.")


def _said_to_be(parse: Parse, argument: Argument) -> str | None:
    """ "Which London companies were buyers": the role that companies are said to have."""
    if argument.refs or argument.own or argument.asked or parse.norm(argument.last + 1) not in english.COPULA:
        return None
    other = next((other for other in parse.arguments if other.own and other.left - 1 == argument.last + 1), None)
    return other.own if other is not None and not parse.has(other.last + 1, "noun", "poss") else None


def _verbs(parse: Parse) -> list[int]:
    return sorted(parse.passive)


def _role(parse: Parse, argument: Argument) -> str | None:
    before = argument.left - 1 - (parse.has(argument.left - 1, "op") and parse.has(argument.left - 2, "prep"))
    if parse.has(argument.last + 1, "poss"):
        found = _beside(parse, range(argument.last + 2, len(parse.items)), "'s")
        argument.weak = True
        return found or _modified(parse, argument)
    if argument.refs and (played := _played(parse, argument.last + 1)):
        named = parse.norm(argument.last + 2 + parse.has(argument.last + 2, "article"))
        if len(argument.refs) > 1 and not argument.alternatives and not named.endswith("s"):
            raise Unreadable("low_confidence", "It is not clear whose role that is; ask for one name.")
        return played
    before_it = [other for other in parse.arguments if other.last < argument.left and not other.refs]
    asked = next((other.role for other in before_it if other.role and (other.asked or parse.has(other.left, "which"))), None)
    if asked and len(argument.refs) > 1 and parse.norm(before) in (",", ":"):
        return asked  # "who led more rounds, Acme or Globex"
    if argument.own and parse.has(before, "prep"):
        governor = next((index for index in range(before - 1, -1, -1) if _frame(parse, index).get(parse.norm(before))), None)
        return _frame(parse, governor)[parse.norm(before)] if governor in parse.passive and governor is not None else argument.own
    if parse.has(before, "prep") and (not parse.has(before, "light") or argument.refs or argument.asked):
        found = _by_preposition(parse, before, argument, parse.norm(before))
        argument.weak |= parse.has(argument.last + 1, "noun") and parse.noun_at(argument.last + 1)  # "buyers of Acme disposals"
        if found:
            return found
    if argument.refs and parse.has(before, "noun") and parse.noun_at(before) and parse.has(argument.last + 1, "light", "value"):
        agent: str | None = parse.layer.nouns[parse.get(before, "noun")].agent  # "which purchase Acme completed"
        return agent
    verbs = _verbs(parse)
    left = max((verb for verb in verbs if verb < argument.left), default=None)
    right = min((verb for verb in verbs if verb > argument.last), default=None)
    if left is not None and _adjacent(parse, left, argument.left):
        argument.weak |= "passive" in parse.layer.verbs[parse.get(left, "verb")].roles  # "what was paid when Acme changed hands"
        return None if parse.passive[left] and not argument.refs else parse.layer.verbs[parse.get(left, "verb")].roles.get("object")
    governs = parse.has(argument.last + 1, "prep") and any(parse.noun_at(index) for index in range(argument.last, right or 0))
    if argument.own and not argument.refs and governs:
        return argument.own  # "acquirers in takeovers that cost under $5m"
    if right is not None and not parse.has(before, "prep"):
        return _left_of_verb(parse, argument, left, right)
    return argument.own or _light_subject(parse, argument) or _modified(parse, argument)


def _played(parse: Parse, index: int) -> str | None:
    """ "deals with Acme as the buyer"."""
    role = index + 1 + parse.has(index + 1, "article")
    found = parse.get(role, "role") if parse.norm(index) == "as" else None
    return str(found) if found else None


def _adjacent(parse: Parse, verb: int, left: int) -> bool:
    return all(parse.has(index, "filler", "article", "op") for index in range(verb + 1, left))


def _frame(parse: Parse, index: int) -> Mapping[str, str]:
    """The roles around a verb or noun."""
    layer = parse.layer
    if index in parse.passive:
        return dict(layer.verbs[parse.get(index, "verb")].roles)
    if parse.has(index, "noun") and not parse.is_verb(index):
        return dict(layer.nouns[parse.get(index, "noun")].roles)
    kinds: tuple[tuple[str, Mapping[str, Any]], ...] = (("role", layer.roles), ("measure", layer.measures), ("attribute", layer.attributes))
    for kind, owners in kinds:
        if parse.has(index, kind):
            spec: RoleLayer | MeasureLayer | AttributeLayer = owners[parse.get(index, kind)]
            return spec.of
    return layer.nouns[0].roles if parse.has(index, "typed") else {}


def _beside(parse: Parse, positions: Iterable[int], link: str) -> str | None:
    for index in positions:
        if link in ("'s", "mod") and parse.has(index, "entity", "which", "who", "how_much", "how_many"):
            continue
        if (
            link == "'s"
            and parse.has(index, "typed")
            and parse.head_after(index + 1) is not None
            and not parse.noun_at(index + 1)
            and parse.has(index + 1, "role")
        ):
            continue
        role = _frame(parse, index).get(link)
        if role:
            return role
    return None


def _by_preposition(parse: Parse, before: int, argument: Argument, preposition: str) -> str | None:
    fronted = not any(index in parse.passive or parse.noun_at(index) or parse.has(index, "role", "measure") for index in range(before))
    backwards = range(before - 1, -1, -1)
    found = _beside(parse, backwards, preposition)
    noun = next((index for index in backwards if parse.has(index, "noun") and not parse.is_verb(index)), None)
    if preposition == "at" and noun is not None and argument.refs:
        argument.weak |= found == parse.layer.nouns[parse.get(noun, "noun")].agent  # "rounds at a fund"
    if preposition == "of" and noun is not None and argument.refs:
        several = parse.norm(noun).endswith("s") or parse.order is not None
        argument.weak |= several and _frame(parse, noun).get("'s") not in (None, found)  # "the acquisitions of Acme": those it made
        argument.weak |= found == parse.layer.nouns[parse.get(noun, "noun")].agent  # "the rounds of a fund" are those that it joined
    if found is None and fronted:
        found = _beside(parse, range(argument.last + 1, len(parse.items)), preposition)
    return found


def _left_of_verb(parse: Parse, argument: Argument, previous: int | None, verb: int) -> str | None:
    """Subject, or what stands in front of the subject: "what did X buy", "companies X has invested in"."""
    frame: dict[str, str] = parse.layer.verbs[parse.get(verb, "verb")].roles
    bare = [
        other for other in parse.arguments
        if (previous is None or other.left > previous) and other.last < verb and not parse.has(other.last + 1, "poss")
        and not (parse.has(other.left - 1, "prep") and not (other.role is None or other is argument))
    ]  # fmt: skip
    bare = [other for other in bare if other is argument or not parse.has(other.left - 1, "prep", "negation")]
    others = [other for other in bare if not other.refs and other.left > argument.last]
    argument.weak |= bool(argument.refs and others)  # "Acme: number of companies backed"
    if parse.passive[verb] and argument.refs and others and not any(parse.has(index, "aux") for index in range(argument.last, verb)):
        return frame.get("subject") or frame.get("object")
    if parse.passive[verb]:
        return frame.get("passive") or frame.get("object") or frame.get("to") or frame.get("subject")
    fronted = len(argument.refs) > 1 and bare and bare[-1].asked and parse.norm(argument.last + 1) in (",", ":")
    acted = argument.asked and parse.norm(argument.index) == "what" and parse.norm(argument.last + 1) in english.ACTING
    if acted and "passive" in frame:
        return None  # "what did Acme fetch": money
    acted &= "object" not in frame  # "what did Boston raise"
    if bare and (bare[-1] is argument or fronted) and not acted:  # "Acme or Globex, who led more rounds"
        return frame.get("subject") or frame.get("object")
    stranded = next((parse.norm(i) for i in range(verb + 1, len(parse.items)) if parse.has(i, "prep") and _is_stranded(parse, i)), None)
    if stranded and frame.get(stranded):
        return frame[stranded]
    last = parse.norm(verb).split()[-1]  # "who has Acme put money into"
    return frame.get("object") or (frame.get(last) if last in ("in", "into") and argument.asked else None)


def _is_stranded(parse: Parse, index: int) -> bool:
    return not (parse.has(index + 1, "entity", "generic", "role", "article", "anaphor", "which", "who", "typed", "place", "value", "noun"))


def _light_subject(parse: Parse, argument: Argument) -> str | None:
    """ "rounds did X make", "has X had", "companies with a Series B": the noun says who makes or has it."""
    light = next((i for i in parse.all("light", "aux") if i not in parse.passive and i > argument.last), None)
    before = next((i for i in parse.all("aux") if i < argument.left and parse.norm(i) not in english.PASSIVE), None)
    if light is None and before is None:
        return None
    nouns = [i for i in range(len(parse.items)) if parse.noun_at(i)]
    if not nouns:
        return None
    spec = next((parse.layer.nouns[parse.get(i, "noun")] for i in nouns if parse.has(i, "noun")), parse.layer.nouns[0])
    if light is not None and parse.norm(light) in english.PASSIVE:
        return None
    argument.weak = True
    return spec.agent


def _modified(parse: Parse, argument: Argument) -> str | None:
    argument.weak = argument.loose = True
    if not argument.refs:
        return None
    right = _beside(parse, range(argument.last + 1, len(parse.items)), "mod")
    return right or _beside(parse, range(argument.left - 1, -1, -1), "mod") or _from_verbs(parse)


def _from_verbs(parse: Parse) -> str | None:
    roles = [parse.layer.verbs[parse.get(verb, "verb")].roles.get("subject") for verb in _verbs(parse)]
    return roles[0] if roles else None


def _is_passive(parse: Parse, verb: int) -> bool:
    past = parse.has(verb, "past") or not parse.layer.verbs[parse.get(verb, "verb")].past
    by = parse.norm(verb + 1) == "by" and not parse.has(verb + 1, "group")
    if parse.norm(verb + 1) == "by" and parse.has(verb + 2, "entity", "which", "who", "generic", "role", "anaphor", "article", "place"):
        by = True
    for index in range(verb - 1, max(verb - 6, -1), -1):
        if parse.norm(index) in ("what was", "what were", "what is", "what are") and index == verb - 1:
            return past
        if (
            index in parse.passive
            or parse.norm(index).endswith(" time")
            or (parse.has(index, "which", "who") and parse.norm(index) != "which")
        ):
            break
        if parse.norm(index) in english.AUXILIARIES:
            return by or (past and parse.norm(index) in english.PASSIVE)
    if by:
        return True
    return parse.has(verb, "past") and _is_reduced(parse, verb)


def _is_reduced(parse: Parse, verb: int) -> bool:
    """ "companies acquired in 2016": a noun before, nothing behind that could be its object."""
    noun = next((arg for arg in parse.arguments if arg.last == verb - 1 and not arg.refs and not arg.asked), None)
    follow = verb + 1
    while parse.has(follow, *INSIDE, "op", "op_after") and not parse.noun_at(follow):
        follow += 1
    if parse.noun_at(follow) or (noun is not None and any(parse.has(index, "which") for index in range(noun.left, noun.index))):
        return False
    has_object = any(arg.left > verb and _adjacent(parse, verb, arg.left) for arg in parse.arguments)
    return noun is not None and not has_object


def _resolve_conflicts(parse: Parse) -> None:
    """ "dk7's acquisition by Corvane": of two names with one role, the possessive is the other side."""
    for argument in parse.arguments:
        rivals = [other for other in parse.arguments if other is not argument and other.refs and other.role == argument.role]
        if argument.refs and rivals and argument.weak and parse.has(argument.last + 1, "poss"):
            argument.role = _other_side(parse, argument.role)


def _side_by_side(parse: Parse) -> None:
    """ "the Acme Globex deal": of two names in front of a noun one is on each side; who bought whom is known from the store."""
    for first, second in pairwise(argument for argument in parse.arguments if argument.refs):
        noun = second.last + 1
        apart = {parse.norm(index) for index in range(first.last + 1, second.index)} - {"-", "/", "\u2013"}
        if apart or not (parse.has(noun, "noun") and parse.noun_at(noun)):
            continue
        one, other = (parse.layer.nouns[parse.get(noun, "noun")].roles.get(link) for link in ("mod", "for"))
        known = [
            pair for pair in ((one, other), (other, one))
            if all(_plays(parse, name, role) for name, role in zip((first, second), pair, strict=True))
        ]  # fmt: skip
        if one != other and len(known) == 1:
            (first.role, second.role), first.weak, second.weak = known[0], False, False
            parse.use(*range(first.last + 1, second.index))


def _plays(parse: Parse, argument: Argument, role: str | None) -> bool:
    return all((parse.fact, role) in parse.names.plays.get(ref, ()) for ref in argument.refs)


def _other_side(parse: Parse, role: str | None) -> str | None:
    noun = next(
        (parse.layer.nouns[parse.get(i, "noun")] for i in range(len(parse.items)) if parse.noun_at(i) and parse.has(i, "noun")), None
    )
    return noun.roles.get("of") if noun and noun.roles.get("of") != role else None


def _settle(parse: Parse, argument: Argument) -> None:
    if argument.role is None and argument.own:
        argument.role = argument.own
    if not argument.refs:
        if argument.role is None and not argument.asked:
            argument.role = parse.layer.subject if parse.layer.subject == "company" and not argument.asked else None
        return
    if len(argument.refs) > 1 and not _are_alike(parse, argument):
        raise Unreadable("low_confidence", f"Say what {argument.refs[0].name} has to do with it, and what {argument.refs[-1].name}.")
    kind = parse.get(argument.last + 1, "value")
    argument.weak |= kind is not None and kind[0] != STATUS  # "the Acme unit" may be sold by Acme
    if argument.role is None or argument.weak:
        argument.role = _from_evidence(parse, argument.refs, argument.role, argument.loose)
    owned = argument.last + 1 + parse.has(argument.last + 1, "poss")
    companies = parse.has(owned, "generic", "role") and parse.get(owned, "role") in (None, parse.layer.subject)
    if companies and not _plays(parse, argument, argument.role):
        raise Unreadable("low_confidence", f"It is not clear which companies of {argument.refs[0].name} are meant.")  # "Acme's portfolio"
    stranger = any(ref.kind == "person" and all(fact != parse.fact for fact, _ in parse.names.plays.get(ref, ())) for ref in argument.refs)
    if argument.role is None or (stranger and parse.layer.roles[argument.role].kind != "person"):
        raise Unreadable("low_confidence", f"It is not clear what {argument.refs[0].name} has to do with it.")


def _are_alike(parse: Parse, argument: Argument) -> bool:
    """Whether names may play one role: joined by more than a comma, or known in the same; those of "Acme, Globex, price paid" may not."""
    each = [{role for fact, role in parse.names.plays.get(ref, ()) if fact == parse.fact} for ref in argument.refs]
    told = {parse.norm(index) for index in range(argument.left, argument.last)} & {"and", "or", "vs", "versus", "&", "plus", "with"}
    return bool(told) or not all(each) or bool(set.intersection(*each))


def _from_evidence(parse: Parse, refs: tuple[Ref, ...], guess: str | None, loose: bool) -> str | None:
    """Where the words leave the role open, the roles that the store knows the names in."""
    played = set.intersection(*({role for fact, role in parse.names.plays.get(ref, ()) if fact == parse.fact} for ref in refs))
    known = _families(parse, played)
    if (guess in played and not loose) or not known:
        return guess
    known.sort(key=lambda role: role != guess)
    return str(parse.choose("evidence", known))


def _families(parse: Parse, played: set[str]) -> list[str]:
    """Roles of one table and column are one: a lead investor is an investor."""
    seen: dict[tuple[str | None, str, object], str] = {}
    for role, layer in parse.layer.roles.items():
        if role in played:
            seen.setdefault((layer.table, layer.column, repr(layer.where) if layer.first else None), role)
    return list(seen.values())
