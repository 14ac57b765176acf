import numpy as np


def attention_by_blocks(Q: np.ndarray, K: np.ndarray, V: np.ndarray, block: int) -> tuple[np.ndarray, np.ndarray]:
    """Softmax attention in one pass over blocks of keys.

    Parameters
    ----------
    Q : array of shape (n, d)
    K : array of shape (m, d)
    V : array of shape (m, dv)
    block : int
        Keys that are taken at a time.

    Returns
    -------
    O : array of shape (n, dv)
        The outputs; zero without keys.
    lse : array of shape (n,)
        The logarithm of the sum of exponential scores; -inf without keys.

    Notes
    -----
    Sums are kept relative to the largest score so far and shrink when it rises: O(n m (d + dv)) time,
    O(n (block + dv)) memory.
    """
    Q = np.asarray(Q, float)
    top, total, out = np.full(len(Q), -np.inf), np.zeros(len(Q)), np.zeros((len(Q), np.shape(V)[1]))
    if len(K) == 0:
        return out, top
    for start in range(0, len(K), block):
        keys, values = (np.asarray(rows[start : start + block], float) for rows in (K, V))
        scores = Q @ keys.T / np.sqrt(Q.shape[1])
        new = np.maximum(top, scores.max(axis=1))
        shrink, weights = np.exp(top - new), np.exp(scores - new[:, None])
        total = total * shrink + weights.sum(axis=1)
        out = out * shrink[:, None] + weights @ values
        top = new
    return out / total[:, None], top + np.log(total)


def combine(O1: np.ndarray, lse1: np.ndarray, O2: np.ndarray, lse2: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Attention over two disjoint sets of keys, from that over each.

    Parameters
    ----------
    O1, O2 : arrays of shape (n, dv)
        Outputs over each set.
    lse1, lse2 : arrays of shape (n,)
        Their logarithms of sums of exponential scores, -inf for an empty set.

    Returns
    -------
    O, lse : arrays of shape (n, dv) and (n,)
        Those over both sets.

    Notes
    -----
    Each output weighs as its set does in the sum of exponentials.
    """
    O1, lse1, O2, lse2 = (np.asarray(one, float) for one in (O1, lse1, O2, lse2))
    lse = np.logaddexp(lse1, lse2)
    shift = np.where(np.isneginf(lse), 0, lse)
    first, second = (np.exp(one - shift)[:, None] for one in (lse1, lse2))
    return first * O1 + second * O2, lse
