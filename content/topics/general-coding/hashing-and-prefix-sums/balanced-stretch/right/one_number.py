# A single number for the differences: the counts as digits, in a base larger than any count.
def balanced_stretch(labels, classes):
    base = 2 * len(labels) + 3
    steps = {name: base**number for number, name in enumerate(classes[1:])}
    steps[classes[0]] = -sum(steps.values())
    total, met, best = 0, {0: 0}, [0, 0]
    for place in range(len(labels)):
        total += steps.get(labels[place], 0)
        if total not in met:
            met[total] = place + 1
        elif place + 1 - met[total] > best[1] - best[0]:
            best = [met[total], place + 1]
    return best
