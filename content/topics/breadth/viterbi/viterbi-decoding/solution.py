import numpy as np


def viterbi(
    start: np.ndarray, transitions: np.ndarray, emissions: np.ndarray, observations: np.ndarray
) -> tuple[np.ndarray, float]:
    """Find the most probable states behind the observations of a hidden Markov model.

    Parameters
    ----------
    start : array of shape (N,)
    transitions : array of shape (N, N)
        From the state of the row to that of the column.
    emissions : array of shape (N, M)
    observations : integers of shape (T,)

    Returns
    -------
    path : array of shape (T,)
        Of equally probable paths the one that is lowest, read from its end.
    log_probability : float
        Of the path and the observations together.

    Raises
    ------
    ValueError
        If the observations are impossible.

    Notes
    -----
    The best path to a state extends the best path to the state before it. O(T N^2) time, O(T N) memory.
    """
    with np.errstate(divide="ignore"):
        start, transitions, emissions = (np.log(np.asarray(one, float)) for one in (start, transitions, emissions))
    observations = np.asarray(observations, int)
    best = start + emissions[:, observations[0]]
    pointers = []
    for symbol in observations[1:]:
        through = best[:, None] + transitions
        pointers.append(through.argmax(axis=0))
        best = through.max(axis=0) + emissions[:, symbol]
    if best.max() == -np.inf:
        raise ValueError("no sequence of states can emit these observations")
    path = [best.argmax()]
    for before in reversed(pointers):
        path.append(before[path[-1]])
    return np.array(path[::-1]), float(best.max())
