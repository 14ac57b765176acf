# caught by: Ten thousand samples, two thousand tasks
# Factorials as floats end at 170.
import numpy as np


def pass_at_k(samples, correct, k):
    if k < 1 or k > min(samples):
        raise ValueError("k")
    shares = []
    for n, c in zip(samples, correct, strict=True):
        n, c = int(n), int(c)
        steps = np.arange(1.0, n + 1)
        f = np.concatenate([[1.0], np.cumprod(steps)])
        fails = f[n - c] / f[n - c - k] * f[n - k] / f[n] if n - c >= k else 0.0
        shares.append(1 - fails)
    return sum(shares) / len(shares)


def calibration_error(confidences, correct, bins=10):
    sure, right = np.asarray(confidences, float), np.asarray(correct, float)
    place = np.maximum(np.ceil(sure * bins).astype(int) - 1, 0)
    expected, largest = 0.0, 0.0
    for b in range(bins):
        inside = place == b
        if inside.any():
            gap = abs(right[inside].mean() - sure[inside].mean())
            expected += gap * inside.sum() / len(sure)
            largest = max(largest, gap)
    return expected, largest
