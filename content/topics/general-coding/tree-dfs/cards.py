"""Numeric cards on depth-first search: what stands on the stack, and what a careless recursion calls."""

import random

from sharpen.domain.card import Numeric

Tree = tuple["Tree", "Tree"] | None
"""A binary tree without values."""


def draw_tree(rng: random.Random) -> Tree:
    """A small binary tree of random shape."""
    return _drawn(rng, rng.randint(6, 9))


def _drawn(rng: random.Random, nodes: int) -> Tree:
    if nodes == 0:
        return None
    left = rng.randint(0, nodes - 1)
    return _drawn(rng, left), _drawn(rng, nodes - 1 - left)


def shown(tree: Tree) -> str:
    """A leaf as `x`, any other node as its subtrees in parentheses, a missing one as `-`."""
    if tree is None:
        return "-"
    return "x" if tree == (None, None) else f"({shown(tree[0])} {shown(tree[1])})"


def longest(tree: Tree) -> tuple[int, int]:
    """The number of levels of a tree, and of nodes on its longest path, which may turn once."""
    if tree is None:
        return 0, 0
    left, right = longest(tree[0]), longest(tree[1])
    return 1 + max(left[0], right[0]), max(left[1], right[1], left[0] + right[0] + 1)


def longest_path(rng: random.Random) -> Numeric:
    tree = draw_tree(rng)
    levels, nodes = longest(tree)
    at_root = 1 + sum(longest(child)[0] for child in tree or ())
    where = "through the root" if at_root == nodes else "within one subtree, and not through the root"
    return Numeric(
        f"A binary tree is written as `{shown(tree)}`: `x` is a leaf, `(a b)` a node with the subtrees `a` and `b`, "
        "and `-` is a missing child. How many nodes are on its longest path? A path may go up and then down.",
        nodes,
        f"For each node add the levels on its left, those on its right, and one; the largest is {nodes}, {where}. The "
        f"tree has {levels} levels.",
    )


def draw_chain(rng: random.Random) -> tuple[int, int]:
    return rng.randint(3, 10), rng.choice((2, 3, 4))


def calls_on_a_chain(levels: int, times: int) -> int:
    """How often a function runs that calls itself so often for the only child of each node."""
    return (times**levels - 1) // (times - 1)


def careless_calls(rng: random.Random) -> Numeric:
    levels, times = draw_chain(rng)
    answer = calls_on_a_chain(levels, times)
    often = {2: "twice", 3: "three times", 4: "four times"}[times]
    powers = " + ".join(str(times**level) for level in range(levels))
    return Numeric(
        f"A recursive function calls itself {often} for each child that a node has, instead of keeping the result. How "
        f"often does it run on a chain of {levels} nodes, each the only child of the one before?",
        answer,
        f"At each level it runs {times} times as often as at the one above: {powers} = {answer}. Kept in a variable, "
        f"it is {levels}.",
    )


CARDS = [longest_path, careless_calls]
