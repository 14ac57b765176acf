from sharpen import checks


def from_all(hits, k, most):
    """All hits in a list, sorted, and counted by hand."""
    taken = []
    for chunk, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
        if len(taken) < k and sum(other // 100 == chunk // 100 for other in taken) < most:
            taken.append(chunk)
    return taken


def searches(rng, size):
    """Hits of a few documents, scores with ties; their order is any."""
    count, documents, spread, k, most = size
    chunks = rng.permutation(documents * 100)[:count].tolist()
    scores = rng.integers(-spread, spread + 1, len(chunks)).tolist()
    return checks.stream(list(zip(chunks, scores, strict=True))), k, most


def one_document_leads(rng, size):
    """The best hits are all of one document, the worst of it come first."""
    count, k, most = size
    leading = [(number, 1000 + number) for number in range(min(100, count // 2))]
    others = [(100 * number + 100, int(rng.integers(0, 1000))) for number in range(count - len(leading))]
    return checks.stream([*leading, *others]), k, most


def fair(got, hits, k, most):
    scores = dict(hits.value)
    for place, chunk in enumerate(got):
        if chunk not in scores:
            return f"{chunk} at place {place} is none of the hits"
        same = sum(other // 100 == chunk // 100 for other in got)
        if same > most:
            return f"{same} chunks of document {chunk // 100} are chosen; at most {most} may be"
    if len(set(got)) < len(got) or len(got) > k:
        return f"{len(got)} chunks are chosen, {len(set(got))} different ones; k is {k}"
    order = sorted(got, key=lambda chunk: (-scores[chunk], chunk))
    if list(got) != order:
        place = next(place for place, pair in enumerate(zip(got, order, strict=True)) if pair[0] != pair[1])
        return f"at place {place} stands {got[place]}; {order[place]} is better"
    best = max(scores, key=lambda chunk: (scores[chunk], -chunk))
    return None if got[0] == best else f"the best of all hits, {best}, is not the first one chosen, {got[0]}"


SMALL = [
    (list(zip(chunks, scores, strict=True)), k, most)
    for chunks in ([5, 6, 105], [105, 6, 5], [6, 205, 5, 106])
    for scores in checks.lists((0, 1, 2), len(chunks), len(chunks))
    for k in (1, 2, 3)
    for most in (1, 2)
]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("best_chunks", checks.stream([(2, 7), (101, 5), (1, 9), (207, 6), (450, 5), (3, 8)]), k=4, most=2),
        [1, 3, 207, 101],
    ),
    checks.oracle(
        "Three or four hits, with every order of scores",
        "best_chunks",
        [(checks.stream(hits), k, most) for hits, k, most in SMALL[::5]],
        expected=from_all,
        same=checks.exactly(),
        drawn=False,
    ),
    checks.oracle(
        "Random hits",
        "best_chunks",
        searches,
        [
            (0, 1, 1, 3, 2),
            (1, 1, 1, 1, 1),
            (12, 1, 2, 5, 3),
            (40, 3, 3, 10, 4),
            (150, 2, 40, 30, 1),
            (300, 5, 10**9, 60, 20),
            (300, 30, 4, 40, 2),
            (900, 9, 50, 150, 100),
            (2500, 40, 10**6, 25, 3),
        ],
        expected=from_all,
        same=checks.exactly(),
    ),
    checks.oracle(
        "All the best hits are of one document",
        "best_chunks",
        one_document_leads,
        [(6, 3, 1), (40, 10, 3), (300, 2, 1), (500, 60, 20)],
        expected=from_all,
        same=checks.exactly(),
    ),
    checks.property(
        "The chosen chunks keep the limits, and stand in order",
        "best_chunks",
        searches,
        [(5, 2, 1, 2, 1), (60, 3, 5, 12, 4), (2000, 30, 30, 200, 7)],
        holds=fair,
    ),
    checks.growth(
        "20,000 hits, a choice of 1,000",
        "best_chunks",
        searches,
        [(20_000, 400, 10**9, 1000, 20)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.memory(
        "100,000 hits are not kept in memory",
        checks.call("best_chunks", checks.weighted_stream(range(100_000), [7, 3, 9, 1, 9, 4, 8]), 100, 100),
        limit=4,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Scores beyond floats and words of 64 bits, chunks of any size",
        "best_chunks",
        [
            (checks.stream([(0, 2**53), (100, 2**53 + 1), (200, -(2**53) - 1), (300, -(2**53))]), 4, 1),
            (checks.stream([(0, 10**30), (100, 10**30 + 1), (200, -(10**30)), (300, 1 - 10**30)]), 4, 1),
            (checks.stream([(10**12, 5), (7, 4), (10**18, 4), (2 * 10**12, 5), (1, -1), (2, 0)]), 6, 2),
            (checks.stream([(10**12, 1), (0, 0), (10**9, 1), (100, 2)]), 4, 1),
            (checks.stream([(10**18 - 1, 5), (10**18, 4), (10**18 - 101, 3)]), 3, 1),
        ],
        same=checks.exactly(),
    ),
]
