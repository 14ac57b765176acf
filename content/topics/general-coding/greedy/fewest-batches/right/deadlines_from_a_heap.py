# Driven by arrivals, as a service would be: before each of them all that is due earlier is answered.
import heapq


def fewest_batches(requests, size):
    waiting, batches = [], 0

    def answer_before(moment):
        nonlocal batches
        while waiting and waiting[0] < moment:
            batches += 1
            for _ in range(size):
                if not waiting:
                    break
                heapq.heappop(waiting)

    for arrival, deadline in sorted(requests):
        answer_before(arrival)
        heapq.heappush(waiting, deadline)
    answer_before(float("inf"))
    return batches
