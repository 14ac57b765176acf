# caught by: Times of a billion, and of minus a billion
# The end of a shard is marked by the latest time, at which there may be records.
import heapq


def read_on(shards, positions, count):
    new = list(positions)
    end = 10**9
    heap = [(s[p] if p < len(s) else end, i) for i, (s, p) in enumerate(zip(shards, new))]
    heapq.heapify(heap)
    times = []
    while heap and len(times) < count and heap[0][0] < end:
        t, i = heap[0]
        times.append(t)
        new[i] += 1
        heapq.heapreplace(heap, (shards[i][new[i]] if new[i] < len(shards[i]) else end, i))
    return times, new
