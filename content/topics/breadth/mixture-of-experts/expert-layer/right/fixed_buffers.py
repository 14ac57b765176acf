# Buffers of the fullest expert's size and batched products over the experts that were chosen.
import numpy as np


def filled(X, choices, gates):
    experts = np.unique(choices[choices >= 0])
    rows = [np.nonzero(choices == e) for e in experts]
    size = max([len(i) for i, _ in rows], default=0)
    tokens = np.zeros((len(experts), size, X.shape[1]))
    for place, (i, _) in enumerate(rows):
        tokens[place, : len(i)] = X[i]
    return experts, rows, tokens


def experts_forward(X, W1, W2, choices, gates):
    experts, rows, tokens = filled(X, choices, gates)
    out = np.zeros((len(X), W2.shape[2]))
    if len(experts) == 0:
        return out
    made = np.maximum(tokens @ W1[experts], 0) @ W2[experts]
    for place, (i, r) in enumerate(rows):
        out[i] = out[i] + made[place, : len(i)] * gates[i, r].reshape(-1, 1)
    return out


def experts_backward(X, W1, W2, choices, gates, G):
    dX, dW1, dW2, dgates = np.zeros(X.shape), np.zeros(W1.shape), np.zeros(W2.shape), np.zeros(gates.shape)
    experts, rows, tokens = filled(X, choices, gates)
    if len(experts) == 0:
        return dX, dW1, dW2, dgates
    inner = tokens @ W1[experts]
    hidden = np.maximum(inner, 0)
    made = hidden @ W2[experts]
    upstream = np.zeros(made.shape)
    for place, (i, r) in enumerate(rows):
        dgates[i, r] = np.sum(made[place, : len(i)] * G[i], axis=-1)
        upstream[place, : len(i)] = G[i] * gates[i, r].reshape(-1, 1)
    dW2[experts] = hidden.swapaxes(1, 2) @ upstream
    back = (upstream @ W2[experts].swapaxes(1, 2)) * (inner > 0)
    dW1[experts] = tokens.swapaxes(1, 2) @ back
    sent = back @ W1[experts].swapaxes(1, 2)
    for place, (i, _) in enumerate(rows):
        dX[i] += sent[place, : len(i)]
    return dX, dW1, dW2, dgates
