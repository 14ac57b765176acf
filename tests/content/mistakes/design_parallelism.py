"""Mistakes in data and model parallelism."""

import math
from fractions import Fraction

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake(
        "data-parallelism/ring-time",
        "the gradient sent once",
        lambda millions, size, workers, bandwidth: millions * size * (workers - 1) / workers / bandwidth,
    ),
    Mistake(
        "data-parallelism/ring-time",
        "to every other worker",
        lambda millions, size, workers, bandwidth: millions * size * (workers - 1) / bandwidth,
    ),
    Mistake(
        "data-parallelism/ring-time",
        "numbers for bytes",
        lambda millions, _, workers, bandwidth: 2 * millions * (workers - 1) / workers / bandwidth,
    ),
    Mistake("data-parallelism/speedup", "no communication", lambda _, workers, *__: workers),
    Mistake(
        "data-parallelism/speedup",
        "the whole batch on each worker",
        lambda batch, workers, tenths, sending: workers / (1 + sending / (batch * tenths / 10)),
    ),
    Mistake("data-parallelism/slow-steps", "the sum", lambda workers, slow: workers * slow),
    Mistake("data-parallelism/slow-steps", "one worker", lambda _, slow: slow),
    Mistake("data-parallelism/slow-steps", "all fast", lambda workers, slow: (1 - slow) ** workers),
    Mistake("data-parallelism/sharded-states", "all sharded", lambda billions, workers: 16 * billions / workers),
    Mistake("data-parallelism/sharded-states", "nothing sharded", lambda billions, _: 16 * billions),
    Mistake("model-parallelism/idle-share", "over the useful time", lambda stages, batches: (stages - 1) / batches),
    Mistake("model-parallelism/idle-share", "one stage too many", lambda stages, batches: stages / (batches + stages)),
    Mistake(
        "model-parallelism/micro-batches",
        "over the useful time",
        lambda stages, percent: math.ceil(Fraction(100 * (stages - 1), percent)),
    ),
    Mistake(
        "model-parallelism/time-of-unequal-stages",
        "one after the other",
        lambda times, batches: sum(times) * batches,
    ),
    Mistake(
        "model-parallelism/time-of-unequal-stages",
        "the mean stage",
        lambda times, batches: sum(times) + (batches - 1) * sum(times) / len(times),
        lambda times, _: len(set(times)) == 1,
    ),
    Mistake(
        "model-parallelism/time-of-unequal-stages",
        "one too many",
        lambda times, batches: sum(times) + batches * max(times),
    ),
    Mistake(
        "model-parallelism/states-on-a-device",
        "the copies divide it as well",
        lambda billions, slices, stages: 8 * billions / (slices * stages),
    ),
    Mistake(
        "model-parallelism/states-on-a-device",
        "weights alone",
        lambda billions, slices, stages: 2 * billions / (slices * stages),
    ),
)
