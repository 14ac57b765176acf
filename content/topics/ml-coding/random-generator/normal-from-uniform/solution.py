from collections.abc import Iterator
from math import cos, log1p, pi, sin, sqrt


def box_muller(u1: float, u2: float) -> tuple[float, float]:
    """Two independent standard normal numbers from two uniform ones.

    Parameters
    ----------
    u1, u2 : float
        In [0, 1).

    Returns
    -------
    tuple of float
        (r cos t, r sin t) with r = sqrt(-2 ln(1 - u1)) and t = 2 pi u2.

    Notes
    -----
    r**2 / 2 is exponential and t uniform, which makes the point (r, t) standard normal in the plane.
    1 - u1 is never 0, and log1p computes its logarithm accurately.
    """
    radius, angle = sqrt(-2 * log1p(-u1)), 2 * pi * u2
    return radius * cos(angle), radius * sin(angle)


def normals(count: int, uniforms: Iterator[float], mean: float = 0.0, sigma: float = 1.0) -> list[float]:
    """Independent normal numbers.

    Parameters
    ----------
    count : int
        How many numbers to return.
    uniforms : iterator of float
        Independent numbers, uniform on [0, 1).
    mean, sigma : float
        Mean and standard deviation.

    Returns
    -------
    list of float
        `count` finite numbers.

    Raises
    ------
    ValueError
        If sigma is negative.

    Notes
    -----
    Pairs by Box-Muller; one number is dropped when count is odd. O(count), one uniform per number.
    """
    if sigma < 0:
        raise ValueError(f"sigma must not be negative, not {sigma}")
    numbers: list[float] = []
    while len(numbers) < count:
        pair = box_muller(next(uniforms), next(uniforms))
        numbers += [mean + sigma * z for z in pair]
    return numbers[:count]
