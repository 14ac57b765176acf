# caught by: A path of 10,000 links that wait and travel for as long as can be
# Takes ten billion minutes for never: start and a long path together exceed it.
from collections import defaultdict
from heapq import heappop, heappush


def arrival(links, source, target, start):
    leaving = defaultdict(list)
    for origin, end, every, takes in links:
        leaving[origin].append((end, every, takes))
    best = {source: start}
    done = set()
    heap = [(start, source)]
    while heap:
        now, center = heappop(heap)
        if center in done:
            continue
        if center == target:
            return now
        done.add(center)
        for end, every, takes in leaving[center]:
            then = (now + every - 1) // every * every + takes
            if then < best.get(end, 10**10):
                best[end] = then
                heappush(heap, (then, end))
    return None
