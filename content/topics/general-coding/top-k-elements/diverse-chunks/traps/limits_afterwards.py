# caught by: The example in the statement
# Takes the best k and applies the limit to them, so that too few are left.
import heapq
from collections import Counter


def best_chunks(hits, k, most):
    of_document, taken = Counter(), []
    for chunk, _ in heapq.nsmallest(k, hits, key=lambda hit: (-hit[1], hit[0])):
        of_document[chunk // 100] += 1
        if of_document[chunk // 100] <= most:
            taken.append(chunk)
    return taken
