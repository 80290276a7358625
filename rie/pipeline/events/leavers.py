"""Who leaves, and what: the subject of a verb of leaving, "since John Doe resigned", and the board right behind one; no post that somebody
leaves for: "left Acme to become chairman of a bank".
"""

import re
from collections.abc import Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

GIVEN = 0.9  # of a role that words give
DOUBTFUL = 0.4  # of a post beside others that are surer by as much
REACH = 60  # characters before a name that stands for a post, and before a verb
_LEAVES = re.compile(
    r"(?:resign(?:s|ed|ing)?|retir(?:es?|ed|ing)|quit(?:s|ting)?|stepp?(?:s|ed|ing)?|stand(?:s|ing)?|stood|leav(?:es?|ing)|left"
    r"|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?|died|dies)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:,? (?:aged? )?\d\d,?)?(?:,? who)?"
    r"(?: (?:has|had|have|is|was|will|would|to|be|been|also|now|recently|abruptly|suddenly|unexpectedly|formally|plans|intends|decided"
    r"|due|not|himself|herself|announced|said|he|she|that|,))*,? ")
_AND = re.compile(r",? and (?:M[rs]{1,2}\.? |Dr\.? )?|, (?:M[rs]{1,2}\.? |Dr\.? )?")
_TOO = re.compile(
    r"\b(?:as (?:did|has|have|will|well as)|so (?:did|has|have|will)|along with|together with|followed by|joined by|including|among them"
    r"|namely|like|unlike)\b[^.;]{0,30}$|: [^.;]*$")
_SINCE = re.compile(r"\b(?:when|since|after|following) (?:(?:M[rs]{1,2}|Dr|Sir|Dame|Lord)\.? )?$")
_BOARD_BEHIND = re.compile(
    r"(?: down| aside)?(?: (?:from|on|onto|to|off))?(?: (?:the|its|our|their|\w+['\u2019]s))?(?: (?:company|group|bank)['\u2019]s)? ")
_AND_THEN = re.compile(r", [^.;,]{3,40},? and (?:M[rs]{1,2}\.? )?")
_AND_POST = re.compile(  # "sales chief John Doe and general counsel Jane Roe resigned"
    r",? and (?:the |its )?(?:(?!(?:who|when|after|that|which|said|whom|as|while|because|if)\b)[a-z-]+ ){1,5}(?:M[rs]{1,2}\.? )?")
_GROWN = re.compile(
    r"\b(?:expand|enlarg|increas|widen|strengthen|bolster|broaden|complet|fill)\w* (?:the size of )?(?:its|the|their) "
    r"(?:[a-z-]+ )?$", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:to|for)(?: (?:the|an?))?(?: (?:become|take|accept|assume|pursue|join|lead|head|run|start|move|serve|work|be|fill|position|post"
    r"|role|job|return))\b[^.;]*$")
_OTHER = re.compile(r" (?:of|at|with|for) (?:an? |another\b|its (?:rival|parent)|the (?:rival|[A-Z])|[A-Z])")
_POST_THAT = re.compile(
    r"\b(?:job|post|position|role|title|seat|office|chair)(?: (?:that|which))?"
    r"(?: (?:his|her|their|its|the|late|elder|older|younger|father|mother|brother|sister|uncle|husband|wife|Mr|Ms|Mrs|Dr)\b[.,]?)* $")
_HELD = re.compile(r",? (?:has |had )?(?:held|filled|occupied|vacated|left|gave up|relinquished|is leaving|is giving up)\b")
_TITLE = re.compile(r" (?:M[rs]{1,2}\.? |Dr\.? )?|, (?:M[rs]{1,2}\.? |Dr\.? )?")


def tell_leavers(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Leave changes the people and the posts that are theirs; references are unresolved.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        post = next((role for role, spec in event.roles.items() if spec.paired), None)
        if len(event.tie) < 2 or post is None or items[frame.trigger].in_title:
            continue
        _leave_held(event, frame, items, text)
        _keep_subject(event, frame, items, text)
        _leave_what_is_for(event, frame, post, items, text)
        _play_board(event, frame, post, items, text)


def keep_sure_posts(pack: Pack, joined: Sequence[Frame]) -> None:
    """Drop the posts that were only thought possible where others are told: they say nothing of how sure a change is."""
    for frame in joined:
        for role, spec in pack.events[frame.event].roles.items():
            best = max((score for _, score in frame.roles.get(role, ())), default=0.0)
            if spec.paired and best - DOUBTFUL >= DOUBTFUL:
                frame.roles[role] = [(i, score) for i, score in frame.roles[role] if score >= DOUBTFUL]


def _leave_held(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Roe becomes president, a job her father, John Doe, held since 1994": he leaves what she takes up."""
    begins, leaves = event.tie[0], event.tie[-1]
    held = [(i, s) for i, s in frame.roles.get(begins, ()) if i > frame.trigger and _HELD.match(text, items[i].end)
            and _POST_THAT.search(text[max(items[i].start - REACH, 0) : items[i].start])]
    if held and len(held) < len(frame.roles[begins]):
        frame.roles[begins] = [player for player in frame.roles[begins] if player not in held]
        frame.roles[leaves] = [*frame.roles.get(leaves, ()), *held]


def _keep_subject(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "A search that began when Doe resigned": who stands right before a verb of leaving, and those joined to him, leave; nobody else of
    the sentence does, nor who is told behind the verb of him who stands before it: "Doe will retire in May, when Roe becomes chairman".
    """
    leaves, verb = event.tie[-1], items[frame.trigger]
    here = [i for i, _ in frame.roles.get(leaves, ()) if items[i].sentence == verb.sentence]
    if len(here) < 2 or not _LEAVES.fullmatch(verb.text):
        return
    before = [i for i in here if i < frame.trigger]
    subject = next((i for i in reversed(before) if _SUBJECT.fullmatch(text, items[i].end, verb.start)), None)
    kept = {i for i in here if i > frame.trigger and _TOO.search(text[verb.end : items[i].start])}
    if subject is not None:
        kept |= _joined_to(subject, here, items, text)
        frame.alone = frame.alone or _SINCE.search(text[max(items[subject].start - REACH, 0) : items[subject].start]) is not None
    elif before:
        kept |= set(before)
    else:
        return
    frame.roles[leaves] = [(i, score) for i, score in frame.roles[leaves] if i in kept or i not in here]


def _joined_to(subject: int, people: Sequence[int], items: Sequence[Item], text: str) -> set[int]:
    """Who "and" and commas join to a subject, before it."""
    kept = {subject}
    for one, other in zip(reversed([i for i in people if i < subject]), reversed([i for i in people if i <= subject]), strict=False):
        between = text[items[one].end : items[other].start]
        if not any(words.fullmatch(between) for words in (_AND, _AND_POST, _AND_THEN)):
            break
        kept.add(one)
    return kept


def _leave_what_is_for(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "Treasurer John Doe is to leave Acme to become chairman of a bank": he leaves the post before his name."""
    verb = items[frame.trigger]
    if frame.roles.keys() & set(event.tie) != {event.tie[-1]} or not _LEAVES.fullmatch(verb.text):
        return
    foreign = [
        i
        for i, _ in frame.roles.get(post, ())
        if i > frame.trigger
        and items[i].sentence == verb.sentence
        and _FOR.search(text[verb.end : items[i].start])
        and _OTHER.match(text, items[i].end)
    ]
    if not foreign:
        return
    frame.roles[post] = [(i, score) for i, score in frame.roles[post] if i not in foreign]
    person = frame.roles[event.tie[-1]][0][0]
    held = person - 1
    if (
        not frame.roles[post]
        and held >= 0
        and items[held].label in event.roles[post].labels
        and _TITLE.fullmatch(text, items[held].end, items[person].start)
    ):
        frame.roles[post] = [(held, GIVEN)]
    if not frame.roles[post]:
        del frame.roles[post]


def _play_board(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "Doe left the board", "expanded its board to seven and added Roe": the board is what is left or joined."""
    verb = items[frame.trigger]
    if any(score >= GIVEN for _, score in frame.roles.get(post, ())) or not frame.roles.keys() & set(event.tie):
        return
    boards = [
        i
        for i, item in enumerate(items)
        if item.label in event.roles[post].labels and item.sentence == verb.sentence and "board" in item.text.lower()
    ]
    behind = next((i for i in boards if i > frame.trigger and _BOARD_BEHIND.fullmatch(text, verb.end, items[i].start)), None)
    grown = next((i for i in boards if i < frame.trigger and _GROWN.search(text[max(items[i].start - REACH, 0) : items[i].start])), None)
    if behind is not None:
        frame.roles[post] = [(behind, GIVEN), *(player for player in frame.roles.get(post, ()) if player[0] != behind)]
    elif grown is not None and post not in frame.roles and event.tie[0] in frame.roles:
        frame.roles[post] = [(grown, GIVEN)]
