# Forward: each pair offers its cost to the three pairs that may follow, in rows of dicts that are thrown away.
def align(a, b, band, stall):
    n, m = len(a), len(b)
    row = {0: abs(a[0] - b[0])}
    for i in range(n):
        following = {}
        for j in range(max(0, i - band), min(m, i + band + 1)):
            if j not in row:
                continue
            cost = row[j]
            if i == n - 1 and j == m - 1:
                return cost
            steps = [(row, i, j + 1, stall), (following, i + 1, j, stall), (following, i + 1, j + 1, 0)]
            for target, x, y, more in steps:
                if x < n and y < m and abs(x - y) <= band:
                    total = cost + more + abs(a[x] - b[y])
                    if y not in target or total < target[y]:
                        target[y] = total
        row = following
    return None
