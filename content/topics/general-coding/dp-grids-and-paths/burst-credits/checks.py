from itertools import product

from sharpen import checks


def every_start(grid, cap):
    """The first balance from 0 on with which a walk over all reachable balances gets through."""
    for start in range(cap + 1):
        balances = {(0, 0): {start}}
        for i, row in enumerate(grid):
            for j, value in enumerate(row):
                before = balances.get((i, j), set()) | balances.get((i - 1, j), set()) | balances.get((i, j - 1), set())
                balances[i, j] = {min(cap, balance + value) for balance in before if balance + value >= 0}
        if balances[len(grid) - 1, len(grid[0]) - 1]:
            return start
    return None


def gets_through(start, grid, cap):
    """Whether a start is enough: forward, the largest balance at each cell decides."""
    most = [[-1] * (len(grid[0]) + 1) for _ in range(len(grid) + 1)]
    most[0][1] = start
    for i, row in enumerate(grid, 1):
        for j, value in enumerate(row, 1):
            before = max(most[i - 1][j], most[i][j - 1])
            most[i][j] = min(cap, before + value) if before >= 0 else -1
    return most[-1][-1] >= 0


def by_halving(grid, cap):
    """The smallest start that gets through, by binary search."""
    if not gets_through(cap, grid, cap):
        return None
    low, high = 0, cap
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if gets_through(middle, grid, cap) else (middle + 1, high)
    return low


def grids(rng, size):
    """A little more is taken than given, so that the cap matters and paths differ; now and then nothing is enough."""
    rows, columns, most, cap = size
    values = rng.integers(-most - most // 6, most + 1, (rows, columns))
    return values.tolist(), int(rng.integers(cap // 2, cap + 1))


def just_enough(got, grid, cap):
    if got is None:
        return f"expected a number, as the cap of {cap} is enough, got None" if gets_through(cap, grid, cap) else None
    if type(got) is not int or not 0 <= got <= cap:
        return f"expected an integer from 0 to {cap}, or None, got {checks.show(got)}"
    if not gets_through(got, grid, cap):
        return f"no path can be walked with {got}: expected more, or None"
    return (
        f"{got - 1} is enough as well: expected at most that, got {got}" if gets_through(got - 1, grid, cap) else None
    )


SMALL = [
    ([list(cells[row * columns : (row + 1) * columns]) for row in range(rows)], cap)
    for rows, columns in ((1, 1), (1, 2), (2, 1), (1, 3), (2, 2))
    for cells in product((-3, -1, 0, 2, 4), repeat=rows * columns)
    for cap in (0, 1, 3, 5)
]

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("least_start", [[2, -6, 9], [-4, 3, -2], [-9, 1, -2]], 10), 2
    ),
    checks.exhaustive("Every small grid", "least_start", SMALL, expected=every_start),
    checks.oracle(
        "Random grids",
        "least_start",
        grids,
        [
            (1, 1, 0, 0),
            (1, 5, 6, 9),
            (3, 3, 6, 9),
            (4, 5, 9, 15),
            (7, 6, 20, 30),
            (9, 9, 10**6, 10**6),
            (20, 20, 99, 140),
            (40, 9, 9, 12),
        ],
        expected=by_halving,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "Gains that come too late, gains that overflow, the cap itself",
        "least_start",
        [
            ([[-5]], 5),
            ([[-6]], 5),
            ([[5]], 0),
            ([[-5, 100, -5]], 5),
            ([[-5, 100, -6]], 5),
            ([[100, -6, 100]], 5),
            ([[3, -4], [-9, -1]], 4),
            ([[3, -4], [-9, -1]], 9),
            ([[-1, 8, -9], [-2, -2, 1]], 8),
            ([[0, 0], [0, 0]], 0),
            ([[-(10**6)]], 10**6),
            ([[10**6, -(10**6)], [-3, -(10**6)]], 10**6),
        ],
        expected=by_halving,
        same=checks.exactly(),
    ),
    checks.property(
        "What is returned is enough, and one less is not",
        "least_start",
        grids,
        [(1, 3, 4, 9), (3, 4, 6, 20), (9, 12, 20, 90), (30, 25, 10**6, 10**6), (25, 30, 99, 500)],
        holds=just_enough,
        empty=True,
    ),
    checks.unchanged("The grid is not changed", "least_start", grids, [(3, 4, 6, 9), (12, 15, 20, 40)]),
    checks.growth(
        "60 rows and columns", "least_start", grids, [(60, 60, 1000, 10**6)], factor=100, same=checks.exactly()
    ),
]
