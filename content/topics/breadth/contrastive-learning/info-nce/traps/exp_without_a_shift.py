# caught by: Low temperatures: right, nearly right and all wrong
# exp(1000) is infinite, and the quotient NaN.
import numpy as np


def info_nce(U, V, temperature):
    n = len(U)
    nu = np.sqrt((U**2).sum(axis=1, keepdims=True))
    nv = np.sqrt((V**2).sum(axis=1, keepdims=True))
    u, v = U / nu, V / nv
    S = u @ v.T / temperature
    P = np.exp(S)
    P = P / P.sum(axis=1, keepdims=True)
    Q = np.exp(S)
    Q = Q / Q.sum(axis=0, keepdims=True)
    rows = np.log(np.exp(S).sum(axis=1))
    columns = np.log(np.exp(S).sum(axis=0))
    loss = (rows.mean() + columns.mean()) / 2 - np.diag(S).mean()
    dS = (P + Q - 2 * np.eye(n)) / (2 * n)
    gu, gv = dS @ v / temperature, dS.T @ u / temperature
    dU = (gu - (gu * u).sum(axis=1, keepdims=True) * u) / nu
    dV = (gv - (gv * v).sum(axis=1, keepdims=True) * v) / nv
    return loss, dU, dV, -(dS * S).sum() / temperature
