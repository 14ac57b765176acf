# Products of matrices for the distances, and the mean of the posterior from the estimate of the clean row.
import numpy as np


def schedule(steps, first=1e-4, last=0.02):
    betas = np.full(steps, float(first))
    betas[1:] += (last - first) / max(1, steps - 1) * np.arange(1, steps)
    return betas, np.exp(np.cumsum(np.log1p(-betas)))


def bars(betas):
    return np.concatenate([[1.0], np.cumprod(1 - betas)])


def add_noise(X, t, noise, betas):
    signal = np.sqrt(bars(betas)[list(t)]).reshape(-1, 1)
    return signal * X + np.sqrt(1 - signal**2) * noise


def clean_row(X, t, data, betas):
    bar = bars(betas)[t]
    logits = (np.sqrt(bar) * X @ data.T - bar * (data**2).sum(axis=1) / 2) / (1 - bar)
    weights = np.exp(logits - np.max(logits, axis=1)[:, np.newaxis])
    return (weights / np.sum(weights, axis=1)[:, np.newaxis]).dot(data)


def predict_noise(X, t, data, betas):
    bar = bars(betas)[t]
    return (X - bar**0.5 * clean_row(X, t, data, betas)) / (1 - bar) ** 0.5


def step_back(X, t, predicted, noise, betas):
    bar, before, beta = bars(betas)[t], bars(betas)[t - 1], betas[t - 1]
    clean = (X - np.sqrt(1 - bar) * predicted) / np.sqrt(bar)
    mean = np.sqrt(before) * beta / (1 - bar) * clean + np.sqrt(1 - beta) * (1 - before) / (1 - bar) * X
    return mean + (t > 1) * np.sqrt(beta) * noise


def sample(X, noises, data, betas):
    T = len(betas)
    for back in range(T):
        t = T - back
        X = step_back(X, t, predict_noise(X, t, data, betas), noises[t - 1], betas)
    return X
