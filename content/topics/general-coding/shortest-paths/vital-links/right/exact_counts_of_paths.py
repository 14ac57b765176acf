# The number of shortest paths to each center and from it, exactly, in Python's large integers.
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
    if not on:
        return []
    ways, rest = defaultdict(int, {source: 1}), defaultdict(int, {target: 1})
    for place in sorted(on, key=lambda place: there[links[place][0]]):
        ways[links[place][1]] += ways[links[place][0]]
    for place in sorted(on, key=lambda place: -there[links[place][1]]):
        rest[links[place][0]] += rest[links[place][1]]
    return [place for place in on if ways[links[place][0]] * rest[links[place][1]] == ways[target]]
