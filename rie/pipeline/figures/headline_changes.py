"""Changes that a headline or a first sentence tells of a figure given further below: "lifted its net profit by 27 percent" over "Net profit
exceeded $5m".
"""

from collections.abc import Iterable, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation

FIRST = 2  # sentences at the beginning, the headline among them


def with_changes(pack: Pack, items: Sequence[Item], relations: Iterable[Relation], found: Sequence[Frame]) -> None:
    """Give each figure that is the only one of its metric, of any period, the one change that the beginning tells of it without a figure.

    Args:
        pack: whose event of single triggers the figures are of.
        items: the document's mentions.
        relations: between them.
        found: the frames of the document; changed.
    """
    name, event = pack.of_figures
    single = next((role for role, spec in event.roles.items() if spec.single), None) if event else None
    if event is None or single is None:
        return
    figures = {f"{name}.{row.role}" for row in event.rows}
    relations = list(relations)
    whole = {relation.head for relation in relations if relation.label in figures or relation.label == f"{name}.{event.part}"}
    changes = [relation for relation in relations if relation.label == f"{name}.{single}" and relation.head not in whole
               and items[relation.head].sentence < FIRST]
    main = [frame for frame in found if frame.event == name and frame.row == event.rows[0].role and not frame.tabled]
    for frame in main:
        term = items[frame.trigger].term
        told = [change for change in changes if items[change.head].term == term]
        alike = [other for other in found if other.event == name and items[other.trigger].term == term]
        plain = single not in frame.roles and event.part not in frame.roles and len(alike) == 1
        if plain and told and len({items[change.child].value for change in told}) == 1:
            frame.roles[single] = [(told[0].child, told[0].score)]
