# caught by: Equal costs where the list ends
# `nsmallest` by cost alone, trusting that what is equal stays in order.
import heapq


def best_transcripts(options, k):
    best = [(0, ())]
    for costs in options:
        longer = [(cost + more, (*choices, place)) for cost, choices in best for place, more in enumerate(costs)]
        best = heapq.nsmallest(k, longer, key=lambda transcript: transcript[0])
    return sorted(best)
