# Stretch by stretch between what must be kept, with `bisect` for the farthest in reach.
from bisect import bisect_right


def thin(steps, most, pinned):
    kept, at = [steps[0]], 0
    for stop in sorted({*pinned, steps[-1]}):
        while kept[-1] < stop:
            farthest = bisect_right(steps, min(kept[-1] + most, stop), at) - 1
            if farthest == at:
                return None
            at = farthest
            kept.append(steps[at])
    return kept
