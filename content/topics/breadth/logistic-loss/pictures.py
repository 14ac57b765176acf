"""Pictures of the lesson on logistic loss."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {0.6: "#4477aa", 0.8: "#44997a", 0.95: "#dd7733"}


def what_is_learned(figure: Figure) -> None:
    """Expected logistic and hinge loss by score for three shares of positives, with the minima."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    scores = np.linspace(-2, 4.5, 1301)
    losses = {
        "logistic loss": (np.logaddexp(0, -scores), np.logaddexp(0, scores)),
        "hinge loss": (np.maximum(0, 1 - scores), np.maximum(0, 1 + scores)),
    }
    for axes, (name, (positive, negative)) in zip(figure.subplots(1, 2, sharey=True), losses.items(), strict=True):
        for share, color in COLORS.items():
            expected = share * positive + (1 - share) * negative
            axes.plot(scores, expected, color=color, linewidth=1.8, label=f"{share:.0%} positive")
            lowest = np.argmin(expected)
            axes.plot(scores[lowest], expected[lowest], "o", color=color, markersize=7)
        axes.set_title(f"expected {name}", color=INK, fontsize=9, loc="left")
        axes.set_xlabel("score f", color=INK, fontsize=9)
        axes.set(ylim=(0, 2.6), xticks=range(-2, 5))
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.axes[0].legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper center")
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [what_is_learned]
