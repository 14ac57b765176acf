# All choices sorted by expert once, slices of gathered rows, np.add.at back; gates scale the hidden values.
import numpy as np


def pieces(choices):
    flat = choices.ravel()
    order = np.argsort(flat, kind="stable")
    order = order[flat[order] >= 0]
    experts, starts = np.unique(flat[order], return_index=True)
    for e, where in zip(experts, np.split(order, starts[1:])):
        yield e, where // choices.shape[1], where % choices.shape[1]


def experts_forward(X, W1, W2, choices, gates):
    out = np.zeros((X.shape[0], W2.shape[2]))
    for e, i, r in pieces(choices):
        h = (X[i] @ W1[e]).clip(min=0) * gates[i, r][:, None]
        np.add.at(out, i, h @ W2[e])
    return out


def experts_backward(X, W1, W2, choices, gates, G):
    dX, dgates = np.zeros(X.shape), np.zeros(gates.shape)
    dW1, dW2 = np.zeros(W1.shape), np.zeros(W2.shape)
    for e, i, r in pieces(choices):
        h = (X[i] @ W1[e]).clip(min=0)
        dh = G[i] @ W2[e].T
        dgates[i, r] = np.einsum("ij,ij->i", h, dh)
        scaled = h * gates[i, r][:, None]
        dW2[e] = np.einsum("ij,ik->jk", scaled, G[i])
        da = np.where(h > 0, dh * gates[i, r][:, None], 0)
        dW1[e] = X[i].T @ da
        np.add.at(dX, i, da @ W1[e].T)
    return dX, dW1, dW2, dgates
