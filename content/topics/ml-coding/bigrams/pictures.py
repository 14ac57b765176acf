"""Pictures of the lesson on bigrams."""

from matplotlib.figure import Figure

INK = "#777777"


def counted_and_smoothed(figure: Figure) -> None:
    """The bigram probabilities of the lesson's three sentences, without and with add-one smoothing."""
    from fractions import Fraction
    from itertools import pairwise

    import numpy as np

    figure.set_size_inches(7.2, 3.3)
    before = ["<s>", "I", "like", "cats", "tea"]
    after = ["I", "like", "cats", "tea", "</s>"]
    counts = np.zeros((5, 5))
    for sentence in ("I like tea", "I like cats", "cats like tea"):
        for first, second in pairwise(["<s>", *sentence.split(), "</s>"]):
            counts[before.index(first), after.index(second)] += 1
    titles = ("counted", "add one")
    for axes, added, title in zip(figure.subplots(1, 2), (0, 1), titles, strict=True):
        chances = (counts + added) / (counts + added).sum(axis=1, keepdims=True)
        axes.imshow(chances, cmap="Blues", vmin=0, vmax=1)
        for (row, column), chance in np.ndenumerate(chances):
            if chance > 0:
                color = "white" if chance > 0.6 else "#1d3a57"
                axes.text(
                    column,
                    row,
                    str(Fraction(chance).limit_denominator(20)),
                    ha="center",
                    va="center",
                    fontsize=9,
                    color=color,
                )
        axes.set_xticks(range(5), after)
        axes.set_yticks(range(5), before)
        axes.set_title(title, color=INK, fontsize=10)
        axes.set_xlabel("next", color=INK)
        axes.tick_params(colors=INK, length=0)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [counted_and_smoothed]
