import numpy as np

from sharpen import checks

SETTINGS = 0.1, 0.9, 0.99, 1e-8, 0.1


def log(rng, size):
    """Gradients whose scales differ from coordinate to coordinate; `size` is steps and coordinates."""
    n, d = size
    scales = 10.0 ** rng.integers(-3, 3, d)
    return rng.normal(size=d), scales * (rng.normal(size=(n, d)) + rng.normal(size=d))


def with_settings(rng, size):
    settings = (rng.choice(choices) for choices in ([0.001, 0.03, 1], [0, 0.5, 0.9], [0.9, 0.99, 0.9999]))
    return *log(rng, size), *map(float, settings), float(rng.choice([1e-10, 1e-4, 1])), float(rng.choice([0, 0.1, 1]))


def with_a_large_eps(rng, size):
    return *log(rng, size), 0.1, 0.9, 0.999, float(rng.choice([0.01, 0.1, 1.0])), 0.1


def with_steady_settings(rng, size):
    return *log(rng, size), *SETTINGS


def whole(rng, size):
    n, d = size
    return rng.integers(-9, 10, d), rng.integers(-300, 301, (n, d)), *SETTINGS


def sparse(rng, size):
    """Most gradients are zero, all of the first column."""
    w, grads, *settings = with_settings(rng, size)
    grads[rng.random(grads.shape) < 0.7] = 0
    grads[:, 0] = 0
    return w, grads, *settings


def without_decay(rng, size):
    w, grads = log(rng, size)
    return w, np.where(np.abs(grads) < 1e-6, 1e-3, grads), 0.01, 0.9, 0.999, 1e-10, 0.0


def decays_at_once(_rng, size):
    """Large weights that all but vanish in the first step, so that the digits of the rest are seen."""
    n, d = size
    return np.full(d, 999.7), np.linspace(-1, 2, n * d).reshape(n, d) + 0.01, 1.0, 0.9, 0.99, 1e-8, 0.999


def as_averages(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """Each corrected mean as what it is, an average of all gradients so far with weights that sum to 1."""
    grads, w = np.asarray(grads, float), np.asarray(w, float)
    steps = averages(grads, beta1) / (averages(grads**2, beta2) ** 0.5 + eps)
    rows = []
    for step in steps:
        w = (1 - lr * weight_decay) * w - lr * step
        rows.append(w)
    return np.array(rows)


def averages(values, beta):
    weights = [float(beta) ** np.arange(t, -1.0, -1) for t in range(len(values))]
    return np.array([row @ values[: len(row)] / row.sum() for row in weights])


def first_steps_are_lr(got, w, grads, lr, *_):
    """No decay and an eps too small to matter."""
    if np.shape(got) != grads.shape:
        return f"expected the shape {grads.shape}, got {np.shape(got)}"
    moved = np.asarray(got, float)[0] - w
    for j, (step, g) in enumerate(zip(moved, grads[0], strict=True)):
        if abs(step + lr * np.sign(g)) > 1e-3 * lr:
            return f"the first step of coordinate {j} is {step:.6g}, not {-lr * np.sign(g):.6g}"
    return None


def same_in_another_unit(ask, w, grads, lr, beta1, beta2, eps, weight_decay):
    """Loss and eps 64 times as large: no step changes."""
    plain = ask(w, grads, lr, beta1, beta2, eps, weight_decay)
    other = ask(w, 64 * grads, lr, beta1, beta2, 64 * eps, weight_decay)
    if np.shape(plain) != grads.shape or np.shape(other) != grads.shape:
        return f"expected the shape {grads.shape}"
    if not np.allclose(plain, other, rtol=1e-6, atol=1e-9):
        return "with grads and eps 64 times as large the weights differ; the factor should cancel"
    return None


def earlier_steps_stay(ask, w, grads, *settings):
    whole, half = ask(w, grads, *settings), ask(w, grads[: len(grads) // 2], *settings)
    if np.shape(whole) != grads.shape or np.shape(half) != grads[: len(grads) // 2].shape:
        return f"expected the shape of grads, {grads.shape} and then {grads[: len(grads) // 2].shape}"
    if not np.allclose(np.asarray(whole)[: len(half)], half, rtol=1e-6, atol=1e-9):
        return f"the first {len(half)} rows change when later gradients are left out"
    return None


def coordinates_are_apart(ask, w, grads, *settings):
    whole = np.asarray(ask(w, grads, *settings), float)
    if whole.shape != grads.shape:
        return f"expected the shape {grads.shape}, got {whole.shape}"
    for j in range(len(w)):
        alone = np.asarray(ask(w[j : j + 1], grads[:, j : j + 1], *settings), float)
        if alone.shape != (len(grads), 1) or not np.allclose(alone[:, 0], whole[:, j], rtol=1e-6, atol=1e-9):
            return f"coordinate {j} alone takes other steps than among {len(w)}"
    return None


SIZES = [(1, 1), (2, 1), (1, 3), (3, 2), (8, 3), (40, 5)]
W0, G0 = np.array([1.0, -2.0, 0.0]), np.array([[2.0, 0.0, 2.0], [2.0, 0.0, -1.0]])
THIRD = -0.1 - 0.1 * (0.08 / 0.19 / (0.004996 / 0.001999) ** 0.5 - 0.05)

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("adamw", W0, G0, lr=0.1, weight_decay=0.5),
        np.array([[0.85, -1.9, -0.1], [0.7075, -1.805, THIRD]]),
        same=checks.close(1e-6, 1e-8),
    ),
    checks.oracle(
        "The settings not given are the defaults",
        "adamw",
        log,
        [(1, 2), (5, 3), (300, 2)],
        expected=as_averages,
    ),
    checks.oracle(
        "Random gradients, by averages of all so far",
        "adamw",
        with_settings,
        [*SIZES, (3, 2000), (1000, 2)],
        expected=as_averages,
    ),
    checks.oracle("eps stands outside the root", "adamw", with_a_large_eps, SIZES, expected=as_averages),
    checks.oracle("Whole numbers", "adamw", whole, [(1, 1), (2, 3), (30, 4)], expected=as_averages),
    checks.oracle("Gradients that are mostly zero", "adamw", sparse, [*SIZES, (1000, 3)], expected=as_averages),
    checks.property(
        "Without decay, the first step has the length lr",
        "adamw",
        without_decay,
        [(1, 1), (3, 4), (2, 20)],
        holds=first_steps_are_lr,
    ),
    checks.relation(
        "The scale of the loss does not matter",
        "adamw",
        with_settings,
        [(1, 2), (5, 3), (20, 4)],
        holds=same_in_another_unit,
    ),
    checks.relation(
        "Later gradients do not change earlier weights",
        "adamw",
        with_steady_settings,
        [(2, 1), (7, 3), (20, 4)],
        holds=earlier_steps_stay,
    ),
    checks.relation(
        "Each coordinate is on its own",
        "adamw",
        with_steady_settings,
        [(2, 2), (6, 4)],
        holds=coordinates_are_apart,
    ),
    checks.stability(
        "The ends of the ranges",
        "adamw",
        [
            (np.array([0.0]), np.array([[0.0]])),
            (np.array([0.0, 0.5]), np.array([[1e-8, -1e-8], [3e-8, 0.0]])),
            (np.array([3.0]), np.zeros((4, 1)), 1.0, 0.0, 0.9, 1e-10, 1.0),
            (np.array([1000.0, -1000.0]), np.array([[1e6, -1e6], [-1e6, 1e6], [1e-9, 0.0]]), 1.0, 0.9, 0.9, 1e-10, 1.0),
            (np.array([1000, -1000]), np.array([[1_000_000, -1_000_000], [-1, 0]]), 1.0, 0.9, 0.9999, 1.0, 1.0),
            (np.array([1e-6, 0.0]), np.array([[1e-10, -1e-10], [-2e-10, 0.0]]), 1.0, 0.9, 0.9999, 1e-10, 0.0),
            (np.array([0.0, 0.0]), np.array([[1e-9, 3.0]] * 3), 1e-6, 0.5, 0.99, 1e-8, 0.0),
            ([1.0, 2.0], [[0.5, -0.5], [0.25, 0.0]], 0.1),
            ([1, 2], [[1, -3], [0, 2]], 0.1),
        ],
        expected=as_averages,
    ),
    checks.stability(
        "Large weights that decay at once",
        "adamw",
        decays_at_once,
        [(1, 1), (2, 3), (6, 2)],
        expected=as_averages,
    ),
    checks.stateless("Calls before do not matter", "adamw", with_steady_settings, [(1, 2), (3, 2), (3, 1500)]),
    checks.unchanged(
        "No argument is changed",
        "adamw",
        [(W0, G0), *(with_settings(np.random.default_rng(3), size) for size in ((1, 1), (4, 1), (1, 4), (5, 3)))],
    ),
]
