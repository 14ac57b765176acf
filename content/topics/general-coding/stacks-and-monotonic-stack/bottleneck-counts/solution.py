from collections.abc import Sequence


def bottlenecks(rates: Sequence[int]) -> list[int]:
    """In how many runs of neighboring stages each stage is the slowest, the first of equals.

    Parameters
    ----------
    rates : list of int
        The rates of the stages in their order.

    Returns
    -------
    list of int
        A count for each stage.

    Notes
    -----
    The stack holds the stages for which no slower one has come, their rates rising. A stage is popped by the next
    slower one; the one below it is the last that is as slow. Each is pushed and popped once: O(n).
    """
    counts, stack = [0] * len(rates), []
    for place in range(len(rates) + 1):
        while stack and (place == len(rates) or rates[stack[-1]] > rates[place]):
            stage = stack.pop()
            before = stack[-1] if stack else -1
            counts[stage] = (stage - before) * (place - stage)
        stack.append(place)
    return counts
