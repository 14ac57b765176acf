# caught by: Every list of up to five small norms
# Sends a norm to a side by comparing it with the last threshold, and never moves one back.
import heapq


def clip_thresholds(norms, d):
    above, rest, thresholds = [], [], []
    for count, norm in enumerate(norms, 1):
        if rest and norm > -rest[0] and len(above) < count // d:
            heapq.heappush(above, norm)
        else:
            heapq.heappush(rest, -norm)
        thresholds.append(-rest[0])
    return thresholds
