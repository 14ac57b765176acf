# caught by: A long tail that is reached by thousands of ways
# Goes ahead first, and goes on from a node again whenever a shorter way to it turns up: right, and quadratic.
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    dist = {start: 0}
    stack = [start]
    while stack:
        u = stack.pop()
        d = dist[u] + 1
        if d <= hops:
            for v in u.neighbors:
                if v not in dist or d < dist[v]:
                    dist[v] = d
                    stack.append(v)
    copy = {u: GraphNode(u.value) for u in dist}
    for u, c in copy.items():
        c.neighbors = [copy[v] for v in u.neighbors if v in copy]
    return copy[start]
