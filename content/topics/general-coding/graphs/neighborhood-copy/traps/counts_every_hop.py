# caught by: 10,000 nodes in a row, and a billion hops
# Goes on counting hops when no new node is met any more.
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    copies, ring = {start: GraphNode(start.value)}, [start]
    for _ in range(hops):
        inner, ring = ring, []
        for node in inner:
            for neighbor in node.neighbors:
                if neighbor not in copies:
                    copies[neighbor] = GraphNode(neighbor.value)
                    ring.append(neighbor)
    for node, copy in copies.items():
        copy.neighbors = [copies[neighbor] for neighbor in node.neighbors if neighbor in copies]
    return copies[start]
