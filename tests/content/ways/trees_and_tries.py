"""Designed data structures, trees and tries."""

from itertools import cycle, islice
from typing import Any

from tests.content.recomputing import another_way

# Data structure design


@another_way("data-structure-design", "cache_misses", "draw_requests")
def by_distance_to_the_last_use(requests: str, capacity: int) -> int:
    """A request hits if fewer than `capacity` keys came between it and the last one for the same key."""
    between = [
        set(requests[requests.rindex(key, 0, place) + 1 : place]) if key in requests[:place] else None
        for place, key in enumerate(requests)
    ]
    return sum(keys is None or len(keys) >= capacity for keys in between)


@another_way("data-structure-design", "ring_place", "draw_ring")
def walked_around_the_ring(capacity: int, added: int, back: int) -> int:
    places = list(islice(cycle(range(capacity)), added))
    return places[-1 - back]


# Tree DFS


def _links(tree: Any) -> dict[int, set[int]]:
    """The neighbors of each node of a card's tree, which are numbered in preorder."""
    neighbors: dict[int, set[int]] = {}

    def number(node: Any) -> int | None:
        if node is None:
            return None
        here = len(neighbors)
        neighbors[here] = set()
        for child in map(number, node):
            if child is not None:
                neighbors[here].add(child)
                neighbors[child].add(here)
        return here

    number(tree)
    return neighbors


def _distances(neighbors: dict[int, set[int]], start: int) -> dict[int, int]:
    distances, queue = {start: 0}, [start]
    for node in queue:
        for other in neighbors[node] - distances.keys():
            distances[other] = distances[node] + 1
            queue.append(other)
    return distances


@another_way("tree-dfs", "longest_path", "draw_tree")
def farthest_from_the_farthest(*tree: Any) -> int:
    """In a tree, the node farthest from any node is one end of a longest path."""
    neighbors = _links(tree)
    distances = _distances(neighbors, 0)
    return 1 + max(_distances(neighbors, max(distances, key=lambda node: distances[node])).values())


@another_way("tree-dfs", "careless_calls", "draw_chain")
def counted_by_running(levels: int, times: int) -> int:
    calls = 0

    def run(left: int) -> None:
        nonlocal calls
        calls += 1
        for _ in range(times if left > 1 else 0):
            run(left - 1)

    run(levels)
    return calls


# Tree BFS


@another_way("tree-bfs", "rounds_of_a_message", "draw_tree")
def largest_of_all_shortest_ways(parents: tuple[int | None, ...], start: int) -> int:
    """By the ways up: two nodes are as far apart as their ways up to the first common ancestor are long."""

    def way_up(node: int) -> list[int]:
        parent = parents[node]
        return [node] if parent is None else [node, *way_up(parent)]

    mine = way_up(start)
    ways = [way_up(node) for node in range(len(parents))]
    return max(len(set(mine) ^ set(way)) for way in ways)


@another_way("tree-bfs", "queue_at_its_longest", "draw_heap")
def counted_in_the_queue(nodes: int) -> int:
    queue, longest = [1], 1
    while queue:
        node = queue.pop(0)
        queue += [child for child in (2 * node, 2 * node + 1) if child <= nodes]
        longest = max(longest, len(queue))
    return longest


# Tries


@another_way("tries", "trie_nodes", "draw_words")
def one_for_each_beginning(words: list[str]) -> int:
    """A node for each distinct beginning, the empty one among them."""
    return len({word[:stop] for word in words for stop in range(len(word) + 1)})


@another_way("tries", "letters_to_type", "draw_names")
def one_more_than_in_common(words: list[str], name: str) -> int:
    """In alphabetical order, what a name has in common with any other it has in common with a neighbor."""
    ordered = sorted(words)
    place = ordered.index(name)
    neighbors = ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]
    common = max(stop for other in neighbors for stop in range(len(name) + 1) if other.startswith(name[:stop]))
    return min(common + 1, len(name))
