# caught by: The example in the statement
# Lets later runs of the list win, as if the newest came last.
import heapq


def compact(runs):
    heap = []

    def advance(age):
        record = next(runs[age], None)
        if record is not None:
            heapq.heappush(heap, (record[0], -age, record[1]))

    for age in range(len(runs)):
        advance(age)
    result, last = [], None
    while heap:
        key, age, value = heapq.heappop(heap)
        advance(-age)
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
