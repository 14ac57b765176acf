# Unites both lists first, then walks them with two places.
def merged(pairs):
    result = []
    for start, stop in sorted(pairs):
        if result and start <= result[-1][1]:
            result[-1][1] = max(result[-1][1], stop)
        else:
            result.append([start, stop])
    return result


def clean(recordings, outages, least):
    broken, at, stretches = merged(outages), 0, []
    for start, stop in merged(recordings):
        while at < len(broken) and broken[at][1] <= start:
            at += 1
        here = at
        while here < len(broken) and broken[here][0] < stop:
            if broken[here][0] - start >= least:
                stretches.append([start, broken[here][0]])
            start = broken[here][1]
            here += 1
        if stop - start >= least:
            stretches.append([start, stop])
        at = max(at, here - 1)
    return stretches
