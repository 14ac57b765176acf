import numpy as np

TIE = 1e-8


def naive_bayes(X: np.ndarray, y: np.ndarray, queries: np.ndarray, alpha: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Classify word counts by multinomial naive Bayes.

    Parameters
    ----------
    X : array of shape (n, V)
        The word counts of the training documents.
    y : array of shape (n,)
        Their classes, 0 to k - 1.
    queries : array of shape (q, V)
        The word counts of the documents to classify.
    alpha : float
        What is added to each count of a word in a class.

    Returns
    -------
    labels : array of shape (q,)
        The most probable class; the lowest of those that tie.
    log_posterior : array of shape (q, k)
        The logarithm of the probability of each class.

    Notes
    -----
    Scores are logarithms, so the product over words is a matrix product, and the largest score of each row is
    taken off before exponentials. O((n + q) k V) time.
    """
    X, y, queries = np.asarray(X, float), np.asarray(y), np.asarray(queries, float)
    member = (y == np.arange(y.max() + 1)[:, None]).astype(float)
    counts = member @ X + alpha
    log_words = np.log(counts / counts.sum(axis=1, keepdims=True))
    scores = np.log(member.mean(axis=1)) + queries @ log_words.T
    scores -= scores.max(axis=1, keepdims=True)
    log_posterior = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return np.argmax(scores >= -TIE, axis=1), log_posterior
