"""Pictures of the lesson on scaling laws."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#dd7733", "#4477aa", "#228866"]
FLOOR, A, ALPHA, B, BETA = 1.8172, 482.01, 0.3478, 2085.43, 0.3658
"""The law of Hoffmann and others as refitted by Besiroglu and others, 2024, table 1."""


def loss(parameters: float, budget: float) -> float:
    """Of a model with so many parameters that is trained until so many FLOPs are spent."""
    tokens = budget / (6 * parameters)
    return float(FLOOR + A / parameters**ALPHA + B / tokens**BETA)


def best_size(budget: float) -> float:
    """The number of parameters with the least loss."""
    ratio = (ALPHA * A / (BETA * B)) ** (1 / (ALPHA + BETA))
    return float(ratio * (budget / 6) ** (BETA / (ALPHA + BETA)))


def budgets(figure: Figure) -> None:
    """Loss against size for three budgets."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    axes = figure.subplots()
    for exponent, color in zip((20, 22, 24), COLORS, strict=True):
        best = best_size(10.0**exponent)
        sizes = np.geomspace(best / 8, best * 8, 121)
        axes.plot(
            sizes, [loss(size, 10.0**exponent) for size in sizes], color=color, label=f"$10^{{{exponent}}}$ FLOPs"
        )
        axes.plot(best, loss(best, 10.0**exponent), "o", color=color, markersize=5)
        axes.annotate(
            f"{10.0**exponent / 6 / best**2:.0f}",
            (best, loss(best, 10.0**exponent)),
            xytext=(0, 7),
            textcoords="offset points",
            ha="center",
            color=INK,
        )
    axes.set_xscale("log")
    axes.set_ylim(1.8, 3.4)
    axes.set_xlabel("parameters", color=INK)
    axes.set_ylabel("loss per token (nats)", color=INK)
    axes.tick_params(which="both", colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [budgets]
