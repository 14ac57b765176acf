"""Pictures of the lesson on quantization."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
WEIGHTS = 1 << 15


def drawn() -> dict[str, Any]:
    """Weights by what they are called."""
    import numpy as np

    rng = np.random.default_rng(0)
    return {"normal": rng.normal(size=WEIGHTS), "heavy tails": rng.standard_t(3, size=WEIGHTS)}


def lost(weights: Any, bits: int, group: int) -> float:
    """The root mean square of the error of symmetric codes, over that of the weights."""
    import numpy as np

    parts = weights.reshape(-1, group)
    scales = np.abs(parts).max(axis=1, keepdims=True) / (2 ** (bits - 1) - 1)
    errors = np.rint(parts / scales) * scales - parts
    return float(np.sqrt((errors**2).mean() / (weights**2).mean()))


def error_by_group_and_bits(figure: Figure) -> None:
    """Errors of 4 bits by the size of the group, and of groups of 64 by bits."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    sizes, widths = [1 << power for power in range(3, 16)], range(2, 9)
    for (name, weights), color in zip(drawn().items(), (BLUE, ORANGE), strict=True):
        left.plot(sizes, [lost(weights, 4, size) for size in sizes], color=color, label=name)
        right.plot(widths, [lost(weights, bits, 64) for bits in widths], color=color, label=name)
    left.set_xscale("log", base=2)
    left.set_xlabel("weights in a group", color=INK)
    right.set_yscale("log", base=2)
    right.set_xlabel("bits", color=INK)
    for axes in (left, right):
        axes.set_ylabel("relative error", color=INK)
        axes.tick_params(colors=INK, which="both")
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [error_by_group_and_bits]
