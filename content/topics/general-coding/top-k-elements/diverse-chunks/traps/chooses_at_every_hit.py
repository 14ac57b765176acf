# caught by: 20,000 hits, a choice of 1,000
# Makes the choice anew at every hit: k times too slow.
from collections import Counter


def best_chunks(hits, k, most):
    taken = []
    for hit in hits:
        of_document, before = Counter(), sorted([*taken, hit], key=lambda hit: (-hit[1], hit[0]))
        taken = []
        for chunk, score in before:
            if len(taken) < k and of_document[chunk // 100] < most:
                of_document[chunk // 100] += 1
                taken.append((chunk, score))
    return [chunk for chunk, _ in taken]
