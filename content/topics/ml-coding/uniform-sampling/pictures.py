"""Pictures of the lesson on uniform sampling."""

from matplotlib.figure import Figure

INK = "#777777"


def biased_shuffle(figure: Figure) -> None:
    """Exact chances of the shuffle that swaps every place with any: orders of three items, places of ten."""
    from collections import Counter
    from itertools import product

    import numpy as np

    figure.set_size_inches(7.2, 3.3)
    left, right = figure.subplots(1, 2, width_ratios=[1.15, 1])
    seen: Counter[str] = Counter()
    for choices in product(range(3), repeat=3):
        items = list("ABC")
        for i, j in enumerate(choices):
            items[i], items[j] = items[j], items[i]
        seen["".join(items)] += 1
    orders = sorted(seen)
    left.bar(
        orders, [seen[order] / 27 for order in orders], color="#d9822b", alpha=0.85, width=0.6, label="swap with any"
    )
    left.axhline(1 / 6, color="#3b82c4", linestyle="--", label="Fisher and Yates: 1/6")
    left.set(ylim=(0, 0.26))
    left.set_ylabel("probability", color=INK)
    left.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
    n = 10
    chance = np.eye(n)  # row: where an item was; column: where it is now
    for i in range(n):
        move = np.eye(n) * (n - 1) / n  # a place is the partner of the swap once in n
        move[i] = 1 / n
        move[:, i] = 1 / n
        chance = chance @ move
    image = right.imshow(100 * chance, cmap="viridis")
    right.set_xlabel("place after", color=INK)
    right.set_ylabel("place before", color=INK)
    right.set(xticks=range(0, n, 3), yticks=range(0, n, 3))
    bar = figure.colorbar(image, ax=right, shrink=0.78)
    bar.set_label("chance in % (fair: 10)", color=INK)
    bar.ax.tick_params(colors=INK)
    bar.outline.set_edgecolor(INK)
    for axes in (left, right):
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [biased_shuffle]
