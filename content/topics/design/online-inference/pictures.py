"""Pictures of the lesson on online inference."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
BUSY = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
REQUESTS, SERVICE = 200_000, 10.0
"""How many are simulated at each load, and the mean service time in milliseconds."""


def response_times(busy: float, services: Any, gaps: Any) -> Any:
    """Waiting and service of each request at one server, by Lindley's recursion; `gaps` have the mean 1."""
    import numpy as np

    change = services[:-1] - gaps[1:] * SERVICE / busy
    walk = np.concatenate([[0], np.cumsum(change)])
    return walk - np.minimum.accumulate(walk) + services


def latency_by_load(figure: Figure) -> None:
    """p50 and p99 by load, for exponential service times and for steadier ones."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    rng = np.random.default_rng(0)
    gaps = rng.exponential(1, REQUESTS)
    shapes = ((1, "-", ""), (4, "--", ", steadier service"))
    for shape, line, name in shapes:
        services = rng.gamma(shape, SERVICE / shape, REQUESTS)
        found = [np.percentile(response_times(busy, services, gaps), [50, 99]) for busy in BUSY]
        for percentile, color, values in zip((50, 99), (BLUE, ORANGE), zip(*found, strict=True), strict=True):
            axes.plot(BUSY, values, line, color=color, linewidth=1.7, label=f"p{percentile}{name}")
    axes.axhline(200, color=INK, linewidth=1, linestyle=":")
    axes.annotate("200 ms", (0.1, 200), (0, 3), textcoords="offset points", color=INK, fontsize=8.5)
    axes.set_ylim(0, 480)
    axes.set_xlabel("share of time that the server is busy", color=INK)
    axes.set_ylabel("ms", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=4)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [latency_by_load]
