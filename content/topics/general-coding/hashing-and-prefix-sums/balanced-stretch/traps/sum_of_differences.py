# caught by: All short lists of a few labels
# Adds 1 for the first class and takes 1 off for each other: a single number, which balances cats against dogs and birds together.
def balanced_stretch(labels, classes):
    number, met, best = 0, {0: 0}, (0, 0)
    for stop, label in enumerate(labels, 1):
        if label == classes[0]:
            number += len(classes) - 1
        elif label in classes:
            number -= 1
        start = met.setdefault(number, stop)
        if stop - start > best[1] - best[0]:
            best = start, stop
    return best
