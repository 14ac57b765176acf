# caught by: Random stacks
# The three cases by recursion, without remembering the stretches: exponential.
def cheapest_mirror(widths, costs):
    def cost(i, j):
        if j - i < 2:
            return 0
        best = min(costs[i] + cost(i + 1, j), costs[j - 1] + cost(i, j - 1))
        return min(best, cost(i + 1, j - 1)) if widths[i] == widths[j - 1] else best

    return cost(0, len(widths))
