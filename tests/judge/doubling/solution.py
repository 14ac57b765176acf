import numpy as np


def double(values: np.ndarray) -> np.ndarray:
    """Return twice every value."""
    return 2 * np.asarray(values)
