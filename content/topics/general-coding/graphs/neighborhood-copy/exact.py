"""All distances by Floyd and Warshall over the values, and a recursive copy of what is near."""

from dataclasses import dataclass, field
from typing import Any

from sharpen import checks


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    nodes = everything(start, [])
    away = {(a, b): 0 if a is b else 1 if b in a.neighbors else 10**12 for a in nodes for b in nodes}
    for middle in nodes:
        for a in nodes:
            for b in nodes:
                away[a, b] = min(away[a, b], away[a, middle] + away[middle, b])
    made = {}

    def copied(node):
        if node not in made:
            made[node] = GraphNode(node.value)
            made[node].neighbors = [copied(other) for other in node.neighbors if away[start, other] <= hops]
        return made[node]

    return copied(start)


def everything(node, met):
    if node not in met:
        met.append(node)
        for neighbor in node.neighbors:
            everything(neighbor, met)
    return met


def inputs(rng, draw):
    count = int(rng.integers(1, 9))
    neighbors = {at: [] for at in rng.permutation(20)[:count].tolist()}
    values = list(neighbors)
    for start, end in rng.integers(0, count, (int(rng.integers(0, 2 * count + 1)), 2)).tolist():
        neighbors[values[start]].append(values[end])
    hops = int(rng.integers(0, 5)) if rng.random() < 0.8 else draw("hops")
    return checks.call("neighborhood", checks.graph(neighbors), int(hops)).made()
