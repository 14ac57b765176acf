# Shortest path from nothing served to everything served, by a heap.
import heapq


def least_latency(batches, requests):
    best, heap = {0: 0}, [(0, 0)]
    while heap:
        time, served = heapq.heappop(heap)
        if served == requests:
            return time
        if time > best[served]:
            continue
        for size, latency in batches:
            after = min(requests, served + size)
            if time + latency < best.get(after, float("inf")):
                best[after] = time + latency
                heapq.heappush(heap, (time + latency, after))
