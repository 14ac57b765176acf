"""Pictures of hidden Markov models."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
DAYS = 60


def smoothing(figure: Figure) -> None:
    """A simulated season of the lesson's kind: what is hidden, what is seen, filtered and smoothed probabilities."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    rng = np.random.default_rng(11)
    move, emit = np.array([[0.9, 0.1], [0.1, 0.9]]), np.array([0.8, 0.3])
    hidden = np.zeros(DAYS, int)
    for day in range(1, DAYS):
        hidden[day] = rng.choice(2, p=move[hidden[day - 1]])
    umbrella = rng.random(DAYS) < emit[hidden]
    likely = np.where(umbrella[:, None], emit, 1 - emit)
    forward, backward = np.zeros((DAYS, 2)), np.ones((DAYS, 2))
    carried = np.array([0.5, 0.5])
    for day in range(DAYS):
        forward[day] = carried * likely[day] / (carried @ likely[day])
        carried = forward[day] @ move
    for day in range(DAYS - 2, -1, -1):
        backward[day] = move @ (likely[day + 1] * backward[day + 1])
        backward[day] /= backward[day].sum()
    smooth = forward * backward / (forward * backward).sum(axis=1, keepdims=True)
    axis, days = figure.subplots(), np.arange(1, DAYS + 1)
    changes = np.flatnonzero(np.diff(hidden)) + 1
    for first, last in zip([0, *changes], [*changes, DAYS], strict=True):
        if hidden[first] == 0:
            axis.axvspan(first + 0.5, last + 0.5, ymax=1.02 / 1.15, color=INK, alpha=0.22, linewidth=0)
    axis.bar(0, 0, color=INK, alpha=0.22, linewidth=0, label="rain")
    axis.plot(days, forward[:, 0], color=ORANGE, linewidth=1.4, label="filtered")
    axis.plot(days, smooth[:, 0], color=BLUE, linewidth=2.2, label="smoothed")
    marks = np.full(umbrella.sum(), 1.075)
    axis.scatter(days[umbrella], marks, s=22, marker="v", color=INK, linewidths=0, label="umbrella")
    axis.set(ylim=(-0.02, 1.13), xlim=(0.4, DAYS + 0.6), yticks=[0, 0.5, 1])
    axis.set_xlabel("day", color=INK, fontsize=9)
    axis.set_ylabel("probability of rain", color=INK, fontsize=9)
    axis.legend(loc="upper left", bbox_to_anchor=(0, 1.17), ncols=4, frameon=False, labelcolor=INK, fontsize=9)
    axis.tick_params(colors=INK, labelsize=8, length=0)
    axis.spines[:].set_visible(False)
    axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [smoothing]
