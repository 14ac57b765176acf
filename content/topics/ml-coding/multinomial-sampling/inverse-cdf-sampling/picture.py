import numpy as np

SHOWS_METHOD = True


def draw(figure, call, expected, got):
    """The ruler of cumulative probabilities, and the piece that each point was given."""
    if call.entry != "inverse_cdf":
        raise ValueError("only inverse_cdf is drawn")
    weights, u = np.asarray(call.args[0], float), np.asarray(call.args[1], float)[:200]
    marks = np.concatenate([[0.0], np.cumsum(weights) / weights.sum()])
    answers = [("yours", np.asarray(got, int)[:200])]
    if expected is not None:
        answers.append(("expected", np.asarray(expected, int)[:200]))
    for axes, (title, outcomes) in zip(
        np.atleast_1d(figure.subplots(1, len(answers), sharey=True)), answers, strict=True
    ):
        axes.stairs(np.arange(len(weights)), marks, baseline=None, color="gray", label="outcome by its piece")
        axes.plot(u, outcomes, "o", markersize=4, label="outcome of each point")
        axes.set(title=title, xlabel="u", ylabel="outcome", xlim=(0, 1))
        axes.yaxis.get_major_locator().set_params(integer=True)
        axes.legend()
