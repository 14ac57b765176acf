"""Walks over graphs: reachability, union-find, topological sort and shortest paths."""

from collections import deque
from itertools import combinations, pairwise, permutations

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


# Union-find


@another_way("union-find", "groups_left", "draw_pairs")
def by_the_rank_of_a_matrix(count: int, pairs: list[tuple[int, int]]) -> int:
    """The dimension of the kernel of the Laplacian."""
    laplacian = np.zeros((count, count))
    for one, other in pairs:
        edge = np.eye(count)[one] - np.eye(count)[other]
        laplacian += np.outer(edge, edge)
    return count - int(np.linalg.matrix_rank(laplacian))


@another_way("union-find", "steps_to_the_leader", "draw_count")
def by_the_smallest_groups(count: int) -> int:
    """The smallest group that has a way of so many steps, by trying every pair of groups that may join."""
    smallest = [1]
    while smallest[-1] <= count:
        steps = len(smallest)
        joining = smallest[steps - 1]
        smallest.append(min(joining + other for other in range(joining, joining + 3)))
    return len(smallest) - 2


# Topological sort


@another_way("topological-sort", "end_of_the_plan", "draw_plan")
def by_the_heaviest_chain(plan: dict[str, tuple[int, str]]) -> int:
    """All sets of jobs that are chains of needs."""

    def chained(jobs: tuple[str, ...]) -> bool:
        return all(one in plan[other][1] for one, other in pairwise(jobs))

    chains = (jobs for count in range(1, len(plan) + 1) for jobs in combinations(plan, count) if chained(jobs))
    return max(sum(plan[job][0] for job in jobs) for jobs in chains)


@another_way("topological-sort", "number_of_orders", "draw_arrows")
def by_sets_that_may_be_done(names: str, arrows: list[str]) -> int:
    """Paths through the sets of jobs that are done, each with all it needs."""
    ways = {frozenset[str](): 1}
    for _ in names:
        after: dict[frozenset[str], int] = {}
        for done, count in ways.items():
            for name in set(names) - done:
                if all(one in done for one, other in arrows if other == name):
                    after[done | {name}] = after.get(done | {name}, 0) + count
        ways = after
    return ways[frozenset(names)]


# Shortest paths


@another_way("shortest-paths", "shortest_way", "draw_roads")
def by_all_simple_ways(roads: dict[str, int]) -> int:
    lengths = {**roads, **{ends[::-1]: length for ends, length in roads.items()}}
    ways = ["A" + "".join(middle) + "F" for count in range(5) for middle in permutations("BCDE", count)]
    possible = ([one + other for one, other in pairwise(way)] for way in ways)
    return min(sum(lengths[step] for step in steps) for steps in possible if all(step in lengths for step in steps))


@another_way("shortest-paths", "arrival_on_a_schedule", "draw_legs")
def minute_by_minute(start: int, legs: list[tuple[int, int]]) -> int:
    now = start
    for every, takes in legs:
        now = next(minute for minute in range(now, now + every) if minute % every == 0) + takes
    return now
