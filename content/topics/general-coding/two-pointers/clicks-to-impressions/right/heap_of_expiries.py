# A heap of the times at which impressions expire, as for windows of their own: O(n log n).
import heapq


def attributed(shown, clicked, window):
    waiting, at, pairs = [], 0, 0
    for click in clicked:
        while at < len(shown) and shown[at] <= click:
            heapq.heappush(waiting, shown[at] + window)
            at += 1
        while waiting and waiting[0] < click:
            heapq.heappop(waiting)
        if waiting:
            heapq.heappop(waiting)
            pairs += 1
    return pairs
