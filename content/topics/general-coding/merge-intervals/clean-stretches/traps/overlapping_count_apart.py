# caught by: A few pairs within four seconds
# Cuts every recording by itself: where two overlap, the time is given twice.
def clean(recordings, outages, least):
    stretches = []
    for start, stop in sorted(recordings):
        for one, other in sorted(outages):
            if other <= start:
                continue
            if one >= stop:
                break
            if one - start >= least:
                stretches.append((start, one))
            start = max(start, other)
        if stop - start >= least:
            stretches.append((start, stop))
    return stretches
