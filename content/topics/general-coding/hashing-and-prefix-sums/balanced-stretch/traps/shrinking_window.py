# caught by: All short lists of a few labels
# A window that drops its first label while it is not balanced: dropping may unbalance what was about to become balanced.
def balanced_stretch(labels, classes):
    counts, start, best = dict.fromkeys(classes, 0), 0, (0, 0)
    for stop, label in enumerate(labels, 1):
        if label in counts:
            counts[label] += 1
        while max(counts.values()) - min(counts.values()) > 1:
            if labels[start] in counts:
                counts[labels[start]] -= 1
            start += 1
        if len(set(counts.values())) == 1 and stop - start > best[1] - best[0]:
            best = start, stop
    return best
