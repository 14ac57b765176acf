"""Pictures of the lesson on p-values."""

from matplotlib.figure import Figure

INK = "#777777"


def under_null_and_effect(figure: Figure) -> None:
    """Two-sided p-values of simulated z-tests, without an effect and with one of two standard errors."""
    import numpy as np
    from scipy.stats import norm

    figure.set_size_inches(7.2, 3.0)
    rng = np.random.default_rng(0)
    both = figure.subplots(1, 2)
    both[0].set_ylabel("experiments", color=INK)
    for axes, shift, color in zip(both, (0, 2), ("#3b82c4", "#d9822b"), strict=True):
        p = 2 * norm.sf(np.abs(rng.standard_normal(5000) + shift))
        axes.hist(p, bins=20, range=(0, 1), color=color, alpha=0.8)
        axes.axvline(0.05, color=INK, linestyle=":")
        name = "no effect" if shift == 0 else "effect of 2 SE"
        axes.set_title(f"{name}: {(p <= 0.05).mean():.1%} at most 0.05", color=INK, fontsize=10)
        axes.set_xlabel("p-value", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [under_null_and_effect]
