"""Plain lists and dictionaries, with every sum rounded once."""

import math

WORDS = ["a", "A", "b", "b c", "b ", "été", "Zoo", "10", "9", "ß", "e\u0301t\u00e9"]


def tf_idf(documents):
    vocabulary = sorted({word for document in documents for word in document})
    holders = {word: sum(word in document for document in documents) for word in vocabulary}
    n = len(documents)
    rows = []
    for document in documents:
        row = [document.count(word) * (math.log((1 + n) / (1 + holders[word])) + 1) for word in vocabulary]
        length = math.sqrt(math.fsum(weight * weight for weight in row))
        rows.append([weight / length if length else 0.0 for weight in row])
    return rows, vocabulary


def inputs(rng, draw):
    words = WORDS[: rng.integers(1, len(WORDS) + 1)]
    lengths = rng.choice([0, 1, 2, 5, 40], draw.length("documents", 12), p=[0.2, 0.2, 0.2, 0.3, 0.1])
    documents = [[words[i] for i in rng.integers(0, len(words), length)] for length in lengths]
    return ([*documents, *documents[: rng.integers(2)], [words[0]]],)
