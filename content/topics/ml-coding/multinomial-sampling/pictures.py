"""Pictures of the lesson on multinomial sampling."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#3b82c4", "#d9822b", "#4c9f70")


def alias_table(figure: Figure) -> None:
    """Scaled probabilities, and the alias table that levels them."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2, sharey=True)
    heights = [3 * p for p in (0.5, 0.2, 0.3)]
    left.bar(range(3), heights, color=COLORS, alpha=0.85, width=0.7)
    kept, alias = [1.0] * 3, [0, 1, 2]
    low = [i for i in range(3) if heights[i] < 1]
    tall = [i for i in range(3) if heights[i] >= 1]
    while low and tall:
        i, j = low.pop(), tall.pop()
        kept[i], alias[i] = heights[i], j
        heights[j] -= 1 - heights[i]
        (low if heights[j] < 1 - 1e-9 else tall).append(j)
    for i in range(3):
        right.bar(i, kept[i], color=COLORS[i], alpha=0.85, width=0.7)
        right.bar(i, 1 - kept[i], bottom=kept[i], color=COLORS[alias[i]], alpha=0.85, width=0.7)
        right.text(i, kept[i] / 2, f"{i}", ha="center", va="center", color="white", fontsize=11)
        if kept[i] < 1:
            right.text(i, 1.15, f"else {alias[i]}", color=INK, ha="center", fontsize=9.5)
    for i, p in enumerate((0.5, 0.2, 0.3)):
        left.text(i, 1.5 * p, f"{i}", ha="center", va="center", color="white", fontsize=11)
    for axes, title in ((left, "probabilities times 3"), (right, "alias table")):
        axes.axhline(1, color=INK, linestyle=":", linewidth=1)
        axes.set(xticks=range(3), ylim=(0, 1.6))
        axes.set_xlabel("outcome" if axes is left else "column", color=INK)
        axes.set_title(title, color=INK, fontsize=10)
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [alias_table]
