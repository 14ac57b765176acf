# caught by: 50,000 checkpoints, all of which are kept
# `kept = kept + [step]` copies all that is kept for each step.
def thin(steps, most, pinned):
    must = {*pinned, steps[-1]}
    kept = [steps[0]]
    for before, step in zip(steps, steps[1:], strict=False):
        if step - kept[-1] > most:
            if step - before > most:
                return None
            kept = kept + [before]
        if step in must:
            kept = kept + [step]
    return kept
