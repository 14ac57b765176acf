# caught by: A few pairs within four seconds
# Cuts by the outages in order of their starts and goes back to the stop of each: one within another undoes it.
def clean(recordings, outages, least):
    merged = []
    for start, stop in sorted(recordings):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], stop)
        else:
            merged.append([start, stop])
    stretches = []
    for start, stop in merged:
        begin = start
        for one, other in sorted(outages):
            if one >= stop:
                break
            if begin < other:
                if one - start >= least:
                    stretches.append((start, one))
                start = other
        if stop - start >= least:
            stretches.append((start, stop))
    return stretches
