import numpy as np

SHOWS_METHOD = True


def draw(figure, call, expected, got):
    """The columns of the table, stacked, and the probabilities they amount to beside the wanted ones."""
    if call.entry != "build_alias":
        raise ValueError("only build_alias is drawn")
    weights = np.asarray(call.args[0], float)
    prob, alias = np.asarray(got[0], float), np.asarray(got[1], int)
    if len(weights) > 60:
        raise ValueError("too many columns to see anything")
    columns = np.arange(len(weights))
    colors = [f"C{i % 10}" for i in columns]
    left, right = figure.subplots(1, 2)
    left.bar(columns, prob, color=colors, edgecolor="white")
    left.bar(columns, 1 - prob, bottom=prob, color=[colors[i] for i in alias], edgecolor="white", hatch="//")
    left.set(title="your columns (hatched: the alias)", xlabel="column", ylim=(0, 1.05))
    total = (prob + np.bincount(alias, 1 - prob, minlength=len(weights))) / len(weights)
    right.bar(columns - 0.2, total, 0.4, color=colors, label="your table")
    right.bar(columns + 0.2, weights / weights.sum(), 0.4, color="lightgray", label="weights")
    right.set(title="probability of each outcome", xlabel="outcome")
    right.legend()
