# caught by: Every row has length one, and an empty document's is zero
# Divides every row by its length, the rows of length 0 too.
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
    idf = np.log((1 + len(documents)) / (1 + frequency)) + 1
    matrix.data *= idf[matrix.indices]
    lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    with np.errstate(all="ignore"):
        return csr_array(matrix.toarray() / np.asarray(lengths).reshape(-1, 1)), vocabulary
