"""Mistakes in self-attention and the transformer."""

import math

from tests.content.mistakes import Mistake
from tests.content.ways.attention import masked_softmax

MISTAKES = (
    Mistake(
        "self-attention/causal-weight", "no mask", lambda scores, _, place: masked_softmax(scores, len(scores), place)
    ),
    Mistake(
        "self-attention/spread-of-scores",
        "scaled when it is not, or not when it is",
        lambda width, query, key, scaled: query * key * (1 if not scaled else math.sqrt(width)),
    ),
    Mistake("self-attention/memory-of-scores", "one head", lambda batch, _, n, size: batch * n * n * size / 2**20),
    Mistake("transformer/size-of-the-cache", "keys alone", lambda *entries: math.prod(entries) / 2**20),
    Mistake("transformer/flops-of-a-layer", "one a multiply-add", lambda n, d: (12 * n * d * d + 2 * n * n * d) / 1e9),
)
