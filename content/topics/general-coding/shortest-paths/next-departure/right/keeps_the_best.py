# Pushes only what is better than the best so far, and looks at the target when all is over.
import heapq
import math
from collections import defaultdict


def arrival(links, source, target, start):
    graph = defaultdict(list)
    for origin, *rest in links:
        graph[origin].append(rest)
    best = defaultdict(lambda: math.inf, {source: start})
    heap = [(start, source)]
    while heap:
        now, center = heapq.heappop(heap)
        if now > best[center]:
            continue
        for end, every, takes in graph[center]:
            there = math.ceil(now / every) * every + takes
            if there < best[end]:
                best[end] = there
                heapq.heappush(heap, (there, end))
    return None if best[target] == math.inf else best[target]
