# caught by: The given nodes stay as they are
# Drops the links that lead out of the near nodes in the catalog before copying.
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    copies, ring = {start: GraphNode(start.value)}, [start]
    while ring and hops > 0:
        inner, ring, hops = ring, [], hops - 1
        for node in inner:
            for neighbor in node.neighbors:
                if neighbor not in copies:
                    copies[neighbor] = GraphNode(neighbor.value)
                    ring.append(neighbor)
    for node, copy in copies.items():
        node.neighbors = [neighbor for neighbor in node.neighbors if neighbor in copies]
        copy.neighbors = [copies[neighbor] for neighbor in node.neighbors]
    return copies[start]
