# caught by: The example in the statement
# Thins out first and adds the pinned ones afterwards, which is one too many.
from itertools import pairwise


def thin(steps, most, pinned):
    kept = [steps[0]]
    for before, step in pairwise(steps):
        if step - kept[-1] > most:
            if step - before > most:
                return None
            kept.append(before)
    return sorted({*kept, *pinned, steps[-1]})
