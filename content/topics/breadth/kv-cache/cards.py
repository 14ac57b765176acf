"""Numeric cards on the KV cache: its size, what fits, and what reading it costs."""

from random import Random

from sharpen.domain.card import Numeric


def cache_bytes(layers: int, heads: int, width: int, tokens: int, size: int) -> int:
    """Keys and values of one sequence."""
    return 2 * layers * heads * width * tokens * size


def draw_model(rng: Random) -> tuple[int, int, int, int, int]:
    """Layers, key-value heads, their dimension, tokens, bytes a number."""
    return (
        rng.choice([16, 24, 32, 40, 48, 80]),
        rng.choice([2, 4, 8, 16, 32]),
        rng.choice([64, 128]),
        rng.choice([1024, 2048, 4096, 8192, 16384]),
        rng.choice([1, 2]),
    )


def size_of_a_sequence(rng: Random) -> Numeric:
    layers, heads, width, tokens, size = draw_model(rng)
    answer = cache_bytes(layers, heads, width, tokens, size) / 2**20
    return Numeric(
        f"A decoder has {layers} layers and {heads} key-value heads of dimension {width} in each. The cache holds "
        f"{8 * size}-bit numbers. How many MiB does one sequence of {tokens:,} tokens take?",
        int(answer) if answer == int(answer) else answer,
        f"A key and a value: $2 \\cdot {layers} \\cdot {heads} \\cdot {width} \\cdot {tokens} \\cdot {size}$ bytes, "
        f"over $2^{{20}}$: ${answer:g}$ MiB.",
        unit="MiB",
    )


def sequences(free: int, layers: int, heads: int, width: int, tokens: int) -> int:
    """How many caches of 16-bit numbers fit into so many GiB."""
    return free * 2**30 // cache_bytes(layers, heads, width, tokens, 2)


def draw_memory(rng: Random) -> tuple[int, int, int, int, int]:
    """GiB that are free, and a model of which a handful of sequences fit."""
    while True:
        layers, heads, width, tokens, _ = draw_model(rng)
        free = rng.choice([10, 20, 24, 40, 60])
        if 3 <= sequences(free, layers, heads, width, tokens) <= 400:
            return free, layers, heads, width, tokens


def sequences_that_fit(rng: Random) -> Numeric:
    free, layers, heads, width, tokens = draw_memory(rng)
    answer = sequences(free, layers, heads, width, tokens)
    each = cache_bytes(layers, heads, width, tokens, 2) / 2**30
    return Numeric(
        f"After the weights, {free} GiB are left. The model has {layers} layers and {heads} key-value heads of "
        f"dimension {width}; the cache is in 16 bits. How many sequences of {tokens:,} tokens fit at once?",
        answer,
        f"One takes $2 \\cdot {layers} \\cdot {heads} \\cdot {width} \\cdot {tokens} \\cdot 2$ bytes $= {each:.4g}$ "
        f"GiB. ${free} / {each:.4g} = {free / each:.2f}$, so ${answer}$ whole ones.",
    )


def step_time(weights: int, batch: int, cache: int, speed: int) -> float:
    """Milliseconds to read weights (GB) once and the cache (MB) of each sequence at `speed` GB/s."""
    return (weights + batch * cache / 1000) / speed * 1000


def time_of_a_step(rng: Random) -> Numeric:
    weights, batch = rng.choice([3, 7, 14, 26, 60]), rng.choice([1, 4, 8, 16, 32])
    cache, speed = rng.choice([250, 500, 1000, 2000]), rng.choice([1000, 1500, 2000, 3000])
    answer = step_time(weights, batch, cache, speed)
    return Numeric(
        f"Weights take {weights} GB, the cache of each of {batch} sequences {cache} MB, and the device reads "
        f"{speed:,} GB/s. Decoding is bound by reading. How many milliseconds does a step of the batch take at least? "
        "Within 3% is right.",
        answer,
        f"Weights are read once for the batch, each cache once: ${weights} + {batch} \\cdot {cache / 1000:g} = "
        f"{weights + batch * cache / 1000:g}$ GB. Over {speed:,} GB/s: ${answer:.2f}$ ms for {batch} tokens.",
        0.03 * answer,
        "ms",
    )


CARDS = [size_of_a_sequence, sequences_that_fit, time_of_a_step]
