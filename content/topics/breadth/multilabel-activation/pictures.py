"""Pictures of the lesson on outputs for classes that are not mutually exclusive."""

from matplotlib.figure import Figure

INK = "#777777"


def two_answers(figure: Figure) -> None:
    """The same logits through softmax and through one sigmoid a class."""
    import numpy as np

    names, logits = ["dog", "beach", "indoors"], np.array([3.0, 3.0, -2.0])
    powers = np.exp(logits - logits.max())
    sides = {
        "softmax: exactly one is true": powers / powers.sum(),
        "sigmoids: each for itself": 1 / (1 + np.exp(-logits)),
    }
    figure.set_size_inches(7.2, 3.0)
    for axes, (title, values), color in zip(
        figure.subplots(1, 2, sharey=True), sides.items(), ("#d9782d", "#2f7ed8"), strict=True
    ):
        bars = axes.bar(names, values, color=color, width=0.6)
        axes.bar_label(bars, [f"{value:.3f}" for value in values], color=INK, padding=3)
        axes.axhline(0.5, color=INK, lw=1, ls=":")
        axes.set_ylim(0, 1.1)
        axes.set_title(f"{title} (sum {values.sum():.2f})", color=INK, fontsize=10)
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.patch.set_alpha(0)
    figure.axes[0].set_ylabel("probability", color=INK)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [two_answers]
