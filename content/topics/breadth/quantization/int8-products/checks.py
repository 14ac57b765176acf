import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)


def matrices(rng, size):
    """`size` is tokens, columns and outputs; rows differ in size."""
    n, d, out = size
    X = rng.normal(size=(n, d)) * np.exp(rng.normal(size=(n, 1)))
    return X, rng.normal(size=(out, d)) * 0.5 * np.exp(rng.normal(size=(out, 1)) * 0.5)


def with_outliers(rng, size):
    """Every fourth column or so is large in some rows, with either sign."""
    X, W = matrices(rng, size)
    large = rng.random(size[1]) < 0.3
    X[:, large] *= rng.choice([1, 1, 30], (size[0], int(large.sum())))
    return X.clip(-1000, 1000), W.clip(-10, 10), 6.0


def without_outliers(rng, size):
    X, W = matrices(rng, size)
    return X, W, float(np.abs(X).max()) * 1.01


def outliers_alone(rng, size):
    X, W = matrices(rng, size)
    return X, W, float(np.abs(X).max(axis=0).min()) * 0.99


def to_smooth(rng, size):
    *shape, alpha = size
    X, W, _ = with_outliers(rng, shape)
    return X, W, alpha


def small_numbers(_rng, size):
    """Whole numbers up to 127, the largest in every row, so that codes are the numbers themselves."""
    n, d, out = size
    X, W = (np.add.outer(np.arange(rows) * 37, np.arange(d) * 53) % 255 - 127.0 for rows in (n, out))
    X[:, 0], W[:, -1] = 127, -127
    return X, W / 127


def codes_of(row):
    largest = max(map(abs, row), default=0.0)
    scale = largest / 127 if largest else 1.0
    return scale, [round(value / scale) for value in row]


def row_by_row(X, W):
    made = np.zeros((len(X), len(W)))
    for i, x in enumerate(np.asarray(X, float).tolist()):
        for o, w in enumerate(np.asarray(W, float).tolist()):
            (s, codes), (t, weights) = codes_of(x), codes_of(w)
            made[i, o] = s * t * sum(c * e for c, e in zip(codes, weights, strict=True))
    return made


def in_two_parts(X, W, threshold):
    large = [j for j, column in enumerate(X.T) if max(map(abs, column)) >= threshold]
    small = [j for j in range(X.shape[1]) if j not in large]
    plain = sum((np.outer(X[:, j], W[:, j]) for j in large), np.zeros((len(X), len(W))))
    return plain + row_by_row(X[:, small], W[:, small])


def column_by_column(X, W, alpha=0.5):
    X, W = np.array(X, float), np.array(W, float)
    for j in range(X.shape[1]):
        of_x, of_w = max(map(abs, X[:, j])), max(map(abs, W[:, j]))
        if of_x and of_w:
            factor = of_x**alpha * of_w ** (alpha - 1)
            X[:, j], W[:, j] = X[:, j] / factor, W[:, j] * factor
    return X, W


def near_the_product(got, X, W):
    """Half a step of each factor at most, over all columns."""
    got, right = np.asarray(got, float), X @ W.T
    if got.shape != right.shape:
        return f"expected the shape {right.shape}, got {got.shape}"
    steps = [np.abs(one).max(axis=1) / 127 for one in (X, W)]
    sizes = [np.abs(one).sum(axis=1) for one in (X, W)]
    most = (np.outer(steps[0], sizes[1]) + np.outer(sizes[0], steps[1])) / 2 + X.shape[1] * np.outer(*steps) / 4
    for i, o in np.argwhere(np.abs(got - right) > most + 1e-6)[:1]:
        return (
            f"entry [{i}][{o}] is {got[i, o]:.6g}, and {right[i, o]:.6g} without rounding; rounding both factors to "
            f"half a step moves it by {most[i, o]:.3g} at most"
        )
    return None


def product_stays(ask, X, W, alpha):
    made = [np.asarray(part, float) for part in ask(X, W, alpha)]
    if [part.shape for part in made] != [X.shape, W.shape]:
        return f"expected two arrays of the shapes {X.shape} and {W.shape}"
    if not np.allclose(made[0] @ made[1].T, X @ W.T, rtol=1e-6, atol=1e-6):
        return "the product of what is returned is not that of X and W"
    return None


def outliers_cost_nothing(ask, X, W, threshold):
    """A column of outliers adds its exact product, whatever its size, and changes no other part."""
    plain = np.asarray(ask(X, W, threshold), float)
    column, weights = np.full((len(X), 1), 2 * threshold), np.linspace(-1, 1, len(W))[:, None]
    more = ask(np.hstack([X, column]), np.hstack([W, weights]), threshold)
    if not np.allclose(more, plain + column @ weights.T, rtol=1e-6, atol=1e-6):
        return f"a further column of {2 * threshold:g} must add exactly its product, and here it changes the rest"
    return None


X0, W0 = np.array([[2.54, -1.0, 0.306]]), np.array([[1.27, 0.5, -0.21]])
X1, W1 = np.array([[2.54, -1.0, 0.306, 40.0]]), np.array([[1.27, 0.5, -0.21, 0.2]])
SIZES = [(1, 1, 1), (1, 3, 2), (3, 2, 1), (4, 7, 3), (20, 30, 10)]
ZEROS = np.array([[0.0, 0.0], [1.0, -0.3]]), np.array([[0.0, 0.0], [0.7, 0.2], [-1.0, 0.1]])

CHECKS = [
    checks.example("The product of the example", checks.call("int8_product", X0, W0), np.array([[2.6628]])),
    checks.example(
        "The mixed product of the example", checks.call("mixed_product", X1, W1, 6.0), np.array([[10.6628]])
    ),
    checks.example(
        "The smoothed example",
        checks.call("smooth", np.array([[8.0, 1.0]]), np.array([[0.5, 4.0]])),
        (np.array([[2.0, 2.0]]), np.array([[2.0, 2.0]])),
    ),
    checks.oracle(
        "Products, code by code",
        "int8_product",
        matrices,
        [*SIZES, (500, 2, 1), (1, 2_048, 2), (1, 2, 500)],
        expected=row_by_row,
        same=near,
        drawn=checks.reference,
    ),
    checks.property(
        "Products are near those of floats",
        "int8_product",
        matrices,
        [(1, 2, 1), (3, 8, 2), (6, 40, 5)],
        holds=near_the_product,
    ),
    checks.stability(
        "Rows of zeros",
        "int8_product",
        [ZEROS, (0 * X0, W0), (X0, 0 * W0), (np.zeros((1, 1)), np.zeros((1, 1)))],
        expected=row_by_row,
        same=near,
    ),
    checks.stability(
        "Rows of tiny numbers",
        "int8_product",
        [
            (np.array([[1.1e-3, -1.013e-3, 1e-3], [900.0, 1e-3, 1.3]]), np.array([[10.0, 9.1, -8.3]])),
            (np.array([[1000.0, -917.0, 831.0]]), np.array([[1e-3, 1.013e-3, -1.1e-3], [10.0, 1e-3, 2e-3]])),
        ],
        expected=row_by_row,
        same=near,
    ),
    checks.stability(
        "Sums of the largest codes",
        "int8_product",
        [
            (np.full((2, 3), 1000.0), np.full((1, 3), -10.0)),
            (np.full((1, 2_048), 1000.0), np.full((1, 2_048), 10.0)),
            *(small_numbers(None, size) for size in ((2, 5, 3), (3, 2_000, 2))),
        ],
        expected=row_by_row,
        same=near,
    ),
    checks.oracle(
        "Outliers among the columns",
        "mixed_product",
        with_outliers,
        [(1, 4, 1), (2, 6, 3), (5, 12, 4), (30, 40, 6), (500, 3, 2), (2, 3, 500)],
        expected=in_two_parts,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "No outliers",
        "mixed_product",
        without_outliers,
        [(1, 1, 1), (3, 5, 2), (1, 2_048, 1)],
        expected=in_two_parts,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Nothing but outliers",
        "mixed_product",
        outliers_alone,
        [(1, 1, 1), (3, 2, 4), (6, 5, 2)],
        expected=in_two_parts,
        same=near,
    ),
    checks.oracle(
        "Entries at the threshold, of either sign",
        "mixed_product",
        [
            (np.array([[6.0, 1.0], [0.3, 0.2]]), np.array([[1.0, 0.3]]), 6.0),
            (np.array([[-6.0, 1.0], [0.3, 0.2]]), np.array([[1.0, 0.3]]), 6.0),
            (np.array([[5.999, 1.0], [0.3, 0.2]]), np.array([[1.0, 0.3]]), 6.0),
            (np.array([[0.0, 0.1, 0.07]]), np.array([[1.0, 0.3, 0.77]]), 0.1),
            (np.array([[900.0, -1.0, 0.31], [1.0, 0.27, 0.4]]), np.array([[9.0, 0.3, 0.2], [0.1, 8.0, 0.7]]), 2000.0),
        ],
        expected=in_two_parts,
        same=near,
    ),
    checks.relation(
        "A column of outliers leaves the others as they are",
        "mixed_product",
        with_outliers,
        [(1, 3, 1), (3, 6, 2), (6, 10, 5)],
        holds=outliers_cost_nothing,
    ),
    checks.oracle(
        "Smoothed columns, one by one",
        "smooth",
        to_smooth,
        [
            (1, 1, 1, 0.5),
            (2, 3, 2, 0.5),
            (3, 5, 4, 0.8),
            (4, 3, 2, 0.0),
            (3, 4, 2, 1.0),
            (500, 3, 2, 0.25),
            (2, 2_048, 2, 0.6),
            (2, 3, 500, 0.5),
        ],
        expected=column_by_column,
        same=near,
    ),
    checks.stability(
        "Columns of zeros stay, sizes from tiny to large",
        "smooth",
        [
            (np.array([[0.0, 3.0, 1.0], [0.0, -2.0, 0.5]]), np.array([[1.0, 0.0, 2.0]]), 0.5),
            (np.zeros((2, 2)), np.zeros((1, 2)), 0.8),
            (np.array([[1000.0, 1e-3, -1000.0]]), np.array([[10.0, 10.0, 1e-3]]), 0.5),
            (np.array([[0.0, 0.1]]), np.array([[7.0, 0.0]]), 0.0),
            (np.array([[1e-3, 500.0]]), np.array([[10.0, 1e-3]]), 1.0),
            (np.array([[1e-3, 500.0]]), np.array([[10.0, 1e-3]]), 0.1),
            (np.array([[0.0, 0.1]]), np.array([[7.0, 0.0]]), 1.0),
        ],
        expected=column_by_column,
        same=near,
    ),
    checks.relation(
        "Smoothing leaves the product as it is",
        "smooth",
        to_smooth,
        [(1, 2, 1, 0.5), (3, 4, 2, 0.8), (5, 9, 3, 0.3)],
        holds=product_stays,
    ),
    checks.stateless("Products before do not matter", "int8_product", matrices, [(3, 3, 2), (40, 60, 40)], same=near),
    checks.stateless(
        "Mixed products before do not matter", "mixed_product", with_outliers, [(3, 3, 2), (40, 60, 40)], same=near
    ),
    checks.stateless(
        "Smoothing before does not matter", "smooth", to_smooth, [(3, 3, 2, 0.5), (40, 60, 40, 0.8)], same=near
    ),
    checks.unchanged(
        "No argument is changed",
        "int8_product",
        [
            (X0, W0),
            *(
                checks.call(entry, *args)
                for size in ((1, 1, 1), (2, 1, 3), (1, 3, 2), (3, 4, 1))
                for entry, args in (
                    ("int8_product", matrices(np.random.default_rng(1), size)),
                    ("mixed_product", with_outliers(np.random.default_rng(2), size)),
                    ("smooth", to_smooth(np.random.default_rng(3), (*size, 0.5))),
                )
            ),
        ],
    ),
]
