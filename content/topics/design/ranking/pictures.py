"""Pictures of the lesson on ranking."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def corrected_clicks(figure: Figure) -> None:
    """How good ten documents are, and what their clicks say, as they are and by how often a place is looked at."""
    import numpy as np

    figure.set_size_inches(5.4, 3.4)
    axes = figure.subplots()
    rng, views = np.random.default_rng(3), 2_000
    good = np.linspace(0.1, 0.5, 10)
    shown = np.argsort(-(good + rng.normal(0, 0.2, 10)))
    place = np.argsort(shown) + 1
    looked = 1 / place
    rates = rng.binomial(views, good * looked) / views
    axes.plot([0, 0.6], [0, 0.6], color=INK, linewidth=1, linestyle=":")
    axes.plot(good, rates, "o", color=BLUE, markersize=6, label="clicks over views")
    axes.plot(good, rates / looked, "D", color=ORANGE, markersize=5, label="divided by how often looked at")
    for x, y, rank in zip(good, rates, place, strict=True):
        axes.annotate(str(rank), (x, y), (0, -12), textcoords="offset points", ha="center", color=BLUE, fontsize=8)
    axes.set(xlim=(0.06, 0.54), ylim=(-0.04, 0.6))
    axes.set_xlabel("how good it is (small numbers: its place)", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="upper left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [corrected_clicks]
