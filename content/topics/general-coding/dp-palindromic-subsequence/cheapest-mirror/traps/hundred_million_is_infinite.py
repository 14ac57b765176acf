# caught by: 200 layers of the highest cost, no two alike or all
# A hundred million stands for infinity, but 200 layers may cost nearly twice that.
def cheapest_mirror(widths, costs):
    n = len(widths)
    best = [[0] * (n + 2) for _ in range(n + 2)]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            x = 100_000_000
            x = min(x, best[i + 1][j] + costs[i], best[i][j - 1] + costs[j])
            if widths[i] == widths[j]:
                x = min(x, best[i + 1][j - 1])
            best[i][j] = x
    return best[0][n - 1] if n else 0
