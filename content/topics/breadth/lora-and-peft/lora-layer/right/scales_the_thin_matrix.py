# The scale goes into B or into what is small; np.float64 all through.
import numpy as np


def lora_forward(X, W, A, B, alpha):
    scaled = B * (alpha / B.shape[1])
    out = np.einsum("ni,oi->no", X, W)
    out += np.einsum("nr,or->no", np.einsum("ni,ri->nr", X, A), scaled)
    return out


def lora_gradients(X, W, A, B, alpha, G):
    s = alpha / B.shape[1]
    X, G = X.astype(np.float64), G.astype(np.float64)
    hidden = s * np.matmul(X, A.T)
    up = s * np.matmul(G, B)
    dX = np.matmul(up, A)
    dX += np.matmul(G, W)
    return np.matmul(up.T, X), np.matmul(hidden.T, G).T, dX


def lora_merge(W, A, B, alpha):
    return np.add(W, np.matmul(B * alpha / B.shape[1], A))
