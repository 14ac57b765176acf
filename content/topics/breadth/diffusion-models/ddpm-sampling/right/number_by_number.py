# Lists and the math module; the products of alphas anew for each step.
import math


def schedule(steps, first=1e-4, last=0.02):
    betas = [first + i * (last - first) / (steps - 1) if steps > 1 else first for i in range(steps)]
    return betas, [math.prod(1 - b for b in betas[: i + 1]) for i in range(steps)]


def add_noise(X, t, noise, betas):
    out = []
    for x, steps, e in zip(X, t, noise):
        kept = math.prod(1 - b for b in betas[:steps])
        out.append([math.sqrt(kept) * a + math.sqrt(1 - kept) * b for a, b in zip(x, e)])
    return out


def predict_noise(X, t, data, betas):
    kept = math.prod(1 - b for b in betas[:t])
    root, out = math.sqrt(kept), []
    for x in X:
        logits = [-sum((a - root * b) ** 2 for a, b in zip(x, y)) / 2 / (1 - kept) for y in data]
        best = max(logits)
        weights = [math.exp(logit - best) for logit in logits]
        clean = [sum(w * y[k] for w, y in zip(weights, data)) / sum(weights) for k in range(len(x))]
        out.append([(a - root * c) / math.sqrt(1 - kept) for a, c in zip(x, clean)])
    return out


def step_back(X, t, predicted, noise, betas):
    beta, kept = betas[t - 1], math.prod(1 - b for b in betas[:t])
    size = math.sqrt(beta) if t > 1 else 0
    return [
        [(a - beta * p / math.sqrt(1 - kept)) / math.sqrt(1 - beta) + size * z for a, p, z in zip(*rows)]
        for rows in zip(X, predicted, noise)
    ]


def sample(X, noises, data, betas):
    for t in reversed(range(1, len(betas) + 1)):
        X = step_back(X, t, predict_noise(X, t, data, betas), noises[t - 1], betas)
    return X
