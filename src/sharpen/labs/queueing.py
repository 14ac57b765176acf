"""Latency under load: requests arrive whether or not the server is done (an open loop), and wait their turn.

A closed loop, which sends a request when the last one is answered, leaves out the waiting (coordinated omission).
"""

from dataclasses import dataclass

import numpy as np

from sharpen.labs.columns import Floats

ARRIVALS = 20_000


@dataclass(frozen=True)
class Service:
    """Seconds of work that requests took, alone, and those that whole batches of `batch` took, where it makes them."""

    alone: Floats
    batch: int = 1
    together: Floats | None = None

    def of(self, sizes: int, draw: float) -> float:
        """Seconds that a batch of so many takes, for a draw from [0, 1): a line through the two that were measured."""
        one = float(self.alone[int(draw * len(self.alone))])
        if self.together is None or sizes == 1:
            return one * sizes
        whole = float(self.together[int(draw * len(self.together))])
        return one + (whole - one) * (sizes - 1) / (self.batch - 1)


@dataclass(frozen=True)
class Latency:
    """Milliseconds from arrival to answer, and the share of time that the server was at work."""

    rate: float
    p50: float
    p99: float
    busy: float
    on_time: float
    """The share of requests answered within the deadline."""


def under(
    service: Service, rate: float, deadline: float, rng: np.random.Generator, arrivals: int = ARRIVALS
) -> Latency:
    """The latency at a rate (requests per second, Poisson) of one server that takes as many waiting requests at once
    as its batch allows; `deadline` in seconds."""
    times = np.cumsum(rng.exponential(1 / rate, arrivals))
    draws = rng.random(arrivals)
    if service.batch == 1:
        waited, worked = _one_by_one(times, service.alone[(draws * len(service.alone)).astype(int)])
    else:
        waited, worked = _in_batches(times, service, draws)
    p50, p99 = np.percentile(waited, (50, 99)) * 1e3
    return Latency(rate, float(p50), float(p99), min(1.0, worked / times[-1]), float((waited <= deadline).mean()))


def _one_by_one(times: Floats, work: Floats) -> tuple[Floats, float]:
    """Lindley's recursion without a loop: done[i] = max over j <= i of times[j] + work[j] + ... + work[i]."""
    spent = np.cumsum(work)
    done = spent + np.maximum.accumulate(times - (spent - work))
    return done - times, float(spent[-1])


def _in_batches(times: Floats, service: Service, draws: Floats) -> tuple[Floats, float]:
    waited = np.empty(len(times))
    free = worked = 0.0
    at = 0
    while at < len(times):
        start = max(free, times[at])
        stop = min(int(np.searchsorted(times, start, side="right")), at + service.batch)
        seconds = service.of(stop - at, draws[at])
        free, worked = start + seconds, worked + seconds
        waited[at:stop] = free - times[at:stop]
        at = stop
    return waited, worked


def highest_rate(service: Service, deadline: float, seed: int) -> float:
    """The highest rate at which the p99 stays within the deadline, within 2 %; 0 if it does at none."""

    def holds(rate: float) -> bool:
        return under(service, rate, deadline, np.random.default_rng(seed)).p99 <= deadline * 1e3

    low, high = 0.0, service.batch / max(float(service.alone.mean()), 1e-6)
    least = high / 1000
    while high - low > 0.02 * high and high > least:
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
