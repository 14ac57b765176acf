"""Serving infrastructure, data partitioning."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way

# Serving infrastructure


@another_way("serving-infrastructure", "queue_percentile", "draw_queue")
def by_those_found_ahead(service: int, percent: int, percentile: int) -> float:
    """An arrival finds k others with probability (1 - load) load^k; k + 1 exponential services are a gamma time."""
    from scipy.optimize import brentq
    from scipy.stats import gamma

    load, ahead = percent / 100, np.arange(600)
    chances = (1 - load) * load**ahead

    def above(time: float) -> float:
        return float(chances @ gamma.sf(time, ahead + 1, scale=service)) - (1 - percentile / 100)

    return float(brentq(above, service, 100 * service, xtol=1e-12))


@another_way("serving-infrastructure", "replicas_needed", "draw_load")
def added_one_by_one(rate: int, service: int, percent: int) -> float:
    count = 1
    while 100 * rate * service > percent * 1000 * count:
        count += 1
    return count


@another_way("serving-infrastructure", "in_flight", "draw_flight")
def counted_at_moments(rate: int, wait: int, service: int) -> float:
    """Requests at equal distances, counted at every moment of the cycle in which they repeat."""
    stay = wait + service
    arrivals = np.arange(-stay * rate, 1000 * rate, 1000)
    cycle = np.arange(0, 1000, dtype=float) * rate + 0.5
    entered = np.searchsorted(arrivals, cycle, side="right")
    left = np.searchsorted(arrivals + stay * rate, cycle, side="right")
    return float((entered - left).mean())


@another_way("serving-infrastructure", "gain_of_batches", "draw_batch")
def time_for_many(fixed: int, item: Fraction, size: int) -> float:
    """The time for 320 requests one at a time, over that in full batches."""
    singly = sum(fixed + item for _ in range(320))
    batched = sum(fixed + size * item for _ in range(0, 320, size))
    return float(singly / batched)


@another_way("serving-infrastructure", "mean_with_cache", "draw_cache")
def a_hundred_requests(percent: int, lookup: int, model: int) -> float:
    times = np.where(np.arange(100) < percent, lookup, lookup + model)
    return float(times.mean())


# Data partitioning


@another_way("data-partitioning", "moved_by_remainder", "draw_resize")
def hashes_counted(before: int, after: int) -> float:
    hashes = np.arange(before * after)
    return float((hashes % before != hashes % after).mean())


@another_way("data-partitioning", "fullest_partition", "draw_hot")
def loads_over_their_mean(parts: int, percent: int) -> float:
    loads = np.full(parts, (100 - percent) / parts)
    loads[0] += percent
    return float(loads.max() / loads.mean())


@another_way("data-partitioning", "pieces_of_key", "draw_salt")
def split_until_it_fits(parts: int, percent: int, most: int) -> float:
    for pieces in range(1, parts + 1):
        loads = [Fraction(100 - percent, parts)] * parts
        for piece in range(pieces):
            loads[piece] += Fraction(percent, pieces)
        if max(loads) * parts * 100 <= most * sum(loads):
            return pieces
    raise AssertionError("even all partitions are not enough")


@another_way("data-partitioning", "calls_saved", "draw_graph")
def over_all_placements(parts: int, edges: int, percent: int) -> float:
    first, second = np.indices((parts, parts))
    return float((first != second).mean() * edges - edges * percent / 100)
