"""Pictures of random forests."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
FEATURES, ROWS, SETS, TREES = 12, 200, 8, 40
DRAWN = (1, 2, 4, 8, 12)


def measured(drawn: int) -> dict[str, float]:
    """What two trees share and what the forest makes of it, when each split sees `drawn` of the features.

    The twelve features are readings of one hidden number, some more exact than others; the target is
    twice that number, plus noise. `variance` is that of one tree's prediction and `correlation` that
    of two, over training sets and the trees' own draws; errors are squared, against the target
    without noise. All are averages over fresh rows.
    """
    import numpy as np
    from sklearn.ensemble import RandomForestRegressor

    def draw(rng: np.random.Generator, rows: int) -> tuple[np.ndarray, np.ndarray]:
        hidden = rng.normal(size=rows)
        return hidden[:, None] + np.linspace(0.5, 1, FEATURES) * rng.normal(size=(rows, FEATURES)), 2 * hidden

    fresh, truth = draw(np.random.default_rng(0), 400)
    found = []
    for number in range(SETS):
        rng = np.random.default_rng(100 + number)
        rows, target = draw(rng, ROWS)
        forest = RandomForestRegressor(TREES, max_features=drawn, random_state=number)
        forest.fit(rows, target + rng.normal(size=ROWS))
        found.append([tree.predict(fresh) for tree in forest.estimators_])
    guesses = np.array(found)
    own = guesses.var(axis=1, ddof=1).mean()
    shared = guesses.mean(axis=1).var(axis=0, ddof=1).mean() - own / TREES
    return {
        "correlation": float(shared / (shared + own)),
        "variance": float(shared + own),
        "tree": float(((guesses - truth) ** 2).mean()),
        "forest": float(((guesses.mean(axis=1) - truth) ** 2).mean()),
    }


def features_per_split(figure: Figure) -> None:
    """Against the number of features each split sees: correlation, error of a tree, error of the forest."""
    import numpy as np

    found = [measured(drawn) for drawn in DRAWN]
    figure.set_size_inches(7.2, 2.7)
    panels = figure.subplots(1, 3)
    shown = (
        ("correlation", "correlation of two trees", INK),
        ("tree", "error of one tree", ORANGE),
        ("forest", f"error of {TREES} trees", BLUE),
    )
    for axis, (name, title, color) in zip(panels, shown, strict=True):
        values = np.array([row[name] for row in found])
        axis.plot(DRAWN, values, color=color, marker="o", markersize=4, linewidth=1.8)
        axis.set_title(title, color=INK, fontsize=9.5, loc="left")
        axis.set_ylim(0, 1.1 * values.max())
        axis.set_xticks(DRAWN)
        axis.set_xlabel("features per split, m", color=INK, fontsize=9)
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.grid(color=INK, alpha=0.15, linewidth=0.6)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [features_per_split]
