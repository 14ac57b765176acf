"""Pictures of the lesson on hinge loss."""

from matplotlib.figure import Figure

INK = "#777777"


def losses_and_pulls(figure: Figure) -> None:
    """Five losses by margin, and the size of their slopes."""
    import numpy as np

    figure.set_size_inches(7.2, 3.4)
    m = np.linspace(-2.5, 3, 1101)
    short, bits = np.maximum(0, 1 - m), np.log(2)
    curves = {
        "0-1": (m < 0, None, INK),
        "hinge": (short, m < 1, "#dd7733"),
        "squared hinge": (short**2, 2 * short, "#44997a"),
        "logistic / ln 2": (np.logaddexp(0, -m) / bits, 1 / (1 + np.exp(m)) / bits, "#4477aa"),
        "exponential": (np.exp(-m), np.exp(-m), "#aa4477"),
    }
    left, right = figure.subplots(1, 2, sharex=True, sharey=True)
    for name, (loss, pull, color) in curves.items():
        left.plot(m, loss, color=color, linewidth=1.8, label=name)
        if pull is not None:
            right.plot(m, pull, color=color, linewidth=1.8)
    left.set_title("loss", color=INK, fontsize=9, loc="left")
    right.set_title("pull on the score", color=INK, fontsize=9, loc="left")
    left.set_ylim(-0.08, 4)
    for axes in (left, right):
        axes.set_xlabel("margin", color=INK, fontsize=9)
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", ncols=5, columnspacing=1.4)
    figure.tight_layout(rect=(0, 0.08, 1, 1))


PICTURES = [losses_and_pulls]
