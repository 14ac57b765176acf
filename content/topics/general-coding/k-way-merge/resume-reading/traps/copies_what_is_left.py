# caught by: The next 1,000 records of a million, which are not copied
# Merges lazily, but of slices: all that is left of every shard is copied for a few records.
import heapq
from itertools import islice, repeat


def read_on(shards, positions, count):
    rest = [zip(shard[at:], repeat(number)) for number, (shard, at) in enumerate(zip(shards, positions, strict=True))]
    times, now = [], list(positions)
    for time, number in islice(heapq.merge(*rest), count):
        times.append(time)
        now[number] += 1
    return times, now
