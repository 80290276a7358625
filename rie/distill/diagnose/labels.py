"""Do the annotations show what is to be learnt? Labels that are rare, missing, or shared out unevenly; marks that cannot be reached."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from spacy.training import Example

from rie.distill.corpus import ExampleMaker, Task
from rie.distill.diagnose.finding import Finding
from rie.evaluation.components import reachable
from rie.pack import Pack
from rie.pipeline.network.candidates import pairs
from rie.pipeline.network.scheme import Scheme, scheme
from rie.pipeline.relations import named_relations

RARE: Final = 50  # examples of a label below which it is hardly learnt
APART: Final = 0.15  # total variation distance of two parts from which on they are different texts
REACHED: Final = 0.97  # of the roles, each with the nearest trigger of its event, that the component is shown at all
_SHOWN: Final = 8


def labels(parts: Mapping[str, Sequence[Task]]) -> Finding:
    """How labels and roles are distributed over the parts.

    Args:
        parts: the tasks of `train`, `dev` and `test`.
    """
    counts = {part: _counted(tasks) for part, tasks in parts.items()}
    trained = counts["train"]
    unseen = sorted({name for part in ("dev", "test") for name in counts[part]} - trained.keys())
    rare = {name: count for name, count in sorted(trained.items(), key=lambda item: item[1]) if count < RARE}
    distance = {part: round(_distance(trained, counts[part]), 3) for part in ("dev", "test") if counts[part]}
    figures = {"counts": {part: dict(found.most_common()) for part, found in counts.items()}, "distance": distance}
    problems = []
    if unseen:
        problems.append(f"in dev or test but never in train: {', '.join(unseen[:_SHOWN])}")
    if rare:
        problems.append(f"fewer than {RARE} in train: {', '.join(f'{name} {count}' for name, count in [*rare.items()][:_SHOWN])}")
    problems += [f"{part} is {far:.0%} unlike train" for part, far in distance.items() if far > APART]
    if problems:
        return Finding("labels", "wrong" if unseen else "look", "; ".join(problems),
                       "write texts that show them, or move texts between the parts; a score of a rare label means little", figures)
    told = f"{len(trained)} labels and roles, each at least {min(trained.values(), default=0)} times in train"
    apart = ", ".join(f"{part} {far:.0%} unlike train" for part, far in distance.items())
    return Finding("labels", "sound", f"{told}; {apart}", figures=figures)


def _counted(tasks: Sequence[Task]) -> Counter[str]:
    found = Counter(span["label"] for task in tasks for span in task["spans"])
    for task in tasks:
        label = {span["id"]: span["label"] for span in task["spans"]}
        found.update({f"{label[head]}.{role}" for head, role in {(r["head"], r["label"]) for r in task["relations"]}})
    return found


def _distance(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Half the sum of the differences of two distributions: 0 for the same, 1 for nothing in common."""
    sums = sum(one.values()) or 1, sum(other.values()) or 1
    return sum(abs(one.get(name, 0) / sums[0] - other.get(name, 0) / sums[1]) for name in {*one, *other}) / 2


def is_within_reach(example: Example, known: Scheme) -> bool:
    """Whether all relations of an example are among its candidate pairs, so that all could be learnt."""
    index, named = _pairs(example, known), named_relations(example.reference)
    return all((head, child) in index for kind in named.values() for head, child, _ in kind)


def _pairs(example: Example, known: Scheme) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """The candidate pairs by their tokens."""
    spans = [(span.start, span.end) for span in example.predicted.spans["mentions"]]
    return {(spans[head], spans[child]) for head, child in pairs(example.predicted, known).index.tolist()}


def reach(pack: Pack, maker: ExampleMaker, tasks: Sequence[Task]) -> Finding:
    """Whether tokens and candidate pairs can express what is annotated: what they cannot, no training will teach.

    Args:
        maker: a new one, whose counts are of these tasks only.
    """
    known, gold, lost = scheme(pack), 0, Counter[str]()
    for task in tasks:
        example = maker.example(task)
        index = _pairs(example, known)
        for head, child, label in reachable(example):
            gold += 1
            lost[label] += (head, child) not in index
    share = 1 - lost.total() / max(gold, 1)
    figures = {"roles": gold, "reached": round(share, 4), "misaligned": maker.misaligned, "unfound": maker.unfound, "lost": dict(+lost)}
    told = (f"{share:.1%} of {gold} roles are among the candidate pairs; {maker.misaligned} marks cut a token, {maker.unfound} are of "
            "words that no vocabulary or grammar has")
    if share >= REACHED and maker.misaligned <= len(tasks) / 20:
        return Finding("reach", "sound", told, figures=figures)
    most = ", ".join(f"{name} {count}" for name, count in lost.most_common(3) if count)
    return Finding("reach", "look", f"{told}; most lost: {most or 'none'}",
                   "look whether these stand far from their trigger (mark the trigger of their own clause) or are marked wrongly", figures)
