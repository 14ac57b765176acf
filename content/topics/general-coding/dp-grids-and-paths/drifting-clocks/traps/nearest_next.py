# caught by: Every pair of short series
# Greedy: always the step that costs least now.
def align(a, b, band, stall):
    i = j = 0
    total = abs(a[0] - b[0])
    while (i, j) != (len(a) - 1, len(b) - 1):
        options = []
        for x, y in ((i + 1, j + 1), (i + 1, j), (i, j + 1)):
            if x < len(a) and y < len(b) and abs(x - y) <= band:
                options.append((abs(a[x] - b[y]) + stall * (x - i != y - j), x, y))
        if not options:
            return None
        more, i, j = min(options)
        total += more
    return total
