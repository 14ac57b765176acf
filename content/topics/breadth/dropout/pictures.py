"""Pictures of the lesson on dropout."""

from matplotlib.figure import Figure

INK = "#777777"
WIDTHS = (4, 6, 6, 2)


def thinned_networks(figure: Figure) -> None:
    """A network, and two of the thinned networks that training steps see."""
    import numpy as np

    rng = np.random.default_rng(11)
    figure.set_size_inches(7.2, 3.0)
    for place, axes in enumerate(figure.subplots(1, 3)):
        kept = [np.ones(width, bool) for width in WIDTHS]
        if place:
            kept[1:3] = [rng.random(width) >= 0.5 for width in WIDTHS[1:3]]
        for layer in range(3):
            for a in range(WIDTHS[layer]):
                for b in range(WIDTHS[layer + 1]):
                    if kept[layer][a] and kept[layer + 1][b]:
                        ends = height(layer, a), height(layer + 1, b)
                        axes.plot((layer, layer + 1), ends, color="#2f7ed8", lw=0.8, alpha=0.55, zorder=1)
        for layer, width in enumerate(WIDTHS):
            for unit in range(width):
                on = kept[layer][unit]
                style = {"color": "#2f7ed8"} if on else {"facecolor": "none", "edgecolor": INK, "linestyle": ":"}
                axes.scatter(layer, height(layer, unit), s=90, zorder=2, **style)
                if not on:
                    axes.scatter(layer, height(layer, unit), s=40, marker="x", color="#d9782d", zorder=3)
        left = kept[1].sum() + kept[2].sum()
        axes.set_title(
            f"a training step: {left} of 12 kept" if place else "test: all 12 hidden units", color=INK, size=10
        )
        axes.set_xlim(-0.3, 3.3)
        axes.axis("off")
    figure.patch.set_alpha(0)
    figure.tight_layout()


def height(layer: int, unit: int) -> float:
    """Where a unit is drawn."""
    return (WIDTHS[layer] - 1) / 2 - unit


PICTURES = [thinned_networks]
