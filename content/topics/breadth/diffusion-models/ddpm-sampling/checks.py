import math

import numpy as np

from sharpen import checks

near, nearer = checks.close(1e-6, 1e-6), checks.close(1e-9, 1e-9)


def kept_after(betas, t):
    """The product of the first t alphas, by logarithms."""
    return math.exp(math.fsum(math.log1p(-float(beta)) for beta in betas[:t]))


def linear(steps, first=1e-4, last=0.02):
    betas = [first + (last - first) * i / max(steps - 1, 1) for i in range(steps)]
    return np.array(betas), np.array([kept_after(betas, t) for t in range(1, steps + 1)])


def some_betas(rng, steps):
    """In no order, between the usual and half; the first is small, as it nearly always is."""
    return np.append(rng.uniform(1e-4, 0.01), rng.uniform(1e-3, 0.5, steps - 1))


def to_noise(rng, size):
    """`size` is rows, columns, steps."""
    n, d, steps = size
    t = rng.integers(1, steps + 1, n)
    t[-1] = steps
    return rng.normal(size=(n, d)) * 2, t, rng.normal(size=(n, d)), some_betas(rng, steps)


def whole_to_noise(rng, size):
    X, t, noise, betas = to_noise(rng, size)
    return np.rint(3 * X).clip(-10, 10).astype(int), t.tolist(), noise, betas


def step_by_step(X, t, noise, betas):
    """Each row goes through t single steps, whose noises add up to the one that is given."""
    rows = []
    for x, steps, e in zip(np.asarray(X, float), t, noise, strict=True):
        small, arrived = [], 1.0
        for beta in betas[:steps][::-1]:
            small.insert(0, math.sqrt(beta) * arrived)
            arrived *= math.sqrt(1 - beta)
        share = math.sqrt(math.fsum(s * s for s in small)) / math.fsum(small)
        for beta in betas[:steps]:
            x = math.sqrt(1 - beta) * x + math.sqrt(beta) * share * e
        rows.append(x)
    return np.array(rows)


def to_predict(rng, size):
    """`size` is rows, columns, rows of data, steps, the step."""
    n, d, m, steps, t = size
    betas, data = some_betas(rng, steps), rng.normal(size=(m, d)) * 2
    kept = kept_after(betas, t)
    X = math.sqrt(kept) * data[rng.integers(0, m, n)] + math.sqrt(1 - kept) * rng.normal(size=(n, d))
    return X, t, data, betas


def whole_to_predict(rng, size):
    X, t, data, betas = to_predict(rng, size)
    return np.rint(2 * X).clip(-10, 10).astype(int), t, np.rint(2 * data).clip(-10, 10).astype(int), betas


def score_ready(rng, size):
    """The same with much noise, where the density is smooth enough for differences."""
    X, t, data, _ = to_predict(rng, size)
    return X, t, data, rng.uniform(0.1, 0.4, size[3])


def log_density(x, t, data, betas):
    """Of noised data at x, up to a constant, and the variance of the noise."""
    kept = kept_after(betas, t)
    logs = [-math.fsum((x - math.sqrt(kept) * y) ** 2) / (2 * (1 - kept)) for y in data]
    top = max(logs)
    return top + math.log(math.fsum(math.exp(value - top) for value in logs)), 1 - kept


def density_of_all(X, t, data, betas):
    logs = [log_density(x, t, data, betas) for x in X]
    return -math.fsum(value * math.sqrt(variance) for value, variance in logs)


def clean_of(x, t, data, betas):
    """The expected clean row, data row by data row."""
    x, kept = np.asarray(x, float), kept_after(betas, t)
    logs = [-math.fsum((x - math.sqrt(kept) * y) ** 2) / (2 * (1 - kept)) for y in np.asarray(data, float)]
    weights = [math.exp(value - max(logs)) for value in logs]
    return sum(w / math.fsum(weights) * y for w, y in zip(weights, np.asarray(data, float), strict=True))


def row_by_row(X, t, data, betas):
    kept = kept_after(betas, t)
    rows = [(x - math.sqrt(kept) * clean_of(x, t, data, betas)) / math.sqrt(1 - kept) for x in np.asarray(X, float)]
    return np.array(rows)


def to_step(rng, size):
    """`size` is rows, columns, steps, the step."""
    n, d, steps, t = size
    X, predicted, noise = (rng.normal(size=(n, d)) * 2 for _ in range(3))
    return X, t, predicted, noise, some_betas(rng, steps)


def posterior_mean(x, clean, t, betas):
    """Between the clean row and the noised one, by the share of each."""
    before, kept = kept_after(betas, t - 1), kept_after(betas, t)
    toward, stay = math.sqrt(before) * betas[t - 1], math.sqrt(1 - betas[t - 1]) * (1 - before)
    return (toward * clean + stay * x) / (1 - kept)


def by_the_posterior(X, t, predicted, noise, betas):
    kept = kept_after(betas, t)
    clean = (np.asarray(X, float) - math.sqrt(1 - kept) * predicted) / math.sqrt(kept)
    return posterior_mean(X, clean, t, betas) + (math.sqrt(betas[t - 1]) * noise if t > 1 else 0)


def to_sample(rng, size):
    """`size` is rows, columns, rows of data, steps."""
    n, d, m, steps = size
    return rng.normal(size=(n, d)), rng.normal(size=(steps, n, d)), rng.normal(size=(m, d)) * 2, some_betas(rng, steps)


def to_land(rng, size):
    """The same with data far apart and a noise in the last place that nobody may use."""
    X, noises, data, _ = to_sample(rng, size)
    noises[0] = 10
    return X, noises, np.rint(data * 2).clip(-9, 9), np.geomspace(1e-4, 0.5, size[3])


def of_the_usual_steps(rng, size):
    X, noises, data, _ = to_sample(rng, size)
    return X, noises, data, linear(size[3])[0]


def one_row_at_a_time(X, noises, data, betas):
    rows = []
    for i, x in enumerate(np.asarray(X, float)):
        for t in range(len(betas), 0, -1):
            x = posterior_mean(x, clean_of(x, t, data, betas), t, betas)
            x = x + (math.sqrt(betas[t - 1]) * noises[t - 1][i] if t > 1 else 0)
        rows.append(x)
    return np.array(rows)


def lands_on_data(got, X, _noises, data, _betas):
    got = np.asarray(got, float)
    if got.shape != X.shape:
        return f"expected the shape {X.shape}, got {got.shape}"
    gaps = np.abs(got[:, None] - data).max(axis=2).min(axis=1)
    row = int(gaps.argmax())
    return f"sample {row} ends {gaps[row]:.3g} away from the nearest row of data" if gaps[row] > 1e-5 else None


def there_and_back(ask, X, _t, noise, betas):
    """One step of noise, taken back with the noise that was put in."""
    noised = np.asarray(ask(X, [1] * len(X), noise, betas), float)
    back = np.asarray(ask(checks.call("step_back", noised, 1, noise, np.full(X.shape, 10.0), betas)), float)
    if back.shape != X.shape or not np.allclose(back, X, rtol=1e-6, atol=1e-6):
        return "a step of noise, taken back by step_back with that very noise, does not give the clean rows"
    return None


def forward_alike(rng, size):
    """Arguments for `stateless`: only what is drawn here may differ from one call to the next."""
    n, d, steps = size
    return rng.normal(size=(n, d)), 1 + np.arange(n) % steps, rng.normal(size=(n, d)), np.linspace(0.01, 0.2, steps)


def spread_out(rows, columns):
    return np.linspace(-3, 3, rows * columns).reshape(rows, columns)


def predictions_alike(rng, size):
    n, d, m, steps = size
    return rng.normal(size=(n, d)), steps // 2, spread_out(m, d), np.linspace(0.01, 0.2, steps)


def data_alike(rng, size):
    n, d, m, steps = size
    return spread_out(n, d), steps // 2, rng.normal(size=(m, d)), np.linspace(0.01, 0.2, steps)


def steps_alike(rng, size):
    X, _, predicted, noise, _ = to_step(rng, size)
    return X, size[3], predicted, noise, np.linspace(0.01, 0.2, size[2])


def samples_alike(rng, size):
    X, noises, data, _ = to_sample(rng, size)
    return X, noises, spread_out(*data.shape), np.linspace(0.01, 0.2, size[3])


X0, E0 = np.array([[1.0], [1.0]]), np.array([[1.0], [-1.0]])
B0 = np.array([0.36, 0.75])
TINY = np.full(3, 1e-4)
HARSH = np.array([0.999] * 4)
CORNERS = np.array([[10.0, -10.0], [-10.0, 10.0], [0.0, 0.0]])
SMALL = [(1, 1, 1, 1, 1), (2, 1, 3, 4, 2), (3, 2, 4, 6, 6), (4, 3, 5, 9, 1), (5, 2, 3, 8, 3)]
LONG = np.linspace(0.5, 1e-4, 1000)

CHECKS = [
    checks.example("The schedule of the example", checks.call("schedule", 2, 0.36, 0.75), (B0, np.array([0.64, 0.16]))),
    checks.example(
        "Noise of the example",
        checks.call("add_noise", X0, [1, 2], E0, B0),
        np.array([[1.4], [0.4 - math.sqrt(0.84)]]),
        same=nearer,
    ),
    checks.example(
        "One step back of the example",
        checks.call("step_back", X0, 2, E0, np.zeros((2, 1)), B0),
        np.array([[2 - 1.5 / math.sqrt(0.84)], [2 + 1.5 / math.sqrt(0.84)]]),
        same=nearer,
    ),
    checks.example(
        "Samples of the example",
        checks.call("sample", X0, np.zeros((2, 2, 1)), np.array([[2.0]]), B0),
        np.array([[2.0], [2.0]]),
        same=near,
    ),
    checks.oracle(
        "Schedules, number by number",
        "schedule",
        [(1,), (2,), (3, 0.1, 0.3), (5, 0.5, 0.001), (7, 0.02, 0.02), (1, 0.25, 0.75), (1000,), (20, 1e-4, 0.999)],
        expected=linear,
        same=checks.close(1e-9, 1e-12),
        drawn=False,
    ),
    checks.oracle(
        "Noise added step by step",
        "add_noise",
        to_noise,
        [(1, 1, 1), (2, 1, 3), (3, 2, 4), (6, 3, 9), (200, 16, 30)],
        expected=step_by_step,
        same=nearer,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Noise for whole numbers, steps in a list",
        "add_noise",
        whole_to_noise,
        [(2, 2, 3), (5, 3, 6)],
        expected=step_by_step,
        same=nearer,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Predicted noise, data row by data row",
        "predict_noise",
        to_predict,
        [*SMALL, (200, 2, 9, 4, 2), (3, 16, 200, 5, 4)],
        expected=row_by_row,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Predicted noise for whole numbers",
        "predict_noise",
        whole_to_predict,
        [(2, 1, 3, 4, 2), (4, 3, 2, 6, 5)],
        expected=row_by_row,
        same=near,
        drawn=checks.reference,
    ),
    checks.gradient(
        "Predicted noise is the slope of the log density, by central differences",
        "predict_noise",
        score_ready,
        [(1, 1, 2, 3, 1), (2, 2, 3, 4, 3), (3, 3, 5, 4, 4)],
        loss=density_of_all,
        wrt=0,
    ),
    checks.oracle(
        "Steps back, by the posterior",
        "step_back",
        to_step,
        [(1, 1, 1, 1), (2, 1, 3, 2), (3, 2, 4, 4), (5, 3, 9, 1), (200, 16, 6, 3)],
        expected=by_the_posterior,
        same=nearer,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Samples, one row at a time",
        "sample",
        to_sample,
        [(1, 1, 1, 1), (2, 1, 2, 2), (3, 2, 4, 5), (5, 3, 6, 20)],
        expected=one_row_at_a_time,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Samples of the usual thousand steps",
        "sample",
        of_the_usual_steps,
        [(2, 2, 3, 1000)],
        expected=one_row_at_a_time,
        same=near,
        drawn=False,
    ),
    checks.property(
        "Every sample ends on a row of the data", "sample", to_land, [(3, 1, 2, 40), (8, 2, 5, 80)], holds=lands_on_data
    ),
    checks.relation(
        "The last step takes back the first",
        "add_noise",
        to_noise,
        [(2, 1, 1), (3, 2, 4)],
        holds=there_and_back,
    ),
    checks.stability(
        "Little noise and far data: one weight is all there is",
        "predict_noise",
        [
            (np.array([[0.0], [9.0]]), 1, np.array([[10.0], [-10.0], [3.0]]), TINY),
            (CORNERS, 2, -CORNERS[:2], TINY),
            (np.array([[1e-3], [0.0]]), 3, np.array([[1.0], [-1.0]]), TINY),
            (np.full((1, 16), 10.0), 1, np.vstack([np.full(16, -10.0), np.full(16, -9.0)]), TINY),
        ],
        expected=row_by_row,
        same=near,
    ),
    checks.stability(
        "Rows of data that are equal each count, and much noise forgets all",
        "predict_noise",
        [
            (np.array([[0.5]]), 1, np.array([[1.0], [1.0], [-1.0]]), np.array([0.5])),
            (np.array([[0.5, 1.0]]), 4, np.array([[1.0, 2.0], [-3.0, 4.0]]), HARSH),
            (CORNERS, 1000, CORNERS[:2], LONG),
        ],
        expected=row_by_row,
        same=near,
    ),
    checks.stability(
        "Steps back at both ends",
        "step_back",
        [
            (CORNERS, 1, CORNERS, CORNERS, TINY),
            (CORNERS, 3, -CORNERS, CORNERS, TINY),
            (CORNERS, 4, CORNERS, -CORNERS, HARSH),
            (np.array([[3, -4]]), 2, np.array([[1, 2]]), np.array([[0, 5]]), np.array([0.25, 0.5, 0.75])),
            (CORNERS, 1000, CORNERS, CORNERS, np.linspace(1e-4, 0.02, 1000)),
        ],
        expected=by_the_posterior,
        same=nearer,
    ),
    checks.stability(
        "Samples from one step, and from steps that forget all",
        "sample",
        [
            (CORNERS, np.full((1, 3, 2), 10.0), CORNERS[:2] / 2, np.array([0.5])),
            (CORNERS.astype(int), np.full((4, 3, 2), -1.0), np.array([[3, 4], [-3, 1]]), HARSH),
            (CORNERS, np.ones((3, 3, 2)), CORNERS[:1], TINY),
        ],
        expected=one_row_at_a_time,
        same=near,
    ),
    checks.stateless(
        "Noise added before does not matter", "add_noise", forward_alike, [(8, 2, 4), (90, 16, 6)], same=nearer
    ),
    checks.stateless(
        "Predictions before do not matter",
        "predict_noise",
        predictions_alike,
        [(8, 2, 4, 4), (90, 16, 7, 6)],
        same=near,
    ),
    checks.stateless(
        "Predictions from other data do not matter",
        "predict_noise",
        data_alike,
        [(3, 2, 8, 4), (5, 16, 90, 6)],
        same=near,
    ),
    checks.stateless(
        "Steps before do not matter", "step_back", steps_alike, [(8, 2, 4, 3), (90, 16, 4, 2)], same=nearer
    ),
    checks.stateless(
        "Samples before do not matter", "sample", samples_alike, [(8, 2, 3, 8), (90, 16, 7, 9)], same=near
    ),
    checks.unchanged(
        "No argument is changed",
        "sample",
        [
            *(to_sample(np.random.default_rng(5), size) for size in ((1, 1, 1, 1), (2, 1, 3, 2), (3, 2, 2, 4))),
            *(
                checks.call(entry, *args)
                for entry, args in (
                    ("add_noise", to_noise(np.random.default_rng(1), (1, 1, 1))),
                    ("add_noise", to_noise(np.random.default_rng(2), (3, 2, 4))),
                    ("predict_noise", to_predict(np.random.default_rng(3), (1, 1, 1, 1, 1))),
                    ("predict_noise", to_predict(np.random.default_rng(3), (3, 2, 4, 5, 2))),
                    ("step_back", to_step(np.random.default_rng(4), (1, 1, 1, 1))),
                    ("step_back", to_step(np.random.default_rng(4), (3, 2, 4, 3))),
                )
            ),
        ],
    ),
]
