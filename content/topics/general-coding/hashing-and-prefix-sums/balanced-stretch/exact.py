"""Every stretch, with the counts of the classes compared in it."""


def balanced_stretch(labels, classes):
    best = (0, 0)
    for start in range(len(labels)):
        for stop in range(start + 1, len(labels) + 1):
            counts = [sum(one == label for one in labels[start:stop]) for label in classes]
            if min(counts) == max(counts) and stop - start > best[1] - best[0]:
                best = (start, stop)
    return best


def inputs(rng, draw):
    names = ["a", "b", "A", "", "b ", "é", "other"]
    rng.shuffle(names)
    kinds = int(rng.integers(1, 7))
    labels = [names[number] for number in rng.integers(0, kinds, draw.length("labels", 16))]
    return labels, names[: int(rng.integers(2, 5))]
