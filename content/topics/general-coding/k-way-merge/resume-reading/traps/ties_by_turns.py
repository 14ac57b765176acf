# caught by: Every two short shards
# A counter decides ties, so that of equal times the one that waits longest comes first.
import heapq
from itertools import count as counter


def read_on(shards, positions, count):
    now, times, turn = list(positions), [], counter()
    heap = [(shard[at], next(turn), number) for number, (shard, at) in enumerate(zip(shards, now)) if at < len(shard)]
    heapq.heapify(heap)
    while heap and len(times) < count:
        time, _, number = heapq.heappop(heap)
        times.append(time)
        now[number] += 1
        if now[number] < len(shards[number]):
            heapq.heappush(heap, (shards[number][now[number]], next(turn), number))
    return times, now
