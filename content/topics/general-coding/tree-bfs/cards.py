"""Numeric cards on breadth-first search: how many rounds a message takes, and how long the queue gets."""

import random

from sharpen.domain.card import Numeric

Parents = tuple[int | None, ...]
"""The parent of each node, before which none of its children comes; None of the root."""
NAMES = "ABCDEFGHIJ"


def draw_tree(rng: random.Random) -> tuple[Parents, int]:
    """A binary tree as the parent of each node, and the node where a message starts."""
    nodes = rng.randint(6, 10)
    free = [0, 0]
    parents: list[int | None] = [None]
    for node in range(1, nodes):
        parent = free.pop(rng.randrange(len(free)))
        parents.append(parent)
        free += [node, node]
    return tuple(parents), rng.randrange(nodes)


def shown(parents: Parents, node: int = 0) -> str:
    """A node's name, and in parentheses what hangs below it."""
    below = [shown(parents, child) for child, parent in enumerate(parents) if parent == node]
    return NAMES[node] + (f"({' '.join(below)})" if below else "")


def rounds_from(parents: Parents, start: int) -> list[list[int]]:
    """Who gets a message in which round, if everyone passes it to parent and children."""
    rounds, seen = [[start]], {start}
    while rounds[-1]:
        near = [
            node
            for one in rounds[-1]
            for node in range(len(parents))
            if node not in seen and (parents[node] == one or parents[one] == node)
        ]
        seen |= set(near)
        rounds.append(near)
    return rounds[:-1]


def rounds_of_a_message(rng: random.Random) -> Numeric:
    parents, start = draw_tree(rng)
    rounds = rounds_from(parents, start)
    told = "; ".join(f"round {number}: {' '.join(NAMES[node] for node in row)}" for number, row in enumerate(rounds))
    return Numeric(
        f"Workers hang together as the tree `{shown(parents)}`, where `X(Y Z)` means that Y and Z are the children of "
        f"X. {NAMES[start]} has a message in round 0. In each later round everyone who has it passes it to parent and "
        "children. In which round do the last ones get it?",
        len(rounds) - 1,
        f"By rows from {NAMES[start]}: {told}.",
    )


def draw_heap(rng: random.Random) -> int:
    return rng.randint(5, 90)


def longest_queue(nodes: int) -> int:
    """How many nodes wait at most, in a tree whose rows are full, the last one from the left."""
    return (nodes + 1) // 2


def queue_at_its_longest(rng: random.Random) -> Numeric:
    nodes = draw_heap(rng)
    answer = longest_queue(nodes)
    return Numeric(
        f"A binary tree has {nodes} nodes. All its rows are full but perhaps the last, which is filled from the left. "
        "Breadth-first search takes a node out of its queue and then puts in the children. How many nodes are in the "
        "queue at most?",
        answer,
        "When node $k$ in order of the rows has been dealt with, the nodes from $k + 1$ to $2k + 1$ wait, as far as "
        "there are so many: $k + 1$ of them until the last one is in, and fewer from then on. At most half of "
        f"{nodes}, rounded up: {answer}.",
    )


CARDS = [rounds_of_a_message, queue_at_its_longest]
