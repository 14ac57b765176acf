# caught by: A few pairs within four seconds
# Leaves out recordings that are too short by themselves, though together with those they touch they are long enough.
def clean(recordings, outages, least):
    merged = []
    for start, stop in sorted(pair for pair in recordings if pair[1] - pair[0] >= least):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], stop)
        else:
            merged.append([start, stop])
    stretches = []
    for start, stop in merged:
        for one, other in sorted(outages):
            if other <= start or one >= stop:
                continue
            if one - start >= least:
                stretches.append((start, one))
            start = max(start, other)
        if stop - start >= least:
            stretches.append((start, stop))
    return stretches
