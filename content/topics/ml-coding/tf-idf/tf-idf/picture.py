from functools import partial

import numpy as np

from sharpen.checks import diagrams, plots

MOST = 3_000
"""Cells of a map."""


def draw(figure, call, expected, got):
    """Heat maps of the weights: yours, and the expected ones where they are known."""
    answers = diagrams.sides(got, expected)
    panels = np.atleast_1d(figure.subplots(1, len(answers)))
    if expected is not None and np.prod(np.shape(dense(expected[0]))) > MOST:
        raise ValueError("too many cells to see anything")
    for axes, (title, answer) in zip(panels, answers, strict=True):
        axes.set(title=title, xlabel="word", ylabel="document")
        plots.attempt(axes, answer, partial(weights, axes, answer))


def dense(matrix):
    return np.asarray(matrix.toarray() if hasattr(matrix, "tocsr") else matrix, float)


def weights(axes, answer):
    """One map, with the words below it."""
    matrix, vocabulary = answer
    cells, words = dense(matrix), [str(word)[:20] for word in vocabulary]
    if cells.ndim != 2 or cells.size > MOST or len(words) > MOST:
        raise ValueError("no table, or too many cells to see anything")
    axes.imshow(cells, vmin=0, vmax=1, cmap="viridis", aspect="auto")
    axes.set_xticks(range(len(words)), words, rotation=90, parse_math=False)
    axes.set_yticks(range(len(cells)))
