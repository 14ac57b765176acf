import math

import numpy as np

from sharpen import checks

near = checks.close(1e-3, 0.0)


def law(rng, size):
    """`size` is models, decades from the smallest to the largest, and how far losses are off, relatively."""
    models, decades, off = size
    smallest = rng.uniform(5, 8)
    sizes = 10 ** rng.uniform(smallest, smallest + decades, models)
    sizes[:5] = 10 ** np.linspace(smallest, smallest + decades, 5)
    rng.shuffle(sizes)
    alpha, above = rng.uniform(0.2, 0.6), rng.uniform(0.8, 3)
    losses = rng.uniform(0.8, 2.5) + above * (sizes / sizes.min()) ** -alpha
    return sizes, losses * (1 + off * rng.uniform(-1, 1, models))


def nearly_the_same(rng, size):
    """One law but for a percent of A; the two ends are sizes of all draws."""
    sizes = 10 ** np.concatenate([[6.0, 8.0, 10.0], rng.uniform(6, 10, size - 3)])
    return sizes, 1.7 + 126 * rng.uniform(0.99, 1.01) * sizes**-0.35


def two_laboratories(rng, size):
    """The first half of the losses is a little too high, the second too low."""
    sizes, losses = law(rng, (size, 4, 0.0))
    return sizes, losses * np.repeat([1.005, 0.995], size // 2)


def repeated(rng, size):
    """Each size with several seeds, as whole numbers."""
    sizes, losses = law(rng, size)
    sizes = np.rint(np.tile(sizes, 3)).astype(np.int64)
    return sizes, np.tile(losses, 3) * (1 + 1e-4 * rng.uniform(-1, 1, len(sizes)))


def prices(rng, _size):
    A, B = (float(10 ** rng.uniform(0, 4)) for _ in range(2))
    alpha, beta = (float(rng.uniform(0.15, 0.7)) for _ in range(2))
    return float(10 ** rng.uniform(18, 26)), A, alpha, B, beta


def by_bisection(sizes, losses):
    """The alpha at which the residuals of the line are at right angles to how it bends, between signs."""
    sizes, losses = np.asarray(sizes, float), np.asarray(losses, float)
    logs = np.log(sizes) - np.log(sizes).mean()

    def fitted(alpha):
        columns = np.column_stack([np.ones(len(logs)), np.exp(-alpha * logs)])
        (floor, slope), *_ = np.linalg.lstsq(columns, losses, rcond=None)
        return floor, slope, losses - columns @ (floor, slope)

    def tilt(alpha):
        _, slope, left = fitted(alpha)
        return float(left @ (-slope * logs * np.exp(-alpha * logs)))

    grid = np.linspace(0.02, 1.4, 70)
    start = min(grid, key=lambda alpha: float(np.sum(fitted(alpha)[2] ** 2)))
    low, high = start - 0.02, start + 0.02
    rises = tilt(high) > 0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if (tilt(middle) > 0) == rises else (middle, high)
    floor, slope, _ = fitted(low)
    return float(floor), float(slope * math.exp(low * np.log(sizes).mean())), float(low)


def by_halving(budget, A, alpha, B, beta):
    """Where the loss as a function of log N stops falling."""
    low, high = -600.0, 600.0
    for _ in range(200):
        middle = (low + high) / 2
        falls = math.log(alpha * A) - alpha * middle > math.log(beta * B) - beta * (math.log(budget / 6) - middle)
        low, high = (middle, high) if falls else (low, middle)
    return math.exp(low), budget / 6 / math.exp(low)


def no_neighbor_is_better(got, sizes, losses):
    if len(got) != 3:
        return f"expected the three numbers E, A and alpha, got {len(got)}"
    floor, scale, alpha = map(float, got)
    if scale <= 0 or not 0 < alpha < 2:
        return f"A is {scale:.6g} and alpha {alpha:.6g}; A and alpha are positive, and alpha is less than 1"

    def squares(E, A, a):
        return float(np.sum((E + A * sizes**-a - losses) ** 2))

    mean = float(np.exp(np.mean(np.log(sizes))))
    mine, slack = squares(floor, scale, alpha), 1e-13 * len(sizes)
    for change in (1e-2, -1e-2):
        others = {
            "E": (floor + change, scale, alpha),
            "A": (floor, scale * (1 + change), alpha),
            "alpha, and A with it,": (floor, scale * mean**change, alpha + change),
        }
        for name, other in others.items():
            if squares(*other) < mine - slack:
                return (
                    f"the sum of squares is {mine:.6g}, and {squares(*other):.6g} once {name} is a little "
                    f"{'greater' if change > 0 else 'less'}"
                )
    return None


def unit_of_size(ask, sizes, losses):
    """Sizes in another unit: the same floor and exponent; losses shifted: the floor shifts."""
    floor, scale, alpha = map(float, ask(sizes, losses))
    other = [float(one) for one in ask(sizes / 8, losses)]
    wanted = floor, scale * 8**-alpha, alpha
    if not np.allclose(other, wanted, rtol=2e-3, atol=0):
        return f"for sizes that are an eighth, expected {tuple(round(one, 6) for one in wanted)}, got {tuple(other)}"
    shifted = [float(one) for one in ask(sizes, losses + 0.5)]
    if not np.allclose(shifted, (floor + 0.5, scale, alpha), rtol=2e-3, atol=0):
        return f"with 0.5 added to all losses, E went from {floor:.6g} to {shifted[0]:.6g}, alpha to {shifted[2]:.6g}"
    return None


def spends_the_budget(got, budget, A, alpha, B, beta):
    if len(got) != 2 or min(map(float, got)) <= 0:
        return "expected two positive numbers, N and D"
    size, tokens = map(float, got)
    if not math.isclose(6 * size * tokens, budget, rel_tol=1e-6):
        return f"6 N D is {6 * size * tokens:.6g}, the budget {budget:.6g}"
    mine = A * size**-alpha + B * tokens**-beta
    for times in (0.8, 1.25):
        other = A * (times * size) ** -alpha + B * (tokens / times) ** -beta
        if other < mine * (1 - 1e-12):
            return f"the loss above the constant is {mine:.9g}, and {other:.9g} with {times} times the parameters"
    return None


SIZES = [1e6, 1e7, 1e8, 1e9, 1e10]
EXACT = [4.2, 2.8, 2.1, 1.75, 1.575]
ALPHA = math.log10(2)

CHECKS = [
    checks.example(
        "The law of the example", checks.call("fit_power_law", SIZES, EXACT), (1.4, 2.8 * 64, ALPHA), same=near
    ),
    checks.example("Two sides that are alike", checks.call("best_split", 6e20, 100.0, 0.25, 100.0, 0.25), (1e10, 1e10)),
    checks.oracle(
        "Laws with no noise",
        "fit_power_law",
        law,
        [(5, 3, 0.0), (5, 4, 0.0), (9, 3.5, 0.0), (40, 4, 0.0)],
        expected=by_bisection,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Losses that are a little off",
        "fit_power_law",
        law,
        [(6, 4, 1e-4), (12, 3.5, 2e-4), (60, 4, 1e-3), (2000, 4, 1e-3)],
        expected=by_bisection,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Several seeds of each size",
        "fit_power_law",
        repeated,
        [(5, 4, 0.0), (8, 4, 0.0)],
        expected=by_bisection,
        same=near,
        drawn=checks.reference,
    ),
    checks.stability(
        "Two laboratories, of which one measures higher losses",
        "fit_power_law",
        two_laboratories,
        [10, 2000],
        expected=by_bisection,
        same=near,
    ),
    checks.property(
        "No law beside it is nearer to the losses",
        "fit_power_law",
        law,
        [(6, 4, 1e-4), (30, 4, 5e-4)],
        holds=no_neighbor_is_better,
    ),
    checks.relation(
        "The unit of size changes A alone, a shift of losses E alone",
        "fit_power_law",
        law,
        [(7, 4, 1e-4), (15, 4, 2e-4)],
        holds=unit_of_size,
    ),
    checks.stability(
        "The largest sizes, steep and gentle laws, a small E",
        "fit_power_law",
        [
            ([int(size) for size in 10.0 ** np.arange(8, 13)], [0.2 + 8 * 10.0 ** (-0.8 * k) for k in range(5)]),
            (10.0 ** np.arange(4, 13), 3 + 4 * 10.0 ** (-0.1 * np.arange(9))),
            (10.0 ** np.arange(12, 4, -1), 0.1 + 19 * 10.0 ** (-0.12 * np.arange(7, -1, -1))),
        ],
        expected=by_bisection,
        same=near,
    ),
    checks.oracle("Budgets, by halving", "best_split", prices, [1, 2, 3, 4, 5], expected=by_halving),
    checks.property(
        "The budget is spent, and no other split is better", "best_split", prices, [1, 2, 3], holds=spends_the_budget
    ),
    checks.stability(
        "The ends of the ranges",
        "best_split",
        [
            (1e15, 0.1, 1.0, 1e5, 0.05),
            (1e30, 1e5, 0.05, 0.1, 0.05),
            (1e30, 0.1, 0.05, 1e5, 0.05),
            (5.76e23, 406.4, 0.34, 410.7, 0.28),
            (1e15, 1e5, 1.0, 0.1, 1.0),
        ],
        expected=by_halving,
    ),
    checks.stateless("Fits before do not matter", "fit_power_law", nearly_the_same, [9, 1500], same=near),
    checks.stateless("Splits before do not matter", "best_split", prices, [1]),
    checks.unchanged(
        "No argument is changed",
        "fit_power_law",
        [
            law(np.random.default_rng(3), (7, 4, 1e-4)),
            (SIZES, EXACT),
            (np.array(SIZES), np.array(EXACT)),
        ],
    ),
]
