# caught by: 30,000 checkpoints, thousands of them in reach, or all of them pinned
# Looks each step up in the list of pinned ones: quadratic when many are pinned.
from itertools import pairwise


def thin(steps, most, pinned):
    kept = [steps[0]]
    for before, step in pairwise(steps):
        if step - kept[-1] > most:
            if step - before > most:
                return None
            kept.append(before)
        if step in pinned or step == steps[-1]:
            kept.append(step)
    return kept
