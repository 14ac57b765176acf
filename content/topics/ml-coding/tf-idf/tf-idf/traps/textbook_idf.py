# caught by: A word in every document keeps a weight, and df counts all documents, equal ones too
# The textbook formula ln(n / df): a word in every document weighs nothing, and its row has no length.
from collections import defaultdict

import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents: list[list[str]]) -> tuple[csr_array, list[str]]:
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
    idf = np.log(len(documents) / frequency)
    matrix.data *= idf[matrix.indices]
    rows = np.repeat(np.arange(len(documents)), np.diff(matrix.indptr))
    matrix.data /= np.sqrt(np.bincount(rows, matrix.data**2))[rows]
    return matrix, vocabulary
