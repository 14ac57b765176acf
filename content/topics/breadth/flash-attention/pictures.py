"""Pictures of the lesson on flash attention."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
BLOCKS, BLOCK, WIDTH = 32, 16, 16


def run() -> tuple[list[float], list[float], float]:
    """After each block: the largest score and the output of one query; and the exact output."""
    import numpy as np

    rng = np.random.default_rng(4)
    query, keys = rng.normal(size=WIDTH), rng.normal(size=(BLOCKS * BLOCK, WIDTH))
    values, scores = rng.normal(size=BLOCKS * BLOCK), 2 * keys @ query / np.sqrt(WIDTH)
    top, total, out = -np.inf, 0.0, 0.0
    tops, outputs = [], []
    for start in range(0, len(keys), BLOCK):
        part = slice(start, start + BLOCK)
        new = max(top, scores[part].max())
        weights = np.exp(scores[part] - new)
        total = total * np.exp(top - new) + weights.sum()
        out = out * np.exp(top - new) + weights @ values[part]
        top = new
        tops.append(float(top))
        outputs.append(float(out / total))
    weights = np.exp(scores - scores.max())
    return tops, outputs, float(weights @ values / weights.sum())


def running_output(figure: Figure) -> None:
    """The running maximum and the running output."""
    figure.set_size_inches(7.2, 3.4)
    upper, lower = figure.subplots(2, 1, sharex=True)
    tops, outputs, exact = run()
    counts = range(1, BLOCKS + 1)
    upper.step(counts, tops, where="post", color=ORANGE)
    upper.set_ylabel("largest score", color=INK)
    lower.plot(counts, outputs, color=BLUE, marker="o", markersize=3)
    lower.axhline(exact, color=INK, linestyle="--")
    lower.set_ylabel("output so far", color=INK)
    lower.set_xlabel("blocks taken in", color=INK)
    for axes in (upper, lower):
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [running_output]
