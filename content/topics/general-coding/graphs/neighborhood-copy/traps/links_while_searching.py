# caught by: Every graph of two or three nodes
# Links a copy when its node's turn comes: nodes of the outermost ring have no turn, and lose their links.
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
                copies[node].neighbors.append(copies[neighbor])
    return copies[start]
