"""Pictures of bias and variance."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#339955"
SETS, POINTS, NOISE = 200, 25, 0.6


def trade_off(figure: Figure) -> None:
    """Polynomials fitted to many training sets: some of the fits, and bias and variance by degree."""
    import numpy as np
    from numpy.polynomial import Chebyshev

    figure.set_size_inches(7.2, 3.4)
    rng = np.random.default_rng(0)
    grid = np.linspace(-0.95, 0.95, 120)
    truth = wave(grid)
    spread = np.linspace(-1, 1, POINTS)
    targets = wave(spread) + NOISE * rng.standard_normal((SETS, POINTS))
    degrees = range(1, 13)
    fits = {d: np.array([Chebyshev.fit(spread, y, d, domain=[-1, 1])(grid) for y in targets]) for d in degrees}
    bias = [float(np.mean((fits[d].mean(axis=0) - truth) ** 2)) for d in degrees]
    variance = [float(np.mean(fits[d].var(axis=0))) for d in degrees]
    grids = figure.add_gridspec(2, 2, width_ratios=[1, 1.35])
    for row, degree in enumerate((1, 9)):
        axis = figure.add_subplot(grids[row, 0])
        axis.plot(grid, fits[degree][:20].T, color=BLUE, linewidth=0.7, alpha=0.45)
        axis.plot(grid, truth, color=ORANGE, linewidth=2)
        axis.set(ylim=(-2.2, 2.2), xticks=[], yticks=[])
        axis.set_title(f"degree {degree}, and the truth", color=INK, fontsize=9, loc="left")
        plain(axis)
    axis = figure.add_subplot(grids[:, 1])
    total = np.add(bias, variance)
    for values, color, name, place in (
        (bias, ORANGE, "squared bias", (2.4, 0.42)),
        (variance, BLUE, "variance", (1.1, 0.075)),
        (total, GREEN, "sum", (9.2, 0.16)),
    ):
        axis.plot(degrees, values, color=color, linewidth=2, marker="o", markersize=3)
        axis.text(*place, name, color=color, fontsize=9)
    best = int(np.argmin(total))
    axis.axvline(degrees[best], color=INK, linestyle=":", linewidth=1)
    axis.set_xlabel("degree", color=INK, fontsize=9)
    axis.set_ylim(0, 1.15 * max(total))
    plain(axis)
    figure.patch.set_visible(False)
    figure.tight_layout()


def wave(x: "object") -> "object":
    """A hump on a slope, which no polynomial of low degree follows."""
    import numpy as np

    return 2 / (1 + 8 * np.square(x - 0.25)) - 0.8 + 0.5 * np.sin(4 * x)


def plain(axis: "object") -> None:
    axis.tick_params(colors=INK, labelsize=8, length=0)
    axis.spines[:].set_visible(False)
    axis.grid(color=INK, alpha=0.15, linewidth=0.6)
    axis.patch.set_visible(False)


PICTURES = [trade_off]
