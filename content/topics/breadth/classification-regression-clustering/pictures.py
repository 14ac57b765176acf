"""Pictures of the kinds of problem."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def constants(figure: Figure) -> None:
    """The two losses of the lesson's targets by the constant that is predicted for all of them."""
    import numpy as np

    figure.set_size_inches(7.2, 2.7)
    targets = np.array([1.0, 2.0, 3.0, 10.0])
    guesses = np.linspace(0, 11, 441)
    away = np.abs(guesses[:, None] - targets)
    losses = {"squared errors: least at the mean, 4": away**2, "absolute errors: least from 2 to 3": away}
    for axis, (title, loss), color in zip(figure.subplots(1, 2), losses.items(), (BLUE, ORANGE), strict=True):
        total = loss.sum(axis=1)
        least = np.isclose(total, total.min())
        axis.plot(guesses, total, color=color, linewidth=1.8)
        axis.plot(guesses[least], total[least], color=INK, linewidth=5, marker="o", markersize=5, markevery=[0, -1])
        axis.scatter(targets, np.zeros(4), color=INK, marker="^", s=34, clip_on=False, zorder=3)
        axis.set_ylim(0, None)
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.set_xlabel("constant predicted (triangles: targets)", color=INK)
        axis.tick_params(colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.axes[0].set_ylabel("sum of losses", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [constants]
