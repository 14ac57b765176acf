"""Pictures of the lesson on self-attention."""

from matplotlib.figure import Figure

INK = "#777777"


def scaled_and_masked(figure: Figure) -> None:
    """Weights of the same queries and keys: unscaled, scaled, and scaled with the causal mask."""
    import numpy as np

    length, width = 10, 64
    queries, keys = np.random.default_rng(3).normal(size=(2, length, width))
    raw = queries @ keys.T
    scaled = raw / np.sqrt(width)
    masked = np.where(np.tri(length, dtype=bool), scaled, -np.inf)
    figure.set_size_inches(7.2, 2.7)
    panels = figure.subplots(1, 3, sharey=True)
    for axes, scores, title in zip(
        panels, (raw, scaled, masked), ("unscaled", "scaled", "scaled, causal"), strict=True
    ):
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        drawn = axes.imshow(weights, cmap="cividis", vmin=0, vmax=1)
        axes.set_title(f"{title}\nlargest: {weights.max(axis=1).mean():.2f}", color=INK, fontsize=9.5)
        axes.set_xlabel("key", color=INK)
        axes.set_xticks(range(0, length, 3), range(1, length + 1, 3))
        axes.set_yticks(range(0, length, 3), range(1, length + 1, 3))
        axes.tick_params(colors=INK)
        axes.spines[:].set_visible(False)
    panels[0].set_ylabel("query", color=INK)
    figure.tight_layout()
    bar = figure.colorbar(drawn, ax=list(panels), label="weight", shrink=0.85)
    bar.ax.tick_params(colors=INK)
    bar.ax.yaxis.label.set_color(INK)
    bar.outline.set_visible(False)
    figure.patch.set_alpha(0)


PICTURES = [scaled_and_masked]
