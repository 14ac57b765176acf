# caught by: Small networks, each link taken down
# Compares each stretch with the one before and the one after; one further back may reach beyond both.
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
    lines = sorted((there[links[place][0]], there[links[place][1]], place) for place in on)
    alone = []
    for at, (begin, end, place) in enumerate(lines):
        before = lines[at - 1][1] if at else 0
        after = lines[at + 1][0] if at + 1 < len(lines) else whole
        if before <= begin and end <= after:
            alone.append(place)
    return sorted(alone)
