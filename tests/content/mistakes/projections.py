"""Mistakes in latent semantic analysis, ICA and t-SNE."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats
from tests.content.ways.projections import from_entropy, softmax

MISTAKES = (
    Mistake("latent-semantic-analysis/energy", "not squared", lambda values, k: sum(values[:k]) / sum(values)),
    Mistake("latent-semantic-analysis/truncation-error", "the root", lambda values, k: math.hypot(*values[k:])),
    Mistake("ica/source-kurtosis", "not less 3", lambda p, _: 1 / p),
    Mistake(
        "ica/mixture-kurtosis",
        "the weights swapped",
        lambda weights, excess: float(np.dot(floats(weights) ** 4, floats(excess)[::-1])),
    ),
    Mistake(
        "ica/unmixing", "the second source", lambda a, x: float(np.linalg.solve(floats(a).reshape(2, 2), floats(x))[1])
    ),
    Mistake("t-sne/near", "the 2 of the exponent forgotten", lambda ds, sigma: softmax(ds, sigma / math.sqrt(2))),
    Mistake("t-sne/perplexity", "the entropy", lambda shares: math.log2(from_entropy(shares))),
)
