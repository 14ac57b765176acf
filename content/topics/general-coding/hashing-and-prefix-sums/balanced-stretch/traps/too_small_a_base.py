# caught by: Many of one class, one of another, many of the third
# Packs the differences into one number in base 10,000: 10,000 of one class weigh as much as one of another.
def balanced_stretch(labels, classes):
    *others, last = classes
    weight = {name: 10 ** (4 * i) for i, name in enumerate(others)}
    weight[last] = -sum(weight.values())
    total, first, best = 0, {0: 0}, (0, 0)
    for i, label in enumerate(labels):
        total += weight.get(label, 0)
        start = first.get(total)
        if start is None:
            first[total] = i + 1
        elif i + 1 - start > best[1] - best[0]:
            best = start, i + 1
    return best
