# caught by: Small networks, each link taken down
# Takes a link for vital if no other begins or ends at the distance of its ends: a long one may pass by.
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


from collections import Counter


def vital(links, source, target):
    there, whole, on = tight(links, source, target)
    begins = Counter(there[links[place][0]] for place in on)
    ends = Counter(there[links[place][1]] for place in on)
    return [place for place in on if begins[there[links[place][0]]] == 1 == ends[there[links[place][1]]]]
