"""Pictures of bagging and boosting."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def noise(figure: Figure) -> None:
    """Held-out error against the number of trees, trained with flipped labels."""
    import numpy as np
    from sklearn.datasets import make_moons
    from sklearn.ensemble import BaggingClassifier, GradientBoostingClassifier
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.0)
    points, labels = make_moons(400, noise=0.2, random_state=1)
    flipped = np.random.default_rng(0).random(400) < 0.2
    labels = np.where(flipped, 1 - labels, labels)
    fresh, truth = make_moons(2000, noise=0.2, random_state=2)
    most = 150
    counts = np.arange(1, most + 1)
    bagged = []
    for fewest in (1, 10):
        tree = DecisionTreeClassifier(min_samples_leaf=fewest)
        bags = BaggingClassifier(tree, most, random_state=0).fit(points, labels)
        votes = np.cumsum([tree.predict_proba(fresh)[:, 1] for tree in bags.estimators_], axis=0)
        bagged.append(((votes / counts[:, None] > 0.5) != truth).mean(axis=1))
    boost = GradientBoostingClassifier(n_estimators=most, learning_rate=0.5, max_depth=2, random_state=0)
    boosted = [(guess != truth).mean() for guess in boost.fit(points, labels).staged_predict(fresh)]
    axis = figure.subplots()
    curves = (
        (bagged[0], "bagged full trees", BLUE, "-"),
        (bagged[1], "bagged, leaves of 10 rows", BLUE, "--"),
        (boosted, "boosting", ORANGE, "-"),
    )
    for values, name, color, style in curves:
        axis.plot(counts, values, color=color, linewidth=1.6, linestyle=style)
        axis.annotate(name, (most, values[-1]), (6, -3), textcoords="offset points", color=color)
    best = int(np.argmin(boosted))
    axis.plot(counts[best], boosted[best], "o", color=ORANGE)
    axis.annotate("stopped in time", (counts[best], boosted[best]), (4, -24), textcoords="offset points", color=ORANGE)
    axis.set_ylim(bottom=0.03)
    axis.set_xlabel("trees", color=INK)
    axis.set_ylabel("held-out error", color=INK)
    axis.set_xlim(0, most + 62)
    axis.set_xticks(range(0, most + 1, 50))
    axis.tick_params(colors=INK)
    axis.spines[["top", "right"]].set_visible(False)
    axis.spines[["left", "bottom"]].set_color(INK)
    axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [noise]
