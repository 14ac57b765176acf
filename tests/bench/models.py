"""Model solutions against scikit-learn on the same work, by CPU time on one thread."""

import runpy
from collections.abc import Callable
from typing import Any

import numpy as np

from sharpen.content.library import Library
from tests.bench.timing import cpu_seconds

ROUNDS = 7
Work = Callable[[], Any]


def measure() -> dict[str, Any]:
    """CPU milliseconds of both, in turn, and the ratio of their medians; the goals stand beside them."""
    library = Library.open()
    found = {}
    for name, (slug, goal, pair) in PAIRS.items():
        ours, theirs = pair(runpy.run_path(str(library.problems.folder(slug) / "solution.py")))
        ours(), theirs()
        times = [(cpu_seconds(ours), cpu_seconds(theirs)) for _ in range(ROUNDS)]
        mine, other = (float(np.median([pair[i] for pair in times])) for i in (0, 1))
        found[name] = {
            "problem": slug,
            "ours_ms": round(mine * 1e3, 2),
            "sklearn_ms": round(other * 1e3, 2),
            "ratio": round(mine / other, 2),
            "goal": goal,
        }
    return found


def _k_means(solution: dict[str, Any]) -> tuple[Work, Work]:
    from sklearn.cluster import KMeans

    rng = np.random.default_rng(0)
    X = rng.normal(size=(20_000, 16)) + 4 * rng.integers(0, 2, size=(20_000, 16))
    centers = X[:8].copy()
    theirs = KMeans(8, init=centers, n_init=1, max_iter=50, tol=0, algorithm="lloyd")
    return lambda: solution["k_means"](X, centers, 50), lambda: theirs.fit(X)


def _neighbors(solution: dict[str, Any]) -> tuple[Work, Work]:
    from sklearn.neighbors import KNeighborsClassifier

    rng = np.random.default_rng(1)
    X, queries = rng.normal(size=(5000, 16)), rng.normal(size=(1000, 16))
    y = rng.integers(0, 5, size=5000)
    # Brute force on both sides: in 16 dimensions a tree does not help, and the answer is the same.
    theirs = KNeighborsClassifier(5, algorithm="brute").fit(X, y)
    return lambda: solution["knn_predict"](X, y, queries, 5), lambda: theirs.predict(queries)


def _tree(solution: dict[str, Any]) -> tuple[Work, Work]:
    from sklearn.tree import DecisionTreeClassifier

    rng = np.random.default_rng(2)
    X = rng.normal(size=(2000, 10))
    y = (X[:, 0] * X[:, 1] + 0.3 * rng.normal(size=2000) > 0).astype(int)
    return (
        lambda: solution["predict"](solution["grow_tree"](X, y, 6), X),
        lambda: DecisionTreeClassifier(max_depth=6).fit(X, y).predict(X),
    )


def _mixture(solution: dict[str, Any]) -> tuple[Work, Work]:
    import warnings

    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    warnings.simplefilter("ignore", ConvergenceWarning)  # as many steps are made on both sides, and no more
    rng = np.random.default_rng(4)
    X = rng.normal(size=(5000, 8)) + 5 * rng.integers(0, 2, size=(5000, 8))
    weights, means, covariances = np.full(5, 0.2), X[:5].copy(), np.array([np.eye(8)] * 5)
    start = {"weights_init": weights, "means_init": means, "precisions_init": covariances}
    theirs = GaussianMixture(5, max_iter=20, tol=0, reg_covar=1e-6, **start)
    return lambda: solution["gaussian_mixture_em"](X, weights, means, covariances, 20, 1e-6), lambda: theirs.fit(X)


def _density(solution: dict[str, Any]) -> tuple[Work, Work]:
    from sklearn.cluster import DBSCAN

    rng = np.random.default_rng(5)
    X = rng.normal(size=(2000, 4)) + 4 * rng.integers(0, 2, size=(2000, 4))
    theirs = DBSCAN(eps=1.0, min_samples=5, algorithm="brute")
    return lambda: solution["dbscan"](X, 1.0, 5), lambda: theirs.fit(X)


def _tf_idf(solution: dict[str, Any]) -> tuple[Work, Work]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    rng = np.random.default_rng(3)
    words = np.array([f"word{i}" for i in range(5000)])
    documents = [list(words[rng.zipf(1.3, size=120) % 5000]) for _ in range(2000)]
    # Both get the words already split: an analyzer that returns its document.
    theirs = TfidfVectorizer(analyzer=list)
    return lambda: solution["tf_idf"](documents), lambda: theirs.fit_transform(documents)


PAIRS: dict[str, tuple[str, float, Callable[[dict[str, Any]], tuple[Work, Work]]]] = {
    "k-means, 20,000 x 16, 8 centers": ("k-means", 2.5, _k_means),
    "k nearest neighbors, 5,000 and 1,000 queries": ("k-nearest-neighbors", 2.5, _neighbors),
    "decision tree, 2,000 x 10": ("cart-classifier", 2.5, _tree),
    "mixture of 5 Gaussians, 5,000 x 8, 20 steps": ("gaussian-mixture-em", 2.5, _mixture),
    "DBSCAN, 2,000 x 4": ("dbscan-clusters", 2.5, _density),
    "tf-idf, 2,000 documents": ("tf-idf", 1.0, _tf_idf),
}
