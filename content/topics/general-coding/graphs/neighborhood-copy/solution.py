from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    """A node of a directed graph."""

    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start: GraphNode, hops: int) -> GraphNode:
    """Copy the part of a graph that lies within so many links of a node.

    Parameters
    ----------
    start : GraphNode
        The node in the middle.
    hops : int
        How many links a node may be away, at least 0.

    Returns
    -------
    GraphNode
        The copy of start. The copies of the near nodes are linked as those are, without the links that lead out.

    Notes
    -----
    Breadth first, ring by ring, each node is met by a shortest way. The copies are linked when all are there, because a
    link to the outermost ring is known to stay only then: O(n + m) time, O(n) memory for n near nodes and m links.
    """
    copies = {start: GraphNode(start.value)}
    ring = [start]
    while ring and hops > 0:
        inner, ring, hops = ring, [], hops - 1
        for node in inner:
            for neighbor in node.neighbors:
                if neighbor not in copies:
                    copies[neighbor] = GraphNode(neighbor.value)
                    ring.append(neighbor)
    for node, copy in copies.items():
        copy.neighbors = [copies[neighbor] for neighbor in node.neighbors if neighbor in copies]
    return copies[start]
