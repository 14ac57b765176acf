# Sends each norm to its side by a comparison, and moves one across where the sizes are wrong.
import heapq


def clip_thresholds(norms, d):
    above, rest, thresholds = [], [], []
    for count, norm in enumerate(norms, 1):
        if above and norm > above[0]:
            heapq.heappush(above, norm)
        else:
            heapq.heappush(rest, -norm)
        while len(above) > count // d:
            heapq.heappush(rest, -heapq.heappop(above))
        while len(above) < count // d:
            heapq.heappush(above, -heapq.heappop(rest))
        thresholds.append(-rest[0])
    return thresholds
