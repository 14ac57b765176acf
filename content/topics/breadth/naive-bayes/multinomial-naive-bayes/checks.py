import math

import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-8)


def documents(rng, size):
    """`size` is documents, words, queries and classes."""
    n, wide, q, k = size
    y = rng.permutation(np.concatenate([np.arange(k), rng.integers(k, size=n - k)]))
    often = rng.gamma(0.5, 2.0, (k, wide))
    return rng.poisson(often[y]), y, rng.poisson(often[rng.integers(k, size=q)])


def smoothed(rng, size):
    return *documents(rng, size), float(rng.choice([0.001, 0.1, 0.5, 3.0, 10.0]))


def with_alpha_two(rng, size):
    return *documents(rng, size), 2.0


def many_words(rng, size):
    """Counts up to 100, as bytes: products of thousands of probabilities."""
    X, y, queries, alpha = smoothed(rng, size)
    X, queries = (rng.integers(0, 101, table.shape).astype(np.uint8) for table in (X, queries))
    return X, y, queries, alpha


def word_by_word(X, y, queries, alpha=1.0):
    X, y, queries = np.asarray(X).tolist(), np.asarray(y).tolist(), np.asarray(queries).tolist()
    rows = [[score(x, X, y, c, alpha) for c in range(max(y) + 1)] for x in queries]
    totals = [max(row) + math.log(math.fsum(math.exp(value - max(row)) for value in row)) for row in rows]
    labels = [next(c for c, value in enumerate(row) if value >= max(row) - 1e-8) for row in rows]
    return labels, [[value - total for value in row] for row, total in zip(rows, totals, strict=True)]


def score(x, X, y, c, alpha):
    """The logarithm of the prior of a class times the probabilities of all words of a query."""
    inside = [row for row, label in zip(X, y, strict=True) if label == c]
    seen = [sum(column) for column in zip(*inside, strict=True)]
    words = [
        times * math.log((count + alpha) / (sum(seen) + alpha * len(x))) for times, count in zip(x, seen, strict=True)
    ]
    return math.fsum([math.log(len(inside) / len(y)), *words])


def scikit_learn(X, y, queries, alpha=1.0):
    from sklearn.naive_bayes import MultinomialNB

    model = MultinomialNB(alpha=alpha).fit(X, y)
    return model.predict(queries), model.predict_log_proba(queries)


def shaped(got, queries, k):
    """What is wrong with the form of an answer; None if nothing is."""
    if len(got) != 2 or np.shape(got[0]) != (len(queries),) or np.shape(got[1]) != (len(queries), k):
        return f"expected labels and log-posteriors of the shapes {(len(queries),)} and {(len(queries), k)}"
    return None


def sums_to_one(got, _X, y, queries, _alpha):
    wrong = shaped(got, queries, int(max(y)) + 1)
    if wrong:
        return wrong
    for i, total in enumerate(np.exp(np.asarray(got[1], float)).sum(axis=1)):
        if abs(total - 1) > 1e-6:
            return f"the probabilities of query {i} sum to {total:.8g}, not to 1"
    return None


def order_of_documents(ask, X, y, queries, alpha):
    """The same documents and words in reverse order."""
    plain, back = ask(X, y, queries, alpha), ask(X[::-1, ::-1], y[::-1], queries[:, ::-1], alpha)
    wrong = shaped(plain, queries, int(max(y)) + 1) or shaped(back, queries, int(max(y)) + 1)
    if wrong:
        return wrong
    if not np.allclose(plain[1], back[1], rtol=1e-6, atol=1e-8):
        return "with documents and words in reverse order the log-posteriors differ"
    return None


def queries_are_apart(ask, X, y, queries, alpha):
    whole, k = ask(X, y, queries, alpha), int(max(y)) + 1
    wrong = shaped(whole, queries, k)
    for i in range(0 if wrong else len(queries)):
        alone = ask(X, y, queries[i : i + 1], alpha)
        wrong = shaped(alone, queries[:1], k)
        if wrong:
            break
        if not np.allclose(alone[1][0], whole[1][i], rtol=1e-6, atol=1e-8):
            return f"query {i} alone has other log-posteriors than among {len(queries)}"
    return wrong


def turned_words(rng, size):
    """Every class has the same counts, each time one word further, so queries with all words alike tie."""
    wide, q, k = size
    counts = rng.integers(1, 20, wide)
    return (
        np.array([np.roll(counts, c) for c in range(k)]),
        np.arange(k),
        np.repeat(rng.integers(1, 90, (q, 1)), wide, 1),
    )


SIZES = [(1, 1, 1, 1), (2, 2, 1, 2), (4, 3, 2, 2), (9, 5, 6, 3), (40, 12, 10, 5)]
X0, Y0, Q0 = np.array([[2, 0], [1, 1], [0, 2]]), [0, 0, 1], np.array([[1, 1], [0, 2]])

TIES = [
    (np.array([[1, 2], [1, 2]]), np.array([1, 0]), np.array([[3, 1], [0, 0]])),
    (np.array([[1, 0], [0, 1], [0, 1]]), np.array([2, 1, 0]), np.array([[0, 5], [1, 0], [0, 0]])),
    (np.array([[2, 1], [1, 2]]), np.array([0, 1]), np.array([[4, 4], [4, 5], [5, 4], [100, 100]]), 0.1),
    (np.array([[3, 1, 4]] * 10), np.arange(10)[::-1], np.array([[100, 90, 80], [0, 0, 0]]), 0.001),
]
"""Classes with the same words, or words that balance."""

BARE = [
    (np.array([[0]]), np.array([0]), np.array([[0]])),
    (np.array([[0, 0], [0, 0], [0, 0]]), np.array([0, 1, 1]), np.array([[1, 2], [0, 0]]), 0.001),
    (np.array([[5, 0, 0], [0, 5, 0]]), np.array([0, 1]), np.array([[0, 0, 7], [1, 1, 1], [3, 0, 0]]), 0.001),
    (np.array([[5, 0, 0], [0, 50, 0]]), np.array([0, 1]), np.array([[0, 0, 100], [0, 100, 0]]), 10.0),
    ([[1, 2], [3, 0]], [1, 0], [[1, 1]]),
]
"""Empty documents, words that were never seen, lists."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("naive_bayes", X0, Y0, Q0),
        (
            np.array([0, 1]),
            np.log([[128 / 182, 54 / 182], [32 / 113, 81 / 113]]),
        ),
        same=near,
    ),
    checks.oracle(
        "Random documents, word by word",
        "naive_bayes",
        documents,
        [*SIZES, (30, 4, 500, 2)],
        expected=word_by_word,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "Little and much smoothing, as scikit-learn has it",
        "naive_bayes",
        smoothed,
        [*SIZES, (2000, 20, 5, 10), (20, 500, 5, 3)],
        expected=scikit_learn,
        drawn=checks.reference,
        same=near,
    ),
    checks.property(
        "The probabilities of each query sum to one",
        "naive_bayes",
        smoothed,
        SIZES[1:],
        holds=sums_to_one,
    ),
    checks.relation(
        "The order of documents and words does not matter",
        "naive_bayes",
        smoothed,
        SIZES[1:4],
        holds=order_of_documents,
    ),
    checks.relation(
        "Each query is on its own",
        "naive_bayes",
        with_alpha_two,
        SIZES[2:4],
        holds=queries_are_apart,
    ),
    checks.stability(
        "Thousands of words do not underflow",
        "naive_bayes",
        many_words,
        [(3, 20, 2, 2), (8, 100, 5, 4), (20, 500, 4, 3)],
        expected=word_by_word,
        same=near,
    ),
    checks.stability("Ties go to the lower class", "naive_bayes", TIES, expected=word_by_word, same=near),
    checks.stability("Empty documents and words never seen", "naive_bayes", BARE, expected=word_by_word, same=near),
    checks.stability(
        "Ties stay ties where rounding parts them",
        "naive_bayes",
        turned_words,
        [(3, 4, 3), (7, 5, 4), (30, 20, 10)],
        expected=word_by_word,
        same=near,
    ),
    checks.stateless(
        "Calls before do not matter", "naive_bayes", with_alpha_two, [(4, 3, 2, 2), (1100, 40, 40, 3)], same=near
    ),
    checks.unchanged(
        "No argument is changed",
        "naive_bayes",
        [
            (X0, np.array(Y0), Q0),
            *(
                smoothed(np.random.default_rng(6), size)
                for size in ((1, 1, 1, 1), (5, 1, 4, 2), (3, 4, 1, 2), (6, 3, 5, 3))
            ),
            *((X.astype(float), y, Q.astype(float)) for X, y, Q in [documents(np.random.default_rng(7), (5, 3, 2, 2))]),
        ],
    ),
]
