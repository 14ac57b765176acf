# caught by: The example in the statement
# Answers with the top of the wrong side, the smallest of those above.
import heapq


def clip_thresholds(norms, d):
    above, rest, thresholds = [], [], []
    for count, norm in enumerate(norms, 1):
        heapq.heappush(rest, -heapq.heappushpop(above, norm))
        if len(above) < count // d:
            heapq.heappush(above, -heapq.heappop(rest))
        thresholds.append(above[0] if above else -rest[0])
    return thresholds
