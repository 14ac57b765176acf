import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)


def spread(rng, d, condition=20.0):
    """A covariance with a random frame, and axes of lengths up to `condition` apart in square."""
    frame = np.linalg.qr(rng.normal(size=(d, d)))[0]
    return frame * condition ** rng.uniform(-0.5, 0.5, d) @ frame.T


def mixture(rng, size):
    """Points of k groups and a start near them; `size` is points, components, features, steps."""
    n, k, d, steps = size
    spots = rng.normal(scale=3, size=(k, d))
    X = spots[rng.integers(k, size=n)] + rng.normal(size=(n, d)) @ rng.normal(size=(d, d))
    covariances = np.array([spread(rng, d) for _ in range(k)])
    return X, rng.dirichlet(np.full(k, 4.0)), spots + rng.normal(size=(k, d)), covariances, steps, 0.01


def without_ridge(rng, size):
    return (*mixture(rng, size)[:5], 0.0)


def large_ridge(rng, size):
    return (*mixture(rng, size)[:5], 1.0)


def whole(rng, size):
    *shape, offset = size
    X, weights, means, covariances, steps, ridge = mixture(rng, shape)
    return np.rint(5 * X).astype(int) + offset, weights, 5 * means + offset, covariances, steps, ridge


def far_away(rng, size):
    """Clusters of another size at another place, which floats hold exactly."""
    *shape, offset, unit, ridge = size
    X, weights, means, covariances, steps, _ = mixture(rng, shape)
    X = np.round(X * 2.0**20) / 2.0**20 * unit + offset
    return X, weights, means * unit + offset, covariances * unit**2, steps, ridge


def with_outliers(rng, size):
    """One point in three lies hundreds of standard deviations from every component."""
    X, weights, means, covariances, steps, ridge = mixture(rng, size)
    X[::3] = 900 * np.sign(X[::3]) + 10 * X[::3]
    return X, weights, means, covariances, steps, ridge


def elongated(rng, size):
    X, weights, means, _, steps, ridge = mixture(rng, size)
    return X, weights, means, np.array([spread(rng, X.shape[1], 1e4) for _ in means]), steps, ridge


def by_scipy(X, weights, means, covariances, steps, ridge):
    """The statement with SciPy's densities and a sum over points."""
    from scipy.special import logsumexp
    from scipy.stats import multivariate_normal

    X, weights, means, covariances = (np.array(one, float) for one in (X, weights, means, covariances))

    def logs():
        with np.errstate(divide="ignore"):
            each = [multivariate_normal(m, c).logpdf(X).reshape(-1) for m, c in zip(means, covariances, strict=True)]
            return np.log(weights)[:, None] + each

    history = [float(logsumexp(logs(), axis=0).sum())]
    for _ in range(steps):
        table = logs()
        shares = np.exp(table - logsumexp(table, axis=0))
        for j, own in enumerate(shares):
            weights[j] = own.sum() / len(X)
            if own.sum() >= 1e-8:
                means[j] = np.average(X, axis=0, weights=own)
                covariances[j] = np.atleast_2d(np.cov(X.T, aweights=own, ddof=0)) + ridge * np.eye(X.shape[1])
        history.append(float(logsumexp(logs(), axis=0).sum()))
    return weights, means, covariances, np.array(history)


def by_scikit_learn(X, weights, means, covariances, steps, ridge):
    """scikit-learn from the same start, once for each number of steps."""
    import warnings

    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    history = [by_scipy(X, weights, means, covariances, 0, ridge)[3][0]]
    for most in range(1, steps + 1):
        model = GaussianMixture(
            len(means),
            weights_init=weights,
            means_init=means,
            precisions_init=np.linalg.inv(covariances),
            reg_covar=ridge,
            max_iter=most,
            tol=0,
            init_params="random_from_data",
            random_state=0,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(X)
        history.append(model.score(X) * len(X))
    return model.weights_, model.means_, model.covariances_, np.array(history)


def shapes_differ(got, k, d, steps):
    """Words about the first part of an answer that has not its shape."""
    parts = ("weights", (k,)), ("means", (k, d)), ("covariances", (k, d, d)), ("log_likelihoods", (steps + 1,))
    for (name, shape), part in zip(parts, got, strict=True):
        if np.shape(part) != shape:
            return f"{name} must have the shape {shape}, not {np.shape(part)}"
    return None


def keeps_the_moments(got, X, _weights, means, _covariances, steps, _ridge):
    """After an M-step without a ridge the mixture has the mean and the covariance of the data."""
    wrong = shapes_differ(got, *means.shape, steps)
    if wrong:
        return wrong
    shares, centers, spreads = (np.asarray(one, float) for one in got[:3])
    if abs(shares.sum() - 1) > 1e-9:
        return f"the weights sum to {shares.sum():.9g}, not to 1"
    if not np.allclose(shares @ centers, X.mean(axis=0), rtol=1e-6, atol=1e-6):
        return f"the mean of the mixture is {(shares @ centers).tolist()}, that of the points {X.mean(axis=0).tolist()}"
    away = centers - X.mean(axis=0)
    total = np.einsum("j,jab->ab", shares, spreads) + np.einsum("j,ja,jb->ab", shares, away, away)
    if not np.allclose(total, np.cov(X.T, ddof=0), rtol=1e-6, atol=1e-6):
        return "the covariance within the components and between them does not add up to that of the points"
    return None


def never_falls(got, _X, _weights, means, _covariances, steps, _ridge):
    wrong = shapes_differ(got, *means.shape, steps)
    if wrong:
        return wrong
    gains = np.diff(np.asarray(got[3], float))
    worst = int(gains.argmin())
    return f"the log-likelihood falls by {-gains[worst]:.3g} in step {worst + 1}" if gains[worst] < -1e-7 else None


def goes_on(ask, X, weights, means, covariances, steps, ridge):
    """A run in one piece, and in two."""
    cut = steps // 2
    first = ask(X, weights, means, covariances, cut, ridge)
    second = ask(X, *(np.asarray(one) for one in first[:3]), steps - cut, ridge)
    whole = ask(X, weights, means, covariances, steps, ridge)
    wrong = shapes_differ(first, *means.shape, cut) or shapes_differ(second, *means.shape, steps - cut)
    if wrong or shapes_differ(whole, *means.shape, steps):
        return wrong or shapes_differ(whole, *means.shape, steps)
    pieces = (*second[:3], np.concatenate([first[3], second[3][1:]]))
    for name, a, b in zip(("weights", "means", "covariances", "log_likelihoods"), whole, pieces, strict=True):
        if not np.allclose(a, b, rtol=1e-6, atol=1e-6):
            return f"{steps} steps give other {name} than {cut} steps and {steps - cut} more from there"
    return None


def turns_along(ask, X, weights, means, covariances, steps, ridge):
    """Points, means and covariances in another frame, and the components in another order."""
    frame = np.linalg.qr(np.vander(np.arange(1.0, X.shape[1] + 1)))[0]
    plain = ask(X, weights, means, covariances, steps, ridge)
    back = slice(None, None, -1)
    turned = ask(X @ frame, weights[back], means[back] @ frame, frame.T @ covariances[back] @ frame, steps, ridge)
    wrong = shapes_differ(plain, *means.shape, steps) or shapes_differ(turned, *means.shape, steps)
    if wrong:
        return wrong
    shares, centers, spreads, history = (np.asarray(one, float) for one in plain)
    wanted = shares[back], centers[back] @ frame, frame.T @ spreads[back] @ frame, history
    for name, a, b in zip(("weights", "means", "covariances", "log_likelihoods"), wanted, turned, strict=True):
        if not np.allclose(a, b, rtol=1e-6, atol=1e-6):
            return f"with the axes rotated and the components in reverse order the {name} are not the same ones"
    return None


def moves_along(ask, X, weights, means, covariances, steps, ridge):
    """Points and means moved by whole numbers, several times in a row."""
    plain = ask(X, weights, means, covariances, steps, ridge)
    for offset in range(1, 7):
        moved = ask(X + offset, weights, means + offset, covariances, steps, ridge)
        wrong = shapes_differ(plain, *means.shape, steps) or shapes_differ(moved, *means.shape, steps)
        if wrong:
            return wrong
        if not np.allclose(np.asarray(plain[1]) + offset, moved[1], rtol=1e-6, atol=1e-6):
            return f"with points and means moved by {offset}, the new means are not moved by {offset}"
    return None


ONE, TWO = np.array([[0.0], [1.0], [5.0]]), np.array([[0.0], [4.0]])
UNIT = np.array([[[1.0]], [[1.0]]])
PLANE = np.array([[0.0, 0.0], [1.0, 2.0], [2.0, 1.0], [9.0, 9.0], [8.0, 9.5], [9.5, 8.0]])
THREE = np.array([[1.0, 1.0], [9.0, 9.0], [700.0, -700.0]])
ROUND = np.array([np.eye(2)] * 3)

IDLE = [
    (PLANE, np.array([0.5, 0.25, 0.25]), THREE, ROUND, 1, 0.25),
    (PLANE, np.array([0.5, 0.25, 0.25]), THREE, ROUND, 3, 0.25),
    (PLANE, np.array([0.5, 0.5, 0.0]), THREE / [[1.0], [1.0], [70.0]], ROUND * 3, 0, 0.0),
    (PLANE, np.array([0.0, 0.5, 0.5]), THREE / [[1.0], [1.0], [70.0]], ROUND * 3, 2, 0.5),
    (PLANE, np.array([0.5, 0.0, 0.5]), THREE[[0, 0, 1]], ROUND * 3, 2, 0.5),
]
"""Components without points: too far away, or of weight 0."""

SLIGHT = [(ONE[:1], np.array([0.5, 0.5]), np.array([[0.0], [gap]]), UNIT, 1, 0.5) for gap in (5.0, 6.0, 6.1, 7.0)]
"""A component that has exp(-gap**2 / 2) of the only point: 6 is just enough, and 6.1 just too little."""

FEW = [
    (np.array([[3.0, 4.0]]), np.array([1.0]), np.array([[0.0, 0.0]]), ROUND[:1], 2, 0.5),
    (np.array([[2.0], [2.0]]), np.array([0.25, 0.75]), TWO, UNIT, 3, 0.25),
    (np.array([[2.0]]), np.array([0.2, 0.3, 0.5]), np.array([[0.0], [2.0], [2.0]]), UNIT[[0, 0, 0]], 2, 1.0),
]
"""One point, equal points, more components than points."""

EXAMPLE = checks.call("gaussian_mixture_em", ONE, np.array([0.5, 0.5]), TWO, UNIT, steps=1, ridge=0.0)
LARGE = mixture(np.random.default_rng(3), (20_000, 4, 3, 5))

CHECKS = [
    checks.example(
        "The example in the statement",
        EXAMPLE,
        (
            np.array([0.660561528, 0.339438472]),
            np.array([[0.495560453], [4.927702567]]),
            np.array([[[0.250042300]], [[0.285609406]]]),
            np.array([-5.817765663, -3.662978077]),
        ),
        same=near,
    ),
    checks.oracle(
        "Random groups, with SciPy's densities",
        "gaussian_mixture_em",
        mixture,
        [(1, 1, 1, 1), (2, 1, 1, 0), (3, 2, 1, 1), (8, 2, 2, 0), (12, 2, 3, 1), (30, 3, 2, 2), (60, 2, 4, 5)],
        expected=by_scipy,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "A ridge of 1",
        "gaussian_mixture_em",
        large_ridge,
        [(5, 2, 2, 1), (40, 3, 3, 3)],
        expected=by_scipy,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "The same as scikit-learn from the same start, step by step",
        "gaussian_mixture_em",
        mixture,
        [(40, 2, 2, 3), (80, 3, 3, 4)],
        expected=by_scikit_learn,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "Whole numbers among the points",
        "gaussian_mixture_em",
        whole,
        [(4, 1, 2, 1, 0), (30, 2, 2, 3, 0), (30, 2, 3, 2, 90_000)],
        expected=by_scipy,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "A component that nothing belongs to keeps its mean and covariance",
        "gaussian_mixture_em",
        [*IDLE, *SLIGHT],
        expected=by_scipy,
        same=near,
    ),
    checks.oracle("One point, or equal points", "gaussian_mixture_em", FEW, expected=by_scipy, same=near),
    checks.oracle(
        "Ten components, twenty features, a hundred steps",
        "gaussian_mixture_em",
        mixture,
        [(60, 10, 2, 3), (60, 2, 20, 3), (30, 2, 1, 100)],
        expected=by_scipy,
        drawn=False,
        same=near,
    ),
    checks.property(
        "Without a ridge the mixture has the mean and the covariance of the points",
        "gaussian_mixture_em",
        without_ridge,
        [(30, 2, 2, 1), (60, 3, 2, 2)],
        holds=keeps_the_moments,
    ),
    checks.property(
        "Without a ridge the log-likelihood never falls",
        "gaussian_mixture_em",
        without_ridge,
        [(40, 2, 1, 6), (60, 2, 2, 8)],
        holds=never_falls,
        drawn=False,
    ),
    checks.relation(
        "A run in two pieces ends where a run in one does",
        "gaussian_mixture_em",
        mixture,
        [(10, 2, 1, 2), (30, 2, 2, 5)],
        holds=goes_on,
    ),
    checks.relation(
        "Neither the axes nor the order of the components matter",
        "gaussian_mixture_em",
        mixture,
        [(20, 2, 2, 1), (30, 3, 3, 2)],
        holds=turns_along,
    ),
    checks.relation(
        "Points moved together with the start take the means along",
        "gaussian_mixture_em",
        mixture,
        [(12, 2, 2, 1), (20, 3, 1, 2)],
        holds=moves_along,
    ),
    checks.stability(
        "Points hundreds of standard deviations from every component",
        "gaussian_mixture_em",
        with_outliers,
        [(3, 1, 1, 0), (6, 2, 1, 1), (9, 3, 2, 0), (30, 2, 3, 3)],
        expected=by_scipy,
        same=near,
    ),
    checks.stability(
        "Small clusters far from the origin",
        "gaussian_mixture_em",
        far_away,
        [(20, 1, 2, 2, 99_900.0, 0.0625, 0.0), (40, 2, 2, 3, -99_900.0, 0.0625, 1e-4)],
        expected=by_scipy,
        same=near,
    ),
    checks.stability(
        "Clusters of ten thousands across",
        "gaussian_mixture_em",
        far_away,
        [(20, 1, 2, 2, 0.0, 4096.0, 0.0), (40, 2, 2, 3, 0.0, 4096.0, 1.0)],
        expected=by_scipy,
        same=near,
    ),
    checks.stability(
        "Long, thin components",
        "gaussian_mixture_em",
        elongated,
        [(20, 2, 2, 1), (60, 2, 5, 2)],
        expected=by_scipy,
        same=near,
    ),
    checks.unchanged(
        "No argument is changed",
        "gaussian_mixture_em",
        mixture,
        [(1, 1, 1, 1), (5, 1, 2, 2), (6, 2, 1, 2), (12, 2, 2, 0), (12, 3, 2, 2)],
    ),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "gaussian_mixture_em",
        mixture,
        [*[(9, 2, 2, 2)] * 4, (400, 3, 3, 2)],
        same=near,
    ),
    checks.growth(
        "20,000 points: no loop over them",
        "gaussian_mixture_em",
        lambda _rng, _n: LARGE,
        [20_000],
        factor=12,
        same=near,
    ),
]
