# A list that is kept sorted: inserting moves references, which is quick at these sizes.
from bisect import insort


def clip_thresholds(norms, d):
    seen, thresholds = [], []
    for count, norm in enumerate(norms, 1):
        insort(seen, norm)
        thresholds.append(seen[-1 - count // d])
    return thresholds
