# Lists, and a running count in which the leading class is kept.


def choose_k(X, y, k_max):
    rows, labels, n = X.tolist(), y.tolist(), len(X)
    if not 1 <= k_max <= n - 1:
        raise ValueError("k_max must be from 1 to n - 1")
    mistakes = [0] * k_max
    for i, q in enumerate(rows):
        others = ((sum((a - b) ** 2 for a, b in zip(x, q, strict=True)), j) for j, x in enumerate(rows) if j != i)
        votes, best = {}, None
        for k, (_, j) in enumerate(sorted(others)[:k_max]):
            votes[labels[j]] = votes.get(labels[j], 0) + 1
            best = min({labels[j], labels[j] if best is None else best}, key=lambda c, votes=votes: (-votes[c], c))
            mistakes[k] += best != labels[i]
    return mistakes.index(min(mistakes)) + 1, mistakes
