# No dictionary of first places: the moments are sorted by their key, O(n log n).
def balanced_stretch(labels, classes):
    counts = [0] * len(classes)
    moments = [((0,) * len(classes), 0)]
    for stop, label in enumerate(labels, 1):
        for number, name in enumerate(classes):
            counts[number] += label == name
        least = min(counts)
        moments.append((tuple([count - least for count in counts]), stop))
    moments.sort()
    length, begin, key, first = 0, 0, None, 0
    for one, place in moments:
        if one != key:
            key, first = one, place
        if place - first > length or (place - first == length and length and first < begin):
            length, begin = place - first, first
    return (begin, begin + length)
