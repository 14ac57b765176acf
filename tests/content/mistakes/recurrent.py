"""Mistakes in gradients of recurrent networks, the LSTM and sequence to sequence."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import floats

MISTAKES = (
    Mistake(
        "vanishing-exploding-gradients/relu-signal", "no half", lambda n, variance, layers: (n * variance) ** layers
    ),
    Mistake("lstm/one-output", "no candidate", lambda c, _, f, o, __: o * math.tanh(f * c)),
    Mistake("lstm/one-output", "no tanh of the cell", lambda c, i, f, o, g: o * (f * c + i * g)),
    Mistake("lstm/lstm-parameters", "no biases", lambda d, m: 4 * m * (d + m)),
    Mistake("lstm/lstm-parameters", "one gate", lambda d, m: m * (d + m + 1)),
    Mistake("seq2seq/perplexity-of-tokens", "arithmetic mean", lambda chances: float(np.mean(1 / floats(chances)))),
    Mistake("seq2seq/length-normalized-score", "the sum", lambda chances, _: float(np.log(floats(chances)).sum())),
)
