import numpy as np


def pass_at_k(samples: list[int], correct: list[int], k: int) -> float:
    """The chance that at least one of k answers passes, estimated without bias and averaged over tasks.

    Parameters
    ----------
    samples : numbers of answers, one per task
    correct : how many of them passed
    k : int

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If k is less than 1 or greater than some number of samples.

    Notes
    -----
    Drawing without putting back, one answer after another: no large binomial coefficients,
    and a factor of 0 where fewer than k failed. O(tasks k).
    """
    samples, correct = (np.asarray(counts, float) for counts in (samples, correct))
    if not 1 <= k <= samples.min():
        raise ValueError("k must be from 1 to the smallest number of samples")
    fails = np.ones(len(samples))
    for drawn in range(int(k)):
        fails *= (samples - correct - drawn) / (samples - drawn)
    return float(1 - fails.mean())


def calibration_error(confidences: list[float], correct: list[int], bins: int = 10) -> tuple[float, float]:
    """Expected and largest calibration error, over bins of equal width that hold their upper edge.

    Parameters
    ----------
    confidences : numbers from 0 to 1
    correct : for each, 1 if the answer was right, else 0
    bins : int

    Returns
    -------
    expected, largest : floats

    Notes
    -----
    Sums per bin; a bin's count cancels between its weight and its means. O(answers + bins).
    """
    confidences, correct = np.asarray(confidences, float), np.asarray(correct, float)
    place = np.maximum(np.ceil(confidences * bins).astype(int) - 1, 0)
    gaps = np.abs(np.bincount(place, correct - confidences))
    counts = np.bincount(place)
    filled = counts > 0
    return float(gaps.sum() / len(place)), float((gaps[filled] / counts[filled]).max())
