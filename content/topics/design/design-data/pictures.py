"""Pictures of the lesson on data."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
RELEVANCE = (0.10, 0.12, 0.14, 0.16, 0.20)
"""Of five items, in the places the old ranker gives them."""
LOOKED_AT = (1.0, 0.6, 0.4, 0.3, 0.2)
"""With which probability a user looks at each place."""


def estimates() -> tuple[list[float], list[float]]:
    """CTR of each item, and its clicks weighted by one over the chance to be seen, by views, in 200,000 sessions."""
    import numpy as np

    rng = np.random.default_rng(4)
    sessions, items = 200_000, len(RELEVANCE)
    place = np.tile(np.arange(items), (sessions, 1))
    shuffled = rng.random(sessions) < 0.2
    place[shuffled] = rng.permuted(place[shuffled], axis=1)
    seen = np.array(LOOKED_AT)[place]
    clicked = rng.random(place.shape) < seen * np.array(RELEVANCE)
    return clicked.mean(axis=0).tolist(), (clicked / seen).mean(axis=0).tolist()


def clicks_and_relevance(figure: Figure) -> None:
    """CTR, weighted clicks and true relevance of the five items."""
    figure.set_size_inches(7.2, 2.9)
    axes = figure.subplots()
    rates, weighted = estimates()
    places = range(len(RELEVANCE))
    axes.bar([at - 0.18 for at in places], rates, 0.34, color=BLUE, label="CTR")
    axes.bar([at + 0.18 for at in places], weighted, 0.34, color=ORANGE, label="clicks / chance to be seen")
    for at, truth in zip(places, RELEVANCE, strict=True):
        axes.plot([at - 0.4, at + 0.4], [truth, truth], color=INK, linewidth=1.6, linestyle="--")
    axes.plot([], [], color=INK, linewidth=1.6, linestyle="--", label="true relevance")
    axes.set_xticks(list(places), [f"item in place {at + 1}" for at in places])
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(axis="y", color=INK, alpha=0.15, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [clicks_and_relevance]
