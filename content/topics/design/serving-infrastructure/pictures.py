"""Pictures of the lesson on serving infrastructure."""

import heapq
from collections.abc import Iterable

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, PURPLE = "#4477aa", "#dd7733", "#8866bb"


def latencies(arrivals: Iterable[float], services: Iterable[float], replicas: int) -> list[float]:
    """Wait and service of each request, where the next free of the replicas takes the first of one queue."""
    free, found = [0.0] * replicas, []
    for arrival, service in zip(arrivals, services, strict=True):
        done = max(arrival, heapq.heappop(free)) + service
        heapq.heappush(free, done)
        found.append(done - arrival)
    return found


def p99_by_utilization(figure: Figure) -> None:
    """Simulated queues: one replica, with constant times, and four replicas that share a queue."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    count, loads = 60_000, (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9)
    rng = np.random.default_rng(0)
    gaps, random_times = rng.exponential(1, count), rng.exponential(1, count)
    axes = figure.subplots()
    for name, replicas, services, color, last in (
        ("a queue for each replica", 1, random_times, BLUE, 46),
        ("constant service times", 1, np.ones(count), ORANGE, 22.5),
        ("one queue for four replicas", 4, random_times, PURPLE, 13),
    ):
        tails = [
            np.quantile(latencies(np.cumsum(gaps / (load * replicas)), services, replicas), 0.99) for load in loads
        ]
        axes.plot(loads, tails, color=color, linewidth=1.6, marker="o", markersize=4)
        axes.text(0.912, last, name, color=color, fontsize=9, va="center")
    axes.set(xlim=(0.28, 1.14), ylim=(0, 52))
    axes.set_xticks([0.3, 0.5, 0.7, 0.8, 0.9])
    axes.set_xlabel("utilization", color=INK)
    axes.set_ylabel("p99 / mean service time", color=INK)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [p99_by_utilization]
