"""Pictures of the lesson on cross-validation."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def error_by_k(figure: Figure) -> None:
    """The k-fold estimate of the error of least squares, over 300 data sets, and the true error."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    rng = np.random.default_rng(6)
    examples, width, choices = 40, 10, (2, 3, 5, 10, 20, 40)
    truth = rng.standard_normal(width)
    estimates, errors = np.zeros((300, len(choices))), np.zeros(300)
    for trial in range(300):
        x = rng.standard_normal((examples, width))
        y = x @ truth + rng.standard_normal(examples)
        fitted = np.linalg.lstsq(x, y, rcond=None)[0]
        errors[trial] = 1 + ((fitted - truth) ** 2).sum()
        hat = x @ np.linalg.pinv(x)
        residuals = y - hat @ y
        for place, folds in enumerate(choices):
            losses = []
            for held in np.array_split(np.arange(examples), folds):
                left_out = np.linalg.solve(np.eye(len(held)) - hat[np.ix_(held, held)], residuals[held])
                losses.append((left_out**2).mean())
            estimates[trial, place] = np.mean(losses)
    axes = figure.subplots()
    places = np.arange(len(choices))
    axes.errorbar(places, estimates.mean(axis=0), estimates.std(axis=0), fmt="o", color=BLUE, capsize=4)
    axes.axhline(errors.mean(), color=ORANGE, linewidth=1.6, linestyle="--")
    axes.text(5.3, errors.mean() + 0.07, "true error\nof the full fit", color=ORANGE, fontsize=9)
    axes.set_xlim(-0.4, 6.3)
    axes.set_xticks(places, [*map(str, choices[:-1]), "40 = n"])
    axes.set_xlabel("k", color=INK)
    axes.set_ylabel("estimated squared error", color=INK)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [error_by_k]
