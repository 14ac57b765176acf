"""The best set by trying: of all sets within the limits, the one whose sorted ranks come first."""

from itertools import combinations


def best_chunks(hits, k, most):
    ranked = [chunk for chunk, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0]))]
    sizes = range(min(k, len(ranked)), -1, -1)
    for size in sizes:
        for chosen in combinations(ranked, size):  # in the order of their ranks
            documents = [chunk // 100 for chunk in chosen]
            if all(documents.count(document) <= most for document in documents):
                return list(chosen)
    return []


def inputs(rng, draw):
    count = draw.length("hits", 10)
    chunks = (rng.permutation(8)[:count] + 100 * rng.integers(0, 4, min(count, 8))).tolist()
    spread = int(rng.choice([1, 3, 10**9]))
    hits = [(chunk, int(rng.integers(-spread, spread + 1))) for chunk in chunks]
    return hits, int(rng.integers(1, 7)), int(rng.integers(1, 4))
