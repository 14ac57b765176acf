# caught by: Every trace of up to six events of two kinds
# Compares what is dropped before the number of stretches: single events drop nothing at all.
def fewest_stretches(events, k):
    count = len(events)
    below, best = [0] * (count + 1), [(0, 0)] * (count + 1)
    for i in reversed(range(count)):
        row = below[:i] + [0, 0]
        for j in range(i + 2, count + 1):
            row.append(below[j - 1] if events[i] == events[j - 1] else 1 + min(below[j], row[j - 1]))
        best[i] = min((row[j] + best[j][0], 1 + best[j][1]) for j in range(i + 1, count + 1) if row[j] <= k)
        below = row
    return best[0][::-1]
