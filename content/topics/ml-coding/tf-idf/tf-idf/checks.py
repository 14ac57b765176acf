import math

import numpy as np

from sharpen import checks

WORDS = ["the", "of", "cat", "dog", "sat", "New", "Cat", "New York", "mat", "été", "Zoo", "a1", "a", "ran,"]

near = checks.close(rtol=1e-9, atol=1e-12)


def texts(rng, size):
    """Documents of random length, frequent words first; about one in five is empty, and the first comes twice."""
    documents, words, longest = size
    lengths = rng.integers(1, longest + 1, documents) * (rng.random(documents) < 0.8)
    lengths[0] = longest
    drawn = [[WORDS[i] if words <= len(WORDS) else f"w{i}" for i in rng.zipf(1.5, n) % words] for n in lengths]
    return ([*drawn, *drawn[: documents // 4][:1]],)


def many_documents(_rng, size):
    """Documents of one or two different words, and so many empty ones after them."""
    filled, empty = size
    return ([[f"w{i}"] * (1 + i % 2) + ["w0"] * (i % 5 == 0) for i in range(filled)] + [[] for _ in range(empty)],)


def many_words(_rng, size):
    """Documents of new words each, with three words that are in all of them."""
    documents, length = size
    starts = range(0, documents * length, length)
    return ([[f"w{j}" for j in (*range(start, start + length), 0, 1, 2, start)] for start in starts],)


def by_sklearn(documents):
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=lambda words: words)
    matrix = vectorizer.fit_transform(documents)
    return matrix.toarray(), vectorizer.get_feature_names_out().tolist()


def parts(got):
    matrix, vocabulary = got
    if not hasattr(matrix, "tocsr"):
        raise ValueError("the first part must be a SciPy sparse matrix")
    return matrix, list(vocabulary)


def sorted_words(got, documents):
    matrix, vocabulary = parts(got)
    wanted = sorted({word for document in documents for word in document})
    if vocabulary != wanted:
        return f"expected the vocabulary {checks.show(wanted, longest=200)}"
    if tuple(matrix.shape) != (len(documents), len(wanted)):
        return f"expected shape {(len(documents), len(wanted))}, got {tuple(matrix.shape)}"
    return None


def stored_once(got, documents):
    matrix, _ = parts(got)
    if matrix.format != "csr":
        return "the matrix is sparse, but not in CSR format"
    wanted = [len(set(document)) for document in documents]
    for row, (count, stored) in enumerate(zip(wanted, np.diff(matrix.indptr).tolist(), strict=True)):
        if count != stored:
            return f"document {row} has {count} different words, but its row stores {stored} entries"
    return "an entry that is stored is zero" if not np.all(matrix.data) else None


def unit_rows(got, documents):
    matrix, _ = parts(got)
    dense = matrix.toarray()
    if not np.all(np.isfinite(dense)) or dense.min() < 0:
        return "every weight must be finite, and none negative"
    for row, (length, document) in enumerate(zip(np.linalg.norm(dense, axis=1), documents, strict=True)):
        if abs(length - bool(document)) > 1e-9:
            return f"row {row} has length {length:.9g}; expected {int(bool(document))}"
    return None


def alike(expected, got):
    """Comparator of matrices that are too large to be dense."""
    (wanted, words), (matrix, vocabulary) = expected, parts(got)
    if vocabulary != words or matrix.shape != wanted.shape:
        why = f"expected {len(words):,} words in sorted order and the shape {wanted.shape}"
        return different(why, f"{len(vocabulary):,} words and the shape {matrix.shape}")
    wanted, matrix = (one.tocsr().sorted_indices() for one in (wanted, matrix))
    there, stored = np.diff(wanted.indptr), np.diff(matrix.indptr)
    for row in np.flatnonzero(there != stored)[:1]:
        return different(f"document {row} has {there[row]} different words", f"{stored[row]} entries stored in its row")
    same = wanted.indices == matrix.indices
    for at in np.flatnonzero(~same | ~np.isclose(matrix.data, wanted.data, rtol=1e-9, atol=0))[:1]:
        row, word = np.searchsorted(wanted.indptr, at, side="right") - 1, words[wanted.indices[at]]
        why = f"the weight of {word!r} in document {row} is {wanted.data[at]:.12g}"
        return different(why, f"{matrix.data[at]:.12g}" if same[at] else "none")
    return None


def different(why, got):
    return checks.Difference("", "", got, f"{why}; got {got}")


def same_rows(ask, documents):
    """Order inside a document, order of the documents, and saying everything twice change nothing."""
    before = parts(ask(documents))[0].toarray()
    changes = (
        ("reversing the words of each document", [document[::-1] for document in documents], slice(None)),
        ("repeating the words of each document", [document * 2 for document in documents], slice(None)),
        ("reversing the order of the documents", documents[::-1], slice(None, None, -1)),
    )
    for what, changed, order in changes:
        difference = near(before, parts(ask(changed))[0].toarray()[order])
        if difference:
            return f"{what} changes the rows: {difference.why}"
    return None


RARE = 1 + math.log(3 / 2)

CHECKS = [
    checks.example(
        "The cat and the dog",
        checks.call("tf_idf", [["the", "cat"], ["the", "dog", "dog"]]),
        (
            np.array(
                [
                    [RARE / math.hypot(1, RARE), 0, 1 / math.hypot(1, RARE)],
                    [0, 2 * RARE / math.hypot(1, 2 * RARE), 1 / math.hypot(1, 2 * RARE)],
                ]
            ),
            ["cat", "dog", "the"],
        ),
    ),
    checks.property(
        "Columns are the different words in sorted order",
        "tf_idf",
        [
            ([["one"]],),
            ([["b", "a"], ["c", "a"]],),
            ([["zoo", "Zoo", "10", "9", "été", "zoo", "New York", "New", "zoo.", " zoo"], [], ["a", "Zoo"]],),
            ([["d", "c"], ["b"], ["a", "d"]],),
            ([["ß", "ss", "SS", "e\u0301", "é", "ﬁ", "fi"], ["a", " a", "a ", " ", "-", "0", "00"]],),
        ],
        holds=sorted_words,
    ),
    checks.oracle(
        "Weights agree with the formula",
        "tf_idf",
        texts,
        [(1, 1, 1), (1, 3, 4), (2, 2, 3), (3, 4, 5), (6, 9, 8), (15, 14, 30), (60, 200, 40)],
        expected=by_sklearn,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "A word in every document keeps a weight, and df counts all documents, equal ones too",
        "tf_idf",
        [
            ([["a"], ["a"], ["a"]],),
            ([["a", "a", "a", "b"], ["b", "c"]],),
            ([["a", "b"], ["a", "b"], ["b", "c"]],),
            ([["a"] * 50 + ["b"], ["b"], ["b", "c"], [], []],),
            ([["a"] * 70_000 + ["b", "c", "b"], ["b"]],),
            ([["a"] * 300 + ["b"], ["b", "\uff21", "\U0001f600"], ["\U0001f600"]],),
        ],
        expected=by_sklearn,
        same=near,
    ),
    checks.property(
        "Every row has length one, and an empty document's is zero",
        "tf_idf",
        [
            ([[], ["a"]],),
            ([["a", "b", "a"], []],),
            ([[], ["x"] * 1_000 + ["y"], [], [], ["y", "z"], []],),
        ],
        holds=unit_rows,
    ),
    checks.property(
        "The matrix is CSR, with one entry for each word of a document",
        "tf_idf",
        texts,
        [(1, 1, 3), (2, 2, 5), (5, 6, 9), (30, 14, 40)],
        holds=stored_once,
    ),
    checks.relation(
        "Order of words and of documents, and length of documents, do not matter",
        "tf_idf",
        texts,
        [(2, 3, 4), (8, 12, 9)],
        holds=same_rows,
    ),
    checks.stateless(
        "Documents asked about before do not count",
        "tf_idf",
        [([["a", "b"], ["b"]],), ([["c", "b"], ["c"]],)],
        same=near,
    ),
    checks.unchanged(
        "The documents are left as they were",
        "tf_idf",
        [([["b", "a", "b"], [], ["c", "a"]],)],
    ),
    checks.memory(
        "The memory is in proportion to the text",
        checks.call("tf_idf", [["x" * 2_000], *([f"w{i}", f"w{4_999 - i}"] for i in range(2_500))]),
        limit=8,
        same=alike,
    ),
    checks.growth(
        "The time is in proportion to the text: many documents",
        "tf_idf",
        many_documents,
        [(3_200, 7_200), (1_650, 18_300)],
        factor=40,
        same=alike,
    ),
    checks.growth(
        "The time is in proportion to the text: many words",
        "tf_idf",
        many_words,
        [(22, 1_500)],
        factor=120,
        same=alike,
    ),
]
