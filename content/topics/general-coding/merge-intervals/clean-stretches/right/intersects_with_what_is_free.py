# The time between outages is a list of intervals too; what is wanted is an intersection.
def clean(recordings, outages, least):
    free, before = [], -1
    for start, stop in sorted(outages):
        if start > before:
            free.append((before, start))
        before = max(before, stop)
    free.append((before, 10**12))
    solid = []
    for start, stop in sorted(recordings):
        if solid and start <= solid[-1][1]:
            solid[-1] = (solid[-1][0], max(solid[-1][1], stop))
        else:
            solid.append((start, stop))
    i, j, both = 0, 0, []
    while i < len(solid) and j < len(free):
        start, stop = max(solid[i][0], free[j][0]), min(solid[i][1], free[j][1])
        if stop - start >= least:
            both.append((start, stop))
        if solid[i][1] < free[j][1]:
            i += 1
        else:
            j += 1
    return both
