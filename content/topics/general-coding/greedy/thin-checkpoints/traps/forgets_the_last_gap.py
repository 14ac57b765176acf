# caught by: Checkpoints at some of seven steps
# Appends the last checkpoint without asking how far away it is.
def thin(steps, most, pinned):
    kept = [steps[0]]
    for before, step in zip(steps, steps[1:-1]):
        if step - kept[-1] > most:
            if step - before > most:
                return None
            kept.append(before)
        if step in pinned:
            kept.append(step)
    if steps[-1] - kept[-1] > most and steps[-2] != kept[-1]:
        kept.append(steps[-2])
    return kept if len(steps) == 1 else [*kept, steps[-1]]
