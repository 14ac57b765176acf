"""Pictures of the lesson on decoding strategies."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#dd7733", "#4477aa", "#228866"]
TOKENS = 1000


def kept(temperature: float) -> tuple[int, int, int]:
    """Tokens kept by top-k 40, top-p 0.9 and min-p 0.1, for p_i proportional to 1 / i**1.5 at temperature 1."""
    import numpy as np

    weights = np.arange(1, TOKENS + 1, dtype=float) ** (-1.5 / temperature)
    sums = np.cumsum(weights) / weights.sum()
    return 40, int(np.searchsorted(sums, 0.9)) + 1, int((weights >= 0.1).sum())


def kept_tokens(figure: Figure) -> None:
    """Tokens kept against temperature."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    temperatures = np.linspace(0.3, 2.5, 111)
    counts = np.array([kept(float(temperature)) for temperature in temperatures])
    for column, label, color in zip(counts.T, ["top-k, 40", "top-p, 0.9", "min-p, 0.1"], COLORS, strict=True):
        axes.plot(temperatures, column, color=color, label=label)
    axes.set_yscale("log")
    axes.set_xlabel("temperature", color=INK)
    axes.set_ylabel("tokens kept of 1,000", color=INK)
    axes.tick_params(which="both", colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [kept_tokens]
