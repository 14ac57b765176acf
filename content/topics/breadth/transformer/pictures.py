"""Pictures of the lesson on the Transformer."""

from matplotlib.figure import Figure

INK = "#777777"


def flops_by_context(figure: Figure) -> None:
    """FLOPs per token in one layer: feed-forward, projections, and attention's own part, against the context."""
    import numpy as np

    width = 768
    length = np.linspace(0, 10_000, 200)
    parts = {
        "feed-forward, $16d^2$": np.full_like(length, 16 * width**2),
        "projections, $8d^2$": np.full_like(length, 8 * width**2),
        "scores and means, $4nd$": 4 * length * width,
    }
    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    colors = ("#2f7ed8", "#3d9a6b", "#d9782d")
    axes.stackplot(length, [part / 1e6 for part in parts.values()], colors=colors, alpha=0.75, labels=list(parts))
    half = 48 * width**2 / 1e6
    axes.vlines(6 * width, 0, half, color="white", lw=1.4, ls=":")
    axes.plot(6 * width, half, "o", ms=6, color=INK)
    axes.text(6 * width, half + 5, "half, at $n = 6d$", color=INK, ha="center")
    axes.set_xlim(0, 10_000)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlabel("tokens in the context, $n$", color=INK)
    axes.set_ylabel("million FLOPs per token", color=INK)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(handles[::-1], labels[::-1], frameon=False, labelcolor=INK, loc="upper left")
    axes.patch.set_alpha(0)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [flops_by_context]
