from collections.abc import Sequence


def cheapest_run(prices: Sequence[Sequence[int]], fee: int) -> int:
    """The lowest total of prices and fees of a job that may move around a ring of zones.

    Parameters
    ----------
    prices : list of lists of int
        For each hour the price of each zone.
    fee : int
        What it costs to move to a neighboring zone between two hours, at least 0.

    Returns
    -------
    int
        The lowest total over all routes.

    Notes
    -----
    `least[z]` is the lowest total of the routes that are in zone z now; each comes from one of three zones. Python's
    index -1 closes the ring on one side, a remainder on the other: O(hours * zones) time, O(zones) space.
    """
    least = list(prices[0])
    for hour in prices[1:]:
        zones = len(hour)
        least = [
            price + min(least[zone], least[zone - 1] + fee, least[(zone + 1) % zones] + fee)
            for zone, price in enumerate(hour)
        ]
    return min(least)
