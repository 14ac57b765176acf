# caught by: The example in the statement
# Begins with the first unread record of each shard, and fails for shards that have none.
import heapq


def read_on(shards, positions, count):
    now, times = list(positions), []
    heap = [(shard[at], number) for number, (shard, at) in enumerate(zip(shards, now, strict=True))]
    heapq.heapify(heap)
    while heap and len(times) < count:
        time, number = heapq.heappop(heap)
        times.append(time)
        now[number] += 1
        if now[number] < len(shards[number]):
            heapq.heappush(heap, (shards[number][now[number]], number))
    return times, now
