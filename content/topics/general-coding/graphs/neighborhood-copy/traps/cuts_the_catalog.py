# caught by: New nodes for the near ones, linked as those are
# Copies the list of neighbors and not the nodes in it: the copies lead back into the catalog.
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
        copy.neighbors = [neighbor for neighbor in node.neighbors if neighbor in copies]
    return copies[start]
