# caught by: Pairs of few columns, by complex steps
# The temperature is in the logits and not on the way back.
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
    loss = (rows.mean() + columns.mean()) / 2 - np.diag(S).mean()
    dS = (P + Q - 2 * np.eye(n)) / (2 * n)
    gu, gv = dS @ v, dS.T @ u
    dU = (gu - (gu * u).sum(axis=1, keepdims=True) * u) / nu
    dV = (gv - (gv * v).sum(axis=1, keepdims=True) * v) / nv
    return loss, dU, dV, -(dS * S).sum() / temperature
