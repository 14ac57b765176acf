# caught by: 30,000 checkpoints, thousands of them in reach, or all of them pinned
# The fewest for each checkpoint from those of all in reach before it: right, and quadratic.
def thin(steps, most, pinned):
    must, counts, before = set(pinned), [1], [None]
    for at in range(1, len(steps)):
        best = None
        for earlier in range(at - 1, -1, -1):
            if steps[at] - steps[earlier] > most:
                break
            if counts[earlier] is not None and (best is None or counts[earlier] < counts[best]):
                best = earlier
            if steps[earlier] in must:
                break
        counts.append(None if best is None else counts[best] + 1)
        before.append(best)
    if counts[-1] is None:
        return None
    kept, at = [], len(steps) - 1
    while at is not None:
        kept.append(steps[at])
        at = before[at]
    return kept[::-1]
