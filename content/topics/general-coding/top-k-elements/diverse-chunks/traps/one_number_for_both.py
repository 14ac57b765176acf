# caught by: Scores beyond floats and words of 64 bits, chunks of any size
# Score and chunk packed into one number, with room for a billion chunks.
import heapq
from collections import defaultdict


def best_chunks(hits, k, most):
    documents = defaultdict(list)
    kept = []
    for chunk, score in hits:
        kept.append(-score * 10**9 + chunk)
        if len(kept) >= 2 * k:
            kept = chosen(kept, k, most)
    return [packed % 10**9 for packed in chosen(kept, k, most)]


def chosen(kept, k, most):
    taken, counts = [], defaultdict(int)
    for packed in sorted(kept):
        document = packed % 10**9 // 100
        if len(taken) < k and counts[document] < most:
            counts[document] += 1
            taken.append(packed)
    return taken
