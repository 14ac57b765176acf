"""Numeric cards on designing data structures: what a cache misses, what a ring holds, what growing copies."""

import random

from sharpen.domain.card import Numeric


def draw_requests(rng: random.Random) -> tuple[str, int]:
    return "".join(rng.choice("abcd") for _ in range(rng.randint(8, 11))), rng.choice((2, 2, 3))


def missed(requests: str, capacity: int) -> list[int]:
    """The places of the requests that a cache does not hold when they come, if the least recently used key leaves."""
    cache: list[str] = []
    places = []
    for place, key in enumerate(requests):
        if key in cache:
            cache.remove(key)
        else:
            places.append(place)
            cache = cache[-capacity + 1 :]
        cache.append(key)
    return places


def cache_misses(rng: random.Random) -> Numeric:
    requests, capacity = draw_requests(rng)
    places = missed(requests, capacity)
    marked = " ".join(f"**{key}**" if place in places else key for place, key in enumerate(requests))
    return Numeric(
        f"An empty cache has room for {capacity} keys, and the least recently used one leaves. The keys `{requests}` "
        "are asked for in this order; what is missing is put in. How many requests miss?",
        len(places),
        f"The misses in bold: {marked}. A request misses if the key is new, or if {capacity} or more other keys came "
        "since it was last asked for.",
    )


def draw_ring(rng: random.Random) -> tuple[int, int, int]:
    capacity = rng.randint(3, 9)
    return capacity, rng.randint(capacity + 1, 40), rng.randint(0, capacity - 1)


def place_in_the_ring(capacity: int, added: int, back: int) -> int:
    """Where the reading is that came so many before the newest, if the first of all came to place 0."""
    return (added - 1 - back) % capacity


def ring_place(rng: random.Random) -> Numeric:
    capacity, added, back = draw_ring(rng)
    answer = place_in_the_ring(capacity, added, back)
    which = "the newest reading" if back == 0 else f"the reading that came {back} before the newest"
    return Numeric(
        f"A ring has {capacity} places, numbered from 0. The first reading goes to place 0, each next one to the place "
        f"after, and after the last place comes place 0 again. {added} readings have come. At which place is {which}?",
        answer,
        f"Counted from 0 it is reading {added - 1 - back}, and {added - 1 - back} mod {capacity} = {answer}.",
    )


CARDS = [cache_misses, ring_place]
