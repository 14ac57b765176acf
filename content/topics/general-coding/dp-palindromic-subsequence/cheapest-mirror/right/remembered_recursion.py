# Top down over stretches, the least of a list of options; two hundred calls deep.
from functools import cache


def cheapest_mirror(widths, costs):
    @cache
    def cost(i, j):
        if i >= j:
            return 0
        options = [costs[i] + cost(i + 1, j), costs[j] + cost(i, j - 1)]
        if widths[i] == widths[j]:
            options.append(cost(i + 1, j - 1))
        return min(options)

    return cost(0, len(widths) - 1)
