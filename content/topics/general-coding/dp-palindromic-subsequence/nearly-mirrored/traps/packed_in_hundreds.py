# caught by: Names that are nearly alike, more drops than events, long passes
# Stretches and drops in one number, a hundred for each stretch: more than 99 may be dropped.
def fewest_stretches(events, k):
    count = len(events)
    drops = [[0] * (count + 1) for _ in range(count + 1)]
    for start in reversed(range(count)):
        for stop in range(start + 2, count + 1):
            if events[start] == events[stop - 1]:
                drops[start][stop] = drops[start + 1][stop - 1]
            else:
                drops[start][stop] = 1 + min(drops[start + 1][stop], drops[start][stop - 1])
    best = [0]
    for stop in range(1, count + 1):
        best.append(min(best[start] + 100 + drops[start][stop] for start in range(stop) if drops[start][stop] <= k))
    return divmod(best[count], 100)
