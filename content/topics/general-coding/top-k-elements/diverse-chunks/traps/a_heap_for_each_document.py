# caught by: 100,000 hits are not kept in memory
# The best of each document, then the best of those: memory grows with the number of documents.
import heapq
from collections import defaultdict


def best_chunks(hits, k, most):
    heaps = defaultdict(list)
    for chunk, score in hits:
        heap = heaps[chunk // 100]
        heapq.heappush(heap, (score, -chunk))
        if len(heap) > most:
            heapq.heappop(heap)
    best = heapq.nlargest(k, (entry for heap in heaps.values() for entry in heap))
    return [-chunk for _, chunk in best]
