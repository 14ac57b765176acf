# Plain Python: fractions, a heap for the largest remainders, and a list of rows for each class.
import heapq
from fractions import Fraction


def quotas(counts, k):
    counts = [int(count) for count in counts]
    if not 0 <= k <= sum(counts):
        raise ValueError("k must be between 0 and the number of rows")
    shares = [Fraction(k * count, sum(counts)) for count in counts]
    given = [share.numerator // share.denominator for share in shares]
    waiting = [(number - share, c) for c, (share, number) in enumerate(zip(shares, given))]
    heapq.heapify(waiting)
    for _ in range(k - sum(given)):
        given[heapq.heappop(waiting)[1]] += 1
    return tuple(given)


def stratified_sample(y, k, rng):
    rows = {}
    for row, label in enumerate(y):
        rows.setdefault(label, []).append(row)
    names = sorted(rows)
    drawn = set()
    for name, quota in zip(names, quotas([len(rows[name]) for name in names], k)):
        for _ in range(quota):
            j = int(rng.integers(len(rows[name])))
            rows[name][j], rows[name][-1] = rows[name][-1], rows[name][j]
            drawn.add(rows[name].pop())
    return drawn
