# caught by: All short lists of a few labels
# The moment before the first label is not entered, so stretches from the very start are missed.
def balanced_stretch(labels, classes):
    counts, met, best = dict.fromkeys(classes, 0), {}, (0, 0)
    for stop, label in enumerate(labels, 1):
        if label in counts:
            counts[label] += 1
        least = min(counts.values())
        start = met.setdefault(tuple(count - least for count in counts.values()), stop)
        if stop - start > best[1] - best[0]:
            best = start, stop
    return best
