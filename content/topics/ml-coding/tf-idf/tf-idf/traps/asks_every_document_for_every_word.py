# caught by: The time is in proportion to the text: many documents
# Counts the documents of each word by going through all of them.
import numpy as np
from scipy.sparse import csr_array
from collections import Counter


def tf_idf(documents):
    vocabulary = sorted({w for d in documents for w in d})
    col = {w: j for j, w in enumerate(vocabulary)}
    n = len(documents)
    sets = [set(d) for d in documents]
    idf = {w: np.log((1 + n) / (1 + sum(w in s for s in sets))) + 1 for w in vocabulary}
    data, ind, ptr = [], [], [0]
    for d in documents:
        c = Counter(d)
        row = [k * idf[w] for w, k in c.items()]
        norm = sum(x * x for x in row) ** 0.5
        data += [x / norm for x in row]
        ind += [col[w] for w in c]
        ptr.append(len(ind))
    return csr_array((data, ind, ptr), shape=(n, len(vocabulary))), vocabulary
