"""Pictures of the lesson on live video."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COMING, USUAL, CAPACITY = 480_000, 1_250, 6_000
"""Followers who come, and joins a second: those that come anyway, and what can be served."""
SECONDS, TRIES = 600, 4
FAILING = 0.5
"""What a failing join takes of the servers, where one that succeeds takes 1."""
WAYS = {
    "at once, retry after 2 s": (0, 2, 2, "#dd7733"),
    "at once, retry within 60 s": (0, 1, 60, "#4477aa"),
    "waves over 180 s": (180, 1, 60, "#229988"),
}
"""Seconds over which followers are told, the shortest and longest wait before the next try, and a color."""


def arriving(spread: int) -> Any:
    """First tries in each second: followers look at a notice 30 s after it in the mean."""
    import numpy as np
    from scipy.stats import gamma

    looking = np.diff(gamma.cdf(np.arange(SECONDS + 1), 2, scale=15))
    told = np.ones(max(spread, 1)) / max(spread, 1)
    return USUAL + COMING * np.convolve(looking, told)[:SECONDS]


def simulated(spread: int, shortest: int, longest: int) -> tuple[Any, Any, float]:
    """Tries and successful joins in each second, and the share of people who gave up."""
    import numpy as np

    first = arriving(spread)
    due = np.zeros((TRIES, SECONDS + longest + 1))
    due[0, :SECONDS] = first
    tries, joined, given_up = np.zeros(SECONDS), np.zeros(SECONDS), 0.0
    for second in range(SECONDS):
        now = due[:, second]
        tries[second] = now.sum()
        # successes s and failures: s + FAILING (tries - s) is what can be served
        served = (CAPACITY - FAILING * now.sum()) / (1 - FAILING)
        joined[second] = np.clip(served, 0, now.sum())
        failed = now * (1 - joined[second] / now.sum())
        given_up += failed[-1]
        waits = slice(second + shortest, second + longest + 1)
        due[1:, waits] += failed[:-1, None] / (longest - shortest + 1)
    return tries, joined, given_up / first.sum()


def herd(figure: Figure) -> None:
    """What is tried and what succeeds after a famous host went live."""
    import numpy as np

    figure.set_size_inches(5.4, 2.9)
    axes_of = figure.subplots(1, 2)
    for name, (spread, shortest, longest, color) in WAYS.items():
        for axes, line in zip(axes_of, simulated(spread, shortest, longest)[:2], strict=True):
            axes.plot(np.arange(SECONDS) / 60, line / 1000, color=color, linewidth=1.6, label=name)
    for axes, title in zip(axes_of, ("tries, thousands a second", "joins, thousands a second"), strict=True):
        axes.axhline(CAPACITY / 1000, color=INK, linewidth=1, linestyle=":")
        axes.set(xlim=(0, 8), ylim=(0, None), xticks=range(0, 9, 2))
        axes.set_title(title, color=INK, fontsize=9.5, loc="left")
        axes.set_xlabel("minutes", color=INK, fontsize=9)
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[1].set_ylim(0, 8.8)
    axes_of[1].legend(frameon=False, labelcolor=INK, fontsize=7.8, loc="upper right")
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [herd]
