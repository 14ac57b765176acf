"""Pictures of the lesson on CTR prediction."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#55aa77", "#4477aa", "#dd7733")


def winner(figure: Figure) -> None:
    """How much the winner of an auction among equals is overestimated."""
    import numpy as np
    from scipy.special import expit, logit

    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    rng, truth = np.random.default_rng(0), 0.01
    counts = (1, 2, 5, 10, 20, 50, 100, 200, 500)
    errors = rng.standard_normal((4_000, max(counts)), dtype=np.float32)
    for size, color in zip((0.1, 0.2, 0.3), COLORS, strict=True):
        said = [expit(logit(truth) + size * errors[:, :count].max(axis=1)).mean() / truth for count in counts]
        axes.plot(counts, said, "o-", color=color, markersize=4, linewidth=1.6, label=f"errors of {size:g}")
    axes.axhline(1, color=INK, linewidth=1, linestyle=":")
    axes.set(xscale="log", ylim=(0.9, 2.7), xticks=[1, 10, 100, 500])
    axes.xaxis.set_major_formatter(lambda count, _: f"{count:g}")
    axes.set_xlabel("ads that compete", color=INK)
    axes.set_title("said over true", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="upper left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0, which="both")
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [winner]
