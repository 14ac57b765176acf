# caught by: The example in the statement
# The generator expressions all see the last value of `age`, so that equal keys are ordered by their values.
import heapq


def compact(runs):
    marked = []
    for age, run in enumerate(runs):
        marked.append((key, age, value) for key, value in run)
    result, last = [], None
    for key, _, value in heapq.merge(*marked):
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
