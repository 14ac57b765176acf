"""Numeric cards on shortest paths: distances in a small network, and arrivals on a schedule."""

import random
from itertools import pairwise

from sharpen.domain.card import Numeric

Roads = dict[str, int]
"""The length of each road in both directions, by the two letters of its ends."""


def settled(roads: Roads, start: str) -> dict[str, int]:
    """The length of a shortest way to each place, in the order in which Dijkstra's algorithm makes them final."""
    final: dict[str, int] = {}
    waiting = {start: 0}
    while waiting:
        place = min(waiting, key=lambda place: (waiting[place], place))
        final[place] = waiting.pop(place)
        for ends, length in roads.items():
            other = ends.replace(place, "")
            if place in ends and other not in final:
                waiting[other] = min(final[place] + length, waiting.get(other, final[place] + length))
    return final


def draw_roads(rng: random.Random) -> tuple[Roads]:
    names = "ABCDEF"
    roads = {one + other: rng.randint(1, 9) for one, other in pairwise(names)}
    others = [one + other for at, one in enumerate(names) for other in names[at + 2 :] if one + other != "AF"]
    return (roads | {ends: rng.randint(3, 15) for ends in sorted(rng.sample(others, 3))},)


def shortest_way(rng: random.Random) -> Numeric:
    (roads,) = draw_roads(rng)
    shown = ", ".join(f"{ends[0]} to {ends[1]} {length}" for ends, length in roads.items())
    final = settled(roads, "A")
    return Numeric(
        f"Roads that can be used in both directions, and their lengths: {shown}. How long is a shortest way "
        "from A to F?",
        final["F"],
        "Dijkstra's algorithm makes places final in this order: "
        + ", ".join(f"{place} at {length}" for place, length in final.items())
        + ".",
    )


def arrives(now: int, legs: list[tuple[int, int]]) -> int:
    """When one arrives over legs that depart at each multiple of a number of minutes, and take so many."""
    for every, takes in legs:
        now += -now % every + takes
    return now


def draw_legs(rng: random.Random) -> tuple[int, list[tuple[int, int]]]:
    legs = [(rng.choice((4, 5, 6, 7, 10, 12, 15)), rng.randint(2, 14)) for _ in range(3)]
    return rng.randint(1, 40), legs


def arrival_on_a_schedule(rng: random.Random) -> Numeric:
    start, legs = draw_legs(rng)
    shown = "; ".join(f"one at each multiple of {every} minutes, which takes {takes}" for every, takes in legs)
    times, now = [], start
    for every, takes in legs:
        away = now + -now % every
        now = away + takes
        times.append(f"away at {away}, there at {now}")
    return Numeric(
        f"You are ready at minute {start} and take three shuttles, one after the other: {shown}. You may step from one "
        "that arrives into one that departs at the same minute. At which minute are you there?",
        arrives(start, legs),
        "Each time the first multiple that is not earlier: " + "; ".join(times) + ".",
    )


CARDS = [shortest_way, arrival_on_a_schedule]
