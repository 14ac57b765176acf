# caught by: Random schedules
# Takes the first time that is found for a center for its best, though a better one may come before it is taken out.
from heapq import heappop, heappush


def arrival(links, source, target, start):
    departing = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    best, heap = {source: start}, [(start, source)]
    while heap:
        now, center = heappop(heap)
        for end, every, takes in departing.get(center, ()):
            if end not in best:
                best[end] = now + -now % every + takes
                heappush(heap, (best[end], end))
    return best.get(target)
