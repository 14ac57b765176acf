# caught by: No labels, none that matter, and none of one class
# `if label` where a label may be the empty text.
def balanced_stretch(labels, classes):
    counts = dict.fromkeys(classes, 0)
    met = {(0,) * len(classes): 0}
    best = (0, 0)
    for stop, label in enumerate(labels, 1):
        if label and label in counts:
            counts[label] += 1
        least = min(counts.values())
        start = met.setdefault(tuple(count - least for count in counts.values()), stop)
        if stop - start > best[1] - best[0]:
            best = (start, stop)
    return best
