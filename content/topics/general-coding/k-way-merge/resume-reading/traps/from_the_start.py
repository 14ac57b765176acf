# caught by: The example in the statement
# Merges whole shards and adds the positions afterwards: what was read before is read again.
import heapq
from itertools import islice


def read_on(shards, positions, count):
    def records(number):
        return ((time, number) for time in shards[number])

    now, times = list(positions), []
    for time, number in islice(heapq.merge(*map(records, range(len(shards)))), count):
        times.append(time)
        now[number] += 1
    return times, now
