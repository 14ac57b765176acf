"""Pictures of the lesson on maximum likelihood."""

from matplotlib.figure import Figure

INK = "#777777"


def coin_likelihood(figure: Figure) -> None:
    """The log-likelihood of a coin less its maximum, for 10 and for 100 tosses."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    theta = np.linspace(0.2, 0.98, 400)
    for n, color in ((10, "#3b82c4"), (100, "#d9822b")):
        k = 7 * n // 10
        values = k * np.log(theta / 0.7) + (n - k) * np.log((1 - theta) / 0.3)
        axes.plot(theta, values, color=color, label=f"{k} heads of {n}")
    axes.axvline(0.7, color=INK, linestyle=":", linewidth=1)
    axes.set(ylim=(-6, 0.4))
    axes.set_xlabel("probability of heads", color=INK)
    axes.set_ylabel("log-likelihood less maximum", color=INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.tick_params(colors=INK)
    axes.spines[:].set_color(INK)
    axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [coin_likelihood]
