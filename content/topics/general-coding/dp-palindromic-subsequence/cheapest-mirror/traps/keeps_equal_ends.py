# caught by: Every stack of up to five layers, and some of six
# Equal ends both stay, as in the problem without costs: an equal layer further in may cost more.
def cheapest_mirror(widths, costs):
    count = len(widths)
    cost = [[0] * (count + 1) for _ in range(count + 2)]
    for i in reversed(range(count)):
        for j in range(i + 2, count + 1):
            if widths[i] == widths[j - 1]:
                cost[i][j] = cost[i + 1][j - 1]
            else:
                cost[i][j] = min(costs[i] + cost[i + 1][j], costs[j - 1] + cost[i][j - 1])
    return cost[0][count]
