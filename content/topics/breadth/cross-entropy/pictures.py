"""Pictures of the lesson on cross-entropy."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def loss_and_gradient(figure: Figure) -> None:
    """Cross-entropy and squared error of a sigmoid output by the probability of the truth, and their gradients."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    z = np.linspace(-6, 6, 400)
    p = 1 / (1 + np.exp(-z))
    left, right = figure.subplots(1, 2)
    left.plot(p, -np.log(p), color=ORANGE, linewidth=1.8)
    left.plot(p, (1 - p) ** 2, color=BLUE, linewidth=1.8)
    left.text(0.14, 2.3, "cross-entropy", color=ORANGE, fontsize=9)
    left.text(0.02, 0.12, "squared error", color=BLUE, fontsize=9)
    right.plot(z, 1 - p, color=ORANGE, linewidth=1.8)
    right.plot(z, 2 * (1 - p) * p * (1 - p), color=BLUE, linewidth=1.8)
    right.text(-1.5, 0.95, "cross-entropy: 1 \u2212 p", color=ORANGE, fontsize=9)
    right.text(-5.9, 0.22, "squared error:\n2p(1 \u2212 p)\u00b2", color=BLUE, fontsize=9)
    left.set(xlabel="probability of the truth, p", ylabel="loss", ylim=(-0.15, 5.2))
    right.set(xlabel="logit of the truth", ylabel="size of the gradient", ylim=(-0.03, 1.08))
    for axes in (left, right):
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.xaxis.label.set_color(INK)
        axes.yaxis.label.set_color(INK)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [loss_and_gradient]
