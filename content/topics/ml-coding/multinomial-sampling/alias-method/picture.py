import numpy as np

from sharpen.checks import plots

SHOWS_METHOD = True


def draw(figure, call, expected, got):
    """The columns of the table, stacked, and the probabilities they amount to beside the wanted ones."""
    if call.entry != "build_alias":
        raise ValueError("only build_alias is drawn")
    weights = np.asarray(call.args[0], float)
    if len(weights) > 60:
        raise ValueError("too many columns to see anything")
    columns = np.arange(len(weights))
    colors = [f"C{i % 10}" for i in columns]
    left, right = figure.subplots(1, 2)

    def table():
        prob, alias = got
        return plots.numbers(prob, len(weights)), plots.wholes(alias, len(weights), below=len(weights))

    def stacked():
        prob, alias = table()
        left.bar(columns, prob, color=colors, edgecolor="white")
        left.bar(columns, 1 - prob, bottom=prob, color=[colors[i] for i in alias], edgecolor="white", hatch="//")

    def amounts():
        prob, alias = table()
        total = (prob + np.bincount(alias, 1 - prob, minlength=len(weights))) / len(weights)
        right.bar(columns - 0.2, total, 0.4, color=colors, label="by the table")

    left.set(title="columns (hatched: the alias)", xlabel="column", ylim=(0, 1.05))
    plots.attempt(left, got, stacked)
    right.set(title="probability of each outcome", xlabel="outcome")
    plots.attempt(right, got, amounts)
    right.bar(columns + 0.2, weights / weights.sum(), 0.4, color="lightgray", label="weights")
    right.legend()
