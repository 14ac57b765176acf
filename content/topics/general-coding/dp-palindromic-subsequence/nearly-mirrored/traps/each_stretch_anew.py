# caught by: 150 events
# Works out the drops of every stretch from the beginning: right, and O(n⁴).
def fewest_stretches(events, k):
    def drops(stretch):
        below = [0] * (len(stretch) + 1)
        for i in reversed(range(len(stretch))):
            row = below[:i] + [0, 0]
            for j in range(i + 2, len(stretch) + 1):
                row.append(below[j - 1] if stretch[i] == stretch[j - 1] else 1 + min(below[j], row[j - 1]))
            below = row
        return below[-1]

    best = [(0, 0)]
    for stop in range(1, len(events) + 1):
        options = []
        for start in range(stop):
            needed = drops(events[start:stop])
            if needed <= k:
                options.append((best[start][0] + 1, best[start][1] + needed))
        best.append(min(options))
    return best[-1]
