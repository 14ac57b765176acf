"""Designed data structures, trees and tries."""

from itertools import cycle, islice

from tests.content.recomputing import another_way

# Data structure design


@another_way("data-structure-design", "cache_misses", "draw_requests")
def by_distance_to_the_last_use(requests: str, capacity: int) -> int:
    """A request hits if fewer than `capacity` keys came between it and the last one for the same key."""
    between = [
        set(requests[requests.rindex(key, 0, place) + 1 : place]) if key in requests[:place] else None
        for place, key in enumerate(requests)
    ]
    return sum(keys is None or len(keys) >= capacity for keys in between)


@another_way("data-structure-design", "ring_place", "draw_ring")
def walked_around_the_ring(capacity: int, added: int, back: int) -> int:
    places = list(islice(cycle(range(capacity)), added))
    return places[-1 - back]
