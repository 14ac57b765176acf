"""Pictures of the lesson on attention variants."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
TOKENS, WINDOW, DEPTH = 64, 8, 8
LAYERS, KV_HEADS, WIDTH, NARROW = 30, 8, 128, 1024


def reached() -> list[list[bool]]:
    """By layers passed, the tokens on which the last one's output depends: a product of masks."""
    import numpy as np

    back = np.subtract.outer(np.arange(TOKENS), np.arange(TOKENS))
    sees = (back >= 0) & (back < WINDOW)
    known, rows = sees[-1], []
    for _ in range(DEPTH):
        rows.append(known.tolist())
        known = known @ sees
    return rows


def cache(tokens: int, full: int) -> float:
    """GiB of all layers in 16 bits, so many of them full and the rest with a window."""
    held = full * tokens + (LAYERS - full) * min(tokens, NARROW)
    return 2 * KV_HEADS * WIDTH * 2 * held / 2**30


def reach_and_cache(figure: Figure) -> None:
    """How far windows reach through layers, and what caches of full and windowed layers take."""
    from matplotlib.colors import ListedColormap

    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    extent = (-0.5, TOKENS - 0.5, 0.5, DEPTH + 0.5)
    shades = ListedColormap(["#00000000", BLUE])
    left.imshow(reached(), cmap=shades, aspect="auto", extent=extent, origin="lower", interpolation="nearest")
    left.set_xlabel("token", color=INK)
    left.set_ylabel("layers", color=INK)
    counts = range(0, 131_073, 1024)
    for full, label, color in ((LAYERS, "all full", ORANGE), (5, "one in six full", BLUE), (0, "all windows", GREEN)):
        right.plot([count / 1000 for count in counts], [cache(n, full) for n in counts], color=color, label=label)
    right.set_xlabel("thousand tokens", color=INK)
    right.set_ylabel("cache in GiB", color=INK)
    right.legend(frameon=False, labelcolor=INK)
    for axes in (left, right):
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [reach_and_cache]
