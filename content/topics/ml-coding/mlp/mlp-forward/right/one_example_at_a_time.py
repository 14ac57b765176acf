# One example at a time: the slowest way that the statement calls fast enough. Gives lists.
import numpy as np


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("as many weight matrices as biases")
    found = []
    for values in X:
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
            values = values @ W + b
            if layer + 1 < len(weights):
                values = np.where(values > 0, values, 0)
        powers = np.exp(values - values.max())
        found.append((powers / powers.sum()).tolist())
    return found
