# caught by: Three or four hits, with every order of scores
# Of equal scores the one that came first is taken, not the one with the smaller number.
from collections import Counter


def best_chunks(hits, k, most):
    def chosen(kept):
        of_document, taken = Counter(), []
        for chunk, score in sorted(kept, key=lambda hit: -hit[1]):
            if len(taken) < k and of_document[chunk // 100] < most:
                of_document[chunk // 100] += 1
                taken.append((chunk, score))
        return taken

    kept = []
    for hit in hits:
        kept.append(hit)
        if len(kept) >= 2 * k:
            kept = chosen(kept)
    return [chunk for chunk, _ in chosen(kept)]
