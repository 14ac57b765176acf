"""Pictures of the lesson on attention."""

from matplotlib.figure import Figure

INK = "#777777"
LENGTH, LETTERS, WIDTH = 8, 6, 16


def learned_alignment(figure: Figure) -> None:
    """Attention weights before and after a small model has learned to reverse sequences."""
    figure.set_size_inches(7.2, 2.7)
    panels = figure.subplots(1, 3, sharey=True)
    for axes, steps in zip(panels, (0, 15, 200), strict=True):
        drawn = axes.imshow(train(steps), cmap="cividis", vmin=0, vmax=1)
        axes.set_title(f"after {steps} steps" if steps else "before training", color=INK, fontsize=10)
        axes.set_xlabel("input position", color=INK)
        axes.set_xticks(range(LENGTH), range(1, LENGTH + 1))
        axes.set_yticks(range(LENGTH), range(1, LENGTH + 1))
        axes.tick_params(colors=INK)
        axes.spines[:].set_visible(False)
    panels[0].set_ylabel("output position", color=INK)
    figure.tight_layout()
    bar = figure.colorbar(drawn, ax=list(panels), label="attention weight", shrink=0.85)
    bar.ax.tick_params(colors=INK)
    bar.ax.yaxis.label.set_color(INK)
    bar.outline.set_visible(False)
    figure.patch.set_alpha(0)


def train(steps: int) -> list[list[float]]:
    """Weights (output by input position) after gradient descent on random letters that are to be reversed.

    Queries and keys are vectors learned for each position; the values are the letters, one-hot, and what
    is attended to is, through one learned matrix, the score of each letter at the output.
    """
    import numpy as np

    rng = np.random.default_rng(0)
    queries, keys = rng.normal(0, 0.5, (2, LENGTH, WIDTH))
    reading = rng.normal(0, 0.1, (LETTERS, LETTERS))
    weights = np.zeros((LENGTH, LENGTH))
    for step in range(steps + 1):
        scores = queries @ keys.T / np.sqrt(WIDTH)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        if step == steps:
            break
        letters = np.eye(LETTERS)[rng.integers(LETTERS, size=(64, LENGTH))]
        context = weights @ letters
        logits = context @ reading
        chances = np.exp(logits - logits.max(axis=-1, keepdims=True))
        chances /= chances.sum(axis=-1, keepdims=True)
        at_logits = (chances - letters[:, ::-1]) / 64
        at_context = at_logits @ reading.T
        at_weights = np.einsum("bik,bjk->ij", at_context, letters)
        at_scores = weights * (at_weights - (weights * at_weights).sum(axis=1, keepdims=True)) / np.sqrt(WIDTH)
        reading -= 0.5 * np.einsum("bik,bil->kl", context, at_logits)
        queries, keys = queries - 2 * at_scores @ keys, keys - 2 * at_scores.T @ queries
    return weights.tolist()


PICTURES = [learned_alignment]
