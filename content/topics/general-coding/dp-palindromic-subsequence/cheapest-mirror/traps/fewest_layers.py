# caught by: Every stack of up to five layers, and some of six
# Removes as few layers as possible, and of equally few the cheaper ones: fewer may cost more.
def cheapest_mirror(widths, costs):
    count = len(widths)
    best = [[(0, 0)] * (count + 1) for _ in range(count + 2)]
    for i in reversed(range(count)):
        for j in range(i + 2, count + 1):
            (one, left), (other, right) = best[i + 1][j], best[i][j - 1]
            options = [(one + 1, left + costs[i]), (other + 1, right + costs[j - 1])]
            if widths[i] == widths[j - 1]:
                options.append(best[i + 1][j - 1])
            best[i][j] = min(options)
    return best[0][count][1]
