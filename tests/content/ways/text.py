"""Bigrams, tf-idf, embeddings."""

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, another_way_from_call, floats
from tests.content.ways.feedforward import log_losses

# Bigrams


@another_way("bigrams", "add_alpha", "draw_counts")
def dirichlet(pair: int, before: int, vocabulary: int, alpha: Fraction) -> float:
    """The mean of the posterior under a symmetric Dirichlet prior."""
    from scipy.stats import dirichlet

    return float(dirichlet.mean([pair + float(alpha), before - pair + float(alpha) * (vocabulary - 1)])[0])


@another_way("bigrams", "sentence_chance", "draw_text")
def counted_pairs(text: list[list[str]], sentence: list[str]) -> float:
    lines = [f"< {' '.join(line)} >" for line in text]
    asked = ["<", *sentence, ">"]
    return math.prod(
        sum(f"{a} {b}" in line for line in lines) / sum(f"{a} " in line for line in lines)
        for a, b in itertools.pairwise(asked)
    )


@another_way("bigrams", "perplexity", "draw_chances")
def from_logarithms(chances: list[Fraction]) -> float:
    return float(2 ** -np.mean(np.log2(floats(chances))))


# tf-idf


@another_way("tf-idf", "weight", "draw_term")
def of_library(n: int, df: int, tf: int) -> float:
    from sklearn.feature_extraction.text import TfidfTransformer

    counts = np.zeros((n, 1))
    counts[:df] = tf
    return float(TfidfTransformer(norm=None).fit_transform(counts).toarray()[0, 0])


@another_way("tf-idf", "similarity", "draw_vectors")
def cosine_of_library(a: list[int], b: list[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(1 - cosine(a, b))


@another_way("tf-idf", "memory", "draw_corpus")
def bytes_of_arrays(documents: int, distinct: int, _: int) -> float:
    entries, pointers = documents * distinct, documents + 1
    sizes = ((np.float64, entries), (np.int32, entries), (np.int32, pointers))
    return sum(np.dtype(kind).itemsize * count for kind, count in sizes) / 1e6


# Embeddings


@another_way_from_call("embeddings", "table_memory", "table_gigabytes")
def table(items: int, width: int, size: int, copies: int) -> float:
    assert size == 4
    return np.broadcast_to(np.float32(0), (copies, items, width)).nbytes / 1e9


@another_way_from_call("embeddings", "cosine_of_two", "cosine")
def one_less_distance(a: Sequence[int], b: Sequence[int]) -> float:
    from scipy.spatial.distance import cosine

    return float(1 - cosine(np.array(a, float), np.array(b, float)))


@another_way_from_call("embeddings", "negative_sampling_loss", "sampling_loss")
def classified(positive: float, negatives: Sequence[float]) -> float:
    """Negative sampling is logistic regression that separates true pairs from sampled ones."""
    return log_losses([positive, *negatives], [1, *[0] * len(negatives)])


@another_way_from_call("embeddings", "in_batch_softmax", "batch_loss")
def diagonal(scores: Sequence[Sequence[float]]) -> float:
    from scipy.special import softmax
    from sklearn.metrics import log_loss

    return float(log_loss(range(len(scores)), softmax(scores, axis=1)))


@another_way_from_call("embeddings", "hashed_rows", "shared_row")
def at_least_one(items: int, rows: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, items - 1, 1 / rows))
