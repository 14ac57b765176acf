"""Pictures of the lesson on searching a social graph."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"fewest friends first": "#4477aa", "any order": "#229988", "most friends first": "#dd7733"}
PEOPLE, SEARCHERS, BEST = 4_000, 120, 10
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0)


def network() -> Any:
    """Who is a friend of whom: sixteen ties a person within groups and far, with some people much better known."""
    import numpy as np
    from scipy.sparse import coo_array

    rng = np.random.default_rng(0)
    known = rng.lognormal(0, 0.9, PEOPLE)
    group = np.arange(PEOPLE) // 50
    ends = rng.choice(PEOPLE, 48_000, p=known / known.sum())
    near = 50 * group[ends] + rng.integers(0, 50, len(ends))
    far = rng.choice(PEOPLE, len(ends), p=known / known.sum())
    other = np.where(rng.random(len(ends)) < 0.4, near, far)
    ties = coo_array((np.ones(len(ends)), (ends, other)), shape=(PEOPLE, PEOPLE)).tocsr()
    ties = ((ties + ties.T) > 0).astype(float).tolil()
    ties.setdiag(0)
    return ties.tocsr()


def found(ties: Any, order: str) -> Any:
    """By the share of the list entries that may be read: the share of the best ten strangers that is found.

    The best are those with the largest sum of 1 / ln(friends) over the common friends.
    """
    import numpy as np

    rng = np.random.default_rng(1)
    degree = np.diff(ties.indptr)
    weight = 1 / np.log(np.maximum(degree, 2))
    recalls = []
    for person in rng.choice(np.flatnonzero(degree >= 5), SEARCHERS, replace=False):
        friends = ties.indices[ties.indptr[person] : ties.indptr[person + 1]]
        key = {"fewest friends first": degree[friends], "most friends first": -degree[friends]}.get(order)
        friends = rng.permutation(friends) if key is None else friends[np.argsort(key, kind="stable")]
        lists = ties[friends]
        read = np.cumsum(degree[friends])
        strange = np.ones(PEOPLE)
        strange[friends] = strange[person] = 0
        whole = (weight[friends] @ lists) * strange
        best = np.argsort(-whole, kind="stable")[:BEST]
        row = []
        for share in SHARES:
            count = int(np.searchsorted(read, share * read[-1] + 0.5, side="right"))
            partly = (weight[friends[:count]] @ lists[:count]) * strange if count else 0 * strange
            top = np.argsort(-partly, kind="stable")[:BEST]
            row.append(len(np.intersect1d(top[partly[top] > 0], best)) / BEST)
        recalls.append(row)
    return np.mean(recalls, axis=0)


def measured() -> tuple[Any, dict[str, Any]]:
    """Friends of each person, and the curves of the picture."""
    import numpy as np

    ties = network()
    return np.diff(ties.indptr), {order: found(ties, order) for order in COLORS}


def truncated(figure: Figure) -> None:
    """How much of the best ten is found if only some of the friends' lists are read."""
    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    for order, recall in measured()[1].items():
        axes.plot(SHARES, recall, "o-", color=COLORS[order], markersize=4, linewidth=1.6, label=order)
    axes.set(xlim=(0, 1.02), ylim=(0, 1.04))
    axes.xaxis.set_major_formatter("{x:.0%}")
    axes.yaxis.set_major_formatter("{x:.0%}")
    axes.set_xlabel("entries of friends' lists that are read", color=INK, fontsize=9)
    axes.set_title("best ten strangers that are found", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [truncated]
