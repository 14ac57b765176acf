"""Where the first and the last pair of each row stand in the plane; for ALiBi, the bias of the first head."""

import numpy as np

from sharpen import checks

SHOW = checks.call("rotate", np.tile([[1.0, 0.0, 1.0, 0.0]], (12, 1)), np.arange(12), 25.0)


def draw(figure, call, expected, got):
    """Yours on the left, the expected one on the right."""
    axes = figure.subplots(1, 2, sharex=True, sharey=True)
    for axis, title, answer in zip(axes, ("Yours", "Expected"), (got, expected), strict=True):
        numbers = np.asarray(answer, float)
        if numbers.shape != np.shape(expected) or numbers.size > 4_000:
            raise ValueError("the answer does not have the documented form, or is too large to be seen")
        if call.entry == "alibi":
            axis.imshow(numbers[0], cmap="cividis", aspect="auto")
            axis.set(title=title, xlabel="key", ylabel="query")
            continue
        d = numbers.shape[1]
        given = dict(zip(("X", "positions", "base", "halves"), call.args, strict=False)) | dict(call.kwargs or {})
        pairs = [(0, d // 2), (d // 2 - 1, d - 1)] if given.get("halves") else [(0, 1), (d - 2, d - 1)]
        for (first, second), color, name in zip(pairs, ("C0", "C1"), ("first pair", "last pair"), strict=True):
            axis.plot(numbers[:, first], numbers[:, second], "o-", color=color, markersize=5, linewidth=0.8, label=name)
        axis.set(title=title, aspect="equal")
        axis.legend()
