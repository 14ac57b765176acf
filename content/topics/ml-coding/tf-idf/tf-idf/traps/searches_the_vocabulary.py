# caught by: The time is in proportion to the text: many words
# Finds the column of every word by searching the list of the vocabulary.
from collections import Counter

import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    vocabulary = sorted({word for document in documents for word in document})
    counters = [Counter(document) for document in documents]
    frequency = Counter(word for counter in counters for word in counter)
    data, indices, starts = [], [], [0]
    for counter in counters:
        row = [count * (np.log((1 + len(documents)) / (1 + frequency[word])) + 1) for word, count in counter.items()]
        data.extend(np.array(row) / np.linalg.norm(row) if row else [])
        indices.extend(vocabulary.index(word) for word in counter)
        starts.append(len(indices))
    return csr_array((data, indices, starts), shape=(len(documents), len(vocabulary))), vocabulary
