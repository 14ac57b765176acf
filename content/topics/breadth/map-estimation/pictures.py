"""Pictures of the lesson on MAP estimation."""

from matplotlib.figure import Figure

INK = "#777777"


def prior_and_data(figure: Figure) -> None:
    """Beta prior, scaled likelihood and posterior of a coin, for little and for more data."""
    import numpy as np
    from scipy.stats import beta

    figure.set_size_inches(7.2, 3.0)
    theta = np.linspace(0, 1, 500)
    for axes, (k, n) in zip(figure.subplots(1, 2), ((3, 3), (30, 40)), strict=True):
        curves = ((beta(3, 3), INK, "--", "prior"), (beta(k + 1, n - k + 1), "#3b82c4", ":", "likelihood, scaled"))
        for distribution, color, line, name in (*curves, (beta(k + 3, n - k + 3), "#d9822b", "-", "posterior")):
            axes.plot(theta, distribution.pdf(theta), color=color, linestyle=line, label=name)
        mode = (k + 2) / (n + 4)
        axes.axvline(mode, color="#d9822b", linewidth=0.8, alpha=0.6)
        axes.set_title(f"{k} heads of {n}: MAP {mode:.2f}, ML {k / n:.2f}", color=INK, fontsize=10)
        axes.set_xlabel("probability of heads", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8, loc="upper left")
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [prior_and_data]
