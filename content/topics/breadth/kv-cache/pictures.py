"""Pictures of the lesson on the KV cache."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
WIDTH = 4096


def work(n: int) -> tuple[int, int]:
    """Multiply-adds of one attention layer for the n-th token, without a cache and with one.

    Projections of queries, keys, values and output, scores and means, of all n tokens (half of the pairs are masked) or
    of the new one.
    """
    return n * 4 * WIDTH**2 + n * (n + 1) * WIDTH, 4 * WIDTH**2 + 2 * n * WIDTH


def work_and_memory(figure: Figure) -> None:
    """Work for the n-th token, and memory of the cache."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    counts = range(1, 16_385, 64)
    for place, (label, color) in enumerate([("no cache", ORANGE), ("cache", BLUE)]):
        left.plot(counts, [work(n)[place] for n in counts], color=color, label=label)
    left.set(xscale="log", yscale="log")
    left.set_ylabel("multiply-adds for token n", color=INK)
    for heads, color in [(32, ORANGE), (8, BLUE), (1, GREEN)]:
        gib = [2 * 32 * heads * 128 * n * 2 / 2**30 for n in counts]
        right.plot(counts, gib, color=color, label=f"{heads} KV head{'s' if heads > 1 else ''}")
    right.set_ylabel("cache in GiB", color=INK)
    for axes in (left, right):
        axes.set_xlabel("tokens n", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [work_and_memory]
