"""Which gold row belongs to which found row: the pairing with the greatest sum of scores."""

from collections.abc import Sequence
from math import inf


def best_pairs(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The one-to-one pairing of rows and columns with the greatest sum; pairs that score 0 are left out.

    The Hungarian method with potentials, O(n^3) (Kuhn 1955, Munkres 1957).

    Args:
        scores: not negative; `scores[i][j]` says how well row i and column j fit.

    Returns:
        (row, column) pairs in the order of the rows.
    """
    size = max(len(scores), *(len(row) for row in scores), 0) if scores else 0
    cost = [[-(scores[i][j] if i < len(scores) and j < len(scores[i]) else 0.0) for j in range(size)] for i in range(size)]
    owner = _assign(cost)
    pairs = sorted((row, column) for column, row in enumerate(owner))
    return [(row, column) for row, column in pairs if cost[row][column] < 0]


def _assign(cost: list[list[float]]) -> list[int]:
    """For each column the row that it is given in the cheapest assignment of a square matrix."""
    size = len(cost)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [size] * (size + 1)  # column -> row; `size` stands for "nobody", the last column is the one to start from
    for row in range(size):
        owner[size] = row
        column, before = _augment(cost, row, owner, of_row, of_column)
        while column != size:
            owner[column] = owner[before[column]]
            column = before[column]
    return owner[:size]


def _augment(cost: list[list[float]], row: int, owner: list[int], of_row: list[float], of_column: list[float]) -> tuple[int, list[int]]:
    """The free column that a cheapest path from `row` ends in, and for each column the one before it on the path."""
    size = len(cost)
    slack, before, done = [inf] * size, [size] * size, [False] * (size + 1)
    here = size
    while True:
        done[here] = True
        for column in range(size):
            reduced = cost[owner[here]][column] - of_row[owner[here]] - of_column[column]
            if not done[column] and reduced < slack[column]:
                slack[column], before[column] = reduced, here
        there = min((column for column in range(size) if not done[column]), key=slack.__getitem__)
        step = slack[there]
        for column in range(size + 1):
            if done[column]:
                of_row[owner[column]] += step
                of_column[column] -= step
            elif column < size:
                slack[column] -= step
        here = there
        if owner[here] == size:
            return here, before
