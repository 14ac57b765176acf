# caught by: One matrix product a layer
# The formula of a single unit, in three loops around a dot product.
import numpy as np


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("as many weight matrices as biases")
    P = np.zeros((len(X), len(biases[-1])))
    for i, values in enumerate(X):
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
            z = np.array([values @ W[:, j] + b[j] for j in range(len(b))])
            values = np.maximum(z, 0) if layer + 1 < len(weights) else z
        powers = np.exp(values - values.max())
        P[i] = powers / powers.sum()
    return P
