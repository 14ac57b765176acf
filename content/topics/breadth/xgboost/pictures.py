"""Pictures of XGBoost."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def leaves(figure: Figure) -> None:
    """The true loss of the lesson's two leaves by their weight, and the parabolas that stand for it."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    weight = np.linspace(-3.2, 3.2, 300)
    sides = {"left: 3 positives, 1 negative": (3, 1), "right: 3 negatives": (0, 3)}
    for axis, (title, (positives, negatives)) in zip(figure.subplots(1, 2), sides.items(), strict=True):
        gradient, hessian = (negatives - positives) / 2, (positives + negatives) / 4
        loss = positives * np.logaddexp(0, -weight) + negatives * np.logaddexp(0, weight)
        axis.plot(weight, loss - (positives + negatives) * np.log(2), color=INK, linewidth=2.6, alpha=0.6)
        corner = 0.03 if gradient < 0 else 0.54
        axis.text(corner, 0.25, "true loss", color=INK, transform=axis.transAxes)
        for line, (penalty, color) in enumerate(((0, BLUE), (1, ORANGE))):
            axis.plot(weight, gradient * weight + (hessian + penalty) * weight**2 / 2, color=color, linewidth=1.6)
            best = -gradient / (hessian + penalty)
            axis.scatter(best, gradient * best / 2, color=color, s=34, zorder=3)
            text = f"\u03bb = {penalty}: w = {best:.3g}".replace("-", "\u2212")
            axis.text(corner, 0.14 - 0.11 * line, text, color=color, transform=axis.transAxes)
        axis.set(xlim=(-3.2, 3.2), ylim=(-2.25, 1.6))
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.set_xlabel("weight of the leaf", color=INK)
        axis.tick_params(colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.axes[0].set_ylabel("change of the loss", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [leaves]
