# caught by: 1,600 squares in a row
# Lists the shortest paths and takes what all have in common.
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
    after = defaultdict(list)
    for place in on:
        after[links[place][0]].append(place)
    common, stack = None, [(source, ())]
    while on and stack:
        center, way = stack.pop()
        if center == target:
            common = set(way) if common is None else common & set(way)
        for place in after[center]:
            stack.append((links[place][1], (*way, place)))
    return sorted(common or ())
