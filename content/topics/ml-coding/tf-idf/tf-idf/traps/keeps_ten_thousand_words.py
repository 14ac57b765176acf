# caught by: The time is in proportion to the text: many words
# Limits the vocabulary to the most frequent words, as people are used to; nobody asked for a limit.
from collections import Counter

import numpy as np
from scipy.sparse import csr_array


def tf_idf(documents):
    counts = [Counter(document) for document in documents]
    frequency = Counter(word for count in counts for word in count)
    vocabulary = sorted(word for word, _ in frequency.most_common(10_000))
    column = {word: j for j, word in enumerate(vocabulary)}
    data, indices, starts = [], [], [0]
    for count in counts:
        row = {
            column[word]: times * (np.log((1 + len(documents)) / (1 + frequency[word])) + 1)
            for word, times in count.items()
            if word in column
        }
        length = sum(weight**2 for weight in row.values()) ** 0.5
        data += [weight / length for weight in row.values()]
        indices += row
        starts.append(len(indices))
    return csr_array((data, indices, starts), shape=(len(documents), len(vocabulary))), vocabulary
