"""A request sees one snapshot whole, whatever is published meanwhile."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from rie.api.problems import Missing, NotReady
from rie.api.snapshots import KEEP_OPEN, Snapshots

from rie.errors import StoreError
from tests.api.stub import StubReader, publish


@pytest.fixture
def opened():
    return []


@pytest.fixture
def snapshots(store, opened):
    def opener(folder, number):
        opened.append(StubReader(folder, number))
        return opened[-1]

    return Snapshots(store, opener)


def test_a_held_snapshot_stays_while_newer_ones_are_published(snapshots, store, opened):
    with snapshots.hold() as reader:
        for number in range(5, 15):
            publish(store, number)
            with snapshots.hold() as newer:
                assert newer.snapshot == number
        assert (reader.snapshot, reader.closed) == (4, False)
    for number in range(15, 15 + KEEP_OPEN):
        publish(store, number)
        with snapshots.hold():
            pass
    assert opened[0].closed
    assert sum(not reader.closed for reader in opened) == KEEP_OPEN


def test_a_snapshot_is_opened_once_for_all_threads(snapshots, opened):
    def read(_):
        with snapshots.hold() as reader:
            return reader.snapshot

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(read, range(500))) == {4}
    assert len(opened) == 1


def test_an_older_snapshot_can_be_asked_for(snapshots, store):
    publish(store, 7)
    with snapshots.hold(4) as reader:
        assert reader.snapshot == 4


@pytest.mark.parametrize("number", [0, 5, 10**9])
def test_a_snapshot_that_is_not_there_is_named(snapshots, number):
    with pytest.raises(Missing, match=f"no snapshot {number}; the newest is 4"), snapshots.hold(number):
        pass


def test_a_failed_opening_leaves_nothing_behind(store):
    answers = iter([StoreError("damaged"), None])

    def opener(folder, number):
        error = next(answers)
        if error:
            raise error
        return StubReader(folder, number)

    snapshots = Snapshots(store, opener)
    with pytest.raises(StoreError), snapshots.hold():
        pass
    with snapshots.hold() as reader:
        assert reader.snapshot == 4


@pytest.mark.parametrize("content", ["", "nonsense", "facts-.duckdb"])
def test_a_damaged_pointer_says_so(store, snapshots, content):
    (store / "CURRENT").write_text(content)
    with pytest.raises(NotReady, match="CURRENT"), snapshots.hold():
        pass


def test_closing_closes_all(snapshots, store, opened):
    publish(store, 5)
    with snapshots.hold(4), snapshots.hold(5):
        pass
    snapshots.close()
    assert all(reader.closed for reader in opened)
