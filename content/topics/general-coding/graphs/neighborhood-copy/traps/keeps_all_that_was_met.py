# caught by: 10,000 nodes in a row, and a billion hops
# A new ring is made of all neighbors of all near nodes: each ring costs as much as the whole piece.
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    copies, before = {start: GraphNode(start.value)}, 0
    while hops > 0 and len(copies) > before:
        before, hops = len(copies), hops - 1
        for node in list(copies):
            for neighbor in node.neighbors:
                if neighbor not in copies:
                    copies[neighbor] = GraphNode(neighbor.value)
    for node, copy in copies.items():
        copy.neighbors = [copies[neighbor] for neighbor in node.neighbors if neighbor in copies]
    return copies[start]
