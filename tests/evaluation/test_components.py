"""Scores of the components."""

from rie.evaluation.components import evaluate_components
from rie.pack import Pack, load_pack


def test_an_argument_counts_whichever_trigger_tells_it(tiny_pack: Pack) -> None:
    tables = evaluate_components(tiny_pack, model=load_pack("business").folder / "model")
    by_trigger, by_event = (tables[name]["all"] for name in ("relations", "arguments"))
    assert by_event.tp >= by_trigger.tp > 0
    assert by_event.tp + by_event.fp <= by_trigger.tp + by_trigger.fp
    assert by_event.f1 >= by_trigger.f1 > tables["relations_without_weights"]["all"].f1
    assert set(tables["arguments"]) == set(tables["relations"])
