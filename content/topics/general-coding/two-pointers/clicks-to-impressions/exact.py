"""The length of a longest matching that keeps the order, by a table over both lists."""


def attributed(shown, clicked, window):
    # In a matching between sorted lists with equal windows, crossing pairs can be uncrossed.
    rows = [[0] * (len(clicked) + 1) for _ in range(len(shown) + 1)]
    for i, impression in enumerate(shown):
        for j, click in enumerate(clicked):
            rows[i + 1][j + 1] = max(rows[i][j + 1], rows[i + 1][j], rows[i][j] + (0 <= click - impression <= window))
    return rows[-1][-1]


def inputs(rng, draw):
    n, m = draw.length("shown", 12), draw.length("clicked", 12)
    span = int(rng.choice([3, 12, 60, 10**9]))
    shown, clicked = (sorted(rng.integers(0, span + 1, length).tolist()) for length in (n, m))
    return shown, clicked, int(rng.integers(0, min(10**6, span) + 1))
