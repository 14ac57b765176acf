"""Pictures of the lesson on tf-idf."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#3b82c4", "#d9822b", "#4c9f70")


def weights(figure: Figure) -> None:
    """Forms of idf by document frequency, and of term frequency by count."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    left, right = figure.subplots(1, 2)
    n, df = 1000, np.arange(1, 1001)
    left.plot(df, np.log((1 + n) / (1 + df)) + 1, color=COLORS[0], label="ln((1 + n) / (1 + df)) + 1")
    left.plot(df, np.log(n / df), color=COLORS[1], linestyle="--", label="ln(n / df)")
    left.set(xscale="log", ylim=(-0.3, 10))
    left.set_xlabel("documents with the word, of 1,000", color=INK)
    left.set_ylabel("idf", color=INK)
    tf = np.arange(1, 21)
    right.plot(tf, tf, color=COLORS[0], label="count")
    right.plot(tf, 1 + np.log(tf), color=COLORS[1], linestyle="--", label="1 + ln(count)")
    right.plot(tf, tf * 2.2 / (tf + 1.2), color=COLORS[2], linestyle=":", linewidth=2, label="BM25")
    right.set(ylim=(0, 8), xticks=(1, 5, 10, 15, 20))
    right.set_xlabel("occurrences in the document", color=INK)
    right.set_ylabel("weight", color=INK)
    for axes, place in ((left, "upper right"), (right, (0.42, 0.62))):
        axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc=place)
        axes.tick_params(colors=INK, which="both")
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [weights]
