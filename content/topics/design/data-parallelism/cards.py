"""Numeric cards on data parallelism: an all-reduce, its share of a step, stragglers, sharded states."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_ring(rng: random.Random) -> tuple[int, int, int, int]:
    """Parameters in millions, bytes of each, workers, and bandwidth in GB a second."""
    return rng.choice([50, 100, 150, 250, 400]), rng.choice([2, 4]), rng.choice([4, 8, 16]), rng.choice([5, 10, 25])


def ring_time(rng: random.Random) -> Numeric:
    millions, size, workers, bandwidth = draw_ring(rng)
    sent = Fraction(2 * (workers - 1), workers) * millions * size
    answer = sent / bandwidth
    return Numeric(
        f"{workers} workers average the gradients of {millions} million parameters, {size} bytes each, by a ring "
        f"all-reduce. Each sends at {bandwidth} GB/s ($10^9$ bytes) and receives at the same time; latency and "
        f"additions take no time. **How many ms** does it take? (Exact, or to within 1%.)",
        answer,
        f"The gradient has ${millions * size}$ MB, cut into {workers} parts. Each worker sends a part in each of "
        f"${workers - 1}$ rounds of adding up and as many of handing out: ${float(sent):g}$ MB. At {bandwidth} MB a "
        f"ms that is ${float(answer):.4g}$ ms.",
        float(answer) / 100,
        "ms",
    )


def draw_step(rng: random.Random) -> tuple[int, int, int, int]:
    """The whole batch, workers, computing an example in tenths of a ms, and communication of a step in ms."""
    return rng.choice([256, 512, 1024]), rng.choice([4, 8, 16]), rng.choice([5, 10, 20]), rng.choice([10, 20, 40, 60])


def speedup(rng: random.Random) -> Numeric:
    batch, workers, tenths, sending = draw_step(rng)
    alone = Fraction(batch * tenths, 10)
    answer = alone / (alone / workers + sending)
    return Numeric(
        f"One worker needs {tenths / 10:g} ms an example, and the batch has {batch} examples in all. {workers} workers "
        f"share it equally; then an all-reduce takes {sending} ms, without any overlap. By which **factor** is a step "
        "faster than on one worker alone? (Within 1% is right.)",
        float(answer),
        f"Alone: ${float(alone):g}$ ms. Together: ${float(alone):g} / {workers} + {sending} = "
        f"{float(alone / workers + sending):g}$ ms. The quotient is ${float(answer):.3f}$, of {workers} at best.",
        float(answer) / 100,
    )


def draw_stragglers(rng: random.Random) -> tuple[int, float]:
    """Workers, and the chance that one of them is slow in a step."""
    return rng.choice([32, 48, 64, 96, 128, 200]), rng.choice([0.005, 0.01, 0.015, 0.02])


def slow_steps(rng: random.Random) -> Numeric:
    workers, slow = draw_stragglers(rng)
    answer = 1 - (1 - slow) ** workers
    return Numeric(
        f"Each of {workers} workers is slow in {100 * slow:g}% of its steps, independently of the others. What "
        "**share of the synchronous steps** is slow? (Within 0.002 is right.)",
        answer,
        f"A step is fast if all are: $(1 - {slow:g})^{{{workers}}} = {1 - answer:.4f}$. The rest is ${answer:.4f}$.",
        0.002,
    )


def draw_states(rng: random.Random) -> tuple[Fraction, int]:
    """Parameters in billions, and workers."""
    return Fraction(rng.choice([5, 10, 15, 30, 70, 130]), 10), rng.choice([4, 8, 16, 32])


def sharded_states(rng: random.Random) -> Numeric:
    billions, workers = draw_states(rng)
    answer = billions * (2 + 2 + Fraction(12, workers))
    return Numeric(
        f"A model of {float(billions):g} billion parameters trains in mixed precision with Adam: for each parameter a "
        f"16-bit weight, a 16-bit gradient, and in 32 bits a copy of the weight and two moments. {workers} workers "
        "shard only the 32-bit numbers among them and keep the rest each. How many **GB** ($10^9$ bytes) of this "
        "does one worker hold? (Exact, or to within 1%.)",
        answer,
        f"Bytes a parameter: $2 + 2$ on every worker and $12 / {workers}$ as its share of the 32-bit numbers. "
        f"${float(billions):g} \\cdot (4 + {12 / workers:g}) = {float(answer):.4g}$ GB, instead of "
        f"${float(16 * billions):g}$ GB.",
        float(answer) / 100,
        "GB",
    )


CARDS = [ring_time, speedup, slow_steps, sharded_states]
