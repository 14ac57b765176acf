import numpy as np

from sharpen import checks

PARTS = ("components", "scores", "variances", "ratios")


def up_to_signs(expected, got):
    """Each component of either sign, and its scores with it."""
    parts = [np.asarray(one, float) for one in expected]
    offered = list(got) if isinstance(got, tuple | list) and len(got) == 4 else None
    if offered is None or [np.shape(one) for one in offered] != [one.shape for one in parts]:
        return checks.close()(expected, got)
    signs = np.where((parts[0] * np.asarray(offered[0], float)).sum(axis=1) < 0, -1.0, 1.0)
    turned = (parts[0] * signs[:, None], parts[1] * signs)
    return checks.close(1e-6, 1e-6)(turned, tuple(offered[:2])) or checks.close(1e-6, 1e-15)(
        tuple(parts[2:]), tuple(offered[2:])
    )


def with_deviations(rng, n, d, deviations):
    """Rows whose standard deviations along hidden directions are exactly these."""
    left = rng.normal(size=(n, len(deviations)))
    left = np.linalg.qr(left - left.mean(axis=0))[0]
    right = np.linalg.qr(rng.normal(size=(d, len(deviations))))[0]
    return left * np.sqrt(n - 1) * deviations @ right.T


def apart(rng, size):
    """Deviations a third apart, around some mean; `size` is n, d, k."""
    n, d, k = size
    deviations = 8 * 0.75 ** np.arange(min(n - 1, d)) * rng.uniform(0.95, 1.05, min(n - 1, d))
    return with_deviations(rng, n, d, deviations) + rng.normal(scale=5, size=d), k


def whole(rng, size):
    X, k = apart(rng, size)
    return np.rint(15_000 * X).astype(int), k


def wide_range(rng, size):
    """Deviations of 1 and of a hundred thousandth or a millionth."""
    n, d, smallest, scale = size
    return scale * with_deviations(rng, n, d, np.geomspace(1, smallest, 3)) + scale * rng.normal(size=d), 3


def far_away(rng, size):
    n, d, k, offset = size
    X, _ = apart(rng, (n, d, k))
    return np.rint(X * 4096) / 4096 + offset, k


def by_eigenvectors(X, k):
    """Eigenvectors of the smaller of the two matrices, of centered data."""
    X = np.asarray(X, float) - np.mean(X, axis=0)
    n, d = X.shape
    small = X.T @ X if d <= n else X @ X.T
    values, vectors = np.linalg.eigh(small)
    directions = (vectors if d <= n else X.T @ vectors)[:, ::-1][:, :k].T
    directions = directions / np.linalg.norm(directions, axis=1, keepdims=True)
    variances = values[::-1][:k] / (n - 1)
    return directions, X @ directions.T, variances, variances / (X**2).sum() * (n - 1)


def scikit_learn(X, k):
    from sklearn.decomposition import PCA

    model = PCA(k, svd_solver="full")
    scores = model.fit_transform(X)
    return model.components_, scores, model.explained_variance_, model.explained_variance_ratio_


def by_lapack(X, k):
    """The other algorithm for singular values, on the transpose."""
    from scipy.linalg import svd

    X = np.asarray(X, float) - np.mean(X, axis=0)
    left, deviations, _ = svd(X.T, full_matrices=False, lapack_driver="gesvd")
    variances = deviations**2 / (len(X) - 1)
    return left[:, :k].T, X @ left[:, :k], variances[:k], variances[:k] / variances.sum()


def components_are_sound(got, X, k):
    components, scores, variances, ratios = (np.asarray(one, float) for one in got)
    shapes = {"components": (k, X.shape[1]), "scores": (len(X), k), "variances": (k,), "ratios": (k,)}
    for (name, shape), part in zip(shapes.items(), (components, scores, variances, ratios), strict=True):
        if part.shape != shape:
            return f"{name} must have the shape {shape}, not {part.shape}"
    if not np.allclose(components @ components.T, np.eye(k), atol=1e-8):
        return "the components are not orthogonal rows of length 1"
    if not np.allclose(np.cov(scores.T).reshape(k, k), np.diag(variances), rtol=1e-6, atol=1e-8):
        return "the scores are correlated, or do not have the variances returned"
    left = X - X.mean(axis=0) - scores @ components
    total = X.var(axis=0, ddof=1).sum()
    if not np.isclose((left**2).sum() / (len(X) - 1), total * (1 - ratios.sum()), rtol=1e-6, atol=1e-8):
        return "what the components leave over is not the share of the variance that the ratios leave"
    return None


def turns_along(ask, X, k):
    """Features in another frame, and examples at another place and of another scale."""
    frame = np.linalg.qr(np.vander(np.linspace(0.5, 1.5, X.shape[1])))[0]
    plain, other = ask(X, k), ask(3 * X @ frame + 7, k)
    if len(plain) != 4 or len(other) != 4:
        return f"expected {', '.join(PARTS)}"
    wanted = (np.asarray(plain[0]) @ frame, 3 * np.asarray(plain[1]), 9 * np.asarray(plain[2]), np.asarray(plain[3]))
    return (
        "with the features rotated, moved and scaled the answer is not the same one"
        if up_to_signs(wanted, other)
        else None
    )


FOUR = np.array([[4.0, 5.0], [-2.0, -3.0], [-1.0, 2.5], [3.0, -0.5]])
FLAT = [
    (np.array([[1.0], [4.0]]), 1),
    (np.array([[1.0, 2.0, 2.0], [1.0, 2.0, 5.0]]), 1),
    (np.array([[1.0, 7.0], [2.0, 7.0], [4.0, 7.0]]), 1),
    (np.array([[0.0, 0.0], [1.0, 1.0], [5.0, 5.0], [-2.0, -2.0]]), 1),
    (np.array([[1e6, -1e6], [-1e6, 1e6], [0.0, 0.0]]), 1),
]
"""Two rows, a feature that never changes, points on a line."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("pca", FOUR, k=1),
        (np.array([[0.6, 0.8]]), np.array([[5.0], [-5.0], [0.0], [0.0]]), np.array([50 / 3]), np.array([0.8])),
        same=up_to_signs,
    ),
    checks.oracle(
        "Random data, as scikit-learn decomposes it",
        "pca",
        apart,
        [(2, 2, 1), (5, 3, 2), (8, 3, 3), (4, 9, 3), (40, 6, 4), (30, 30, 5)],
        expected=scikit_learn,
        drawn=checks.reference,
        same=up_to_signs,
    ),
    checks.oracle(
        "Eigenvectors of the smaller matrix",
        "pca",
        apart,
        [(6, 2, 2), (3, 7, 2), (60, 12, 6), (12, 60, 6)],
        expected=by_eigenvectors,
        drawn=checks.reference,
        same=up_to_signs,
    ),
    checks.oracle("Whole numbers", "pca", whole, [(6, 3, 2), (4, 8, 2)], expected=by_eigenvectors, same=up_to_signs),
    checks.oracle("Two rows, constant features, a line", "pca", FLAT, expected=by_eigenvectors, same=up_to_signs),
    checks.property(
        "Orthogonal components, uncorrelated scores, and the right remainder",
        "pca",
        apart,
        [(6, 3, 1), (20, 5, 3), (5, 12, 3)],
        holds=components_are_sound,
    ),
    checks.relation(
        "Rotated, moved and scaled features", "pca", apart, [(8, 3, 2), (30, 5, 4), (6, 12, 3)], holds=turns_along
    ),
    checks.stability(
        "Deviations that differ by a factor of a million",
        "pca",
        wide_range,
        [(20, 3, 1e-5, 1.0), (40, 5, 1e-6, 1.0), (8, 30, 1e-6, 1e4), (40, 5, 1e-6, 1e-3)],
        expected=by_lapack,
        same=up_to_signs,
    ),
    checks.stability(
        "Far from the origin",
        "pca",
        far_away,
        [(20, 3, 2, 9e5), (12, 40, 3, -9e5)],
        expected=by_lapack,
        same=up_to_signs,
    ),
    checks.stability(
        "Two thousand rows, and fifty components",
        "pca",
        lambda rng, size: (with_deviations(rng, *size[:2], 10.0 * 0.9 ** np.arange(50)), size[2]),
        [(2_000, 60, 3), (120, 80, 50)],
        expected=by_lapack,
        same=up_to_signs,
    ),
    checks.error(
        "Other numbers of components raise ValueError",
        [
            checks.call("pca", FOUR, 0),
            checks.call("pca", FOUR, -1),
            checks.call("pca", FOUR, 3),
            checks.call("pca", FOUR[:2], 2),
            checks.call("pca", FOUR[:1], 1),
            checks.call("pca", np.arange(12.0).reshape(3, 4) ** 2, 3),
        ],
    ),
    checks.unchanged("X is not changed", "pca", apart, [(3, 1, 1), (6, 3, 2), (4, 9, 2)]),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "pca",
        apart,
        [*[(9, 3, 2)] * 3, (60, 20, 3)],
        same=up_to_signs,
    ),
    checks.memory(
        "No matrix of all pairs of 3,000 features",
        checks.call("pca", apart(np.random.default_rng(4), (20, 3_000, 3))[0], 3),
        limit=24,
        same=up_to_signs,
    ),
]
