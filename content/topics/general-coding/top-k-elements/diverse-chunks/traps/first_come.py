# caught by: All the best hits are of one document
# Turns a hit away if its document is full, even if it is better than what is taken of it.
import heapq
from collections import Counter


def best_chunks(hits, k, most):
    heap, of_document = [], Counter()
    for chunk, score in hits:
        if of_document[chunk // 100] == most:
            continue
        of_document[chunk // 100] += 1
        heapq.heappush(heap, (score, -chunk))
        if len(heap) > k:
            of_document[-heapq.heappop(heap)[1] // 100] -= 1
    return [-chunk for _, chunk in sorted(heap, reverse=True)]
