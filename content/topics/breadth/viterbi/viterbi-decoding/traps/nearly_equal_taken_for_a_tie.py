# caught by: What is barely better is no tie
# Takes nearly equal last states for tied.
import numpy as np


def viterbi(start, transitions, emissions, observations):
    N, T = len(start), len(observations)
    with np.errstate(divide="ignore"):
        log_pi, log_A, log_B = np.log(start), np.log(transitions), np.log(emissions)
    delta = np.empty((T, N))
    psi = np.zeros((T, N), dtype=int)
    delta[0] = log_pi + log_B[:, observations[0]]
    for t in range(1, T):
        scores = delta[t - 1] + log_A.T
        psi[t] = np.argmax(scores, axis=1)
        delta[t] = np.max(scores, axis=1) + log_B[:, observations[t]]
    if np.isneginf(delta[-1]).all():
        raise ValueError("impossible observations")
    path = np.empty(T, dtype=int)
    path[-1] = np.flatnonzero(np.isclose(delta[-1], delta[-1].max(), atol=1e-3))[0]
    for t in range(T - 2, -1, -1):
        path[t] = psi[t + 1, path[t + 1]]
    return path, delta[-1, path[-1]]
