"""Mistakes in gradient descent, momentum, SGD, RMSProp, AdaGrad and Adam."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.optimizers import step_by_differences

MISTAKES = (
    Mistake(
        "gradient-descent/regression-step",
        "the sum for the mean",
        lambda xs, ys, w, b, rate: step_by_differences(xs, ys, w, b, len(xs) * rate),
    ),
    Mistake("momentum/terminal-step", "no momentum", lambda gradient, rate, _: gradient * rate),
    Mistake("momentum/terminal-step", "1 / beta", lambda gradient, rate, beta: gradient * rate / beta),
    Mistake("sgd/noise-of-batch", "of one example", lambda gradients, *_: float(np.var(gradients))),
    Mistake("rmsprop/adagrad-step", "RMSProp's memory", lambda g, percent: -percent / 100 * math.copysign(1, g[-1])),
    Mistake(
        "rmsprop/adagrad-step",
        "without the current square",
        lambda g, percent: -percent / 100 * g[-1] / math.hypot(*g[:-1]),
    ),
    Mistake("rmsprop/weight-after-two", "no memory", lambda g, beta: -2 * math.copysign(1, g[0]) / math.sqrt(1 - beta)),
    Mistake(
        "adam/second-update",
        "not corrected",
        lambda a, b: -(0.09 * a + 0.1 * b) / math.sqrt(0.0099 * a**2 + 0.01 * b**2),
    ),
    Mistake("adam/corrected-second-moment", "not corrected", lambda a, b: 0.09 * a**2 + 0.1 * b**2),
)
