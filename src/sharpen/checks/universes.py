"""Small universes: all inputs of one form up to a size, smallest first; for `exhaustive`."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations, product
from typing import Any

Tree = tuple[Any, Any, Any] | None
"""A binary tree: a value, the tree on its left and the one on its right; or nothing."""


def lists(letters: Sequence[Any], most: int, least: int = 0) -> Iterator[list[Any]]:
    """All lists of these letters with `least` to `most` items."""
    for length in range(least, most + 1):
        yield from map(list, product(letters, repeat=length))


def texts(letters: str, most: int, least: int = 0) -> Iterator[str]:
    """All texts of these letters that are `least` to `most` long."""
    return map("".join, lists(letters, most, least))


def orders(most: int, least: int = 0) -> Iterator[list[int]]:
    """All orders of the numbers below each of `least` to `most`."""
    for length in range(least, most + 1):
        yield from map(list, permutations(range(length)))


def graphs(vertices: int, *, directed: bool = False) -> Iterator[list[tuple[int, int]]]:
    """All labelled graphs on so many vertices without loops, as lists of edges; those of fewest edges first."""
    pairs = permutations(range(vertices), 2) if directed else combinations(range(vertices), 2)
    possible = list(pairs)
    for count in range(len(possible) + 1):
        yield from map(list, combinations(possible, count))


def trees(most: int, least: int = 0) -> Iterator[Tree]:
    """All shapes of binary trees with `least` to `most` nodes, whose values are their places in preorder."""
    for nodes in range(least, most + 1):
        yield from _trees(nodes, 0)


def _trees(nodes: int, first: int) -> Iterator[Tree]:
    if nodes == 0:
        yield None
    for left in range(nodes):
        for below in _trees(left, first + 1):
            for beside in _trees(nodes - 1 - left, first + 1 + left):
                yield first, below, beside
