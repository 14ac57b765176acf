# caught by: The memory is in proportion to the text
# Builds a sparse result, but marks which document has which word in a dense array to count df.
import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    vocabulary = sorted({word for document in documents for word in document})
    column = {word: j for j, word in enumerate(vocabulary)}
    has = np.zeros((len(documents), len(vocabulary)), bool)
    data, indices, starts = [], [], [0]
    for i, document in enumerate(documents):
        counts = {}
        for word in document:
            counts[column[word]] = counts.get(column[word], 0) + 1
        has[i, list(counts)] = True
        indices.extend(counts)
        data.extend(counts.values())
        starts.append(len(indices))
    idf = np.log((1 + len(documents)) / (1 + has.sum(0))) + 1
    data = np.array(data) * idf[indices]
    rows = np.repeat(np.arange(len(documents)), np.diff(starts))
    data /= np.sqrt(np.bincount(rows, data**2))[rows]
    return csr_array((data, indices, starts), shape=has.shape), vocabulary
