# How many links on shortest paths lie over each part of the line, by differences at their ends.
from collections import defaultdict
from heapq import heappop, heappush


def distances(links, start):
    leaving, reached, heap = defaultdict(list), {}, [(0, start)]
    for origin, end, length in links:
        leaving[origin].append((end, length))
    while heap:
        so_far, center = heappop(heap)
        if center not in reached:
            reached[center] = so_far
            for end, length in leaving[center]:
                heappush(heap, (so_far + length, end))
    return reached


def tight(links, source, target):
    there, back = distances(links, source), distances([(end, origin, length) for origin, end, length in links], target)
    whole = there.get(target, 0)
    return (
        there,
        whole,
        [
            place
            for place, (origin, end, length) in enumerate(links)
            if origin in there and end in back and there[origin] + length + back[end] == whole
        ],
    )


def vital(links, source, target):
    there, whole, on = tight(links, source, target)
    change = defaultdict(int)
    for place in on:
        change[there[links[place][0]]] += 1
        change[there[links[place][1]]] -= 1
    depth, over, single = 0, {}, {}
    points = sorted(change)
    for point, after in zip(points, points[1:]):
        depth += change[point]
        single[point] = (depth == 1, after)
    return [place for place in on if single[there[links[place][0]]] == (True, there[links[place][1]])]
