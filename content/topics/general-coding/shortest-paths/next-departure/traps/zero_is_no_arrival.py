# caught by: No links, and names that are in none
# Writes `or None` for what is not found, and the minute 0 is false too.
from collections import defaultdict
from heapq import heappop, heappush


def arrival(links, source, target, start):
    leaving = defaultdict(list)
    for index, link in enumerate(links):
        leaving[link[0]].append(index)
    best = {source: start}
    heap = [(start, 0, source)]
    tick = 0
    while heap:
        time, _, here = heappop(heap)
        if time > best[here]:
            continue
        for index in leaving.get(here, []):
            _, there, every, takes = links[index]
            reach = time + (-time) % every + takes
            if reach < best.get(there, reach + 1):
                best[there] = reach
                tick += 1
                heappush(heap, (reach, tick, there))
    return best.get(target) or None
