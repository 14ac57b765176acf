# Time turned around: a batch runs at the latest arrival, and takes along those that arrived latest.
import heapq


def fewest_batches(requests, size):
    turned = sorted(requests, key=lambda pair: pair[1])
    waiting, batches = [], 0
    for moment in sorted((arrival for arrival, _ in requests), reverse=True):
        while turned and turned[-1][1] >= moment:
            heapq.heappush(waiting, -turned.pop()[0])
        while waiting and -waiting[0] >= moment:
            batches += 1
            waiting_now = min(size, len(waiting))
            for _ in range(waiting_now):
                heapq.heappop(waiting)
    return batches
