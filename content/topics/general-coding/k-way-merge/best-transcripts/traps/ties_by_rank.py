# caught by: Up to three words with few candidates
# Settles equal costs by the rank of the prefix instead of by its choices.
import heapq


def best_transcripts(options, k):
    best = [(0, ())]
    for costs in options:
        heap = [(cost + costs[0], rank, 0) for rank, (cost, _) in enumerate(best)]
        grown = []
        while heap and len(grown) < k:
            cost, rank, last = heapq.heappop(heap)
            grown.append((cost, (*best[rank][1], last)))
            if last + 1 < len(costs):
                heapq.heappush(heap, (cost - costs[last] + costs[last + 1], rank, last + 1))
        best = grown
    return best
