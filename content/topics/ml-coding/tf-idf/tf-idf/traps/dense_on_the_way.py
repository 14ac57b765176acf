# caught by: The memory is in proportion to the text
# Counts in a dense matrix and makes it sparse at the end.
import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    vocabulary = sorted({word for document in documents for word in document})
    column = {word: j for j, word in enumerate(vocabulary)}
    counts = np.zeros((len(documents), len(vocabulary)))
    for i, document in enumerate(documents):
        for word in document:
            counts[i, column[word]] += 1
    idf = np.log((1 + len(documents)) / (1 + (counts > 0).sum(axis=0))) + 1
    weights = counts * idf
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return csr_array(weights / lengths), vocabulary
