def clipped_mean(values: list[float], low: float, high: float) -> float:
    """The mean of the values, each clipped to [low, high].

    Raises
    ------
    ValueError
        When there are no values.

    Notes
    -----
    One pass, O(n).
    """
    if not values:
        raise ValueError("there are no values")
    total = 0.0
    for value in values:
        total += min(max(value, low), high)
    return total / len(values)
