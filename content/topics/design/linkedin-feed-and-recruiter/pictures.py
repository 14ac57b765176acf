"""Pictures of the lesson on LinkedIn's feed and recruiter search."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
SEARCHES, CANDIDATES, SHARE, GAP, SHOWN = 200, 300, 0.4, 0.5, 100
"""The second group's share of the qualified, and by how much its scores are lower, in standard deviations."""


def searches() -> tuple[Any, Any]:
    """Scores of the candidates of each search, best first, and whether each is of the second group."""
    import numpy as np

    rng = np.random.default_rng(0)
    second = np.arange(CANDIDATES) < SHARE * CANDIDATES
    scores = rng.standard_normal((SEARCHES, CANDIDATES)) - GAP * second
    order = np.argsort(-scores, axis=1)
    return np.take_along_axis(scores, order, axis=1), second[order]


def representative(second: Any) -> list[int]:
    """The places of the candidates to show, best first.

    Among the first k there are at least floor(share * k) of each group; the best that is left goes next otherwise.
    """
    left = {group: [place for place, other in enumerate(second) if other == group] for group in (False, True)}
    shares, counts, shown = {False: 1 - SHARE, True: SHARE}, {False: 0, True: 0}, []
    for k in range(1, SHOWN + 1):
        behind = [group for group in left if counts[group] < int(shares[group] * k + 1e-9)]
        group = min(behind or left, key=lambda one: left[one][0])
        shown.append(left[group].pop(0))
        counts[group] += 1
    return shown


def measured() -> dict[str, tuple[Any, Any]]:
    """For the order by score and the representative one: the second group's share, and the scores, by place."""
    import numpy as np

    scores, second = searches()
    chosen = np.array([representative(row) for row in second.tolist()])
    found = {}
    for name, places in (("by score", np.tile(np.arange(SHOWN), (SEARCHES, 1))), ("representative", chosen)):
        groups = np.take_along_axis(second, places, axis=1)
        shares = groups.cumsum(axis=1) / np.arange(1, SHOWN + 1)
        found[name] = shares.mean(axis=0), (np.take_along_axis(scores, places, axis=1), groups)
    return found


def re_ranked(figure: Figure) -> None:
    """The second group's share among the first k, before and after re-ranking."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    for (name, (shares, _)), color in zip(measured().items(), (ORANGE, BLUE), strict=True):
        axes.plot(range(1, SHOWN + 1), 100 * shares, color=color, linewidth=1.8, label=name)
    axes.axhline(100 * SHARE, color=INK, linewidth=1, linestyle=":")
    axes.annotate("of the qualified", (70, 100 * SHARE), (0, 4), textcoords="offset points", color=INK, fontsize=8.5)
    axes.set(xlim=(1, SHOWN), ylim=(0, 50), xticks=[1, 25, 50, 75, 100])
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0f}%")
    axes.set_xlabel("first k results", color=INK)
    axes.set_title("share of the second group", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="lower right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [re_ranked]
