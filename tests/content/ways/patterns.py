"""The patterns of general coding."""

from itertools import combinations, pairwise

from tests.content.recomputing import another_way

# Sliding window


@another_way("sliding-window", "moves_of_the_left_end", "draw_text")
def outside_the_longest_suffix(text: str, kinds: int) -> int:
    return next(start for start in range(len(text) + 1) if len(set(text[start:])) <= kinds)


@another_way("sliding-window", "refusals", "draw_times")
def outside_the_first_legal_choice(times: list[int], window: int, limit: int) -> int:
    """Of all ways to accept with never more than `limit` in a window, greedy's is the first in lexicographic order."""

    def legal(chosen: tuple[int, ...]) -> bool:
        return all(times[later] - times[one] >= window for one, later in zip(chosen, chosen[limit:], strict=False))

    places = range(len(times))
    choices = [chosen for count in range(len(times) + 1) for chosen in combinations(places, count) if legal(chosen)]
    first = max(choices, key=lambda chosen: [place in chosen for place in places])
    return len(times) - len(first)


# Linked list reversal


@another_way("linked-list-reversal", "place_in_blocks", "draw_place")
def found_in_the_list(place: int, length: int, block: int) -> int:
    nodes = list(range(1, length + 1))
    for start in range(0, length - block + 1, block):
        nodes[start : start + block] = nodes[start : start + block][::-1]
    return nodes.index(place) + 1


@another_way("linked-list-reversal", "changed_links", "draw_part")
def counted_in_the_links(length: int, first: int, last: int) -> int:
    before = list(range(length))
    after = [*before[: first - 1], *before[first - 1 : last][::-1], *before[last:]]
    return len(set(pairwise([*before, None])) - set(pairwise([*after, None])))
