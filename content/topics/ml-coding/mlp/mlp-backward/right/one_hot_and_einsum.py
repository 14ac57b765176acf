# One-hot rows, sums by einsum, the log-sum-exp by logaddexp; the division by n comes last.
import numpy as np


def mlp_backward(X, y, W1, b1, W2, b2):
    Y = (np.asarray(y)[:, None] == np.arange(len(b2))).astype(float)
    Z = np.einsum("nd,dh->nh", X, W1) + b1
    on = (Z > 0).astype(float)
    S = np.einsum("nh,hk->nk", Z * on, W2) + b2
    log_sum = np.logaddexp.reduce(S, axis=1)
    error = np.exp(S - log_sum[:, None]) - Y
    below = np.einsum("nk,hk->nh", error, W2) * on
    dW1, dW2 = np.einsum("nd,nh->dh", X, below) / len(X), np.einsum("nh,nk->hk", Z * on, error) / len(X)
    return np.mean(log_sum - (S * Y).sum(axis=1)), dW1, below.mean(axis=0), dW2, error.mean(axis=0)
