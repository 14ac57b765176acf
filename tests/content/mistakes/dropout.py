"""Mistakes in dropout, also in an LSTM."""

import numpy as np

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake("dropout/one-training-pass", "not scaled", lambda w, h, mask, _: np.dot(np.multiply(w, h), mask)),
    Mistake(
        "dropout/one-training-pass",
        "divided by p",
        lambda w, h, mask, p: float(np.dot(np.multiply(w, h), mask) / p),
    ),
    Mistake("dropout/noise-of-dropout", "the odds", lambda w, h, p: float((1 - p) / p * sum(np.multiply(w, h) ** 2))),
    Mistake("dropout-in-lstm/growing-noise", "dropped for kept", lambda p, steps: float(p**-steps)),
    Mistake("dropout-in-lstm/growing-noise", "the mean", lambda *_: 1),
)
