# caught by: The example in the statement
# Takes a key for new if it is not the last of the result; a deleted key is never there.
import heapq


def compact(runs):
    heap = []

    def advance(age):
        record = next(runs[age], None)
        if record is not None:
            heapq.heappush(heap, (record[0], age, record[1]))

    for age in range(len(runs)):
        advance(age)
    result = []
    while heap:
        key, age, value = heapq.heappop(heap)
        advance(age)
        if value is not None and (not result or result[-1][0] != key):
            result.append((key, value))
    return result
