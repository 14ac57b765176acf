"""Mistakes in bigrams and embeddings."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats
from tests.content.ways.feedforward import log_losses
from tests.content.ways.text import classified

MISTAKES = (
    Mistake("bigrams/add-alpha", "not smoothed", lambda pair, before, *_: pair / before),
    Mistake("bigrams/perplexity", "arithmetic mean", lambda chances: float(np.mean(1 / floats(chances)))),
    Mistake("embeddings/cosine-of-two", "the dot product", lambda a, b: np.dot(a, b)),
    Mistake(
        "embeddings/negative-sampling-loss",
        "the mean",
        lambda positive, negatives: classified(positive, negatives) / (1 + len(negatives)),
    ),
    Mistake(
        "embeddings/negative-sampling-loss",
        "no sign turned",
        lambda positive, negatives: log_losses([positive, *negatives], [1] * (1 + len(negatives))),
    ),
    Mistake(
        "embeddings/in-batch-softmax",
        "by columns",
        lambda scores: float(np.mean(np.logaddexp.reduce(floats(scores), axis=0) - np.diag(scores))),
    ),
)
