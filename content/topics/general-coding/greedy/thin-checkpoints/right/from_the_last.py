# From the last checkpoint backward: another choice that is as small.
def thin(steps, most, pinned):
    must, kept = {*pinned, steps[0]}, [steps[-1]]
    for at in range(len(steps) - 1, 0, -1):
        if kept[-1] - steps[at - 1] > most:
            if steps[at] == kept[-1]:
                return None
            kept.append(steps[at])
            if kept[-1] - steps[at - 1] > most:
                return None
        if steps[at - 1] in must:
            kept.append(steps[at - 1])
    return kept[::-1]
