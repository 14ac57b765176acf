"""Stacks, heaps and merges of general coding."""

from tests.content.recomputing import another_way

# Stacks and monotonic stack


@another_way("stacks-and-monotonic-stack", "left_on_the_stack", "draw_values")
def by_pushing_and_popping(values: list[int]) -> int:
    stack: list[int] = []
    for value in values:
        while stack and stack[-1] > value:
            stack.pop()
        stack.append(value)
    return len(stack)


@another_way("stacks-and-monotonic-stack", "ruled_stretches", "draw_row")
def counted_over_all_stretches(values: list[int], place: int) -> int:
    n = len(values)
    stretches = [range(start, stop) for start in range(n) for stop in range(start + 1, n + 1)]
    return sum(min(stretch, key=lambda at: values[at]) == place for stretch in stretches)
