# caught by: Shards and positions are not changed
# Counts on in the list that it was given, and so spoils the old checkpoint.
import heapq


def read_on(shards, positions, count):
    heap = [(shard[at], number) for number, (shard, at) in enumerate(zip(shards, positions)) if at < len(shard)]
    heapq.heapify(heap)
    times = []
    while heap and len(times) < count:
        time, number = heapq.heappop(heap)
        times.append(time)
        positions[number] += 1
        if positions[number] < len(shards[number]):
            heapq.heappush(heap, (shards[number][positions[number]], number))
    return times, positions
