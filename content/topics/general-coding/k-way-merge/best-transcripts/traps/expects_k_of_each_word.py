# caught by: The example in the statement
# Takes k entries from the heap for each word, though the first words do not yet have that many prefixes.
import heapq


def best_transcripts(options, k):
    best = [(0, ())]
    for costs in options:
        heap = [(cost + costs[0], choices, 0) for cost, choices in best]
        best = []
        for _ in range(k):
            cost, choices, last = heapq.heappop(heap)
            best.append((cost, (*choices, last)))
            if last + 1 < len(costs):
                heapq.heappush(heap, (cost - costs[last] + costs[last + 1], choices, last + 1))
    return best
