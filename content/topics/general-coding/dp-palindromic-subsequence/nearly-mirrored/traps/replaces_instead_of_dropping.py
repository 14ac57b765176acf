# caught by: Every trace of up to six events of two kinds
# Counts pairs of places that differ, as if events were replaced: dropping one moves all that follow.
def fewest_stretches(events, k):
    count = len(events)
    best = [(0, 0)]
    for stop in range(1, count + 1):
        options = []
        for start in range(stop):
            stretch = events[start:stop]
            needed = sum(stretch[at] != stretch[-1 - at] for at in range(len(stretch) // 2))
            if needed <= k:
                options.append((best[start][0] + 1, best[start][1] + needed))
        best.append(min(options))
    return best[-1]
