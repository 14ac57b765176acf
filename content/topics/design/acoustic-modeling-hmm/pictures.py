"""Pictures of the lesson on acoustic modeling with HMMs: what dividing by the prior does, on simulated sounds."""

from functools import cache
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"silence": "#4477aa", "six rarest sounds": "#dd7733", "all frames": "#55aa77"}
SOUNDS, FRAMES = 12, 5_000
"""Sounds, the first of them silence and each rarer than the one before; and frames of a recording."""
POWERS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
"""Scores are log p(s | x) - power * log p(s)."""


def speech(rng: Any, chances: Any, stay: Any, centers: Any) -> tuple[Any, Any]:
    """Frames of sounds that follow each other by chance and last geometrically, and which sound each frame is."""
    import numpy as np

    order = rng.choice(SOUNDS, p=chances, size=FRAMES)
    states = np.repeat(order, rng.geometric(1 - stay[order]))[:FRAMES]
    return centers[states] + rng.normal(size=(FRAMES, centers.shape[1])), states


def best_path(scores: Any, moves: Any) -> Any:
    """Viterbi, from log scores of each frame and state, and log probabilities of moves."""
    import numpy as np

    best, back = scores[0], np.zeros(scores.shape, dtype=int)
    for frame in range(1, len(scores)):
        ways = best[:, None] + moves
        back[frame] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[frame]
    path = [int(best.argmax())]
    for frame in range(len(scores) - 1, 0, -1):
        path.append(int(back[frame, path[-1]]))
    return np.array(path[::-1])


@cache
def wrong_by_power(seed: int = 0) -> dict[str, list[float]]:
    """In percent of the frames of silence, of the six rarest sounds, and of all, for each power of the prior."""
    import numpy as np
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    rng = np.random.default_rng(seed)
    chances = 1 / np.arange(1, SOUNDS + 1)
    chances /= chances.sum()
    stay = np.array([0.9, *[0.8] * (SOUNDS - 1)])
    centers = rng.normal(scale=1.1, size=(SOUNDS, 6))
    heard, owners = speech(rng, chances, stay, centers)
    test, truth = speech(rng, chances, stay, centers)
    posteriors = LinearDiscriminantAnalysis().fit(heard, owners).predict_log_proba(test)
    priors = np.log(np.bincount(owners, minlength=SOUNDS) / FRAMES)
    moves = np.log(np.diag(stay) + (1 - stay)[:, None] * chances)
    frames = {"silence": truth == 0, "six rarest sounds": truth >= SOUNDS - 6, "all frames": truth >= 0}
    found: dict[str, list[float]] = {name: [] for name in frames}
    for power in POWERS:
        wrong = best_path(posteriors - power * priors, moves) != truth
        for name, chosen in frames.items():
            found[name].append(float(100 * wrong[chosen].mean()))
    return found


def power_of_the_prior(figure: Figure) -> None:
    """Errors by how far the prior of the network is divided out."""
    figure.set_size_inches(5.4, 2.8)
    axes = figure.subplots()
    for name, wrong in wrong_by_power().items():
        axes.plot(POWERS, wrong, "o-", color=COLORS[name], markersize=4, linewidth=1.7, label=name)
    axes.axvline(1, color=INK, linewidth=1, linestyle=":")
    axes.set(ylim=(0, 100), xticks=[0, 0.5, 1, 1.5], yticks=[0, 50, 100])
    axes.set_title("frames that are wrong, %", color=INK, fontsize=10, loc="left")
    axes.set_xlabel("power of the prior that is divided out", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper center")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [power_of_the_prior]
