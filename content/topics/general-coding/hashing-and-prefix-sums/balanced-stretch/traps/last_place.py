# caught by: All short lists of a few labels
# The latest place of each key is kept instead of the first: stretches come out short.
def balanced_stretch(labels, classes):
    counts, met, best = dict.fromkeys(classes, 0), {(0,) * len(classes): 0}, (0, 0)
    for stop, label in enumerate(labels, 1):
        if label in counts:
            counts[label] += 1
        least = min(counts.values())
        key = tuple(count - least for count in counts.values())
        if key in met and stop - met[key] > best[1] - best[0]:
            best = met[key], stop
        met[key] = stop
    return best
