# caught by: Every stack of up to five layers, and some of six
# From both ends, and where the widths differ the cheaper of the two goes: a greedy choice.
def cheapest_mirror(widths, costs):
    i, j, total = 0, len(widths) - 1, 0
    while i < j:
        if widths[i] == widths[j]:
            i, j = i + 1, j - 1
        elif costs[i] <= costs[j]:
            total, i = total + costs[i], i + 1
        else:
            total, j = total + costs[j], j - 1
    return total
