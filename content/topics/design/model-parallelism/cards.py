"""Numeric cards on model parallelism: the bubble, micro-batches, unequal stages, memory."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_pipeline(rng: random.Random) -> tuple[int, int]:
    """Stages and micro-batches."""
    return rng.randint(3, 12), rng.choice([4, 6, 8, 12, 16, 24, 32, 48])


def idle_share(rng: random.Random) -> Numeric:
    stages, batches = draw_pipeline(rng)
    answer = Fraction(stages - 1, batches + stages - 1)
    return Numeric(
        f"A pipeline of {stages} equal stages trains on {batches} micro-batches: all forward, then all backward. "
        "Communication takes no time. What **share of the devices' time** from the step's beginning to its end is "
        "idle? (Exact, or to within 0.001.)",
        answer,
        f"In each direction a device works for {batches} slots of {batches} + {stages - 1}: "
        f"${stages - 1}/{batches + stages - 1} = {float(answer):.4f}$. (Over the useful time, as some papers have it, "
        f"it would be ${stages - 1}/{batches}$.)",
        0.001,
    )


def draw_limit(rng: random.Random) -> tuple[int, int]:
    """Stages, and the largest idle share in percent."""
    return rng.randint(3, 16), rng.choice([4, 5, 8, 10, 12, 15, 20, 25])


def micro_batches(rng: random.Random) -> Numeric:
    stages, percent = draw_limit(rng)
    answer = math.ceil(Fraction((stages - 1) * (100 - percent), percent))
    return Numeric(
        f"A pipeline has {stages} equal stages. **At least how many micro-batches** keep the idle share of the "
        f"devices' time at or below {percent}%?",
        answer,
        f"$({stages} - 1)/(m + {stages} - 1) \\le {percent / 100:g}$ means $m \\ge {stages - 1} \\cdot "
        f"({100 - percent}/{percent}) = {(stages - 1) * (100 - percent) / percent:.4g}$, rounded up ${answer}$.",
    )


def draw_stages(rng: random.Random) -> tuple[list[int], int]:
    """The time of a micro-batch in each stage in ms, and the number of micro-batches."""
    return [rng.randint(4, 20) for _ in range(rng.randint(3, 5))], rng.randint(5, 20)


def time_of_unequal_stages(rng: random.Random) -> Numeric:
    times, batches = draw_stages(rng)
    answer = sum(times) + (batches - 1) * max(times)
    return Numeric(
        f"In the forward pass of a pipeline the stages take {', '.join(map(str, times))} ms for a micro-batch, in this "
        f"order. Between them there is room to wait, and sending takes no time. After **how many ms** have all "
        f"{batches} micro-batches left the last stage?",
        answer,
        f"The first takes ${' + '.join(map(str, times))} = {sum(times)}$ ms. Then one comes out every {max(times)} ms, "
        f"as the slowest stage allows: ${sum(times)} + {batches - 1} \\cdot {max(times)} = {answer}$.",
    )


def draw_model(rng: random.Random) -> tuple[int, int, int]:
    """Billions of parameters, ways of tensor parallelism, stages."""
    return rng.choice([7, 13, 30, 65, 70, 175]), rng.choice([2, 4, 8]), rng.choice([2, 4, 8])


def states_on_a_device(rng: random.Random) -> Numeric:
    billions, slices, stages = draw_model(rng)
    answer = Fraction(16 * billions, slices * stages)
    return Numeric(
        f"A model of {billions} billion parameters trains in mixed precision with Adam: weight and gradient in 16 "
        f"bits, a copy of the weight and two moments in 32 bits. It is split evenly into {stages} pipeline stages, "
        f"each over {slices} devices by tensor parallelism. Two such copies train side by side with plain data "
        "parallelism. How many **GB** ($10^9$ bytes) of these does one device hold? (Exact, or to within 1%.)",
        answer,
        f"$2 + 2 + 4 + 4 + 4 = 16$ bytes a parameter, ${16 * billions}$ GB, over ${stages} \\cdot {slices}$ devices: "
        f"${float(answer):.4g}$ GB. The second copy saves nothing.",
        float(answer) / 100,
        "GB",
    )


CARDS = [idle_share, micro_batches, time_of_unequal_stages, states_on_a_device]
