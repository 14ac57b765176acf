"""Pictures of the lesson on metrics."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def weight_on_clicks(figure: Figure) -> None:
    """Clicks and satisfied clicks, by how much the score counts clicks alone."""
    import numpy as np
    from scipy.special import expit

    figure.set_size_inches(7.2, 2.9)
    good, bait = np.random.default_rng(0).normal(size=(2, 20_000, 20))
    click = expit(-2.5 + 0.8 * good + 0.8 * bait)
    satisfied = click * expit(1 + 1.2 * good - 1.2 * bait)
    weights = np.linspace(0, 1, 11)
    shown = [np.argmax((1 - weight) * satisfied + weight * click, axis=1) for weight in weights]
    rows = np.arange(len(good))
    axes = figure.subplots()
    for chance, color, name in ((click, BLUE, "clicks"), (satisfied, ORANGE, "clicks that satisfy")):
        rates = np.array([chance[rows, place].mean() for place in shown])
        axes.plot(weights, 100 * (rates / rates[0] - 1), "o-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.axhline(0, color=INK, linewidth=1)
    axes.set_xlabel("weight on clicks alone", color=INK)
    axes.set_ylabel("change, %", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=2)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [weight_on_clicks]
