# caught by: The memory is in proportion to the text
# Sorts the words in a NumPy array of text, where each takes as much room as the longest.
import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    n = len(documents)
    words, columns = np.unique([word for document in documents for word in document], return_inverse=True)
    starts = np.cumsum([0, *map(len, documents)])
    matrix = csr_array((np.ones(len(columns)), columns, starts), shape=(n, len(words)))
    matrix.sum_duplicates()
    idf = np.log((1 + n) / (1 + np.bincount(matrix.indices))) + 1
    matrix.data *= idf[matrix.indices]
    rows = np.repeat(np.arange(n), np.diff(matrix.indptr))
    matrix.data /= np.sqrt(np.bincount(rows, matrix.data**2))[rows]
    return matrix, words.tolist()
