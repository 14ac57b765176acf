"""Mistakes in multilayer perceptrons, convolutions and outputs of several labels."""

import itertools
import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.feedforward import log_losses, log_softmax

MISTAKES = (
    Mistake(
        "feedforward-networks/mlp-parameters",
        "no biases",
        lambda widths: sum(a * b for a, b in itertools.pairwise(widths)),
    ),
    Mistake("feedforward-networks/conv-parameters", "no biases", lambda kernel, a, b: kernel**2 * a * b),
    Mistake("feedforward-networks/softmax-cross-entropy", "in bits", lambda *drawn: log_softmax(*drawn) / math.log(2)),
    Mistake("multilabel-activation/multilabel-loss", "the mean", lambda *drawn: log_losses(*drawn) / 3),
    Mistake(
        "multilabel-activation/multilabel-loss",
        "targets turned around",
        lambda logits, targets: log_losses(logits, [1 - y for y in targets]),
    ),
    Mistake(
        "multilabel-activation/micro-f1-of-two-examples",
        "precision",
        lambda truth, guess: float(np.sum(np.multiply(truth, guess)) / np.sum(guess)),
    ),
)
