"""Long doubles, one number at a time, and the posterior in place of the mean that the paper writes."""

import numpy as np

from sharpen import checks

long = np.longdouble


def kept_after(betas, t):
    kept = long(1)
    for beta in np.asarray(betas).tolist()[:t]:
        kept *= 1 - long(beta)
    return kept


def schedule(steps, first=1e-4, last=0.02):
    betas = [long(first) + (long(last) - long(first)) * i / max(steps - 1, 1) for i in range(steps)]
    return np.array(betas, float), np.array([kept_after(betas, t) for t in range(1, steps + 1)], float)


def add_noise(X, t, noise, betas):
    kept = [kept_after(betas, int(steps)) for steps in t]
    rows = zip(np.asarray(X, long), np.asarray(noise, long), kept, strict=True)
    return np.array([np.sqrt(k) * x + np.sqrt(1 - k) * e for x, e, k in rows], float)


def clean_rows(X, t, data, betas):
    kept, rows = kept_after(betas, t), []
    for x in X:
        logs = np.array([-np.sum((x - np.sqrt(kept) * y) ** 2) / 2 / (1 - kept) for y in data])
        weights = np.exp(logs - logs.max())
        rows.append(sum(w * y for w, y in zip(weights, data, strict=True)) / weights.sum())
    return np.array(rows)


def predict_noise(X, t, data, betas):
    X, data, kept = np.asarray(X, long), np.asarray(data, long), kept_after(betas, t)
    return ((X - np.sqrt(kept) * clean_rows(X, t, data, betas)) / np.sqrt(1 - kept)).astype(float)


def between(X, clean, t, noise, betas):
    beta, before = long(betas[t - 1]), kept_after(betas, t - 1)
    kept = before * (1 - beta)
    mean = (np.sqrt(before) * beta * clean + np.sqrt(1 - beta) * (1 - before) * X) / (1 - kept)
    return mean + np.sqrt(beta) * noise * (t > 1)


def step_back(X, t, predicted, noise, betas):
    X, predicted, noise = (np.asarray(one, long) for one in (X, predicted, noise))
    kept = kept_after(betas, t)
    return between(X, (X - np.sqrt(1 - kept) * predicted) / np.sqrt(kept), t, noise, betas).astype(float)


def sample(X, noises, data, betas):
    X, noises, data = (np.asarray(one, long) for one in (X, noises, data))
    for t in range(len(betas), 0, -1):
        X = between(X, clean_rows(X, t, data, betas), t, noises[t - 1], betas)
    return X.astype(float)


def inputs(rng, draw):
    n, d, m, steps = (int(size) for size in rng.integers(1, 5, 4))
    t, betas = int(rng.integers(1, steps + 1)), np.exp(rng.uniform(np.log(1e-4), np.log(0.999), steps))
    match rng.integers(5):
        case 0:
            first, last = (float(10 ** rng.uniform(-4, 0) * 0.999 + 1e-4 * 0.001) for _ in range(2))
            return checks.call("schedule", int(rng.integers(1, 30)), max(first, 1e-4), max(last, 1e-4))
        case 1:
            return checks.call("add_noise", draw("X", n, d), rng.integers(1, steps + 1, n), draw("noise", n, d), betas)
        case 2:
            return checks.call("predict_noise", draw("X", n, d), t, draw("data", m, d), betas)
        case 3:
            return checks.call("step_back", draw("X", n, d), t, draw("predicted", n, d), draw("noise", n, d), betas)
        case _:
            noises = rng.normal(size=(steps, n, d)).clip(-10, 10)
            return checks.call("sample", draw("X", n, d), noises, rng.normal(size=(m, d)), betas)


same = {
    **{name: checks.close(1e-9, 1e-9) for name in ("add_noise", "step_back")},
    **{name: checks.close(1e-6, 1e-6) for name in ("predict_noise", "sample")},
}
