"""Pictures of least squares."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def residuals(figure: Figure) -> None:
    """The line through the four points of the lesson, and the residuals of a line fitted to a curve."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    fit, plot = figure.subplots(1, 2)
    x, y = np.arange(4.0), np.array([1.0, 2.0, 2.0, 5.0])
    slope, intercept = np.polyfit(x, y, 1)
    fitted = intercept + slope * x
    fit.plot([-0.4, 3.4], [intercept - 0.4 * slope, intercept + 3.4 * slope], color=BLUE, linewidth=1.6)
    fit.vlines(x, fitted, y, color=ORANGE, linewidth=2)
    fit.scatter(x, y, color=INK, s=34, zorder=3)
    for place, line, value in zip(x, fitted, y, strict=True):
        text = f"{value - line:.1f}".replace("-", "\u2212")
        shift = 8 if value > line else -16
        fit.annotate(text, (place, value), (0, shift), textcoords="offset points", color=ORANGE, ha="center")
    fit.set_ylim(-0.2, 6)
    fit.set_title(f"{intercept:.1f} + {slope:.1f} x, and what is left", color=INK, fontsize=10, loc="left")
    many = np.linspace(0, 4, 60)
    bent = 1 + 0.4 * many**2 + np.random.default_rng(4).normal(0, 0.35, 60)
    steep, start = np.polyfit(many, bent, 1)
    plot.scatter(start + steep * many, bent - start - steep * many, color=ORANGE, s=14, linewidths=0)
    plot.axhline(0, color=BLUE, linewidth=1.6)
    plot.set_title("a line through a curve: sum 0, but a bow", color=INK, fontsize=10, loc="left")
    plot.set_xlabel("fitted", color=INK)
    plot.set_ylabel("residual", color=INK)
    fit.set_xlabel("x", color=INK)
    fit.set_ylabel("y", color=INK)
    for axis in (fit, plot):
        axis.tick_params(colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [residuals]
