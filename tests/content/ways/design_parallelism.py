"""Data parallelism, model parallelism."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, sizes

# Data parallelism


@another_way("data-parallelism", "ring_time", "draw_ring")
def chunks_around_the_ring(millions: int, size: int, workers: int, bandwidth: int) -> float:
    """A ring all-reduce of ones is run, and what the first worker sends is counted."""
    held, sent = np.ones((workers, workers)), 0
    ring = np.arange(workers)
    for turn in range(2 * (workers - 1)):
        chunk = (ring - turn) % workers
        passed = held[ring, chunk]
        adds = turn < workers - 1
        held[(ring + 1) % workers, chunk] = passed + (held[(ring + 1) % workers, chunk] if adds else 0)
        sent += 1
    assert (held == workers).all()
    return sent * millions * size / workers / bandwidth


@another_way("data-parallelism", "speedup", "draw_step")
def rates_of_examples(batch: int, workers: int, tenths: int, sending: int) -> float:
    """Examples a ms together, over examples a ms alone."""
    together = batch / (len(range(0, batch, workers)) * tenths / 10 + sending)
    return together / (10 / tenths)


@another_way("data-parallelism", "slow_steps", "draw_stragglers")
def at_least_one_slow(workers: int, slow: float) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, workers, slow))


@another_way("data-parallelism", "sharded_states", "draw_states")
def all_workers_together(billions: Fraction, workers: int) -> float:
    """What all hold together, shared out again."""
    replicated, sharded = np.array([2, 2]), np.array([4, 4, 4])
    return float(billions) * float(workers * replicated.sum() + sharded.sum()) / workers


# Model parallelism


def pipeline_end(times: list[list[int]]) -> int:
    """When the last stage is done, where `times[b][s]` is the time of micro-batch b in stage s."""
    free = [0] * len(times[0])
    for batch in times:
        ready = 0
        for stage, lasts in enumerate(batch):
            ready = free[stage] = max(ready, free[stage]) + lasts
    return free[-1]


@another_way("model-parallelism", "idle_share", "draw_pipeline")
def simulated_idle(stages: int, batches: int) -> float:
    """Forward in one unit of time and backward in two."""
    end = pipeline_end([[1] * stages] * batches) + pipeline_end([[2] * stages] * batches)
    return 1 - 3 * batches / end


@another_way("model-parallelism", "micro_batches", "draw_limit")
def more_until_it_is_busy(stages: int, percent: int) -> float:
    batches = 1
    while (pipeline_end([[1] * stages] * batches) - batches) * 100 > percent * pipeline_end([[1] * stages] * batches):
        batches += 1
    return batches


@another_way("model-parallelism", "time_of_unequal_stages", "draw_stages")
def simulated_end(times: list[int], batches: int) -> float:
    return pipeline_end([times] * batches)


@another_way("model-parallelism", "states_on_a_device", "draw_model")
def bytes_of_arrays(billions: int, slices: int, stages: int) -> float:
    """Of a model with 64 matrices of a thousandth of a millionth of the size."""
    shape = (64 // stages, 1000 // slices, 1000)
    bits_16, bits_32 = 2 * 2 * sizes(shape), 3 * 4 * sizes(shape)
    return billions * (bits_16 + bits_32) / sizes((64, 1000, 1000))
