"""Numeric cards on the Transformer: parameters, FLOPs, cache."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def layer_parameters(d: int, inner: int) -> int:
    """A layer with biases everywhere: four projections, two feed-forward matrices, two layer norms."""
    return 4 * (d * d + d) + (d * inner + inner) + (inner * d + d) + 2 * 2 * d


def model_parameters(layers: int, d: int, vocabulary: int, length: int) -> int:
    """A decoder-only model like GPT-2: inner width 4d, learned positions, final norm, tied output matrix."""
    return layers * layer_parameters(d, 4 * d) + vocabulary * d + length * d + 2 * d


def layer_flops(n: int, d: int) -> int:
    """Forward FLOPs of a layer with inner width 4d on n tokens, matrix products alone, nothing skipped."""
    return 24 * n * d * d + 4 * n * n * d


def quadratic_share(n: int, d: int) -> Fraction:
    """The share of a layer's FLOPs that goes into scores and weighted means."""
    return Fraction(4 * n * n * d, layer_flops(n, d))


def cache_bytes(layers: int, groups: int, head: int, n: int, size: int) -> int:
    """Bytes of the keys and values of one sequence."""
    return 2 * layers * groups * head * n * size


def training_days(parameters: float, tokens: float, chips: int, rate: float) -> float:
    """Days of training at 6 FLOPs a parameter and token, with `rate` FLOP/s sustained on each chip."""
    return 6 * parameters * tokens / (chips * rate) / 86_400


def parameters_of_a_layer(rng: random.Random) -> Numeric:
    """Parameters of one layer."""
    d, times = rng.choice([32, 48, 64, 96, 128, 256, 512, 768]), rng.choice([2, 3, 4])
    inner = times * d
    answer = layer_parameters(d, inner)
    return Numeric(
        f"A Transformer encoder layer has width {d}, any number of heads (the heads together have width {d}), and a "
        f"feed-forward network of inner width {inner}. All six matrices have biases, and there are two layer norms, "
        "each with a gain and a bias for each coordinate. How many parameters does the layer have?",
        answer,
        f"- $W_Q, W_K, W_V, W_O$: $4 \\cdot ({d}^2 + {d}) = {4 * (d * d + d)}$\n"
        f"- up: ${d} \\cdot {inner} + {inner} = {d * inner + inner}$\n"
        f"- down: ${inner} \\cdot {d} + {d} = {inner * d + d}$\n"
        f"- norms: $2 \\cdot 2 \\cdot {d} = {4 * d}$\n\nTogether ${answer}$. Heads only cut the width into pieces.",
    )


def parameters_of_a_model(rng: random.Random) -> Numeric:
    """Parameters of a decoder-only model, in millions."""
    layers, d = rng.choice([(6, 512), (12, 768), (24, 1024), (36, 1280), (48, 1600), (32, 2560)])
    vocabulary, length = rng.choice([32_000, 50_257, 64_000, 100_000]), rng.choice([1024, 2048, 4096])
    answer = model_parameters(layers, d, vocabulary, length) / 1e6
    body, words = 12 * layers * d * d / 1e6, vocabulary * d / 1e6
    return Numeric(
        f"A decoder-only Transformer has {layers} layers of width {d} with inner width {4 * d}, a vocabulary of "
        f"{vocabulary:,} tokens, {length:,} learned positions, and its output matrix is tied to the embedding. How "
        "many million parameters does it have? Within 1% is right.",
        answer,
        f"- layers, $12d^2$ each: $12 \\cdot {layers} \\cdot {d}^2 \\approx {body:.2f}$ million\n"
        f"- token embeddings: ${vocabulary} \\cdot {d} \\approx {words:.2f}$ million\n"
        f"- positions: ${length} \\cdot {d} \\approx {length * d / 1e6:.2f}$ million\n\n"
        f"With biases and norms ($13d$ per layer, $2d$ at the end) it is ${answer:.2f}$ million.",
        0.01 * answer,
        "million",
    )


def flops_of_a_layer(rng: random.Random) -> Numeric:
    """Forward FLOPs of one layer on one sequence, in GFLOPs."""
    n, d = rng.choice([256, 512, 1024, 2048, 4096, 8192]), rng.choice([512, 768, 1024, 1280, 2048])
    answer, linear, square = layer_flops(n, d) / 1e9, 24 * n * d * d / 1e9, 4 * n * n * d / 1e9
    return Numeric(
        f"One Transformer layer of width {d} with inner width {4 * d} reads {n} tokens with full (unmasked) attention. "
        "How many GFLOPs ($10^9$) does its forward pass take? Count two for each multiply-add and matrix products "
        "only. Within 1% is right.",
        answer,
        f"- Weights: each of the $12d^2$ is used once per token, $24nd^2 = 24 \\cdot {n} \\cdot {d}^2 \\approx "
        f"{linear:.3g}$ GFLOPs\n- Scores and weighted means: $2 \\cdot 2n^2d = 4 \\cdot {n}^2 \\cdot {d} \\approx "
        f"{square:.3g}$ GFLOPs\n\nTogether about ${answer:.4g}$ GFLOPs.",
        0.01 * answer,
        "GFLOPs",
    )


def share_of_attention(rng: random.Random) -> Numeric:
    """Which share of the FLOPs is quadratic in the length."""
    d, halves = rng.choice([512, 768, 1024, 2048]), rng.choice([1, 2, 3, 4, 6, 8, 12, 16, 18, 24])
    n = d * halves // 2
    answer = quadratic_share(n, d)
    return Numeric(
        f"In a Transformer layer of width {d} with inner width {4 * d} that reads {n} tokens (full attention), which "
        "share of the FLOPs of its matrix products goes into the scores $QK^\\top$ and the weighted means of the "
        "values? Answer exactly, a fraction will do.",
        answer,
        f"$$\\frac{{4n^2d}}{{24nd^2 + 4n^2d}} = \\frac{{n}}{{6d + n}} = \\frac{{{n}}}{{{6 * d} + {n}}} = "
        f"{show_number(answer)} \\approx {float(answer):.3f}$$\n\nOnly the ratio of length to width matters.",
    )


def size_of_the_cache(rng: random.Random) -> Numeric:
    """The KV cache of one sequence, in MiB."""
    layers, heads = rng.choice([(12, 12), (24, 16), (32, 32), (40, 40), (80, 64)])
    head = 64 if heads < 20 else 128
    groups = rng.choice([heads, 8]) if heads in (32, 40, 64) else heads
    n = rng.choice([2048, 4096, 8192, 16384])
    answer = cache_bytes(layers, groups, head, n, 2) // 2**20
    own = "each with its own keys and values" if groups == heads else f"which share {groups} heads of keys and values"
    return Numeric(
        f"A decoder-only Transformer has {layers} layers with {heads} query heads of {head} dimensions, {own}. How "
        f"many MiB ($2^{{20}}$ bytes) does the KV cache of one sequence of {n} tokens take, with 2 bytes per number?",
        answer,
        f"Two vectors (key and value) of ${groups} \\cdot {head}$ numbers per token and layer:\n\n"
        f"$$\\frac{{2 \\cdot {layers} \\cdot {groups} \\cdot {head} \\cdot {n} \\cdot 2}}{{2^{{20}}}} = {answer}$$",
        unit="MiB",
    )


def days_of_training(rng: random.Random) -> Numeric:
    """How long a training run takes."""
    sizes = [(1, 20, 8), (1, 100, 16), (3, 60, 32), (7, 140, 64), (13, 260, 128), (70, 1400, 512)]
    billions, tokens, few = rng.choice(sizes)
    chips, rate = few * rng.choice([1, 2, 4]), rng.choice([150, 200, 300, 400])
    answer = training_days(billions * 1e9, tokens * 1e9, chips, rate * 1e12)
    work, seconds = 6 * billions * tokens, f"{answer * 86400:,.0f}".replace(",", "{,}")
    return Numeric(
        f"You train a Transformer of {billions} billion parameters on {tokens} billion tokens with {chips} "
        f"accelerators that each sustain {rate} TFLOP/s ($10^{{12}}$ FLOPs per second). By the rule of 6 FLOPs per "
        "parameter and token, how many days does it take? Within 1% is right.",
        answer,
        f"$$6 \\cdot {billions} \\cdot 10^9 \\cdot {tokens} \\cdot 10^9 = {work} \\cdot 10^{{18}} "
        f"\\text{{ FLOPs}}$$\n\n$$\\frac{{{work} \\cdot 10^{{18}}}}{{{chips} \\cdot {rate} \\cdot 10^{{12}}}} = "
        f"{seconds} \\text{{ s}} = {answer:.4g} \\text{{ days}}$$\n\n"
        "The 6 is 2 for the forward pass and 4 for the backward pass.",
        0.01 * answer,
        "days",
    )


CARDS = [
    parameters_of_a_layer,
    parameters_of_a_model,
    flops_of_a_layer,
    share_of_attention,
    size_of_the_cache,
    days_of_training,
]
