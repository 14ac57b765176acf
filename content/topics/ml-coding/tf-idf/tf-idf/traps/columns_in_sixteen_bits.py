# caught by: The time is in proportion to the text: many words
# Keeps column numbers in sixteen bits with a sign: from the 32,768th word on they begin again.
import numpy as np
from scipy.sparse import coo_array


def tf_idf(documents):
    n = len(documents)
    vocabulary = sorted({word for document in documents for word in document})
    place = {word: np.array(j).astype(np.int16) for j, word in enumerate(vocabulary)}
    columns = np.array([place[word] for document in documents for word in document], dtype=np.int16).astype(np.int64)
    rows = np.repeat(np.arange(n), [len(document) for document in documents])
    entries = np.ones(len(columns)), (rows, columns % len(vocabulary))
    matrix = coo_array(entries, shape=(n, len(vocabulary))).tocsr()
    matrix.sum_duplicates()
    df = np.bincount(matrix.indices, minlength=len(vocabulary))
    matrix.data *= (np.log((1 + n) / (1 + df)) + 1)[matrix.indices]
    sizes = np.diff(matrix.indptr)
    squares = np.bincount(np.repeat(np.arange(n), sizes), weights=matrix.data**2, minlength=n)
    matrix.data /= np.repeat(np.sqrt(squares), sizes)
    return matrix, vocabulary
