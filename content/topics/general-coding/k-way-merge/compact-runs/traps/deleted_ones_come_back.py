# caught by: The example in the statement
# Leaves records without a value out before the merge, so that an older value counts again.
import heapq


def compact(runs):
    heap = []

    def advance(age):
        for key, value in runs[age]:
            if value is not None:
                heapq.heappush(heap, (key, age, value))
                break

    for age in range(len(runs)):
        advance(age)
    result = []
    while heap:
        key, age, value = heapq.heappop(heap)
        advance(age)
        if not result or result[-1][0] != key:
            result.append((key, value))
    return result
