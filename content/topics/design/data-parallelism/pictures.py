"""Pictures of the lesson on data parallelism."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#8866bb")
GIGABYTES, BANDWIDTH, MS_AN_EXAMPLE = 0.4, 10, 1


def computing(figure: Figure) -> None:
    """The share of a step that is spent computing, by the examples per worker."""
    import numpy as np

    figure.set_size_inches(7.2, 2.9)
    examples = np.arange(4, 1025)
    axes = figure.subplots()
    for workers, color in zip((2, 8, 64), COLORS, strict=True):
        sending = 1000 * 2 * (workers - 1) / workers * GIGABYTES / BANDWIDTH
        share = examples * MS_AN_EXAMPLE / (examples * MS_AN_EXAMPLE + sending)
        axes.plot(examples, share, color=color, linewidth=1.6, label=f"{workers} workers: {sending:.3g} ms a step")
    axes.set_xscale("log", base=2)
    axes.set_xticks([4, 16, 64, 256, 1024], ["4", "16", "64", "256", "1,024"])
    axes.set_ylim(0, 1)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_xlabel("examples per worker", color=INK)
    axes.set_ylabel("time spent computing", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right", title="all-reduce")
    axes.get_legend().get_title().set_color(INK)
    axes.tick_params(colors=INK, labelsize=8, length=0, which="both")
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [computing]
