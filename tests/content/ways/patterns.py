"""The patterns of general coding."""

from itertools import combinations

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
