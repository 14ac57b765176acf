# caught by: 30,000 labels, and no long stretch is balanced
# Counts anew from every start: right, and quadratic.
def balanced_stretch(labels, classes):
    best = 0, 0
    for start in range(len(labels)):
        counts = dict.fromkeys(classes, 0)
        for stop in range(start, len(labels)):
            if labels[stop] in counts:
                counts[labels[stop]] += 1
            if len(set(counts.values())) == 1 and stop + 1 - start > best[1] - best[0]:
                best = start, stop + 1
    return best
