import numpy as np

from sharpen.checks import diagrams


def draw(figure, call, expected, got):
    """Heat maps of the weights: yours, and the expected ones where they are known."""
    answers = diagrams.sides(got, expected)
    panels = np.atleast_1d(figure.subplots(1, len(answers)))
    for axes, (title, (matrix, vocabulary)) in zip(panels, answers, strict=True):
        dense = np.asarray(matrix.toarray() if hasattr(matrix, "tocsr") else matrix, float)
        if dense.size > 3_000:
            raise ValueError("too many cells to see anything")
        axes.imshow(dense, vmin=0, vmax=1, cmap="viridis", aspect="auto")
        axes.set(title=title, xlabel="word", ylabel="document", xticks=range(len(vocabulary)))
        axes.set_xticklabels(vocabulary, rotation=90)
        axes.set_yticks(range(len(dense)))
