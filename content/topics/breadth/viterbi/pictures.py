"""Pictures of the Viterbi algorithm."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def trellis(figure: Figure) -> None:
    """The lesson's trellis: best scores, the best way into each node, and the path traced back."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    start = np.array([0.6, 0.3, 0.1])
    move = np.array([[0.1, 0.8, 0.1], [0.1, 0.2, 0.7], [0.5, 0.3, 0.2]])
    emit = np.array([[0.8, 0.1, 0.1], [0.1, 0.4, 0.5], [0.1, 0.6, 0.3]])
    best, back = [start * emit[:, 0]], []
    for word in (1, 2):
        ways = best[-1][:, None] * move
        back.append(ways.argmax(axis=0))
        best.append(ways.max(axis=0) * emit[:, word])
    path = [int(best[-1].argmax())]
    for arrows in reversed(back):
        path.insert(0, int(arrows[path[0]]))
    axis = figure.subplots()
    for step in (1, 2):
        for state in range(3):
            for before in range(3):
                taken = before == back[step - 1][state]
                won = path[step - 1 : step + 1] == [before, state]
                line = (
                    {"color": ORANGE, "linewidth": 4}
                    if won
                    else {"color": BLUE if taken else INK, "linewidth": 1.8 if taken else 1.1}
                )
                axis.plot([step - 1, step], [-before, -state], alpha=1 if taken else 0.45, zorder=1 + won, **line)
    for step, scores in enumerate(best):
        for state, score in enumerate(scores):
            color = ORANGE if path[step] == state else BLUE
            axis.scatter(step, -state, s=1650, color=color, zorder=3)
            axis.text(
                step,
                -state,
                f"{score:.3g}" if score >= 0.01 else f"{score:.4f}",
                color="white",
                fontsize=9,
                ha="center",
                va="center",
                zorder=4,
            )
    axis.set_xticks(range(3), ["The", "run", "ends"])
    axis.set_yticks([0, -1, -2], ["determiner", "noun", "verb"])
    axis.set(xlim=(-0.3, 2.3), ylim=(-2.4, 0.4))
    axis.xaxis.tick_top()
    axis.tick_params(colors=INK, labelsize=10, length=0)
    axis.spines[:].set_visible(False)
    axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [trellis]
