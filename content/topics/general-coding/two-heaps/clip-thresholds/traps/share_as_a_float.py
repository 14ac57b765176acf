# caught by: Every d, until two norms may exceed the threshold
# Multiplies by 1 / d, which is rounded: `int(49 * (1 / 49))` is 0, so that one norm too few may exceed the threshold.
from bisect import insort


def clip_thresholds(norms, d):
    seen, thresholds, share = [], [], 1 / d
    for norm in norms:
        insort(seen, norm)
        thresholds.append(seen[-1 - int(len(seen) * share)])
    return thresholds
