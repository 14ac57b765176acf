# caught by: The example in the statement
# Sums over the pairs, without the mean.
import numpy as np


def info_nce(U, V, temperature):
    n = len(U)
    nu = np.sqrt((U**2).sum(axis=1, keepdims=True))
    nv = np.sqrt((V**2).sum(axis=1, keepdims=True))
    u, v = U / nu, V / nv
    S = u @ v.T / temperature
    P = np.exp(S - S.max(axis=1, keepdims=True))
    P = P / P.sum(axis=1, keepdims=True)
    Q = np.exp(S - S.max(axis=0, keepdims=True))
    Q = Q / Q.sum(axis=0, keepdims=True)
    rows = S.max(axis=1) + np.log(np.exp(S - S.max(axis=1, keepdims=True)).sum(axis=1))
    columns = S.max(axis=0) + np.log(np.exp(S - S.max(axis=0, keepdims=True)).sum(axis=0))
    loss = (rows + columns).sum() / 2 - np.diag(S).sum()
    dS = (P + Q - 2 * np.eye(n)) / 2
    gu, gv = dS @ v / temperature, dS.T @ u / temperature
    dU = (gu - (gu * u).sum(axis=1, keepdims=True) * u) / nu
    dV = (gv - (gv * v).sum(axis=1, keepdims=True) * v) / nv
    return loss, dU, dV, -(dS * S).sum() / temperature
