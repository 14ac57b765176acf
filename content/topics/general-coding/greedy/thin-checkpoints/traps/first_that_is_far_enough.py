# caught by: The example in the statement
# Keeps the first checkpoint that is at least `most` away, where the last that is not farther is meant.
def thin(steps, most, pinned):
    must, kept = {*pinned, steps[-1]}, [steps[0]]
    for step in steps[1:]:
        if step - kept[-1] >= most or step in must:
            kept.append(step)
    return kept
