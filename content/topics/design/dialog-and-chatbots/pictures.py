"""Pictures of the lesson on dialog and chatbots."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
PERSON, WRONG = 6, 60
"""What a conversation with a person costs in dollars, and what a wrong answer does."""
BEST = 1 - PERSON / WRONG
"""The chance of a right answer above which the bot should answer."""


def chances(count: int = 40_000) -> Any:
    """That the bot's answer is right, for simulated conversations."""
    import numpy as np
    from scipy.special import expit

    return expit(np.random.default_rng(0).normal(2, 2, count))


def overconfident(chance: Any) -> Any:
    """What a model says that makes each log-odds two and a half times as large."""
    from scipy.special import expit, logit

    return expit(2.5 * logit(chance))


def cost(said: Any, chance: Any, threshold: float) -> float:
    """Dollars for a conversation, if the bot answers wherever it says more than the threshold."""
    import numpy as np

    return float(np.where(said > threshold, (1 - chance) * WRONG, PERSON).mean())


def threshold(figure: Figure) -> None:
    """What a conversation costs, by the confidence from which the bot answers."""
    import numpy as np

    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    right = chances()
    steps = np.linspace(0, 1, 201)
    for said, color, name in (
        (overconfident(right), ORANGE, "overconfident"),
        (right, BLUE, "calibrated"),
    ):
        axes.plot(steps, [cost(said, right, step) for step in steps], color=color, linewidth=1.8, label=name)
        axes.plot(BEST, cost(said, right, BEST), "o", color=color, markersize=6)
    axes.axhline(PERSON, color=INK, linewidth=1, linestyle=":")
    axes.annotate("all to people", (0.02, PERSON), (0, -12), textcoords="offset points", color=INK, fontsize=8.5)
    axes.set(xlim=(0, 1), ylim=(0, 15), xticks=[0, 0.25, 0.5, 0.75, BEST, 1])
    axes.xaxis.set_major_formatter(lambda share, _: f"{share:.2g}")
    axes.set_xlabel("confidence from which the bot answers", color=INK)
    axes.set_title("dollars for a conversation", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="upper right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [threshold]
