"""Pictures of the lesson on search."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#dd7733", "#4477aa", "#55aa77")


def cut(figure: Figure) -> None:
    """How much of the dear model's best ten a cheap score leaves, by the number of candidates."""
    import numpy as np

    figure.set_size_inches(5.4, 3.1)
    axes = figure.subplots()
    rng, documents, queries = np.random.default_rng(0), 20_000, 200
    sizes = np.array([10, 20, 50, 100, 200, 500, 1000, 2000])
    for agreement, color in zip((0.6, 0.8, 0.9), COLORS, strict=True):
        kept = np.zeros(len(sizes))
        for _ in range(queries):
            dear, noise = rng.standard_normal((2, documents), dtype=np.float32)
            cheap = agreement * dear + np.sqrt(1 - agreement**2) * noise
            best = np.argpartition(-dear, 10)[:10]
            place = (cheap[None, :] > cheap[best, None]).sum(axis=1)
            kept += (place[None, :] < sizes[:, None]).mean(axis=1) / queries
        axes.plot(sizes, kept, "o-", color=color, markersize=4, linewidth=1.6, label=f"correlation {agreement:g}")
    axes.set(xscale="log", ylim=(0, 1.02), xticks=[10, 100, 1000])
    axes.xaxis.set_major_formatter(lambda count, _: f"{count:,.0f}")
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_xlabel("candidates", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="lower right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0, which="both")
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [cut]
