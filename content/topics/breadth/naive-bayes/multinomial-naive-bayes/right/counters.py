# Lists, sums and logarithms of single words.
from math import exp, log


def naive_bayes(X, y, queries, alpha=1.0):
    y = [int(label) for label in y]
    k, width = max(y) + 1, len(X[0])
    counts, sizes = [[0] * width for _ in range(k)], [0] * k
    for row, label in zip(X, y, strict=True):
        sizes[label] += 1
        for j in range(width):
            counts[label][j] += int(row[j])
    totals = [sum(row) + alpha * width for row in counts]
    table = [[log(count + alpha) - log(total) for count in row] for row, total in zip(counts, totals, strict=True)]
    labels, posteriors = [], []
    for query in queries:
        words = [(j, int(query[j])) for j in range(width) if query[j]]
        scores = [log(sizes[c]) - log(len(y)) + sum(times * table[c][j] for j, times in words) for c in range(k)]
        most = max(scores)
        total = most + log(sum(exp(value - most) for value in scores))
        labels.append([value > most - 1e-8 for value in scores].index(True))
        posteriors.append([value - total for value in scores])
    return labels, posteriors
