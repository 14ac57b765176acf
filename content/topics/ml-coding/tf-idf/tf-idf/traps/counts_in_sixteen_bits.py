# caught by: A word in every document keeps a weight, and df counts all documents, equal ones too
# Counts in sixteen bits to save memory: a word that comes 70,000 times in a document comes 4,464 times.
import math
from collections import Counter

import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    n = len(documents)
    bags = [Counter(document) for document in documents]
    df = Counter(word for bag in bags for word in bag)
    vocabulary = sorted(df)
    column = {word: j for j, word in enumerate(vocabulary)}
    idf = [math.log((1 + n) / (1 + df[word])) + 1 for word in vocabulary]
    data, indices, indptr = [], [], [0]
    for bag in bags:
        row = [(column[word], int(np.array(count).astype(np.uint16))) for word, count in bag.items()]
        weights = [count * idf[j] for j, count in row]
        length = math.sqrt(sum(weight * weight for weight in weights))
        data.extend(weight / length for weight in weights)
        indices.extend(j for j, _ in row)
        indptr.append(len(data))
    matrix = csr_array((np.array(data), np.array(indices), np.array(indptr)), shape=(n, len(vocabulary)))
    return matrix, vocabulary
