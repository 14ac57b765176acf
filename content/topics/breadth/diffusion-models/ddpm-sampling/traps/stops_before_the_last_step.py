# caught by: Samples of the example
# range excludes its end.
import numpy as np


def schedule(steps, first=1e-4, last=0.02):
    betas = np.linspace(first, last, steps)
    return betas, np.cumprod(1 - betas)


def add_noise(X, t, noise, betas):
    kept = np.cumprod(1 - betas)[np.array(t) - 1][:, None]
    return np.sqrt(kept) * X + np.sqrt(1 - kept) * noise


def predict_noise(X, t, data, betas):
    kept = np.cumprod(1 - betas)[t - 1]
    squares = ((X[:, None, :] - np.sqrt(kept) * data[None]) ** 2).sum(axis=-1)
    logits = -squares / (2 * (1 - kept))
    w = np.exp(logits - logits.max(axis=1, keepdims=True))
    w = w / w.sum(axis=1, keepdims=True)
    return (X - np.sqrt(kept) * w @ data) / np.sqrt(1 - kept)


def step_back(X, t, predicted, noise, betas):
    beta, kept = betas[t - 1], np.cumprod(1 - betas)[t - 1]
    mean = (X - beta / np.sqrt(1 - kept) * predicted) / np.sqrt(1 - beta)
    if t == 1:
        return mean
    return mean + np.sqrt(beta) * noise


def sample(X, noises, data, betas):
    for t in range(len(betas), 1, -1):
        X = step_back(X, t, predict_noise(X, t, data, betas), noises[t - 1], betas)
    return X
