# caught by: 8,000 recordings with an outage in each
# Goes through the outages from the first on for each recording.
def clean(recordings, outages, least):
    broken, stretches = merged(outages), []
    for start, stop in merged(recordings):
        for first, last in broken:
            if first >= stop:
                break
            if last > start:
                if first - start >= least:
                    stretches.append((start, first))
                start = last
        if stop - start >= least:
            stretches.append((start, stop))
    return stretches


def merged(pairs):
    found = []
    for start, stop in sorted(pairs):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    return found
