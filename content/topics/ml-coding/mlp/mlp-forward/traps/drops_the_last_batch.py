# caught by: One matrix product a layer
# Goes through the examples in batches, and forgets those that do not fill one.
import numpy as np

BATCH = 1024


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("as many weight matrices as biases")
    P = np.zeros((len(X), len(biases[-1])))
    for batch in range(max(1, len(X) // BATCH)):
        rows = slice(batch * BATCH, (batch + 1) * BATCH)
        A = X[rows]
        for W, b in zip(weights[:-1], biases[:-1], strict=True):
            A = np.maximum(A @ W + b, 0)
        logits = A @ weights[-1] + biases[-1]
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        P[rows] = powers / powers.sum(axis=1, keepdims=True)
    return P
