# A queue of nodes with their distances, and copies keyed by value.
from collections import deque
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class GraphNode:
    value: Any
    neighbors: list["GraphNode"] = field(default_factory=list)


def neighborhood(start, hops):
    away, nodes, queue = {start.value: 0}, [start], deque([start])
    while queue:
        node = queue.popleft()
        if away[node.value] == hops:
            continue
        for neighbor in node.neighbors:
            if neighbor.value not in away:
                away[neighbor.value] = away[node.value] + 1
                nodes.append(neighbor)
                queue.append(neighbor)
    copies = {node.value: GraphNode(node.value) for node in nodes}
    for node in nodes:
        for neighbor in node.neighbors:
            if neighbor.value in copies:
                copies[node.value].neighbors.append(copies[neighbor.value])
    return copies[start.value]
