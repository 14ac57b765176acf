"""The prices by hour and zone, with a cheapest route in blue."""

from itertools import pairwise
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 12 hours or zones."""
    prices, fee = diagrams.given(call, "prices", "fee")
    hours, zones = len(prices), len(prices[0])
    if max(hours, zones) > 12:
        raise ValueError("too many prices to see anything")
    axes = diagrams.sheet(figure)
    route = _route(prices, fee)
    wide = diagrams.breadth([price for row in prices for price in row])
    tones = dict.fromkeys(enumerate(route), "blue")
    diagrams.words(axes, -0.2, 0.35, "hour", size=8, align="right")
    diagrams.words(axes, 0, 0, "zone, the last one next to the first", size=8)
    diagrams.table(axes, 0, 0.8, prices, across=range(zones), down=range(hours), tones=tones, wide=wide)
    paid = " + ".join(str(prices[hour][zone]) for hour, zone in enumerate(route))
    moves = sum(one != other for one, other in pairwise(route))
    told = f"Blue: a cheapest route, {paid}, and {moves} move{'s' * (moves != 1)} for {fee} each."
    diagrams.words(axes, 0, hours + 1.2, told, size=9)
    diagrams.told(axes, hours + 1.5, got, expected)
    diagrams.fit(axes)


def _route(prices: list[list[int]], fee: int) -> list[int]:
    """The zones of a cheapest run, hour by hour."""
    zones = len(prices[0])
    routes = [(price, [zone]) for zone, price in enumerate(prices[0])]
    for row in prices[1:]:
        routes = [
            min(
                (total + price + fee * (came != zone), [*route, zone])
                for came in dict.fromkeys((zone, (zone - 1) % zones, (zone + 1) % zones))
                for total, route in [routes[came]]
            )
            for zone, price in enumerate(row)
        ]
    return min(routes)[1]
