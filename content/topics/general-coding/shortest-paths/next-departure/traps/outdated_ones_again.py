# caught by: A center with thousands of links out, reached ever earlier
# Follows the links again for entries of the heap that an earlier arrival has made outdated.
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
        if center == target:
            return now
        done.add(center)
        for end, every, takes in leaving[center]:
            then = (now + every - 1) // every * every + takes
            if end not in best or then < best[end]:
                best[end] = then
                heappush(heap, (then, end))
    return None
