from collections import defaultdict

import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents: list[list[str]]) -> tuple[csr_array, list[str]]:
    """Turn documents into rows of tf-idf weights of length one.

    Parameters
    ----------
    documents : list of list of str
        The words of each document, already split.

    Returns
    -------
    matrix : scipy.sparse.csr_array, shape (n, V)
        One stored entry for every word of every document; each row has length 1, or 0 if empty.
    vocabulary : list of str
        The V different words in sorted order; word j belongs to column j.

    Notes
    -----
    Words get numbers as they appear, which `sum_duplicates` turns into counts; columns are put in
    sorted order at the end. Linear in the text, besides sorting the vocabulary.
    """
    numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers))
    columns: list[int] = []
    starts = [0]
    for document in documents:
        columns.extend(map(numbers.__getitem__, document))
        starts.append(len(columns))

    vocabulary = sorted(numbers)
    place = np.argsort([numbers[word] for word in vocabulary])
    shape = (len(documents), len(vocabulary))
    matrix = csr_array((np.ones(len(columns)), place[columns], starts), shape=shape)
    matrix.sum_duplicates()

    frequency = np.bincount(matrix.indices)
    idf = np.log((1 + len(documents)) / (1 + frequency)) + 1
    matrix.data *= idf[matrix.indices]
    rows = np.repeat(np.arange(len(documents)), np.diff(matrix.indptr))
    matrix.data /= np.sqrt(np.bincount(rows, matrix.data**2))[rows]
    return matrix, vocabulary
