"""Pictures of the lesson on beam search."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#55aa77"
WIDTHS = (1, 2, 4, 8, 16, 32, 64)
TEXTS, STEPS, WORDS, SHARP = 100, 15, 30, 1.5


def moves(early: float) -> list[Any]:
    """For each step the log-probabilities from each word to each; the word after the last is the early end.

    Each depends on the word before alone, so the most probable output can be found exactly.
    """
    import numpy as np

    rng = np.random.default_rng(0)
    fits, follows = rng.standard_normal((TEXTS, STEPS, WORDS)), rng.standard_normal((WORDS, WORDS))
    steps = []
    with np.errstate(divide="ignore"):
        for step in range(STEPS):
            scores = SHARP * (fits[:, step, None, :] + follows)
            scores -= np.log(np.exp(scores).sum(axis=-1, keepdims=True))
            table = np.full((TEXTS, WORDS + 1, WORDS + 1), -np.inf)
            table[:, :WORDS, :WORDS] = scores + np.log(1 - early)
            table[:, :WORDS, WORDS], table[:, WORDS, WORDS] = np.log(early), 0
            steps.append(table)
    return steps


def most_probable(steps: list[Any]) -> Any:
    """By dynamic programming; the first word follows the word 0."""
    best = steps[0][:, 0]
    for table in steps[1:]:
        best = (best[:, :, None] + table).max(axis=1)
    return best.max(axis=1)


def search(steps: list[Any], width: int) -> tuple[Any, Any]:
    """The log-probabilities of what is kept at the end, the best first, and the lengths in words."""
    import numpy as np

    scores, last = np.zeros((TEXTS, 1)), np.zeros((TEXTS, 1), dtype=int)
    lengths = np.zeros((TEXTS, 1), dtype=int)
    for table in steps:
        grown = (scores[:, :, None] + np.take_along_axis(table, last[:, :, None], axis=1)).reshape(TEXTS, -1)
        kept = np.argsort(-grown, axis=1)[:, :width]
        scores, parents, last = np.take_along_axis(grown, kept, 1), kept // (WORDS + 1), kept % (WORDS + 1)
        lengths = np.take_along_axis(lengths, parents, 1) + (last != WORDS)
    return scores, lengths


def width(figure: Figure) -> None:
    """Left, how often the most probable output is found; right, what happens to lengths if the model may end early."""
    import numpy as np

    figure.set_size_inches(5.4, 2.8)
    found_axes, length_axes = figure.subplots(1, 2)
    whole = moves(0)
    best = most_probable(whole)
    found = [100 * np.isclose(search(whole, kept)[0][:, 0], best).mean() for kept in WIDTHS]
    found_axes.plot(WIDTHS, found, "o-", color=BLUE, markersize=4, linewidth=1.6)
    found_axes.set_title("finds the most probable, %", color=INK, fontsize=9.5, loc="left")
    may_end, plain, by_mean = moves(0.02), [], []
    for kept in WIDTHS:
        scores, lengths = search(may_end, kept)
        plain.append(lengths[:, 0].mean())
        chosen = (scores / np.maximum(lengths, 1)).argmax(axis=1)
        by_mean.append(lengths[np.arange(TEXTS), chosen].mean())
    length_axes.plot(WIDTHS, by_mean, "o-", color=GREEN, markersize=4, linewidth=1.6, label="mean of logs")
    length_axes.plot(WIDTHS, plain, "o-", color=ORANGE, markersize=4, linewidth=1.6, label="sum of logs")
    length_axes.set_title("words in the output, of 15", color=INK, fontsize=9.5, loc="left")
    length_axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower left")
    for axes, top in ((found_axes, 105), (length_axes, 16.5)):
        axes.set(xscale="log", ylim=(-top / 40, top), xticks=[1, 4, 16, 64])
        axes.minorticks_off()
        axes.xaxis.set_major_formatter(lambda kept, _: f"{kept:g}")
        axes.set_xlabel("width of the beam", color=INK, fontsize=9.5)
        axes.tick_params(colors=INK, labelsize=8.5, length=0, which="both")
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [width]
