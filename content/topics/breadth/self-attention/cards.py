"""Numeric cards on self-attention: weights, masks, spread, memory, parameters."""

import math
import random
from collections.abc import Sequence

from sharpen.domain.card import Numeric


def softmax(scores: Sequence[float]) -> list[float]:
    """Weights that sum to one."""
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / math.fsum(powers) for power in powers]


def scaled_scores(query: Sequence[int], keys: Sequence[Sequence[int]]) -> list[float]:
    """q . k / sqrt(d) for each key."""
    return [sum(a * b for a, b in zip(query, key, strict=True)) / math.sqrt(len(query)) for key in keys]


def weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    """The scaled dot-product attention weight of one key."""
    return softmax(scaled_scores(query, keys))[place]


def weight_under_mask(scores: Sequence[float], position: int, place: int) -> float:
    """The weight of one key when only the first `position` keys may be seen."""
    return softmax(scores[:position])[place]


def score_bytes(batch: int, heads: int, length: int, size: int) -> int:
    """Bytes of all attention scores of one layer."""
    return batch * heads * length**2 * size


def spread(width: int, query_sd: int, key_sd: int, scaled: bool) -> int:
    """Standard deviation of q . k, or q . k / sqrt(width), with independent coordinates of mean 0; width a square."""
    return (1 if scaled else math.isqrt(width)) * query_sd * key_sd


def projections(width: int, heads: int, groups: int) -> int:
    """Parameters of W_Q, W_K, W_V, W_O without biases; `groups` is the number of key and value heads."""
    return 2 * width * width + 2 * width * (width // heads * groups)


def scaled_weight(rng: random.Random) -> Numeric:
    """One attention weight from a query and three keys of four dimensions."""
    query = rng.choice([[2, 0, 0, 0], [0, 2, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]])
    firsts = rng.sample([0, 1, 2, 3], 3)
    keys = [_key(rng, query, 2 * first) for first in firsts]
    scores = scaled_scores(query, keys)
    place = rng.choice([k for k in range(3) if scores[k] >= max(scores) - 2])
    answer = weight(query, keys, place)
    dots = ", ".join(f"{2 * score:g}" for score in scores)
    return Numeric(
        f"The query is $({_row(query)})$ and the keys are $k_1 = ({_row(keys[0])})$, $k_2 = ({_row(keys[1])})$, "
        f"$k_3 = ({_row(keys[2])})$. With scaled dot-product attention, what is the weight of $k_{place + 1}$? "
        "Within 0.005 is right.",
        answer,
        f"The dot products are ${dots}$; divided by $\\sqrt 4 = 2$ they are "
        f"${', '.join(f'{score:g}' for score in scores)}$. Softmax:\n\n$$\\frac{{e^{{{scores[place]:g}}}}}"
        f"{{{' + '.join(f'e^{{{score:g}}}' for score in scores)}}} = {answer:.4f}$$",
        0.005,
    )


def draw_masked(rng: random.Random) -> tuple[list[int], int, int]:
    """Scores, the position of the query and the key asked for; the mask changes its weight by 0.01 or more."""
    while True:
        scores, position = rng.sample([-1, 0, 1, 2, 3], 4), rng.choice([2, 3])
        place = rng.choice([k for k in range(position) if scores[k] >= max(scores[:position]) - 2])
        if softmax(scores[:position])[place] - softmax(scores)[place] > 0.01:
            return scores, position, place


def causal_weight(rng: random.Random) -> Numeric:
    """One weight of a row under the causal mask."""
    scores, position, place = draw_masked(rng)
    answer, open_ = weight_under_mask(scores, position, place), softmax(scores)[place]
    terms = " + ".join(f"e^{{{score}}}" for score in scores[:position])
    return Numeric(
        f"In a sequence of four tokens, the scaled scores of query {position} with the keys 1 to 4 are "
        f"$({', '.join(map(str, scores))})$. With a causal mask (a token sees itself and earlier ones), what is the "
        f"weight of key {place + 1} for this query? Within 0.002 is right.",
        answer,
        f"The scores of the keys after {position} become $-\\infty$ before the softmax, so they add nothing:\n\n"
        f"$$\\frac{{e^{{{scores[place]}}}}}{{{terms}}} = {answer:.4f}$$\n\n"
        f"Zeroing after the softmax would have left {open_:.4f}.",
        0.002,
    )


def memory_of_scores(rng: random.Random) -> Numeric:
    """How much memory the scores of a layer take."""
    batch, heads, length = rng.choice([1, 2, 4, 8]), rng.choice([8, 12, 16, 32]), rng.choice([512, 1024, 2048, 4096])
    size = rng.choice([2, 4])
    answer = score_bytes(batch, heads, length, size) // 2**20
    return Numeric(
        f"A self-attention layer with {heads} heads stores the scores of a batch of {batch} "
        f"sequence{'s' if batch > 1 else ''} of {length} tokens, with {size} bytes per number. How many MiB "
        f"($2^{{20}}$ bytes) is that?",
        answer,
        f"Each head has a score for each pair of tokens:\n\n$$\\frac{{{batch} \\cdot {heads} \\cdot {length}^2 \\cdot "
        f"{size}}}{{2^{{20}}}} = {answer}$$\n\nTwice the length takes four times as much. FlashAttention computes the "
        "scores in blocks and never stores them.",
        unit="MiB",
    )


def spread_of_scores(rng: random.Random) -> Numeric:
    """The standard deviation of a score, scaled or not."""
    root, query_sd, key_sd = rng.choice([4, 6, 7, 8, 9, 10, 12, 16]), rng.choice([1, 2, 3]), rng.choice([1, 2])
    scaled = rng.random() < 0.4
    raw, answer = root * query_sd * key_sd, spread(root**2, query_sd, key_sd, scaled)
    what = f"$q \\cdot k / \\sqrt{{{root**2}}}$" if scaled else "$q \\cdot k$, not scaled"
    after = (
        f" Dividing by $\\sqrt{{{root**2}}} = {root}$ leaves ${answer}$, whatever the dimension."
        if scaled
        else f" Dividing by $\\sqrt{{{root**2}}} = {root}$ would bring it to ${raw // root}$."
    )
    return Numeric(
        f"Query and key have {root**2} dimensions. All coordinates are independent with mean 0; those of the query "
        f"have standard deviation {query_sd}, those of the key {key_sd}. What is the standard deviation of {what}?",
        answer,
        f"A product of independent coordinates with mean 0 has variance ${query_sd}^2 \\cdot {key_sd}^2$, and the "
        f"{root**2} variances add:\n\n$$\\sqrt{{{root**2} \\cdot {query_sd**2} \\cdot {key_sd**2}}} = {raw}$$\n\n"
        + after.strip(),
    )


def grouped_query_parameters(rng: random.Random) -> Numeric:
    """Parameters of multi-head attention when several query heads share keys and values."""
    heads, size = rng.choice([4, 8, 16]), rng.choice([16, 32, 64])
    groups, width = rng.choice([g for g in (1, 2, 4, 8, 16) if g <= heads]), heads * size
    answer, shared = projections(width, heads, groups), groups * size
    how = (
        "every query head has its own keys and values"
        if groups == heads
        else f"each group of {heads // groups} query heads shares one head of keys and values"
    )
    return Numeric(
        f"An attention layer of width {width} has {heads} query heads of {size} dimensions, and {how}. How many "
        "parameters do $W_Q$, $W_K$, $W_V$ and $W_O$ have together, without biases?",
        answer,
        f"There {'is' if groups == 1 else 'are'} {groups} head{'' if groups == 1 else 's'} of keys and values, so "
        f"$W_K$ and $W_V$ map {width} to ${groups} \\cdot {size} = {shared}$ dimensions:\n\n"
        f"$$\\underbrace{{{width}^2}}_{{W_Q}} + \\underbrace{{2 \\cdot {width} \\cdot {shared}}}_{{W_K, W_V}} + "
        f"\\underbrace{{{width}^2}}_{{W_O}} = {answer}$$",
    )


def _key(rng: random.Random, query: Sequence[int], dot: int) -> list[int]:
    """A key of small integers with this dot product; where the query is zero, anything."""
    key = [rng.randint(-1, 2) for _ in query]
    live = [place for place, q in enumerate(query) if q]
    if len(live) == 1:
        key[live[0]] = dot // 2
    else:
        key[live[0]] = rng.randint(max(0, dot - 3), min(3, dot))
        key[live[1]] = dot - key[live[0]]
    return key


def _row(vector: Sequence[int]) -> str:
    return ", ".join(map(str, vector))


CARDS = [scaled_weight, causal_weight, memory_of_scores, spread_of_scores, grouped_query_parameters]
