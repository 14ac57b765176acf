# caught by: Every four requests within four moments
# A request that arrives at the very moment of a batch is left out of it.
import heapq


def fewest_batches(requests, size):
    arriving, waiting, batches = sorted(requests, reverse=True), [], 0
    for moment in sorted(deadline for _, deadline in requests):
        while arriving and (arriving[-1][0] < moment or arriving[-1] == (moment, moment)):
            heapq.heappush(waiting, arriving.pop()[1])
        while waiting and waiting[0] <= moment:
            batches += 1
            for _ in range(min(size, len(waiting))):
                heapq.heappop(waiting)
    return batches
