# caught by: Thousands of centers behind the end
# Looks at everything that was met to find the nearest, in place of a heap.
def distances(links, start):
    leaving, waiting, final = {}, {start: 0}, {}
    for origin, end, length in links:
        leaving.setdefault(origin, []).append((end, length))
    while waiting:
        center = min(waiting, key=waiting.get)
        final[center] = waiting.pop(center)
        for end, length in leaving.get(center, ()):
            if end not in final:
                waiting[end] = min(final[center] + length, waiting.get(end, final[center] + length))
    return final


def vital(links, source, target):
    there = distances(links, source)
    back = distances([(end, origin, length) for origin, end, length in links], target)
    whole = there.get(target, 0)
    lines = sorted(
        (there[origin], there[end], place)
        for place, (origin, end, length) in enumerate(links)
        if origin in there and end in back and there[origin] + length + back[end] == whole
    )
    furthest, alone = 0, []
    for at, (begin, end, place) in enumerate(lines):
        after = lines[at + 1][0] if at + 1 < len(lines) else whole
        if furthest <= begin and end <= after:
            alone.append(place)
        furthest = max(furthest, end)
    return sorted(alone)
