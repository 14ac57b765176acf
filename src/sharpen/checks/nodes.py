"""Nodes: linked lists, trees and graphs, which come in and go out as plain structures.

The class of a node stands in the submission, as in the starter: `ListNode` with `value` and `next`, `TreeNode` with
`value`, `left` and `right`, `GraphNode` with `value` and `neighbors`; each can be made from its value alone.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sharpen.checks.garbage import collecting_later

MOST = 1_000_000
"""Nodes of one structure that are read."""

Namespace = Mapping[str, Any]
Born = list[Any]
"""The nodes that were handed in, in their order."""


@dataclass(frozen=True)
class Nodes:
    """A structure of nodes as plain data.

    `values` in order: of a list from its head, of a tree in level order with None where nothing hangs, of a graph those
    of its nodes. `links` has, of a list that ends in a cycle, the place where its last node leads; of a graph, the
    places of the neighbors of each node. `origins` has for each node the place that it had among the nodes handed in,
    or -1 if it is a new one. `fault` says why this is no structure of its kind.
    """

    kind: str
    values: tuple[Any, ...]
    links: tuple[Any, ...] = ()
    origins: tuple[int, ...] = field(default=(), compare=False)
    fault: str = ""

    @classmethod
    def given(cls, kind: str, values: Sequence[Any], links: Any = None) -> "Nodes":
        """The structure that a given says how to build."""
        return cls(kind, tuple(values), (links,) if isinstance(links, int) else tuple(links or ()))

    @property
    def plan(self) -> list[Any]:
        """What such a given has for its value."""
        match self.kind:
            case "linked_list":
                return [list(self.values), *(self.links or [None])]
            case "binary_tree":
                return [list(self.values)]
            case _:
                return [list(self.values), [list(ends) for ends in self.links]]

    def __repr__(self) -> str:
        values = list(self.values)
        if self.kind == "graph":
            ends = {value: [values[at] for at in ends] for value, ends in zip(values, self.links, strict=True)}
            return f"graph({ends!r})"
        cycle = f", cycle={self.links[0]}" if self.links else ""
        return f"{self.kind}({values!r}{cycle})"


@dataclass(frozen=True)
class Planned:
    """Nodes that are made once the classes of the submission are there."""

    kind: str
    value: Sequence[Any]

    def built(self, namespace: Namespace, born: Born) -> Any:
        """The nodes; `born` learns the place of each. Raises NameError where their class is missing."""
        name, build, _ = KINDS[self.kind]
        made = namespace.get(name)
        if not callable(made):
            raise NameError(f"name '{name}' is not defined: keep the class that the starter begins with")

        def node(value: Any) -> Any:
            born.append(made(value))
            return born[-1]

        with collecting_later():
            return build(node, *self.value)


def built(value: Any, namespace: Namespace, born: Born) -> Any:
    """The nodes that were planned, or those of a list of plans; any other value as it is."""
    if isinstance(value, list) and value and isinstance(value[0], Planned):
        return [plan.built(namespace, born) for plan in value]
    return value.built(namespace, born) if isinstance(value, Planned) else value


def structured(answer: Any, namespace: Namespace, born: Born) -> Any:
    """The answer, with nodes of the submission's own classes read as plain structures, in a list or tuple too."""
    if namespace.keys().isdisjoint(NAMES):
        return answer
    classes = {namespace[name]: kind for kind, (name, *_) in KINDS.items() if name in namespace}
    places = {id(node): place for place, node in enumerate(born)}

    def read(one: Any) -> Any:
        kind = classes.get(type(one))
        return one if kind is None else KINDS[kind][2](one, places)

    return [read(item) for item in answer] if isinstance(answer, list | tuple) else read(answer)


def as_handed_in(kind: str, value: Sequence[Any]) -> Nodes | None:
    """What is read of nodes that nobody has changed: of a graph, all that its first node leads to."""
    _, build, read = KINDS[kind]
    first = build(_AnyNode, *value)
    return None if first is None else read(first, {})


class _AnyNode:
    """A node of any kind, for where there is no submission."""

    def __init__(self, value: Any) -> None:
        self.value, self.neighbors = value, list[Any]()
        self.next = self.left = self.right = None


def _build_list(node: Callable[[Any], Any], values: Sequence[Any], cycle: int | None) -> Any:
    nodes = [node(value) for value in values]
    for one, after in pairwise(nodes):
        one.next = after
    if cycle is not None:
        nodes[-1].next = nodes[cycle]
    return nodes[0] if nodes else None


def _read_list(head: Any, places: Mapping[int, int]) -> Nodes:
    met: dict[int, int] = {}
    values, origins, node = list[Any](), list[int](), head
    while node is not None and id(node) not in met and len(values) < MOST:
        if type(node) is not type(head):
            fault = f"after {values[-1]!r} comes {node!r:.60}, which is no {type(head).__name__}"
            return Nodes("linked_list", tuple(values), (), tuple(origins), fault)
        met[id(node)] = len(values)
        values.append(node.value)
        origins.append(places.get(id(node), -1))
        node = node.next
    links = () if node is None else (met.get(id(node), 0),)
    fault = f"the list has more than {MOST:,} nodes" if len(values) == MOST else ""
    return Nodes("linked_list", tuple(values), links, tuple(origins), fault)


def _build_tree(node: Callable[[Any], Any], values: Sequence[Any]) -> Any:
    nodes = [None if value is None else node(value) for value in values]
    below = iter(nodes[1:])
    for parent in [one for one in nodes if one is not None]:
        parent.left, parent.right = next(below, None), next(below, None)
    return nodes[0] if nodes else None


def _read_tree(root: Any, places: Mapping[int, int]) -> Nodes:
    values, origins, waiting, seen = list[Any](), list[int](), deque([root]), set[int]()
    fault = ""
    while waiting and len(values) < MOST and not fault:
        node = waiting.popleft()
        if node is None:
            values.append(None)
            continue
        if id(node) in seen:
            fault = f"the node with the value {node.value!r} hangs in two places"
        elif type(node) is not type(root):
            fault = f"{node!r:.60} hangs in it, which is no {type(root).__name__}"
        else:
            seen.add(id(node))
            values.append(node.value)
            origins.append(places.get(id(node), -1))
            waiting += (node.left, node.right)
    while values and values[-1] is None:
        values.pop()
    fault = fault or (f"the tree has more than {MOST:,} nodes" if waiting else "")
    return Nodes("binary_tree", tuple(values), (), tuple(origins), fault)


def _build_graph(node: Callable[[Any], Any], values: Sequence[Any], links: Sequence[Sequence[int]]) -> Any:
    nodes = [node(value) for value in values]
    for one, ends in zip(nodes, links, strict=True):
        one.neighbors = [nodes[at] for at in ends]
    return nodes[0] if nodes else None


def _read_graph(start: Any, places: Mapping[int, int]) -> Nodes:
    """What can be reached from a node, in the order of breadth-first search."""
    nodes, met = [start], {id(start): 0}
    links: list[tuple[int, ...]] = []
    fault = ""
    for node in _growing(nodes):
        for neighbor in node.neighbors:
            if type(neighbor) is not type(start):
                fault = f"{node.value!r} has the neighbor {neighbor!r:.60}, which is no {type(start).__name__}"
                break
            if id(neighbor) not in met:
                met[id(neighbor)] = len(nodes)
                nodes.append(neighbor)
        fault = fault or (f"the graph has more than {MOST:,} nodes" if len(nodes) > MOST else "")
        if fault:
            break
        links.append(tuple(met[id(neighbor)] for neighbor in node.neighbors))
    read = nodes[: len(links)]
    values = tuple(node.value for node in read)
    return Nodes("graph", values, tuple(links), tuple(places.get(id(node), -1) for node in read), fault)


def _growing(nodes: list[Any]) -> Iterator[Any]:
    at = 0
    while at < len(nodes):
        yield nodes[at]
        at += 1


KINDS: dict[str, tuple[str, Callable[..., Any], Callable[..., Nodes]]] = {
    "linked_list": ("ListNode", _build_list, _read_list),
    "binary_tree": ("TreeNode", _build_tree, _read_tree),
    "graph": ("GraphNode", _build_graph, _read_graph),
}
"""The class of a node of each kind, how a structure is built, and how it is read."""

NAMES = [name for name, *_ in KINDS.values()]
