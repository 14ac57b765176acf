# caught by: 100,000 hits are not kept in memory
# Sorts the whole stream, and so keeps all of it.
from collections import Counter


def best_chunks(hits, k, most):
    of_document, taken = Counter(), []
    for chunk, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
        if len(taken) < k and of_document[chunk // 100] < most:
            of_document[chunk // 100] += 1
            taken.append(chunk)
    return taken
