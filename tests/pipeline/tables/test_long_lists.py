"""A long list of figures takes no more work a line than a short one."""

import sys
from collections.abc import Callable
from typing import Any

from rie.pack import load_pack
from rie.pipeline.frame import Item
from rie.pipeline.tables.cells import Tables

LINE = "Net 1\n"


def _list(lines: int) -> Tables:
    text = LINE * lines
    starts = [number * len(LINE) for number in range(lines)]
    items = [item for sentence, at in enumerate(starts) for item in (Item("METRIC", "Net", at, at + 3, sentence, term="net_income"),
                                                                     Item("NUMBER", "1", at + 4, at + 5, sentence))]
    return Tables(load_pack("business"), text, items)


def _calls(work: Callable[[], Any]) -> int:
    """How many functions the work calls."""
    count = 0

    def seen(frame: Any, event: str, arg: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _read(lines: int) -> int:
    tables = _list(lines)
    triggers = range(0, 2 * lines, 2)
    return _calls(lambda: [(tables.heading(one), tables.scale_over(one), tables.is_listed(one), tables.reported(one, None))
                           for one in triggers])


def test_the_work_on_a_list_grows_with_its_lines() -> None:
    assert _read(400) < 5 * _read(100)


def test_what_stands_over_a_list_is_over_each_of_its_lines() -> None:
    text = "Nine months\n" + LINE * 3
    items = [Item("DATE", "Nine months", 0, 11, 0)]
    items += [Item("METRIC", "Net", 12 + 6 * number, 15 + 6 * number, number + 1, term="net_income") for number in range(3)]
    items += [Item("NUMBER", "1", 16 + 6 * number, 17 + 6 * number, number + 1) for number in range(3)]
    items.sort(key=lambda item: item.start)
    tables = Tables(load_pack("business"), text, items)
    assert [tables.heading(number) for number, item in enumerate(items) if item.label == "METRIC"] == [0, 0, 0]
