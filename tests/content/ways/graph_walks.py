"""Walks over graphs: reachability, union-find, topological sort and shortest paths."""

from collections import deque

import numpy as np

from tests.content.recomputing import another_way

# Graphs


@another_way("graphs", "vertices_within_reach", "draw_links")
def by_powers_of_a_matrix(links: dict[str, str], hops: int) -> int:
    names = list(links)
    step = np.array([[one == other or other in links[one] for other in names] for one in names], int)
    return int((np.linalg.matrix_power(step, hops)[0] > 0).sum())


@another_way("graphs", "entries_of_the_queue", "draw_widths")
def by_running_the_search(widths: list[int]) -> int:
    layers = [[(layer, at) for at in range(width)] for layer, width in enumerate(widths)]
    queue, done, entered = deque(layers[0]), set[tuple[int, int]](), 1
    while queue:
        layer, at = queue.popleft()
        if (layer, at) in done:
            continue
        done.add((layer, at))
        after = layers[layer + 1] if layer + 1 < len(layers) else []
        queue.extend(after)
        entered += len(after)
    return entered
