# caught by: The example in the statement
# Lets one more norm exceed the threshold where d does not divide their number.
import heapq


def clip_thresholds(norms, d):
    above, rest, thresholds = [], [], []
    for count, norm in enumerate(norms, 1):
        heapq.heappush(rest, -heapq.heappushpop(above, norm))
        if len(above) < -(-count // d) and len(rest) > 1:
            heapq.heappush(above, -heapq.heappop(rest))
        thresholds.append(-rest[0])
    return thresholds
