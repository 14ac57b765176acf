# caught by: Names that are two others with a mark between them
# Remembers the drops of a stretch under its names joined by commas, which other stretches share.
def fewest_stretches(events, k):
    n = len(events)
    known = {}

    def drops(i, j):
        if j - i < 2:
            return 0
        key = ",".join(events[i:j])
        if key not in known:
            if events[i] == events[j - 1]:
                known[key] = drops(i + 1, j - 1)
            else:
                known[key] = 1 + min(drops(i + 1, j), drops(i, j - 1))
        return known[key]

    best = [(0, 0)]
    for stop in range(1, n + 1):
        best.append(
            min(
                (best[start][0] + 1, best[start][1] + drops(start, stop))
                for start in range(stop)
                if drops(start, stop) <= k
            )
        )
    return best[n]
