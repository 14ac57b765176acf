# caught by: 5,000 samples as far apart as can be
# Takes ten billion for no pairing, which 5,000 pairs may cost.
INF = 10**10


def align(a, b, band, stall):
    n, m = len(a), len(b)
    before = {}
    for i in range(n):
        row = {}
        for j in range(max(0, i - band), min(m, i + band + 1)):
            if i == j == 0:
                best = 0
            else:
                best = min(before.get(j, INF) + stall, row.get(j - 1, INF) + stall, before.get(j - 1, INF))
            row[j] = min(INF, best + abs(a[i] - b[j]))
        before = row
    cost = before.get(m - 1, INF)
    return None if cost >= INF else cost
