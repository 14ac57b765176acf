"""The states over time with the decoded path; the darker a state's square, the likelier it emits what was observed."""

from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, plots

BLUE, INK = "#4477aa", "#7d7d7d"
MOST_STATES, MOST_TIMES = 12, 60

SHOW = Call(
    "viterbi",
    (
        np.array([0.6, 0.3, 0.1]),
        np.array([[0.8, 0.15, 0.05], [0.1, 0.8, 0.1], [0.05, 0.25, 0.7]]),
        np.array([[0.7, 0.2, 0.1], [0.2, 0.6, 0.2], [0.1, 0.25, 0.65]]),
        np.array([0, 0, 1, 0, 0, 1, 1, 2, 1, 1, 2, 2, 0, 2, 2, 1]),
    ),
)


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """A path for each answer, one above the other."""
    emissions, observations = diagrams.given(call, "start", "transitions", "emissions", "observations")[2:]
    seen = np.asarray(emissions, float)[:, np.asarray(observations, int)]
    if len(seen) > MOST_STATES or seen.shape[1] > MOST_TIMES:
        raise ValueError("too many states or observations to be seen")
    sides = diagrams.sides(got, expected)
    axes = figure.subplots(len(sides), 1, sharex=True, squeeze=False)[:, 0]
    for axis, (title, answer) in zip(axes, sides, strict=True):
        axis.set_title(title, color=INK, loc="left")
        times, states = np.meshgrid(np.arange(seen.shape[1]), np.arange(len(seen)))
        axis.scatter(times, states, s=90, marker="s", color=INK, alpha=seen / seen.max(), linewidths=0)
        plots.attempt(axis, answer, partial(path, axis, answer, seen.shape))
        axis.set(yticks=range(len(seen)), ylim=(len(seen) - 0.5, -0.5))
        axis.set_ylabel("state", color=INK)
        axis.tick_params(colors=INK, length=0)
        axis.spines[:].set_visible(False)
    if seen.shape[1] <= MOST_TIMES // 2:
        axes[-1].set_xticks(range(seen.shape[1]), [str(symbol) for symbol in observations])
    axes[-1].set_xlabel("observed. The darker a square, the likelier the state emits it", color=INK, fontsize=8)


def path(axis: Axes, answer: Any, shape: tuple[int, ...]) -> None:
    """The states that were decoded, joined by a line."""
    states = plots.wholes(answer[0], shape[1], below=shape[0])
    axis.plot(states, color=BLUE, linewidth=2.2, marker="o", markersize=5)
