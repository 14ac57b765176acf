# caught by: New nodes for the near ones, linked as those are
# Depth first: a node met at the end of a long way is marked, and its neighbors seem too far away.
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    copies, stack = {start: GraphNode(start.value)}, [(start, 0)]
    while stack:
        node, away = stack.pop()
        if away < hops:
            for neighbor in reversed(node.neighbors):
                if neighbor not in copies:
                    copies[neighbor] = GraphNode(neighbor.value)
                    stack.append((neighbor, away + 1))
    for node, copy in copies.items():
        copy.neighbors = [copies[neighbor] for neighbor in node.neighbors if neighbor in copies]
    return copies[start]
