"""Where the nodes of a tree or a graph go on a picture, in units of a cell, y growing downward."""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Place = tuple[float, float]


def spread(children: Mapping[Key, Sequence[Key]], roots: Sequence[Key]) -> dict[Key, Place]:
    """A place for each node of a forest: leaves side by side, parents over the middle of their children.

    A node that is met again, by which this is no forest, keeps its first place.
    """
    places: dict[Key, Place] = {}
    leaves = 0
    seen = set[Key]()

    def put(node: Key, depth: int) -> float:
        nonlocal leaves
        seen.add(node)
        below = [put(child, depth + 1) for child in children.get(node, ()) if child not in seen]
        if not below:
            leaves += 1
        x = (below[0] + below[-1]) / 2 if below else leaves - 1.0
        places[node] = x, float(depth)
        return x

    for root in roots:
        if root not in seen:
            put(root, 0)
    return places


def binary(values: Sequence[Any]) -> tuple[dict[int, Place], list[tuple[int, int]]]:
    """The places of a binary tree's nodes, from its values in level order, and its edges, parent first.

    Nodes are named by where they stand in `values`; left ones are left of their parent, right ones right of it.
    """
    present = [at for at, value in enumerate(values) if value is not None]
    sides: dict[int, list[int | None]] = {}
    below = iter(range(1, len(values)))
    for parent in present:
        ends = [next(below, None), next(below, None)]
        sides[parent] = [end if end is not None and values[end] is not None else None for end in ends]
    places: dict[int, Place] = {}
    path: list[tuple[int, int]] = []
    node: int | None = 0 if present and present[0] == 0 else None
    depth = 0
    while path or node is not None:
        if node is not None:
            path.append((node, depth))
            node, depth = sides[node][0], depth + 1
        else:
            at, depth = path.pop()
            places[at] = float(len(places)), float(depth)
            node, depth = sides[at][1], depth + 1
    return places, [(parent, end) for parent, ends in sides.items() for end in ends if end is not None]


def layers(links: Mapping[Key, Sequence[Key]], starts: Sequence[Key]) -> dict[Key, Place]:
    """A column for each number of links from the starts; what cannot be reached from them stands in the last one.

    Columns have their middles at the same height. All keys of `links` and all that these lead to get a place.
    """
    steps = dict.fromkeys(starts, 0)
    waiting = deque(steps)
    while waiting:
        node = waiting.popleft()
        for end in links.get(node, ()):
            if end not in steps:
                steps[end] = steps[node] + 1
                waiting.append(end)
    columns: dict[int, list[Key]] = {}
    for node in dict.fromkeys([*steps, *links, *(end for ends in links.values() for end in ends)]):
        columns.setdefault(steps.get(node, max(steps.values(), default=-1) + 1), []).append(node)
    return {
        node: (float(column), at - (len(nodes) - 1) / 2)
        for column, nodes in columns.items()
        for at, node in enumerate(nodes)
    }
